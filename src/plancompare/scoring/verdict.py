"""How a plan's treatment of each issue stands to what a stakeholder said of it, without numbers."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from plancompare.diffing.cell import Cell
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
    kind_of_issue,
)
from plancompare.model.term_tests import Groups
from plancompare.model.topics import topic_order
from plancompare.presenting import Presented
from plancompare.scoring.bench import Bench, LineState, RedLine
from plancompare.scoring.ruling import Verdict
from plancompare.scoring.standing import Bearing, Standing, standing

__all__ = ["IssueVerdict", "VerdictTable", "judged", "verdicts"]

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


@dataclass(frozen=True)
class VerdictTable(Presented):
    """A plan before one stakeholder: a verdict per issue, its red lines, its words on the plan.

    `verdicts` are those on issues on which there is a position; `rows` adds the others of the plan.
    """

    plan: Plan
    stakeholder: Stakeholder
    as_of: datetime.date | None
    verdicts: Mapping[str, Verdict] = field(hash=False)
    bearing: Bearing = field(repr=False, compare=False)
    bench: Bench = field(repr=False, compare=False)

    def __reduce__(self) -> tuple[Any, ...]:
        """What is sent to another process: what was given; it is judged anew there."""
        return _judged_anew, (self.plan, self.stakeholder, self.as_of, self.bench.groups)

    @cached_property
    def addressed(self) -> tuple[IssueVerdict, ...]:
        """The issues on which there is a position."""
        said = self.bearing.said
        return tuple(
            IssueVerdict(issue, verdict, self.bench.cell(issue), said[issue].positions)
            for issue, verdict in self.verdicts.items()
        )

    @cached_property
    def unaddressed(self) -> tuple[str, ...]:
        """The issues of the plan on which there is none."""
        return tuple(issue for issue in self.plan.issues if issue not in self.verdicts)

    @cached_property
    def rows(self) -> tuple[IssueVerdict, ...]:
        """Every issue of the plan and of the stakeholder, by topic."""
        others = [
            IssueVerdict(issue, Verdict.UNADDRESSED, self.bench.cell(issue), ())
            for issue in self.unaddressed
        ]
        return tuple(sorted((*self.addressed, *others), key=lambda row: topic_order(row.topic)))

    @cached_property
    def lines(self) -> tuple[RedLine, ...]:
        """What had been ruled out, and whether the plan crosses it, in the order of the file."""
        issues: dict[str, list[str]] = {one.id: [] for one in self._standing.lines}
        for issue, said in self.bearing.said.items():
            for one in said.lines:
                issues[one.id].append(issue)
        return tuple(self.bench.red_line(one, issues[one.id]) for one in self._standing.lines)

    @cached_property
    def declared(self) -> tuple[LineState, ...]:
        """The states of the lines that do not rest on inference."""
        return tuple(line.state for line in self.lines if not line.inferred)

    @property
    def _standing(self) -> Standing:
        return standing(self.stakeholder, self.as_of, self.bench.groups)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """What the stakeholder had said of the plan as a whole, oldest first."""
        return tuple(one for one in self.stakeholder.stated(self.as_of) if one.plan == self.plan.id)

    def judged(self, issue: str) -> IssueVerdict:
        """The verdict on any issue, also one that only a pattern of the stakeholder covers."""
        if issue in self._by_issue:
            return self._by_issue[issue]
        said = self._standing.said_of(issue)
        verdicts = self.bench.verdicts([(issue, said.ruling)])
        return IssueVerdict(issue, verdicts[issue], self.bench.cell(issue), said.positions)

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
    return judged(Bench(plan, library.closed_groups), stakeholder, as_of)


def judged(bench: Bench, stakeholder: Stakeholder, as_of: datetime.date | None) -> VerdictTable:
    """The verdicts on the plan of a bench for one stakeholder."""
    bearing = standing(stakeholder, as_of, bench.groups).bearing_on(bench.plan)
    found = bench.verdicts(bearing.rulings)
    return VerdictTable(bench.plan, stakeholder, as_of, found, bearing, bench)


def _judged_anew(
    plan: Plan, stakeholder: Stakeholder, as_of: datetime.date | None, groups: Groups
) -> VerdictTable:
    return judged(Bench(plan, groups), stakeholder, as_of)
