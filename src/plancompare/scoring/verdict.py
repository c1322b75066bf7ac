"""How a plan's treatment of each issue stands to what a stakeholder said of it, without numbers.

Every possible content of a clause is judged: its words, its rival readings, and where nothing is
known of it, both that there is none and that there is one. Where the judgements differ, the issue
is open.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from plancompare.diffing.cell import Cell, cell
from plancompare.errors import UnknownIdError
from plancompare.library.doors import shipped_library
from plancompare.library.library import Library
from plancompare.model import (
    KINDS,
    Plan,
    Position,
    Salience,
    Stakeholder,
    Statement,
    Treatment,
    kind_of_issue,
    pattern_matches,
)
from plancompare.model.predicates import Content, Groups, Predicate, Truth
from plancompare.model.topics import topic_order
from plancompare.presenting import Presented

__all__ = ["IssueVerdict", "LineState", "RedLine", "Verdict", "VerdictTable", "verdicts"]


class Verdict(StrEnum):
    """How a plan's treatment of an issue stands to a position."""

    PREFERRED = "preferred"
    ACCEPTABLE = "acceptable"
    CONTRARY = "contrary"
    REJECTED = "rejected"
    UNADDRESSED = "unaddressed"
    OPEN = "open"


class LineState(StrEnum):
    """Whether a plan crosses a red line."""

    CROSSED = "crossed"
    MET = "met"
    UNDECIDED = "undecided"


_LEVELS = ("high", "medium", "low", "not-assessed")


@dataclass(frozen=True, slots=True)
class IssueVerdict:
    """One issue: how the plan treats it, what the stakeholder said of it, and the verdict."""

    issue: str
    verdict: Verdict
    cell: Cell
    positions: tuple[Position, ...]

    @property
    def topic(self) -> str:
        """The topic under which the kind is grouped."""
        kind = KINDS.get(kind_of_issue(self.issue))
        return kind.topic if kind else ""

    @property
    def salience(self) -> Salience | None:
        """The highest salience among the positions; none without any."""
        found = [one.salience for one in self.positions]
        return min(found, key=lambda one: _LEVELS.index(one.level), default=None)


@dataclass(frozen=True, slots=True)
class RedLine:
    """What a stakeholder ruled out, and whether a plan crosses it; on several issues, on any."""

    position: Position
    state: LineState
    issues: tuple[tuple[str, LineState], ...]

    @property
    def inferred(self) -> bool:
        """Whether the line rests on inference, and so is counted apart from declared ones."""
        return self.position.inferred


@dataclass(frozen=True)
class VerdictTable(Presented):
    """A plan before one stakeholder: a verdict per issue, its red lines, its words on the plan."""

    plan: Plan
    stakeholder: Stakeholder
    as_of: datetime.date | None
    rows: tuple[IssueVerdict, ...]
    lines: tuple[RedLine, ...]
    statements: tuple[Statement, ...]

    def verdict(self, issue: str) -> IssueVerdict:
        """The verdict on one issue. Raises `UnknownIdError`."""
        if issue not in self._by_issue:
            raise UnknownIdError("issue", issue, self._by_issue)
        return self._by_issue[issue]

    @cached_property
    def _by_issue(self) -> dict[str, IssueVerdict]:
        return {row.issue: row for row in self.rows}

    @property
    def summary(self) -> dict[str, int]:
        """How many issues there are of each verdict."""
        found = [row.verdict for row in self.rows]
        return {str(verdict): found.count(verdict) for verdict in Verdict}

    def in_state(self, state: LineState, *, inferred: bool = False) -> tuple[RedLine, ...]:
        """The declared red lines in a state, or those that rest on inference."""
        return tuple(
            line for line in self.lines if line.state is state and line.inferred is inferred
        )

    def __str__(self) -> str:
        counts = ", ".join(f"{count} {name}" for name, count in self.summary.items() if count)
        crossed = ", ".join(one.position.id for one in self.in_state(LineState.CROSSED))
        return (
            f"{self.plan.id} for {self.stakeholder.party}: {counts}; "
            f"red lines crossed: {crossed or 'none'}"
        )


def verdicts(
    plan: Plan,
    stakeholder: Stakeholder | str,
    *,
    as_of: datetime.date | None = None,
    library: Library | None = None,
) -> VerdictTable:
    """How a plan stands to what a stakeholder had said by a day, or ever.

    A stakeholder may be named by its id in the library. Rows come by topic; an issue of the plan on
    which nothing is on record is *unaddressed*. Raises `UnknownIdError` or `InvalidFileError`.

    >>> import plancompare
    >>> found = verdicts(plancompare.load("us-28"), "ukraine", as_of=datetime.date(2025, 11, 30))
    >>> print(found.verdict("force-ceiling/ukraine").verdict)
    rejected
    """
    library = library or shipped_library()
    if isinstance(stakeholder, str):
        stakeholder = library.stakeholder(stakeholder)
    positions = stakeholder.in_effect(as_of)
    bench = _Bench(plan, library.closed_groups)
    bearing = _bearing(plan, positions)
    rows = [bench.verdict(issue, tuple(found)) for issue, found in bearing.items()]
    rows.sort(key=lambda row: topic_order(row.topic))
    lines = [
        bench.red_line(one, [issue for issue, found in bearing.items() if one in found])
        for one in positions
        if one.is_red_line
    ]
    said = tuple(one for one in stakeholder.stated(as_of) if one.plan == plan.id)
    return VerdictTable(plan, stakeholder, as_of, tuple(rows), tuple(lines), said)


