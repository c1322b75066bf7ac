"""Verdicts and scores of three plans for twelve stakeholders, beside one diff."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from random import Random
from time import perf_counter
from typing import Any

import plancompare
from benchmarks.drafts import draft
from benchmarks.race import Spread, race
from benchmarks.revisions import revise
from benchmarks.setting import Measurement, Setting
from plancompare.model import Plan, Position, Provision, Stakeholder
from plancompare.scoring.panel import verdict_panel
from plancompare.scoring.score import Score
from plancompare.scoring.verdict import VerdictTable

__all__ = ["measure", "stakeholders"]

STAKEHOLDERS, POSITIONS, RATE = 12, 33, 0.1


def measure(setting: Setting) -> Iterator[Measurement]:
    """Every case of the row."""
    base = draft(setting.sizes[0], setting.seed)
    plans = [
        base,
        *(
            revise(base, seed, RATE)[0].model_copy(update={"id": f"revision-{seed}"})
            for seed in (1, 2)
        ),
    ]
    parties = stakeholders(base, setting.seed)
    rule = plancompare.Library().rule()
    tables = _judged(plans, parties)
    assert len(tables) == len(plans) * STAKEHOLDERS
    assert all(
        len({one.id for row in table.rows for one in row.positions}) == POSITIONS
        for table in tables
    )

    times = race(_candidates(plans, parties, rule, tables), setting.rounds, setting.block)
    yield Measurement("verdicts, 3 plans x 12 x 33", times.ratio("verdicts", "diff"))
    yield Measurement("scores, 3 plans x 12 x 33", times.ratio("scores", "verdicts"))
    found = _on_new_drafts(base, parties, setting.rounds)
    yield Measurement("verdicts, drafts not met before", found, "beside one diff of two of them")


def _on_new_drafts(base: Plan, parties: list[Stakeholder], rounds: int) -> Spread:
    """Three drafts in each round of which nothing is kept yet, and one diff of two such drafts."""
    ratios = []
    for turn in range(rounds):
        drafts = pickle.dumps([revise(base, 3 * turn + one, RATE)[0] for one in range(3)])
        judged, compared = pickle.loads(drafts), pickle.loads(drafts)
        start = perf_counter()
        _judged(judged, parties)
        between = perf_counter()
        assert plancompare.diff(compared[0], compared[1]).edits
        ratios.append((between - start) / (perf_counter() - between))
    return Spread.of(ratios)


def stakeholders(plan: Plan, seed: int) -> list[Stakeholder]:
    """Stakeholders with a wish and a red line on issues of a plan."""
    draw = Random(seed)
    clauses = [one for one in plan.provisions if one.terms()]
    return [
        Stakeholder(
            party="ukraine",
            positions=tuple(
                _position(clause, number, draw)
                for number, clause in enumerate(draw.sample(clauses, POSITIONS))
            ),
        )
        for _ in range(STAKEHOLDERS)
    ]


def _position(clause: Provision, number: int, draw: Random) -> Position:
    term, value = draw.choice(sorted(clause.terms().items()))
    wishes: dict[str, Any] = {"prefers": {term: {"equals": value}}, "accepts": "absent"}
    if draw.random() < 0.3:
        wishes |= {"rejects": {term: {"differs": value}}, "strength": "ruled-out", "line": "That."}
    return Position.model_validate(
        {
            "id": f"position-{number}",
            "issues": [clause.issue],
            "says": "That.",
            **wishes,
            "salience": {"level": draw.choice(("high", "medium", "low")), "reason": "Drawn."},
            "confidence": "high",
            "stated_on": "2025-11-20",
            "speaker": "Somebody",
        }
    )


def _judged(plans: list[Plan], parties: list[Stakeholder]) -> list[VerdictTable]:
    panel = verdict_panel(plans, parties)
    return [table for row in panel.rows for table in row]


def _candidates(
    plans: list[Plan],
    parties: list[Stakeholder],
    rule: plancompare.Rule,
    tables: list[VerdictTable],
) -> dict[str, Callable[[], object]]:
    return {
        "verdicts": lambda: _judged(plans, parties),
        "diff": lambda: plancompare.diff(plans[0], plans[1]).edits,
        "scores": lambda: [Score(table, rule).aggregates for table in tables],
    }
