"""Several plans before several stakeholders: one row of results for each stakeholder.

Nothing is added up across stakeholders: what one said weighs nothing against what another said.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plancompare.library.doors import shipped_library
from plancompare.library.library import Library
from plancompare.model import Plan, Rule, Stakeholder
from plancompare.presenting import Presented
from plancompare.scoring.bench import Bench
from plancompare.scoring.robustness import Robustness, robustness
from plancompare.scoring.score import Score
from plancompare.scoring.verdict import VerdictTable, judged

__all__ = ["ScorePanel", "VerdictPanel", "score_panel", "verdict_panel"]


@dataclass(frozen=True)
class VerdictPanel(Presented):
    """Verdicts by stakeholder, then by plan."""

    rows: tuple[tuple[VerdictTable, ...], ...]

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The plans, in the order of the columns."""
        return tuple(table.plan for table in self.rows[0]) if self.rows else ()


@dataclass(frozen=True)
class ScorePanel(Presented):
    """Scores by stakeholder, then by plan; with robustness where it was asked for."""

    rows: tuple[tuple[Score, ...], ...]
    robustness: tuple[Robustness, ...] = ()

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The plans, in the order of the columns."""
        return tuple(one.table.plan for one in self.rows[0]) if self.rows else ()


def verdict_panel(
    plans: Sequence[Plan],
    stakeholders: Iterable[Stakeholder | str] = (),
    *,
    as_of: datetime.date | None = None,
    library: Library | None = None,
) -> VerdictPanel:
    """The verdicts on some plans for some stakeholders, or for all of the library."""
    library = library or shipped_library()
    benches = [Bench(plan, library.closed_groups) for plan in plans]
    chosen = _chosen(stakeholders, library)
    return VerdictPanel(
        tuple(tuple(judged(bench, one, as_of) for bench in benches) for one in chosen)
    )


def score_panel(
    plans: Sequence[Plan],
    stakeholders: Iterable[Stakeholder | str] = (),
    *,
    rule: Rule | str = "default",
    as_of: datetime.date | None = None,
    library: Library | None = None,
) -> ScorePanel:
    """The scores of some plans for some stakeholders, or for all of the library."""
    library = library or shipped_library()
    rule = library.rule(rule) if isinstance(rule, str) else rule
    panel = verdict_panel(plans, stakeholders, as_of=as_of, library=library)
    return ScorePanel(tuple(tuple(Score(table, rule) for table in row) for row in panel.rows))


def with_robustness(panel: ScorePanel, *, samples: int, seed: int, library: Library) -> ScorePanel:
    """The same scores with how firm the order of the plans is for each stakeholder."""
    found = tuple(
        robustness(
            panel.plans,
            row[0].table.stakeholder,
            rule=row[0].rule,
            as_of=row[0].table.as_of,
            samples=samples,
            seed=seed,
            library=library,
        )
        for row in panel.rows
        if row[0].table.stakeholder.in_effect(row[0].table.as_of)
    )
    return ScorePanel(panel.rows, found)


def _chosen(stakeholders: Iterable[Stakeholder | str], library: Library) -> Iterable[Stakeholder]:
    """Each once, or all of the library."""
    named = [library.stakeholder(one) if isinstance(one, str) else one for one in stakeholders]
    return {id(one): one for one in named}.values() or library.stakeholders.values()
