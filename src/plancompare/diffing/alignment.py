"""Which point of one plan became which of another: many to many, and every link says why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from plancompare.diffing.similarity import alike
from plancompare.model import Plan, Point

__all__ = ["Alignment", "Basis", "Group", "GroupKind", "Link", "align"]


class Basis(StrEnum):
    """On what a link rests, in order of trust."""

    DECLARED = "declared"
    ISSUES = "shared issues"
    TEXT = "text"


class Link(NamedTuple):
    """One point before, one after (positions from 0), and why they belong together."""

    before: int
    after: int
    basis: Basis
    why: str

    def swapped(self) -> Link:
        """The same link seen from the other side."""
        return Link(self.after, self.before, self.basis, self.why)


class GroupKind(StrEnum):
    """What became of some points together."""

    ONE_TO_ONE = "one-to-one"
    SPLIT = "split"
    MERGED = "merged"
    REORGANISED = "reorganised"
    ONLY_LEFT = "only-left"
    ONLY_RIGHT = "only-right"


class Group(NamedTuple):
    """Points that links hold together: positions before and after."""

    before: tuple[int, ...]
    after: tuple[int, ...]

    @property
    def kind(self) -> GroupKind:
        """One-to-one, split, merged, reorganised, or on one side only."""
        match len(self.before), len(self.after):
            case 1, 1:
                return GroupKind.ONE_TO_ONE
            case _, 0:
                return GroupKind.ONLY_LEFT
            case 0, _:
                return GroupKind.ONLY_RIGHT
            case 1, _:
                return GroupKind.SPLIT
            case _, 1:
                return GroupKind.MERGED
        return GroupKind.REORGANISED


@dataclass(frozen=True, slots=True)
class Alignment:
    """All links between the points of two plans, and the groups they form.

    Every point of both plans stands in exactly one group.
    """

    before: Plan
    after: Plan
    links: tuple[Link, ...]
    groups: tuple[Group, ...]

    def swapped(self) -> Alignment:
        """The alignment seen from the other side."""
        return Alignment(
            self.after,
            self.before,
            tuple(sorted(link.swapped() for link in self.links)),
            tuple(sorted((Group(one.after, one.before) for one in self.groups), key=_position)),
        )


def align(before: Plan, after: Plan, crosswalk: Iterable[tuple[str, str]] = ()) -> Alignment:
    """Align the points of two plans; `align(b, a)` mirrors `align(a, b)`.

    Links rest, in order of trust, on a crosswalk (pairs of point numbers) or the points' own
    `replaces`; on issues that both points state; and, for points without any link, on text.

    >>> import plancompare
    >>> found = align(plancompare.load("us-28"), plancompare.load("europe-28"))
    >>> [str(group.kind) for group in found.groups if len(group.after) != 1]
    ['only-left']
    """
    links: dict[tuple[int, int], Link] = {}
    for link in _declared(before, after, crosswalk):
        links.setdefault((link.before, link.after), link)
    for link in _sharing_issues(before, after):
        links.setdefault((link.before, link.after), link)
    for link in _similar(before, after, links):
        links[link.before, link.after] = link
    found = tuple(links[pair] for pair in sorted(links))
    groups = _groups(len(before.points), len(after.points), found)
    return Alignment(before, after, found, groups)


def _declared(before: Plan, after: Plan, crosswalk: Iterable[tuple[str, str]]) -> Iterable[Link]:
    left = {point.number: i for i, point in enumerate(before.points) if point.number}
    right = {point.number: i for i, point in enumerate(after.points) if point.number}
    for one, other in crosswalk:
        if one in left and other in right:
            yield Link(left[one], right[other], Basis.DECLARED, "named in a crosswalk")
    if after.revises == before.id:
        yield from _replacing(after, left)
    if before.revises == after.id:
        yield from (link.swapped() for link in _replacing(before, right))


def _replacing(revision: Plan, numbers: Mapping[str, int]) -> Iterable[Link]:
    for position, point in enumerate(revision.points):
        for label in point.replaces:
            if label in numbers:
                why = f"replaces point {label}"
                yield Link(numbers[label], position, Basis.DECLARED, why)


def _sharing_issues(before: Plan, after: Plan) -> Iterable[Link]:
    home = {
        provision.issue: position
        for position, point in enumerate(after.points)
        for provision in point.provisions
    }
    shared: dict[tuple[int, int], list[str]] = defaultdict(list)
    for position, point in enumerate(before.points):
        for provision in point.provisions:
            if (other := home.get(provision.issue)) is not None:
                shared[position, other].append(provision.issue)
    for (one, other), issues in shared.items():
        yield Link(one, other, Basis.ISSUES, f"both state {', '.join(sorted(issues))}")


def _text(point: Point) -> str:
    written = point.text or " ".join(filter(None, (point.heading, point.summary)))
    return " ".join(written.casefold().split())


def _similar(before: Plan, after: Plan, links: Iterable[tuple[int, int]]) -> Iterable[Link]:
    """Pairs of points without a link, most similar first, each point at most once."""
    linked = list(links)
    lefts, rights = {one for one, _ in linked}, {other for _, other in linked}
    left = {i: t for i, p in enumerate(before.points) if i not in lefts and (t := _text(p))}
    right = {i: t for i, p in enumerate(after.points) if i not in rights and (t := _text(p))}
    scored = [(-score, one + other, one, other) for score, one, other in alike(left, right)]
    # Equal scores fall in the order of the sum of both positions; two pairs with one point in
    # common never have the same sum, so that the outcome is the same seen from either side.
    taken: Counter[tuple[str, int]] = Counter()
    for score, _, one, other in sorted(scored):
        if not taken["before", one] and not taken["after", other]:
            taken["before", one] = taken["after", other] = 1
            yield Link(one, other, Basis.TEXT, f"texts are {-score:.0f} % alike")


def _position(group: Group) -> tuple[bool, int]:
    """A sort key: by the first point before; what is only after comes last."""
    return not group.before, (group.before or group.after)[0]


def _groups(lefts: int, rights: int, links: tuple[Link, ...]) -> tuple[Group, ...]:
    """The connected components of the links, by union-find."""
    parent = list(range(lefts + rights))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = node = parent[parent[node]]
        return node

    for link in links:
        parent[root(link.before)] = root(lefts + link.after)
    members: dict[int, tuple[list[int], list[int]]] = {}
    for node in range(lefts + rights):
        group = members.setdefault(root(node), ([], []))
        group[node >= lefts].append(node if node < lefts else node - lefts)
    return tuple(sorted((Group(tuple(a), tuple(b)) for a, b in members.values()), key=_position))
