"""Several revisions of one draft, issue by issue and term by term: what they share, where they clash.

The result is a plan and conflicts as data, never marks in a text. What a partly disclosed revision
does not show counts neither for nor against a change, and is marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple

from plancompare.diffing.assembly import assemble
from plancompare.diffing.cell import Cell, cell
from plancompare.diffing.change import Change, ChangeKind, change_between, same_terms
from plancompare.diffing.decision import Decision, by_place, own_value, shown_place, taken
from plancompare.errors import PlancompareError
from plancompare.model import KINDS, Plan, Provision, Treatment, kind_of_issue
from plancompare.model.topics import topic_order

__all__ = ["Conflict", "Merge", "MergeRow", "Outcome", "merge"]


class Outcome(StrEnum):
    """What a merge makes of an issue."""

    CONVERGED = "converged"
    TAKEN = "taken"
    COMBINED = "combined"
    CONFLICT = "conflict"
    DECIDED = "decided"
    UNKNOWN = "unknown"
    UNCHANGED = "unchanged"


class Conflict(NamedTuple):
    """An issue, or one term of it, that revisions change in different ways.

    `base` and `sides` hold the term's value, or the whole cell where the issue itself is disputed;
    the evidence of each is in the row.
    """

    issue: str
    term: str | None
    base: Any
    sides: tuple[tuple[str, Any], ...]


class MergeRow(NamedTuple):
    """One issue: what base and revisions say, what became of it, and who said nothing.

    `by` are the revisions whose change went in or that clash; `unknown` those that do not disclose
    the issue, or a term of it.
    """

    issue: str
    outcome: Outcome
    base: Cell
    cells: tuple[tuple[str, Cell], ...]
    result: Cell
    by: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    @property
    def topic(self) -> str:
        """The topic under which the kind is grouped."""
        return _topic(self.issue)


def _topic(issue: str) -> str:
    kind = KINDS.get(kind_of_issue(issue))
    return kind.topic if kind else ""


def _by_topic(issue: str) -> tuple[tuple[int, str], str]:
    return topic_order(_topic(issue)), issue


@dataclass(frozen=True)
class Merge:
    """A single text out of several revisions: the rows behind it, and the plan itself.

    Where revisions clash and nobody has decided, the plan keeps what the base says.
    """

    base: Plan
    revisions: tuple[Plan, ...]
    rows: tuple[MergeRow, ...]

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Every open conflict."""
        return tuple(one for row in self.rows for one in row.conflicts)

    @property
    def summary(self) -> dict[str, int]:
        """How many issues there are of each outcome."""
        found = [row.outcome for row in self.rows]
        return {str(outcome): found.count(outcome) for outcome in Outcome}

    @cached_property
    def plan(self) -> Plan:
        """The merged plan."""
        results = {row.issue: row.result for row in self.rows}
        return assemble(self.base, self.revisions, results)

    def __str__(self) -> str:
        counts = ", ".join(f"{count} {name}" for name, count in self.summary.items() if count)
        names = ", ".join(one.id for one in self.revisions)
        return f"{names} on {self.base.id}: {counts or 'nothing'}"


def merge(base: Plan, *revisions: Plan, decisions: Iterable[Decision] = ()) -> Merge:
    """Merge revisions of one base. Symmetric in the revisions.

    Raises `PlancompareError` where there is no revision, where ids are not different, where the
    plans belong to different conflicts, where a decision names a conflict that does not exist or a
    side that is not in it, where its value does not fit the term, or where two decide one conflict.

    >>> import plancompare
    >>> us, geneva, europe = map(plancompare.load, ("us-28", "geneva", "europe-28"))
    >>> found = merge(us, geneva, europe)
    >>> next(str(row.outcome) for row in found.rows if row.issue == "force-ceiling/ukraine")
    'converged'
    """
    _check(base, revisions)
    sides = sorted(revisions, key=lambda plan: plan.id)
    issues = dict.fromkeys(
        issue for plan in (base, *sides) for issue in (*plan.stated, *plan.listed)
    )
    chosen = by_place(decisions)
    table = _Table(base, {plan.id: plan for plan in sides}, chosen)
    rows = [table.row(issue) for issue in sorted(issues, key=_by_topic)]
    if chosen:
        left = [(one.issue, one.term) for row in rows for one in row.conflicts]
        known = ", ".join(map(shown_place, left)) or "none"
        lost = ", ".join(sorted(map(shown_place, chosen)))
        raise PlancompareError(
            f"no conflict to decide on: {lost}; open conflicts: {known}; take the decision out"
        )
    return Merge(base, tuple(sides), tuple(rows))


def _check(base: Plan, revisions: Sequence[Plan]) -> None:
    if not revisions:
        raise PlancompareError("a merge needs at least one revision of the base")
    ids = [plan.id for plan in revisions]
    if len(set(ids)) < len(ids):
        raise PlancompareError(f"two revisions have one id: {', '.join(ids)}; rename one")
    for plan in revisions:
        if plan.id == base.id and plan != base:
            raise PlancompareError(f"a revision has the id of the base, {base.id}; rename one")
        if plan.conflict != base.conflict:
            raise PlancompareError(
                f"{plan.id} is about {plan.conflict}, {base.id} about {base.conflict}; "
                "merge plans of one conflict"
            )


