"""What can go wrong, said so that a person can mend it: where, what, and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["InvalidFileError", "PlancompareError", "Problem", "UnknownIdError"]


class PlancompareError(Exception):
    """Every error that plancompare raises on purpose; its text is meant for the user."""


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One fault of one file: its place, what is wrong, and what to do about it.

    `line` and `column` count from 1; 0 means that the fault concerns the file as a whole.
    """

    file: str
    line: int
    column: int
    where: str
    what: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        where = f" {self.where}:" if self.where else ""
        return f"{place}:{where} {self.what}; {self.remedy}"


class InvalidFileError(PlancompareError, ValueError):
    """A file was refused. `problems` holds every fault found, in the order of the file.

    >>> from plancompare.errors import InvalidFileError, Problem
    >>> print(InvalidFileError([Problem("a.yaml", 3, 5, "date", "no date", "write 2025-11-20")]))
    a.yaml:3:5: date: no date; write 2025-11-20
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


class UnknownIdError(PlancompareError, LookupError):
    """An id names nothing that is known here; the text offers near names."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        from difflib import get_close_matches

        known = sorted(known)
        near = get_close_matches(name, known, n=3, cutoff=0.5)
        remedy = f"did you mean {' or '.join(near)}?" if near else f"known: {', '.join(known)}"
        super().__init__(f"unknown {what} {name!r}; {remedy}")
