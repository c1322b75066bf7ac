"""What every way of writing tables gives: files by name, and where each table stands in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, Protocol

from plancompare.tables.tidy.shape import TidyTable

__all__ = ["Form", "Written"]


class Written(NamedTuple):
    """Files by name; and for each table the file it stands in, as a Data Package describes it."""

    files: dict[str, bytes]
    resources: dict[str, dict[str, Any]]


class Form(Protocol):
    """One way of writing tables."""

    def __call__(self, tables: Sequence[TidyTable], /) -> Written:
        """The tables as files; equal tables give equal bytes."""
