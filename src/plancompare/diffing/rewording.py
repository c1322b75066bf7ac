"""Where the texts of two plans differ: point by point, as far as both have texts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from plancompare.diffing.alignment import Alignment
from plancompare.diffing.redline import Redline, redline
from plancompare.model import Point

__all__ = ["Rewording", "Wording", "wording"]


class Rewording(NamedTuple):
    """Points that belong together, one side perhaps empty, and what became of their text.

    Without points it is the preamble that differs.
    """

    before: tuple[Point, ...]
    after: tuple[Point, ...]
    redline: Redline


class Wording(NamedTuple):
    """All texts that differ, and how many groups of points have the same text on both sides."""

    rewordings: tuple[Rewording, ...]
    alike: int


def wording(alignment: Alignment) -> Wording:
    """Hold texts against each other as the points are aligned.

    A point whose counterpart has no text is left out, for nothing is known of a difference; and so
    is every point where one plan has no texts at all.
    """
    before, after = alignment.before, alignment.after
    if not all(any(point.text for point in plan.points) for plan in (before, after)):
        return Wording((), 0)
    found: list[Rewording] = []
    if before.preamble and after.preamble and before.preamble != after.preamble:
        found.append(Rewording((), (), redline(before.preamble, after.preamble)))
    alike = 0
    for group in alignment.groups:
        left = tuple(before.points[place] for place in group.before)
        right = tuple(after.points[place] for place in group.after)
        old, new = _text(left), _text(right)
        if (left and not old) or (right and not new):
            continue
        if old == new:
            alike += 1
        else:
            found.append(Rewording(left, right, redline(old, new)))
    return Wording(tuple(found), alike)


def _text(points: Iterable[Point]) -> str:
    return "\n".join(point.text for point in points if point.text)
