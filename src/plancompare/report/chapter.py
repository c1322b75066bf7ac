"""A chapter of a report before it is written into a document: lines of text, and a grid of cells."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

__all__ = ["Chapter", "Grid", "GridRow", "Line", "Run", "plain", "texts"]


class Run(NamedTuple):
    """Some words of one look.

    What is `free` stands in the language in which it was entered. `source` is the id of one that
    the words lead to, `url` an address.
    """

    text: str
    free: bool = False
    bold: bool = False
    small: bool = False
    source: str = ""
    url: str = ""


Line: TypeAlias = tuple[Run, ...]


class GridRow(NamedTuple):
    """The cells of one row, under what is said once of its group; `source` is the one it lists."""

    cells: tuple[tuple[Line, ...], ...]
    group: tuple[Line, ...] = ()
    source: str = ""


class Grid(NamedTuple):
    """A table: the head, and rows in the order of their groups."""

    head: tuple[str, ...]
    rows: tuple[GridRow, ...]


class Chapter(NamedTuple):
    """A heading of a level, a few lines, and a table if there is one."""

    level: int
    heading: str
    lines: tuple[Line, ...] = ()
    grid: Grid | None = None


def plain(cell: tuple[Line, ...]) -> str:
    """The text of a cell, line by line.

    >>> plain(((Run("personnel: "), Run("600,000", bold=True)), (Run("unverified"),)))
    'personnel: 600,000\\nunverified'
    """
    return "\n".join("".join(run.text for run in line) for line in cell)


def texts(*said: str) -> tuple[Line, ...]:
    """Lines of our own words."""
    return tuple((Run(one),) for one in said)
