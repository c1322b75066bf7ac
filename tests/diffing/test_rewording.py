"""Texts of plans held against each other, as their points are aligned."""

from typing import Any

import plancompare
from plancompare import Plan
from plancompare.diffing.rewording import Wording


def draft(name: str, *points: dict[str, Any], **fields: Any) -> Plan:
    return Plan.model_validate(
        {
            "id": name,
            "title": "A draft",
            "conflict": "russia-ukraine",
            "date": "2025-11-20",
            "text_status": "official",
            "disclosure": "full",
            "points": [
                {"number": number, "summary": "A point.", **point}
                for number, point in enumerate(points, 1)
            ],
            **fields,
        }
    )


def compared(before: Plan, after: Plan) -> Wording:
    return plancompare.diff(before, after).wording


def test_nothing_is_compared_where_one_side_has_no_texts() -> None:
    written, bare = draft("one", {"text": "Fire ceases."}), draft("two", {})
    assert compared(written, bare) == compared(bare, written) == ((), 0)


def test_a_point_whose_counterpart_has_no_text_is_left_out_and_the_next_is_not() -> None:
    one = draft("one", {"text": "Fire ceases."}, {"text": "Ships pass."})
    kept = {"replaces": [1]}, {"replaces": [2], "text": "Ships may pass."}
    two = draft("two", *kept, revises="one")
    (only,) = compared(one, two).rewordings
    assert (only.before, only.after) == ((one.points[1],), (two.points[1],))


def test_the_texts_of_points_that_became_one_stand_on_lines_of_their_own() -> None:
    one = draft("one", {"text": "Fire ceases."}, {"text": "Ships pass."})
    two = draft("two", {"text": "Fire ceases.\nShips pass.", "replaces": [1, 2]}, revises="one")
    assert compared(one, two) == ((), 1)


def test_preambles_are_compared_where_both_sides_have_one() -> None:
    point = {"text": "Fire ceases."}
    bare, spring = draft("one", point), draft("two", point, preamble="In spring.")
    autumn = draft("three", point, preamble="In autumn.")
    assert compared(bare, spring).rewordings == compared(spring, bare).rewordings == ()
    assert compared(spring, draft("four", point, preamble="In spring.")).rewordings == ()
    (only,) = compared(spring, autumn).rewordings
    assert (only.before, only.after) == ((), ())
    assert only.redline.accepted() == "In autumn."
