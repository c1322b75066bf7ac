"""Verdicts as tables: each with the clause, the statement and both sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from plancompare.errors import counted
from plancompare.model import Position
from plancompare.model.topics import topic_order
from plancompare.scoring.bench import LineState
from plancompare.scoring.panel import VerdictPanel
from plancompare.scoring.ruling import Verdict
from plancompare.scoring.verdict import VerdictTable
from plancompare.tables.cells import dated, sources_text
from plancompare.tables.line_tables import STATE_NAMES, clause_text, lines_table, statement_text
from plancompare.tables.table import Row, Table

__all__ = ["verdict_table"]

_TONES = {
    Verdict.REJECTED: "removed",
    Verdict.CONTRARY: "changed",
    Verdict.PREFERRED: "added",
    Verdict.OPEN: "unknown",
    Verdict.UNADDRESSED: "unknown",
}


def verdict_table(
    panel: VerdictPanel, *, topics: Iterable[str] = (), sources: bool = False
) -> Table:
    """One plan before one stakeholder issue by issue; several plans side by side; several
    stakeholders by their red lines.
    """
    if len(panel.rows) == 1 and len(panel.rows[0]) == 1:
        return _of_one(panel.rows[0][0], set(topics), sources)
    if len(panel.rows) == 1:
        return _side_by_side(panel.rows[0], set(topics))
    table = lines_table(panel, topics=topics, sources=sources)
    return table._replace(
        notes=(*table.notes, "every verdict of one stakeholder: --stakeholder NAME")
    )


def _title(table: VerdictTable) -> str:
    counts = ", ".join(f"{count} {name}" for name, count in table.summary.items() if count)
    return f"{table.plan.id} for {table.stakeholder.party}{dated(table.as_of)}: {counts or 'no issues'}"


def _of_one(table: VerdictTable, topics: set[str], sources: bool) -> Table:
    columns = ("issue", "verdict", "the plan", "said of it")
    rows = tuple(
        Row(
            row.topic,
            (
                row.issue,
                str(row.verdict),
                clause_text(row, sources=sources),
                "\n".join(_said(one, sources) for one in row.positions),
            ),
            tone=_TONES.get(row.verdict, ""),
        )
        for row in table.rows
        if row.positions and (not topics or row.topic in topics)
    )
    silent = sum(not row.positions for row in table.rows)
    notes = [*_line_notes(table), *map(statement_text, table.statements)]
    if silent and not topics:
        left_out = counted(silent, "issue")
        notes.append(f"not shown: {left_out} of the plan without a position on record")
    return Table(_title(table), columns, rows, notes=tuple(notes), toned=1, leading=True)


def _said(position: Position, sources: bool) -> str:
    what = f"{position.says} ({position.stated_on})"
    cited = sources_text(position.evidence) if sources else ""
    return "\n".join(filter(None, (what, cited)))


def _line_notes(table: VerdictTable) -> Iterator[str]:
    for state in (LineState.CROSSED, LineState.UNDECIDED, LineState.MET):
        for inferred in (False, True):
            if lines := table.in_state(state, inferred=inferred):
                kind = "inferred red lines" if inferred else "red lines"
                said = "; ".join(one.position.line or one.position.says for one in lines)
                yield f"{kind} {STATE_NAMES.get(state, state)}: {said}"


def _side_by_side(tables: Sequence[VerdictTable], topics: set[str]) -> Table:
    by_issue: dict[str, list[str]] = {}
    topic_of: dict[str, str] = {}
    for place, table in enumerate(tables):
        for row in table.rows:
            if row.positions and (not topics or row.topic in topics):
                found = by_issue.setdefault(row.issue, [""] * len(tables))
                found[place] = str(row.verdict)
                topic_of[row.issue] = row.topic
    issues = sorted(by_issue, key=lambda issue: topic_order(topic_of[issue]))
    rows = tuple(
        Row(topic_of[issue], (issue, *(one or "\N{EN DASH}" for one in by_issue[issue])))
        for issue in issues
    )
    notes = tuple(f"{table.plan.id}: {note}" for table in tables for note in _line_notes(table))
    plans = [table.plan.id for table in tables]
    title = f"{', '.join(plans)} for {tables[0].stakeholder.party}{dated(tables[0].as_of)}"
    return Table(title, ("issue", *plans), rows, notes=notes, leading=True)
