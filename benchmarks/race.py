"""An interleaved race: candidates take turns, so that a noisy neighbour slows all of them alike."""

from __future__ import annotations

import gc
import math
from collections.abc import Callable, Mapping, Sequence
from statistics import median, quantiles
from time import perf_counter
from typing import NamedTuple

__all__ = ["Race", "Spread", "growth", "race"]

ROUNDS = 9
BLOCK = 0.04
"""Seconds a candidate runs at least in each round, by as many calls as that takes."""

LONG = 1.0
"""Seconds from which on a call is not made a second time only to warm up."""

Call = Callable[[], object]


class Spread(NamedTuple):
    """A median and the quartiles around it."""

    median: float
    low: float
    high: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        if len(values) < 2:
            return cls(values[0], values[0], values[0])
        low, middle, high = quantiles(values, n=4, method="inclusive")
        return cls(middle, low, high)


class Race(NamedTuple):
    """The seconds of one call, by candidate and round."""

    times: Mapping[str, Sequence[float]]

    def seconds(self, name: str) -> float:
        return median(self.times[name])

    def ratio(self, name: str, reference: str) -> Spread:
        """How many times as long one candidate takes as another, compared round by round."""
        pairs = zip(self.times[name], self.times[reference], strict=True)
        return Spread.of([one / other for one, other in pairs])


def race(candidates: Mapping[str, Call], rounds: int = ROUNDS, block: float = BLOCK) -> Race:
    """Time every candidate once a round, without the garbage collector.

    The order rotates and turns around, for it matters after whom one runs.
    """
    calls = {name: _calls(call, block) for name, call in candidates.items()}
    names = list(candidates)
    times: dict[str, list[float]] = {name: [] for name in names}
    gc.collect()
    gc.disable()
    try:
        for turn in range(rounds):
            start = turn % len(names)
            order = names[start:] + names[:start]
            for name in order[:: -1 if turn % 2 else 1]:
                times[name].append(_time(candidates[name], calls[name]))
            gc.collect()
    finally:
        gc.enable()
    return Race(times)


def _time(call: Call, calls: int) -> float:
    start = perf_counter()
    for _ in range(calls):
        call()
    return (perf_counter() - start) / calls


def _calls(call: Call, block: float) -> int:
    """How many calls fill a block; the first one only warms up, for it may build and import."""
    if (first := _time(call, 1)) >= LONG:
        return 1
    second = _time(call, 1) if block else first
    return max(1, math.ceil(block / max(second, 1e-9)))


def growth(spread: Spread, factor: float) -> Spread:
    """The exponent with which time grows, from the ratio of times at sizes that differ by a factor.

    1 is linear, 2 quadratic.
    """
    return Spread(*(math.log(ratio) / math.log(factor) for ratio in spread))
