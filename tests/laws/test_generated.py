"""Every law on generated plans."""

from typing import Any

from hypothesis import given, settings

from plancompare.testing import edited_plans, laws, one_term_changed, plans, reordered, revisions


@given(plans())
def test_reading_what_was_written(plan: Any) -> None:
    laws.reading_what_was_written(plan)


@given(plans())
def test_reading_what_was_written_as_csv(plan: Any) -> None:
    laws.reading_what_was_written_as_csv(plan)


@settings(max_examples=20)
@given(plans())
def test_reading_what_was_written_as_workbook(plan: Any) -> None:
    laws.reading_what_was_written_as_workbook(plan)


@given(plans())
def test_diff_with_itself_is_empty(plan: Any) -> None:
    laws.diff_with_itself_is_empty(plan)


@given(plans("one"), plans("other"))
def test_treatment_is_total(one: Any, other: Any) -> None:
    for issue in (*one.stated, *one.listed, *other.stated):
        laws.treatment_is_total(one, issue)


@given(plans("one"), plans("other"))
def test_diff_mirrors(one: Any, other: Any) -> None:
    laws.diff_mirrors(one, other)


@given(plans("one"), plans("other"))
def test_change_follows_from_treatments(one: Any, other: Any) -> None:
    laws.change_follows_from_treatments(one, other)


@given(plans("one"), plans("other"))
def test_alignment_mirrors(one: Any, other: Any) -> None:
    laws.alignment_mirrors(one, other)
    laws.alignment_covers_every_point_once(one, other)


@given(reordered())
def test_rewording_is_no_change(pair: Any) -> None:
    laws.rewording_is_no_change(*pair)


@given(one_term_changed())
def test_one_term_is_one_change(edit: Any) -> None:
    laws.one_term_is_one_change(edit)


@given(edited_plans())
def test_diff_finds_the_true_changes(edited: Any) -> None:
    laws.diff_finds_the_true_changes(edited)
    laws.patch_gives_the_other_plan(edited.before, edited.after)
    laws.invert_is_the_way_back(edited.before, edited.after)


@given(plans("one"), plans("other"))
def test_amendments_of_unrelated_plans(one: Any, other: Any) -> None:
    laws.patch_gives_the_other_plan(one, other)
    laws.invert_is_the_way_back(one, other)
    laws.amendment_is_what_differs(one, other)
    laws.amendment_is_what_differs(one, one)


@given(revisions(3))
def test_composition(plans_: Any) -> None:
    laws.compose_is_one_after_the_other(*plans_[:3])
    laws.compose_is_associative_by_effect(*plans_)


@given(plans("one"), plans("two"), plans("three"))
def test_composition_of_unrelated_plans(one: Any, two: Any, three: Any) -> None:
    laws.compose_is_one_after_the_other(one, two, three)


@given(revisions())
def test_merging_revisions(plans_: Any) -> None:
    laws.merge_is_symmetric(*plans_)
    laws.merge_takes_disjoint_edits(*plans_)
    laws.merge_names_every_clash(*plans_)
    laws.merge_of_one_side_is_that_side(*plans_[:2])


@given(plans("base"), plans("one"), plans("other"))
def test_merging_unrelated_plans(base: Any, one: Any, other: Any) -> None:
    laws.merge_is_symmetric(base, one, other)
    laws.merge_takes_disjoint_edits(base, one, other)
    laws.merge_names_every_clash(base, one, other)
