"""Which tidy tables a single value makes."""

from __future__ import annotations

from typing import TypeAlias

from plancompare.diffing.matrix import Matrix, matrix
from plancompare.diffing.plandiff import PlanDiff
from plancompare.model import Plan
from plancompare.scoring.panel import ScorePanel, VerdictPanel
from plancompare.scoring.score import Score
from plancompare.scoring.verdict import VerdictTable
from plancompare.tables.tidy import changes, plans, stakeholders
from plancompare.tables.tidy.evidence import evidence_table
from plancompare.tables.tidy.shape import TidyTable

__all__ = ["Tidied", "value_tables"]

Tidied: TypeAlias = Plan | PlanDiff | Matrix | VerdictTable | VerdictPanel | Score | ScorePanel


def value_tables(value: Tidied) -> tuple[TidyTable, ...]:
    """The tables of a value; the one most asked for comes first.

    >>> import plancompare
    >>> us, europe = plancompare.load("us-28"), plancompare.load("europe-28")
    >>> [table.name for table in value_tables(plancompare.diff(us, europe))]
    ['changes', 'term_changes']
    """
    match value:
        case Plan():
            return _of_plan(value)
        case PlanDiff():
            return changes.changes_table([value]), changes.term_changes_table([value])
        case Matrix():
            return (plans.issues_table(value),)
        case VerdictTable():
            return _of_verdicts([value])
        case VerdictPanel():
            return _of_verdicts([table for row in value.rows for table in row])
        case Score():
            return (stakeholders.scores_table([value]),)
    return (stakeholders.scores_table(one for row in value.rows for one in row),)


def _of_plan(plan: Plan) -> tuple[TidyTable, ...]:
    return (
        plans.provisions_table([plan]),
        plans.terms_table([plan]),
        plans.points_table([plan]),
        plans.readings_table([plan]),
        plans.issues_table(matrix([plan])),
        plans.reports_table([plan]),
        evidence_table([plan]),
    )


def _of_verdicts(tables: list[VerdictTable]) -> tuple[TidyTable, ...]:
    return stakeholders.verdicts_table(tables), stakeholders.red_lines_table(tables)
