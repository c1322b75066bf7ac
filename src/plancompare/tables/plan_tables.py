"""Plans as tables: the catalogue, one plan point by point, several plans issue by issue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plancompare.diffing.cell import Cell, cell
from plancompare.diffing.matrix import Matrix
from plancompare.library.library import Entry
from plancompare.model import KINDS, Plan, Point, Reading, kind_of_issue
from plancompare.model.spelling import spell
from plancompare.tables.cells import (
    cell_text,
    marked,
    sources_text,
    term_name,
    treatment_text,
)
from plancompare.tables.table import Row, Table

__all__ = ["catalogue_table", "matrix_table", "plan_table"]

_LISTS = {"omits": "Left out", "defers": "Deferred", "undisclosed": "Not public"}


def catalogue_table(entries: Iterable[Entry]) -> Table:
    """A row per plan."""
    columns = ("plan", "title", "date", "text", "disclosure", "points", "issues")
    rows = tuple(Row("", tuple(map(str, entry))) for entry in entries)
    return Table(f"{len(rows)} plans", columns, rows)


def matrix_table(matrix: Matrix, *, sources: bool = False) -> Table:
    """A row per issue, a column per plan."""
    rows = tuple(
        Row(row.topic, (row.issue, *(_matrix_cell(one, sources) for one in row.cells)))
        for row in matrix
    )
    plans = [plan.id for plan in matrix.plans]
    title = f"{', '.join(plans)}: {len(rows)} issues"
    return Table(title, ("issue", *plans), rows, leading=True)


def _matrix_cell(one: Cell, sources: bool) -> str:
    points = f"[{', '.join(one.points)}] " if one.points else ""
    cited = sources_text(one.evidence) if sources else ""
    return "\n".join(filter(None, (f"{points}{cell_text(one)}", cited)))


def plan_table(plan: Plan, *, topics: Iterable[str] = (), sources: bool = False) -> Table:
    """A row per clause under its point, then what the plan leaves out, defers or keeps back."""
    rows = [*_point_rows(plan, set(topics), sources), *_listed_rows(plan, set(topics), sources)]
    columns = ("at", "issue", "terms")
    title = (
        f"{plan.id}: {plan.title}, {plan.date}; text {plan.text_status}, "
        f"disclosure {plan.disclosure}"
    )
    return Table(
        title,
        (*columns, "sources") if sources else columns,
        tuple(rows),
        group_column="point",
        notes=tuple(filter(None, (plan.note, *_reports(plan)))),
    )


def _point_rows(plan: Plan, topics: set[str], sources: bool) -> Iterator[Row]:
    for point in plan.points:
        heading, about = _heading(point), _about(point)
        for provision in point.provisions:
            if not topics or provision.topic in topics:
                yield Row(heading, _clause(plan, provision.issue, sources), about)
        if not point.provisions and not topics:
            cited = (sources_text(point.evidence),) if sources else ()
            yield Row(heading, (point.number or "", "", "no typed clause", *cited), about)


def _heading(point: Point) -> str:
    return " ".join(filter(None, (point.number, point.heading))) or "(no number)"


def _about(point: Point) -> str:
    return "\n".join(filter(None, (point.summary or point.text, point.note)))


def _listed_rows(plan: Plan, topics: set[str], sources: bool) -> Iterator[Row]:
    for name, heading in _LISTS.items():
        for entry in getattr(plan, name):
            for issue in entry.issues:
                kind = KINDS.get(kind_of_issue(issue))
                if not topics or (kind and kind.topic in topics):
                    yield Row(heading, _clause(plan, issue, sources), entry.note or "")


def _clause(plan: Plan, issue: str, sources: bool) -> tuple[str, ...]:
    one = cell(plan, issue)
    lines = [treatment_text(one)]
    if one.provision:
        lines += [f"“{words}”" for words in one.provision.wording]
        lines += map(_rival, one.provision.readings)
        lines += filter(None, [one.provision.note])
    cells = (", ".join(one.points), issue, marked("\n".join(lines), one))
    return (*cells, sources_text(one.evidence)) if sources else cells


def _rival(reading: Reading) -> str:
    terms = ", ".join(f"{term_name(name)}: {_plain(one)}" for name, one in reading.terms.items())
    said = f"{reading.says} [{terms}]" if terms else reading.says
    return f"or ({reading.why.replace('-', ' ')}): {said}"


def _plain(value: object) -> str:
    return spell(tuple(map(_plain, value)) if isinstance(value, list) else value)


def _reports(plan: Plan) -> Iterator[str]:
    for report in plan.reports:
        who = report.speaker or "no speaker named"
        yield f"{report.said_on or 'undated'}, {who}: {report.says}"
