"""What no single file can show: whether the files of a library fit together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from plancompare.errors import MOST_PROBLEMS, InvalidFileError, Problem, limited
from plancompare.library.document import Document
from plancompare.library.library import REGISTERS, Library
from plancompare.library.position_rules import STAKEHOLDER_RULES
from plancompare.library.reading import examine
from plancompare.library.references import references
from plancompare.library.rules import PLAN_RULES, AuditRule, Finding, dangling, named_by_file
from plancompare.model import Plan, Rule, Stakeholder
from plancompare.model.identifiers import Register

__all__ = ["audit", "audit_plan", "audit_stakeholder"]

M = TypeVar("M", Plan, Stakeholder, Rule)
Audit = Callable[[Document, Library], tuple[BaseModel | None, list[Problem]]]


def audit_plan(document: Document, library: Library) -> tuple[Plan | None, list[Problem]]:
    """Read a plan and hold it against a library: the plan if it could be read, and its problems.

    Of a plan that could not be read, what could be is held against the library nonetheless. Raises
    `InvalidFileError` where the registers of the library cannot be read.
    """
    return _held(document, Plan, PLAN_RULES, library)


def audit_stakeholder(
    document: Document, library: Library
) -> tuple[Stakeholder | None, list[Problem]]:
    """Read a file of positions and hold it against a library, as `audit_plan` does with a plan."""
    return _held(document, Stakeholder, STAKEHOLDER_RULES, library)


def _audit_rule(document: Document, library: Library) -> tuple[Rule | None, list[Problem]]:
    return _held(document, Rule, (), library)


def _held(
    document: Document, model: type[M], rules: Iterable[AuditRule[M]], library: Library
) -> tuple[M | None, list[Problem]]:
    value, problems = examine(document, model)
    sound = not problems
    if value is not None:
        problems += _found(document, named_by_file(value, document.name))
        for rule in rules:
            problems += _found(document, rule(value, library))
    return value if sound else None, list(limited(problems))


def _found(document: Document, findings: Iterable[Finding]) -> Iterator[Problem]:
    """Findings as problems; where something was taken out, a finding may only be due to that."""
    for place, what, remedy in islice(findings, MOST_PROBLEMS + 1):
        spot = document.root.spot(place)
        if not spot.node.touched:
            yield document.problem_in(spot, what, remedy)


def audit(library: Library) -> list[Problem]:
    """Every problem of a library: of each file, of each plan, and of the registers together."""
    try:
        ids = library.ids
        _ = library.position_paths, library.rule_paths
    except InvalidFileError as error:
        return list(error.problems)
    problems: list[Problem] = []
    for register in REGISTERS:
        problems += _audit_register(register, library)
    if problems:  # plans cannot be held against broken registers
        return sorted(set(problems))
    cited: set[str] = set()
    files: list[tuple[Path, Audit]] = [(library.path(one), audit_plan) for one in ids]
    files += [(path, audit_stakeholder) for path in library.position_paths.values()]
    files += [(path, _audit_rule) for path in library.rule_paths.values()]
    for path, held in files:
        try:
            value, found = held(Document(path), library)
        except InvalidFileError as error:
            problems += error.problems
        else:
            problems += found
            if value is not None:
                cited |= {one.id for one in references(value) if "source" in one.registers}
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
