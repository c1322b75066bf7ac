"""How firm the order of plans is for one stakeholder, and what it hangs on, in words."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from plancompare.errors import PlancompareError
from plancompare.library.doors import shipped_library
from plancompare.library.library import Library
from plancompare.model import Plan, Rule, Stakeholder
from plancompare.scoring.acceptability import (
    FREE,
    Acceptability,
    Cell,
    Sample,
    acceptability,
    exact_winning_share,
)
from plancompare.scoring.aggregation import AGGREGATIONS, Interval, Relation, Tally, relation
from plancompare.scoring.criterion import Criterion, alike
from plancompare.scoring.ruling import Verdict
from plancompare.scoring.score import Score, score

__all__ = ["BreakEven", "Firmness", "PairFinding", "Robustness", "percentage", "robustness"]

_CLASSES = {"high": 0, "medium": 1, "low": 2, "not-assessed": FREE}
_DECIDED = {Verdict.PREFERRED: 0, Verdict.ACCEPTABLE: 1, Verdict.CONTRARY: 2}


class Firmness(StrEnum):
    """How far the order of two plans can be relied on."""

    ROBUST = "robust"
    FRAGILE = "fragile"
    UNDETERMINED = "undetermined"
    LEVEL = "level"


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

    `share` and `other_share` are parts of the weights and values that respect the stated order;
    `exact` is the part of all weights whatsoever, with the rule's values, where no issue is open.
    `methods` says how every method orders the two; `hinges` names criteria without which the order
    by additive value would be another; `break_even` has open issues halfway.
    """

    one: str
    other: str
    share: float
    other_share: float
    exact: Fraction | None
    methods: tuple[tuple[str, Relation], ...]
    hinges: tuple[str, ...]
    break_even: tuple[BreakEven, ...]
    open_weight: Fraction
    firmness: Firmness

    @property
    def in_words(self) -> str:
        """Whether the order is robust, fragile or undetermined, and by what."""
        above, below, share = self.one, self.other, self.share
        if self.other_share > self.share:
            above, below, share = self.other, self.one, self.other_share
        often = f"{above} is above {below} in {percentage(share)} of the weights and values"
        match self.firmness:
            case Firmness.LEVEL:
                return f"{self.one} and {self.other} are level"
            case Firmness.ROBUST:
                return f"robust: {often}, no method orders them otherwise, and no single issue turns it"
            case Firmness.UNDETERMINED:
                why = f"; open issues carry {percentage(self.open_weight)} of the weight"
                return f"undetermined: {often}{why if self.open_weight else ''}"
        return f"fragile: {often}, but {'; '.join(self._doubts(above))}"

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


