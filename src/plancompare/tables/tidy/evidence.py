"""On what every claim rests: a row for each claim and source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plancompare.model import Evidence, Plan, Stakeholder
from plancompare.tables.tidy.shape import Column, Link, Shape, TidyTable, Value

__all__ = ["evidence_table"]

EVIDENCE = Shape(
    "evidence",
    "One row for each source of each piece of evidence.",
    (
        Column("evidence", "running number of the piece of evidence", "integer", required=True),
        Column("source", "id of the source", required=True),
        Column(
            "claim",
            "on what: plan, report, point, provision, reading, listing (an issue that no point "
            "states), position or statement",
            required=True,
        ),
        Column("plan", "id of the plan that is claimed about"),
        Column("point", "place of the point in the text, from 1", "integer"),
        Column("issue", "the issue of the provision, reading or listing"),
        Column("item", "running number of the report or reading", "integer"),
        Column("stakeholder", "id of the party that took the position or made the statement"),
        Column("position", "id of the position or statement"),
        Column("locator", "the place within the source"),
        Column("basis", "what the claim rests on", required=True),
        Column("checked", "how well it was checked", required=True),
        Column("speaker", "who said it"),
        Column("said_on", "day, or month where the day is not known"),
        Column("note", "remark of the encoder"),
    ),
    ("evidence", "source"),
    (
        Link(("source",), "sources", ("source",)),
        Link(("plan",), "plans", ("plan",)),
        Link(("stakeholder",), "stakeholders", ("stakeholder",)),
    ),
)


class _Claim(NamedTuple):
    claim: str
    plan: str | None = None
    point: int | None = None
    issue: str | None = None
    item: int | None = None
    stakeholder: str | None = None
    position: str | None = None


def evidence_table(plans: Iterable[Plan], stakeholders: Iterable[Stakeholder] = ()) -> TidyTable:
    """A row for each source of each claim of some plans and stakeholders."""
    found = (pair for claims in (*map(_of_plan, plans), *map(_of, stakeholders)) for pair in claims)
    pieces = ((claim, one) for claim, evidence in found for one in evidence)
    return EVIDENCE.filled(
        row for number, (claim, one) in enumerate(pieces, 1) for row in _rows(number, claim, one)
    )


def _rows(number: int, claim: _Claim, one: Evidence) -> Iterator[tuple[Value, ...]]:
    about = one.locator, one.basis, one.checked, one.speaker, one.said_on, one.note
    for source in one.sources:
        yield number, source, *claim, *about


_Found = tuple[_Claim, tuple[Evidence, ...]]


def _of_plan(plan: Plan) -> Iterator[_Found]:
    yield _Claim("plan", plan.id), plan.evidence
    for item, report in enumerate(plan.reports, 1):
        yield _Claim("report", plan.id, item=item), report.evidence
    for place, point in enumerate(plan.points, 1):
        yield _Claim("point", plan.id, place), point.evidence
        for one in point.provisions:
            yield _Claim("provision", plan.id, place, one.issue), one.evidence
            for item, reading in enumerate(one.readings, 1):
                yield _Claim("reading", plan.id, place, one.issue, item), reading.evidence
    for issue, entry in plan.listed.items():
        yield _Claim("listing", plan.id, issue=issue), entry.evidence


def _of(stakeholder: Stakeholder) -> Iterator[_Found]:
    party = stakeholder.party
    for claim, some in (("position", stakeholder.positions), ("statement", stakeholder.statements)):
        for one in some:
            yield _Claim(claim, stakeholder=party, position=one.id), one.evidence
