"""What changed between plans: a row for each issue, and one for each term that differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plancompare.diffing.plandiff import PlanDiff
from plancompare.model.spelling import spell
from plancompare.tables.tidy.plans import ISSUE, KIND, TOPIC
from plancompare.tables.tidy.shape import Column, Link, Shape, TidyTable, Value, as_json, joined

__all__ = ["changes_table", "term_changes_table"]

_PAIR = (
    Column("before", "id of the one plan", required=True),
    Column("after", "id of the other plan", required=True),
)
_TO_PLANS = tuple(Link((side,), "plans", ("plan",)) for side in ("before", "after"))

CHANGES = Shape(
    "changes",
    "One row for each pair of plans and each issue that one of them states or lists.",
    (
        *_PAIR,
        ISSUE,
        KIND,
        TOPIC,
        Column(
            "change",
            "kept, changed, added, removed, reopened, settled; or unknown: never counted as a "
            "change",
            required=True,
        ),
        Column("treatment_before", "how the one plan treats the issue", required=True),
        Column("treatment_after", "how the other plan treats it", required=True),
        Column("at_before", "numbers of the points in the one plan, as printed"),
        Column("at_after", "numbers of the points in the other plan"),
        Column("unknown_terms", "terms that one plan states and the other does not disclose"),
        Column("reported", "what is reported of a side that is not public"),
    ),
    ("before", "after", "issue"),
    _TO_PLANS,
)

TERM_CHANGES = Shape(
    "term_changes",
    "One row for each term of a changed issue that is known on both sides and differs.",
    (
        *_PAIR,
        ISSUE,
        Column("term", "name of the term", required=True),
        Column("shift", "the word for the change, on the scale of the term", required=True),
        Column("value_before", "the value in the one plan, in words", required=True),
        Column("value_after", "the value in the other plan, in words", required=True),
        Column("value_before_json", "the same as JSON; null where none is stated", required=True),
        Column("value_after_json", "the same as JSON; null where none is stated", required=True),
    ),
    ("before", "after", "issue", "term"),
    (
        *_TO_PLANS,
        Link(("before", "after", "issue"), "changes", ("before", "after", "issue")),
    ),
)


def changes_table(diffs: Iterable[PlanDiff]) -> TidyTable:
    """A row for each issue of each diff."""
    return CHANGES.filled(
        (
            diff.before.id,
            diff.after.id,
            one.issue,
            one.kind,
            one.topic,
            one.change.value,
            one.before.treatment.value,
            one.after.treatment.value,
            joined(one.before.points),
            joined(one.after.points),
            joined(one.unknown_terms),
            one.reported,
        )
        for diff in diffs
        for one in diff.changes
    )


def term_changes_table(diffs: Iterable[PlanDiff]) -> TidyTable:
    """A row for each term that differs."""
    return TERM_CHANGES.filled(row for diff in diffs for row in _terms(diff))


def _terms(diff: PlanDiff) -> Iterator[tuple[Value, ...]]:
    for change in diff.changes:
        before, after = change.before.terms or {}, change.after.terms or {}
        for one in change.terms:
            yield (
                diff.before.id,
                diff.after.id,
                change.issue,
                one.term,
                one.shift.value,
                spell(one.before),
                spell(one.after),
                as_json(before.get(one.term)),
                as_json(after.get(one.term)),
            )
