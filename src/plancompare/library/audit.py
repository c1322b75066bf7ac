"""What no single file can show: whether the files of a library fit together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from plancompare.errors import MOST_PROBLEMS, InvalidFileError, Problem, limited
from plancompare.library.document import Document
from plancompare.library.library import REGISTERS, Library
from plancompare.library.reading import examine
from plancompare.library.references import references
from plancompare.library.rules import PLAN_RULES, Finding, dangling, named_by_file
from plancompare.library.tree import Tree
from plancompare.model import Plan
from plancompare.model.identifiers import Register

__all__ = ["audit", "audit_plan"]


def audit_plan(document: Tree, library: Library) -> tuple[Plan | None, list[Problem]]:
    """Read a plan and hold it against a library: the plan if it could be read, and its problems.

    Of a plan that could not be read, what could be is held against the library nonetheless. Raises
    `InvalidFileError` where the registers of the library cannot be read.
    """
    document.near = library.folders
    plan, problems = examine(document, Plan)
    sound = not problems
    if plan is not None:
        problems += _found(document, named_by_file(plan, document.bears))
        for rule in PLAN_RULES:
            problems += _found(document, rule(plan, library))
    return plan if sound else None, list(limited(problems))


def _found(document: Tree, findings: Iterable[Finding]) -> Iterator[Problem]:
    """Findings as problems; where something was taken out, a finding may only be due to that."""
    for place, what, remedy in islice(findings, MOST_PROBLEMS + 1):
        spot = document.root.spot(place)
        if not spot.node.touched:
            yield document.problem_in(spot, what, remedy)


def audit(library: Library) -> list[Problem]:
    """Every problem of a library: of each file, of each plan, and of the registers together."""
    try:
        ids = library.ids
    except InvalidFileError as error:
        return list(error.problems)
    problems: list[Problem] = []
    for register in REGISTERS:
        problems += _audit_register(register, library)
    if problems:  # plans cannot be held against broken registers
        return sorted(set(problems))
    cited: set[str] = set()
    for plan_id in ids:
        try:
            plan, found = audit_plan(Document(library.path(plan_id)), library)
        except InvalidFileError as error:
            problems += error.problems
        else:
            problems += found
            if plan is not None:
                cited |= {one.id for one in references(plan) if "source" in one.registers}
    if not problems:
        problems += _orphans(library, cited)
    return sorted(set(problems))


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
