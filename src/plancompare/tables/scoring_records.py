"""Verdicts, red lines, scores and positions as plain records, for `--format json`.

Exact figures are fractions, written as text: `2/3`.
"""

from __future__ import annotations

from typing import Any

from plancompare.library.writing import plain
from plancompare.scoring.aggregation import Interval
from plancompare.scoring.bench import RedLine
from plancompare.scoring.crossings import Crossings
from plancompare.scoring.pairing import PairFinding
from plancompare.scoring.panel import ScorePanel, VerdictPanel
from plancompare.scoring.robustness import Robustness
from plancompare.scoring.score import Score
from plancompare.scoring.verdict import VerdictTable
from plancompare.tables.records import cell_record

__all__ = ["crossings_record", "score_record", "verdict_record"]


def verdict_record(panel: VerdictPanel) -> list[dict[str, Any]]:
    """Every table of verdicts, by stakeholder, then by plan."""
    return [_table(table) for row in panel.rows for table in row]


def _table(table: VerdictTable) -> dict[str, Any]:
    return {
        **_head(table),
        "summary": table.summary,
        "verdicts": [
            {
                "issue": row.issue,
                "topic": row.topic,
                "verdict": row.verdict.value,
                "salience": row.salience.level if row.salience else None,
                "plan": cell_record(row.cell),
                "positions": [one.id for one in row.positions],
            }
            for row in table.rows
        ],
        "red_lines": [_line(line) for line in table.lines],
        "positions": [plain(one) for one in table.stakeholder.in_effect(table.as_of)],
        "statements": [plain(one) for one in table.statements],
    }


def _head(table: VerdictTable) -> dict[str, Any]:
    return {
        "plan": table.plan.id,
        "stakeholder": table.stakeholder.party,
        "as_of": table.as_of.isoformat() if table.as_of else None,
    }


def _line(line: RedLine) -> dict[str, Any]:
    return {
        "position": line.position.id,
        "line": line.position.line,
        "state": line.state.value,
        "inferred": line.inferred,
        "issues": {issue: state.value for issue, state in line.issues},
    }


def crossings_record(found: Crossings) -> dict[str, Any]:
    """Every red line on two drafts, with the statement that drew it."""
    return {
        "before": found.before.id,
        "after": found.after.id,
        "as_of": found.as_of.isoformat() if found.as_of else None,
        "red_lines": [
            {
                "stakeholder": row.stakeholder,
                "effect": row.effect.value,
                "before": _line(row.before),
                "after": _line(row.after),
                "statement": plain(row.position),
            }
            for row in found.rows
        ],
    }


def score_record(panel: ScorePanel) -> dict[str, Any]:
    """Every score with what it is made of, the rule, and how firm the order is."""
    return {
        "rule": panel.rows[0][0].rule.model_dump(mode="json") if panel.rows else None,
        "scores": [_score(one) for row in panel.rows for one in row],
        "robustness": [_robustness(one) for one in panel.robustness],
    }


def _interval(interval: Interval) -> list[str]:
    return [str(interval.low), str(interval.high)]


def _score(one: Score) -> dict[str, Any]:
    return {
        **_head(one.table),
        "interval": _interval(one.interval),
        "methods": {
            name: [_interval(found) for found in figures]
            for name, figures in one.aggregates.items()
        },
        "coverage": one.coverage._asdict(),
        "red_lines": [_line(line) for line in one.table.lines],
        "contributions": [
            {
                "issue": part.issue,
                "verdict": part.verdict.value,
                "weight": str(part.weight),
                "interval": [str(part.low), str(part.high)],
            }
            for part in one.contributions
        ],
    }


def _robustness(found: Robustness) -> dict[str, Any]:
    drawn = found.acceptability
    return {
        "stakeholder": found.stakeholder.party,
        "plans": [plan.id for plan in found.plans],
        "criteria": list(found.criteria),
        "samples": drawn.sample.size,
        "seed": drawn.sample.seed,
        "standard_error": drawn.error,
        "ranks": [list(row) for row in drawn.ranks],
        "wins": [list(row) for row in drawn.wins],
        "certain_ranks": [list(row) for row in drawn.certain_ranks],
        "certain_wins": [list(row) for row in drawn.certain_wins],
        "central_weights": [list(row) if row else None for row in drawn.central],
        "mean_weights": [str(one) for one in found.mean_weights],
        "pairs": [_pair(pair) for pair in found.pairs],
    }


def _pair(pair: PairFinding) -> dict[str, Any]:
    return {
        "plans": [pair.one, pair.other],
        "shares": [pair.share, pair.other_share],
        "certain_shares": [pair.certain, pair.other_certain],
        "exact_share": None if pair.exact is None else str(pair.exact),
        "firmness": pair.firmness.value,
        "in_words": pair.in_words,
        "methods": {name: found.value for name, found in pair.methods},
        "hinges": list(pair.hinges),
        "open": [
            {"issues": one.issues, "of": one.of, "weight": str(one.weight)}
            for one in pair.open_parts
        ],
        "break_even": [
            {"criterion": one.criterion, "now": str(one.now), "level": str(one.level)}
            for one in pair.break_even
        ],
    }
