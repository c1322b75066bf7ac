"""A figure for how a plan stands to what a stakeholder said: an interval, never a verdict alone."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from plancompare.library.doors import shipped_library
from plancompare.library.library import Library
from plancompare.model import Plan, Rule, Stakeholder
from plancompare.presenting import Presented
from plancompare.scoring.aggregation import AGGREGATIONS, Interval, Tally
from plancompare.scoring.criterion import Criterion
from plancompare.scoring.ruling import Verdict
from plancompare.scoring.verdict import VerdictTable, verdicts

__all__ = ["Contribution", "Coverage", "Score", "score"]


class Contribution(NamedTuple):
    """What one issue adds to the additive value: its share of the whole weight, and bounds."""

    issue: str
    verdict: Verdict
    weight: Fraction
    low: Fraction
    high: Fraction


class Coverage(NamedTuple):
    """On how many issues a score rests: decided, open, and without anything to hold them against."""

    decided: int
    open: int
    unaddressed: int

    @property
    def share(self) -> Fraction:
        """The part of all issues that are decided."""
        return Fraction(self.decided, sum(self) or 1)

    def __str__(self) -> str:
        return f"{self.decided} of {sum(self)}"


@dataclass(frozen=True)
class Score(Presented):
    """One plan before one stakeholder under one rule. `table` holds the verdicts behind it."""

    table: VerdictTable
    rule: Rule

    @cached_property
    def criteria(self) -> tuple[Criterion, ...]:
        """What is weighed as one, then each issue without a position."""
        alone = (Criterion(issue, None, (issue,)) for issue in self.table.unaddressed)
        return (*self.table.bearing.criteria, *alone)

    @cached_property
    def aggregates(self) -> Mapping[str, tuple[Interval, ...]]:
        """The figures of every method by name, side by side."""
        table = self.table
        tally = Tally.of(
            table.bearing.alike,
            table.verdicts,
            self.rule,
            declared=table.declared,
            unaddressed=len(table.unaddressed),
        )
        return {name: method(tally) for name, method in AGGREGATIONS.items()}

    @property
    def interval(self) -> Interval:
        """The additive value: what open issues leave possible, from 0 to 1."""
        return self.aggregates["additive value"][0]

    @cached_property
    def contributions(self) -> tuple[Contribution, ...]:
        """What each issue with weight adds; they sum to the interval exactly."""
        whole = sum(one.weight(self.rule) for one in self.criteria)
        found = []
        for one in self.criteria:
            for issue in one.issues if one.weight(self.rule) else ():
                verdict = self.table.verdicts.get(issue, Verdict.UNADDRESSED)
                weight = Fraction(one.weight(self.rule), whole * len(one.issues))
                low, high = self.rule.interval(verdict)
                found.append(Contribution(issue, verdict, weight, weight * low, weight * high))
        return tuple(found)

    @cached_property
    def coverage(self) -> Coverage:
        """On how many issues the score rests; missing is never read as neutral."""
        counts = self.table.summary
        undecided = counts["open"], counts["unaddressed"]
        return Coverage(len(self.table.rows) - sum(undecided), *undecided)

    def __str__(self) -> str:
        return (
            f"{self.table.plan.id} for {self.table.stakeholder.party}: {self.interval}, "
            f"on {self.coverage} issues"
        )


def score(
    plan: Plan,
    stakeholder: Stakeholder | str,
    *,
    rule: Rule | str = "default",
    as_of: datetime.date | None = None,
    library: Library | None = None,
) -> Score:
    """Score a plan against what a stakeholder had said by a day, or ever, under a stated rule.

    Raises `UnknownIdError` or `InvalidFileError`.

    >>> import plancompare
    >>> found = score(plancompare.load("us-28"), "ukraine", as_of=datetime.date(2025, 11, 30))
    >>> low, high = found.interval
    >>> low == sum(one.low for one in found.contributions)
    True
    """
    library = library or shipped_library()
    table = verdicts(plan, stakeholder, as_of=as_of, library=library)
    return Score(table, library.rule(rule) if isinstance(rule, str) else rule)