@dataclass(frozen=True)
class Robustness:
    """How firm the order of some plans is for one stakeholder under one rule."""

    scores: tuple[Score, ...]
    acceptability: Acceptability
    pairs: tuple[PairFinding, ...]

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The plans, as given."""
        return tuple(one.table.plan for one in self.scores)

    @property
    def stakeholder(self) -> Stakeholder:
        """Whose positions they are held against."""
        return self.scores[0].table.stakeholder

    @property
    def criteria(self) -> tuple[str, ...]:
        """What is weighed, in the order of the central weights."""
        return tuple(one.name for one in _weighed(self.scores[0]))

    def __str__(self) -> str:
        return "\n".join(one.in_words for one in self.pairs)


def robustness(
    plans: Sequence[Plan],
    stakeholder: Stakeholder | str,
    *,
    rule: Rule | str = "default",
    as_of: datetime.date | None = None,
    samples: int = 10_000,
    seed: int = 0,
    pairs: Iterable[tuple[int, int]] | None = None,
    library: Library | None = None,
) -> Robustness:
    """How firm the order of two or more plans is for a stakeholder.

    `pairs` are the positions of plans whose order is looked into; by default, all.
    Equal seeds give equal results, with numpy and without each by itself. Raises
    `PlancompareError` for fewer than two plans or no samples, `UnknownIdError` and
    `InvalidFileError`.

    >>> import plancompare
    >>> drafts = [plancompare.load("us-28"), plancompare.load("europe-28")]
    >>> found = robustness(drafts, "russia", as_of=datetime.date(2025, 11, 30))
    >>> found.acceptability.sample.seed
    0
    """
    if len({plan.id for plan in plans}) < max(2, len(plans)):
        raise PlancompareError("an order needs two or more different plans; name each plan once")
    if not 1 <= samples <= 10**9:
        raise PlancompareError(f"{samples} samples cannot be drawn; write 1 to a billion")
    library = library or shipped_library()
    scores = tuple(
        score(plan, stakeholder, rule=rule, as_of=as_of, library=library) for plan in plans
    )
    classes = [_CLASSES[one.salience or "not-assessed"] for one in _weighed(scores[0])]
    if not classes:
        raise PlancompareError(
            f"{scores[0].table.stakeholder.party} has no position on record by then; "
            "choose a later day or another stakeholder"
        )
    cells = [[_cell(one, found) for one in _weighed(found)] for found in scores]
    drawn = acceptability(cells, classes, Sample(samples, seed))
    found = tuple(
        _pair(scores[one], scores[other], drawn.wins[one][other], drawn.wins[other][one])
        for one, other in pairs or combinations(range(len(scores)), 2)
    )
    return Robustness(scores, drawn, found)


def _weighed(found: Score) -> tuple[Criterion, ...]:
    """The criteria on which there is a position: the same for every plan."""
    return found.table.bearing.criteria


def _cell(criterion: Criterion, found: Score) -> Cell:
    part = 1 / len(criterion.issues)
    shares = [0.0, 0.0, 0.0]
    undecided = []
    for issue in criterion.issues:
        verdict = found.table.verdicts[issue]
        if (place := _DECIDED.get(verdict)) is not None:
            shares[place] += part
        elif verdict is not Verdict.REJECTED:
            low, high = map(float, found.rule.interval(verdict))
            undecided.append((part, low, high))
    preferred, acceptable, contrary = shares
    return Cell(preferred, acceptable, contrary, tuple(undecided))


def _pair(one: Score, other: Score, share: float, other_share: float) -> PairFinding:
    methods = tuple(
        (name, relation(one.aggregates[name], other.aggregates[name])) for name in AGGREGATIONS
    )
    hinges = tuple(_hinges(one, other))
    threshold = float(Fraction(one.rule.robust_from.share))
    by_method = {found for _, found in methods}
    wanted = Relation.ABOVE if share > other_share else Relation.BELOW
    if not share and not other_share:
        firmness = Firmness.LEVEL
    elif max(share, other_share) < threshold:
        firmness = Firmness.UNDETERMINED
    elif by_method <= {wanted, Relation.LEVEL} and not hinges:
        firmness = Firmness.ROBUST
    else:
        firmness = Firmness.FRAGILE
    return PairFinding(
        one.table.plan.id,
        other.table.plan.id,
        share,
        other_share,
        _exact(one, other),
        methods,
        hinges,
        tuple(_break_even(one, other)),
        max(_open_weight(one), _open_weight(other)),
        firmness,
    )


def _hinges(one: Score, other: Score) -> Iterator[str]:
    """Criteria without which the order by additive value would be another: leave one out."""
    whole = relation([one.interval], [other.interval])
    for place, criterion in enumerate(_weighed(one)):
        rest = [[_without(found, place)] for found in (one, other)]
        if criterion.weight(one.rule) and relation(*rest) is not whole:
            yield criterion.name


def _without(found: Score, place: int) -> Interval:
    """The additive value but for one criterion."""
    criteria = _weighed(found)
    left = (*criteria[:place], *criteria[place + 1 :])
    return Tally.of(alike(left), found.table.verdicts, found.rule).mean


def _break_even(one: Score, other: Score) -> Iterator[BreakEven]:
    """At which weight of a criterion, the others keeping their proportions, the two are level:
    short of all, at which they always are where they fare alike on it.
    """
    criteria = _weighed(one)
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
    return (one.interval(found.rule, found.table.verdicts) for one in _weighed(found))


def _open_weight(found: Score) -> Fraction:
    whole = sum((one.weight for one in found.contributions), Fraction(0))
    undecided = (one.weight for one in found.contributions if one.low != one.high)
    return sum(undecided, Fraction(0)) / (whole or 1)
