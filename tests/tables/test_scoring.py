"""Results of scoring as tables: one of each, and the words that a reader needs."""

import datetime
from fractions import Fraction

import pytest

import plancompare
from plancompare import Stakeholder, compare_crossings, load, render, score, verdicts
from plancompare.scoring.aggregation import Interval
from plancompare.tables.score_tables import interval_bar

NOVEMBER = datetime.date(2025, 11, 30)
US, GENEVA = load("us-28"), load("geneva")


def words(text: str) -> str:
    return " ".join(text.split())


def test_one_table_of_verdicts_and_one_score_are_shown_by_themselves() -> None:
    table = verdicts(US, "ukraine", as_of=NOVEMBER)
    assert "us-28 for ukraine, as of 2025-11-30" in render(table)
    found = score(US, "ukraine", as_of=NOVEMBER)
    assert "additive value" in render(found)
    for one in (table, found):
        assert render(one, "json").startswith(("[", "{"))


def test_a_line_that_becomes_undecided_is_said_to() -> None:
    found = compare_crossings(US, GENEVA, ["ukraine"], as_of=NOVEMBER)
    assert "newly undecided" in words(render(found))
    back = compare_crossings(GENEVA, US, ["ukraine"], as_of=NOVEMBER)
    assert "newly crossed" in words(render(back))
    assert "not crossed, no longer undecided" in words(render(back, width=140))
    same = compare_crossings(US, US, ["china"], as_of=NOVEMBER)
    assert same.rows == ()


def test_a_stakeholder_without_a_position_by_then_has_nothing_on_record() -> None:
    panel = plancompare.score_panel([US], ["icc-prosecutors", "ukraine"], as_of=NOVEMBER)
    assert "nothing on record" in words(render(panel, width=140))


def test_a_score_without_a_position_by_then_says_so() -> None:
    found = score(load("us-28"), "china", as_of=datetime.date(2025, 1, 1))
    text = words(render(found, width=120))
    assert "red lines: none on record; issues decided: 0 of 74" in text
    assert "nothing that china said is on record by then: no plan is above another" in text


def test_topics_limit_the_rows() -> None:
    panel = plancompare.verdict_panel([US], as_of=NOVEMBER)
    military = words(render(panel, topics=["military"], width=140))
    assert "limit on the size or capability" in military
    assert "what Ukraine calls occupied territory" not in military
    table = render(verdicts(US, "ukraine"), topics=["military"], width=140)
    assert "force-ceiling/ukraine" in table
    assert "territorial-status" not in table
    ukraine = plancompare.Library().stakeholder("ukraine")
    assert "── economy" not in render(ukraine, topics=["military"])


def test_rows_show_their_sources_if_asked() -> None:
    table = verdicts(US, "ukraine", as_of=NOVEMBER)
    assert "bke-news-2025-11-21" not in render(table, width=140)
    assert "bke-news-2025-11-21" in render(table, width=140, sources=True)


def test_without_stakeholders_there_is_an_empty_table() -> None:
    empty = plancompare.verdict_panel([US], [Stakeholder(party="nobody")])
    assert "0 issues" not in render(empty)
    assert "unaddressed" in render(empty)


@pytest.mark.parametrize(
    ("low", "high", "bar"),
    [(0, 1, "████"), (0, 0, "█···"), (1, 1, "···█"), (Fraction(1, 2), Fraction(3, 4), "··█·")],
)
def test_a_bar_is_never_empty(low: Fraction, high: Fraction, bar: str) -> None:
    assert interval_bar(Interval(Fraction(low), Fraction(high)), 4) == bar


def test_in_a_list_of_cells_a_sentence_keeps_its_full_stop_and_no_semicolon() -> None:
    narrow = words(render(plancompare.Library().stakeholder("russia"), width=80))
    assert "retake Ukrainian land. prefers: attributed_to" in narrow
    assert ".;" not in narrow
