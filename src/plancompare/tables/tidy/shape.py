"""What a tidy table is: one kind of thing a table, one thing a row, one fact a cell.

Every column says what it means, so that a codebook can be printed from it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Literal, NamedTuple, TypeAlias

__all__ = ["Column", "Link", "Shape", "TidyTable", "Value", "as_json", "joined"]

Value: TypeAlias = str | int | float | bool | None
"""What a cell holds; a day is written as in ISO 8601."""


class Column(NamedTuple):
    """One column: its name, what it means, the type of its values."""

    name: str
    about: str
    type: Literal["string", "integer", "number", "boolean", "date"] = "string"
    required: bool = False


class Link(NamedTuple):
    """Columns whose values name a row of another table."""

    columns: tuple[str, ...]
    table: str
    to: tuple[str, ...]


class Shape(NamedTuple):
    """A table without its rows."""

    name: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    links: tuple[Link, ...] = ()

    def filled(self, rows: Iterable[tuple[Value, ...]]) -> TidyTable:
        """The table with its rows, each in the order of the columns."""
        return TidyTable(self, tuple(rows))


class TidyTable(NamedTuple):
    """A table with its rows; None where a cell is empty."""

    shape: Shape
    rows: tuple[tuple[Value, ...], ...]

    @property
    def name(self) -> str:
        """What the table is called."""
        return self.shape.name

    @property
    def records(self) -> list[dict[str, Value]]:
        """The rows with the names of their columns."""
        names = [column.name for column in self.shape.columns]
        return [dict(zip(names, row, strict=True)) for row in self.rows]


def joined(members: Iterable[str]) -> str | None:
    """Several ids in one cell; None if there are none.

    >>> joined(["10a", "10b"])
    '10a; 10b'
    """
    return "; ".join(members) or None


def as_json(data: Any) -> str:
    """Data as JSON on one line.

    >>> as_json({"personnel": {"below": "unlimited"}})
    '{"personnel": {"below": "unlimited"}}'
    """
    return json.dumps(data, ensure_ascii=False)
