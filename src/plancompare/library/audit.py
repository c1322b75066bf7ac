"""What no single file can show: whether the files of a library fit together.

Each rule is one function that yields problems; together they are the audit.
"""

from __future__ import annotations

import re
import typing
from collections.abc import Callable, Iterator
from typing import Any

from pydantic import BaseModel

from plancompare.errors import InvalidFileError, Problem
from plancompare.library.document import Document
from plancompare.library.explanation import did_you_mean
from plancompare.library.library import REGISTERS, Library
from plancompare.library.reading import read_document
from plancompare.model import KINDS, Plan, Treatment, kind_of_issue
from plancompare.model.identifiers import OTHERS, Refers, Register
from plancompare.model.terms import metadata

__all__ = ["audit", "audit_plan"]

Place = tuple[str | int, ...]
Finding = tuple[Place, str, str]


def references(value: Any) -> Iterator[tuple[Place, tuple[Register, ...], str]]:
    """Every id inside a value, with its place and the registers in which it must be found."""
    for name, field in type(value).model_fields.items():
        extras = [one for one in field.metadata if isinstance(one, Refers)]
        for place, registers, found in _within(field.annotation, extras, getattr(value, name)):
            yield (name, *place), registers, found
    for index, reading in enumerate(getattr(value, "readings", ())):
        for place, registers, found in references(value.under(reading)):
            if place[0] in reading.terms:
                yield ("readings", index, "terms", *place), registers, found


def _within(
    annotation: Any, extras: list[Refers], value: Any
) -> Iterator[tuple[Place, tuple[Register, ...], str]]:
    refers = [*extras, *(one for one in metadata(annotation) if isinstance(one, Refers))]
    if isinstance(value, BaseModel):
        yield from references(value)
    elif isinstance(value, tuple):
        members = [one for one in typing.get_args(_bare(annotation)) if one is not Ellipsis]
        for index, member in enumerate(value):
            inner = members[index if len(members) == len(value) > 1 else 0]
            for place, registers, found in _within(inner, [], member):
                yield (index, *place), registers, found
    elif isinstance(value, str) and refers:
        for one in value.split("+"):
            if one != OTHERS:
                yield (), refers[0].registers, one


def _bare(annotation: Any) -> Any:
    """The container inside annotations and options."""
    if typing.get_origin(annotation) is tuple:
        return annotation
    for member in typing.get_args(annotation):
        if (found := _bare(member)) is not None:
            return found
    return None


def _dangling(library: Library, value: BaseModel) -> Iterator[Finding]:
    known: dict[tuple[Register, ...], set[str]] = {}
    for place, registers, found in references(value):
        names = known.setdefault(registers, library.known(registers))
        if found not in names:
            kind = " or ".join(registers)
            files = " or ".join(f"seeds/{REGISTERS[one][0]}.yaml" for one in registers
                                if one in REGISTERS) or "the library"
            yield place, f"unknown {kind} {found!r}", did_you_mean(
                found, names, f"add it to {files}"
            )


def _named_by_id(plan: Plan, document: Document) -> Iterator[Finding]:
    stem = re.sub(r".*[/\\]|\.ya?ml$", "", document.name)
    if stem != plan.id:
        yield ("id",), f"the id {plan.id!r} is not the name of the file", f"write id: {stem}"


def _cited(plan: Plan) -> Iterator[Finding]:
    remedy = "add evidence: with sources, basis and checked"
    if not plan.evidence:
        yield (), "the plan cites no source", remedy
    for index, point in enumerate(plan.points):
        for position, provision in enumerate(point.provisions):
            if not provision.evidence:
                place: Place = ("points", index, "provisions", position)
                yield place, f"{provision.issue} cites no source", remedy
    for name in ("omits", "defers", "undisclosed", "reports"):
        for index, entry in enumerate(getattr(plan, name)):
            if not entry.evidence:
                yield (name, index), "the entry cites no source", remedy


def _known_issues(plan: Plan) -> Iterator[Finding]:
    for name in ("omits", "defers", "undisclosed"):
        for index, entry in enumerate(getattr(plan, name)):
            for position, issue in enumerate(entry.issues):
                place: Place = (name, index, "issues", position)
                head = kind_of_issue(issue)
                kind = KINDS.get(head)
                if kind is None:
                    yield place, f"{issue}: unknown kind {head!r}", did_you_mean(
                        head, KINDS, f"known kinds are {', '.join(sorted(KINDS))}"
                    )
                    continue
                keys = issue.partition("#")[0].count("/")
                needed = sum(kind.model_fields[key].is_required() for key in kind.spec.keys)
                if not needed <= keys <= len(kind.spec.keys):
                    form = "/".join([head, *kind.spec.keys])
                    yield place, f"{issue} has {keys} keys", f"write it as {form}"


