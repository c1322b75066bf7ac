"""What changed between two plans as the page shows it: by kind of change, term by term."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from plancompare.diffing.change import Change, ChangeKind
from plancompare.diffing.lineage import Fate, fates
from plancompare.diffing.plandiff import PlanDiff
from plancompare.diffing.redline import Segment, Weighty
from plancompare.diffing.rewording import Rewording
from plancompare.report.contents import Contents
from plancompare.report.matrix_view import brief
from plancompare.report.names import Names
from plancompare.scoring.crossings import Crossing, Effect

__all__ = ["ChangeView", "PairView", "pair_view"]

_STILL = (Effect.STILL_CROSSED, Effect.STILL_MET, Effect.STILL_UNDECIDED)


class ShiftView(NamedTuple):
    """One term, or a whole clause, before and after, and the word for its shift."""

    term: str
    before: str
    after: str
    shift: str


class ChangeView(NamedTuple):
    """One issue; `row` is its place in the matrix."""

    row: int
    name: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    shifts: tuple[ShiftView, ...]


class GroupView(NamedTuple):
    """Points that belong together, what became of them, and why they do."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    fate: Fate
    bases: tuple[str, ...]


class TextView(NamedTuple):
    """Points whose wording differs, neither side for the preamble, as a redline.

    Words that weigh more are told apart where the text was changed, not where all of it is new.
    """

    before: str
    after: str
    segments: tuple[Segment, ...]
    marked: tuple[Weighty, ...]


class PairView(NamedTuple):
    """A pair of plans, by their positions among the plans of the report."""

    number: int
    sides: tuple[int, int]
    diff: PlanDiff
    kinds: tuple[tuple[ChangeKind, tuple[ChangeView, ...]], ...]
    groups: tuple[GroupView, ...]
    texts: tuple[TextView, ...]
    crossings: tuple[Crossing, ...]


def pair_view(number: int, found: Contents, rows: Mapping[str, int], names: Names) -> PairView:
    """What changed between two plans of a report; equal plans have no kinds of change."""
    diff = found.diffs[number]
    by_kind: dict[ChangeKind, list[ChangeView]] = {kind: [] for kind in ChangeKind}
    for change in diff.changes:
        by_kind[change.change].append(_change(change, rows, names))
    return PairView(
        number,
        found.pairs[number],
        diff,
        tuple((kind, tuple(changes)) for kind, changes in by_kind.items()),
        tuple(_groups(diff)),
        tuple(_text(one) for one in diff.wording.rewordings) if diff else (),
        tuple(row for row in found.crossings[number].rows if row.effect not in _STILL),
    )


def _change(change: Change, rows: Mapping[str, int], names: Names) -> ChangeView:
    return ChangeView(
        rows[change.issue],
        names.issue(change.issue),
        change.before.points,
        change.after.points,
        tuple(_shifts(change, names)),
    )


def _shifts(change: Change, names: Names) -> Iterator[ShiftView]:
    """Term by term where both sides state the clause and a term differs; otherwise as a whole."""
    left, right = change.before.provision, change.after.provision
    if left is None or right is None or not (change.terms or change.unknown_terms):
        yield ShiftView("", brief(change.before, names), brief(change.after, names), "")
        return
    for one in change.terms:
        sides = names.of_term(left, one.term), names.of_term(right, one.term)
        shift = names.labels.word("shifts", one.shift)
        yield ShiftView(names.term(one.term), *sides, shift)
    for name in change.unknown_terms:
        sides = names.of_term(left, name, public=False), names.of_term(right, name, public=False)
        yield ShiftView(names.term(name), *sides, names.labels.word("changes", "unknown"))


def _groups(diff: PlanDiff) -> Iterator[GroupView]:
    bases: dict[int, list[str]] = {}
    for link in diff.alignment.links:
        bases.setdefault(link.before, []).append(link.basis)
    for group, became in zip(diff.alignment.groups, fates(diff), strict=True):
        found = [basis for one in group.before for basis in bases.get(one, ())]
        yield GroupView(
            tuple(point.name for point in became.before),
            tuple(point.name for point in became.after),
            became.fate,
            tuple(dict.fromkeys(found)),
        )


def _text(one: Rewording) -> TextView:
    before, after = (", ".join(point.name for point in side) for side in (one.before, one.after))
    marked = one.redline.weighty if bool(before) == bool(after) else ()
    return TextView(before, after, one.redline.segments, marked)
