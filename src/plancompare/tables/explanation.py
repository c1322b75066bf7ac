"""Why an issue has its verdict, in a paragraph."""

from __future__ import annotations

from collections.abc import Iterable

from plancompare.model import Evidence
from plancompare.scoring.ruling import Verdict
from plancompare.scoring.verdict import IssueVerdict, VerdictTable
from plancompare.tables.cells import cell_text, dated
from plancompare.tables.position_tables import wishes

__all__ = ["explanation"]


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
        said = "; ".join(line for line in list(wishes(one))[1:])
        parts.append(
            f"{party} ({one.speaker}, {one.stated_on}, {_cited(one.evidence)}): "
            f"{one.says.rstrip('.')}. Read as: {said}."
        )
    if not row.positions:
        parts.append(f"Of {party}, no position on it is on record{dated(table.as_of)}.")
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
