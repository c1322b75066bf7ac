"""What became of one issue between two plans: derived from two treatments, never guessed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from plancompare.diffing.cell import Cell
from plancompare.model import KINDS, Plan, Shift, Treatment, kind_of_issue
from plancompare.model.spelling import spell
from plancompare.model.terms import TermSpec

__all__ = ["Change", "ChangeKind", "TermChange", "change_between", "same_terms"]


class ChangeKind(StrEnum):
    """What became of an issue."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    REOPENED = "reopened"
    SETTLED = "settled"
    UNKNOWN = "unknown"
    KEPT = "kept"


class TermChange(NamedTuple):
    """One term before and after, with the word for its shift; None is a term not stated."""

    term: str
    before: Any
    after: Any
    shift: Shift


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one issue, with both whole sides.

    `terms` holds every term known on both sides that differs; `unknown_terms` those that one side
    states and the other does not disclose.
    """

    issue: str
    change: ChangeKind
    before: Cell
    after: Cell
    terms: tuple[TermChange, ...] = ()
    unknown_terms: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The kind of provision at issue."""
        return kind_of_issue(self.issue)

    @property
    def topic(self) -> str:
        """The topic under which the kind is grouped."""
        kind = KINDS.get(self.kind)
        return kind.topic if kind else ""

    @property
    def reported(self) -> str | None:
        """What is reported of an undisclosed side, such as `modified`; never counted as a change."""
        return self.after.reported or self.before.reported

    def __str__(self) -> str:
        if not self.terms:
            return f"{self.issue}: {self.change}"
        terms = ", ".join(
            f"{one.term} {spell(one.before)} -> {spell(one.after)} ({one.shift})"
            for one in self.terms
        )
        return f"{self.issue}: {terms}"


def change_between(
    issue: str, before: Cell, after: Cell, plans: tuple[Plan, Plan]
) -> Change | None:
    """The change of one issue; None where neither plan has anything to say on it."""
    match before.treatment, after.treatment:
        case Treatment.STATED, Treatment.STATED:
            return _of_terms(issue, before, after, plans)
        case (Treatment.UNDISCLOSED, _) | (_, Treatment.UNDISCLOSED):
            kind = ChangeKind.UNKNOWN
        case Treatment.SILENT, Treatment.SILENT:
            return None
        case Treatment.DEFERRED, Treatment.DEFERRED:
            kind = ChangeKind.KEPT
        case _, Treatment.DEFERRED:
            kind = ChangeKind.REOPENED
        case Treatment.DEFERRED, _:
            kind = ChangeKind.SETTLED
        case Treatment.SILENT, _:
            kind = ChangeKind.ADDED
        case _:
            kind = ChangeKind.REMOVED
    return Change(issue, kind, before, after)


def same_terms(before: Cell, after: Cell) -> bool:
    """Whether both sides state the issue, and say the same in every term."""
    one, other = before.provision, after.provision
    if one is None or other is None:
        return False
    return one is other or one.spec.values(one.__dict__) == one.spec.values(other.__dict__)


def _of_terms(issue: str, before: Cell, after: Cell, plans: tuple[Plan, Plan]) -> Change:
    assert before.provision is not None
    assert after.provision is not None
    if same_terms(before, after):
        return Change(issue, ChangeKind.KEPT, before, after)
    left, right = before.provision.__dict__, after.provision.__dict__
    partial = plans[0].disclosure == "partial", plans[1].disclosure == "partial"
    changed: list[TermChange] = []
    unknown: list[str] = []
    for name, term in before.provision.spec.terms.items():
        one, other = left[name], right[name]
        if one == other:
            continue
        if (one is None and partial[0]) or (other is None and partial[1]):
            unknown.append(name)
        elif shift := _shift(term, one, other):
            changed.append(TermChange(name, one, other, shift))
    kind = ChangeKind.UNKNOWN if unknown else ChangeKind.KEPT
    if changed:
        kind = ChangeKind.CHANGED
    return Change(issue, kind, before, after, tuple(changed), tuple(unknown))


def _shift(spec: TermSpec, before: Any, after: Any) -> Shift | None:
    """The word for two different values; None where both mean that there is none."""
    if spec.none_if_silent and spec.is_set:  # silence and the empty set are the same here
        before, after = before or None, after or None
        if before == after:
            return None
    if spec.name == "conditions" and (before is None or after is None):
        return Shift.MADE_CONDITIONAL if before is None else Shift.MADE_UNCONDITIONAL
    if before is None:
        return Shift.INTRODUCED if spec.none_if_silent else Shift.SPECIFIED
    if after is None:
        return Shift.DROPPED if spec.none_if_silent else Shift.NO_LONGER_STATED
    return spec.scale.shift(before, after)
