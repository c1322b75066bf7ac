"""Every law on generated plans."""

from hypothesis import given

from plancompare.testing import laws, one_term_changed, plans, reordered
from plancompare.testing.strategies import TermEdit


@given(plans())
def test_reading_what_was_written(plan):
    laws.reading_what_was_written(plan)


@given(plans())
def test_diff_with_itself_is_empty(plan):
    laws.diff_with_itself_is_empty(plan)


@given(plans("one"), plans("other"))
def test_treatment_is_total(one, other):
    for issue in (*one.stated, *one.listed, *other.stated):
        laws.treatment_is_total(one, issue)


@given(plans("one"), plans("other"))
def test_diff_mirrors(one, other):
    laws.diff_mirrors(one, other)


@given(plans("one"), plans("other"))
def test_change_follows_from_treatments(one, other):
    laws.change_follows_from_treatments(one, other)


@given(plans("one"), plans("other"))
def test_alignment_mirrors(one, other):
    laws.alignment_mirrors(one, other)
    laws.alignment_covers_every_point_once(one, other)


@given(reordered())
def test_rewording_is_no_change(pair):
    laws.rewording_is_no_change(*pair)


@given(one_term_changed())
def test_one_term_is_one_change(edit: TermEdit):
    laws.one_term_is_one_change(edit)
