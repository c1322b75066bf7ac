"""An amendment can be mailed, applied, turned round and joined to the next; else it says why not."""

import datetime
import json
from typing import Any

import pytest
from pydantic import ValidationError

import plancompare
from plancompare import Plan, PlancompareError, Point, diff
from plancompare.diffing.amendment import (
    Amendment,
    PatchConflictError,
    PointEdit,
    compose,
    invert,
    patch,
)
from plancompare.diffing.sealing import SealedAmendment
from plancompare.model import Amnesty, Compensation, Elections, ForceCeiling

US, EUROPE = plancompare.load("us-28"), plancompare.load("europe-28")


def plan(*points: Any, plan_id: Any = "a", **more: Any) -> Any:
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


FORCES = Point(number="1", provisions=(ForceCeiling(party="ukraine", personnel=600000),))
FEWER = Point(number="1", provisions=(ForceCeiling(party="ukraine", personnel=400000),))
VOTE = Point(number="2", provisions=(Elections(party="ukraine"),))
PARDON = Point(number="3", provisions=(Amnesty(),))
PAYMENT = Point(number="4", provisions=(Compensation(beneficiary="ukraine"),))

FIRST = plan(FORCES, VOTE, PARDON)
SECOND = plan(VOTE, FEWER, PAYMENT, plan_id="b", title="A second draft")
THIRD = plan(PAYMENT, VOTE, plan_id="c")


def places(error: Any) -> Any:
    return [str(one) for one in error.value.mismatches]


def test_a_patch_gives_the_other_plan_and_its_inverse_the_first() -> None:
    amendment = Amendment.of(diff(FIRST, SECOND))
    assert patch(FIRST, amendment) == SECOND
    assert patch(SECOND, invert(amendment)) == FIRST
    assert patch(SECOND, invert(diff(FIRST, SECOND))) == FIRST


def test_an_amendment_is_true_where_anything_changes() -> None:
    assert not Amendment.of(diff(FIRST, FIRST))
    assert Amendment.of(diff(FIRST, FIRST.model_copy(update={"title": "Another"})))
    assert Amendment.of(diff(FIRST, plan(FORCES, VOTE)))


def test_an_amendment_names_the_fields_of_the_plan_that_change() -> None:
    assert Amendment.of(diff(FIRST, SECOND)).metadata == ("id", "title")


def test_what_no_edit_names_is_left_alone() -> None:
    amendment = Amendment.of(diff(FIRST, plan(FEWER, VOTE, PARDON)))
    assert [edit.before for edit in amendment.points] == [FORCES]
    redated = FIRST.model_copy(update={"note": "Found in an archive."})
    assert patch(redated, amendment).note == "Found in an archive."


def test_two_amendments_in_a_row_are_one() -> None:
    both = compose(diff(FIRST, SECOND), diff(SECOND, THIRD))
    assert patch(FIRST, both) == THIRD
    assert patch(THIRD, invert(both)) == FIRST


def test_what_is_put_in_and_taken_out_again_is_no_edit() -> None:
    there, back = (
        diff(FIRST, plan(FORCES, VOTE, PARDON, PAYMENT)),
        diff(plan(FORCES, VOTE, PARDON, PAYMENT), FIRST),
    )
    assert compose(there, back).points == ()
    assert not compose(there, back)


def test_an_amendment_survives_the_mail() -> None:
    sent = Amendment.of(diff(US, EUROPE))
    assert Amendment.model_validate_json(sent.model_dump_json()) == sent


def test_a_sealed_amendment_survives_the_mail_and_tells_what_happened_to_it() -> None:
    sent = SealedAmendment.of(Amendment.of(diff(US, EUROPE)))
    text = sent.model_dump_json()
    assert SealedAmendment.model_validate_json(text) == sent
    with pytest.raises(ValidationError, match="digest: does not fit the amendment"):
        SealedAmendment.model_validate_json(text.replace("800000", "900000", 1))


def test_a_digest_stays_the_same_for_files_outlive_releases() -> None:
    digest = SealedAmendment.of(Amendment.of(diff(FIRST, SECOND))).digest
    assert digest == "734f761f35b7643c9f0ac3df1fe6c993ab178bef8e53238d530b4195da17e683"


def test_an_amendment_for_another_plan_says_only_that() -> None:
    with pytest.raises(PatchConflictError) as error:
        patch(EUROPE, diff(US, EUROPE))
    assert str(error.value) == (
        "the amendment does not fit europe-28; merge the two revisions instead:\n"
        "  id: expected us-28, found europe-28"
    )
    assert isinstance(error.value, PlancompareError)


def test_every_place_that_does_not_fit_is_named_and_nothing_is_altered() -> None:
    other = plan(VOTE, FEWER, title="x" * 70)
    before = other.model_dump_json()
    change = diff(FIRST, plan(PAYMENT, title="A second draft"))
    with pytest.raises(PatchConflictError) as error:
        patch(other, change)
    assert places(error) == [
        f"title: expected A draft, found {'x' * 60} …",
        "points: expected 3 of them, found 2",
        "points[0]: expected point 1, found point 2",
        "points[1]: expected point 2, found point 1",
        "point 3: expected at position 2, found nothing",
    ]
    assert other.model_dump_json() == before


def test_a_point_that_was_changed_meanwhile_is_named() -> None:
    with pytest.raises(PatchConflictError) as error:
        patch(plan(FEWER, VOTE, PARDON), diff(FIRST, SECOND))
    assert "points[0]: expected point 1, found other content" in places(error)


