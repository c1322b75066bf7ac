"""Scores and their robustness, on small plans where the figures can be checked by hand."""

import datetime
import pickle
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

import plancompare
from plancompare import Library, Plan, Stakeholder, robustness, score, verdicts
from plancompare.errors import PlancompareError
from plancompare.scoring.aggregation import Interval, Relation, relation
from plancompare.scoring.pairing import Firmness, percentage

RULE = Library().rule()


def plan(name: str, *clauses: dict[str, Any], **fields: Any) -> Plan:
    """A fully disclosed plan of some clauses, a point each."""
    points = [{"number": str(i), "provisions": [one]} for i, one in enumerate(clauses, 1)]
    return Plan.model_validate(
        {
            "id": name,
            "title": name,
            "conflict": "river",
            "date": "2025-11-01",
            "text_status": "leaked",
            "disclosure": "full",
            "points": points,
            **fields,
        }
    )


def ceiling(party: str, personnel: int) -> dict[str, Any]:
    return {"kind": "force-ceiling", "party": party, "personnel": personnel}


def position(
    name: str, issues: str | list[str], level: str = "high", **wishes: Any
) -> dict[str, Any]:
    return {
        "id": name,
        "issues": [issues] if isinstance(issues, str) else issues,
        "says": "Said so.",
        "salience": {"level": level, "reason": "said so"},
        "confidence": "high",
        "stated_on": "2025-11-20",
        "speaker": "A speaker",
        **wishes,
    }


def stakeholder(*positions: dict[str, Any]) -> Stakeholder:
    return Stakeholder.model_validate({"party": "upstream", "positions": positions})


def red_line(wish: Any) -> dict[str, Any]:
    return {"rejects": wish, "strength": "ruled-out", "line": "that"}


WISHES = stakeholder(
    position("a", "force-ceiling/a", "high", prefers={"personnel": {"at_most": 10}}),
    position("b", "force-ceiling/b", "medium", prefers={"personnel": {"at_most": 10}}),
    position("c", "force-ceiling/c", "low", accepts={"personnel": {"at_most": 10}}),
)


def test_the_additive_value_is_the_weighted_mean() -> None:
    found = score(plan("p", ceiling("a", 5), ceiling("b", 50), ceiling("c", 5)), WISHES)
    assert found.interval == Interval(*[(3 * 1 + 2 * Fraction(1, 3) + 1 * Fraction(2, 3)) / 6] * 2)
    assert str(found.interval) == "0.72"
    assert found.coverage == (3, 0, 0)


def test_every_method_stands_beside_the_others() -> None:
    found = score(plan("p", ceiling("a", 5), ceiling("b", 50), ceiling("c", 5)), WISHES)
    assert {name: [str(one) for one in values] for name, values in found.aggregates.items()} == {
        "additive value": ["0.72"],
        "red lines first": ["1.00", "0.72"],
        "worst issue": ["0.33"],
        "city-block agreement": ["0.67"],
        "agreeable share": ["0.67"],
    }


def test_an_open_issue_makes_an_interval() -> None:
    deferred = plan("p", ceiling("a", 5), defers=[{"issues": ["force-ceiling/b"]}])
    found = score(deferred, WISHES)
    assert found.interval.low == (3 + Fraction(1, 3)) / 6
    assert found.interval.high == (3 + 2 + 1) / Fraction(6)
    assert found.coverage == (1, 1, 1)


def test_regions_under_one_statement_share_one_weight() -> None:
    wishes = stakeholder(
        position("all", "force-ceiling/*", prefers="absent"),
        position("vote", "elections/a", prefers="present"),
    )
    three = plan("p", *(ceiling(name, 1) for name in "abc"), {"kind": "elections", "party": "a"})
    one = plan("p", ceiling("a", 1), {"kind": "elections", "party": "a"})
    assert score(three, wishes).interval == score(one, wishes).interval
    names = [found.name for found in verdicts(three, wishes).bearing.criteria]
    assert names == ["force-ceiling/*", "elections/a"]


