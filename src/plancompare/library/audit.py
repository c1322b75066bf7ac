"""What no single file can show: whether the files of a library fit together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from pydantic import BaseModel

from plancompare.errors import MOST_PROBLEMS, InvalidFileError, Problem, limited
from plancompare.library.document import Document
from plancompare.library.explanation import UNWRITTEN
from plancompare.library.library import REGISTERS, Library
from plancompare.library.node import Node, Part
from plancompare.library.position_rules import STAKEHOLDER_RULES
from plancompare.library.progress import Progress
from plancompare.library.reading import examine
from plancompare.library.references import references
from plancompare.library.rules import PLAN_RULES, AuditRule, Finding, dangling, named_by_file
from plancompare.library.tree import Tree
from plancompare.model import Plan, Rule, Stakeholder
from plancompare.model.evidence import TODO
from plancompare.model.identifiers import Register

__all__ = ["Audit", "Audited", "audit", "audit_file", "audit_plan", "audit_stakeholder"]

M = TypeVar("M", Plan, Stakeholder, Rule)
V_co = TypeVar("V_co", bound=BaseModel, covariant=True)


class Audited(NamedTuple, Generic[V_co]):
    """What was read, if it could be; what is wrong with it or to be done; how far a plan has come.

    The progress is unknown where faults may hide some of the plan.
    """

    value: V_co | None
    problems: list[Problem]
    progress: Progress | None = None


class Audit(NamedTuple):
    """Every problem of some files, and the progress of the plans among them, by file."""

    problems: list[Problem]
    progress: dict[str, Progress]


_Held = Callable[[Tree, Library], Audited[BaseModel]]


def audit_plan(document: Tree, library: Library) -> Audited[Plan]:
    """Read a plan and hold it against a library.

    Of a plan that could not be read, what could be is held against the library nonetheless. Raises
    `InvalidFileError` where the registers of the library cannot be read.
    """
    plan, audited = _held(document, Plan, PLAN_RULES, library)
    if plan is None or any(not problem.todo for problem in audited.problems):
        return audited
    return audited._replace(progress=Progress.of(plan))


def audit_stakeholder(document: Tree, library: Library) -> Audited[Stakeholder]:
    """Read a file of positions and hold it against a library, as `audit_plan` does with a plan."""
    return _held(document, Stakeholder, STAKEHOLDER_RULES, library)[1]


def audit_file(document: Tree, library: Library) -> Audited[BaseModel]:
    """Hold a file against a library as what it is: positions, a rule, or else a plan."""
    fields = document.root.value if isinstance(document.root.value, dict) else {}
    if "party" in fields:
        return audit_stakeholder(document, library)
    if "weights" in fields:
        return _audit_rule(document, library)
    return audit_plan(document, library)


def _audit_rule(document: Tree, library: Library) -> Audited[Rule]:
    return _held(document, Rule, (), library)[1]


def _held(
    document: Tree, model: type[M], rules: Iterable[AuditRule[M]], library: Library
) -> tuple[M | None, Audited[M]]:
    """A file held against the rules; also what is left of it where something is faulty."""
    document.near = library.folders
    value, problems = examine(document, model)
    sound = not problems
    if value is not None:
        problems += _found(document, named_by_file(value, document.bears))
        for rule in rules:
            problems += _found(document, rule(value, library))
    if document.says(TODO):
        problems += _unwritten(document, problems)
    return value, Audited(value if sound else None, list(limited(problems)))


def _unwritten(document: Tree, problems: Iterable[Problem]) -> Iterator[Problem]:
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


def _found(document: Tree, findings: Iterable[Finding]) -> Iterator[Problem]:
    """Findings as problems; where something was taken out, a finding may only be due to that."""
    for place, what, remedy in islice(findings, MOST_PROBLEMS + 1):
        spot = document.root.spot(place)
        if not spot.node.touched:
            yield document.problem_in(spot, what, remedy)


def audit(library: Library) -> Audit:
    """Every problem of a library: of each file, of each plan, and of the registers together."""
    try:
        ids = library.ids
        _ = library.position_paths, library.rule_paths
    except InvalidFileError as error:
        return Audit(list(error.problems), {})
    problems: list[Problem] = []
    for register in REGISTERS:
        problems += _audit_register(register, library)
    if problems:  # plans cannot be held against broken registers
        return Audit(sorted(set(problems)), {})
    cited: set[str] = set()
    progress: dict[str, Progress] = {}
    files: list[tuple[Path, _Held]] = [(library.path(one), audit_plan) for one in ids]
    files += [(path, audit_stakeholder) for path in library.position_paths.values()]
    files += [(path, _audit_rule) for path in library.rule_paths.values()]
    for path, held in files:
        try:
            value, found, come = held(Document(path), library)
        except InvalidFileError as error:
            problems += error.problems
        else:
            problems += found
            if come:
                progress[str(path)] = come
            if value is not None:
                cited |= {one.id for one in references(value) if "source" in one.registers}
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
