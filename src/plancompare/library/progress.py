"""How far the encoding of a plan has come."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from plancompare.errors import counted
from plancompare.library.rules import uncited
from plancompare.model import Plan

__all__ = ["Progress"]


class Progress(NamedTuple):
    """How many points there are, how many have provisions, and how many claims cite no source.

    >>> print(Progress(24, 19, 7))
    19 of 24 points typed, 7 claims without a source
    """

    points: int = 0
    typed: int = 0
    uncited: int = 0

    @classmethod
    def of(cls, plan: Plan) -> Progress:
        """The progress of one plan."""
        typed = sum(bool(point.provisions) for point in plan.points)
        return cls(len(plan.points), typed, sum(1 for _ in uncited(plan)))

    @classmethod
    def together(cls, several: Iterable[Progress]) -> Progress:
        """The progress of several plans, added up."""
        return cls(*map(sum, zip(*several, strict=True)))

    def __str__(self) -> str:
        points, claims = counted(self.points, "point"), counted(self.uncited, "claim")
        return f"{self.typed} of {points} typed, {claims} without a source"
