"""Ways from the verdicts on many issues to one figure. Each has its source; none is the right one.

Every method gives intervals from 0 to 1, a higher one being nearer to what was wished; where it
gives several, the first decides and the next counts only where the first is level.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from plancompare.model.rules import Rule
from plancompare.scoring.bench import LineState
from plancompare.scoring.criterion import Alike
from plancompare.scoring.ruling import Verdict

__all__ = ["AGGREGATIONS", "Interval", "Relation", "Tally", "relation"]


class Interval(NamedTuple):
    """The worst and the best that open issues leave possible; exact."""

    low: Fraction
    high: Fraction

    def __str__(self) -> str:
        low, high = f"{float(self.low):.2f}", f"{float(self.high):.2f}"
        return low if low == high else f"{low} to {high}"


UNKNOWN = Interval(Fraction(0), Fraction(1))
"""Where there is nothing to go by."""


class Relation(StrEnum):
    """How one plan's figure stands to another's, whatever becomes of open issues."""

    ABOVE = "above"
    BELOW = "below"
    LEVEL = "level"
    UNDETERMINED = "undetermined"


def relation(one: Sequence[Interval], other: Sequence[Interval]) -> Relation:
    """Compare two results of one method.

    >>> half, all_ = Interval(Fraction(0), Fraction(1, 2)), Interval(Fraction(1), Fraction(1))
    >>> print(relation([half], [all_]))
    below
    """
    for left, right in zip(one, other, strict=True):
        if left.low > right.high:
            return Relation.ABOVE
        if left.high < right.low:
            return Relation.BELOW
        if not left.low == left.high == right.low == right.high:
            return Relation.UNDETERMINED
    return Relation.LEVEL


@dataclass(frozen=True)
class Tally:
    """The verdicts on a plan, counted as every method needs them.

    `declared` are the states of declared red lines. `weights` is how much of the `whole` weight lies
    on the issues with a verdict, in units so small that the weight of every criterion can be divided
    among its issues; `counts` is how many issues have it.
    """

    rule: Rule
    declared: Sequence[LineState]
    whole: int
    weights: Mapping[Verdict, int]
    counts: Mapping[Verdict, int]

    @classmethod
    def of(
        cls,
        criteria: Sequence[Alike],
        verdicts: Mapping[str, Verdict],
        rule: Rule,
        *,
        declared: Sequence[LineState] = (),
        unaddressed: int = 0,
    ) -> Tally:
        """The verdicts on the issues of some criteria, and on others without a position."""
        units = math.lcm(*(size for _, size, _ in criteria))
        whole = unaddressed * rule.weight(None) * units
        weights, counts = {Verdict.UNADDRESSED: whole}, dict[Verdict, int]()
        for salience, size, issues in criteria:
            weight, found = rule.weight(salience) * (units // size), _counted(issues, verdicts)
            whole += weight * len(issues)
            for verdict, count in found.items():
                weights[verdict] = weights.get(verdict, 0) + weight * count
                counts[verdict] = counts.get(verdict, 0) + count
        return cls(rule, declared, whole, weights, counts)

    @cached_property
    def mean(self) -> Interval:
        """The mean of the rule's values by weight."""
        return self.mean_of(*self.rule.parts)

    def mean_of(self, parts: int, values: Mapping[str, tuple[int, int]]) -> Interval:
        """The mean of values by weight, each in equal parts of one; exact, and in whole numbers up
        to the end. From 0 to 1 where nothing has weight.
        """
        return _mean(self.weights, values, self.whole * parts)


def _mean(
    weights: Mapping[Verdict, int], values: Mapping[str, tuple[int, int]], whole: int
) -> Interval:
    if not whole:
        return UNKNOWN
    low = high = 0
    for verdict, weight in weights.items():
        least, most = values[verdict]
        low += weight * least
        high += weight * most
    return _interval(low, high, whole)


def _interval(low: int, high: int, whole: int) -> Interval:
    least = Fraction(low, whole)
    return Interval(least, least if high == low else Fraction(high, whole))


def _counted(issues: Iterable[str], verdicts: Mapping[str, Verdict]) -> dict[Verdict, int]:
    found: dict[Verdict, int] = {}
    for issue in issues:
        verdict = verdicts[issue]
        found[verdict] = found.get(verdict, 0) + 1
    return found


def additive(tally: Tally) -> tuple[Interval, ...]:
    """Additive value: the mean of values by weight. R. L. Keeney and H. Raiffa, *Decisions with
    Multiple Objectives*, 1976, chapter 3.
    """
    return (tally.mean,)


def red_lines_first(tally: Tally) -> tuple[Interval, ...]:
    """Red lines first: the share of declared lines that are not crossed, then additive value. A
    lexicographic order, P. C. Fishburn, *Management Science* 20 (1974), 1442-1471.
    """
    declared = tally.declared
    if not declared:
        return (_interval(1, 1, 1), tally.mean)
    met, crossed = declared.count(LineState.MET), declared.count(LineState.CROSSED)
    return (_interval(met, len(declared) - crossed, len(declared)), tally.mean)


def worst_issue(tally: Tally) -> tuple[Interval, ...]:
    """Worst issue: the least value of any issue with weight. The maximin rule, A. Wald,
    *Statistical Decision Functions*, 1950.
    """
    parts, values = tally.rule.parts
    found = [values[verdict] for verdict, weight in tally.weights.items() if weight]
    if not found:
        return (UNKNOWN,)
    low, high = map(min, zip(*found, strict=True))
    return (_interval(low, high, parts),)


_STEPS: Mapping[str, tuple[int, int]] = {
    Verdict.REJECTED: (0, 0),
    Verdict.CONTRARY: (1, 1),
    Verdict.ACCEPTABLE: (2, 2),
    Verdict.PREFERRED: (3, 3),
    Verdict.OPEN: (0, 3),
    Verdict.UNADDRESSED: (0, 3),
}


def city_block(tally: Tally) -> tuple[Interval, ...]:
    """City-block agreement: one less the mean distance from the wish, in equal steps from
    rejected to preferred, each issue counted once whatever its weight. The measure of most voting
    advice applications, T. Louwerse and M. Rosema, *Acta Politica* 49 (2014), 286-312. As there,
    only issues with a position count.
    """
    return (_mean(tally.counts, _STEPS, 3 * sum(tally.counts.values())),)


_AGREEABLE: Mapping[str, tuple[int, int]] = {
    Verdict.PREFERRED: (1, 1),
    Verdict.ACCEPTABLE: (1, 1),
    Verdict.CONTRARY: (0, 0),
    Verdict.REJECTED: (0, 0),
    Verdict.OPEN: (0, 1),
    Verdict.UNADDRESSED: (0, 1),
}


def agreeable_share(tally: Tally) -> tuple[Interval, ...]:
    """Agreeable share: the part of the weight on issues that are preferred or acceptable. Approval
    of issues, after S. J. Brams and P. C. Fishburn, *Approval Voting*, 1983.
    """
    return (tally.mean_of(1, _AGREEABLE),)


AGGREGATIONS: dict[str, Callable[[Tally], tuple[Interval, ...]]] = {
    "additive value": additive,
    "red lines first": red_lines_first,
    "worst issue": worst_issue,
    "city-block agreement": city_block,
    "agreeable share": agreeable_share,
}
"""Every method by its name, side by side; there is no default winner."""
