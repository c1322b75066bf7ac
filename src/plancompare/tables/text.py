"""Rows set as plain text, and the door to tabulate: as Markdown, HTML or LaTeX.

Cells come wrapped and escaped: tabulate's own wrapping fails on a cell like "600,000", and it
escapes only for HTML.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from plancompare.tables.screen import GAP, Line, lay_out
from plancompare.tables.table import Table

__all__ = ["set_lines", "set_rows", "to_text"]

_GAP = " " * GAP


def set_lines(lines: Sequence[Line]) -> list[str]:
    """Laid-out lines as text: cells of a grid one below the other, all else as it is.

    The layout has fixed what stands where, so that there is nothing left to tabulate.
    """
    grid = [line.cells for line in lines if line.cells]
    widths = [max(map(len, column)) for column in zip(*grid, strict=True)]
    return [(" " * line.indent + _text_of(line, widths)).rstrip() for line in lines]


def _text_of(line: Line, widths: Sequence[int]) -> str:
    return _GAP.join(map(str.ljust, line.cells, widths)) if line.cells else line.text


def to_text(table: Table, width: int = 80) -> str:
    """Plain text wrapped to a width, with a heading line before each group."""
    return "\n".join(set_lines(lay_out(table, width))) + "\n"


def set_rows(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    markup: Literal["markdown", "html", "latex"],
) -> list[str]:
    """A head and rows, a line each, as they stand in a table of some markup, unpadded.

    >>> set_rows(["a", "b"], [["1", "2"]], "markdown")
    ['| a | b |', '| 1 | 2 |']
    """
    from tabulate import tabulate

    made = tabulate(rows, columns, _form(markup), disable_numparse=True, stralign=None)
    lines = made.split("\n")
    return [line for line in lines if line.startswith("<tr>")] if markup == "html" else lines


def _form(markup: Literal["markdown", "html", "latex"]) -> Any:
    from tabulate import DataRow, TableFormat

    if markup == "html":
        return "unsafehtml"
    row = DataRow("|", "|", "|") if markup == "markdown" else DataRow("", "&", r"\\")
    return TableFormat(
        lineabove=None,
        linebelowheader=None,
        linebetweenrows=None,
        linebelow=None,
        headerrow=row,
        datarow=row,
        padding=1,
        with_header_hide=None,
    )
