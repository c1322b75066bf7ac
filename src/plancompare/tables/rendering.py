"""Any result in any format."""

from __future__ import annotations

import csv
import json
from collections.abc import Collection, Iterable, Iterator
from io import StringIO
from typing import TYPE_CHECKING, Any, TypeAlias

from plancompare.diffing.change import ChangeKind
from plancompare.diffing.lineage import History, Trace
from plancompare.diffing.matrix import Matrix
from plancompare.diffing.merge import Merge
from plancompare.diffing.plandiff import PlanDiff
from plancompare.errors import PlancompareError, UnknownIdError
from plancompare.library.codebook import Codebook, KindNote
from plancompare.library.library import Entry
from plancompare.library.writing import plain
from plancompare.model import KINDS, Plan
from plancompare.tables.codebook_tables import (
    codebook_record,
    codebook_table,
    kind_record,
    kind_table,
)
from plancompare.tables.diff_table import diff_table, shown_changes
from plancompare.tables.documents import flat_rows, to_html, to_latex, to_markdown
from plancompare.tables.escaping import csv_text
from plancompare.tables.plan_tables import catalogue_table, matrix_table, plan_table
from plancompare.tables.records import diff_record, matrix_record
from plancompare.tables.redline_table import (
    has_wording,
    in_markup,
    wording_rows,
    wording_table,
)
from plancompare.tables.revision_records import history_record, merge_record, trace_record
from plancompare.tables.revision_tables import history_table, merge_table, trace_table
from plancompare.tables.table import Row, Table
from plancompare.tables.terminal import to_terminal
from plancompare.tables.text import to_text

__all__ = ["FORMATS", "render"]

FORMATS = ("terminal", "text", "markdown", "html", "latex", "csv", "json")
"""`terminal` has colour codes, `text` has none; `json` is the documented contract."""

if TYPE_CHECKING:
    from plancompare.tables.scoring import ScoringResult

Result: TypeAlias = (
    "PlanDiff | Matrix | Merge | History | Trace | Plan | Codebook | KindNote | tuple[Entry, ...]"
    " | ScoringResult"
)


def render(
    result: Result,
    format: str = "text",  # noqa: A002 - the word users know
    *,
    width: int = 80,
    topics: Iterable[str] = (),
    only: Iterable[str] = (),
    sources: bool = False,
) -> str:
    """Any result as text in one of `FORMATS`: a diff, matrix, merge, plan, table of verdicts, score.

    `width` (columns) holds for `terminal` and `text`; `topics` limits rows to some topics, `only` a
    diff to some kinds of change, and either leaves out its redlines; `sources` adds the evidence to a table. `json` always carries the
    evidence, and always the whole of a plan.

    Raises `UnknownIdError` for an unknown format, topic or kind of change.

    >>> import plancompare
    >>> us, europe = plancompare.load("us-28"), plancompare.load("europe-28")
    >>> changes = plancompare.diff(us, europe)
    >>> print(render(changes, only=["added"], topics=["economy"], width=120).split("\\n")[0])
    us-28 -> europe-28: 13 changed, 4 added, 21 removed; 40 kept; 0 unknown
    """
    _known("format", [format], FORMATS)
    _known("topic", topics := tuple(topics), {kind.topic for kind in KINDS.values()})
    _known("kind of change", only := tuple(only), set(ChangeKind))
    if isinstance(result, Matrix):
        result = _distinct(result).only(topics=topics)
    if format == "json":
        return json.dumps(_record(result, topics, only), indent=1, ensure_ascii=False) + "\n"
    brief = format in ("terminal", "text")
    table = _table(result, topics=topics, only=only, sources=sources, brief=brief)
    if not (isinstance(result, PlanDiff) and not topics and not only and has_wording(result)):
        return _set(table, format, width)
    if format == "csv":
        return _to_csv(table._replace(rows=(*table.rows, *_wording_rows(result, table))))
    texts = wording_table(result, "signs" if format in ("markdown", "html") else "brackets")
    found = in_markup(_set(texts, format, width))
    return f"{_set(table, format, width)}\n{found}" if result.changes else found


def _set(table: Table, format: str, width: int) -> str:  # noqa: A002 - as in render
    """A table in one of the formats."""
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


def _wording_rows(diff: PlanDiff, table: Table) -> Iterator[Row]:
    for cells in wording_rows(diff):
        yield Row("wording", cells + ("",) * (len(table.columns) - len(cells)))


def _known(what: str, names: Iterable[str], known: Collection[str]) -> None:
    for name in names:
        if name not in known:
            raise UnknownIdError(what, name, known)


def _distinct(matrix: Matrix) -> Matrix:
    """The matrix itself, whose plans must be told apart by their ids."""
    names = [plan.id for plan in matrix.plans]
    for name in names:
        if names.count(name) > 1:
            raise PlancompareError(
                f"two plans have the id {name!r}; name each plan once, or rename the copy"
            )
    return matrix


def _table(
    result: Result, *, topics: tuple[str, ...], only: tuple[str, ...], sources: bool, brief: bool
) -> Table:
    match result:
        case PlanDiff():
            return diff_table(result, topics=topics, only=only, sources=sources, brief=brief)
        case Matrix():
            return matrix_table(result, sources=sources)
        case Merge():
            return merge_table(result, topics=topics, sources=sources)
        case History():
            return history_table(result)
        case Trace():
            return trace_table(result)
        case Plan():
            return plan_table(result, topics=topics, sources=sources)
        case Codebook():
            return codebook_table(result.only(topics))
        case KindNote():
            return kind_table(result)
        case tuple():
            return catalogue_table(result)
    from plancompare.tables.scoring import table_of

    return table_of(result, topics=topics, sources=sources)


def _record(result: Result, topics: tuple[str, ...], only: tuple[str, ...]) -> Any:
    match result:
        case PlanDiff():
            return diff_record(result, shown_changes(result, topics, only))
        case Matrix():
            return matrix_record(result)
        case Merge():
            return merge_record(result)
        case History():
            return history_record(result)
        case Trace():
            return trace_record(result)
        case Plan():
            return plain(result)
        case Codebook():
            return codebook_record(result.only(topics))
        case KindNote():
            return kind_record(result)
        case tuple():
            return [entry._asdict() for entry in result]
    from plancompare.tables.scoring import record_of

    return record_of(result)


def _to_csv(table: Table) -> str:
    """Comma-separated values; a cell that a spreadsheet would take for a formula is quoted."""
    stream = StringIO()
    columns, rows = flat_rows(table)
    csv.writer(stream, lineterminator="\n").writerows(
        [csv_text(cell) for cell in row] for row in (columns, *rows)
    )
    return stream.getvalue()
