"""The tables that results become: plans, one plan, a diff, a matrix."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plancompare.diffing.cell import Cell, cell
from plancompare.diffing.change import Change, ChangeKind
from plancompare.diffing.matrix import Matrix
from plancompare.diffing.plandiff import PlanDiff
from plancompare.library.library import Entry
from plancompare.model import Plan, Treatment
from plancompare.tables.cells import cell_text, points_text, sources_text, term_name
from plancompare.tables.table import Row, Table

__all__ = ["catalogue_table", "diff_table", "matrix_table", "plan_table"]

_SHORT = ("plan", "title", "date", "text", "disclosure", "points", "issues")


def catalogue_table(entries: Iterable[Entry]) -> Table:
    """A line per plan."""
    rows = tuple(Row("", tuple(map(str, entry))) for entry in entries)
    return Table("Plans", _SHORT, rows)


def diff_table(
    diff: PlanDiff,
    *,
    topics: Iterable[str] = (),
    only: Iterable[str] = (),
    sources: bool = False,
) -> Table:
    """A row per issue that did not stay the same, unless `only` names other kinds of change."""
    wanted, shown = set(topics), set(only) or set(ChangeKind) - {ChangeKind.KEPT}
    changes = [
        change
        for change in diff.changes
        if change.change in shown and (not wanted or change.topic in wanted)
    ]
    columns = ("issue", diff.before.id, diff.after.id, "change", "points")
    rows = tuple(Row(change.topic, _change_cells(change, sources)) for change in changes)
    hidden = {change.change for change in diff.changes} - shown
    notes = tuple(
        f"{diff.summary[kind]} {kind}, not shown; --only {kind} shows them"
        for kind in ChangeKind
        if kind in hidden
    )
    return Table(str(diff), (*columns, "sources") if sources else columns, rows, notes=notes)


def _change_cells(change: Change, sources: bool) -> tuple[str, ...]:
    names = [term.term for term in change.terms] if change.terms else None
    cells = (
        change.issue,
        *(_side(change, side, names) for side in (change.before, change.after)),
        _in_words(change),
        points_text(change.before, change.after),
    )
    if not sources:
        return cells
    cited = [
        f"{name}: {text}"
        for name, side in (("before", change.before), ("after", change.after))
        if (text := sources_text(side.evidence))
    ]
    return (*cells, "\n".join(cited))


def _side(change: Change, side: Cell, names: list[str] | None) -> str:
    if change.change is ChangeKind.UNKNOWN and side.treatment is Treatment.STATED:
        return cell_text(side, change.unknown_terms or None)
    return cell_text(side, names)


def _in_words(change: Change) -> str:
    lines = [f"{term_name(term.term)} {term.shift}" for term in change.terms]
    lines += [f"{term_name(name)} unknown" for name in change.unknown_terms]
    if change.reported:
        lines.append(f"reported as {change.reported}")
    return "\n".join([str(change.change), *lines])


def matrix_table(matrix: Matrix) -> Table:
    """A row per issue, a column per plan."""
    rows = tuple(
        Row(row.topic, (row.issue, *(_matrix_cell(one) for one in row.cells))) for row in matrix
    )
    return Table(
        f"{len(rows)} issues",
        ("issue", *(plan.id for plan in matrix.plans)),
        rows,
    )


def _matrix_cell(one: Cell) -> str:
    points = f"[{', '.join(one.points)}] " if one.points else ""
    return f"{points}{cell_text(one)}"


def plan_table(plan: Plan, *, topics: Iterable[str] = (), sources: bool = False) -> Table:
    """A row per clause under its point, then what the plan leaves out, defers or keeps back."""
    wanted = set(topics)
    rows: list[Row] = []
    for point in plan.points:
        heading = " ".join(filter(None, (point.number, point.heading))) or "(no number)"
        group = f"{heading}: {point.summary or point.text or ''}".removesuffix(": ")
        for provision in point.provisions:
            if not wanted or provision.topic in wanted:
                one = cell(plan, provision.issue)
                rows.append(Row(group, _clause(provision.issue, one, sources)))
        if not point.provisions and not wanted:
            rows.append(Row(group, ("", "(no typed clause)", "", *([""] if sources else []))))
    if not wanted:
        rows += [
            Row(f"{name}: {entry.note or ''}".removesuffix(": "), _clause(issue, one, sources))
            for name in ("omits", "defers", "undisclosed")
            for entry in getattr(plan, name)
            for issue in entry.issues
            for one in [cell(plan, issue)]
        ]
    columns = ("at", "issue", "terms")
    about = f"{plan.id}: {plan.title}, {plan.date} ({plan.text_status}, disclosure {plan.disclosure})"
    return Table(
        about,
        (*columns, "sources") if sources else columns,
        tuple(rows),
        group_column="point",
        notes=tuple(filter(None, (plan.note, *_reports(plan)))),
    )


def _clause(issue: str, one: Cell, sources: bool) -> tuple[str, ...]:
    cells = (", ".join(one.points), issue, cell_text(one))
    return (*cells, sources_text(one.evidence)) if sources else cells


def _reports(plan: Plan) -> Sequence[str]:
    return [
        f"{report.said_on or 'undated'}, {report.speaker or 'no speaker named'}: {report.says}"
        for report in plan.reports
    ]
