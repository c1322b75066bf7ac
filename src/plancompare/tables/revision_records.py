"""Merges, histories and traces as plain records, for `--format json`."""

from __future__ import annotations

from typing import Any

from plancompare.diffing.lineage import History, Trace, fates
from plancompare.diffing.merge import Conflict, Merge
from plancompare.library.writing import plain
from plancompare.tables.records import cell_record

__all__ = ["history_record", "merge_record", "trace_record"]


def merge_record(merge: Merge) -> dict[str, Any]:
    """A merge: the rows behind it, its open conflicts, and the plan."""
    return {
        "base": merge.base.id,
        "revisions": [plan.id for plan in merge.revisions],
        "summary": merge.summary,
        "rows": [
            {
                "issue": row.issue,
                "topic": row.topic,
                "outcome": row.outcome.value,
                "by": list(row.by),
                "unknown": list(row.unknown),
                "base": cell_record(row.base),
                "revisions": {name: cell_record(one) for name, one in row.cells},
                "result": cell_record(row.result),
                "conflicts": [_conflict(one) for one in row.conflicts],
            }
            for row in merge.rows
        ],
        "plan": plain(merge.plan),
    }


def _conflict(conflict: Conflict) -> dict[str, Any]:
    """Which term is disputed; null where it is the issue itself. The contents are in the row."""
    return {"term": conflict.term, "between": [name for name, _ in conflict.sides]}


def history_record(history: History) -> list[dict[str, Any]]:
    """Each step with the fate of every point."""
    return [
        {
            "base": step.before.id,
            "target": step.after.id,
            "summary": step.summary,
            "points": [
                {
                    "before": [point.name for point in one.before],
                    "after": [point.name for point in one.after],
                    "fate": one.fate.value,
                    "issues": one.issues,
                }
                for one in fates(step)
            ],
        }
        for step in history.steps
    ]


def trace_record(trace: Trace) -> dict[str, Any]:
    """One issue across drafts."""
    return {
        "issue": trace.issue,
        "steps": [
            {
                "plan": step.plan.id,
                "date": step.plan.date.isoformat(),
                **cell_record(step.cell),
                "change": step.change.change.value if step.change else None,
            }
            for step in trace.steps
        ],
    }
