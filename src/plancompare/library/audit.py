"""What no single file can show: whether the files of a library fit together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from plancompare.errors import MOST_PROBLEMS, InvalidFileError, Problem, limited
from plancompare.library.document import Document
from plancompare.library.explanation import UNWRITTEN
from plancompare.library.library import REGISTERS, Library
from plancompare.library.node import Node, Part
from plancompare.library.progress import Progress
from plancompare.library.reading import examine
from plancompare.library.references import references
from plancompare.library.rules import PLAN_RULES, Finding, dangling, named_by_file
from plancompare.model import Plan
from plancompare.model.evidence import TODO
from plancompare.model.identifiers import Register

__all__ = ["Audit", "AuditedPlan", "audit", "audit_plan"]


class AuditedPlan(NamedTuple):
    """A plan if it could be read, what is wrong with it or to be done, and how far it has come.

    The progress is unknown where faults may hide some of the plan.
    """

    plan: Plan | None
    problems: list[Problem]
    progress: Progress | None


class Audit(NamedTuple):
    """Every problem of some files, and the progress of the plans among them, by file."""

    problems: list[Problem]
    progress: dict[str, Progress]


def audit_plan(document: Document, library: Library) -> AuditedPlan:
    """Read a plan and hold it against a library.

    Of a plan that could not be read, what could be is held against the library nonetheless. Raises
    `InvalidFileError` where the registers of the library cannot be read.
    """
    plan, problems = examine(document, Plan)
    sound = not problems
    if plan is not None:
        problems += _found(document, named_by_file(plan, document.name))
        for rule in PLAN_RULES:
            problems += _found(document, rule(plan, library))
    if TODO in document.text:
        problems += _unwritten(document, problems)
    faulty = plan is None or any(not problem.todo for problem in problems)
    progress = None if plan is None or faulty else Progress.of(plan)
    return AuditedPlan(plan if sound else None, list(limited(problems)), progress)


def _unwritten(document: Document, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Every other place where `TODO` stands."""
    known = {(problem.line, problem.column) for problem in problems}
    for place in _marked(document.root):
        problem = document.problem(place, UNWRITTEN, f"write it in place of {TODO}")
        if (problem.line, problem.column) not in known:
            yield problem


def _marked(node: Node, place: tuple[Part, ...] = ()) -> Iterator[tuple[Part, ...]]:
    value = node.value
    if type(value) is dict:
        for name, below in value.items():
            yield from _marked(below, (*place, name))
    elif type(value) is list:
        for index, below in enumerate(value):
            yield from _marked(below, (*place, index))
    elif value == TODO:
        yield place


def _found(document: Document, findings: Iterable[Finding]) -> Iterator[Problem]:
    """Findings as problems; where something was taken out, a finding may only be due to that."""
    for place, what, remedy in islice(findings, MOST_PROBLEMS + 1):
        spot = document.root.spot(place)
        if not spot.node.touched:
            yield document.problem_in(spot, what, remedy)


def audit(library: Library) -> Audit:
    """Every problem of a library: of each file, of each plan, and of the registers together."""
    try:
        ids = library.ids
    except InvalidFileError as error:
        return Audit(list(error.problems), {})
    problems: list[Problem] = []
    for register in REGISTERS:
        problems += _audit_register(register, library)
    if problems:  # plans cannot be held against broken registers
        return Audit(sorted(set(problems)), {})
    cited: set[str] = set()
    progress: dict[str, Progress] = {}
    for plan_id in ids:
        path = library.path(plan_id)
        try:
            plan, found, come = audit_plan(Document(path), library)
        except InvalidFileError as error:
            problems += error.problems
        else:
            problems += found
            if come:
                progress[str(path)] = come
            if plan is not None:
                cited |= {one.id for one in references(plan) if "source" in one.registers}
    if not problems:
        problems += _orphans(library, cited)
    return Audit(sorted(set(problems)), progress)


def _audit_register(register: Register, library: Library) -> list[Problem]:
    name, model = REGISTERS[register]
    problems: list[Problem] = []
    read = []
    for path in library.register_files(register):
        try:
            document = Document(path)
        except InvalidFileError as error:
            problems += error.problems
            continue
        value, found = examine(document, model)
        problems += limited(found)
        if value is not None:
            read.append((document, value))
    first: dict[str, str] = {}
    for document, value in read:
        for index, entry in enumerate(getattr(value, name)):
            if entry.id in first:
                what = f"the {register} {entry.id!r} stands twice, first in {first[entry.id]}"
                problems.append(document.problem((name, index, "id"), what, "keep one of the two"))
            first.setdefault(entry.id, document.name)
    if not problems:
        for document, value in read:
            problems += _found(document, dangling(value, library))
    return problems


def _orphans(library: Library, cited: set[str]) -> Iterator[Problem]:
    name, model = REGISTERS["source"]
    for path in library.register_files("source"):
        document = Document(path)
        value, _ = examine(document, model)
        for index, source in enumerate(getattr(value, name)):
            if source.id not in cited:
                what = f"nothing cites the source {source.id!r}"
                yield document.problem((name, index, "id"), what, "cite it, or take it out")
