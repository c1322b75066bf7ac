"""The difference of two plans: changes of issues, and edits of everything else."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from plancompare.diffing.alignment import Alignment, align
from plancompare.diffing.cell import cell
from plancompare.diffing.change import Change, ChangeKind, change_between
from plancompare.diffing.fields import FieldEdit, field_edits
from plancompare.diffing.rewording import Wording, wording
from plancompare.errors import UnknownIdError
from plancompare.model import Plan, Point
from plancompare.model.topics import topic_order
from plancompare.presenting import Presented

__all__ = ["Edit", "PlanDiff", "diff"]


class Edit(NamedTuple):
    """A point of one plan and of the other that differ, or one without a counterpart.

    Positions count from 0. `moved` says that the point stands elsewhere among those on both sides.
    """

    before: Point | None
    after: Point | None
    positions: tuple[int | None, int | None]
    moved: bool = False

    @property
    def fields(self) -> tuple[FieldEdit, ...]:
        """Which fields differ: wording, evidence, numbering, terms alike."""
        if self.before is None or self.after is None:
            return ()
        return field_edits(self.before, self.after)


@dataclass(frozen=True)
class PlanDiff(Presented):
    """What changed from one plan to another, issue by issue, with both whole sides of everything.

    Equal plans have an empty diff, whatever they leave undisclosed.
    """

    before: Plan
    after: Plan
    changes: tuple[Change, ...]

    def __bool__(self) -> bool:
        """Whether the plans differ at all, in changes or in edits."""
        return self.before != self.after

    @property
    def summary(self) -> dict[str, int]:
        """How many issues there are of each change kind; unknown ones are not changes."""
        counted = Counter(change.change for change in self.changes)
        return {str(kind): counted[kind] for kind in ChangeKind}

    def change(self, issue: str) -> Change:
        """The change of one issue. Raises `UnknownIdError`."""
        if issue not in self._by_issue:
            raise UnknownIdError("issue", issue, self._by_issue)
        return self._by_issue[issue]

    @cached_property
    def _by_issue(self) -> dict[str, Change]:
        return {change.issue: change for change in self.changes}

    @cached_property
    def alignment(self) -> Alignment:
        """Which point became which."""
        return align(self.before, self.after)

    @cached_property
    def metadata(self) -> tuple[FieldEdit, ...]:
        """Fields of the plans themselves that differ: title, date, disclosure, sources."""
        no_points = {"points": ()}
        return field_edits(
            self.before.model_copy(update=no_points), self.after.model_copy(update=no_points)
        )

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        """Every point that is not the same on both sides: reworded, renumbered, moved, dropped."""
        if not self:
            return ()
        groups = self.alignment.groups
        pairs = [(a[0], b[0]) for a, b in groups if len(a) == len(b) == 1]
        in_order = _longest_rise([after for _, after in pairs])
        edits: list[Edit] = []
        for group in groups:
            if len(group.before) == len(group.after) == 1:
                one, other = group.before[0], group.after[0]
                left, right = self.before.points[one], self.after.points[other]
                moved = other not in in_order
                if moved or left != right:
                    edits.append(Edit(left, right, (one, other), moved))
                continue
            edits += [Edit(self.before.points[one], None, (one, None)) for one in group.before]
            edits += [Edit(None, self.after.points[one], (None, one)) for one in group.after]
        return tuple(edits)

    @cached_property
    def wording(self) -> Wording:
        """Points whose texts differ, as redlines. Never a change: what it means is not known."""
        return wording(self.alignment)

    def __str__(self) -> str:
        if not self:
            return f"{self.before.id} and {self.after.id} are equal"
        counts = self.summary
        known = [
            f"{count} {kind}"
            for kind, count in counts.items()
            if count and kind not in ("unknown", "kept")
        ]
        return (
            f"{self.before.id} -> {self.after.id}: {', '.join(known) or 'no known change'}; "
            f"{counts['kept']} kept; {counts['unknown']} unknown"
        )


def _longest_rise(values: list[int]) -> set[int]:
    """The members of a longest rising run of distinct values, by patience sorting."""
    tops: list[int] = []
    below: dict[int, int | None] = {}
    for value in values:
        place = bisect_left(tops, value)
        below[value] = tops[place - 1] if place else None
        tops[place : place + 1] = [value]
    rise: set[int] = set()
    member = tops[-1] if tops else None
    while member is not None:
        rise.add(member)
        member = below[member]
    return rise


def diff(before: Plan, after: Plan) -> PlanDiff:
    """What changed from one plan to another.

    Changes come by topic, then in the order of the texts. An issue whose content is not public on
    one side is *unknown*, never a change; wording, evidence and numbering are edits, never changes.

    >>> import plancompare
    >>> us, europe = plancompare.load("us-28"), plancompare.load("europe-28")
    >>> print(diff(us, europe))
    us-28 -> europe-28: 13 changed, 4 added, 21 removed; 40 kept; 0 unknown
    """
    if before == after:
        return PlanDiff(before, after, ())
    issues = dict.fromkeys([*before.stated, *after.stated, *before.listed, *after.listed])
    plans = before, after
    found = (
        change_between(issue, cell(before, issue), cell(after, issue), plans) for issue in issues
    )
    changes = sorted(filter(None, found), key=lambda change: topic_order(change.topic))
    return PlanDiff(before, after, tuple(changes))
