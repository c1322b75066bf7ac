"""A matrix has a row per issue that any plan knows of, and says what each plan does about it."""

from typing import Any

import plancompare
from plancompare.model.topics import TOPICS

PLANS = [plancompare.load(one) for one in ("us-28", "geneva", "europe-28")]


def row(matrix: Any, issue: Any) -> Any:
    return next(one for one in matrix if one.issue == issue)


def test_three_plans_on_the_ceiling() -> None:
    cells = row(plancompare.matrix(PLANS), "force-ceiling/ukraine").cells
    assert [cell.terms and cell.terms["personnel"] for cell in cells] == [600000, 800000, 800000]
    assert [cell.points for cell in cells] == [("6",), (), ("6",)]


def test_four_treatments_are_told_apart() -> None:
    table = plancompare.matrix(PLANS)
    found = {
        issue: [str(cell.treatment) for cell in row(table, issue).cells]
        for issue in ("security-guarantee/ukraine", "amnesty", "elections/ukraine")
    }
    assert found == {
        "security-guarantee/ukraine": ["stated", "deferred", "stated"],
        "amnesty": ["stated", "silent", "silent"],
        "elections/ukraine": ["stated", "undisclosed", "stated"],
    }


def test_left_to_whom_and_moved_where() -> None:
    table = plancompare.matrix(PLANS)
    geneva = row(table, "security-guarantee/ukraine").cells[1]
    assert geneva.left_to == ("ukraine-president", "us-president")
    assert row(table, "economic-cooperation/russia+united-states").cells[1].left_to == (
        "us-russia-track",
    )
    assert row(table, "amnesty").cells[1].left_to == ()
    assert row(table, "amnesty").cells[1].evidence
    assert row(table, "elections/ukraine").cells[1].evidence == ()
    assert row(table, "foreign-forces/ukraine/nato").cells[1].reported == "modified"


def test_rows_can_be_narrowed() -> None:
    table = plancompare.matrix(PLANS)
    assert {one.topic for one in table.only(topics=["nuclear"])} == {"nuclear"}
    contested = {one.issue for one in table.only(contested=True)}
    changed = {one.issue for one in table.only(changed=True)}
    assert "force-ceiling/ukraine" in contested
    assert "amnesty" in changed - contested
    assert "sovereignty/ukraine" not in changed
    assert contested < changed


def test_the_order_of_plans_is_the_order_of_cells() -> None:
    forth, back = plancompare.matrix(PLANS), plancompare.matrix(PLANS[::-1])
    assert {one.issue: one.cells for one in forth} == {one.issue: one.cells[::-1] for one in back}


def test_what_a_plan_does_not_state_has_no_terms_and_no_points() -> None:
    europe = row(plancompare.matrix(PLANS), "amnesty").cells[2]
    assert (europe.terms, europe.points, europe.entry) == (None, (), None)


def test_without_a_wish_every_row_is_there_by_topic() -> None:
    table = plancompare.matrix(PLANS)
    assert table.only().rows == table.rows
    topics = [one.topic for one in table]
    assert topics == sorted(topics, key=TOPICS.index)
    assert topics != sorted(topics)


def test_an_issue_of_an_unknown_kind_has_no_topic_and_comes_last() -> None:
    listed = PLANS[0].model_copy(update={"omits": ({"issues": ("fishing-rights/lake",)},)})
    last = plancompare.matrix([listed]).rows[-1]
    assert (last.issue, last.topic) == ("fishing-rights/lake", "")
