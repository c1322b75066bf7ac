"""Revisions as tables: a merge, the history of a plan, the trace of an issue."""

from __future__ import annotations

from collections.abc import Iterable

from plancompare.diffing.cell import Cell
from plancompare.diffing.change import Change
from plancompare.diffing.lineage import History, PointFate, Trace, fates
from plancompare.diffing.merge import Conflict, Merge, MergeRow, Outcome
from plancompare.diffing.plandiff import PlanDiff
from plancompare.model import Point
from plancompare.model.spelling import spell
from plancompare.tables.cells import cell_text, sources_text, term_name, term_text
from plancompare.tables.table import Row, Table

__all__ = ["history_table", "merge_table", "trace_table"]

_SECTIONS = {
    Outcome.CONVERGED: "Changed alike",
    Outcome.TAKEN: "Changed by one side only",
    Outcome.COMBINED: "Changed by several sides in different terms",
    Outcome.DECIDED: "Decided",
    Outcome.CONFLICT: "Conflict",
    Outcome.UNKNOWN: "Cannot be known",
}


def merge_table(merge: Merge, *, topics: Iterable[str] = (), sources: bool = False) -> Table:
    """Rows by outcome: what sides agree on, what only one changes, conflicts, what is not public."""
    wanted = set(topics)
    chosen = [
        row
        for outcome in _SECTIONS
        for row in merge.rows
        if row.outcome is outcome and (not wanted or row.topic in wanted)
    ]
    names = [plan.id for plan in merge.revisions]
    rows = tuple(
        Row(_SECTIONS[row.outcome], _merged(row, sources), tone=_tone(row)) for row in chosen
    )
    unchanged = merge.summary[Outcome.UNCHANGED]
    notes = [f"{unchanged} unchanged by all, not shown"] if unchanged and not wanted else []
    columns = ("issue", merge.base.id, *names, "result")
    return Table(
        str(merge), columns, rows, group_column="outcome", notes=tuple(notes), leading=True
    )


def _tone(row: MergeRow) -> str:
    return {Outcome.CONFLICT: "removed", Outcome.UNKNOWN: "unknown"}.get(row.outcome, "")


def _merged(row: MergeRow, sources: bool) -> tuple[str, ...]:
    names = _disputed(row)
    sides = [_side(side, names, sources) for side in (row.base, *(one for _, one in row.cells))]
    return row.issue, *sides, _result(row)


def _disputed(row: MergeRow) -> tuple[str, ...]:
    """The terms that some side changes, where base and sides all state the clause."""
    base = row.base.provision
    found = [one.provision for name, one in row.cells if name in row.by]
    if base is None or not all(found):
        return ()
    return tuple(
        name
        for name in base.spec.terms
        if any(getattr(one, name) != getattr(base, name) for one in found)
    )


def _side(side: Cell, names: tuple[str, ...], sources: bool) -> str:
    text = cell_text(side)
    if side.provision is not None and names:
        text = "\n".join(term_text(side.provision, name) for name in names)
    cited = sources_text(side.evidence) if sources else ""
    return "\n".join(filter(None, (text, cited)))


def _result(row: MergeRow) -> str:
    said = {
        Outcome.CONVERGED: "as all of them say",
        Outcome.TAKEN: f"as in {', '.join(row.by)}",
        Outcome.COMBINED: "terms of each",
        Outcome.DECIDED: "as decided",
        Outcome.UNKNOWN: "as in the base",
    }.get(row.outcome)
    lines = [said] if said else [_conflict(one) for one in row.conflicts]
    if row.unknown and row.by:
        lines.append(f"not public in {', '.join(row.unknown)}")
    return "\n".join(lines)


def _conflict(conflict: Conflict) -> str:
    if conflict.term is None:
        return "conflict: left as in the base"
    values = ", ".join(f"{spell(value)} ({name})" for name, value in conflict.sides)
    return f"{term_name(conflict.term)}: {values}; left at {spell(conflict.base)}"


def history_table(history: History) -> Table:
    """A row per point and step: what became of it, and of its issues."""
    rows = [Row(str(step), _fate(one)) for step in history.steps for one in fates(step)]
    title = " -> ".join(_ids(history.steps)) or "this plan revises nothing that is known here"
    return Table(title, ("point", "became", "fate", "issues"), tuple(rows), group_column="step")


def _ids(steps: tuple[PlanDiff, ...]) -> list[str]:
    return [*(step.before.id for step in steps), *(step.after.id for step in steps[-1:])]


def _fate(one: PointFate) -> tuple[str, ...]:
    counts = ", ".join(f"{count} {kind}" for kind, count in one.issues.items())
    return _points(one.before), _points(one.after), str(one.fate), counts


def _points(points: tuple[Point, ...]) -> str:
    return (
        "\n".join(
            " ".join(filter(None, (point.number, point.heading))) or "(no number)"
            for point in points
        )
        or "\N{EN DASH}"
    )


def trace_table(trace: Trace) -> Table:
    """A row per draft: what it does about the issue, and what changed against the one it revises."""
    rows = tuple(
        Row(
            "",
            (
                step.plan.date.isoformat(),
                step.plan.id,
                ", ".join(step.cell.points),
                cell_text(step.cell),
                _against_parent(step.change),
            ),
        )
        for step in trace.steps
    )
    return Table(trace.issue, ("date", "plan", "at", "content", "change"), rows)


def _against_parent(change: Change | None) -> str:
    if change is None:
        return ""
    lines = [f"{term_name(term.term)} {term.shift}" for term in change.terms]
    lines += [f"{term_name(name)} unknown" for name in change.unknown_terms]
    return "\n".join([str(change.change), *lines])
