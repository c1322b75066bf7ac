"""Drafts form a tree; every point has a fate and every issue a trace."""

import datetime
from typing import Any

import pytest

from plancompare import Plan, PlancompareError, Point, UnknownIdError, diff, lineage, load
from plancompare.diffing.lineage import fates
from plancompare.model import Amnesty, ClaimsWaiver, Elections, ForceCeiling

CAP, VOTE = ForceCeiling(party="ukraine", personnel=600000), Elections(party="ukraine")
PLANS = [load(one) for one in ("us-28", "geneva", "europe-28")]


def plan(*points: Point, plan_id: str = "a", **more: Any) -> Plan:
    return Plan.model_validate(
        {
            "id": plan_id,
            "title": "A draft",
            "conflict": "russia-ukraine",
            "date": datetime.date(2025, 11, 20),
            "text_status": "leaked",
            "disclosure": "full",
            "points": points,
            **more,
        }
    )


def test_two_revisions_of_one_draft() -> None:
    tree = lineage(PLANS)
    (root,) = tree.roots
    assert [one.id for one in tree.children(root)] == ["europe-28", "geneva"]
    assert [one.id for one in tree.chain("geneva")] == ["us-28", "geneva"]
    assert tree.parent(root) is None


def test_a_chain_of_unknown_plans_is_an_error_with_a_near_name() -> None:
    with pytest.raises(UnknownIdError, match=r"unknown plan 'genva'; did you mean geneva\?"):
        lineage(PLANS).chain("genva")


def test_plans_in_a_circle_are_refused() -> None:
    one, other = plan(revises="b"), plan(plan_id="b", revises="a")
    with pytest.raises(PlancompareError, match="in a circle: a -> b -> a; break it"):
        lineage([one, other])


def test_two_plans_with_one_id_are_refused() -> None:
    with pytest.raises(PlancompareError, match="two plans have the id 'a'; rename one"):
        lineage([plan(), plan()])


def test_a_trace_goes_through_all_drafts_by_date() -> None:
    trace = lineage(PLANS).trace("force-ceiling/ukraine")
    assert [
        (step.plan.id, step.change and str(step.change.change), step.cell.terms)
        for step in trace.steps
    ] == [
        ("us-28", None, {"modality": "commitment", "personnel": 600000, "period": "always"}),
        (
            "europe-28",
            "changed",
            {"modality": "commitment", "personnel": 800000, "period": "peacetime"},
        ),
        (
            "geneva",
            "changed",
            {"modality": "commitment", "personnel": 800000, "period": "peacetime"},
        ),
    ]


def test_a_trace_of_an_unknown_issue_is_an_error_with_a_near_name() -> None:
    with pytest.raises(UnknownIdError, match=r"did you mean force-ceiling/ukraine"):
        lineage(PLANS).trace("force-ceiling/ukrain")


def test_a_history_is_the_way_from_the_first_draft() -> None:
    third = PLANS[2].model_copy(update={"id": "third", "revises": "europe-28"})
    steps = lineage([*PLANS, third]).history("third").steps
    assert [(step.before.id, step.after.id) for step in steps] == [
        ("us-28", "europe-28"),
        ("europe-28", "third"),
    ]
    assert lineage(PLANS).history("us-28").steps == ()


def found(before: Plan, after: Plan) -> list[tuple[list[str], list[str], str]]:
    return [
        ([p.name for p in one.before], [p.name for p in one.after], str(one.fate))
        for one in fates(diff(before, after))
    ]


