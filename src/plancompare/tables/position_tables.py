"""What stakeholders said, as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plancompare.errors import counted
from plancompare.model import Position, Stakeholder, Statement
from plancompare.model.topics import topic_order
from plancompare.tables.cells import sources_text
from plancompare.tables.table import Row, Table

__all__ = ["positions_table", "wishes"]


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
                "\n".join(wishes(position)),
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


def wishes(position: Position) -> Iterator[str]:
    """What was said, and how it is read."""
    yield position.says
    for name, wish in position.predicates.items():
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
