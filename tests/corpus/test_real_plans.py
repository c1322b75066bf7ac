"""Every law on every real plan, and on every ordered pair of them."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import plancompare
from plancompare.testing import laws, one_term_changed, reordered

IDS = [entry.id for entry in plancompare.catalogue()]
PLANS = [plancompare.load(one) for one in IDS]
PAIRS = list(permutations(PLANS, 2))


def name(plan):
    return plan.id


@pytest.mark.parametrize("plan", PLANS, ids=name)
def test_single_plans(plan):
    laws.reading_what_was_written(plan)
    laws.diff_with_itself_is_empty(plan)
    for other in PLANS:
        for issue in (*other.stated, *other.listed):
            laws.treatment_is_total(plan, issue)


@pytest.mark.parametrize(("before", "after"), PAIRS, ids=name)
def test_pairs(before, after):
    laws.diff_mirrors(before, after)
    laws.change_follows_from_treatments(before, after)
    laws.alignment_mirrors(before, after)
    laws.alignment_covers_every_point_once(before, after)


@given(reordered(st.sampled_from(IDS).map(plancompare.load)))
def test_rewording_is_no_change(pair):
    laws.rewording_is_no_change(*pair)


@settings(max_examples=300)
@given(one_term_changed(st.sampled_from(IDS).map(plancompare.load)))
def test_one_term_is_one_change(edit):
    laws.one_term_is_one_change(edit)
