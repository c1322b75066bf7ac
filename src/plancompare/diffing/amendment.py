"""A diff as a value that can be mailed, applied, inverted and composed.

An amendment holds both whole sides of every edit, so that nothing is lost on the way back. It knows
points and metadata; what became of each issue follows from the plans, by `diff`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, NamedTuple, Self

from pydantic import Field, model_validator

from plancompare.diffing.plandiff import PlanDiff
from plancompare.errors import PlancompareError
from plancompare.model import Plan, Point
from plancompare.model.faults import Fault, refuse
from plancompare.model.frozen import Frozen
from plancompare.model.provision import embeds_provisions

__all__ = ["Amendment", "Mismatch", "PatchConflictError", "PointEdit", "compose", "invert", "patch"]

Position = Annotated[int, Field(ge=0, le=1_000_000, strict=True)]
Size = Annotated[int, Field(ge=0, le=1_000_000, strict=True)]


class PointEdit(Frozen):
    """A point before and after; a side that is not there has no position either.

    `start` and `end` are its positions before and after, from 0. Equal sides are a point that stays
    the same and moves.
    """

    start: Position | None = None
    end: Position | None = None
    before: Point | None = None
    after: Point | None = None

    @model_validator(mode="after")
    def _sides_have_positions(self) -> Self:
        for side, position, name in (
            (self.before, self.start, "start"),
            (self.after, self.end, "end"),
        ):
            if (side is None) != (position is None):
                refuse([Fault((name,), "a point and its position go together", "give both")])
        return self


class Amendment(Frozen):
    """Everything that turns one plan into another, and back.

    `before` and `after` are the plans without their points; `sizes` are their numbers of points.
    Points that no edit names stay as they are, in their order.
    """

    before: Plan
    after: Plan
    sizes: tuple[Size, Size]
    points: tuple[PointEdit, ...] = ()

    @model_validator(mode="after")
    def _positions_fit(self) -> Self:
        refuse(_faults(self))
        return self

    @property
    def metadata(self) -> tuple[str, ...]:
        """The fields of the plan itself that change."""
        return tuple(
            name
            for name in Plan.model_fields
            if getattr(self.before, name) != getattr(self.after, name)
        )

    def __bool__(self) -> bool:
        """Whether anything changes at all."""
        return bool(self.points or self.metadata)

    @classmethod
    def of(cls, diff: PlanDiff) -> Self:
        """The amendment that a diff amounts to."""
        before, after = diff.before, diff.after
        edits = [
            PointEdit(
                start=edit.positions[0], end=edit.positions[1], before=edit.before, after=edit.after
            )
            for edit in diff.edits
        ]
        bare = {"points": ()}
        return cls(
            before=before.model_copy(update=bare),
            after=after.model_copy(update=bare),
            sizes=(len(before.points), len(after.points)),
            points=_in_order(edits),
        )


def _faults(amendment: Amendment) -> Iterator[Fault]:
    untouched = [
        size - sum(getattr(edit, name) is not None for edit in amendment.points)
        for size, name in zip(amendment.sizes, ("start", "end"), strict=True)
    ]
    if untouched[0] != untouched[1] or untouched[0] < 0:
        yield Fault(("sizes",), "do not fit the edits", "restore the amendment as it was made")
    for name, size in zip(("start", "end"), amendment.sizes, strict=True):
        taken = [found for edit in amendment.points if (found := getattr(edit, name)) is not None]
        if len(set(taken)) < len(taken) or any(one >= size for one in taken):
            yield Fault(
                ("points",), "two edits claim one position", "restore the amendment as it was made"
            )
    for name in ("before", "after"):
        if getattr(amendment, name).points:
            yield Fault((name, "points"), "stand in the edits", "restore the amendment")


class Mismatch(NamedTuple):
    """One place where a plan is not what an amendment expects."""

    place: str
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.place}: expected {self.expected}, found {self.found}"


class PatchConflictError(PlancompareError, ValueError):
    """An amendment does not fit a plan; `mismatches` names every place. Nothing was altered."""

    def __init__(self, plan_id: str, mismatches: tuple[Mismatch, ...]) -> None:
        self.mismatches = mismatches
        places = "\n".join(f"  {one}" for one in mismatches)
        super().__init__(
            f"the amendment does not fit {plan_id}; merge the two revisions instead:\n{places}"
        )


def patch(plan: Plan, amendment: Amendment | PlanDiff) -> Plan:
    """Apply an amendment to a plan, so that `patch(a, diff(a, b)) == b`.

    Raises `PatchConflictError`, naming every place where the plan is not what the amendment
    expects.

    >>> import plancompare
    >>> us, europe = plancompare.load("us-28"), plancompare.load("europe-28")
    >>> patch(us, plancompare.diff(us, europe)) == europe
    True
    """
    amendment = _amendment(amendment)
    if mismatches := tuple(_mismatches(plan, amendment)):
        raise PatchConflictError(plan.id, mismatches)
    touched = {edit.start for edit in amendment.points}
    untouched = iter([p for i, p in enumerate(plan.points) if i not in touched])
    placed = {edit.end: edit.after for edit in amendment.points if edit.after is not None}
    points = tuple(placed.get(i) or next(untouched) for i in range(amendment.sizes[1]))
    changed = {name: getattr(amendment.after, name) for name in amendment.metadata}
    return plan.model_copy(update={**changed, "points": points})


def _amendment(diff: Amendment | PlanDiff) -> Amendment:
    return Amendment.of(diff) if isinstance(diff, PlanDiff) else diff


def _mismatches(plan: Plan, amendment: Amendment) -> Iterator[Mismatch]:
    if plan.id != amendment.before.id:  # made for another plan: the rest would be noise
        yield Mismatch("id", amendment.before.id, plan.id)
        return
    for name in amendment.metadata:
        expected, found = getattr(amendment.before, name), getattr(plan, name)
        if expected != found:
            yield Mismatch(name, _shown(expected), _shown(found))
    if len(plan.points) != amendment.sizes[0]:
        yield Mismatch("points", f"{amendment.sizes[0]} of them", str(len(plan.points)))
    for edit in amendment.points:
        if edit.before is None or edit.start is None:
            continue
        if edit.start >= len(plan.points):
            yield Mismatch(f"point {edit.before.name}", f"at position {edit.start}", "nothing")
        elif plan.points[edit.start] != edit.before:
            found = plan.points[edit.start]
            same = "other content" if found.name == edit.before.name else f"point {found.name}"
            yield Mismatch(f"points[{edit.start}]", f"point {edit.before.name}", same)


def _shown(value: object) -> str:
    text = str(value)
    return f"{text[:60]} …" if len(text) > 60 else text


def invert(amendment: Amendment | PlanDiff) -> Amendment:
    """Turn an amendment round, so that it undoes what it did; twice is the amendment itself."""
    amendment = _amendment(amendment)
    back = [
        PointEdit(start=edit.end, end=edit.start, before=edit.after, after=edit.before)
        for edit in amendment.points
    ]
    return Amendment(
        before=amendment.after,
        after=amendment.before,
        sizes=amendment.sizes[::-1],
        points=_in_order(back),
    )


def compose(first: Amendment | PlanDiff, second: Amendment | PlanDiff) -> Amendment:
    """One amendment for two in a row, with the same effect as one after the other.

    Raises `PatchConflictError` where the second does not start from what the first ends with.
    """
    first, second = _amendment(first), _amendment(second)
    if mismatches := tuple(_gaps(first, second)):
        raise PatchConflictError(first.after.id, mismatches)
    changed = {name: getattr(second.after, name) for name in second.metadata}
    ends = {edit.end: edit for edit in first.points if edit.end is not None}
    starts = {edit.start: edit for edit in second.points if edit.start is not None}
    came_from, goes_to = _untouched(first), _untouched(second)
    edits = [edit for edit in first.points if edit.end is None]
    edits += [edit for edit in second.points if edit.start is None]
    for middle in range(first.sizes[1]):
        made, taken = ends.get(middle), starts.get(middle)
        start, before = (made.start, made.before) if made else (None, None)
        end, after = (taken.end, taken.after) if taken else (None, None)
        if made and not taken:
            end, after = goes_to[1][middle], made.after
        elif taken and not made:
            start, before = came_from[0][middle], taken.before
        if before is not None or after is not None:
            edits.append(PointEdit(start=start, end=end, before=before, after=after))
    return Amendment(
        before=first.before,
        after=first.after.model_copy(update=changed),
        sizes=(first.sizes[0], second.sizes[1]),
        points=_in_order(edits),
    )


def _untouched(amendment: Amendment) -> tuple[dict[int, int], dict[int, int]]:
    """For points that no edit names: the position before by that after, and the other way round."""
    starts = {edit.start for edit in amendment.points}
    ends = {edit.end for edit in amendment.points}
    before = [i for i in range(amendment.sizes[0]) if i not in starts]
    after = [i for i in range(amendment.sizes[1]) if i not in ends]
    return dict(zip(after, before, strict=True)), dict(zip(before, after, strict=True))


def _gaps(first: Amendment, second: Amendment) -> Iterator[Mismatch]:
    for name in dict.fromkeys(("id", *second.metadata)):
        left, right = getattr(first.after, name), getattr(second.before, name)
        if left != right:
            yield Mismatch(name, _shown(right), _shown(left))
    if first.sizes[1] != second.sizes[0]:
        yield Mismatch("points", f"{second.sizes[0]} of them", str(first.sizes[1]))
    ends = {edit.end: edit.after for edit in first.points if edit.after is not None}
    for edit in second.points:
        if edit.before and edit.start in ends and ends[edit.start] != edit.before:
            yield Mismatch(f"points[{edit.start}]", f"point {edit.before.name}", "other content")


def _in_order(edits: list[PointEdit]) -> tuple[PointEdit, ...]:
    """By position before, new points last."""
    return tuple(
        sorted(edits, key=lambda edit: (edit.start is None, edit.start or 0, edit.end or 0))
    )


embeds_provisions(PointEdit)
embeds_provisions(Amendment)
