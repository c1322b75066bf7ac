"""A merge keeps what both say, takes what one says, and lays open where they clash."""

import datetime
from typing import Any

import pytest
from pydantic import ValidationError

import plancompare
from plancompare import Plan, PlancompareError, Point
from plancompare.diffing.decision import Decision, Decisions
from plancompare.diffing.merge import Merge, merge
from plancompare.model import Amnesty, Elections, Evidence, ForceCeiling, SecurityGuarantee
from plancompare.model.topics import TOPICS

US, GENEVA, EUROPE = (plancompare.load(one) for one in ("us-28", "geneva", "europe-28"))
CEILING = "force-ceiling/ukraine"
CITED = (Evidence(sources=("axios-2025-11-20",), basis="press-report", checked="one-source"),)


def plan(*clauses: Any, plan_id: Any = "base", disclosure: Any = "full", **more: Any) -> Any:
    points = tuple(
        clause if isinstance(clause, Point) else Point(number=str(index), provisions=(clause,))
        for index, clause in enumerate(clauses, 1)
    )
    return Plan.model_validate(
        {
            "id": plan_id,
            "title": "A draft",
            "conflict": "russia-ukraine",
            "date": datetime.date(2025, 11, 20),
            "text_status": "leaked",
            "disclosure": disclosure,
            "points": points,
            **more,
        }
    )


def ceiling(**terms: Any) -> Any:
    return ForceCeiling(party="ukraine", **terms)


def decision(**more: Any) -> Any:
    data = {"issue": CEILING, "author": "A. Mediator", "reason": "Agreed on the phone.", **more}
    return Decision.model_validate(data)


def row(found: Merge, issue: str = CEILING) -> Any:
    return next(one for one in found.rows if one.issue == issue)


BASE = plan(ceiling(personnel=600000))
OURS = plan(ceiling(personnel=800000), plan_id="ours")
THEIRS = plan(ceiling(personnel=400000), plan_id="theirs")
CALM = plan(ceiling(personnel=600000, period="peacetime"), plan_id="calm")
EMPTY = plan(plan_id="empty")
LATER = plan(plan_id="later", defers=({"issues": (CEILING,)},))


def test_the_first_draft_with_its_two_revisions() -> None:
    found = merge(US, GENEVA, EUROPE)
    assert {name: count for name, count in found.summary.items() if count} == {
        "converged": 6,
        "taken": 20,
        "conflict": 15,
        "unknown": 32,
        "unchanged": 5,
    }
    assert str(found) == (
        "europe-28, geneva on us-28: 6 converged, 20 taken, 15 conflict, 32 unknown, 5 unchanged"
    )
    assert row(found).outcome == "converged"
    assert row(found, "frozen-assets/russia").outcome == "conflict"
    assert row(found, "amnesty").by == ("europe-28", "geneva")
    assert found.plan.treatment("amnesty") == "silent"


def test_nothing_is_dropped_silently() -> None:
    found = merge(US, GENEVA, EUROPE)
    issues = {issue for plan_ in (US, GENEVA, EUROPE) for issue in (*plan_.stated, *plan_.listed)}
    assert {one.issue for one in found.rows} == issues
    for one in found.rows:
        assert found.plan.treatment(one.issue) == one.result.treatment
        if one.outcome in ("conflict", "unknown", "unchanged"):
            assert one.result.terms == one.base.terms


def test_what_both_change_alike_converges() -> None:
    found = merge(BASE, OURS, OURS.model_copy(update={"id": "ours-too"}))
    assert row(found).outcome == "converged"
    assert found.plan.stated[CEILING].provision == OURS.stated[CEILING].provision


def test_what_one_side_changes_is_taken() -> None:
    same = BASE.model_copy(update={"id": "same"})
    found = merge(BASE, same, OURS)
    assert (row(found).outcome, row(found).by) == ("taken", ("ours",))
    assert not found.conflicts


def test_different_terms_of_one_clause_are_combined() -> None:
    found = merge(BASE, OURS, CALM)
    assert row(found).outcome == "combined"
    merged: Any = found.plan.stated[CEILING].provision
    assert (merged.personnel, merged.period) == (800000, "peacetime")