def test_what_is_derived_of_a_stakeholder_is_neither_compared_nor_sent_along() -> None:
    wishes = stakeholder(position("all", "force-ceiling/*", prefers="absent"))
    used = pickle.loads(pickle.dumps(wishes))
    found = verdicts(plan("p", ceiling("a", 1)), used)
    assert used == wishes
    assert hash(used) == hash(wishes)
    again = pickle.loads(pickle.dumps(used))
    assert "derived" not in vars(again)
    assert verdicts(plan("p", ceiling("a", 1)), again).rows == found.rows


def test_what_is_derived_of_a_stakeholder_is_bounded() -> None:
    wishes = stakeholder(position("all", "force-ceiling/*", prefers="absent"))
    first = plan("p", ceiling("a", 1))
    found = verdicts(first, wishes)
    for count in range(100):
        verdicts(first, wishes, as_of=datetime.date(2025, 11, 20) + datetime.timedelta(count))
        verdicts(plan("q", ceiling(f"state-{count}", 1)), wishes)
    assert len(wishes.derived) <= 64
    again = verdicts(first, wishes)
    assert again == found
    assert again.bearing is not found.bearing


def test_results_that_are_equal_have_one_hash() -> None:
    one, other = (score(BETTER, WISHES) for _ in range(2))
    assert one == other
    assert {one, other} == {one}
    assert hash(one.table) == hash(other.table)


def test_statements_that_meet_on_an_issue_are_weighed_together() -> None:
    wishes = stakeholder(
        position("pair", ["force-ceiling/a", "force-ceiling/b"], "low", prefers="present"),
        position("one", "force-ceiling/b", "high", accepts="present"),
        position("apart", "force-ceiling/c", "low", prefers="present"),
    )
    found = verdicts(plan("p", ceiling("a", 1)), wishes).bearing.criteria
    assert [(one.name, one.salience, len(one.issues)) for one in found] == [
        ("force-ceiling/a and 1 more", "high", 2),
        ("force-ceiling/c", "low", 1),
    ]


UNKNOWN = Interval(Fraction(0), Fraction(1))


def test_without_positions_nothing_is_known() -> None:
    found = score(plan("p", ceiling("a", 5)), stakeholder())
    assert found.interval == UNKNOWN
    assert found.contributions == ()
    assert found.aggregates["worst issue"] == (UNKNOWN,)
    assert found.aggregates["city-block agreement"] == (UNKNOWN,)
    assert found.coverage.share == 0


def test_intervals_that_overlap_have_no_order() -> None:
    def at(low: int, high: int) -> list[Interval]:
        return [Interval(Fraction(low, 10), Fraction(high, 10))]

    assert relation(at(6, 7), at(1, 5)) is Relation.ABOVE
    assert relation(at(1, 5), at(6, 7)) is Relation.BELOW
    assert relation(at(1, 6), at(5, 7)) is Relation.UNDETERMINED
    assert relation(at(5, 5), at(5, 5)) is Relation.LEVEL
    assert relation(at(5, 5) + at(2, 2), at(5, 5) + at(1, 1)) is Relation.ABOVE


def test_red_lines_come_first_where_they_differ() -> None:
    wishes = stakeholder(
        position("a", "force-ceiling/a", **red_line({"personnel": {"equals": 1}})),
        position("b", "force-ceiling/b", prefers="present"),
    )
    crossing, keeping = plan("p", ceiling("a", 1), ceiling("b", 1)), plan("q", ceiling("a", 2))
    one, other = (score(each, wishes).aggregates for each in (crossing, keeping))
    assert relation(one["red lines first"], other["red lines first"]) is Relation.BELOW
    assert relation(one["additive value"], other["additive value"]) is Relation.UNDETERMINED


def test_results_can_be_sent_to_another_process() -> None:
    drafts = [plancompare.load(one) for one in ("us-28", "geneva")]
    panel = plancompare.score_panel(drafts, ["russia"])
    whole = replace(panel, robustness=(robustness(drafts, "russia", samples=50),))
    for one in (whole, panel.rows[0][0], panel.rows[0][0].table):
        shown = plancompare.render(one, "json")  # so that all is derived
        again = pickle.loads(pickle.dumps(one))
        assert again == one
        assert plancompare.render(again, "json") == shown


