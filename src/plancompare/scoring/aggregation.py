"""Ways from the verdicts on many issues to one figure. Each has its source; none is the right one.

Every method gives intervals from 0 to 1, a higher one being nearer to what was wished; where it
gives several, the first decides and the next counts only where the first is level.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from plancompare.model.rules import Rule
from plancompare.scoring.bench import LineState, RedLine
from plancompare.scoring.criterion import Criterion
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

    `weights` is how much lies on the issues with a verdict, by the number of issues under their
    criterion, among which its weight is divided; `counts` is how many issues have it.
    """

    rule: Rule
    lines: Sequence[RedLine]
    whole: int
    weights: Mapping[tuple[int, Verdict], int]
    counts: Mapping[Verdict, int]

    @classmethod
    def of(
        cls,
        criteria: Iterable[Criterion],
        verdicts: Mapping[str, Verdict],
        rule: Rule,
        *,
        lines: Sequence[RedLine] = (),
        unaddressed: int = 0,
    ) -> Tally:
        """The verdicts on the issues of some criteria, and on others without a position."""
        whole = unaddressed * rule.weight(None)
        weights = {(1, Verdict.UNADDRESSED): whole}
        for one in criteria:
            weight, size = one.weight(rule), len(one.issues)
            whole += weight
            for issue in one.issues:
                part = size, verdicts[issue]
                weights[part] = weights.get(part, 0) + weight
        return cls(rule, lines, whole, weights, Counter(verdicts.values()))

    @cached_property
    def mean(self) -> Interval:
        """The mean of the rule's values by weight."""
        return self.mean_of(*self.rule.parts)

    def mean_of(self, parts: int, values: Mapping[str, tuple[int, int]]) -> Interval:
        """The mean of values by weight, each in equal parts of one; exact, and in whole numbers up
        to the end. From 0 to 1 where nothing has weight.
        """
        if not self.whole:
            return UNKNOWN
        shares = math.lcm(*(size for size, _ in self.weights))
        low = high = 0
        for (size, verdict), weight in self.weights.items():
            least, most = values[verdict]
            share = weight * (shares // size)
            low += share * least
            high += share * most
        whole = self.whole * shares * parts
        return Interval(Fraction(low, whole), Fraction(high, whole))


def additive(tally: Tally) -> tuple[Interval, ...]:
    """Additive value: the mean of values by weight. R. L. Keeney and H. Raiffa, *Decisions with
    Multiple Objectives*, 1976, chapter 3.
    """
    return (tally.mean,)


def red_lines_first(tally: Tally) -> tuple[Interval, ...]:
    """Red lines first: the share of declared lines that are not crossed, then additive value. A
    lexicographic order, P. C. Fishburn, *Management Science* 20 (1974), 1442-1471.
    """
    declared = [line.state for line in tally.lines if not line.inferred]
    if not declared:
        return (Interval(Fraction(1), Fraction(1)), tally.mean)
    met, crossed = declared.count(LineState.MET), declared.count(LineState.CROSSED)
    kept = Interval(Fraction(met, len(declared)), Fraction(len(declared) - crossed, len(declared)))
    return (kept, tally.mean)


def worst_issue(tally: Tally) -> tuple[Interval, ...]:
    """Worst issue: the least value of any issue with weight. The maximin rule, A. Wald,
    *Statistical Decision Functions*, 1950.
    """
    found = [
        tally.rule.interval(verdict) for (_, verdict), weight in tally.weights.items() if weight
    ]
    if not found:
        return (UNKNOWN,)
    return (Interval(min(low for low, _ in found), min(high for _, high in found)),)


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
    most = 3 * sum(tally.counts.values())
    if not most:
        return (UNKNOWN,)
    low = sum(count * _STEPS[verdict][0] for verdict, count in tally.counts.items())
    high = sum(count * _STEPS[verdict][1] for verdict, count in tally.counts.items())
    return (Interval(Fraction(low, most), Fraction(high, most)),)


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