def test_one_term_changed_in_two_ways_is_a_conflict_and_the_base_stands() -> None:
    found = merge(BASE, OURS, THEIRS)
    (conflict,) = found.conflicts
    assert conflict == (CEILING, "personnel", 600000, (("ours", 800000), ("theirs", 400000)))
    assert row(found).outcome == "conflict"
    merged: Any = found.plan.stated[CEILING].provision
    assert merged.personnel == 600000


def test_changed_here_and_dropped_there_is_a_conflict_over_the_issue() -> None:
    (conflict,) = merge(BASE, OURS, EMPTY).conflicts
    assert (conflict.issue, conflict.term) == (CEILING, None)
    assert [str(one.treatment) for _, one in conflict.sides] == ["silent", "stated"]


def test_what_a_partial_side_does_not_show_is_marked_unknown() -> None:
    partial = plan(ceiling(personnel=800000), plan_id="partial", disclosure="partial")
    base = plan(ceiling(personnel=600000, period="always"), Amnesty())
    found = merge(base, partial)
    assert (row(found).outcome, row(found).unknown) == ("taken", ("partial",))
    assert (row(found, "amnesty").outcome, row(found, "amnesty").unknown) == (
        "unknown",
        ("partial",),
    )
    assert found.plan.treatment("amnesty") == "stated"


def test_what_the_base_keeps_back_comes_from_who_shows_it() -> None:
    base = plan(plan_id="base", disclosure="partial")
    found = merge(base, OURS)
    assert row(found).outcome == "taken"
    assert found.plan.treatment(CEILING) == "stated"


def test_a_revision_silent_on_what_a_partial_base_states_is_said_in_the_result() -> None:
    base = plan(ceiling(personnel=600000), disclosure="partial")
    found = merge(base, EMPTY)
    assert found.plan.treatment(CEILING) == "silent"
    assert [one.issues for one in found.plan.omits] == [(CEILING,)]


def test_what_is_deferred_is_deferred_in_the_result() -> None:
    found = merge(BASE, LATER)
    assert found.plan.treatment(CEILING) == "deferred"
    assert found.plan.points == ()


def test_a_decision_takes_a_side_or_the_base() -> None:
    for taken, personnel in (("ours", 800000), ("theirs", 400000), ("base", 600000)):
        found = merge(BASE, OURS, THEIRS, decisions=[decision(term="personnel", take=taken)])
        assert (row(found).outcome, found.conflicts) == ("decided", ())
        merged: Any = found.plan.stated[CEILING].provision
        assert merged.personnel == personnel


def test_a_decision_over_an_issue_takes_a_side_or_the_base() -> None:
    for taken, treatment in (("ours", "stated"), ("empty", "silent"), ("base", "stated")):
        found = merge(BASE, OURS, EMPTY, decisions=[decision(take=taken)])
        assert row(found).outcome == "decided"
        assert found.plan.treatment(CEILING) == treatment


def test_a_decision_may_give_a_value_of_its_own_for_a_term() -> None:
    found = merge(BASE, OURS, THEIRS, decisions=[decision(term="personnel", value=700000)])
    merged: Any = found.plan.stated[CEILING].provision
    assert merged.personnel == 700000


def test_a_value_that_the_term_cannot_have_is_refused() -> None:
    with pytest.raises(PlancompareError) as error:
        merge(BASE, OURS, THEIRS, decisions=[decision(term="personnel", value="many")])
    text = str(error.value)
    assert text.startswith(f"the decision on {CEILING} personnel gives 'many'")


def test_one_conflict_decided_leaves_the_other_open() -> None:
    ours = plan(ceiling(personnel=800000, period="always"), plan_id="ours")
    theirs = plan(ceiling(personnel=400000, period="peacetime"), plan_id="theirs")
    found = merge(BASE, ours, theirs, decisions=[decision(term="personnel", take="ours")])
    assert [one.term for one in found.conflicts] == ["period"]
    merged: Any = found.plan.stated[CEILING].provision
    assert (merged.personnel, merged.period) == (800000, None)


@pytest.mark.parametrize("term", ["personnel", None])
def test_a_decision_for_a_side_that_is_not_there_is_refused(term: Any) -> None:
    sides = (OURS, THEIRS) if term else (OURS, EMPTY)
    with pytest.raises(PlancompareError) as error:
        merge(BASE, *sides, decisions=[decision(term=term, take="nobody")])
    names = "base, ours, theirs" if term else "base, empty, ours"
    where = f"{CEILING} {term or ''}".strip()
    assert str(error.value) == f"the decision on {where} takes 'nobody'; name one of {names}"


