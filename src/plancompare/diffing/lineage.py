"""Drafts and what became of them: the tree of revisions, the fate of points, the trace of issues."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from plancompare.diffing.alignment import Group, GroupKind
from plancompare.diffing.cell import Cell, cell
from plancompare.diffing.change import Change, ChangeKind, change_between
from plancompare.diffing.plandiff import PlanDiff, diff
from plancompare.errors import PlancompareError, UnknownIdError
from plancompare.model import Plan, Point

__all__ = ["Fate", "History", "Lineage", "PointFate", "Step", "Trace", "fates", "lineage"]


class Fate(StrEnum):
    """What became of points from one draft to the next."""

    KEPT = "kept"
    CHANGED = "changed"
    SPLIT = "split"
    MERGED = "merged"
    REORGANISED = "reorganised"
    DROPPED = "dropped"
    REOPENED = "reopened"
    MOVED = "moved elsewhere"
    SETTLED = "settled"
    UNKNOWN = "unknown"
    NEW = "new"


_STRUCTURE = {
    GroupKind.SPLIT: Fate.SPLIT,
    GroupKind.MERGED: Fate.MERGED,
    GroupKind.REORGANISED: Fate.REORGANISED,
}


class PointFate(NamedTuple):
    """Points before and after that belong together, what became of them, and of their issues."""

    before: tuple[Point, ...]
    after: tuple[Point, ...]
    fate: Fate
    issues: dict[str, int]
    """How many issues of these points there are of each change kind."""


class Step(NamedTuple):
    """What a plan does about one issue, and what that is against the plan it revises."""

    plan: Plan
    cell: Cell
    change: Change | None


@dataclass(frozen=True)
class Trace:
    """One issue across drafts, oldest first."""

    issue: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class History:
    """The way from a first draft to a later one, step by step."""

    steps: tuple[PlanDiff, ...]


@dataclass(frozen=True)
class Lineage:
    """Plans by id, and which revises which."""

    plans: Mapping[str, Plan]

    @property
    def roots(self) -> tuple[Plan, ...]:
        """Plans that revise nothing that is known here, oldest first."""
        found = (plan for plan in self.plans.values() if self.parent(plan) is None)
        return tuple(sorted(found, key=_age))

    def parent(self, plan: Plan) -> Plan | None:
        """The plan that this one revises, if it is known here."""
        return self.plans.get(plan.revises or "")

    def children(self, plan: Plan) -> tuple[Plan, ...]:
        """The plans that revise this one, oldest first."""
        found = (one for one in self.plans.values() if one.revises == plan.id)
        return tuple(sorted(found, key=_age))

    def chain(self, plan_id: str) -> tuple[Plan, ...]:
        """The plan after all those it goes back to, the first draft first.

        Raises `UnknownIdError`.
        """
        if plan_id not in self.plans:
            raise UnknownIdError("plan", plan_id, self.plans)
        chain: list[Plan] = []
        plan: Plan | None = self.plans[plan_id]
        while plan is not None:
            chain.append(plan)
            plan = self.parent(plan)
        return tuple(reversed(chain))

    def history(self, plan_id: str) -> History:
        """The steps from the first draft to a plan. Raises `UnknownIdError`."""
        return History(tuple(diff(one, other) for one, other in pairwise(self.chain(plan_id))))

    def trace(self, issue: str) -> Trace:
        """One issue across all drafts, oldest first. Raises `UnknownIdError` if none knows it."""
        known = {one for plan in self.plans.values() for one in (*plan.stated, *plan.listed)}
        if issue not in known:
            raise UnknownIdError("issue", issue, known)
        steps: list[Step] = []
        for plan in sorted(self.plans.values(), key=_age):
            found, parent = cell(plan, issue), self.parent(plan)
            change = None
            if parent is not None:
                change = change_between(issue, cell(parent, issue), found, (parent, plan))
            steps.append(Step(plan, found, change))
        return Trace(issue, tuple(steps))


def lineage(plans: Iterable[Plan]) -> Lineage:
    """The tree of revisions of some plans.

    Raises `PlancompareError` where two plans have one id, or where plans revise each other in a
    circle.

    >>> import plancompare
    >>> tree = lineage(map(plancompare.load, ("us-28", "geneva", "europe-28")))
    >>> [plan.id for plan in tree.chain("europe-28")], [plan.id for plan in tree.roots]
    (['us-28', 'europe-28'], ['us-28'])
    """
    by_id: dict[str, Plan] = {}
    for plan in plans:
        if plan.id in by_id:
            raise PlancompareError(f"two plans have the id {plan.id!r}; rename one")
        by_id[plan.id] = plan
    for plan in by_id.values():
        seen = [plan.id]
        while (ancestor := by_id.get(by_id[seen[-1]].revises or "")) is not None:
            if ancestor.id in seen:
                circle = " -> ".join([*seen, ancestor.id])
                raise PlancompareError(f"plans revise each other in a circle: {circle}; break it")
            seen.append(ancestor.id)
    return Lineage(by_id)


def fates(found: PlanDiff) -> Iterator[PointFate]:
    """What became of each point from one draft to the next, in the order of the earlier one."""
    changes = {change.issue: change for change in found.changes}
    for group in found.alignment.groups:
        before = tuple(found.before.points[one] for one in group.before)
        after = tuple(found.after.points[one] for one in group.after)
        issues = dict.fromkeys(
            provision.issue for point in (*before, *after) for provision in point.provisions
        )
        among = [changes[issue] for issue in issues if issue in changes]
        counts = Counter(str(change.change) for change in among)
        without = found.before if group.kind is GroupKind.ONLY_RIGHT else found.after
        hidden = without.disclosure == "partial"
        yield PointFate(before, after, _fate(group, among, hidden=hidden), dict(counts))


def _fate(group: Group, changes: list[Change], *, hidden: bool) -> Fate:
    """The fate of points; `hidden`, if the draft that may lack them is not wholly public."""
    if (structure := _STRUCTURE.get(group.kind)) is not None:
        return structure
    kinds = {change.change for change in changes}
    if group.kind is GroupKind.ONE_TO_ONE:
        if kinds - {ChangeKind.KEPT, ChangeKind.UNKNOWN}:
            return Fate.CHANGED
        return Fate.UNKNOWN if ChangeKind.UNKNOWN in kinds else Fate.KEPT
    if ChangeKind.UNKNOWN in kinds or (hidden and not kinds):
        return Fate.UNKNOWN
    if kinds == {ChangeKind.REOPENED}:
        return Fate.REOPENED
    if group.kind is GroupKind.ONLY_RIGHT:
        return Fate.SETTLED if kinds == {ChangeKind.SETTLED} else Fate.NEW
    if changes and all(change.after.left_to for change in changes):
        return Fate.MOVED
    return Fate.DROPPED


def _age(plan: Plan) -> tuple[str, str]:
    return plan.date.isoformat(), plan.id
