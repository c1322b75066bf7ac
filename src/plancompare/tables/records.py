"""Results as plain records: the contract of `--format json`, on which others build."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from typing_extensions import TypedDict

from plancompare.diffing.cell import Cell
from plancompare.diffing.change import Change
from plancompare.diffing.matrix import Matrix
from plancompare.diffing.plandiff import PlanDiff
from plancompare.diffing.rewording import Rewording

__all__ = [
    "CellRecord",
    "DiffRecord",
    "MatrixRecord",
    "cell_record",
    "diff_record",
    "matrix_record",
]

Terms = dict[str, Any] | None


class TermRecord(TypedDict):
    """One term that differs; null where it is not stated."""

    term: str
    before: Any
    after: Any
    shift: str


class SidesRecord(TypedDict):
    """Point numbers as printed, on both sides."""

    before: list[str]
    after: list[str]


class EvidenceRecord(TypedDict):
    """Evidence of both sides."""

    before: list[dict[str, Any]]
    after: list[dict[str, Any]]


class ChangeRecord(TypedDict):
    """What became of one issue."""

    issue: str
    kind: str
    topic: str
    change: Literal["kept", "changed", "added", "removed", "reopened", "settled", "unknown"]
    before: Terms
    after: Terms
    terms: list[TermRecord]
    unknown_terms: list[str]
    reported: str | None
    points: SidesRecord
    evidence: EvidenceRecord


class SegmentRecord(TypedDict):
    """A stretch of text that stayed, went or came; the mark says why it weighs more than others."""

    change: Literal["kept", "removed", "added"]
    text: str
    mark: Literal["figure", "negation", "modal verb"] | None


class RewordingRecord(TypedDict):
    """A text that differs; without points on either side it is the preamble."""

    points: SidesRecord
    redline: list[SegmentRecord]


class DiffRecord(TypedDict):
    """The difference of two plans."""

    base: str
    target: str
    summary: dict[str, int]
    changes: list[ChangeRecord]
    wording: list[RewordingRecord]


class CellRecord(TypedDict):
    """What one plan does about one issue."""

    treatment: Literal["stated", "deferred", "undisclosed", "silent"]
    terms: Terms
    points: list[str]
    left_to: list[str]
    reported: str | None
    evidence: list[dict[str, Any]]


class RowRecord(TypedDict):
    """One issue over all plans."""

    issue: str
    topic: str
    cells: dict[str, CellRecord]


class MatrixRecord(TypedDict):
    """Issues over plans."""

    plans: list[str]
    rows: list[RowRecord]


def diff_record(diff: PlanDiff, changes: Iterable[Change]) -> DiffRecord:
    """A diff with some of its changes; the summary counts all of them."""
    return {
        "base": diff.before.id,
        "target": diff.after.id,
        "summary": diff.summary,
        "changes": [_change(change) for change in changes],
        "wording": [_rewording(one) for one in diff.wording.rewordings],
    }


def _rewording(one: Rewording) -> RewordingRecord:
    return {
        "points": {
            "before": [point.name for point in one.before],
            "after": [point.name for point in one.after],
        },
        "redline": [
            {"change": change, "text": text, "mark": mark.value if mark else None}
            for change, text, mark in one.redline.segments
        ],
    }


def _change(change: Change) -> ChangeRecord:
    before, after = change.before.terms, change.after.terms
    return {
        "issue": change.issue,
        "kind": change.kind,
        "topic": change.topic,
        "change": change.change.value,
        "before": before,
        "after": after,
        "terms": [
            {
                "term": term.term,
                "before": (before or {}).get(term.term),
                "after": (after or {}).get(term.term),
                "shift": term.shift.value,
            }
            for term in change.terms
        ],
        "unknown_terms": list(change.unknown_terms),
        "reported": change.reported,
        "points": {"before": list(change.before.points), "after": list(change.after.points)},
        "evidence": {"before": _evidence(change.before), "after": _evidence(change.after)},
    }


def _evidence(cell: Cell) -> list[dict[str, Any]]:
    return [one.model_dump(mode="json", exclude_none=True) for one in cell.evidence]


def matrix_record(matrix: Matrix) -> MatrixRecord:
    """A matrix with all its cells."""
    return {
        "plans": [plan.id for plan in matrix.plans],
        "rows": [
            {
                "issue": row.issue,
                "topic": row.topic,
                "cells": {
                    plan.id: cell_record(cell)
                    for plan, cell in zip(matrix.plans, row.cells, strict=True)
                },
            }
            for row in matrix
        ],
    }


def cell_record(cell: Cell) -> CellRecord:
    """What one plan does about one issue."""
    return {
        "treatment": cell.treatment.value,
        "terms": cell.terms,
        "points": list(cell.points),
        "left_to": list(cell.left_to),
        "reported": cell.reported,
        "evidence": _evidence(cell),
    }