BETTER = plan("better", ceiling("a", 5), ceiling("b", 5), ceiling("c", 5))
WORSE = plan("worse", ceiling("a", 50), ceiling("b", 50), ceiling("c", 50))


def test_an_order_that_nothing_turns_is_robust() -> None:
    found = robustness([WORSE, BETTER], WISHES)
    (pair,) = found.pairs
    assert pair.firmness is Firmness.ROBUST
    assert pair.in_words == (
        "robust: better is above worse in 100% of the weights and values, "
        "no method orders them otherwise, and no single issue turns it"
    )
    assert pair.exact == 0
    assert str(found) == pair.in_words
    assert found.criteria == ("force-ceiling/a", "force-ceiling/b", "force-ceiling/c")
    assert found.acceptability.ranks[1][0] == 1


def test_no_share_reads_as_all_or_nothing_that_is_not() -> None:
    assert [percentage(share) for share in (0, 0.0049, 0.9949, 0.9951, 1)] == [
        "0%",
        "less than 1%",
        "99%",
        "more than 99%",
        "100%",
    ]


def test_two_plans_are_not_called_level_at_the_whole_weight_of_what_they_agree_on() -> None:
    one, other = (
        plan(name, ceiling("a", 5), ceiling("b", limit), ceiling("c", 60 - limit))
        for name, limit in (("one", 5), ("other", 55))
    )
    (pair,) = robustness([one, other], WISHES, samples=100).pairs
    assert [found.criterion for found in pair.break_even] == ["force-ceiling/b", "force-ceiling/c"]


def test_plans_that_say_the_same_are_level() -> None:
    same = BETTER.model_copy(update={"id": "same"})
    (pair,) = robustness([BETTER, same], WISHES).pairs
    assert (pair.firmness, pair.in_words) == (Firmness.LEVEL, "better and same are level")


def test_an_order_that_turns_with_the_weights_is_undetermined() -> None:
    wishes = stakeholder(
        position("a", "force-ceiling/a", prefers={"personnel": {"at_most": 10}}),
        position("b", "force-ceiling/b", prefers={"personnel": {"at_most": 10}}),
    )
    one, other = (
        plan("one", ceiling("a", 5), ceiling("b", 50)),
        plan("other", ceiling("a", 50), ceiling("b", 5)),
    )
    (pair,) = robustness([one, other], wishes, samples=2_000).pairs
    assert pair.firmness is Firmness.UNDETERMINED
    assert pair.in_words.startswith("undetermined: ")
    assert pair.exact == Fraction(1, 2)
    assert [(found.criterion, found.now, found.level) for found in pair.break_even] == [
        ("force-ceiling/a", Fraction(1, 2), Fraction(1, 2)),
        ("force-ceiling/b", Fraction(1, 2), Fraction(1, 2)),
    ]


def test_an_order_that_hangs_on_one_issue_says_on_which() -> None:
    wishes = stakeholder(
        position("a", "force-ceiling/a", "high", prefers={"personnel": {"at_most": 10}}),
        position("b", "force-ceiling/b", "low", prefers={"personnel": {"at_most": 10}}),
    )
    one, other = (
        plan("one", ceiling("a", 5), ceiling("b", 50)),
        plan("other", ceiling("a", 50), ceiling("b", 5)),
    )
    (pair,) = robustness([one, other], wishes).pairs
    assert pair.firmness is Firmness.FRAGILE
    assert pair.in_words == (
        "fragile: one is above other in 100% of the weights and values, "
        "but it hangs on force-ceiling/a"
    )


def test_an_order_that_methods_dispute_is_fragile() -> None:
    wishes = stakeholder(
        position("a", "force-ceiling/a", "low", **red_line({"personnel": {"equals": 1}})),
        *(
            position(name, f"force-ceiling/{name}", "high", prefers={"personnel": {"at_most": 10}})
            for name in "bcde"
        ),
    )
    crossing = plan("crossing", ceiling("a", 1), *(ceiling(name, 5) for name in "bcde"))
    keeping = plan("keeping", ceiling("a", 2), *(ceiling(name, 50) for name in "bcde"))
    (pair,) = robustness([crossing, keeping], wishes).pairs
    assert pair.firmness is Firmness.FRAGILE
    assert "the other way round by red lines first, worst issue" in pair.in_words


