"""What holds of every plan and every pair of plans, each law stated once, as a plain function.

A law raises `AssertionError` where it does not hold. Run them on plans of your own.

PYTEST_DONT_REWRITE: where whole plans differ, pytest would take minutes to tell them apart.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from plancompare.diffing.alignment import align
from plancompare.diffing.amendment import Amendment, compose, invert, patch
from plancompare.diffing.cell import Cell
from plancompare.diffing.change import ChangeKind
from plancompare.diffing.lineage import Fate, fates
from plancompare.diffing.merge import Outcome, merge
from plancompare.diffing.plandiff import diff
from plancompare.diffing.redline import Mark, redline
from plancompare.library.importing.drafting import import_text
from plancompare.library.opening import open_plan, write_plan
from plancompare.library.reading import read_document, read_plan
from plancompare.library.writing import canonical, write
from plancompare.model import Plan, Treatment
from plancompare.model.text import HIDDEN
from plancompare.testing.edits import EditedPlan, TermEdit

__all__ = [
    "OF_A_PAIR",
    "OF_A_PLAN",
    "OF_A_TEXT",
    "OF_A_TRIPLE",
    "OF_TWO_TEXTS",
    "alignment_covers_every_point_once",
    "alignment_mirrors",
    "amendment_is_what_differs",
    "change_follows_from_treatments",
    "compose_is_associative_by_effect",
    "compose_is_one_after_the_other",
    "diff_finds_the_true_changes",
    "diff_mirrors",
    "diff_with_itself_is_empty",
    "fates_claim_only_what_is_public",
    "import_keeps_every_character",
    "invert_is_the_way_back",
    "merge_is_symmetric",
    "merge_names_every_clash",
    "merge_of_one_side_is_that_side",
    "merge_takes_disjoint_edits",
    "one_term_is_one_change",
    "patch_gives_the_other_plan",
    "reading_what_was_written",
    "reading_what_was_written_as_csv",
    "reading_what_was_written_as_workbook",
    "redline_is_lossless",
    "redline_marks_what_weighs",
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


def reading_what_was_written_as_csv(plan: Plan) -> None:
    """A plan written as a folder of CSV files is read from it unaltered."""
    _survives(plan, plan.id)


def reading_what_was_written_as_workbook(plan: Plan) -> None:
    """A plan written as a workbook is read from it unaltered, and equal plans give equal bytes.

    Needs the extra `xlsx`.
    """
    assert _survives(plan, f"{plan.id}.xlsx") == _survives(plan.model_copy(), f"{plan.id}.xlsx")


def _survives(plan: Plan, name: str) -> bytes:
    """Write a plan and read it again: the bytes of the file, if it is one."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        write_plan(plan, path)
        assert read_document(open_plan(path), Plan) == plan
        return path.read_bytes() if path.is_file() else b""


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


def diff_finds_the_true_changes(edited: EditedPlan) -> None:
    """The diff has exactly the changes that were made, whatever happened to order and numbers."""
    found = {
        one.issue: one.change
        for one in diff(edited.before, edited.after).changes
        if one.change is not ChangeKind.KEPT
    }
    assert found == edited.changes


def patch_gives_the_other_plan(before: Plan, after: Plan) -> None:
    """Patching a plan with its diff to another gives the other one."""
    assert patch(before, diff(before, after)) == after


def invert_is_the_way_back(before: Plan, after: Plan) -> None:
    """The inverse undoes, is undone by itself, and is the diff the other way round."""
    there = Amendment.of(diff(before, after))
    assert patch(after, invert(there)) == before
    assert invert(invert(there)) == there


def amendment_is_what_differs(before: Plan, after: Plan) -> None:
    """An amendment is empty exactly when the plans are equal, and survives being mailed."""
    there = Amendment.of(diff(before, after))
    assert bool(there) == (before != after)
    assert Amendment.model_validate_json(there.model_dump_json()) == there


def compose_is_one_after_the_other(first: Plan, second: Plan, third: Plan) -> None:
    """One amendment for two in a row has the same effect, and its inverse the effect of both."""
    one, two = diff(first, second), diff(second, third)
    both = compose(one, two)
    assert patch(first, both) == third
    assert patch(third, compose(invert(two), invert(one))) == first


def compose_is_associative_by_effect(one: Plan, two: Plan, three: Plan, four: Plan) -> None:
    """Composing three amendments has the same effect whichever two are composed first."""
    a, b, c = diff(one, two), diff(two, three), diff(three, four)
    assert patch(one, compose(compose(a, b), c)) == patch(one, compose(a, compose(b, c))) == four


def merge_is_symmetric(base: Plan, ours: Plan, theirs: Plan) -> None:
    """The order of the revisions makes no difference."""
    one, other = merge(base, ours, theirs), merge(base, theirs, ours)
    assert one.rows == other.rows
    assert one.plan == other.plan


def merge_of_one_side_is_that_side(base: Plan, revision: Plan) -> None:
    """Merging with an unchanged side, or with itself, yields the other side and no conflict.

    Of a partly disclosed revision only what it discloses can be expected.
    """
    same = base.model_copy(update={"id": f"{base.id}-again"})
    again = revision.model_copy(update={"id": f"{revision.id}-again"})
    for found in (merge(base, same, revision), merge(base, revision, again)):
        assert not found.conflicts
        changes = diff(found.plan, revision).changes
        assert {one.change for one in changes} <= {ChangeKind.KEPT, ChangeKind.UNKNOWN}
        if revision.disclosure == "full":
            assert {one.change for one in changes} <= {ChangeKind.KEPT}