def _lineage(plan: Plan, library: Library) -> Iterator[Finding]:
    replaced = [(i, label) for i, point in enumerate(plan.points) for label in point.replaces]
    if replaced and not plan.revises:
        yield ("points", replaced[0][0], "replaces"), "the plan revises nothing", "add revises:"
    if not plan.revises or plan.revises not in library.ids:
        return
    base = library.load(plan.revises)
    numbers = {point.number for point in base.points if point.number}
    for index, label in replaced:
        if label not in numbers:
            yield (
                ("points", index, "replaces"),
                f"{plan.revises} has no point {label}",
                did_you_mean(label, numbers, f"its points are {', '.join(sorted(numbers))}"),
            )
    seen, ancestor = {plan.id}, plan.revises
    while ancestor and ancestor in library.ids:
        if ancestor in seen:
            yield ("revises",), f"{ancestor} revises itself in a circle", "correct the lineage"
            return
        seen.add(ancestor)
        ancestor = library.load(ancestor).revises or ""


def _numbering(plan: Plan, library: Library) -> Iterator[Finding]:
    numbers = [int(one.number) for one in plan.points if one.number and one.number.isdecimal()]
    if not numbers or plan.disclosure == "partial":
        return
    base = library.load(plan.revises) if plan.revises in library.ids else None
    for missing in sorted(set(range(1, max(numbers) + 1)) - set(numbers)):
        old = next((p for p in base.points if p.number == str(missing)), None) if base else None
        explained = old and all(
            plan.treatment(provision.issue) is not Treatment.SILENT
            or provision.issue in plan.listed
            for provision in old.provisions
        )
        if not explained:
            yield ("points",), f"there is no point {missing}", "add it, or list what it held in omits"


PLAN_RULES: tuple[Callable[[Plan, Library, Document], Iterator[Finding]], ...] = (
    lambda plan, library, document: _named_by_id(plan, document),
    lambda plan, library, document: _dangling(library, plan),
    lambda plan, library, document: _cited(plan),
    lambda plan, library, document: _known_issues(plan),
    lambda plan, library, document: _lineage(plan, library),
    lambda plan, library, document: _numbering(plan, library),
)


def audit_plan(document: Document, library: Library) -> tuple[Plan, list[Problem]]:
    """Read a plan and hold it against a library; its problems come back, they are not raised.

    Raises `InvalidFileError` where the document is no plan.
    """
    plan = read_document(document, Plan)
    problems = [
        document.problem(*finding)
        for rule in PLAN_RULES
        for finding in rule(plan, library, document)
    ]
    return plan, sorted(problems)


def audit(library: Library) -> list[Problem]:
    """Every problem of a library: of each file, of each plan, and of the registers together."""
    problems: list[Problem] = []
    cited: set[str] = set()
    for register in REGISTERS:
        problems += _audit_register(register, library)
    if problems:  # plans cannot be held against broken registers
        return sorted(problems)
    for plan_id in library.ids:
        try:
            plan, found = audit_plan(Document(library.path(plan_id)), library)
        except InvalidFileError as error:
            problems += error.problems
        else:
            problems += found
            cited |= {one for _, registers, one in references(plan) if registers == ("source",)}
    if not problems:
        problems += _orphans(library, cited)
    return sorted(problems)


def _audit_register(register: Register, library: Library) -> Iterator[Problem]:
    name, model = REGISTERS[register]
    seen: dict[str, str] = {}
    for path in library.register_files(register):
        try:
            document = Document(path)
            value = read_document(document, model)
        except InvalidFileError as error:
            yield from error.problems
            continue
        for index, entry in enumerate(getattr(value, name)):
            if entry.id in seen:
                yield document.problem(
                    (name, index, "id"),
                    f"the {register} {entry.id!r} stands twice, first in {seen[entry.id]}",
                    "keep one of the two",
                )
            seen.setdefault(entry.id, document.name)
        yield from (document.problem(*finding) for finding in _dangling(library, value))


def _orphans(library: Library, cited: set[str]) -> Iterator[Problem]:
    for path in library.register_files("source"):
        document = Document(path)
        for index, source in enumerate(read_document(document, REGISTERS["source"][1]).sources):
            if source.id not in cited:
                yield document.problem(
                    ("sources", index, "id"),
                    f"nothing cites the source {source.id!r}",
                    "cite it, or take it out",
                )