def test_open_issues_are_named_as_the_reason() -> None:
    open_ = plan("open", defers=[{"issues": [f"force-ceiling/{name}" for name in "abc"]}])
    (pair,) = robustness([open_, WORSE], WISHES, samples=500).pairs
    assert pair.exact is None
    assert pair.firmness is Firmness.UNDETERMINED
    assert pair.in_words.endswith("; weighed issues open in open: 3 of 3, 100% of the weight")


def test_an_order_that_rests_on_how_open_issues_are_drawn_is_undetermined() -> None:
    """Nothing is decided about the plan that comes last in every draw."""
    open_ = plan("open", defers=[{"issues": [f"force-ceiling/{name}" for name in "abc"]}])
    found = robustness([BETTER, open_], WISHES, samples=500)
    (pair,) = found.pairs
    assert (pair.share, pair.certain) == (1, 0)
    assert pair.in_words == (
        "undetermined: better is above open in 100% of the weights and values, in 0% whatever "
        "becomes of open issues; weighed issues open in open: 3 of 3, 100% of the weight"
    )
    assert found.acceptability.ranks == ((1, 0), (0, 1))
    assert found.acceptability.certain_ranks == ((0, 0), (0, 0))


def test_an_order_that_open_issues_could_turn_at_some_weights_is_fragile() -> None:
    """Open on one issue in four, worse on the others: turned only where that one outweighs them."""
    wishes = stakeholder(
        *(
            position(name, f"force-ceiling/{name}", prefers={"personnel": {"at_most": 10}})
            for name in "abcd"
        )
    )
    half_open = plan(
        "half", *(ceiling(name, 50) for name in "bcd"), defers=[{"issues": ["force-ceiling/a"]}]
    )
    other = plan("other", *(ceiling(name, 50) for name in "a"), *(ceiling(n, 5) for n in "bcd"))
    (pair,) = robustness([half_open, other], wishes, samples=4_000).pairs
    assert pair.firmness is Firmness.FRAGILE
    assert 0.8 < pair.other_certain < 0.95 < pair.other_share < 1
    assert pair.in_words.startswith("fragile: other is above half in ")
    assert "% whatever becomes of open issues" in pair.in_words


def test_the_same_open_issue_may_come_out_otherwise_in_another_draft() -> None:
    deferred = [{"issues": ["force-ceiling/a"]}]
    one, other = (plan(name, ceiling("b", 5), defers=deferred) for name in ("one", "other"))
    (pair,) = robustness([one, other], WISHES, samples=2_000).pairs
    assert pair.firmness is Firmness.UNDETERMINED
    assert abs(pair.share - pair.other_share) < 0.1
    assert pair.certain == pair.other_certain == 0


@pytest.mark.parametrize(
    ("plans", "who", "samples", "message"),
    [
        ([BETTER], WISHES, 10, "an order needs two or more different plans"),
        ([BETTER, BETTER], WISHES, 10, "name each plan once"),
        ([BETTER, WORSE], WISHES, 0, "0 samples cannot be drawn; write 1 to a billion"),
        ([BETTER, WORSE], stakeholder(), 10, "upstream has no position on record by then"),
    ],
)
def test_what_cannot_be_ordered_is_refused(
    plans: list[Plan], who: Stakeholder, samples: int, message: str
) -> None:
    with pytest.raises(PlancompareError, match=message):
        robustness(plans, who, samples=samples)


def test_a_later_statement_replaces_an_earlier_one_only_where_it_says_so() -> None:
    later = position("later", "force-ceiling/a", accepts={"personnel": {"at_most": 60}})
    later |= {"stated_on": "2025-12", "supersedes": ["a"]}
    who = Stakeholder.model_validate(
        {
            "party": "upstream",
            "positions": [position("a", "force-ceiling/a", prefers="absent"), later],
        }
    )

    def found(day: datetime.date | None) -> str:
        return str(verdicts(WORSE, who, as_of=day).verdict("force-ceiling/a").verdict)

    assert found(datetime.date(2025, 12, 30)) == "contrary"  # a month stands for its last day
    assert found(datetime.date(2025, 12, 31)) == "acceptable"
    assert found(None) == "acceptable"


