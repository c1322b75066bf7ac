"""How verdicts and salience become numbers: a judgement, kept in one visible file with reasons."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from typing import Annotated, Self

from pydantic import ConfigDict, Field, model_validator

from plancompare.model.faults import Fault, refuse
from plancompare.model.frozen import Frozen
from plancompare.model.identifiers import Slug
from plancompare.model.quantities import Share
from plancompare.model.text import Text

__all__ = ["Rule"]


class Worth(Frozen):
    """The value of a verdict, from 0 to 1, and why."""

    value: Share
    reason: Text


class Bounds(Frozen):
    """Between which values an issue without a definite verdict may lie, and why."""

    low: Share
    high: Share
    reason: Text


class Weight(Frozen):
    """How much an issue of some salience counts against others, and why."""

    weight: Annotated[int, Field(ge=0, le=1_000_000, strict=True)]
    reason: Text


class Threshold(Frozen):
    """From which share of the weights and values that respect the order a result is robust."""

    share: Share
    reason: Text


class Values(Frozen):
    """A value for every definite verdict."""

    preferred: Worth
    acceptable: Worth
    contrary: Worth
    rejected: Worth


class BoundsByVerdict(Frozen):
    """Bounds for the verdicts that are none: the issue is open, or was not spoken of."""

    open: Bounds
    unaddressed: Bounds


class Weights(Frozen):
    """A weight for each level of salience, and for issues on which there is no position."""

    model_config = ConfigDict(
        alias_generator=lambda name: name.replace("_", "-"),
        validate_by_name=True,
        serialize_by_alias=True,
    )

    high: Weight
    medium: Weight
    low: Weight
    not_assessed: Weight
    no_position: Weight


class Rule(Frozen):
    """One rule for all stakeholders. It must respect the order of verdicts and of salience.

    >>> from plancompare import Library
    >>> Library().rule("default").value("acceptable")
    Fraction(2, 3)
    """

    id: Slug
    title: Text
    note: Text | None = None
    values: Values
    bounds: BoundsByVerdict
    weights: Weights
    robust_from: Threshold

    @model_validator(mode="after")
    def _respects_the_order(self) -> Self:
        refuse(self._faults())
        return self

    def value(self, verdict: str) -> Fraction:
        """The value of a definite verdict."""
        return Fraction(getattr(self.values, verdict).value)

    @cached_property
    def intervals(self) -> Mapping[str, tuple[Fraction, Fraction]]:
        """The worst and best value of an issue by verdict; of a definite one both are its value."""
        values = {name: self.value(name) for name in Values.model_fields}
        bounds = {name: getattr(self.bounds, name) for name in BoundsByVerdict.model_fields}
        return {
            **{name: (value, value) for name, value in values.items()},
            **{name: (Fraction(one.low), Fraction(one.high)) for name, one in bounds.items()},
        }

    def interval(self, verdict: str) -> tuple[Fraction, Fraction]:
        """The worst and best value of an issue with some verdict."""
        return self.intervals[verdict]

    @cached_property
    def parts(self) -> tuple[int, Mapping[str, tuple[int, int]]]:
        """The same in equal parts of one, and how many of them make one."""
        values = self.intervals
        whole = math.lcm(*(end.denominator for ends in values.values() for end in ends))
        return whole, {
            name: (int(low * whole), int(high * whole)) for name, (low, high) in values.items()
        }

    def weight(self, salience: str | None) -> int:
        """The weight of an issue of some salience; of none, that without a position."""
        return self._weights[salience or "no-position"]

    @cached_property
    def _weights(self) -> Mapping[str, int]:
        return {name.replace("_", "-"): one.weight for name, one in self.weights}

    def _faults(self) -> Iterator[Fault]:
        order = ("preferred", "acceptable", "contrary", "rejected")
        for better, worse in itertools.pairwise(order):
            if self.value(better) < self.value(worse):
                what = f"{worse} is worth more than {better}"
                yield Fault(
                    ("values", worse, "value"), what, "values fall in the order of verdicts"
                )
        if self.value("preferred") == self.value("rejected"):
            what = "every verdict is worth the same"
            yield Fault(("values", "preferred", "value"), what, "let preferred be worth more")
        for name in BoundsByVerdict.model_fields:
            low, high = self.interval(name)
            if low > high:
                what = f"the lower bound of {name} is above the upper one"
                yield Fault(("bounds", name, "low"), what, "exchange the two")
        low, high = self.interval("open")
        least, most = self.interval("unaddressed")
        if low > min(self.value("rejected"), least) or high < max(self.value("preferred"), most):
            what = "an open issue may still come out lower or higher"
            remedy = "let the bounds of open take in every other value"
            yield Fault(("bounds", "open"), what, remedy)
        yield from self._faults_of_weights()

    def _faults_of_weights(self) -> Iterator[Fault]:
        for more, less in (("high", "medium"), ("medium", "low")):
            if self.weight(more) < self.weight(less):
                what = f"{less} salience weighs more than {more}"
                yield Fault(("weights", less, "weight"), what, "weights fall with salience")
        if not self.weight("high"):
            what = "no issue weighs anything"
            yield Fault(("weights", "high", "weight"), what, "write at least 1")
        if Fraction(self.robust_from.share) * 2 <= 1:
            what = "an order and its opposite may both reach it"
            yield Fault(("robust_from", "share"), what, "write more than 1/2")
