"""Verdicts and red lines as tables: each with the clause, the statement and both sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from plancompare.errors import counted
from plancompare.model import Evidence, Position, Stakeholder, Statement
from plancompare.model.topics import topic_order
from plancompare.scoring.bench import LineState, RedLine
from plancompare.scoring.crossings import Crossing, Crossings, Effect
from plancompare.scoring.panel import VerdictPanel
from plancompare.scoring.ruling import Verdict
from plancompare.scoring.verdict import IssueVerdict, VerdictTable
from plancompare.tables.cells import cell_text, sources_text
from plancompare.tables.table import Row, Table

__all__ = ["crossings_table", "explanation", "lines_table", "positions_table", "verdict_table"]

_TONES = {
    Verdict.REJECTED: "removed",
    Verdict.CONTRARY: "changed",
    Verdict.PREFERRED: "added",
    Verdict.OPEN: "unknown",
    Verdict.UNADDRESSED: "unknown",
}
_STATE_TONES = {LineState.CROSSED: "removed", LineState.UNDECIDED: "unknown"}
_STATE_NAMES = {LineState.MET: "not crossed"}


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


def _as_of(table: VerdictTable) -> str:
    return f", as of {table.as_of}" if table.as_of else ""


def _title(table: VerdictTable) -> str:
    counts = ", ".join(f"{count} {name}" for name, count in table.summary.items() if count)
    return f"{table.plan.id} for {table.stakeholder.party}{_as_of(table)}: {counts or 'no issues'}"


def _of_one(table: VerdictTable, topics: set[str], sources: bool) -> Table:
    columns = ("issue", "verdict", "the plan", "said of it")
    rows = tuple(
        Row(
            row.topic,
            (
                row.issue,
                str(row.verdict),
                _clause(row, sources=sources),
                "\n".join(_said(one, sources) for one in row.positions),
            ),
            tone=_TONES.get(row.verdict, ""),
        )
        for row in table.rows
        if row.positions and (not topics or row.topic in topics)
    )
    silent = sum(not row.positions for row in table.rows)
    notes = [*_line_notes(table), *map(_statement, table.statements)]
    if silent and not topics:
        left_out = counted(silent, "issue")
        notes.append(f"not shown: {left_out} of the plan without a position on record")
    return Table(_title(table), columns, rows, notes=tuple(notes), toned=1, leading=True)


def _clause(row: IssueVerdict, *, sources: bool = False) -> str:
    points = f"[{', '.join(row.cell.points)}] " if row.cell.points else ""
    cited = sources_text(row.cell.evidence) if sources else ""
    return "\n".join(filter(None, (f"{points}{cell_text(row.cell)}", cited)))


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
                yield f"{kind} {_STATE_NAMES.get(state, state)}: {said}"


def _statement(one: Statement) -> str:
    return f"on the plan as a whole, {one.speaker}, {one.stated_on}: {one.says} [{one.stance}]"


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
    title = f"{', '.join(plans)} for {tables[0].stakeholder.party}{_as_of(tables[0])}"
    return Table(title, ("issue", *plans), rows, notes=notes, leading=True)


def lines_table(panel: VerdictPanel, *, topics: Iterable[str] = (), sources: bool = False) -> Table:
    """A row for each red line, with its state on each plan."""
    wanted = set(topics)
    rows = tuple(
        Row(
            one[0].stakeholder.party,
            (_line(found[0].position), *(_state(line, table, sources) for line, table in pairs)),
            _about(one),
            _STATE_TONES.get(found[0].state, ""),
        )
        for one in panel.rows
        for found in zip(*(table.lines for table in one), strict=True)
        if not wanted or found[0].position.topic in wanted
        for pairs in [list(zip(found, one, strict=True))]
    )
    plans = [plan.id for plan in panel.plans]
    dated = _as_of(panel.rows[0][0]) if panel.rows else ""
    without = [one[0].stakeholder.party for one in panel.rows if not one[0].lines]
    notes = [f"no red line on record{dated}: {', '.join(without)}"] if without else []
    title = f"{', '.join(plans)}: red lines{dated}"
    return Table(title, ("red line", *plans), rows, "stakeholder", tuple(notes), leading=True)


def _about(tables: Sequence[VerdictTable]) -> str:
    lines = []
    for table in tables:
        counts = ", ".join(
            f"{count} {name}"
            for name, count in table.summary.items()
            if count and name != Verdict.UNADDRESSED
        )
        lines.append(f"{table.plan.id}: {counts or 'nothing to hold it against'}")
        lines += [f"  {_statement(one)}" for one in table.statements]
    return "\n".join(lines)


def _line(position: Position) -> str:
    kind = " (inferred)" if position.inferred else ""
    said = f"{position.speaker}, {position.stated_on}"
    return f"{position.line}{kind}\n{said}\n{sources_text(position.evidence)}"


def _state(line: RedLine, table: VerdictTable, sources: bool) -> str:
    lines = [_STATE_NAMES.get(line.state, str(line.state))]
    telling = [issue for issue, state in line.issues if state is line.state]
    if line.state is LineState.MET:
        telling = telling[:1]
    rows = [table.verdict(issue) for issue in telling]
    several = len(line.issues) > 1
    lines += [f"{row.issue}: {_clause(row)}" if several else _clause(row) for row in rows]
    if sources or line.state is LineState.CROSSED:
        cited = [sources_text(row.cell.evidence) for row in rows]
        lines += filter(None, dict.fromkeys(cited))
    return "\n".join(lines)


def crossings_table(
    found: Crossings, *, topics: Iterable[str] = (), sources: bool = False
) -> Table:
    """A row for each red line of each stakeholder: before, after, and what became of it."""
    wanted = set(topics)
    rows = tuple(
        Row(
            row.stakeholder,
            (
                _line(row.position) if sources else _short(row),
                _STATE_NAMES.get(row.before.state, str(row.before.state)),
                _STATE_NAMES.get(row.after.state, str(row.after.state)),
                str(row.effect),
            ),
            tone=_effect_tone(row.effect),
        )
        for row in found.rows
        if not wanted or row.position.topic in wanted
    )
    dated = f", as of {found.as_of}" if found.as_of else ""
    names = found.before.id, found.after.id
    title = f"{names[0]} -> {names[1]}: red lines{dated}"
    columns = ("red line", *names, "effect")
    notes = tuple(_in_words(found))
    return Table(title, columns, rows, "stakeholder", notes, toned=3, leading=True)


def _short(row: Crossing) -> str:
    kind = ", inferred" if row.before.inferred else ""
    return f"{row.position.line} ({row.position.stated_on}{kind})"


def _effect_tone(effect: Effect) -> str:
    tones = {Effect.NEWLY_CROSSED: "removed", Effect.NO_LONGER_CROSSED: "added"}
    return tones.get(effect, "unknown" if "undecided" in effect else "")


def _in_words(found: Crossings) -> Iterator[str]:
    """One sentence a stakeholder whose lines are affected, declared and inferred ones apart."""
    for name in dict.fromkeys(row.stakeholder for row in found.rows):
        parts = []
        for inferred, kind in ((False, "declared"), (True, "inferred")):
            parts += [
                f"{count} {kind} {effect}"
                for effect in Effect
                if effect not in (Effect.STILL_MET, Effect.STILL_CROSSED, Effect.STILL_UNDECIDED)
                and (count := found.count(name, effect, inferred=inferred))
            ]
        yield f"{name}: {', '.join(parts) or 'no red line affected'}"


def positions_table(
    stakeholder: Stakeholder, *, topics: Iterable[str] = (), sources: bool = False
) -> Table:
    """What a stakeholder said: a row for each position, then its words on plans as a whole."""
    wanted = set(topics)
    rows = [
        Row(
            position.topic,
            (
                "\n".join(position.issues),
                "\n".join(_wishes(position)),
                f"{position.salience.level}\n{position.salience.reason}",
                _said_by(position, sources),
            ),
        )
        for position in stakeholder.positions
        if not wanted or position.topic in wanted
    ]
    rows.sort(key=lambda row: topic_order(row.group))
    plans = [
        Row(
            "statements on plans",
            (one.plan, f"{one.stance}: {one.says}", "", _said_by(one, sources)),
        )
        for one in stakeholder.stated()
        if not wanted
    ]
    notes = []
    if stakeholder.not_found and not wanted:
        notes.append(f"no public statement found: {', '.join(stakeholder.not_found)}")
    if stakeholder.note:
        notes.append(stakeholder.note)
    title = f"{stakeholder.party}: {counted(len(stakeholder.positions), 'position')}"
    columns = ("issue", "what was said", "salience", "by whom")
    return Table(title, columns, (*rows, *plans), notes=tuple(notes), leading=True)


def _wishes(position: Position) -> Iterator[str]:
    yield position.says
    for name, wish in (
        ("prefers", position.preferred),
        ("accepts", position.accepted),
        ("rejects", position.rejected),
    ):
        if wish:
            grade = f" ({position.strength})" if name == "rejects" else ""
            yield f"{name}{grade}: {wish}"
    if position.line:
        yield f"red line{' (inferred)' if position.inferred else ''}: {position.line}"


def _said_by(one: Position | Statement, sources: bool) -> str:
    joint = f"with {', '.join(one.joint_with)}" if one.joint_with else ""
    cited = sources_text(one.evidence) if sources else ""
    sure = f"confidence {one.confidence}" if isinstance(one, Position) else ""
    return "\n".join(filter(None, (one.speaker, one.stated_on, joint, sure, cited)))


def explanation(table: VerdictTable, issue: str) -> str:
    """One paragraph: what the plan says on an issue, what the party said, why the verdict, both
    sources.
    """
    row = table.judged(issue)
    party, plan = table.stakeholder.party, table.plan
    points = f"point {', '.join(row.cell.points)}, " if row.cell.points else ""
    parts = [f"On {issue}, {plan.id} ({points}{_cited(row.cell.evidence)}): {cell_text(row.cell)}."]
    rivals = row.cell.provision.readings if row.cell.provision else ()
    parts += [f"It may also be read so: {one.says}" for one in rivals]
    for one in row.positions:
        said = "; ".join(line for line in list(_wishes(one))[1:])
        parts.append(
            f"{party} ({one.speaker}, {one.stated_on}, {_cited(one.evidence)}): "
            f"{one.says.rstrip('.')}. Read as: {said}."
        )
    if not row.positions:
        parts.append(f"Of {party}, no position on it is on record{_as_of(table)}.")
    parts.append(f"Verdict: {row.verdict}, since {_reason(row, table)}.")
    return " ".join(parts)


def _cited(evidence: Iterable[Evidence]) -> str:
    found = [source for one in evidence for source in one.sources]
    return f"source {', '.join(dict.fromkeys(found))}" if found else "no source"


def _reason(row: IssueVerdict, table: VerdictTable) -> str:
    match row.verdict:
        case Verdict.REJECTED:
            return "the plan's content is what was ruled out"
        case Verdict.PREFERRED:
            return "the plan's content is what was called the aim"
        case Verdict.ACCEPTABLE:
            return "the plan's content is not the aim but was called acceptable"
        case Verdict.CONTRARY if table.bench.refuses(row.positions, row.issue):
            return "the plan's content was refused, though not ruled out"
        case Verdict.CONTRARY:
            return "the plan's content is neither the aim nor accepted, and it was not ruled out"
        case Verdict.UNADDRESSED if not row.positions:
            return "there is nothing to hold the plan against"
        case Verdict.UNADDRESSED:
            return "nothing that was ruled out is met with, and nothing else was wished"
    return _why_open(row)


def _why_open(row: IssueVerdict) -> str:
    if row.cell.provision is None:
        where = {"deferred": "left to be settled", "undisclosed": "not public"}
        return f"its content is {where.get(str(row.cell.treatment), 'moved to another track')}"
    if any(reading.terms for reading in row.cell.provision.readings):
        return "rival readings of the clause, or terms that it does not state, decide"
    return "it turns on a term that the clause does not state, or on values without an order"