def test_a_restatement_is_no_source_of_an_earlier_day() -> None:
    cites = [
        {"sources": ["first"], "basis": "press-report", "checked": "one-source"},
        {"sources": ["again"], "basis": "press-report", "checked": "one-source"},
    ]
    cites[1]["said_on"] = "2025-12-04"
    said = {"says": "A basis.", "stated_on": "2025-11-20", "speaker": "A speaker"}
    who = Stakeholder.model_validate(
        {
            "party": "upstream",
            "positions": [
                position("a", "force-ceiling/a", prefers="absent", evidence=cites),
                position("b", "force-ceiling/b", prefers="absent", evidence=cites[1:]),
            ],
            "statements": [
                {"id": "c", "plan": "worse", "stance": "basis", "evidence": cites, **said}
            ],
        }
    )

    def sources(day: datetime.date | None) -> list[list[str]]:
        table = verdicts(WORSE, who, as_of=day)
        claims = [row.positions[0] for row in table.addressed] + [*table.statements]
        return [[name for one in claim.evidence for name in one.sources] for claim in claims]

    assert sources(datetime.date(2025, 11, 30)) == [["first"], ["again"], ["first"]]
    assert sources(datetime.date(2025, 12, 4)) == [
        ["first", "again"],
        ["again"],
        ["first", "again"],
    ]
    assert sources(None) == sources(datetime.date(2025, 12, 4))


def test_results_read_as_sentences() -> None:
    found = score(BETTER, WISHES)
    assert str(found) == "better for upstream: 0.94, on 3 of 3 issues"
    assert str(found.table) == (
        "better for upstream: 2 preferred, 1 acceptable; red lines crossed: none"
    )
    with pytest.raises(plancompare.UnknownIdError, match="unknown issue"):
        found.table.verdict("elections/a")


def statement(name: str, stated_on: str) -> dict[str, Any]:
    return {
        "id": name,
        "plan": "draft",
        "stance": "other",
        "says": "That.",
        "stated_on": stated_on,
        "speaker": "Somebody",
        "evidence": [
            {"sources": [f"source-{name}"], "basis": "press-report", "checked": "one-source"}
        ],
    }


def test_statements_come_oldest_first_and_none_of_a_later_day() -> None:
    found = Stakeholder.model_validate(
        {
            "party": "ukraine",
            "statements": [
                statement("b-month", "2025-11"),
                statement("d-late", "2025-12-01"),
                statement("c-early", "2025-11-20"),
                statement("a-month", "2025-11"),
            ],
        }
    )
    ids = [one.id for one in found.stated(datetime.date(2025, 11, 30))]
    assert ids == ["c-early", "a-month", "b-month"]  # a month stands for its last day
    assert [one.id for one in found.stated()] == [*ids, "d-late"]
    assert [one.id for one in found.stated(datetime.date(2025, 11, 29))] == ["c-early"]


def test_without_a_source_what_rests_on_it_alone_is_gone_and_the_rest_stays() -> None:
    found = Stakeholder.model_validate(
        {
            "party": "ukraine",
            "statements": [
                statement("one", "2025-11-20"),
                statement("two", "2025-11-21"),
                statement("three", "2025-11-22"),
            ],
        }
    )
    assert [one.id for one in found.without_source("source-two").statements] == ["one", "three"]
    assert found.without_source("another") == found


def test_without_one_of_its_sources_a_position_rests_on_the_others() -> None:
    cited = [
        {"sources": sources, "basis": "press-report", "checked": "one-source"}
        for sources in (["source-one", "source-two"], ["source-two"])
    ]
    wish: dict[str, Any] = {"prefers": "present", "evidence": cited}
    found = stakeholder(
        position("both", "force-ceiling/a", **wish),
        position("second", "force-ceiling/b", **{**wish, "evidence": cited[1:]}),
    )
    (left,) = found.without_source("source-two").positions
    assert (left.id, [one.sources for one in left.evidence]) == ("both", [("source-one",)])
