"""The next draft of a plan, together with what was changed on the way."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random
from typing import Literal, NamedTuple

from benchmarks.drafts import new_point, words
from benchmarks.values import draws
from plancompare import Plan, Point, Provision

__all__ = ["TrueEdit", "renumbered", "revise"]

SHARE = 14
"""One point in so many is dropped, and as many merged, split, moved and added."""


class TrueEdit(NamedTuple):
    """What was really done to one issue, and to which of its terms."""

    issue: str
    change: Literal["added", "removed", "changed"]
    terms: tuple[str, ...] = ()


def renumbered(plan: Plan) -> Plan:
    """The same text under other numbers."""
    return plan.model_copy(update={"points": _numbered(plan.points, 2)})


def _numbered(points: Iterable[Point], first: int = 1) -> tuple[Point, ...]:
    return tuple(
        point.model_copy(update={"number": str(number)})
        for number, point in enumerate(points, first)
    )


def revise(plan: Plan, seed: int, rate: float) -> tuple[Plan, frozenset[TrueEdit]]:
    """A later draft and the true edits of its issues.

    A term changes in `rate` of the provisions, the summary in `rate` of the points; some points are
    dropped, merged, split, moved and added, and all are numbered anew.
    """
    random = Random(seed)
    edits: set[TrueEdit] = set()
    points = list(plan.points)
    share = max(1, len(points) // SHARE)
    for _ in range(min(share, len(points) - 1)):
        dropped = points.pop(random.randrange(len(points)))
        edits.update(TrueEdit(one.issue, "removed") for one in dropped.provisions)
    points = [_revised(random, point, rate, edits) for point in points]
    for _ in range(min(share, len(points) - 1)):
        _merge(random, points)
    for _ in range(share):
        _split(random, points)
    for _ in range(share):
        moved = points.pop(random.randrange(len(points)))
        points.insert(random.randint(0, len(points)), moved)
    taken = {provision.issue for provision in plan.provisions}
    for _ in range(share):
        added = new_point(random, 1, taken)
        points.insert(random.randint(0, len(points)), added)
        edits.update(TrueEdit(one.issue, "added") for one in added.provisions)
    later = {"id": f"{plan.id}-revised", "points": _numbered(points)}
    return plan.model_copy(update=later), frozenset(edits)


def _revised(random: Random, point: Point, rate: float, edits: set[TrueEdit]) -> Point:
    provisions: list[Provision] = []
    for provision in point.provisions:
        if random.random() < rate:
            changed, term = _tweaked(random, provision)
            edits.add(TrueEdit(provision.issue, "changed", (term,)))
            provisions.append(changed)
        else:
            provisions.append(provision)
    summary = words(random, 15, 40) if random.random() < rate else point.summary
    return point.model_copy(update={"provisions": tuple(provisions), "summary": summary})


def _tweaked(random: Random, provision: Provision) -> tuple[Provision, str]:
    """The provision with another value of one term, and the name of that term."""
    term = random.choice(list(provision.spec.terms))
    draw = draws(type(provision))[term]
    while True:
        changed = provision.model_copy(update={term: draw(random)})
        if getattr(changed, term) != getattr(provision, term):
            return changed, term


def _merge(random: Random, points: list[Point]) -> None:
    """Two neighbours become one."""
    place = random.randrange(len(points) - 1)
    one, other = points[place], points.pop(place + 1)
    merged = {"provisions": one.provisions + other.provisions}
    points[place] = one.model_copy(update=merged)


def _split(random: Random, points: list[Point]) -> None:
    """One point becomes two neighbours, if any has two provisions."""
    places = [place for place, point in enumerate(points) if len(point.provisions) > 1]
    if not places:
        return
    place = random.choice(places)
    point = points[place]
    half = len(point.provisions) // 2
    points[place : place + 1] = [
        point.model_copy(update={"provisions": point.provisions[:half]}),
        point.model_copy(
            update={"provisions": point.provisions[half:], "heading": words(random, 3, 6)}
        ),
    ]
