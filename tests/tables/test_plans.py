"""The catalogue, one plan and a matrix as tables."""

import csv
from io import StringIO

import pytest

import plancompare
from plancompare import PlancompareError


def rows_of(result: object, **options: object) -> list[dict[str, str]]:
    source = plancompare.render(result, "csv", **options)  # type: ignore[arg-type] # options of any kind
    return list(csv.DictReader(StringIO(source, newline="")))


def test_the_catalogue_has_a_row_per_plan() -> None:
    rows = rows_of(plancompare.catalogue())
    assert [row["plan"] for row in rows] == ["us-28", "europe-28", "geneva"]
    assert rows[0]["points"] == "28"
    assert rows[1]["points"] == "27"
    assert plancompare.render(plancompare.catalogue()).startswith("3 plans\n")


@pytest.mark.parametrize("name", ["us-28", "europe-28", "geneva"])
def test_a_plan_shows_every_clause_and_every_listed_issue_once(name: str) -> None:
    plan = plancompare.load(name)
    rows = rows_of(plan)
    empty = sum(not point.provisions for point in plan.points)
    assert len(rows) == len(plan.stated) + len(plan.listed) + empty
    assert {row["issue"] for row in rows} - {""} == {*plan.stated, *plan.listed}


def test_a_plan_says_each_summary_once() -> None:
    plan = plancompare.load("us-28")
    summary = plan.points[20].summary
    assert summary
    assert plan.points[20].provisions[1:]
    for format_ in ("text", "markdown", "html", "csv"):
        assert plancompare.render(plan, format_, width=10_000).count(summary) == 1


def test_rival_readings_and_quoted_words_are_shown() -> None:
    rows = rows_of(plancompare.load("us-28"), topics=["territory"])
    held = next(row for row in rows if row["issue"] == "territorial-status/donetsk-ukrainian-held")
    assert "“internationally recognized”" in held["terms"]
    assert "or (ambiguous wording): " in held["terms"]
    assert "[recognition: de-jure]" in held["terms"]


def test_rival_lists_are_spelt_as_such() -> None:
    rows = rows_of(plancompare.load("us-28"), topics=["nuclear"])
    assert "[treaties: new-start, others]" in rows[0]["terms"]


def test_a_topic_selects_listed_issues_too() -> None:
    rows = rows_of(plancompare.load("geneva"), topics=["territory"])
    assert {row["point"].split("\n")[0] for row in rows} == {"Deferred"}
    assert "territorial-status/crimea" in {row["issue"] for row in rows}


def test_deferred_moved_and_left_out_are_told_apart() -> None:
    rows = {row["issue"]: row for row in rows_of(plancompare.load("geneva"))}
    crimea = rows["territorial-status/crimea"]["terms"]
    assert crimea == "left to ukraine-president, us-president"
    assert rows["market-access/ukraine/european-union"]["terms"] == "moved to us-eu-track"
    assert rows["frozen-assets/russia"]["terms"].startswith("left out")


def test_reports_on_the_document_close_the_plan() -> None:
    geneva = plancompare.load("geneva")
    text = plancompare.render(geneva, width=1000)
    for report in geneva.reports:
        assert f"{report.speaker}: {report.says}\n" in text
    unnamed = geneva.reports[0].model_copy(update={"said_on": None, "speaker": None})
    text = plancompare.render(geneva.model_copy(update={"reports": (unnamed,)}), width=1000)
    assert text.endswith(f"\nundated, no speaker named: {unnamed.says}\n")


def test_a_point_without_number_or_heading_is_named_so() -> None:
    geneva = plancompare.load("geneva")
    bare = geneva.points[0].model_copy(update={"heading": None, "number": None, "provisions": ()})
    row, *_ = rows_of(geneva.model_copy(update={"points": (bare,)}), sources=True)
    assert row["point"].startswith("(no number)\n")
    assert row["terms"] == "no typed clause"


def test_a_clause_without_terms_says_so() -> None:
    us = plancompare.load("us-28")
    rows = rows_of(us)
    assert "stated, without terms" in {row["terms"].split("\n")[0] for row in rows}


def test_an_issue_left_to_nobody_is_left_to_later() -> None:
    geneva = plancompare.load("geneva")
    later = geneva.defers[0].model_copy(update={"to": ()})
    rows = rows_of(geneva.model_copy(update={"points": (), "defers": (later,)}))
    assert "left to later" in {row["terms"].split(" (")[0] for row in rows}


def test_a_matrix_has_a_row_per_issue_and_a_column_per_plan() -> None:
    plans = [plancompare.load(name) for name in ("us-28", "europe-28", "geneva")]
    table = plancompare.matrix(plans)
    rows = rows_of(table)
    assert len(rows) == len(table.rows)
    ceiling = next(row for row in rows if row["issue"] == "force-ceiling/ukraine")
    assert ceiling["us-28"] == "[6] personnel: 600,000; period: always"
    assert ceiling["geneva"] == "personnel: 800,000; period: peacetime (press report)"
    assert {row["topic"] for row in rows_of(table, topics=["justice"])} == {"justice"}


def test_a_matrix_shows_sources_on_demand() -> None:
    table = plancompare.matrix([plancompare.load("us-28")])
    (row, *_) = rows_of(table, sources=True)
    assert "statement-2025-11" in row["us-28"]


@pytest.mark.parametrize("format_", ["text", "json"])
def test_two_plans_of_one_id_have_no_matrix(format_: str) -> None:
    plan = plancompare.load("us-28")
    with pytest.raises(PlancompareError, match="two plans have the id 'us-28'; name each"):
        plancompare.render(plancompare.matrix([plan, plan]), format_)
