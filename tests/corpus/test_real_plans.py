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
    for law in laws.OF_A_PLAN:
        law(plan)
    laws.reading_what_was_written_as_workbook(plan)
    for other in PLANS:
        for issue in (*other.stated, *other.listed):
            laws.treatment_is_total(plan, issue)


@pytest.mark.parametrize(("before", "after"), PAIRS, ids=name)
def test_pairs(before: Any, after: Any) -> None:
    for law in laws.OF_A_PAIR:
        law(before, after)


@pytest.mark.parametrize("plans", list(permutations(PLANS, 3)), ids=lambda all_: all_[0].id)
def test_triples(plans: Any) -> None:
    one, two, three = plans
    for law in laws.OF_A_TRIPLE:
        law(one, two, three)
    laws.compose_is_associative_by_effect(one, two, three, one)


@given(reordered(st.sampled_from(IDS).map(plancompare.load)))
def test_rewording_is_no_change(pair: Any) -> None:
    laws.rewording_is_no_change(*pair)


@settings(max_examples=300)
@given(one_term_changed(st.sampled_from(IDS).map(plancompare.load)))
def test_one_term_is_one_change(edit: Any) -> None:
    laws.one_term_is_one_change(edit)
