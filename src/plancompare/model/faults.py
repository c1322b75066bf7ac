"""Faults that no single field shows: several at once, each with its own place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pydantic_core import PydanticCustomError

__all__ = ["FAULTS", "Fault", "refuse"]

FAULTS = "incoherent"
"""The type of the pydantic error that carries faults in its context, under `faults`."""


class Fault(NamedTuple):
    """One fault: its place below the value that was checked, what is wrong, what to do."""

    place: tuple[str | int, ...]
    what: str
    remedy: str


def refuse(faults: Iterable[Fault]) -> None:
    """Raise one validation error for all faults; do nothing if there are none."""
    found = tuple(faults)
    if found:
        text = "; ".join(f"{'.'.join(map(str, fault.place))}: {fault.what}" for fault in found)
        raise PydanticCustomError(FAULTS, "{text}", {"text": text, "faults": found})
