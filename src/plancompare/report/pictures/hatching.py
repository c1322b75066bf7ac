"""The strokes of a pattern within a box, so that a picture is hatched alike wherever it is drawn.

Strokes of their own weigh little on paper, where a repeated tile becomes an image at each place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import product
from typing import TypeAlias

from plancompare.report.palette import Pattern

__all__ = ["WEIGHT", "Stroke", "strokes"]

Stroke: TypeAlias = tuple[tuple[float, float], ...]
"""The corners of a line, from the upper left corner of the box; as whole numbers, but at edges."""

WEIGHT = 1.6
"""How wide a stroke is; its ends are round."""

_RING = ((1, 0), (3, 0), (4, 1), (4, 3), (3, 4), (1, 4), (0, 3), (0, 1), (1, 0))
_STAR = (((2, 0), (2, 4)), ((0, 1), (4, 3)), ((0, 3), (4, 1)))


def strokes(pattern: Pattern, width: float, height: float) -> Iterator[Stroke]:
    """The strokes of a pattern in a box of some size; those of an empty or a solid one are none.

    >>> list(strokes(Pattern.LEVEL, 20, 9))
    [((0, 2), (20, 2)), ((0, 6), (20, 6))]
    """
    for drawn, step in _DRAWN[pattern]:
        yield from drawn(width, height, step)


def _rising(width: float, height: float, step: int) -> Iterator[Stroke]:
    for sum_ in range(step // 2, int(width + height), step):
        start = max(0, sum_ - height), min(sum_, height)
        yield start, (min(sum_, width), max(0, sum_ - width))


def _falling(width: float, height: float, step: int) -> Iterator[Stroke]:
    for stroke in _rising(width, height, step):
        yield tuple((x, height - y) for x, y in stroke)


def _level(width: float, height: float, step: int) -> Iterator[Stroke]:
    return (((0, y), (width, y)) for y in range(step // 2, int(height), step))


def _upright(width: float, height: float, step: int) -> Iterator[Stroke]:
    return (((x, 0), (x, height)) for x in range(step // 2, int(width), step))


def _dots(width: float, height: float, step: int) -> Iterator[Stroke]:
    """Short strokes in rows, each row between those of the one above; round ends make them dots."""
    for row, y in enumerate(range(step // 2, int(height), step)):
        for x in range(2 + row % 2 * 3, int(width) - 1, 6):
            yield (x, y), (x + 1, y)


def _rings(width: float, height: float, step: int) -> Iterator[Stroke]:
    return _figures((_RING,), width, height, step)


def _stars(width: float, height: float, step: int) -> Iterator[Stroke]:
    return _figures(_STAR, width, height, step)


def _figures(
    figure: tuple[Stroke, ...], width: float, height: float, step: int
) -> Iterator[Stroke]:
    """A small figure at each place where it lies within."""
    columns, rows = (range(1, int(side) - 4, step) for side in (width, height))
    for top, left in product(rows, columns):
        for line in figure:
            yield tuple((left + x, top + y) for x, y in line)


_DRAWN: Mapping[Pattern, tuple[tuple[Callable[[float, float, int], Iterator[Stroke]], int], ...]]
_DRAWN = {
    Pattern.EMPTY: (),
    Pattern.SOLID: (),
    Pattern.RISING: ((_rising, 8),),
    Pattern.FALLING: ((_falling, 8),),
    Pattern.CROSSED: ((_rising, 8), (_falling, 8)),
    Pattern.DOTTED: ((_dots, 4),),
    Pattern.LEVEL: ((_level, 4),),
    Pattern.UPRIGHT: ((_upright, 4),),
    Pattern.SQUARED: ((_level, 6), (_upright, 6)),
    Pattern.RINGED: ((_rings, 6),),
    Pattern.STARRED: ((_stars, 6),),
}
"""What draws each pattern, and how far apart."""
