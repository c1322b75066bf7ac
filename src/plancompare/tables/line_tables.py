"""Red lines, and what became of them from one draft to the next, as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from plancompare.model import Position, Statement
from plancompare.scoring.bench import LineState, RedLine
from plancompare.scoring.crossings import Crossing, Crossings, Effect
from plancompare.scoring.panel import VerdictPanel
from plancompare.scoring.ruling import Verdict
from plancompare.scoring.verdict import IssueVerdict, VerdictTable
from plancompare.tables.cells import cell_text, dated, sources_text
from plancompare.tables.table import Row, Table

__all__ = ["STATE_NAMES", "clause_text", "crossings_table", "lines_table", "statement_text"]

STATE_NAMES = {LineState.MET: "not crossed"}
"""Words for states whose names would not be understood."""
_STATE_TONES = {LineState.CROSSED: "removed", LineState.UNDECIDED: "unknown"}


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
    by_then = dated(panel.rows[0][0].as_of) if panel.rows else ""
    without = [one[0].stakeholder.party for one in panel.rows if not one[0].lines]
    notes = [f"no red line on record{by_then}: {', '.join(without)}"] if without else []
    title = f"{', '.join(plans)}: red lines{by_then}"
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
        lines += [f"  {statement_text(one)}" for one in table.statements]
    return "\n".join(lines)


def statement_text(one: Statement) -> str:
    """What was said of a plan as a whole."""
    return f"on the plan as a whole, {one.speaker}, {one.stated_on}: {one.says} [{one.stance}]"


def _line(position: Position) -> str:
    kind = " (inferred)" if position.inferred else ""
    said = f"{position.speaker}, {position.stated_on}"
    return f"{position.line}{kind}\n{said}\n{sources_text(position.evidence)}"


def _state(line: RedLine, table: VerdictTable, sources: bool) -> str:
    lines = [STATE_NAMES.get(line.state, str(line.state))]
    telling = [issue for issue, state in line.issues if state is line.state]
    if line.state is LineState.MET:
        telling = telling[:1]
    rows = [table.verdict(issue) for issue in telling]
    several = len(line.issues) > 1
    lines += [f"{row.issue}: {clause_text(row)}" if several else clause_text(row) for row in rows]
    if sources or line.state is LineState.CROSSED:
        cited = [sources_text(row.cell.evidence) for row in rows]
        lines += filter(None, dict.fromkeys(cited))
    return "\n".join(lines)


def clause_text(row: IssueVerdict, *, sources: bool = False) -> str:
    """What the plan says on an issue, with the points where it stands."""
    points = f"[{', '.join(row.cell.points)}] " if row.cell.points else ""
    cited = sources_text(row.cell.evidence) if sources else ""
    return "\n".join(filter(None, (f"{points}{cell_text(row.cell)}", cited)))


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
                STATE_NAMES.get(row.before.state, str(row.before.state)),
                STATE_NAMES.get(row.after.state, str(row.after.state)),
                str(row.effect),
            ),
            tone=_effect_tone(row.effect),
        )
        for row in found.rows
        if not wanted or row.position.topic in wanted
    )
    names = found.before.id, found.after.id
    title = f"{names[0]} -> {names[1]}: red lines{dated(found.as_of)}"
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
