"""Ways from the verdicts on many issues to one figure. Each has its source; none is the right one.

Every method gives intervals from 0 to 1, a higher one being nearer to what was wished; where it
gives several, the first decides and the next counts only where the first is level.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from plancompare.model.rules import Rule
from plancompare.scoring.criterion import Criterion
from plancompare.scoring.verdict import LineState, RedLine, Verdict

__all__ = ["AGGREGATIONS", "Interval", "Relation", "relation"]


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


Values = Mapping[str, tuple[Fraction, Fraction]]
"""The worst and best value of an issue with each verdict."""


def _weighted(criteria: Sequence[Criterion], rule: Rule, values: Values) -> Interval:
    """The weighted mean of values of verdicts; from 0 to 1 where nothing has weight.

    Verdicts are counted first, by the part that their issue has in the weight, so that there is
    little to add.
    """
    whole = 0
    counted: dict[tuple[int, str], int] = {}
    for one in criteria:
        weight, size = one.weight(rule), len(one.rows)
        whole += weight
        for row in one.rows:
            part = size, row.verdict
            counted[part] = counted.get(part, 0) + weight
    if not whole:
        return UNKNOWN
    low = high = Fraction(0)
    for (size, verdict), weight in counted.items():
        least, most = values[verdict]
        share = Fraction(weight, size * whole)
        low += share * least
        high += share * most
    return Interval(low, high)


def additive(
    criteria: Sequence[Criterion], lines: Sequence[RedLine], rule: Rule
) -> tuple[Interval, ...]:
    """Additive value: the mean of values by weight. R. L. Keeney and H. Raiffa, *Decisions with
    Multiple Objectives*, 1976, chapter 3.
    """
    return (_weighted(criteria, rule, rule.intervals),)


def red_lines_first(
    criteria: Sequence[Criterion], lines: Sequence[RedLine], rule: Rule
) -> tuple[Interval, ...]:
    """Red lines first: the share of declared lines that are not crossed, then additive value. A
    lexicographic order, P. C. Fishburn, *Management Science* 20 (1974), 1442-1471.
    """
    declared = [line.state for line in lines if not line.inferred]
    if not declared:
        return (Interval(Fraction(1), Fraction(1)), *additive(criteria, lines, rule))
    met, crossed = declared.count(LineState.MET), declared.count(LineState.CROSSED)
    kept = Interval(Fraction(met, len(declared)), Fraction(len(declared) - crossed, len(declared)))
    return (kept, *additive(criteria, lines, rule))


def worst_issue(
    criteria: Sequence[Criterion], lines: Sequence[RedLine], rule: Rule
) -> tuple[Interval, ...]:
    """Worst issue: the least value of any issue with weight. The maximin rule, A. Wald,
    *Statistical Decision Functions*, 1950.
    """
    verdicts = {row.verdict for one in criteria if one.weight(rule) for row in one.rows}
    found = [rule.interval(verdict) for verdict in verdicts]
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


def city_block(
    criteria: Sequence[Criterion], lines: Sequence[RedLine], rule: Rule
) -> tuple[Interval, ...]:
    """City-block agreement: one less the mean distance from the wish, in equal steps from
    rejected to preferred, each issue counted once whatever its weight. The measure of most voting
    advice applications, T. Louwerse and M. Rosema, *Acta Politica* 49 (2014), 286-312. As there,
    only issues with a position count.
    """
    steps = [_STEPS[row.verdict] for one in criteria for row in one.rows if row.positions]
    if not steps:
        return (UNKNOWN,)
    most = 3 * len(steps)
    low, high = (sum(side) for side in zip(*steps, strict=True))
    return (Interval(Fraction(low, most), Fraction(high, most)),)


_NO, _YES = (Fraction(0),) * 2, (Fraction(1),) * 2
_AGREEABLE: Values = {
    Verdict.PREFERRED: _YES,
    Verdict.ACCEPTABLE: _YES,
    Verdict.CONTRARY: _NO,
    Verdict.REJECTED: _NO,
    Verdict.OPEN: (Fraction(0), Fraction(1)),
    Verdict.UNADDRESSED: (Fraction(0), Fraction(1)),
}


def agreeable_share(
    criteria: Sequence[Criterion], lines: Sequence[RedLine], rule: Rule
) -> tuple[Interval, ...]:
    """Agreeable share: the part of the weight on issues that are preferred or acceptable. Approval
    of issues, after S. J. Brams and P. C. Fishburn, *Approval Voting*, 1983.
    """
    return (_weighted(criteria, rule, _AGREEABLE),)


AGGREGATIONS: dict[
    str, Callable[[Sequence[Criterion], Sequence[RedLine], Rule], tuple[Interval, ...]]
] = {
    "additive value": additive,
    "red lines first": red_lines_first,
    "worst issue": worst_issue,
    "city-block agreement": city_block,
    "agreeable share": agreeable_share,
}
"""Every method by its name, side by side; there is no default winner."""
