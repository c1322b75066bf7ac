"""Every law on every real plan, and on every ordered pair of them."""

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import plancompare
from plancompare.testing import laws, one_term_changed, reordered

IDS = [entry.id for entry in plancompare.catalogue()]
PLANS = [plancompare.load(one) for one in IDS]
PAIRS = list(permutations(PLANS, 2))


def name(plan: Any) -> Any:
    return plan.id


@pytest.mark.parametrize("plan", PLANS, ids=name)
def test_single_plans(plan: Any) -> None:
    laws.reading_what_was_written(plan)
    laws.reading_what_was_written_as_csv(plan)
    laws.reading_what_was_written_as_workbook(plan)
    laws.diff_with_itself_is_empty(plan)
    for other in PLANS:
        for issue in (*other.stated, *other.listed):
            laws.treatment_is_total(plan, issue)


@pytest.mark.parametrize(("before", "after"), PAIRS, ids=name)
def test_pairs(before: Any, after: Any) -> None:
    laws.diff_mirrors(before, after)
    laws.change_follows_from_treatments(before, after)
    laws.alignment_mirrors(before, after)
    laws.alignment_covers_every_point_once(before, after)
    laws.patch_gives_the_other_plan(before, after)
    laws.invert_is_the_way_back(before, after)
    laws.amendment_is_what_differs(before, after)
    laws.merge_of_one_side_is_that_side(before, after)


@pytest.mark.parametrize("plans", list(permutations(PLANS, 3)), ids=lambda all_: all_[0].id)
def test_triples(plans: Any) -> None:
    one, two, three = plans
    laws.compose_is_one_after_the_other(one, two, three)
    laws.compose_is_associative_by_effect(one, two, three, one)
    laws.merge_is_symmetric(one, two, three)
    laws.merge_takes_disjoint_edits(one, two, three)


@given(reordered(st.sampled_from(IDS).map(plancompare.load)))
def test_rewording_is_no_change(pair: Any) -> None:
    laws.rewording_is_no_change(*pair)


@settings(max_examples=300)
@given(one_term_changed(st.sampled_from(IDS).map(plancompare.load)))
def test_one_term_is_one_change(edit: Any) -> None:
    laws.one_term_is_one_change(edit)