def test_a_decision_on_no_conflict_is_refused() -> None:
    with pytest.raises(PlancompareError) as error:
        merge(BASE, OURS, THEIRS, decisions=[decision(take="ours")])
    assert str(error.value) == (
        f"no conflict to decide on: {CEILING}; open conflicts: {CEILING} personnel; "
        "take the decision out"
    )
    with pytest.raises(PlancompareError, match="open conflicts: none"):
        merge(BASE, OURS, decisions=[decision(term="personnel", take="ours")])


def test_two_decisions_on_one_conflict_are_refused() -> None:
    twice = [decision(term="personnel", take=one) for one in ("ours", "theirs")]
    with pytest.raises(PlancompareError) as error:
        merge(BASE, OURS, THEIRS, decisions=twice)
    assert str(error.value) == f"two decisions on {CEILING} personnel; keep one of them"


def test_a_decision_is_a_side_or_a_value_for_a_term() -> None:
    with pytest.raises(ValidationError, match="needs either take or value"):
        decision()
    with pytest.raises(ValidationError, match="needs either take or value"):
        decision(term="personnel", take="ours", value=1)
    with pytest.raises(ValidationError, match="value: belongs to no term"):
        decision(value=1)
    kept = Decisions(decisions=(decision(take="ours"),))
    assert Decisions.model_validate_json(kept.model_dump_json()) == kept


def test_a_merge_needs_a_revision() -> None:
    with pytest.raises(PlancompareError, match="a merge needs at least one revision of the base"):
        merge(BASE)


@pytest.mark.parametrize(
    "twice",
    [(OURS, OURS), (OURS, THEIRS.model_copy(update={"id": "base"}))],
    ids=["revisions", "base"],
)
def test_plans_of_one_id_are_refused(twice: Any) -> None:
    with pytest.raises(PlancompareError) as error:
        merge(BASE, *twice)
    assert str(error.value).endswith("rename one")


def test_plans_of_different_conflicts_are_refused() -> None:
    other = plan(ceiling(), plan_id="other", conflict="armenia-azerbaijan")
    with pytest.raises(PlancompareError) as error:
        merge(BASE, OURS, other)
    assert str(error.value) == (
        "other is about armenia-azerbaijan, base about russia-ukraine; merge plans of one conflict"
    )


def test_evidence_comes_with_what_is_taken() -> None:
    ours = plan(ceiling(personnel=800000, evidence=CITED), plan_id="ours")
    merged: Any = merge(BASE, ours).plan.stated[CEILING].provision
    assert merged.evidence == CITED


def test_a_new_clause_goes_to_the_point_that_its_own_belongs_to() -> None:
    both = Point(number="7", provisions=(ceiling(personnel=600000), Amnesty()))
    found = merge(BASE, plan(both, plan_id="ours"))
    assert [one.kind for one in found.plan.points[0].provisions] == ["force-ceiling", "amnesty"]


def test_a_clause_of_a_new_point_gets_a_free_number() -> None:
    ours = plan(Point(number="1", provisions=(Amnesty(),)), plan_id="ours", disclosure="partial")
    theirs = plan(
        ceiling(personnel=600000),
        Elections(party="ukraine"),
        SecurityGuarantee(beneficiary="ukraine"),
        plan_id="theirs",
    )
    found = merge(BASE, ours, theirs)
    issues = {point.number: [one.issue for one in point.provisions] for point in found.plan.points}
    assert sorted(one for all_ in issues.values() for one in all_) == [
        "amnesty",
        "elections/ukraine",
        "force-ceiling/ukraine",
        "security-guarantee/ukraine",
    ]
    assert len(issues) == 4


@pytest.mark.parametrize("number", ["1", "9"])
def test_a_new_clause_that_is_in_dispute_stays_out(number: Any) -> None:
    home = (ceiling(personnel=600000), Amnesty()) if number == "1" else (Amnesty(),)
    ours = plan(Point(number=number, provisions=home), plan_id="ours", disclosure="partial")
    later = plan(ceiling(personnel=600000), plan_id="later", defers=({"issues": ("amnesty",)},))
    found = merge(BASE, ours, later)
    assert row(found, "amnesty").outcome == "conflict"
    assert found.plan.treatment("amnesty") == "silent"
    assert found.plan.points == BASE.points


