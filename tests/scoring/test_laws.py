"""The shipped laws of positions, verdicts and scores, on drawn plans, stakeholders and rules."""

import datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import plancompare
from plancompare import KINDS, Verdict, verdicts
from plancompare.scoring.bench import LineState
from plancompare.testing import scoring_laws as laws
from plancompare.testing.edits import edited_plans
from plancompare.testing.positions import (
    disclosed_plans,
    predicates,
    rules,
    settled_plans,
    stakeholders,
)
from plancompare.testing.strategies import plans, provisions

PARTIES = ("ukraine", "russia")
RULE = plancompare.Library().rule()


@given(st.data(), provisions(), st.booleans())
def test_negation(data: Any, provision: Any, partial: Any) -> None:
    predicate = data.draw(predicates(type(provision)))
    laws.negation_is_the_opposite(predicate, vars(provision), partial=partial)
    laws.negation_is_the_opposite(predicate, None, partial=partial)
    laws.more_text_overturns_nothing(predicate, vars(provision))


@given(st.data(), plans(), rules())
def test_verdicts_and_scores(data: Any, plan: Any, rule: Any) -> None:
    stakeholder = data.draw(stakeholders(plan))
    laws.verdicts_are_total(plan, stakeholder)
    laws.crossed_line_is_rejected(plan, stakeholder)
    laws.positions_bear_on_their_issues(plan, stakeholder)
    laws.silence_crosses_only_where_absence_is_ruled_out(plan, stakeholder)
    laws.readings_are_all_taken(plan, stakeholder)
    laws.superseded_statements_have_no_effect(plan, stakeholder)
    laws.figures_are_shares(plan, stakeholder, rule)
    laws.contributions_sum_exactly(plan, stakeholder, rule)
    laws.better_verdict_never_lowers(plan, stakeholder, rule)
    laws.order_and_scale_of_weights_change_nothing(plan, stakeholder, rule)
    laws.swapping_parties_swaps_results(plan, stakeholder, *PARTIES)
    laws.sources_carry_their_claims(plan, stakeholder, "reuters-2025-11-23")
    laws.later_statements_have_no_effect(plan, stakeholder, datetime.date(2025, 11, 30))


@given(st.data(), settled_plans(), rules())
def test_settling(data: Any, pair: Any, rule: Any) -> None:
    stakeholder = data.draw(stakeholders(pair[0]))
    laws.settling_narrows(pair[0], pair[1], stakeholder, rule)


@given(st.data(), disclosed_plans())
def test_disclosing(data: Any, pair: Any) -> None:
    part, whole = pair
    stakeholder = data.draw(stakeholders(whole))
    laws.disclosing_overturns_nothing(part, whole, stakeholder)
    laws.other_plans_change_nothing(part, whole, stakeholder.model_copy(), RULE)
    laws.other_plans_change_nothing(whole, part, stakeholder.model_copy(), RULE)


@given(st.data(), edited_plans(), rules())
def test_revising(data: Any, edited: Any, rule: Any) -> None:
    before, after = edited.before, edited.after
    stakeholder = data.draw(stakeholders(before))
    laws.other_plans_change_nothing(before, after, stakeholder.model_copy(), rule)
    laws.other_plans_change_nothing(after, before, stakeholder.model_copy(), rule)


@given(st.data(), plans(), plans("other"), rules())
def test_other_plans(data: Any, plan: Any, other: Any, rule: Any) -> None:
    stakeholder = data.draw(stakeholders(plan))
    laws.other_plans_change_nothing(plan, other, stakeholder, rule)
    laws.weights_are_the_same_for_every_plan(plan, other, stakeholder, rule)


def test_every_verdict_and_every_state_of_a_line_is_reached() -> None:
    seen: set[Any] = set()

    @given(st.data(), plans())
    @settings(max_examples=150, database=None, derandomize=True)
    def collect(data: Any, plan: Any) -> None:
        table = verdicts(plan, data.draw(stakeholders(plan)))
        seen.update(row.verdict for row in table.rows)
        seen.update(line.state for line in table.lines)

    collect()
    assert seen >= {*Verdict, *LineState}


@given(st.sampled_from(sorted(KINDS)), st.data())
def test_predicates_of_every_kind_can_be_drawn(name: Any, data: Any) -> None:
    assert data.draw(predicates(KINDS[name]))
