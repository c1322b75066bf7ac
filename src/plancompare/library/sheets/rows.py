"""The rows of sheets that somebody filled in: heads checked, blank rows passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from plancompare.errors import CellProblem, listed, nearest
from plancompare.library.sheets.cells import Value, is_blank
from plancompare.library.sheets.layout import COLUMNS, NEEDED

__all__ = ["Cell", "Complain", "Filled", "Row", "rows_of"]

_MOST_DIGITS = 9


class Cell(NamedTuple):
    """A place in a spreadsheet, counted from 1."""

    file: str
    line: int
    column: int

    def problem(
        self, what: str, remedy: str, where: str = "", *, todo: bool = False
    ) -> CellProblem:
        """A fault at this place, or with `todo` work still to be done."""
        return CellProblem(self.file, self.line, self.column, where, what, remedy, todo)


class Filled(NamedTuple):
    """A sheet as somebody filled it in; `file` names it in messages."""

    file: str
    rows: Sequence[Sequence[Value | None]]


Complain = Callable[[Cell, str, str], None]


class Row:
    """One row: its cells by the name of their column, without the blank ones."""

    def __init__(
        self, mark: Cell, cells: Mapping[str, tuple[Value, Cell]], complain: Complain
    ) -> None:
        self.mark = mark
        self.cells = cells
        self._complain = complain

    def mark_of(self, column: str) -> Cell:
        """The place of a cell; if it is blank, that of the row."""
        return self.cells[column][1] if column in self.cells else self.mark

    def text(self, column: str) -> str | None:
        """What stands in a cell, as one word."""
        return str(self.cells[column][0]).strip() if column in self.cells else None

    def number(self, column: str) -> Decimal | None:
        """The number in a cell, by which rows are ordered and refer to each other."""
        text = self.text(column)
        if text is None:
            what = f"the row has no number under {column!r}"
            self._complain(self.mark, what, "give it one; it decides the order")
            return None
        whole, _, rest = text.partition(".")
        if len(text) > _MOST_DIGITS or not f"{whole}{rest or '0'}".isdecimal() or not whole:
            what = f"{text[:80]!r} is not a number that can order rows"
            self._complain(self.mark_of(column), what, "write one such as 1, 2 or 2.5")
            return None
        return Decimal(f"{whole}.{rest}".rstrip("0").rstrip(".") if rest else whole)


def rows_of(name: str, sheet: Filled, complain: Complain) -> Iterator[Row]:
    """The rows of a sheet below its head that are not blank."""
    head, *body = sheet.rows or [()]
    columns = _columns(name, sheet, head, complain)
    if columns is None:
        return
    for line, row in enumerate(body, 2):
        cells = {}
        for place, value in enumerate(row):
            if value is None or is_blank(value):
                continue
            mark = Cell(sheet.file, line, place + 1)
            if place in columns:
                cells[columns[place]] = value, mark
            else:
                remedy = "move it under one of the columns, or delete it"
                complain(mark, "a cell outside the table is filled in", remedy)
        if cells:
            yield Row(Cell(sheet.file, line, 1), cells, complain)


def _columns(
    name: str, sheet: Filled, head: Iterable[Value | None], complain: Complain
) -> dict[int, str] | None:
    """The names of the columns by their place; None where the sheet has no head or is blank."""
    found: dict[int, str] = {}
    for place, value in enumerate(head):
        if is_blank(value):
            continue
        column, mark = str(value).strip(), Cell(sheet.file, 1, place + 1)
        if column not in COLUMNS[name]:
            remedy = nearest(column, COLUMNS[name], f"write one of {listed([*COLUMNS[name]])}")
            complain(mark, f"unknown column {column[:80]!r}", remedy)
        elif column in found.values():
            complain(mark, f"the column {column!r} stands twice", "keep one of the two")
        found[place] = column
    missing = [one for one in NEEDED[name] if one not in found.values()]
    if not found and any(not is_blank(one) for row in sheet.rows for one in row):
        what = "the first row does not name the columns"
        complain(Cell(sheet.file, 1, 1), what, f"write {', '.join(COLUMNS[name])} there")
        return None
    if found and missing:
        what = f"has no column {listed([repr(one) for one in missing]).replace(' or ', ' and ')}"
        complain(Cell(sheet.file, 1, 1), what, "add it to the first row; it may stay blank")
    return {place: column for place, column in found.items() if column in COLUMNS[name]}
