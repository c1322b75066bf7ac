"""What holds of every plan and every pair of plans, each law stated once, as a plain function.

A law raises `AssertionError` where it does not hold. Run them on plans of your own.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from plancompare.diffing.alignment import align
from plancompare.diffing.change import ChangeKind
from plancompare.diffing.plandiff import diff
from plancompare.library.reading import read_plan
from plancompare.library.writing import canonical, write
from plancompare.model import Plan, Treatment
from plancompare.testing.strategies import TermEdit

__all__ = [
    "alignment_covers_every_point_once",
    "alignment_mirrors",
    "change_follows_from_treatments",
    "diff_mirrors",
    "diff_with_itself_is_empty",
    "one_term_is_one_change",
    "reading_what_was_written",
    "rewording_is_no_change",
    "treatment_is_total",
]

_MIRROR = {
    ChangeKind.ADDED: ChangeKind.REMOVED,
    ChangeKind.REMOVED: ChangeKind.ADDED,
    ChangeKind.REOPENED: ChangeKind.SETTLED,
    ChangeKind.SETTLED: ChangeKind.REOPENED,
}


def reading_what_was_written(plan: Plan) -> None:
    """Reading what was written gives an equal plan, and writing twice gives equal text."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{plan.id}.yaml"
        write(plan, path)
        again = read_plan(path)
    assert again == plan
    assert hash(again) == hash(plan)
    assert canonical(again) == canonical(plan)


def treatment_is_total(plan: Plan, issue: str) -> None:
    """Every issue has one treatment: stated, listed, or what silence means in that plan."""
    treatment = plan.treatment(issue)
    if issue in plan.stated:
        assert treatment is Treatment.STATED
    elif issue not in plan.listed:
        silent = plan.disclosure == "full"
        assert treatment is (Treatment.SILENT if silent else Treatment.UNDISCLOSED)


def diff_with_itself_is_empty(plan: Plan) -> None:
    """A plan and an equal plan have an empty diff, whatever they leave undisclosed."""
    same = diff(plan, plan.model_copy())
    assert not same
    assert not same.changes
    assert not same.edits
    assert not same.metadata


def diff_mirrors(before: Plan, after: Plan) -> None:
    """The diff the other way has the same issues, with sides, changes and shifts inverted."""
    forth, back = diff(before, after), diff(after, before)
    assert {change.issue for change in forth.changes} == {change.issue for change in back.changes}
    for change in forth.changes:
        other = back.change(change.issue)
        assert other.change == _MIRROR.get(change.change, change.change)
        assert (other.before, other.after) == (change.after, change.before)
        assert set(other.unknown_terms) == set(change.unknown_terms)
        assert [(t.term, t.before, t.after, t.shift.inverse) for t in change.terms] == [
            (t.term, t.after, t.before, t.shift) for t in other.terms
        ]


def change_follows_from_treatments(before: Plan, after: Plan) -> None:
    """No change is known where one side is undisclosed, and each row follows from treatments."""
    for change in diff(before, after).changes:
        sides = before.treatment(change.issue), after.treatment(change.issue)
        assert sides == (change.before.treatment, change.after.treatment)
        if Treatment.UNDISCLOSED in sides:
            assert change.change is ChangeKind.UNKNOWN
        if change.change is ChangeKind.CHANGED:
            assert sides == (Treatment.STATED, Treatment.STATED)
            assert change.terms
            for term in change.terms:
                assert term.before != term.after


def alignment_mirrors(before: Plan, after: Plan) -> None:
    """Aligning the other way round gives the mirror image."""
    assert align(after, before) == align(before, after).swapped()


def alignment_covers_every_point_once(before: Plan, after: Plan) -> None:
    """Every point of both plans stands in exactly one group, and links stay inside groups."""
    found = align(before, after)
    assert sorted(i for group in found.groups for i in group.before) == list(
        range(len(before.points))
    )
    assert sorted(i for group in found.groups for i in group.after) == list(
        range(len(after.points))
    )
    for link in found.links:
        assert any(link.before in one.before and link.after in one.after for one in found.groups)


def rewording_is_no_change(before: Plan, after: Plan) -> None:
    """Points shuffled, renumbered, reworded or cited otherwise never make a change."""
    assert not [
        one
        for one in diff(before, after).changes
        if one.change is not ChangeKind.KEPT
        and Treatment.UNDISCLOSED not in (one.before.treatment, one.after.treatment)
    ]


def one_term_is_one_change(edit: TermEdit) -> None:
    """One term of one provision changed gives exactly one changed issue, naming that term."""
    changed = [
        one for one in diff(edit.before, edit.after).changes if one.change is ChangeKind.CHANGED
    ]
    assert [one.issue for one in changed] == [edit.issue]
    assert [term.term for term in changed[0].terms] == [edit.term]
