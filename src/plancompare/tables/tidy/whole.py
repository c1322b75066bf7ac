"""A whole library as tidy tables, with a codebook of their columns."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from itertools import combinations

from plancompare.diffing.matrix import matrix
from plancompare.diffing.plandiff import diff
from plancompare.errors import PlancompareError
from plancompare.library.library import Library
from plancompare.model import Plan, Rule
from plancompare.scoring.score import Score
from plancompare.scoring.verdict import verdicts
from plancompare.tables.tidy import changes, plans, stakeholders
from plancompare.tables.tidy.evidence import evidence_table
from plancompare.tables.tidy.registers import register_tables
from plancompare.tables.tidy.shape import Column, Shape, TidyTable

__all__ = ["library_tables"]

CODEBOOK = Shape(
    "codebook",
    "One row for each column of every other table.",
    (
        Column("table", "name of the table", required=True),
        Column("column", "name of the column", required=True),
        Column("type", "type of its values", required=True),
        Column("required", "whether it is never empty", "boolean", required=True),
        Column("about", "what it means", required=True),
    ),
    ("table", "column"),
)


def library_tables(
    library: Library,
    named: Iterable[Plan | str] = (),
    *,
    rule: Rule | None = None,
    as_of: datetime.date | None = None,
) -> tuple[TidyTable, ...]:
    """Every table of a library: of some of its plans, or of all, oldest first.

    Changes are taken for each pair of plans once, from the older to the younger one; of two plans
    of one day, from the first by id. Verdicts and scores are there for every stakeholder on record.
    Raises `UnknownIdError`, `InvalidFileError`, or `PlancompareError` for two plans of one id.

    >>> tables = library_tables(Library(), ["us-28"])
    >>> [len(table.rows) for table in tables if table.name in ("plans", "points")]
    [1, 28]
    """
    chosen = _chosen(tuple(named) or library.ids, library)
    found = (
        *_of_plans(chosen),
        *_of_stakeholders(chosen, library, rule, as_of),
        evidence_table(chosen, library.stakeholders.values()),
        *register_tables(library),
    )
    return (*found, _codebook(found))


def _chosen(named: Iterable[Plan | str], library: Library) -> list[Plan]:
    """The plans, oldest first."""
    found = [library.load(one) if isinstance(one, str) else one for one in named]
    ids = [plan.id for plan in found]
    for name in ids:
        if ids.count(name) > 1:
            what = f"two plans have the id {name!r}"
            raise PlancompareError(f"{what}; name each plan once, or rename the copy")
    return sorted(found, key=lambda plan: (plan.date, plan.id))


def _of_plans(chosen: Sequence[Plan]) -> tuple[TidyTable, ...]:
    diffs = [diff(one, other) for one, other in combinations(chosen, 2)]
    return (
        plans.tidy_plans(chosen),
        plans.reports_table(chosen),
        plans.points_table(chosen),
        plans.provisions_table(chosen),
        plans.terms_table(chosen),
        plans.readings_table(chosen),
        plans.issues_table(matrix(chosen)),
        changes.changes_table(diffs),
        changes.term_changes_table(diffs),
    )


def _of_stakeholders(
    chosen: Sequence[Plan], library: Library, rule: Rule | None, as_of: datetime.date | None
) -> tuple[TidyTable, ...]:
    who = tuple(library.stakeholders.values())
    judged = [verdicts(plan, one, as_of=as_of, library=library) for plan in chosen for one in who]
    if judged and rule is None:
        rule = library.rule()
    return (
        stakeholders.tidy_stakeholders(who),
        stakeholders.positions_table(who),
        stakeholders.statements_table(who),
        stakeholders.verdicts_table(judged),
        stakeholders.red_lines_table(judged),
        stakeholders.scores_table(Score(table, rule) for table in judged if rule),
    )


def _codebook(tables: Iterable[TidyTable]) -> TidyTable:
    return CODEBOOK.filled(
        (table.name, column.name, column.type, column.required, column.about)
        for table in tables
        for column in table.shape.columns
    )
