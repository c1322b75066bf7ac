"""How often each plan comes first when only the order of weights and values is taken as given.

Stochastic multicriteria acceptability analysis: R. Lahdelma, J. Hokkanen and P. Salminen, *European
Journal of Operational Research* 106 (1998), 137-143; ranks after R. Lahdelma and P. Salminen,
*Operations Research* 49 (2001), 444-454. Weights are drawn uniformly from all that respect the order
of salience, values of verdicts uniformly from all that respect theirs, and open issues uniformly
within their bounds. Nothing is rejected in drawing.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from fractions import Fraction
from importlib.util import find_spec
from itertools import chain
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Any

    from numpy.typing import NDArray

__all__ = ["Acceptability", "Cell", "Sample", "acceptability", "exact_winning_share"]

_BLOCK = 8192
FREE = -1
"""The class of a weight whose order to the others is not stated."""


class Cell(NamedTuple):
    """One criterion of one plan: which part of it has each value, and which parts are open.

    `preferred`, `acceptable` and `contrary` are shares of the criterion's issues; `rejected` ones
    count nothing. `open` holds a share with its bounds for each issue that is not decided.
    """

    preferred: float
    acceptable: float = 0.0
    contrary: float = 0.0
    open: tuple[tuple[float, float, float], ...] = ()


class Sample(NamedTuple):
    """What is drawn: how many times, and from which seed."""

    size: int = 10_000
    seed: int = 0


class Acceptability(NamedTuple):
    """Shares of the drawn weights and values.

    `ranks[p][r]`: plan p comes at rank r, counted from 0; plans that are level share the better
    rank. `wins[p][q]`: p is above q. `central[p]`: the mean weights under which p comes first;
    none where it never does. `error` is the standard error that no share exceeds.
    """

    ranks: tuple[tuple[float, ...], ...]
    wins: tuple[tuple[float, ...], ...]
    central: tuple[tuple[float, ...] | None, ...]
    sample: Sample
    error: float


def acceptability(
    cells: Sequence[Sequence[Cell]],
    classes: Sequence[int],
    sample: Sample = Sample(),  # noqa: B008 - an immutable default
    *,
    fixed: tuple[float, float] | None = None,
    plain: bool = False,
) -> Acceptability:
    """Draw weights and values, and count.

    `cells[p][c]` is criterion c of plan p; `classes[c]` the class of its weight, 0 above 1 above 2,
    or `FREE`. `fixed` gives the values of acceptable and contrary instead of drawing them. With
    numpy the work is done in blocks of constant size; without, or if `plain`, in Python.

    >>> one, other = [Cell(1.0), Cell(0.0)], [Cell(0.0), Cell(1.0)]
    >>> found = acceptability([one, other], [0, 1], Sample(2_000, seed=1))
    >>> found.wins[0][1]
    1.0
    """
    if plain or find_spec("numpy") is None:
        return _in_python(cells, classes, sample, fixed)
    return _in_blocks(cells, classes, sample, fixed)


def _in_blocks(
    cells: Sequence[Sequence[Cell]],
    classes: Sequence[int],
    sample: Sample,
    fixed: tuple[float, float] | None,
) -> Acceptability:
    import numpy as np

    draw = np.random.Generator(np.random.SFC64(sample.seed))
    plans, count = len(cells), len(classes)
    parts = list(zip(*chain.from_iterable(cells), strict=True))
    preferred, acceptable, contrary = (
        np.array(shares, dtype=np.float32).reshape(plans, count).T for shares in parts[:3]
    )
    if fixed is not None:
        preferred = preferred + fixed[0] * acceptable + fixed[1] * contrary
    undecided = [
        (*divmod(place, count), *bounds)
        for place, opened in enumerate(parts[3])
        if opened
        for bounds in opened
    ]
    ordered, sizes = _ordered(classes)
    ranks = np.zeros((plans, plans))
    wins = np.zeros((plans, plans))
    central = np.zeros((plans, count))
    places = plans * np.arange(plans)[:, None]
    for start in range(0, sample.size, _BLOCK):
        size = min(_BLOCK, sample.size - start)
        weights = draw.standard_exponential((size, count), dtype=np.float32)
        if len(sizes) > 1:
            weights[:, ordered] = _in_order(weights[:, ordered], sizes, draw)
        totals = np.ascontiguousarray((weights @ preferred).T)
        if fixed is None:
            pair = draw.random((2, size), dtype=np.float32)
            totals += pair.max(0) * (weights @ acceptable).T
            totals += pair.min(0) * (weights @ contrary).T
        for plan, criterion, share, low, high in undecided:
            value = draw.random(size, dtype=np.float32)
            totals[plan] += share * (low + (high - low) * value) * weights[:, criterion]
        above = totals[:, None] > totals
        better = above.sum(0, dtype=np.int16)
        wins += above.sum(2, dtype=np.int32)
        ranks += np.bincount((better + places).ravel(), minlength=plans**2).reshape(plans, plans)
        first = (better == 0) / (weights @ np.ones(count, dtype=np.float32))
        central += first @ weights
    central /= np.maximum(ranks[:, :1], 1)
    return _shares(
        (ranks / sample.size).tolist(), (wins / sample.size).tolist(), central.tolist(), sample
    )


def _ordered(classes: Sequence[int]) -> tuple[list[int], list[int]]:
    """The criteria whose weights stand in an order, from the weightiest class, and class sizes."""
    found = [one for one in range(len(classes)) if classes[one] != FREE]
    found.sort(key=lambda one: classes[one])
    levels = sorted({classes[one] for one in found})
    return found, [sum(classes[one] == level for one in found) for level in levels]


def _in_order(weights: NDArray[Any], sizes: list[int], draw: Any) -> NDArray[Any]:
    """Independent weights put into an order: the greatest go to the first class, by chance within.

    As they are exchangeable, this draws from just the region that the order allows. Within a class
    they are shuffled by sorting on a random number that carries the bits of the weight below it.
    """
    import numpy as np

    weights.sort(1)
    falling = np.ascontiguousarray(weights[:, ::-1]).view(np.uint32)
    chance = draw.integers(0, 2**32, falling.shape, dtype=np.uint32)
    carried = chance.astype(np.uint64) << np.uint64(32) | falling
    start = 0
    for size in sizes:
        carried[:, start : start + size].sort(1)
        start += size
    ordered: NDArray[Any] = carried.astype(np.uint32).view(np.float32)
    return ordered


def _in_python(
    cells: Sequence[Sequence[Cell]],
    classes: Sequence[int],
    sample: Sample,
    fixed: tuple[float, float] | None,
) -> Acceptability:
    draw = random.Random(sample.seed)  # noqa: S311 - a simulation, not a secret
    plans, count = range(len(cells)), len(classes)
    ordered, sizes = _ordered(classes)
    ranks = [[0.0 for _ in plans] for _ in plans]
    wins = [[0.0 for _ in plans] for _ in plans]
    central = [[0.0] * count for _ in plans]
    for _ in range(sample.size):
        weights = [draw.expovariate(1) for _ in range(count)]
        if len(sizes) > 1:
            greatest = sorted((weights[one] for one in ordered), reverse=True)
            start = 0
            for size in sizes:
                part = greatest[start : start + size]
                draw.shuffle(part)
                for place, value in enumerate(part, start):
                    weights[ordered[place]] = value
                start += size
        whole = sum(weights)
        weights = [one / whole for one in weights]
        middle, lower = fixed or sorted((draw.random(), draw.random()), reverse=True)
        totals = [
            sum(
                weight
                * (
                    cell.preferred
                    + cell.acceptable * middle
                    + cell.contrary * lower
                    + sum(
                        share * (low + (high - low) * draw.random())
                        for share, low, high in cell.open
                    )
                )
                for weight, cell in zip(weights, row, strict=True)
            )
            for row in cells
        ]
        for plan in plans:
            better = sum(total > totals[plan] for total in totals)
            ranks[plan][better] += 1
            for other in plans:
                wins[plan][other] += totals[plan] > totals[other]
            if not better:
                central[plan] = [
                    one + weight for one, weight in zip(central[plan], weights, strict=True)
                ]
    return _shares(
        [[one / sample.size for one in row] for row in ranks],
        [[one / sample.size for one in row] for row in wins],
        [
            [one / max(first, 1) for one in row]
            for row, (first, *_) in zip(central, ranks, strict=True)
        ],
        sample,
    )


def _shares(
    ranks: list[list[float]], wins: list[list[float]], central: list[list[float]], sample: Sample
) -> Acceptability:
    return Acceptability(
        tuple(map(tuple, ranks)),
        tuple(map(tuple, wins)),
        tuple(
            tuple(row) if first else None for row, (first, *_) in zip(central, ranks, strict=True)
        ),
        sample,
        0.5 / sqrt(sample.size),
    )


def exact_winning_share(differences: Sequence[Fraction]) -> Fraction:
    """The share of all weights under which a weighted sum of differences is above zero; exact.

    Weights are uniform on the simplex, which is what independent exponential variables are after
    division by their sum. Then the positive and the negative differences are the lengths of two
    chains of waiting times, and the question is which chain ends first.

    >>> exact_winning_share([Fraction(1), Fraction(-1, 2)])
    Fraction(2, 3)
    """
    gains = [1 / one for one in differences if one > 0]
    losses = [-1 / one for one in differences if one < 0]
    row = [Fraction(1)] * len(gains) + [Fraction(0)]
    for loss in losses:
        here = Fraction(0)
        for place in range(len(gains) - 1, -1, -1):
            gain = gains[place]
            here = (gain * here + loss * row[place]) / (gain + loss)
            row[place] = here
    return row[0] if gains else Fraction(0)
