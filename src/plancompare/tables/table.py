"""A table before it has a format: columns, rows in groups, and lines around it."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Row", "Table"]


class Row(NamedTuple):
    """The cells of one row, each of one line or more, under the heading of a group."""

    group: str
    cells: tuple[str, ...]


class Table(NamedTuple):
    """What is to be shown: a title, columns, rows in the order of their groups, closing notes."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    group_column: str = "topic"
    notes: tuple[str, ...] = ()
