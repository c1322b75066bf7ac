"""One draft: metadata, ordered points, and what is known of issues that no point states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, Literal, NamedTuple, Self

from pydantic import Field, model_validator

from plancompare.model.evidence import Cited
from plancompare.model.faults import Fault, refuse
from plancompare.model.frozen import Frozen
from plancompare.model.identifiers import IssueId, PartyId, PlanId, Slug
from plancompare.model.point import Point
from plancompare.model.provision import Provision, embeds_provisions
from plancompare.model.scales import SetOf
from plancompare.model.text import Text
from plancompare.model.timing import Day, PartialDate
from plancompare.presenting import Presented

__all__ = [
    "Deferral",
    "Listing",
    "Omission",
    "Plan",
    "Report",
    "Stated",
    "Treatment",
    "Undisclosed",
]


class Treatment(StrEnum):
    """How a plan treats an issue: four different things."""

    STATED = "stated"
    DEFERRED = "deferred"
    UNDISCLOSED = "undisclosed"
    SILENT = "silent"


class Listing(Frozen):
    """Issues that no point states, what is known of them, and from where."""

    issues: Annotated[SetOf[IssueId], Field(min_length=1)]
    evidence: Cited = ()
    note: Text | None = None


class Omission(Listing):
    """Issues reported to have been taken out, or left out; `to` if moved to another track."""

    to: PartyId | None = None


class Deferral(Listing):
    """Issues left to somebody to settle, and to whom."""

    to: SetOf[PartyId] = ()


class Undisclosed(Listing):
    """Issues whose content is not public although something about them was reported."""

    reported: Literal["modified"]


_TREATMENTS: dict[type[Listing], Treatment] = {
    Omission: Treatment.SILENT,
    Deferral: Treatment.DEFERRED,
    Undisclosed: Treatment.UNDISCLOSED,
}


class Report(Frozen):
    """What somebody said about the document as a whole, such as its number of points."""

    says: Text
    points: Annotated[int, Field(ge=1, le=10_000, strict=True)] | None = None
    speaker: Text | None = None
    said_on: PartialDate | None = None
    evidence: Cited = ()


class Stated(NamedTuple):
    """A provision and the point in which it stands."""

    provision: Provision
    point: Point


class Plan(Presented, Frozen):
    """One draft of a settlement. Its value never changes; `treatment` answers for any issue.

    >>> import plancompare
    >>> plan = plancompare.load("us-28")
    >>> str(plan.treatment("force-ceiling/ukraine"))
    'stated'
    >>> str(plan.treatment("compensation/ukraine"))
    'silent'
    """

    id: Slug
    title: Text
    conflict: Slug
    date: Day
    proponents: SetOf[PartyId] = ()
    text_status: Literal[
        "official", "signed", "published-by-press", "leaked", "read-out", "reported"
    ]
    disclosure: Literal["full", "partial"]
    revises: PlanId | None = None
    responds_to: PlanId | None = None
    evidence: Cited = ()
    note: Text | None = None
    reports: tuple[Report, ...] = ()
    preamble: Text | None = None
    points: tuple[Point, ...] = ()
    omits: tuple[Omission, ...] = ()
    defers: tuple[Deferral, ...] = ()
    undisclosed: tuple[Undisclosed, ...] = ()

    @model_validator(mode="after")
    def _is_coherent(self) -> Self:
        refuse(_faults(self))
        return self

    @cached_property
    def stated(self) -> dict[str, Stated]:
        """Every issue the plan states, in the order of the text, with its provision and point."""
        return {
            provision.issue: Stated(provision, point)
            for point in self.points
            for provision in point.provisions
        }

    @cached_property
    def plain(self) -> dict[str, Mapping[str, Any]]:
        """What each clause says that may say one thing only, term by term, by issue."""
        return {
            issue: clause.contents[0]
            for issue, (clause, _) in self.stated.items()
            if len(clause.contents) == 1
        }

    @property
    def listings(self) -> Iterator[tuple[str, int, Listing]]:
        """Every entry of `omits`, `defers` and `undisclosed`: field, position in it, entry."""
        for name in ("omits", "defers", "undisclosed"):
            for index, entry in enumerate(getattr(self, name)):
                yield name, index, entry

    @cached_property
    def listed(self) -> dict[str, Listing]:
        """Every issue that is listed as omitted, deferred or undisclosed, with that entry."""
        return {issue: entry for _, _, entry in self.listings for issue in entry.issues}

    @cached_property
    def issues(self) -> tuple[str, ...]:
        """Every issue that the plan states or lists, in its order."""
        return tuple(dict.fromkeys((*self.stated, *self.listed)))

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """Those among the issues that are parts of another, such as its phases."""
        return tuple(issue for issue in self.issues if "#" in issue)

    @property
    def provisions(self) -> Iterator[Provision]:
        """All provisions in the order of the text."""
        return (provision for point in self.points for provision in point.provisions)

    @property
    def text(self) -> str:
        """The text as far as it is on record: preamble, sections, points with number and heading.

        Of an imported plan nothing but spacing differs from what was imported.
        """
        blocks = [self.preamble]
        for point in self.points:
            marker = point.printed or (f"{point.number}." if point.number else "")
            set_in = (point.text or "").replace("\n", "\n    ")
            first, *more = (point.heading, point.text) if point.heading else (set_in,)
            blocks += [point.section, f"{marker} {first}".strip(), *more]
        return "\n\n".join(filter(None, blocks)) + "\n"

    def treatment(self, issue: str) -> Treatment:
        """How the plan treats an issue. Total: what a full text does not mention, it is silent on;
        what is not known of a partly disclosed one is undisclosed.
        """
        if issue in self.stated:
            return Treatment.STATED
        entry = self.listed.get(issue)
        if entry is not None:
            return _TREATMENTS[type(entry)]
        return Treatment.SILENT if self.disclosure == "full" else Treatment.UNDISCLOSED


def _faults(plan: Plan) -> Iterator[Fault]:
    """What cannot be true of one plan, although each part of it is well-formed."""
    seen: dict[str, str] = {}
    numbers: dict[str, int] = {}
    for index, point in enumerate(plan.points):
        if point.number:
            if point.number in numbers:
                yield Fault(
                    ("points", index, "number"),
                    f"point {point.number} stands twice",
                    f"number it otherwise, or merge it with points[{numbers[point.number]}]",
                )
            numbers.setdefault(point.number, index)
        elif plan.disclosure == "full":
            yield Fault(
                ("points", index),
                "a point of a fully disclosed text has no number",
                "give it the number that the document prints",
            )
        for position, provision in enumerate(point.provisions):
            issue, place = provision.issue, ("points", index, "provisions", position)
            if issue in seen:
                yield Fault(
                    place,
                    f"states the issue {issue} again, already stated in {seen[issue]}",
                    "merge the two clauses, tell them apart by part, or make one a reading",
                )
            seen.setdefault(issue, f"point {point.name}")
    yield from _faults_of_lists(plan, seen)
    if plan.id in (plan.revises, plan.responds_to):
        yield Fault(("id",), "the plan revises or answers itself", "name the earlier draft")


def _faults_of_lists(plan: Plan, seen: dict[str, str]) -> Iterator[Fault]:
    for name, index, entry in plan.listings:
        if name == "undisclosed" and plan.disclosure == "full":
            yield Fault(
                (name, index),
                "a fully disclosed text leaves nothing undisclosed",
                "set disclosure: partial, or state the issues",
            )
        for issue in entry.issues:
            if issue in seen:
                yield Fault(
                    (name, index, "issues", issue),
                    f"{issue} is listed here, but was treated already in {seen[issue]}",
                    "keep one of the two",
                )
            seen.setdefault(issue, name)


embeds_provisions(Plan)
