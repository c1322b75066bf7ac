"""Ways from the verdicts on many issues to one figure. Each has its source; none is the right one.

Every method gives intervals from 0 to 1, a higher one being nearer to what was wished; where it
gives several, the first decides and the next counts only where the first is level.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
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


def _weighted(
    criteria: Sequence[Criterion],
    rule: Rule,
    value: Callable[[Verdict], tuple[Fraction, Fraction]],
) -> Interval:
    """The weighted mean of a value of verdicts; from 0 to 1 where nothing has weight."""
    whole, low, high = 0, Fraction(0), Fraction(0)
    for one in criteria:
        if weight := one.weight(rule):
            whole += weight
            part = Fraction(weight, len(one.rows))
            for row in one.rows:
                least, most = value(row.verdict)
                low += part * least
                high += part * most
    return Interval(low / whole, high / whole) if whole else Interval(Fraction(0), Fraction(1))


def additive(
    criteria: Sequence[Criterion], lines: Sequence[RedLine], rule: Rule
) -> tuple[Interval, ...]:
    """Additive value: the mean of values by weight. R. L. Keeney and H. Raiffa, *Decisions with
    Multiple Objectives*, 1976, chapter 3.
    """
    return (_weighted(criteria, rule, rule.interval),)


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
    found = [rule.interval(row.verdict) for one in criteria if one.weight(rule) for row in one.rows]
    if not found:
        return (Interval(Fraction(0), Fraction(1)),)
    return (Interval(min(low for low, _ in found), min(high for _, high in found)),)


_RANKS = {
    Verdict.REJECTED: (Fraction(0), Fraction(0)),
    Verdict.CONTRARY: (Fraction(1, 3), Fraction(1, 3)),
    Verdict.ACCEPTABLE: (Fraction(2, 3), Fraction(2, 3)),
    Verdict.PREFERRED: (Fraction(1), Fraction(1)),
    Verdict.OPEN: (Fraction(0), Fraction(1)),
    Verdict.UNADDRESSED: (Fraction(0), Fraction(1)),
}


def city_block(
    criteria: Sequence[Criterion], lines: Sequence[RedLine], rule: Rule
) -> tuple[Interval, ...]:
    """City-block agreement: one less the mean distance from the wish, in equal steps from
    rejected to preferred, each issue counted once whatever its weight. The measure of most voting
    advice applications, T. Louwerse and M. Rosema, *Acta Politica* 49 (2014), 286-312. As there,
    only issues with a position count.
    """
    rows = [row for one in criteria for row in one.rows if row.positions]
    if not rows:
        return (Interval(Fraction(0), Fraction(1)),)
    found = [_RANKS[row.verdict] for row in rows]
    return (
        Interval(
            Fraction(sum(low for low, _ in found), len(rows)),
            Fraction(sum(high for _, high in found), len(rows)),
        ),
    )


def _agreeable(verdict: Verdict) -> tuple[Fraction, Fraction]:
    if verdict in (Verdict.OPEN, Verdict.UNADDRESSED):
        return Fraction(0), Fraction(1)
    share = Fraction(verdict in (Verdict.PREFERRED, Verdict.ACCEPTABLE))
    return share, share


def agreeable_share(
    criteria: Sequence[Criterion], lines: Sequence[RedLine], rule: Rule
) -> tuple[Interval, ...]:
    """Agreeable share: the part of the weight on issues that are preferred or acceptable. Approval
    of issues, after S. J. Brams and P. C. Fishburn, *Approval Voting*, 1983.
    """
    return (_weighted(criteria, rule, _agreeable),)


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
