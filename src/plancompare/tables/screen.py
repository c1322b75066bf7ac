"""A table laid out for a screen: lines that fit a width, each with its part in the whole.

Three layouts, by the room there is: a grid; a grid with the name of each row above it; a list of
cells under the name of each row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby, zip_longest
from operator import le
from typing import Literal, NamedTuple

from plancompare.tables.table import Row, Table
from plancompare.tables.wrapping import column_widths, longest_line, wrap

__all__ = ["GAP", "Line", "lay_out"]

Part = Literal["title", "head", "rule", "heading", "about", "name", "row", "note", "blank"]

GAP = 2
_BREAKS = re.compile(r"[\n\t]")
_SENTENCE_BREAK = re.compile(r"(?<=[.!?])\n")
_RULE = "── "
_COMFORTABLE, _ENOUGH = 22, 18


class Line(NamedTuple):
    """One line: a text of its own, or cells of a grid; `span` is where the tone applies."""

    part: Part
    text: str = ""
    cells: tuple[str, ...] = ()
    indent: int = 0
    tone: str = ""
    span: tuple[int, int] = (0, 0)


_BLANK = Line("blank")


def lay_out(table: Table, width: int) -> list[Line]:
    """The lines of a table: title, grid or list, notes."""
    lines = [*_free("title", table.title, width)]
    if table.rows:
        lines += [_BLANK, *_body(table, width)]
    for note in table.notes:
        first, *more = note.split("\n")
        lines += [_BLANK, *_free("note", first, width)]
        lines += [line for one in more for line in _hanging("note", one, width)]
    return lines


def _free(part: Part, text: str, width: int) -> list[Line]:
    return [Line(part, line) for line in wrap(text, width)]


def _hanging(part: Part, text: str, width: int) -> Iterator[Line]:
    """A text set in, with its further lines set in deeper."""
    for place, line in enumerate(wrap(text, width - 2 * GAP)):
        yield Line(part, line, indent=2 * GAP if place else GAP)


class _Grid(NamedTuple):
    """The columns from `first` on stand side by side; without widths there is no room for any."""

    first: int
    widths: list[int]

    @property
    def indent(self) -> int:
        return GAP * self.first

    def span(self, column: int) -> tuple[int, int]:
        """Where a column stands in a line."""
        starts = list(accumulate((size + GAP for size in self.widths), initial=self.indent))
        return starts[column - self.first], starts[column - self.first + 1] - GAP


def _body(table: Table, width: int) -> Iterator[Line]:
    grid = _grid(table, width)
    if grid.widths:
        yield from _heads(table, grid)
    full = grid.span(len(table.columns) - 1)[1] if grid.widths else width
    opened = bool(grid.widths and table.rows[0].group)
    for (group, about), members in groupby(table.rows, key=lambda row: (row.group, row.about)):
        rows = list(members)
        if opened:
            yield _BLANK
        opened = True
        if group:
            yield from _headings(group, full)
        if about:
            yield from (*_free("about", about, width), _BLANK)
        tall = False
        for place, row in enumerate(rows):
            lines = list(_row(table, row, grid, width))
            if place and (tall or len(lines) > 1):
                yield _BLANK
            tall = len(lines) > 1
            yield from lines


def _in_one_line(text: str) -> str:
    """Lines after one another; a semicolon between them where no sentence ends."""
    return _SENTENCE_BREAK.sub(" ", text).replace("\n", "; ")


def _headings(group: str, width: int) -> Iterator[Line]:
    """A heading with a rule through it."""
    first, *more = wrap(group, max(width - 2 * len(_RULE), 20))
    yield Line("heading", f"{_RULE}{first} ".ljust(width, "─"))
    yield from (Line("heading", line, indent=len(_RULE)) for line in more)


def _grid(table: Table, width: int) -> _Grid:
    columns = list(zip(table.columns, *(row.cells for row in table.rows), strict=True))
    widths = column_widths(columns, width, GAP)
    if not table.leading or _tightest(columns, widths) >= _COMFORTABLE:
        return _Grid(0, widths)
    widths = column_widths(columns[1:], width - GAP, GAP)
    return _Grid(1, widths if _tightest(columns[1:], widths) >= _ENOUGH else [])


def _tightest(columns: Sequence[Sequence[str]], widths: Sequence[int]) -> int:
    """The width of the narrowest column among those that hold long lines and have to break them."""
    return min(
        (
            size
            for cells, size in zip(columns, widths, strict=True)
            if max(map(longest_line, cells)) > max(size, _COMFORTABLE)
        ),
        default=_COMFORTABLE,
    )


def _heads(table: Table, grid: _Grid) -> Iterator[Line]:
    if grid.first:
        yield Line("head", table.columns[0])
    named = zip(table.columns[grid.first :], grid.widths, strict=True)
    for cells in zip_longest(*(wrap(name, size) for name, size in named), fillvalue=""):
        yield Line("head", cells=cells, indent=grid.indent)
    yield Line("rule", cells=tuple("-" * size for size in grid.widths), indent=grid.indent)


def _row(table: Table, row: Row, grid: _Grid, width: int) -> Iterator[Line]:
    if grid.first:
        yield from _free("name", row.cells[0], width)
    if not grid.widths:
        for name, text in zip(table.columns[1:], row.cells[1:], strict=True):
            if text:
                yield from _hanging("row", f"{name}: {_in_one_line(text)}", width)
        return
    texts = row.cells[grid.first :]
    span = grid.span(table.toned) if row.tone else (0, 0)
    if all(map(le, map(len, texts), grid.widths)) and not _BREAKS.search("".join(texts)):
        yield Line("row", "", texts, grid.indent, row.tone, span)
        return
    aligned = [one - grid.first for one in table.aligned]
    for cells in zip_longest(*_wrapped(texts, grid.widths, aligned), fillvalue=""):
        yield Line("row", "", cells, grid.indent, row.tone, span)


def _wrapped(
    texts: Sequence[str], widths: Sequence[int], aligned: Sequence[int]
) -> list[list[str]]:
    """Cells as lines; each line of an aligned cell starts where those of its neighbours do."""
    cells = list(map(wrap, texts, widths))
    if not aligned or max(len(cells[one]) for one in aligned) == 1:
        return cells
    for one in aligned:
        cells[one] = []
    for lines in zip_longest(*(texts[one].split("\n") for one in aligned), fillvalue=""):
        side_by_side = [wrap(line, widths[one]) for one, line in zip(aligned, lines, strict=True)]
        height = max(map(len, side_by_side))
        for one, some in zip(aligned, side_by_side, strict=True):
            cells[one] += [*some, *[""] * (height - len(some))]
    return cells
