"""Two plans before one stakeholder: which is above the other, how firmly, and what that hangs on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from plancompare.scoring.acceptability import exact_winning_share
from plancompare.scoring.aggregation import AGGREGATIONS, Interval, Relation, Tally, relation
from plancompare.scoring.criterion import Criterion, alike
from plancompare.scoring.score import Score

__all__ = [
    "BreakEven",
    "Firmness",
    "OpenPart",
    "PairFinding",
    "paired",
    "percentage",
    "weighed",
]


def weighed(found: Score) -> tuple[Criterion, ...]:
    """The criteria on which there is a position: the same for every plan."""
    return found.table.bearing.criteria


class Firmness(StrEnum):
    """How far the order of two plans can be relied on."""

    ROBUST = "robust"
    FRAGILE = "fragile"
    UNDETERMINED = "undetermined"
    LEVEL = "level"


class OpenPart(NamedTuple):
    """On how many of the issues with weight nothing is decided, and their part of the weight."""

    issues: int
    of: int
    weight: Fraction


class BreakEven(NamedTuple):
    """The weight of one criterion, as a share of all, at which two plans would be level."""

    criterion: str
    now: Fraction
    level: Fraction


def percentage(share: float | Fraction) -> str:
    """A share in whole per cent, none of which reads as all or nothing that is not.

    >>> percentage(0.999), percentage(Fraction(1, 3)), percentage(1)
    ('more than 99%', '33%', '100%')
    """
    if 0 < share < Fraction(1, 200):
        return "less than 1%"
    if Fraction(199, 200) <= share < 1:
        return "more than 99%"
    return f"{float(share):.0%}"


@dataclass(frozen=True, slots=True)
class PairFinding:
    """Two plans: how often each is above the other, and what their order hangs on.

    `share` and `other_share` are parts of the weights and values that respect the stated order, with
    open issues drawn as well; `certain` and `other_certain` count only what holds whatever becomes of
    these, and `open_parts` says how much of each plan is open. `exact` is the part of all weights
    whatsoever, with the rule's values, where no issue is open. `methods` says how every method
    orders the two; `hinges` names criteria without which the order by additive value would be
    another; `break_even` has open issues halfway.
    """

    one: str
    other: str
    share: float
    other_share: float
    certain: float
    other_certain: float
    exact: Fraction | None
    methods: tuple[tuple[str, Relation], ...]
    hinges: tuple[str, ...]
    break_even: tuple[BreakEven, ...]
    open_parts: tuple[OpenPart, OpenPart]
    firmness: Firmness

    @property
    def ahead(self) -> tuple[str, str, float, float]:
        """The plan that is above more often, the other one, how often, and how often for certain."""
        if self.other_share > self.share:
            return self.other, self.one, self.other_share, self.other_certain
        return self.one, self.other, self.share, self.certain

    @property
    def in_words(self) -> str:
        """Whether the order is robust, fragile or undetermined, and by what."""
        above, below, share, certain = self.ahead
        often = f"{above} is above {below} in {percentage(share)} of the weights and values"
        if certain < share:
            often += f", in {percentage(certain)} whatever becomes of open issues"
        match self.firmness:
            case Firmness.LEVEL:
                return f"{self.one} and {self.other} are level"
            case Firmness.ROBUST:
                return f"robust: {often}, no method orders them otherwise, and no single issue turns it"
            case Firmness.UNDETERMINED:
                return "; ".join([f"undetermined: {often}", *self._open()])
        doubts = "; ".join(self._doubts(above))
        return f"fragile: {often}{', but ' if doubts else ''}{doubts}"

    def _open(self) -> Iterator[str]:
        for plan, part in zip((self.one, self.other), self.open_parts, strict=True):
            if part.issues:
                share = f"{part.issues} of {part.of}, {percentage(part.weight)} of the weight"
                yield f"weighed issues open in {plan}: {share}"

    def _doubts(self, above: str) -> Iterator[str]:
        wanted = Relation.ABOVE if above == self.one else Relation.BELOW
        counter = Relation.BELOW if wanted is Relation.ABOVE else Relation.ABOVE
        for found, words in (
            (Relation.UNDETERMINED, "undetermined"),
            (counter, "the other way round"),
        ):
            if names := [name for name, by_method in self.methods if by_method is found]:
                yield f"{words} by {', '.join(names)}"
        if self.hinges:
            yield f"it hangs on {', '.join(self.hinges)}"


def paired(
    one: Score, other: Score, shares: tuple[float, float], certain: tuple[float, float]
) -> PairFinding:
    """Two scores, and how often each plan was found above the other, in all and for certain."""
    methods = tuple(
        (name, relation(one.aggregates[name], other.aggregates[name])) for name in AGGREGATIONS
    )
    hinges = tuple(_hinges(one, other))
    most = max(shares)
    surely = certain[shares.index(most)]
    threshold = float(Fraction(one.rule.robust_from.share))
    by_method = {found for _, found in methods}
    wanted = Relation.ABOVE if shares[0] > shares[1] else Relation.BELOW
    if not most:
        firmness = Firmness.LEVEL
    elif most < threshold or surely <= 1 - threshold:
        firmness = Firmness.UNDETERMINED
    elif surely >= threshold and by_method <= {wanted, Relation.LEVEL} and not hinges:
        firmness = Firmness.ROBUST
    else:
        firmness = Firmness.FRAGILE
    return PairFinding(
        one.table.plan.id,
        other.table.plan.id,
        *shares,
        *certain,
        _exact(one, other),
        methods,
        hinges,
        tuple(_break_even(one, other)),
        (_open_part(one), _open_part(other)),
        firmness,
    )


def _hinges(one: Score, other: Score) -> Iterator[str]:
    """Criteria without which the order by additive value would be another: leave one out."""
    whole = relation([one.interval], [other.interval])
    for place, criterion in enumerate(weighed(one)):
        rest = [[_without(found, place)] for found in (one, other)]
        if criterion.weight(one.rule) and relation(*rest) is not whole:
            yield criterion.name


def _without(found: Score, place: int) -> Interval:
    """The additive value but for one criterion."""
    criteria = weighed(found)
    left = (*criteria[:place], *criteria[place + 1 :])
    return Tally.of(alike(left), found.table.verdicts, found.rule).mean


def _break_even(one: Score, other: Score) -> Iterator[BreakEven]:
    """At which weight of a criterion, the others keeping their proportions, the two are level:
    short of all, at which they always are where they fare alike on it.
    """
    criteria = weighed(one)
    weights = [criterion.weight(one.rule) for criterion in criteria]
    whole = sum(weights)
    gains = [
        Fraction(sum(mine) - sum(theirs), 2)
        for mine, theirs in zip(_intervals(one), _intervals(other), strict=True)
    ]
    total = sum(weight * gain for weight, gain in zip(weights, gains, strict=True))
    for criterion, weight, gain in zip(criteria, weights, gains, strict=True):
        if weight == whole:
            continue
        rest = Fraction(total - weight * gain) / (whole - weight)
        if gain != rest and 0 <= (level := rest / (rest - gain)) < 1:
            yield BreakEven(criterion.name, Fraction(weight, whole), level)


def _exact(one: Score, other: Score) -> Fraction | None:
    gains = []
    for (low, high), (least, most) in zip(_intervals(one), _intervals(other), strict=True):
        if low != high or least != most:
            return None
        gains.append(low - least)
    return exact_winning_share(gains)


def _intervals(found: Score) -> Iterator[tuple[Fraction, Fraction]]:
    return (one.interval(found.rule, found.table.verdicts) for one in weighed(found))


def _open_part(found: Score) -> OpenPart:
    parts = found.contributions
    undecided = [one.weight for one in parts if one.low != one.high]
    return OpenPart(len(undecided), len(parts), sum(undecided, Fraction(0)))
