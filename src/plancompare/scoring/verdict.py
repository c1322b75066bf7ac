"""How a plan's treatment of each issue stands to what a stakeholder said of it, without numbers.

Every possible content of a clause is judged: its words, its rival readings, and where nothing is
known of it, both that there is none and that there is one. Where the judgements differ, the issue
is open.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple

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
)
from plancompare.model.predicates import Content, Groups, Predicate, Truth
from plancompare.model.topics import topic_order
from plancompare.presenting import Presented
from plancompare.scoring.standing import Said, Standing

__all__ = [
    "Bench",
    "IssueVerdict",
    "LineState",
    "RedLine",
    "Verdict",
    "VerdictTable",
    "verdicts",
]


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


class IssueVerdict(NamedTuple):
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
    """A plan before one stakeholder: a verdict per issue, its red lines, its words on the plan.

    `addressed` are the issues on which there is a position; `rows` adds the others of the plan.
    """

    plan: Plan
    stakeholder: Stakeholder
    as_of: datetime.date | None
    addressed: tuple[IssueVerdict, ...]
    bench: Bench = field(repr=False, compare=False)

    @cached_property
    def rows(self) -> tuple[IssueVerdict, ...]:
        """Every issue of the plan and of the stakeholder, by topic."""
        known = {row.issue for row in self.addressed}
        others = [
            self.bench.unaddressed(issue)
            for issue in (*self.plan.stated, *self.plan.listed)
            if issue not in known
        ]
        return tuple(sorted((*self.addressed, *others), key=lambda row: topic_order(row.topic)))

    @cached_property
    def lines(self) -> tuple[RedLine, ...]:
        """What had been ruled out, and whether the plan crosses it, in the order of the file."""
        issues: dict[str, list[str]] = {}
        for row in self.addressed:
            for one in row.positions:
                issues.setdefault(one.id, []).append(row.issue)
        return tuple(
            self.bench.red_line(one, issues.get(one.id, []))
            for one in self.stakeholder.in_effect(self.as_of)
            if one.is_red_line
        )

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """What the stakeholder had said of the plan as a whole, oldest first."""
        return tuple(one for one in self.stakeholder.stated(self.as_of) if one.plan == self.plan.id)

    def judged(self, issue: str) -> IssueVerdict:
        """The verdict on any issue, also one that only a pattern of the stakeholder covers."""
        if issue in self._by_issue:
            return self._by_issue[issue]
        return self.bench.row(issue, Standing(self.stakeholder, self.as_of).said_of(issue))

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
    bench = Bench(plan, library.closed_groups)
    if isinstance(stakeholder, str):
        stakeholder = library.stakeholder(stakeholder)
    return bench.table(Standing(stakeholder, as_of))


class _Unknown(dict[str, Any]):
    """The content of a clause of which nothing is known."""

    def __missing__(self, name: str) -> None:
        return None


_JUDGED = (Verdict.REJECTED, Verdict.CONTRARY, Verdict.PREFERRED, Verdict.ACCEPTABLE)
"""What follows where one of the predicates of `Said` holds, in its order."""

_NO_CLAUSE: tuple[Content, ...] = (None,)
_NOT_KNOWN: tuple[Content, ...] = (None, _Unknown())


class Bench:
    """A plan to be judged, and the closed groups into which predicates may look."""

    __slots__ = ("_cells", "_contents", "groups", "partial", "plan")

    def __init__(self, plan: Plan, groups: Groups) -> None:
        self.plan, self.groups = plan, groups
        self.partial = plan.disclosure == "partial"
        self._cells: dict[str, Cell] = {}
        self._contents: dict[str, Sequence[Content]] = {}

    def table(self, standing: Standing) -> VerdictTable:
        """The verdicts on the plan for one stakeholder."""
        rows = tuple(
            self.row(issue, said) for issue, said in standing.bearing_on(self.plan).items()
        )
        return VerdictTable(self.plan, standing.stakeholder, standing.as_of, rows, self)

    def row(self, issue: str, said: Said) -> IssueVerdict:
        """The verdict on an issue with all that it rests on."""
        return IssueVerdict(issue, self.verdict(issue, said), self.cell(issue), said.positions)

    def unaddressed(self, issue: str) -> IssueVerdict:
        """The verdict on an issue on which there is no position."""
        return IssueVerdict(issue, Verdict.UNADDRESSED, self.cell(issue), ())

    def cell(self, issue: str) -> Cell:
        """How the plan treats an issue."""
        found = self._cells.get(issue)
        if found is None:
            found = self._cells[issue] = cell(self.plan, issue)
        return found

    def contents(self, issue: str) -> Sequence[Content]:
        """Everything that the plan may say on an issue; None for no clause."""
        found = self._contents.get(issue)
        if found is None:
            where = self.cell(issue)
            if where.provision is not None:
                found = where.provision.contents
            elif where.treatment is Treatment.SILENT and not where.left_to:
                found = _NO_CLAUSE
            else:  # deferred, undisclosed, or moved to another track
                found = _NOT_KNOWN
            self._contents[issue] = found
        return found

    def verdict(self, issue: str, said: Said) -> Verdict:
        """The verdict on one issue: that on all its possible contents, if they agree."""
        contents = self.contents(issue)
        verdict = self.judge(contents[0], said)
        for content in contents[1:]:
            if self.judge(content, said) is not verdict:
                return Verdict.OPEN
        return verdict

    def judge(self, content: Content, said: Said) -> Verdict:
        """The verdict on one possible content. A red line is judged first, then lesser refusals,
        then what was wished.
        """
        doubtful = False
        for predicates, verdict in zip(said[1:], _JUDGED, strict=True):
            if not predicates:
                continue
            truth = self.any(predicates, content)
            if truth:
                return Verdict.OPEN if doubtful else verdict
            if truth is None:
                if verdict is not Verdict.CONTRARY:
                    return Verdict.OPEN
                doubtful = True  # whether refused or not, it may be contrary all the same
        if said.wishes or (said.offers and content is not None):
            return Verdict.CONTRARY
        return Verdict.OPEN if doubtful else Verdict.UNADDRESSED

    def any(self, predicates: Iterable[Predicate], content: Content) -> Truth:
        """Whether one of several predicates holds."""
        partial = self.partial or isinstance(content, _Unknown)
        truth: Truth = False
        for predicate in predicates:
            one = predicate.holds(content, self.groups, partial=partial)
            if one:
                return True
            if one is None:
                truth = None
        return truth

    def refused(self, row: IssueVerdict) -> bool:
        """Whether all that the plan may say on an issue was refused, in whatever strength."""
        wishes = [one.rejected for one in row.positions]
        return all(self.any(wishes, content) is True for content in self.contents(row.issue))

    def red_line(self, position: Position, issues: Iterable[str]) -> RedLine:
        """The state of a red line: crossed if it is on any issue. A line on whatever fits a pattern
        cannot be met by a plan of which a part is not known.
        """
        states = tuple((issue, self._state(position, issue)) for issue in issues)
        found = {state for _, state in states}
        if self.partial and any("*" in issue for issue in position.issues):
            found.add(LineState.UNDECIDED)
        worst = next(
            (one for one in (LineState.CROSSED, LineState.UNDECIDED) if one in found), LineState.MET
        )
        return RedLine(position, worst, states)

    def _state(self, position: Position, issue: str) -> LineState:
        found = {self.any((position.rejected,), content) for content in self.contents(issue)}
        if len(found) == 1 and None not in found:
            return LineState.CROSSED if found.pop() else LineState.MET
        return LineState.UNDECIDED