def test_points_with_text_only_stay_unless_a_full_revision_leaves_them_out() -> None:
    text = Point(number="1", summary="The parties will meet.")
    base = plan(text)
    assert merge(base, plan(text, plan_id="ours")).plan.points == (text,)
    assert merge(base, EMPTY).plan.points == ()


def test_wording_comes_from_the_side_that_changes_it() -> None:
    plain = Point(number="1", summary="Forces leave.", provisions=(ceiling(),))
    worded = plain.model_copy(update={"summary": "All forces leave."})
    found = merge(plan(plain), plan(worded, plan_id="ours"), plan(plain, plan_id="theirs"))
    assert found.plan.points[0].summary == "All forces leave."


def test_an_issue_of_an_unknown_kind_has_no_topic() -> None:
    base = plan(omits=({"issues": ("fishing-rights/lake",)},))
    assert row(merge(base, EMPTY), "fishing-rights/lake").topic == ""


def test_a_merge_is_told_in_one_line() -> None:
    assert str(merge(BASE, OURS, THEIRS)) == "ours, theirs on base: 1 conflict"
    assert str(merge(EMPTY, plan(plan_id="other"))) == "other on empty: nothing"


def test_rows_come_by_topic() -> None:
    topics = [one.topic for one in merge(US, GENEVA, EUROPE).rows]
    assert topics == sorted(topics, key=TOPICS.index)
    assert topics != sorted(topics)


def test_a_row_holds_what_everybody_says_and_who_changed_it() -> None:
    kept = plan(ceiling(personnel=600000), plan_id="kept")
    for others, by in (
        ((OURS, kept), ("ours",)),
        ((kept,), ()),
        ((EMPTY, OURS), ("empty", "ours")),
    ):
        found = row(merge(BASE, *others))
        assert found.by == by
        names = sorted(one.id for one in others)
        assert [name for name, _ in found.cells] == names
        assert {cell.treatment for name, cell in found.cells if name != "empty"} == {"stated"}


def test_a_dispute_over_an_issue_keeps_the_clause_of_the_base() -> None:
    (conflict,) = merge(BASE, OURS, EMPTY).conflicts
    assert (conflict.term, conflict.base.treatment) == (None, "stated")


def test_only_those_who_do_not_show_something_are_named_as_unknown() -> None:
    hidden = [plan(plan_id=f"hidden-{one}", disclosure="partial") for one in (1, 2)]
    assert row(merge(BASE, *hidden, OURS)).unknown == ("hidden-1", "hidden-2")
    assert row(merge(BASE, OURS, CALM)).unknown == ()
    secretive = plan(ceiling(period="peacetime"), plan_id="z-secretive", disclosure="partial")
    assert row(merge(BASE, *hidden, secretive)).unknown == ("hidden-1", "hidden-2", "z-secretive")


def test_the_evidence_of_a_clause_that_is_taken_stays_in_its_order() -> None:
    later = Evidence(sources=("reuters-2025-11-23",), basis="document-text", checked="two-sources")
    for cited in ((*CITED, later), (later, *CITED)):
        ours = plan(ceiling(personnel=800000, evidence=cited), plan_id="ours")
        merged: Any = merge(BASE, ours).plan.stated[CEILING].provision
        assert merged.evidence == cited


def test_a_clause_that_both_add_comes_with_the_evidence_of_the_first_by_name() -> None:
    alpha = plan(ceiling(personnel=600000), Amnesty(evidence=CITED), plan_id="alpha")
    beta = plan(ceiling(personnel=600000), Amnesty(), plan_id="beta")
    found = merge(BASE, beta, alpha)
    assert row(found, "amnesty").outcome == "converged"
    merged: Any = found.plan.stated["amnesty"].provision
    assert merged.evidence == CITED


def test_wording_of_a_combined_clause_comes_from_the_side_that_has_some() -> None:
    worded = plan(ceiling(personnel=800000, note="Army only."), plan_id="worded")
    merged: Any = merge(BASE, worded, CALM).plan.stated[CEILING].provision
    assert (merged.personnel, merged.period, merged.note) == (800000, "peacetime", "Army only.")
    other = plan(ceiling(personnel=600000, period="peacetime", note="All forces."), plan_id="other")
    torn: Any = merge(BASE, worded, other).plan.stated[CEILING].provision
    assert torn.note is None


