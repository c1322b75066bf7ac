"""Acceptability analysis without numpy: the same draws, one after another."""

from __future__ import annotations

import random
from collections.abc import Sequence

from plancompare.scoring.acceptability import Acceptability, Composition, Sample, in_order, shared

__all__ = ["in_python"]


def in_python(
    cells: Sequence[Sequence[Composition]],
    classes: Sequence[int],
    sample: Sample,
    fixed: tuple[float, float] | None,
) -> Acceptability:
    """As `acceptability`, of the same shares within the stated error."""
    draw = random.Random(sample.seed)  # noqa: S311 - a simulation, not a secret
    plans, count = range(len(cells)), len(classes)
    ordered, sizes = in_order(classes)
    ranks, wins, certain_ranks, certain_wins = (
        [[0 for _ in plans] for _ in plans] for _ in range(4)
    )
    ends = [[_ends(cell) for cell in row] for row in cells]
    central = [[0.0] * count for _ in plans]
    for _ in range(sample.size):
        weights = [draw.expovariate(1) for _ in range(count)]
        if ordered:
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
        worst, best = (
            [
                sum(
                    weight * (bounds[end] + cell.acceptable * middle + cell.contrary * lower)
                    for weight, cell, bounds in zip(weights, row, bounds_of, strict=True)
                )
                for row, bounds_of in zip(cells, ends, strict=True)
            ]
            for end in (0, 1)
        )
        totals = [
            total
            + sum(
                weight * share * (high - low) * draw.random()
                for weight, cell in zip(weights, row, strict=True)
                for share, low, high in cell.open
            )
            for total, row in zip(worst, cells, strict=True)
        ]
        for plan in plans:
            better = sum(total > totals[plan] for total in totals)
            ranks[plan][better] += 1
            highest = sum(total > best[plan] for total in worst)
            lowest = sum(total > worst[plan] for total in best) - (best[plan] > worst[plan])
            certain_ranks[plan][highest] += highest == lowest
            for other in plans:
                wins[plan][other] += totals[plan] > totals[other]
                certain_wins[plan][other] += worst[plan] > best[other]
            if not better:
                central[plan] = [
                    one + weight for one, weight in zip(central[plan], weights, strict=True)
                ]
    counts = (ranks, wins, certain_ranks, certain_wins)
    shares = [[[one / sample.size for one in row] for row in found] for found in counts]
    means = [
        [one / (first or 1) for one in row] for row, (first, *_) in zip(central, ranks, strict=True)
    ]
    return shared(shares, means, sample)


def _ends(cell: Composition) -> tuple[float, float]:
    """What a criterion gives at worst and at best beside what has a drawn value; equal sums of
    shares in whatever order are equal.
    """
    worst = cell.preferred + sum(share * low for share, low, _ in cell.open)
    best = cell.preferred + sum(share * high for share, _, high in cell.open)
    return round(worst, 12), round(best, 12)
