"""Grids and bars: every cell and figure of a result is drawn once, and told."""

import datetime
from collections import Counter
from typing import Any
from xml.etree import ElementTree

import plancompare
from plancompare.report.labels import labels
from plancompare.report.pictures import (
    acceptability_svg,
    describe,
    heat_map_svg,
    intervals_svg,
    matrix_svg,
)
from plancompare.report.pictures.plotting import picture
from plancompare.report.pictures.scene import Box, Label

DAY = datetime.date(2025, 11, 30)
PARTIES = ("ukraine", "russia", "china")


def items(drawn: str, kind: str) -> dict[str, str]:
    found = {}
    for one in ElementTree.fromstring(drawn).iter():
        if one.get("data-kind") == kind:
            name = str(one.get("data-name"))
            assert name not in found
            found[name] = str(one.get("data-state"))
    return found


def drafts() -> Any:
    return [plancompare.load(one) for one in ("us-28", "geneva", "europe-28")]


def test_a_matrix_shows_each_treatment() -> None:
    table = plancompare.matrix(drafts())
    cells = items(matrix_svg(table), "cell")
    assert cells == {
        f"{plan.id}/{row.issue}": str(cell.treatment)
        for row in table
        for plan, cell in zip(table.plans, row.cells, strict=True)
    }
    told = describe(table)
    assert "geneva, deferred: " in told
    assert "us-28, stated: Sovereignty: Ukraine; " in told


def test_a_heat_map_shows_each_verdict_on_an_issue_with_a_position() -> None:
    panel = plancompare.verdict_panel(drafts(), PARTIES, as_of=DAY)
    cells = items(heat_map_svg(panel), "cell")
    names = {"ukraine": "Ukraine", "russia": "Russia", "china": "China"}
    expected: dict[str, str] = {}
    for row in panel.rows:
        spoken = {one.issue for table in row for one in table.addressed}
        for table in row:
            place = f"{table.plan.id}/{names[table.stakeholder.party]}"
            expected |= {f"{place}/{issue}": "unaddressed" for issue in spoken}
            expected |= {f"{place}/{one.issue}": str(one.verdict) for one in table.addressed}
    assert cells == expected
    assert "unaddressed" in cells.values()
    told = describe(panel)
    assert "Ukraine, rejected: Force withdrawal: Ukraine, " in told
    assert "Ukraine, unaddressed: Territorial status: each; " in told
    assert "China, no position on record: 38." in told


def test_a_verdict_is_told_by_its_letter_too() -> None:
    panel = plancompare.verdict_panel(drafts(), PARTIES, as_of=DAY)
    shown = picture(panel, "uk")
    verdicts, words = labels("uk").groups["verdicts"], labels("uk").groups["letters"]
    letters = Counter(one.text for one in shown.shapes if isinstance(one, Label))
    states = Counter(
        one.item.state
        for one in shown.shapes
        if isinstance(one, Box) and one.item and one.item.kind == "cell"
    )
    assert states
    for state, count in states.items():
        letter = words[state]
        assert letters[letter] == count
        assert letters[f"{letter} {verdicts[state]}"] == 1


def test_nothing_to_show_is_said() -> None:
    panel = plancompare.verdict_panel(drafts(), ["china"], as_of=datetime.date(2020, 1, 1))
    assert "There is nothing to show." in describe(panel)


def test_intervals_show_each_score_with_what_it_rests_on() -> None:
    panel = plancompare.score_panel(drafts(), PARTIES, as_of=DAY)
    shown = items(intervals_svg(panel), "interval")
    assert shown == {
        f"{one.table.stakeholder.party}/{one.table.plan.id}": str(one.interval)
        for row in panel.rows
        for one in row
    }
    told = describe(panel)
    for row in panel.rows:
        for one in row:
            figure = f"{one.table.plan.id}: {one.interval}; {one.coverage.decided} of "
            assert figure in told
    assert "not comparable" in told


def test_acceptability_shows_each_share_with_seed_and_sample() -> None:
    found = plancompare.robustness(drafts(), "ukraine", as_of=DAY, samples=500, seed=3)
    shown = items(acceptability_svg(found), "rank")
    for plan, shares in zip(found.plans, found.acceptability.ranks, strict=True):
        for place, share in enumerate(shares, 1):
            assert shown.get(f"{plan.id}/{place}", "0.000000") == f"{share:.6f}"
    told = describe(found)
    assert "500 drawn weights" in told
    assert "seed 3" in told
    assert "us-28: rank 1: " in told


def test_a_topic_of_a_users_kind_keeps_its_name() -> None:
    from plancompare.report.pictures.words import Words

    assert Words("uk").topic("fisheries") == "fisheries"
    assert Words("uk").topic("economy") == "економіка"