def test_a_value_is_decided_on_whatever_else_the_clause_says() -> None:
    rest = {
        "deadline": {"on": "2026-01-01"},
        "conditions": ["signature"],
        "readings": [{"why": "bracketed", "says": "Open.", "terms": {"personnel": 1}}],
    }
    base, ours, theirs = (
        plan(
            ForceCeiling.model_validate({"party": "ukraine", "personnel": size, **rest}),
            plan_id=id_,
        )
        for size, id_ in ((600000, "base"), (800000, "ours"), (400000, "theirs"))
    )
    found = merge(base, ours, theirs, decisions=[decision(term="personnel", value=700000)])
    merged: Any = found.plan.stated[CEILING].provision
    assert (merged.personnel, str(merged.deadline)) == (700000, "on 2026-01-01")


def test_messages_name_all_that_is_wrong() -> None:
    ours = plan(ceiling(personnel=800000, period="always"), plan_id="ours")
    theirs = plan(ceiling(personnel=400000, period="peacetime"), plan_id="theirs")
    lost = [decision(issue=issue, take="ours") for issue in ("amnesty", "ceasefire/general")]
    with pytest.raises(PlancompareError) as error:
        merge(BASE, ours, theirs, decisions=lost)
    assert str(error.value) == (
        "no conflict to decide on: amnesty, ceasefire/general; open conflicts: "
        f"{CEILING} personnel, {CEILING} period; take the decision out"
    )
    with pytest.raises(PlancompareError) as error:
        merge(BASE, OURS, THEIRS, decisions=[decision(term="personnel", value="many")])
    assert str(error.value) == (
        f"the decision on {CEILING} personnel gives 'many', which the term cannot be: "
        "Input should be a valid integer; Input should be 'unlimited'; write the value as in a plan"
    )
    with pytest.raises(PlancompareError) as error:
        merge(BASE, OURS, OURS)
    assert str(error.value) == "two revisions have one id: ours, ours; rename one"
    with pytest.raises(PlancompareError) as error:
        merge(BASE)
    assert str(error.value) == "a merge needs at least one revision of the base"


def test_a_merged_plan_says_what_it_is() -> None:
    merged = merge(BASE, THEIRS, OURS).plan
    assert (merged.id, merged.revises) == ("merge", "base")
    assert merged.title == "Merge of ours, theirs on base"
    assert merged.note == "Assembled from other texts; no party has proposed it as a whole."


def test_what_a_full_text_drops_is_listed_only_where_a_revision_lists_it() -> None:
    assert merge(BASE, EMPTY).plan.omits == ()
    moved = plan(plan_id="moved", omits=({"issues": (CEILING,), "to": "us-eu-track"},))
    (entry,) = merge(BASE, moved).plan.omits
    assert entry.to == "us-eu-track"


def test_entries_that_say_the_same_become_one() -> None:
    base = plan(ceiling(), Amnesty())
    apart = plan(plan_id="apart", defers=({"issues": (CEILING,)}, {"issues": ("amnesty",)}))
    (entry,) = merge(base, apart).plan.defers
    assert entry.issues == ("amnesty", CEILING)


def test_a_point_whose_only_clause_goes_stays_if_a_revision_rewrote_it() -> None:
    base = plan(Point(number="1", heading="Ceiling on the forces", provisions=(ceiling(),)))
    text = Point(number="1", heading="Ceiling on the forces", summary="Left open.")
    (point,) = merge(base, plan(text, plan_id="ours")).plan.points
    assert (point.summary, point.provisions) == ("Left open.", ())


def test_new_points_keep_their_number_where_it_is_free_and_follow_the_labels() -> None:
    base = plan(ceiling(personnel=600000))
    theirs = plan(
        Point(number="10", provisions=(Amnesty(),)),
        Point(number="1", provisions=(Elections(party="ukraine"),)),
        Point(provisions=(SecurityGuarantee(beneficiary="ukraine"),)),
        plan_id="theirs",
        disclosure="partial",
    )
    points = merge(base, theirs).plan.points
    assert [(point.number, [one.kind for one in point.provisions]) for point in points] == [
        ("1", ["force-ceiling"]),
        ("2", ["security-guarantee"]),
        ("3", ["elections"]),
        ("10", ["amnesty"]),
    ]
