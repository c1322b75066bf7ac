"""Keeping what was derived, so that it is derived once, in bounded memory."""

from __future__ import annotations

from typing import TypeVar

__all__ = ["keep"]

Key = TypeVar("Key")
Value = TypeVar("Value")

_MOST_KEPT = 64
"""Days by stakeholder, plans by day, and contents by issue for which what was derived is kept."""


def keep(kept: dict[Key, Value], key: Key, value: Value) -> Value:
    """Keep what was derived and hand it back; all before it goes where it has become much, however
    many plans and days there are.
    """
    if len(kept) >= _MOST_KEPT:
        kept.clear()
    kept[key] = value
    return value
