"""What is held against each plan once it can be read: one function per rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, Protocol, TypeVar

from pydantic import BaseModel, ValidationError

from plancompare.errors import counted, listed, nearest
from plancompare.library.library import REGISTERS, Library
from plancompare.library.node import Part
from plancompare.library.own_kinds import known_kinds
from plancompare.library.references import references
from plancompare.model import KINDS, Plan, Rule, Stakeholder, Treatment, kind_of_issue

__all__ = [
    "CITE",
    "PLAN_RULES",
    "AuditRule",
    "Finding",
    "dangling",
    "faults_of_issue",
    "in_order",
    "named_by_file",
    "uncited",
]


class Finding(NamedTuple):
    """A place in a file, what is wrong there, and what to do."""

    place: tuple[Part, ...]
    what: str
    remedy: str


V_contra = TypeVar("V_contra", contravariant=True)


class AuditRule(Protocol[V_contra]):
    """What is held against a value of a file, in the light of the library."""

    def __call__(self, value: V_contra, library: Library, /) -> Iterator[Finding]:
        """Everything found wrong."""


CITE = "add evidence: with sources, basis and checked"
"""At the place of the evidence, so that it is found there where `TODO` stands instead."""


def dangling(value: BaseModel, library: Library) -> Iterator[Finding]:
    """Every id that is not found where it must be."""
    known = {}
    for place, registers, name in references(value):
        if registers not in known:
            known[registers] = library.known(registers)
        if name not in known[registers]:
            homes = [f"seeds/{REGISTERS[one][0]}.yaml" for one in registers if one in REGISTERS]
            remedy = f"add it to {' or '.join(homes)}" if homes else "add that plan to the library"
            what = f"unknown {' or '.join(registers)} {name!r}"
            yield Finding(place, what, nearest(name, known[registers], remedy))


def named_by_file(value: Plan | Stakeholder | Rule, stem: str | None) -> Iterator[Finding]:
    """A YAML file bears the id of its plan or rule, or of the party whose positions it holds."""
    field = "party" if isinstance(value, Stakeholder) else "id"
    name = getattr(value, field)
    if stem not in (None, name):
        what = f"the {field} {name!r} is not the name of the file"
        yield Finding((field,), what, f"write {field}: {stem}, or rename the file to {name}.yaml")


def uncited(plan: Plan) -> Iterator[Finding]:
    """Every claim without evidence."""
    if not plan.evidence:
        yield Finding(("evidence",), "the plan cites no source", CITE)
    for index, point in enumerate(plan.points):
        for position, provision in enumerate(point.provisions):
            if not provision.evidence:
                clause = ("points", index, "provisions", position, "evidence")
                yield Finding(clause, f"{provision.issue} cites no source", CITE)
    for name in ("omits", "defers", "undisclosed", "reports"):
        for index, entry in enumerate(getattr(plan, name)):
            if not entry.evidence:
                place = (name, index, "evidence")
                yield Finding(place, "the entry cites no source", CITE)


def _cited(plan: Plan, library: Library) -> Iterator[Finding]:
    return uncited(plan)


def _known_issues(plan: Plan, library: Library) -> Iterator[Finding]:
    for name in ("omits", "defers", "undisclosed"):
        for index, entry in enumerate(getattr(plan, name)):
            for issue in entry.issues:
                for _, what, remedy in faults_of_issue(issue, library):
                    yield Finding((name, index, "issues", issue), what, remedy)


def faults_of_issue(issue: str, library: Library) -> Iterator[Finding]:
    """What is wrong with an issue id; of a pattern, the keys that it leaves open are not looked at."""
    head = kind_of_issue(issue)
    kind = KINDS.get(head)
    if kind is None:
        yield Finding((), f"{issue}: unknown kind {head!r}", known_kinds(head, library.folders))
        return
    body, sharp, part = issue.partition("#")
    keys = body.split("/")[1:]
    needed = sum(kind.model_fields[key].is_required() for key in kind.spec.keys)
    counts = sorted({needed, len(kind.spec.keys)})
    form = f"write it as {listed(['/'.join([head, *kind.spec.keys[:one]]) for one in counts])}"
    if not needed <= len(keys) <= len(kind.spec.keys):
        yield Finding((), f"{issue} has {counted(len(keys), 'key')}", form)
        return
    given: dict[str, Any] = dict(zip(kind.spec.keys, keys, strict=False))
    try:
        clause = kind.model_validate(given)
    except ValidationError as error:
        wrong = [str(one["input"]) for one in error.errors(include_url=False)]
        if wrong := [one for one in wrong if one != "*"]:
            yield Finding((), f"{issue}: {listed(wrong)} cannot stand there", form)
            return
        known = {name: None if key == "*" else key for name, key in given.items()}
        clause = kind.model_construct(**known)
    if "*" not in body and clause.issue != body:
        yield Finding((), f"{issue} is not in order", f"write {clause.issue}{sharp}{part}")
    yield from dangling(clause, library)


def in_order(issue: str) -> str:
    """An issue in which those between whom something is agreed stand in order.

    >>> in_order("dialogue/russia+nato#first")
    'dialogue/nato+russia#first'
    """
    body, sharp, part = issue.partition("#")
    keys = ("+".join(sorted(key.split("+"))) for key in body.split("/"))
    return f"{'/'.join(keys)}{sharp}{part}"


def _lineage(plan: Plan, library: Library) -> Iterator[Finding]:
    base = library.load(plan.revises) if plan.revises in library.ids else None
    numbers = {point.number for point in base.points if point.number} if base else set()
    for index, point in enumerate(plan.points):
        for label in point.replaces:
            place = ("points", index, "replaces", label)
            if not plan.revises:
                what, remedy = "the plan revises nothing", "add revises: with the id of that plan"
                yield Finding(place, what, remedy)
            elif base and label not in numbers:
                remedy = f"its points are {', '.join(p.number for p in base.points if p.number)}"
                yield Finding(
                    place, f"{base.id} has no point {label}", nearest(label, numbers, remedy)
                )
    seen, ancestor = {plan.id}, plan.revises
    while ancestor in library.ids:
        if ancestor in seen:
            yield Finding(
                ("revises",), f"{ancestor} revises itself in a circle", "name the earlier draft"
            )
            return
        seen.add(ancestor)
        ancestor = library.load(ancestor).revises


def _numbering(plan: Plan, library: Library) -> Iterator[Finding]:
    if plan.disclosure == "partial":
        return
    base = library.load(plan.revises) if plan.revises in library.ids else None
    explained = {
        int(point.number)
        for point in (base.points if base else ())
        if point.number
        and point.number.isdecimal()
        and all(
            plan.treatment(provision.issue) is not Treatment.SILENT
            or provision.issue in plan.listed
            for provision in point.provisions
        )
    }
    numbers = {
        int(point.number): index
        for index, point in enumerate(plan.points)
        if point.number and point.number.isdecimal()
    }
    first = 1
    for number, index in sorted(numbers.items()):
        for stop in sorted({one for one in explained if first <= one < number} | {number}):
            if first < stop:
                missing = (
                    f"point {first} is"
                    if first + 1 == stop
                    else f"points {first} to {stop - 1} are"
                )
                what = f"{missing} missing before point {number}"
                remedy = "add what is missing, or list what it held in omits"
                yield Finding(("points", index, "number"), what, remedy)
            first = stop + 1


PLAN_RULES: tuple[AuditRule[Plan], ...] = (
    dangling,
    _cited,
    _known_issues,
    _lineage,
    _numbering,
)
"""In a plan from which faulty parts were taken out, what they find near those parts is ignored."""
