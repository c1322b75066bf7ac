"""How firm the order of plans is for one stakeholder, and what it hangs on."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import combinations

from plancompare.errors import PlancompareError
from plancompare.library.doors import shipped_library
from plancompare.library.library import Library
from plancompare.model import Plan, Rule, Stakeholder
from plancompare.scoring.acceptability import (
    FREE,
    Acceptability,
    Composition,
    Sample,
    acceptability,
    mean_weights,
)
from plancompare.scoring.criterion import Criterion
from plancompare.scoring.pairing import PairFinding, paired, weighed
from plancompare.scoring.ruling import Verdict
from plancompare.scoring.score import Score, score

__all__ = ["Robustness", "robustness"]

_CLASSES = {"high": 0, "medium": 1, "low": 2, "not-assessed": FREE}
_DECIDED = {Verdict.PREFERRED: 0, Verdict.ACCEPTABLE: 1, Verdict.CONTRARY: 2}


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
        return tuple(one.name for one in weighed(self.scores[0]))

    @cached_property
    def mean_weights(self) -> tuple[Fraction, ...]:
        """The mean weight of each criterion over all draws, whatever plan comes first."""
        return mean_weights(_classes(self.scores[0]))

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
    classes = _classes(scores[0])
    if not classes:
        raise PlancompareError(
            f"{scores[0].table.stakeholder.party} has no position on record by then; "
            "choose a later day or another stakeholder"
        )
    cells = [[_cell(one, found) for one in weighed(found)] for found in scores]
    drawn = acceptability(cells, classes, Sample(samples, seed))
    found = tuple(
        paired(
            scores[one],
            scores[other],
            (drawn.wins[one][other], drawn.wins[other][one]),
            (drawn.certain_wins[one][other], drawn.certain_wins[other][one]),
        )
        for one, other in pairs or combinations(range(len(scores)), 2)
    )
    return Robustness(scores, drawn, found)


def _classes(found: Score) -> list[int]:
    return [_CLASSES[one.salience or "not-assessed"] for one in weighed(found)]


def _cell(criterion: Criterion, found: Score) -> Composition:
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
    return Composition(preferred, acceptable, contrary, tuple(undecided))
