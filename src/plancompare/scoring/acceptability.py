"""How often each plan comes first when only the order of weights and values is taken as given.

Stochastic multicriteria acceptability analysis: R. Lahdelma, J. Hokkanen and P. Salminen, *European
Journal of Operational Research* 106 (1998), 137-143; ranks after R. Lahdelma and P. Salminen,
*Operations Research* 49 (2001), 444-454. Weights are drawn uniformly from all that respect the order
of salience, values of verdicts uniformly from all that respect theirs, and open issues uniformly
within their bounds. Nothing is rejected in drawing.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from importlib.util import find_spec
from itertools import chain
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Any

    from numpy.typing import NDArray

__all__ = [
    "FREE",
    "Acceptability",
    "Composition",
    "Sample",
    "acceptability",
    "exact_winning_share",
    "mean_weights",
]

_BLOCK = 4096
FREE = -1
"""The class of a weight whose order to the others is not stated."""


class Composition(NamedTuple):
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
    rank. `wins[p][q]`: p is above q. `certain_ranks` and `certain_wins` count only the draws in
    which that holds whatever becomes of open issues; the rest hangs on how these were drawn.
    `central[p]`: the mean weights under which p comes first; none where it never does. `error` is
    the standard error that no share exceeds.
    """

    ranks: tuple[tuple[float, ...], ...]
    wins: tuple[tuple[float, ...], ...]
    certain_ranks: tuple[tuple[float, ...], ...]
    certain_wins: tuple[tuple[float, ...], ...]
    central: tuple[tuple[float, ...] | None, ...]
    sample: Sample
    error: float