def test_fates_of_points() -> None:
    before = plan(
        Point(number="1", provisions=(CAP,)),
        Point(number="2", provisions=(VOTE, Amnesty())),
        Point(number="3", provisions=(ClaimsWaiver(),)),
    )
    raised = CAP.model_copy(update={"personnel": 800000})
    after = plan(
        Point(number="1", provisions=(raised,)),
        Point(number="2", provisions=(VOTE,)),
        Point(number="3", provisions=(Amnesty(),)),
        Point(number="4", heading="New"),
        plan_id="b",
    )
    assert found(before, after) == [
        (["1"], ["1"], "changed"),
        (["2"], ["2", "3"], "split"),
        (["3"], [], "dropped"),
        ([], ["4"], "new"),
    ]
    assert found(after, before)[1] == (["2", "3"], ["2"], "merged")
    same = before.model_copy(update={"title": "Another title"})
    assert {fate for *_, fate in found(before, same)} == {"kept"}


def test_a_point_left_to_somebody_or_moved_to_a_track_is_not_dropped() -> None:
    before = plan(Point(number="1", provisions=(CAP,)), Point(number="2", provisions=(VOTE,)))
    after = plan(
        plan_id="b",
        defers=({"issues": [CAP.issue], "to": ["ukraine"]},),
        omits=({"issues": [VOTE.issue], "to": "us-eu-track"},),
    )
    assert [fate for *_, fate in found(before, after)] == ["reopened", "moved elsewhere"]


def test_a_point_of_which_the_earlier_draft_may_have_said_something_is_not_new() -> None:
    later = plan(
        Point(number="1", provisions=(CAP,)),
        Point(number="2", provisions=(VOTE,)),
        Point(number="3", heading="Heads of the text"),
        plan_id="b",
    )
    partial = plan(disclosure="partial", defers=({"issues": [VOTE.issue]},))
    assert [fate for *_, fate in found(partial, later)] == ["unknown", "settled", "unknown"]
    assert [fate for *_, fate in found(later, partial)] == ["unknown", "reopened", "unknown"]
    full = plan(defers=({"issues": [VOTE.issue]},))
    assert [fate for *_, fate in found(full, later)] == ["new", "settled", "new"]


def test_points_that_swap_parts_are_reorganised() -> None:
    before = plan(
        Point(number="1", provisions=(CAP, VOTE)),
        Point(number="2", provisions=(Amnesty(), ClaimsWaiver())),
    )
    after = plan(
        Point(number="1", provisions=(CAP, Amnesty())),
        Point(number="2", provisions=(VOTE, ClaimsWaiver())),
        plan_id="b",
    )
    assert [fate for *_, fate in found(before, after)] == ["reorganised"]


def test_what_is_not_public_has_an_unknown_fate() -> None:
    unknown = {before[0]: fate for before, _, fate in found(PLANS[0], PLANS[1]) if before}
    assert unknown["1"] == "unknown"
    assert unknown["6"] == "changed"
    assert unknown["5"] == "reopened"
    partial = plan(Point(number="1", provisions=(CAP,)))
    hidden = CAP.model_copy(update={"personnel": None})
    after = plan(Point(heading="Cap", provisions=(hidden,)), plan_id="b", disclosure="partial")
    assert [fate for *_, fate in found(partial, after)] == ["unknown"]


def test_an_unknown_issue_is_named_as_such() -> None:
    with pytest.raises(UnknownIdError) as error:
        lineage(PLANS).trace("force-ceiling/ukrain")
    assert str(error.value).startswith("unknown issue 'force-ceiling/ukrain'; ")


def test_a_trace_names_its_issue_in_every_step() -> None:
    trace = lineage(PLANS).trace("amnesty")
    assert trace.issue == "amnesty"
    assert {step.change.issue for step in trace.steps if step.change} == {"amnesty"}


def test_a_fate_counts_the_issues_of_its_points_by_change() -> None:
    before = plan(Point(number="1", provisions=(CAP, VOTE, Amnesty())))
    raised = CAP.model_copy(update={"personnel": 800000})
    after = plan(Point(number="1", provisions=(raised, VOTE, ClaimsWaiver())), plan_id="b")
    (one,) = fates(diff(before, after))
    assert one.issues == {"changed": 1, "kept": 1, "removed": 1, "added": 1}
