"""Plans, their points, clauses, terms and readings, and how each plan treats each issue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from plancompare.diffing.matrix import Matrix
from plancompare.model import Plan, Provision, amount_of, kind_of_issue
from plancompare.model.spelling import spell
from plancompare.tables.cells import weakness
from plancompare.tables.tidy.shape import Column, Link, Shape, TidyTable, Value, as_json, joined

__all__ = [
    "issues_table",
    "points_table",
    "provisions_table",
    "readings_table",
    "reports_table",
    "terms_table",
    "tidy_plans",
]

PLAN = Column("plan", "id of the plan", required=True)
ISSUE = Column("issue", "the thing negotiated: kind, key and, where needed, part", required=True)
KIND = Column("kind", "the kind of provision", required=True)
TOPIC = Column("topic", "the group of kinds", required=True)
TO_PLAN = Link(("plan",), "plans", ("plan",))
_TO_CLAUSE = Link(("plan", "issue"), "provisions", ("plan", "issue"))

PLANS = Shape(
    "plans",
    "One row for each plan.",
    (
        PLAN,
        Column("title", "what the document is called", required=True),
        Column("conflict", "id of the conflict", required=True),
        Column("date", "day of the document", "date", required=True),
        Column("proponents", "ids of the parties that put it forward"),
        Column("text_status", "how the text became known", required=True),
        Column("disclosure", "full or partial: what a missing clause means", required=True),
        Column("revises", "id of the plan that it revises"),
        Column("responds_to", "id of the plan that it responds to"),
        Column("points", "how many points it has", "integer", required=True),
        Column("stated", "how many issues it states", "integer", required=True),
        Column("note", "remark of the encoder"),
    ),
    ("plan",),
)

REPORTS = Shape(
    "reports",
    "One row for each thing that was said about a document as a whole.",
    (
        PLAN,
        Column("report", "running number within the plan", "integer", required=True),
        Column("says", "what was said, in own words", required=True),
        Column("points", "how many points the document was said to have", "integer"),
        Column("speaker", "who said it"),
        Column("said_on", "day, or month where the day is not known"),
    ),
    ("plan", "report"),
    (TO_PLAN,),
)

POINTS = Shape(
    "points",
    "One row for each point, in the order of the text.",
    (
        PLAN,
        Column("point", "place in the text, from 1", "integer", required=True),
        Column("number", "number as printed; empty where it is not public"),
        Column("heading", "heading as printed"),
        Column("summary", "what the point says, in own words"),
        Column("text", "text as printed, where it is part of the record"),
        Column("replaces", "numbers of the points that it revises in the earlier plan"),
        Column("provisions", "how many typed clauses it has", "integer", required=True),
        Column("note", "remark of the encoder"),
    ),
    ("plan", "point"),
    (TO_PLAN,),
)

PROVISIONS = Shape(
    "provisions",
    "One row for each clause, in the order of the text.",
    (
        PLAN,
        ISSUE,
        Column(
            "point", "place in the text of the point in which it stands", "integer", required=True
        ),
        Column("at", "numbers of the points from which it is drawn, as printed"),
        KIND,
        TOPIC,
        Column("pax", "nearest code of the PA-X database"),
        Column("key", "what the clause is about, as in the issue"),
        Column("part", "what tells it apart from parallel clauses"),
        Column("modality", "how binding the sentence is", required=True),
        Column("obligors", "ids of the parties of whom it asks something"),
        Column("beneficiaries", "ids of the parties for whose good it is made"),
        Column("wording", "a few quoted words, where the wording itself is at issue"),
        Column("readings", "how many rival readings it has", "integer", required=True),
        Column("checked", "how well the clause was checked", required=True),
        Column("note", "remark of the encoder"),
    ),
    ("plan", "issue"),
    (TO_PLAN, Link(("plan", "point"), "points", ("plan", "point"))),
)

TERMS = Shape(
    "terms",
    "One row for each term of each clause, also of those terms that the text does not state.",
    (
        PLAN,
        ISSUE,
        Column("term", "name of the term", required=True),
        Column(
            "state",
            "stated; none: silence means that there is none; not-stated: the text, which is all "
            "public, leaves it open; undisclosed: the text is not all public",
            required=True,
        ),
        Column("value", "the value in words, where one is stated"),
        Column("number", "the value as a number, where it is a number or a sum of money", "number"),
        Column("unit", "currency of a sum of money"),
        Column("value_json", "the value as JSON, as files write it"),
    ),
    ("plan", "issue", "term"),
    (TO_PLAN, _TO_CLAUSE),
)

READINGS = Shape(
    "readings",
    "One row for each rival reading of an ambiguous clause.",
    (
        PLAN,
        ISSUE,
        Column("reading", "running number within the clause", "integer", required=True),
        Column("why", "why there is a rival", required=True),
        Column("says", "what it says, in own words", required=True),
        Column("terms_json", "the terms that it reads otherwise, as JSON", required=True),
    ),
    ("plan", "issue", "reading"),
    (TO_PLAN, _TO_CLAUSE),
)

ISSUES = Shape(
    "issues",
    "One row for each plan and each issue that any of the plans states or lists.",
    (
        PLAN,
        ISSUE,
        KIND,
        TOPIC,
        Column("treatment", "stated, deferred, undisclosed or silent", required=True),
        Column("at", "numbers of the points in which it is stated, as printed"),
        Column("left_to", "ids of those to whom it is left, or of the track to which it moved"),
        Column("reported", "what is reported of an issue whose content is not public"),
        Column("weak_evidence", "what is weak about the evidence: unverified, press report, ..."),
        Column("note", "remark of the encoder on a listed issue"),
    ),
    ("plan", "issue"),
    (TO_PLAN,),
)


def tidy_plans(plans: Iterable[Plan]) -> TidyTable:
    """A row for each plan."""
    return PLANS.filled(
        (
            plan.id,
            plan.title,
            plan.conflict,
            plan.date.isoformat(),
            joined(plan.proponents),
            plan.text_status,
            plan.disclosure,
            plan.revises,
            plan.responds_to,
            len(plan.points),
            len(plan.stated),
            plan.note,
        )
        for plan in plans
    )


def reports_table(plans: Iterable[Plan]) -> TidyTable:
    """A row for each report on a document as a whole."""
    return REPORTS.filled(
        (plan.id, place, one.says, one.points, one.speaker, one.said_on)
        for plan in plans
        for place, one in enumerate(plan.reports, 1)
    )


def points_table(plans: Iterable[Plan]) -> TidyTable:
    """A row for each point."""
    return POINTS.filled(
        (
            plan.id,
            place,
            point.number,
            point.heading,
            point.summary,
            point.text,
            joined(point.replaces),
            len(point.provisions),
            point.note,
        )
        for plan in plans
        for place, point in enumerate(plan.points, 1)
    )


def provisions_table(plans: Iterable[Plan]) -> TidyTable:
    """A row for each clause."""
    return PROVISIONS.filled(
        (
            plan.id,
            one.issue,
            place,
            joined(point.labels(one)),
            one.kind,
            one.topic,
            one.pax,
            one.issue.partition("#")[0].removeprefix(one.kind).removeprefix("/") or None,
            one.part,
            one.modality,
            joined(one.obligors),
            joined(one.beneficiaries),
            joined(one.wording),
            len(one.readings),
            one.checked,
            one.note,
        )
        for plan in plans
        for place, point in enumerate(plan.points, 1)
        for one in point.provisions
    )


def terms_table(plans: Iterable[Plan]) -> TidyTable:
    """A row for each term of each clause."""
    return TERMS.filled(
        (plan.id, one.issue, *row)
        for plan in plans
        for one in plan.provisions
        for row in _terms(one, partial=plan.disclosure == "partial")
    )


def _terms(provision: Provision, *, partial: bool) -> Iterator[tuple[Value, ...]]:
    plain = provision.terms()
    for name, spec in provision.spec.terms.items():
        if name in plain:
            data = plain[name]
            words = spell(getattr(provision, name))
            yield name, "stated", words, *_measured(data), as_json(data)
        else:
            state = "none" if spec.none_if_silent else "not-stated"
            yield name, "undisclosed" if partial else state, None, None, None, None


_MONEY = re.compile(r"[0-9.]+(e[0-9]+)? [A-Z]{3}")


def _measured(data: Any) -> tuple[Value, Value]:
    """The number in a value and its unit, if there is one."""
    if isinstance(data, int) and not isinstance(data, bool):
        return data, None
    if isinstance(data, str) and _MONEY.fullmatch(data):
        amount, currency = amount_of(data)
        return int(amount) if amount == int(amount) else float(amount), currency
    return None, None


def readings_table(plans: Iterable[Plan]) -> TidyTable:
    """A row for each rival reading."""
    return READINGS.filled(
        (plan.id, one.issue, place, reading.why, reading.says, as_json(dict(reading.terms)))
        for plan in plans
        for one in plan.provisions
        for place, reading in enumerate(one.readings, 1)
    )


def issues_table(matrix: Matrix) -> TidyTable:
    """A row for each plan and issue, plan by plan."""
    return ISSUES.filled(
        (
            plan.id,
            row.issue,
            kind_of_issue(row.issue),
            row.topic,
            cell.treatment.value,
            joined(cell.points),
            joined(cell.left_to),
            cell.reported,
            weakness(cell) or None,
            cell.entry.note if cell.entry else None,
        )
        for place, plan in enumerate(matrix.plans)
        for row in matrix.rows
        for cell in (row.cells[place],)
    )
