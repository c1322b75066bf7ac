"""The everyday verbs: load a plan, list them, check a file, save one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from plancompare.errors import InvalidFileError, Problem
from plancompare.library.audit import Audit, audit, audit_file, audit_plan
from plancompare.library.library import Entry, Library
from plancompare.library.opening import open_plan, write_plan
from plancompare.library.reading import examine
from plancompare.library.writing import write
from plancompare.model import Plan

__all__ = [
    "audited",
    "catalogue",
    "check",
    "load",
    "load_plan",
    "save_csv",
    "save_plan",
    "shipped_library",
]

_FEW = 3


@cache
def shipped_library() -> Library:
    """The library that comes with the package."""
    return Library()


def load(plan_id: str, library: Library | None = None) -> Plan:
    """A plan by its id, from the shipped library or another one.

    Raises `UnknownIdError`, with near ids, or `InvalidFileError`, with every fault of the file.

    >>> load("us-28").title
    'United States 28-point draft'
    """
    return (library or shipped_library()).load(plan_id)


def load_plan(path: Path | str, library: Library | None = None) -> Plan:
    """A plan from a file of your own, held against a library: what it cites must be known there.

    The file is YAML, a workbook (.xlsx, extra `xlsx`), or a folder of CSV files.

    Raises `InvalidFileError` with every fault, each with its place. Claims whose evidence is marked
    as still to be written are no fault: such a draft can be compared and printed.

    >>> load_plan("proposals/us-28.yaml") == load("us-28")
    True
    """
    library = library or shipped_library()
    plan, problems, _ = audit_plan(open_plan(path), library)
    if plan is None or any(not problem.todo for problem in problems):
        raise InvalidFileError(_pressing(problems, path, library))
    return plan


def _pressing(problems: list[Problem], path: Path | str, library: Library) -> Iterator[Problem]:
    """The problems for which a draft is refused; what can wait is counted, unless it is little."""
    document = open_plan(path)
    document.near = library.folders
    unread = {*examine(document, Plan)[1]}
    rest = [problem for problem in problems if problem.todo and problem not in unread]
    if len(rest) <= _FEW:
        yield from problems
    else:
        yield from {*problems}.difference(rest)
        what = f"{len(rest)} more places of the draft can wait"
        yield replace(rest[-1], where="", what=what, remedy="`plancompare check` lists all")


def catalogue(library: Library | None = None) -> tuple[Entry, ...]:
    """What plans there are, oldest first: id, title, date, status, disclosure, size.

    >>> [entry.id for entry in catalogue()]
    ['us-28', 'europe-28', 'geneva']
    """
    return (library or shipped_library()).catalogue()


def check(*paths: Path | str, library: Library | None = None) -> list[Problem]:
    """Every problem of some files, plans, positions or rules, or of the whole library if none is named.

    Among them is what the files mark as still to be written; such a problem is a `todo`.

    >>> check()
    []
    """
    return audited(*paths, library=library).problems


def audited(*paths: Path | str, library: Library | None = None) -> Audit:
    """The problems that `check` finds, and how far the encoding of each plan has come."""
    library = library or shipped_library()
    if not paths:
        return audit(library)
    found = Audit([], {})
    for path in paths:
        try:
            _, problems, progress = audit_file(open_plan(path), library)
        except InvalidFileError as error:
            found.problems.extend(error.problems)
        else:
            found.problems.extend(problems)
            if progress:
                found.progress[str(path)] = progress
    return found


def save_plan(plan: Plan, path: Path | str) -> None:
    """Write a plan as canonical YAML, in one step: equal plans give equal bytes.

    A path in .xlsx makes it a workbook instead (extra `xlsx`). Raises `PlancompareError`.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     save_plan(load("geneva"), f"{folder}/geneva.yaml")
    ...     load_plan(f"{folder}/geneva.yaml") == load("geneva")
    True
    """
    if Path(path).suffix.lower() == ".xlsx":
        write_plan(plan, path)
    else:
        write(plan, path)


def save_csv(plan: Plan, folder: Path | str) -> None:
    """Write a plan as a folder of CSV files, one for each sheet, in one step.

    Raises `PlancompareError`, also where the folder holds anything else.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     save_csv(load("geneva"), f"{folder}/geneva")
    ...     load_plan(f"{folder}/geneva") == load("geneva")
    True
    """
    from plancompare.library.sheets.folder import write_folder

    write_folder(plan, Path(folder))
