"""A table before it has a format: columns, rows in groups, and lines around it."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Row", "Table"]


class Row(NamedTuple):
    """The cells of one row, each of one line or more, under the heading of a group."""

    group: str
    cells: tuple[str, ...]
    about: str = ""
    """What is said once under the heading of the group."""
    tone: str = ""
    """The kind of change, which a terminal may colour."""


class Table(NamedTuple):
    """What is to be shown: a title, columns, rows in the order of their groups, closing notes.

    A note may go on with further lines, which are set under its first. The lines of cells in
    `aligned` columns belong together, line by line. `leading` says that the first column names
    its row and may stand above it where room is short.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    group_column: str = "topic"
    notes: tuple[str, ...] = ()
    aligned: tuple[int, ...] = ()
    toned: int = -1
    leading: bool = False