def merge_takes_disjoint_edits(base: Plan, ours: Plan, theirs: Plan) -> None:
    """Edits to different issues never conflict, and each of them is in the result.

    Where the base itself is undisclosed there is no telling who edited what.
    """

    def changed(plan: Plan) -> dict[str, ChangeKind]:
        return {
            one.issue: one.change
            for one in diff(base, plan).changes
            if one.change not in (ChangeKind.KEPT, ChangeKind.UNKNOWN)
        }

    mine, yours = changed(ours), changed(theirs)
    found = merge(base, ours, theirs)
    disputed = {
        row.issue
        for row in found.rows
        if row.outcome is Outcome.CONFLICT and row.base.treatment is not Treatment.UNDISCLOSED
    }
    assert disputed <= set(mine) & set(yours)
    for issue in set(mine) ^ set(yours):
        side = ours if issue in mine else theirs
        assert found.plan.treatment(issue) == side.treatment(issue)


def merge_names_every_clash(base: Plan, ours: Plan, theirs: Plan) -> None:
    """Where both sides are known to change one term, or an issue, differently, there is a conflict.

    Where the base itself is undisclosed there is no telling who changed what.
    """
    mine = {one.issue: one for one in diff(base, ours).changes}
    yours = {one.issue: one for one in diff(base, theirs).changes}
    clashes = set()
    for issue in set(mine) & set(yours):
        one, other = mine[issue], yours[issue]
        if {one.change, other.change} & {ChangeKind.KEPT, ChangeKind.UNKNOWN}:
            continue
        if one.change is other.change is ChangeKind.CHANGED:
            wanted = {term.term: term.after for term in other.terms}
            if any(wanted.get(term.term, term.after) != term.after for term in one.terms):
                clashes.add(issue)
        elif _content(one.after) != _content(other.after):
            clashes.add(issue)
    found = {
        row.issue
        for row in merge(base, ours, theirs).rows
        if row.conflicts and row.base.treatment is not Treatment.UNDISCLOSED
    }
    assert found == clashes


def _content(cell: Cell) -> tuple[object, ...]:
    return cell.treatment, cell.terms, cell.left_to


def import_keeps_every_character(text: str) -> None:
    """Every visible character of a text is in the imported plan, in its order, and no other.

    Half a surrogate pair, which no file can hold, is spelt out; hidden characters are counted in
    the plan's note.
    """
    plan = import_text(text)
    visible = HIDDEN.sub("", text).encode("utf-8", "backslashreplace").decode()
    assert "".join(plan.text.split()) == "".join(visible.split())
    lines = "".join(text.splitlines())  # a line break may be a control character too
    for character in set(HIDDEN.findall(lines)):
        assert f"{lines.count(character)} x U+{ord(character):04X}" in (plan.note or "")


def redline_is_lossless(before: str, after: str) -> None:
    """Rejecting a redline gives the old text, accepting it the new one, and equal texts have none."""
    changes = redline(before, after)
    assert changes.rejected() == before
    assert changes.accepted() == after
    assert bool(changes) == (before != after)
    for one, other in pairwise(changes.segments):
        assert (one.change, one.mark) != (other.change, other.mark)


def fates_claim_only_what_is_public(before: Plan, after: Plan) -> None:
    """A point is not called new or dropped where something of it is unknown, in either direction."""
    there, back = (list(fates(diff(*pair))) for pair in ((before, after), (after, before)))
    for one in (*there, *back):
        if one.fate in (Fate.NEW, Fate.DROPPED):
            assert ChangeKind.UNKNOWN not in one.issues
    unknown = [sum(one.fate is Fate.UNKNOWN for one in direction) for direction in (there, back)]
    assert unknown[0] == unknown[1]


def redline_marks_what_weighs(before: str, after: str) -> None:
    """No figure comes or goes without a mark, and what stays has none."""
    for change, text, mark in redline(before, after).segments:
        if change == "kept":
            assert mark is None
        elif any(one.isnumeric() and not one.isalpha() for one in text):
            assert mark is Mark.FIGURE


OF_A_PLAN = (reading_what_was_written, reading_what_was_written_as_csv, diff_with_itself_is_empty)
"""Laws that concern one plan."""

OF_A_PAIR = (
    diff_mirrors,
    change_follows_from_treatments,
    alignment_mirrors,
    alignment_covers_every_point_once,
    fates_claim_only_what_is_public,
    patch_gives_the_other_plan,
    invert_is_the_way_back,
    amendment_is_what_differs,
    merge_of_one_side_is_that_side,
)
"""Laws that concern an earlier and a later plan."""

OF_A_TRIPLE = (
    compose_is_one_after_the_other,
    merge_is_symmetric,
    merge_takes_disjoint_edits,
    merge_names_every_clash,
)
"""Laws that concern three plans: in a row, or a base with two revisions."""

OF_A_TEXT = (import_keeps_every_character,)
"""Laws that concern any text."""

OF_TWO_TEXTS = (redline_is_lossless, redline_marks_what_weighs)
"""Laws that concern any two texts."""
