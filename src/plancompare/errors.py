"""What can go wrong, said so that a person can mend it: where, what, and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = [
    "MOST_PROBLEMS",
    "CellProblem",
    "InvalidFileError",
    "MissingLibraryError",
    "NoStakeholdersError",
    "PlancompareError",
    "Problem",
    "UnknownIdError",
    "cell_name",
    "counted",
    "limited",
    "listed",
    "nearest",
    "shown",
]

MOST_PROBLEMS = 200
"""Of one file; the others are only counted."""


def shown(text: str, longest: int = 4096) -> str:
    """Text on one line, cut to a length, in which every character shows what it is.

    >>> shown("a\\x1b[31m")
    'a\\\\x1b[31m'
    """
    cut = f"{text[:longest]}…" if len(text) > longest else text
    return "".join(one if one.isprintable() else repr(one)[1:-1] for one in cut)


class PlancompareError(Exception):
    """Every error that plancompare raises on purpose; its text is meant for the user."""


class NoStakeholdersError(PlancompareError):
    """Positions are asked for, and nobody has any.

    >>> print(NoStakeholdersError())  # doctest: +ELLIPSIS
    the library has no stakeholders; begin a file of positions with plancompare new positions ...
    """

    def __init__(self) -> None:
        remedy = "begin a file of positions with plancompare new positions NAME --plan PLAN"
        super().__init__(f"the library has no stakeholders; {remedy}")


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One fault of one file: its place, what is wrong, and what to do about it.

    `line` and `column` count from 1; 0 means that the fault concerns the file as a whole. With
    `todo` it is no fault but work that the file itself marks as still to be done.
    """

    file: str
    line: int
    column: int
    where: str
    what: str
    remedy: str
    todo: bool = False

    @property
    def place(self) -> str:
        """Where to look, as editors understand it."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file

    def __str__(self) -> str:
        where = f" {shown(self.where, 200)}:" if self.where else ""
        return f"{shown(self.place)}:{where} {shown(self.what)}; {shown(self.remedy)}"


@dataclass(frozen=True, order=True, slots=True)
class CellProblem(Problem):
    """One fault in a spreadsheet: `line` and `column` are those of a cell.

    >>> CellProblem("plan.xlsx!points", 17, 4, "", "is a formula", "write its value").place
    'plan.xlsx!points:D17'
    """

    @property
    def place(self) -> str:
        """Where to look, as spreadsheets name it."""
        cell = cell_name(self.line, self.column)
        return f"{self.file}:{cell}" if self.line else self.file


def cell_name(row: int, column: int) -> str:
    """The name of a cell, counted from 1.

    >>> cell_name(17, 28)
    'AB17'
    """
    letters = ""
    while column > 0:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"


class InvalidFileError(PlancompareError, ValueError):
    """A file was refused. `problems` holds every fault found, in the order of the file.

    >>> from plancompare.errors import InvalidFileError, Problem
    >>> print(InvalidFileError([Problem("a.yaml", 3, 5, "date", "no date", "write 2025-11-20")]))
    a.yaml:3:5: date: no date; write 2025-11-20
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = limited(problems)
        super().__init__("\n".join(map(str, self.problems)))


def limited(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems in the order of the file; beyond a number of them, a last one stands for the rest."""
    ordered = sorted(set(problems))
    rest = ordered[MOST_PROBLEMS:]
    if not rest:
        return tuple(ordered)
    follow = Problem(
        rest[0].file,
        rest[0].line,
        rest[0].column,
        "",
        "more problems follow",
        "mend the others first",
    )
    return (*ordered[:MOST_PROBLEMS], follow)


class UnknownIdError(PlancompareError, LookupError):
    """An id names nothing that is known here; the text offers near names."""

    def __init__(self, what: str, name: str, known: Iterable[str], otherwise: str = "") -> None:
        remedy = nearest(name, known, otherwise)
        super().__init__(f"unknown {what} {shown(repr(name), 200)}; {remedy}")


class MissingLibraryError(PlancompareError, ImportError):
    """A library that only some results need is not installed; the text names the extra with it.

    >>> print(MissingLibraryError("data frames", "pandas", "frames"))
    data frames need pandas, which is not installed; install it with: pip install plancompare[frames]
    """

    def __init__(self, what: str, library: str, extra: str) -> None:
        super().__init__(
            f"{what} need {library}, which is not installed; "
            f"install it with: pip install plancompare[{extra}]"
        )


def nearest(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """A remedy for an unknown name: the nearest known ones, or something else."""
    from difflib import get_close_matches

    known = sorted(known)
    near = get_close_matches(name[:100], known, n=3, cutoff=0.6)
    if near:
        return f"did you mean {listed(near)}?"
    return otherwise or (f"write one of {listed(known)}" if known else "there are none")


def listed(names: list[str]) -> str:
    """Names as a reader lists alternatives.

    >>> listed(["a", "b", "c"])
    'a, b or c'
    """
    return " or ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def counted(number: int, noun: str) -> str:
    """A number of things.

    >>> counted(1, "point"), counted(2, "point")
    ('1 point', '2 points')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