def test_amendments_that_do_not_follow_one_another_cannot_be_joined() -> None:
    with pytest.raises(PatchConflictError) as error:
        compose(diff(FIRST, SECOND), diff(THIRD, plan(FORCES, title="A third draft")))
    assert str(error.value).splitlines()[0] == (
        "the amendment does not fit b; merge the two revisions instead:"
    )
    assert places(error) == [
        "id: expected c, found b",
        "title: expected A draft, found A second draft",
        "points: expected 2 of them, found 3",
        "points[1]: expected point 2, found other content",
    ]


def test_amendments_that_meet_in_other_content_cannot_be_joined() -> None:
    middle = SECOND.model_copy(update={"points": (VOTE, FORCES, PAYMENT)})
    with pytest.raises(PatchConflictError) as error:
        compose(diff(FIRST, SECOND), diff(middle, THIRD))
    assert places(error) == ["points[1]: expected point 1, found other content"]


def mailed() -> Any:
    return json.loads(Amendment.of(diff(FIRST, SECOND)).model_dump_json())


def refused(data: Any) -> str:
    with pytest.raises(ValidationError) as error:
        Amendment.model_validate_json(json.dumps(data))
    return str(error.value)


def test_a_truncated_amendment_is_refused() -> None:
    text = Amendment.of(diff(FIRST, SECOND)).model_dump_json()
    with pytest.raises(ValidationError, match="Invalid JSON"):
        Amendment.model_validate_json(text[: len(text) // 2])
    data = mailed()
    del data["points"][0]
    del data["points"][0]
    assert "sizes: do not fit the edits" in refused(data)


def test_an_edited_amendment_is_refused() -> None:
    data = mailed()
    data["sizes"] = [0, 0]
    assert "sizes: do not fit the edits; points: two edits claim one position" in refused(data)
    data = mailed()
    data["points"][1]["start"] = data["points"][0]["start"]
    assert "points: two edits claim one position" in refused(data)
    data = mailed()
    data["before"]["points"] = [{"number": "9"}]
    assert "before.points: stand in the edits" in refused(data)
    data = mailed()
    data["points"][0]["before"]["provisions"][0]["personel"] = 3
    assert "personel" in refused(data)


def test_a_point_and_its_position_go_together() -> None:
    with pytest.raises(ValidationError, match="start: a point and its position go together"):
        PointEdit(before=FORCES)
    with pytest.raises(ValidationError, match="end: a point and its position go together"):
        PointEdit(start=0, end=1, before=FORCES)


def test_a_position_beyond_the_last_point_is_refused() -> None:
    data = mailed()
    data["points"][0]["start"] = data["sizes"][0]
    assert "points: two edits claim one position" in refused(data)


def test_every_fault_of_an_amendment_says_what_to_do() -> None:
    data = mailed()
    data["sizes"] = [0, 1]
    data["before"]["points"] = [{"number": "9"}]
    with pytest.raises(ValidationError) as error:
        Amendment.model_validate_json(json.dumps(data))
    (one,) = error.value.errors()
    assert [fault.remedy for fault in one["ctx"]["faults"]] == [
        "restore the amendment as it was made",
        "restore the amendment as it was made",
        "restore the amendment as it was made",
        "restore the amendment",
    ]


def test_the_order_of_edits_in_an_amendment_makes_no_difference() -> None:
    amendment = Amendment.of(diff(FIRST, plan(FEWER, VOTE, PAYMENT, PARDON)))
    turned = amendment.model_copy(update={"points": amendment.points[::-1]})
    assert patch(FIRST, turned).points == (FEWER, VOTE, PAYMENT, PARDON)
    for one in (amendment, turned):
        with pytest.raises(PatchConflictError) as error:
            patch(
                plan(VOTE, VOTE.model_copy(update={"number": "7", "provisions": ()}), PARDON), one
            )
        assert places(error) == ["points[0]: expected point 1, found point 2"]


def test_new_points_come_in_the_order_of_the_later_plan() -> None:
    later = plan(PAYMENT, FORCES, Point(number="9", heading="New"), VOTE, PARDON)
    made = Amendment.of(diff(FIRST, later))
    assert [edit.end for edit in made.points if edit.before is None] == [0, 2]
    back = invert(Amendment.of(diff(later, FIRST)))
    assert [edit.end for edit in back.points if edit.before is None] == [0, 2]
    one, two = plan(PAYMENT, *FIRST.points), plan(PAYMENT, Point(number="9"), *FIRST.points)
    assert [edit.end for edit in compose(diff(FIRST, one), diff(one, two)).points] == [0, 1]
    swapped = plan(*(VOTE.model_copy(update={"heading": "Vote"}), FEWER))
    changed = Amendment.of(diff(plan(FORCES, VOTE), swapped))
    assert [(edit.start, edit.end) for edit in changed.points] == [(0, 1), (1, 0)]


@pytest.mark.parametrize(("length", "shown"), [(60, "x" * 60), (61, f"{'x' * 60} …")])
def test_a_long_value_is_cut_in_a_message(length: int, shown: str) -> None:
    with pytest.raises(PatchConflictError) as error:
        patch(plan(title="x" * length), diff(plan(), plan(title="Another")))
    assert str(error.value).splitlines()[1:] == [f"  title: expected A draft, found {shown}"]
    with pytest.raises(PatchConflictError) as several:
        patch(plan(VOTE, FORCES), diff(FIRST, plan(FEWER)))
    assert len(several.value.mismatches) > 1
    assert str(several.value).splitlines()[1:] == [f"  {one}" for one in several.value.mismatches]