def _bearing(plan: Plan, positions: Iterable[Position]) -> dict[str, list[Position]]:
    """The positions on each issue of a plan, and on those that the plan does not mention.

    A pattern stands for itself where the plan has no issue that fits it.
    """
    found: dict[str, list[Position]] = {issue: [] for issue in (*plan.stated, *plan.listed)}
    patterns: list[tuple[str, Position]] = []
    for position in positions:
        for issue in position.issues:
            if "*" in issue:
                patterns.append((issue, position))
            else:
                found.setdefault(issue, []).append(position)
    for pattern, position in patterns:
        head = pattern[: pattern.index("*")]
        fitting = [
            issue for issue in found if issue.startswith(head) and pattern_matches(pattern, issue)
        ]
        for issue in fitting or (pattern,):
            found.setdefault(issue, []).append(position)
    return found


class _Unknown(dict[str, Any]):
    """The content of a clause of which nothing is known."""

    def __missing__(self, name: str) -> None:
        return None


_NO_CLAUSE: tuple[Content, ...] = (None,)
_NOT_KNOWN: tuple[Content, ...] = (None, _Unknown())


@dataclass(frozen=True, slots=True)
class _Bench:
    """A plan to be judged, and the closed groups into which predicates may look."""

    plan: Plan
    groups: Groups

    def contents(self, cell: Cell) -> Sequence[Content]:
        """Everything that the plan may say on an issue; None for no clause."""
        if cell.provision is not None:
            return cell.provision.contents
        if cell.treatment is Treatment.SILENT and not cell.left_to:
            return _NO_CLAUSE
        return _NOT_KNOWN  # deferred, undisclosed, or moved to another track

    def verdict(self, issue: str, positions: tuple[Position, ...]) -> IssueVerdict:
        where = cell(self.plan, issue)
        if not positions:
            return IssueVerdict(issue, Verdict.UNADDRESSED, where, positions)
        found = {self.judge(content, positions) for content in self.contents(where)}
        verdict = found.pop() if len(found) == 1 else Verdict.OPEN
        return IssueVerdict(issue, verdict, where, positions)

    def judge(self, content: Content, positions: tuple[Position, ...]) -> Verdict:
        """The verdict on one possible content. A red line is judged first, then lesser refusals,
        then what was wished.
        """
        lines = [one.rejected for one in positions if one.is_red_line]
        if (crossed := self.any(lines, content)) is not False:
            return Verdict.REJECTED if crossed else Verdict.OPEN
        lesser = [one.rejected for one in positions if not one.is_red_line]
        if (refused := self.any(lesser, content)) is not False:
            return Verdict.CONTRARY if refused else Verdict.OPEN
        wishes = [one.preferred for one in positions if one.preferred]
        if (preferred := self.any(wishes, content)) is not False:
            return Verdict.PREFERRED if preferred else Verdict.OPEN
        offers = [one.accepted for one in positions if one.accepted]
        if (accepted := self.any(offers, content)) is not False:
            return Verdict.ACCEPTABLE if accepted else Verdict.OPEN
        if wishes or (offers and content is not None):
            return Verdict.CONTRARY
        return Verdict.UNADDRESSED

    def any(self, predicates: Iterable[Predicate], content: Content) -> Truth:
        """Whether one of several predicates holds."""
        partial = self.plan.disclosure == "partial"
        truth: Truth = False
        for predicate in predicates:
            one = predicate.holds(content, self.groups, partial=partial)
            if one:
                return True
            truth = None if one is None else truth
        return truth

    def red_line(self, position: Position, issues: list[str]) -> RedLine:
        states = tuple((issue, self.state(position, issue)) for issue in issues)
        found = {state for _, state in states}
        worst = next(
            (one for one in (LineState.CROSSED, LineState.UNDECIDED) if one in found), LineState.MET
        )
        return RedLine(position, worst, states)

    def state(self, position: Position, issue: str) -> LineState:
        contents = self.contents(cell(self.plan, issue))
        found = {self.any((position.rejected,), content) for content in contents}
        if len(found) == 1 and None not in found:
            return LineState.CROSSED if found.pop() else LineState.MET
        return LineState.UNDECIDED