def acceptability(
    cells: Sequence[Sequence[Composition]],
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

    >>> one, other = [Composition(1.0), Composition(0.0)], [Composition(0.0), Composition(1.0)]
    >>> found = acceptability([one, other], [0, 1], Sample(2_000, seed=1))
    >>> found.wins[0][1]
    1.0
    """
    if plain or find_spec("numpy") is None:
        from plancompare.scoring.plain_acceptability import in_python

        return in_python(cells, classes, sample, fixed)
    return _in_blocks(cells, classes, sample, fixed)


def _in_blocks(
    cells: Sequence[Sequence[Composition]],
    classes: Sequence[int],
    sample: Sample,
    fixed: tuple[float, float] | None,
) -> Acceptability:
    import numpy as np

    draw = np.random.Generator(np.random.SFC64(sample.seed))
    plans, count = len(cells), len(classes)
    *shares, opened = zip(*chain.from_iterable(cells), strict=True)
    known = _at_fixed(shares, fixed) if fixed else shares
    certain, *lesser = (_matrix(one, plans) for one in known)
    ends: list[NDArray[Any]] = []
    undecided: list[tuple[int, int, float, float, float]] = []
    if any(opened):
        ends = [_matrix(one, plans) for one in _ends(known[0], opened)]
        for at, among in enumerate(opened):
            undecided += [(*divmod(at, count), *bounds) for bounds in among]
    ordered, sizes = in_order(classes)
    ranks, certain_ranks = np.zeros((2, plans**2), dtype=np.int64)
    wins, certain_wins = np.zeros((2, plans, plans), dtype=np.int64)
    central = np.zeros((plans, count), dtype=np.float64)
    least = np.finfo(np.float32).tiny  # a single weight may be zero
    places = np.arange(0, plans**2, plans)[:, None]
    for start in range(0, sample.size, _BLOCK):
        size = min(_BLOCK, sample.size - start)
        weights = _exponential(draw, count, size)
        if ordered:
            weights[ordered] = _falling(draw, sizes, size)
        totals = certain @ weights
        bounds = [one @ weights for one in ends]
        if lesser:
            pair = draw.random((2, size), dtype=np.float32)
            pair[::-1].sort(0)  # acceptable is worth more than contrary
            for value, part in zip(pair, lesser, strict=True):
                more = value * (part @ weights)
                totals += more
                bounds = [one + more for one in bounds]
        for plan, criterion, share, low, high in undecided:
            value = draw.random(size, dtype=np.float32)
            totals[plan] += share * (low + (high - low) * value) * weights[criterion]
        above = totals[:, None] > totals
        better = above.sum(0, dtype=np.int16)
        wins += above.sum(2, dtype=np.int32)
        ranks += np.bincount((better + places).ravel(), minlength=plans**2)
        if undecided:
            worst, best = bounds
            surely = worst[:, None] > best
            highest = surely.sum(0, dtype=np.int16)
            lowest = (best[:, None] > worst).sum(0, dtype=np.int16) - (best > worst)
            certain_wins += surely.sum(2, dtype=np.int32)
            certain_ranks += np.bincount((highest + places)[highest == lowest], minlength=plans**2)
        whole = np.maximum(weights.sum(0), least)
        central += ((better == 0) / whole) @ weights.T
    central /= np.maximum(ranks[::plans, None], 1)
    counts = (ranks, wins, certain_ranks, certain_wins) if undecided else (ranks, wins)
    shares = [(one.reshape(plans, plans) / sample.size).tolist() for one in counts]
    return shared(shares if undecided else 2 * shares, central.tolist(), sample)


def _matrix(values: Sequence[float], plans: int) -> NDArray[Any]:
    """Values of all criteria of all plans, a row for each plan."""
    import numpy as np

    return np.array(values, dtype=np.float32).reshape(plans, -1)


def _ends(
    certain: Sequence[float], opened: Sequence[Sequence[tuple[float, float, float]]]
) -> Sequence[Sequence[float]]:
    """What each criterion gives at worst and at best."""
    return [
        [
            one + sum(among[0] * among[end] for among in parts)
            for one, parts in zip(certain, opened, strict=True)
        ]
        for end in (1, 2)
    ]


def _at_fixed(
    shares: Sequence[Sequence[float]], values: tuple[float, float]
) -> Sequence[Sequence[float]]:
    """What each criterion is certain to give, where all values are."""
    preferred, *lesser = shares
    for value, part in zip(values, lesser, strict=True):
        if any(part):
            preferred = [one + value * more for one, more in zip(preferred, part, strict=True)]
    return [preferred]


def in_order(classes: Sequence[int]) -> tuple[list[int], list[int]]:
    """The criteria whose weights stand in an order, from the weightiest class, and class sizes."""
    levels = sorted({*classes} - {FREE})
    if len(levels) < 2:
        return [], []
    members = [[at for at, one in enumerate(classes) if one == level] for level in levels]
    return list(chain.from_iterable(members)), list(map(len, members))


def _exponential(draw: Any, count: int, size: int) -> NDArray[Any]:
    """Exponential variables: by inversion, which is faster than drawing them as such."""
    import numpy as np

    found: NDArray[Any] = draw.random((count, size), dtype=np.float32)
    np.negative(found, out=found)
    np.log1p(found, out=found)
    np.negative(found, out=found)
    return found


def _falling(draw: Any, sizes: Sequence[int], size: int) -> NDArray[Any]:
    """Exponential variables, all of one class above all of the next, without sorting any.

    The lowest k of n end at the sum of k waiting times (A. Rényi, *Acta Mathematica Hungarica* 4
    (1953), 191-231). One of them is there, by chance; the others are spread below as if by
    themselves. What lies above begins anew from there, since the exponential law has no memory.
    """
    import numpy as np

    found: NDArray[Any] = draw.random((sum(sizes), size), dtype=np.float32)
    np.subtract(1, found, out=found)  # none is zero
    base = np.zeros(size, dtype=np.float32)
    left = len(found)
    for of_class in reversed(sizes[1:]):
        chances = np.arange(left, left - of_class, -1, dtype=np.float32)
        rise = (1 / chances) @ _exponential(draw, of_class, size)
        lowest = found[left - of_class : left]
        lowest *= np.expm1(-rise) / lowest.max(0)
        np.minimum(-np.log1p(lowest), rise, out=lowest)
        lowest += base
        base += rise
        left -= of_class
    found[:left] = base - np.log(found[:left])
    return found


def mean_weights(classes: Sequence[int]) -> tuple[Fraction, ...]:
    """The mean over all weights that respect the order of their classes; exact.

    The k-th largest of n exponential variables is 1/k + ... + 1/n in the mean, and members of a
    class share their places evenly (A. Rényi, as below).

    >>> mean_weights([0, 1]), mean_weights([FREE, FREE])
    ((Fraction(3, 4), Fraction(1, 4)), (Fraction(1, 2), Fraction(1, 2)))
    """
    found = [Fraction(1, len(classes))] * len(classes)
    ordered, sizes = in_order(classes)
    rest = [Fraction(0)]
    for place in range(len(ordered), 0, -1):
        rest.append(rest[-1] + Fraction(1, place))
    largest, start = rest[:0:-1], 0
    for size in sizes:
        share = sum(largest[start : start + size], Fraction(0)) / (size * len(classes))
        for at in ordered[start : start + size]:
            found[at] = share
        start += size
    return tuple(found)


def shared(
    shares: Sequence[Sequence[Sequence[float]]], central: Sequence[Sequence[float]], sample: Sample
) -> Acceptability:
    """Shares of ranks, of wins, and of those that are certain, and the mean weights under which a
    plan came first.
    """
    ranks, wins, certain_ranks, certain_wins = (tuple(map(tuple, found)) for found in shares)
    means = (tuple(row) if first else None for row, (first, *_) in zip(central, ranks, strict=True))
    error = 0.5 / sqrt(sample.size)
    return Acceptability(ranks, wins, certain_ranks, certain_wins, tuple(means), sample, error)


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
