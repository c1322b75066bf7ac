"""What a report shows, computed before anything is worded or drawn."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from plancompare.diffing.matrix import Matrix, matrix
from plancompare.diffing.plandiff import PlanDiff, diff
from plancompare.errors import PlancompareError
from plancompare.library.doors import shipped_library
from plancompare.library.library import Library
from plancompare.library.references import references
from plancompare.model import Plan, Position, Rule, Stakeholder, Statement
from plancompare.scoring.acceptability import Sample
from plancompare.scoring.crossings import Crossings
from plancompare.scoring.panel import ScorePanel, score_panel
from plancompare.scoring.robustness import Robustness, robustness

__all__ = ["Contents", "contents"]


@dataclass(frozen=True)
class Contents:
    """Some plans, their matrix, diffs, and how they stand to what stakeholders said.

    `pairs` are positions in `plans`: each plan with the next, and the first with the last, so that
    their number grows with that of the plans and two or three plans are compared each with each.
    """

    plans: tuple[Plan, ...]
    scores: ScorePanel
    robustness: dict[str, Robustness]
    rule: Rule
    as_of: datetime.date | None
    sample: Sample
    library: Library

    @cached_property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """The pairs of plans that are compared."""
        return pairs_of(len(self.plans))

    @cached_property
    def stakeholders(self) -> tuple[Stakeholder, ...]:
        """Whose positions are held against the plans; none where the library has none."""
        return tuple(row[0].table.stakeholder for row in self.scores.rows)

    @property
    def youngest(self) -> str:
        """The latest date of a plan, of a statement taken into account, or of a source of either.

        One that is known to the month or the year only stands for the first day of it.
        """
        return max(self._dates)[0]

    @property
    def youngest_source(self) -> str:
        """The source that bears that date; none where a plan or a statement alone does."""
        return max(self._dates)[1]

    @cached_property
    def _dates(self) -> list[tuple[str, str]]:
        """Every such date, with the source that bears it."""
        said: list[Position | Statement] = []
        for who in self.stakeholders:
            said += (*who.in_effect(self.as_of), *who.stated(self.as_of))
        cited = {
            found.id
            for value in (*self.plans, *said)
            for found in references(value)
            if "source" in found.registers
        }
        sources = (self.library.sources.get(one) for one in cited)
        return [
            *((str(plan.date), "") for plan in self.plans),
            *((one.stated_on, "") for one in said),
            *((one.published, one.id) for one in sources if one and one.published),
        ]

    @cached_property
    def digest(self) -> str:
        """A short name for the plans, the statements and their rule, the same for equal ones only."""
        found = sha256()
        for one in (*self.plans, *self.stakeholders, *((self.rule,) if self.stakeholders else ())):
            found.update(one.model_dump_json(exclude_none=True).encode())
        return found.hexdigest()[:12]

    @cached_property
    def matrix(self) -> Matrix:
        """How each plan treats each issue."""
        return matrix(self.plans)

    def treated(self, plan: Plan, treatment: str) -> int:
        """How many of the issues of the report a plan treats in some way."""
        column = self.plans.index(plan)
        return sum(row.cells[column].treatment == treatment for row in self.matrix)

    @cached_property
    def diffs(self) -> tuple[PlanDiff, ...]:
        """What changed, for each pair."""
        return tuple(diff(self.plans[one], self.plans[other]) for one, other in self.pairs)

    @cached_property
    def crossings(self) -> tuple[Crossings, ...]:
        """What became of red lines, for each pair."""
        return tuple(
            Crossings(
                self.plans[one],
                self.plans[other],
                self.as_of,
                tuple((row[one].table, row[other].table) for row in self.scores.rows),
            )
            for one, other in self.pairs
        )


def pairs_of(count: int) -> tuple[tuple[int, int], ...]:
    """Each with the next, and the first with the last.

    >>> pairs_of(2), pairs_of(4)
    (((0, 1),), ((0, 1), (1, 2), (2, 3), (0, 3)))
    """
    ring = tuple((one, one + 1) for one in range(count - 1))
    return (*ring, (0, count - 1)) if count > 2 else ring


def contents(
    plans: Sequence[Plan],
    stakeholders: Iterable[Stakeholder | str] = (),
    *,
    rule: Rule | str = "default",
    as_of: datetime.date | None = None,
    samples: int = 10_000,
    seed: int = 0,
    library: Library | None = None,
) -> Contents:
    """Everything that a report shows; without stakeholders, for all of the library.

    Raises `PlancompareError` for no plan or one named twice, `UnknownIdError`, `InvalidFileError`.
    """
    ids = [plan.id for plan in plans]
    if not ids:
        raise PlancompareError("a report needs a plan; name one or more")
    if len(set(ids)) < len(ids):
        raise PlancompareError(f"a plan is named twice: {', '.join(ids)}; name each plan once")
    library = library or shipped_library()
    panel = score_panel(plans, stakeholders, rule=rule, as_of=as_of, library=library)
    rule = library.rule(rule) if isinstance(rule, str) else rule
    firm = {}
    for row in panel.rows:
        who = row[0].table.stakeholder
        if len(ids) > 1 and who.in_effect(as_of):
            firm[who.party] = robustness(
                plans,
                who,
                rule=rule,
                as_of=as_of,
                samples=samples,
                seed=seed,
                pairs=pairs_of(len(ids)),
                library=library,
            )
    return Contents(tuple(plans), panel, firm, rule, as_of, Sample(samples, seed), library)
