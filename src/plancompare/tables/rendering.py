"""Any result in any format."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from io import StringIO
from typing import Any

from plancompare.diffing.matrix import Matrix
from plancompare.diffing.plandiff import PlanDiff
from plancompare.errors import UnknownIdError
from plancompare.library.library import Entry
from plancompare.library.writing import plain
from plancompare.model import Plan
from plancompare.tables.contents import catalogue_table, diff_table, matrix_table, plan_table
from plancompare.tables.records import diff_record, matrix_record
from plancompare.tables.table import Table
from plancompare.tables.terminal import to_terminal
from plancompare.tables.text import to_html, to_latex, to_markdown, to_text

__all__ = ["FORMATS", "render"]

FORMATS = ("terminal", "text", "markdown", "html", "latex", "csv", "json")
"""`terminal` has colour codes, `text` has none; `json` is the documented contract."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Result = PlanDiff | Matrix | Plan | tuple[Entry, ...]


def render(
    result: Result,
    format: str = "text",  # noqa: A002 - the word users know
    *,
    width: int = 80,
    topics: Iterable[str] = (),
    only: Iterable[str] = (),
    sources: bool = False,
) -> str:
    """A diff, a matrix, a plan or the catalogue as text in one of `FORMATS`.

    `width` (columns) holds for `terminal` and `text`; `topics` limits rows to some topics, `only` a
    diff to some kinds of change; `sources` adds a column. `json` carries everything.

    >>> import plancompare
    >>> us, europe = plancompare.load("us-28"), plancompare.load("europe-28")
    >>> print(render(plancompare.diff(us, europe), only=["added"], topics=["economy"], width=100))
    us-28 -> europe-28: 13 changed, 4 added, 21 removed; 40 kept; 0 unknown
    ...
    """
    if format not in FORMATS:
        raise UnknownIdError("format", format, FORMATS)
    if format == "json":
        return json.dumps(_record(result), indent=1, ensure_ascii=False) + "\n"
    table = _table(result, topics, only, sources)
    match format:
        case "terminal":
            return to_terminal(table, width)
        case "text":
            return to_text(table, width)
        case "markdown":
            return to_markdown(table)
        case "html":
            return to_html(table)
        case "latex":
            return to_latex(table)
    return _to_csv(table)


def _table(result: Result, topics: Iterable[str], only: Iterable[str], sources: bool) -> Table:
    match result:
        case PlanDiff():
            return diff_table(result, topics=topics, only=only, sources=sources)
        case Matrix():
            return matrix_table(result.only(topics=topics))
        case Plan():
            return plan_table(result, topics=topics, sources=sources)
    return catalogue_table(result)


def _record(result: Result) -> Any:
    match result:
        case PlanDiff():
            return diff_record(result)
        case Matrix():
            return matrix_record(result)
        case Plan():
            return plain(result)
    return [entry._asdict() for entry in result]


def _to_csv(table: Table) -> str:
    """Comma-separated values; a cell that a spreadsheet would take for a formula is quoted."""
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([table.group_column, *table.columns])
    for row in table.rows:
        cells = (row.group, *row.cells)
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells])
    return stream.getvalue()