@dataclass(frozen=True, slots=True)
class _Table:
    """What a merge works on; a decision is taken out of `chosen` when it is applied."""

    base: Plan
    sides: dict[str, Plan]
    chosen: dict[tuple[str, str | None], Decision]

    def row(self, issue: str) -> MergeRow:
        """Merge one issue."""
        before = cell(self.base, issue)
        cells = {name: cell(plan, issue) for name, plan in self.sides.items()}
        changes, unknown = self._known_changes(issue, before, cells)
        said = tuple(cells.items())
        if not changes:
            outcome = Outcome.UNKNOWN if unknown else Outcome.UNCHANGED
            return MergeRow(issue, outcome, before, said, before, (), unknown)
        row = MergeRow(issue, Outcome.CONFLICT, before, said, before, tuple(changes), unknown)
        if all(change.terms for change in changes.values()):
            return self._of_terms(row, changes)
        changed = {name: change.after for name, change in changes.items()}
        if len(changed) == 1:
            return row._replace(outcome=Outcome.TAKEN, result=changed[row.by[0]])
        if len({_content(one) for one in changed.values()}) == 1:
            return row._replace(outcome=Outcome.CONVERGED, result=changed[row.by[0]])
        if decision := self.chosen.pop((issue, None), None):
            result = taken(decision, {**changed, self.base.id: before})
            return row._replace(outcome=Outcome.DECIDED, result=result)
        return row._replace(conflicts=(Conflict(issue, None, before, tuple(changed.items())),))

    def _known_changes(
        self, issue: str, before: Cell, cells: dict[str, Cell]
    ) -> tuple[dict[str, Change], tuple[str, ...]]:
        changes: dict[str, Change] = {}
        unknown: list[str] = []
        for name, after in cells.items():
            if same_terms(before, after):
                continue
            change = change_between(issue, before, after, (self.base, self.sides[name]))
            if change is None or change.change is ChangeKind.KEPT:
                continue
            if before.treatment is Treatment.UNDISCLOSED is not after.treatment:
                changes[name] = change  # nothing is known of the base: what is known goes in
            elif change.change is ChangeKind.UNKNOWN:
                unknown.append(name)
            else:
                changes[name] = change
                unknown += [name] if change.unknown_terms else []
        return changes, tuple(unknown)

    def _of_terms(self, row: MergeRow, changes: dict[str, Change]) -> MergeRow:
        """Merge a clause that base and revisions all state, one term after the other."""
        if len(changes) == 1 and not row.unknown:
            return row._replace(outcome=Outcome.TAKEN, result=changes[row.by[0]].after)
        clause = row.base.provision
        assert clause is not None
        proposed: dict[str, dict[str, Any]] = {}
        for name, change in changes.items():
            for term in change.terms:
                proposed.setdefault(term.term, {})[name] = term.after
        terms: dict[str, Any] = {}
        conflicts: list[Conflict] = []
        decided = False
        for name, values in proposed.items():
            was = getattr(clause, name)
            if len(set(values.values())) == 1:
                terms[name] = next(iter(values.values()))
            elif decision := self.chosen.pop((row.issue, name), None):
                terms[name] = (
                    own_value(clause, name, decision.value)
                    if decision.take is None
                    else taken(decision, {**values, self.base.id: was})
                )
                decided = True
            else:
                conflicts.append(Conflict(row.issue, name, was, tuple(values.items())))
        outcome = Outcome.DECIDED if decided else _outcome(proposed)
        changed = {name: change.after for name, change in changes.items()}
        return row._replace(
            outcome=Outcome.CONFLICT if conflicts else outcome,
            result=row.base._replace(provision=_amended(row.base, changed, terms)),
            conflicts=tuple(conflicts),
        )


def _content(one: Cell) -> str:
    return repr((one.treatment, one.terms, one.left_to))


def _outcome(proposed: dict[str, dict[str, Any]]) -> Outcome:
    """What became of a clause without conflict: whose changes went in."""
    sides = {tuple(values) for values in proposed.values()}
    if len(sides) > 1:
        return Outcome.COMBINED
    return Outcome.CONVERGED if len(sides.pop()) > 1 else Outcome.TAKEN


def _amended(before: Cell, changed: dict[str, Cell], terms: dict[str, Any]) -> Provision:
    """The base's clause with merged terms; the rest comes from the one side that changes it."""
    assert before.provision is not None
    fields: dict[str, Any] = dict(terms)
    found = [one.provision for one in changed.values() if one.provision]
    for name in ("at", "wording", "readings", "note"):
        others = {getattr(one, name) for one in found} - {getattr(before.provision, name)}
        if len(others) == 1:
            fields[name] = others.pop()
    evidence = {one for clause in found for one in clause.evidence}
    fields["evidence"] = tuple(sorted(evidence, key=repr))
    return before.provision.model_copy(update=fields)
