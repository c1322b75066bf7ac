"""What tidy tables promise: of every library, and of every plan that can be drawn."""

import datetime
import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import plancompare
from plancompare import Library, Plan, diff, matrix, score, verdicts
from plancompare.model import KINDS
from plancompare.tables.tidy.shape import TidyTable
from plancompare.tables.tidy.values import value_tables
from plancompare.tables.tidy.whole import library_tables
from plancompare.testing import plans, revisions
from plancompare.testing.positions import rules, stakeholders

TYPES: dict[str, Any] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "date": str,
}


def is_sound(table: TidyTable) -> None:
    """Keys are unique, nothing required is missing, and values have the type of their column."""
    names = [column.name for column in table.shape.columns]
    assert len(set(names)) == len(names)
    for record in table.records:
        for column in table.shape.columns:
            value = record[column.name]
            assert value is not None or not column.required, (table.name, column.name)
            if value is not None:
                assert isinstance(value, TYPES[column.type]), (table.name, column.name, value)
                assert isinstance(value, bool) is (column.type == "boolean")
            if column.type == "date" and value is not None:
                assert datetime.date.fromisoformat(str(value)).isoformat() == value
    keys = [tuple(record[name] for name in table.shape.key) for record in table.records]
    assert len(set(keys)) == len(keys), table.name


def are_linked(tables: Iterable[TidyTable]) -> None:
    """What names a row of another table finds it there."""
    by_name = {table.name: table for table in tables}
    for table in by_name.values():
        for link in table.shape.links:
            target = by_name[link.table]
            assert link.to == target.shape.key
            there = {tuple(record[one] for one in link.to) for record in target.records}
            for record in table.records:
                found = tuple(record[one] for one in link.columns)
                assert found in there or None in found, (table.name, found)


@pytest.mark.parametrize("name", ["silent", "outspoken"])
def test_the_tables_of_a_library_are_sound_and_linked(
    name: str, request: pytest.FixtureRequest
) -> None:
    tables = library_tables(request.getfixturevalue(name))
    for table in tables:
        is_sound(table)
    are_linked(tables)


@settings(max_examples=40)
@given(plans())
def test_the_tables_of_any_plan_are_sound_and_whole(plan: Plan) -> None:
    for table in value_tables(plan):
        is_sound(table)
    every_term_has_its_state(plan)
    every_piece_of_evidence_is_there(plan)


@settings(max_examples=20)
@given(revisions())
def test_the_tables_of_any_comparison_are_sound(pair: Any) -> None:
    before, after = pair[0], pair[1]
    if before.id == after.id:
        after = after.model_copy(update={"id": f"{after.id[:70]}-later"})
    for value in (diff(before, after), matrix([before, after])):
        for table in value_tables(value):
            is_sound(table)


@settings(max_examples=20)
@given(st.data(), plans(), rules())
def test_the_tables_of_any_stakeholder_are_sound(data: Any, plan: Plan, rule: Any) -> None:
    who = data.draw(stakeholders(plan))
    for value in (verdicts(plan, who), score(plan, who, rule=rule)):
        for table in value_tables(value):
            is_sound(table)


def every_term_has_its_state(plan: Plan) -> None:
    """Every term of every clause has its row, and says why it is empty if it is."""
    _, terms, *_ = value_tables(plan)
    rows = {(row["issue"], row["term"]): row for row in terms.records}
    assert len(rows) == sum(len(one.spec.terms) for one in plan.provisions)
    for one in plan.provisions:
        stated = one.terms()
        for name, spec in one.spec.terms.items():
            row = rows[one.issue, name]
            if name in stated:
                assert (row["state"], json.loads(str(row["value_json"]))) == (
                    "stated",
                    stated[name],
                )
            else:
                silence = "none" if spec.none_if_silent else "not-stated"
                hidden = plan.disclosure == "partial"
                assert row["state"] == ("undisclosed" if hidden else silence)
                assert row["value"] is row["number"] is row["value_json"] is None


def every_piece_of_evidence_is_there(plan: Plan) -> None:
    """Every source of every claim has its row."""
    evidence = value_tables(plan)[-1]
    counted = Counter(row["claim"] for row in evidence.records)
    cited = [
        *(("plan", one) for one in plan.evidence),
        *(("report", one) for report in plan.reports for one in report.evidence),
        *(("point", one) for point in plan.points for one in point.evidence),
        *(("provision", one) for clause in plan.provisions for one in clause.evidence),
        *(
            ("reading", one)
            for clause in plan.provisions
            for reading in clause.readings
            for one in reading.evidence
        ),
        *(("listing", one) for entry in plan.listed.values() for one in entry.evidence),
    ]
    expected = Counter[Any]()
    for claim, one in cited:
        expected[claim] += len(one.sources)
    assert counted == expected


def table(library: Library, name: str, **options: Any) -> list[dict[str, Any]]:
    return next(one.records for one in library_tables(library, **options) if one.name == name)


def test_money_and_numbers_can_be_reckoned_with(silent: Library) -> None:
    rows = {(row["plan"], row["issue"], row["term"]): row for row in table(silent, "terms")}
    ceiling = rows["us-28", "force-ceiling/ukraine", "personnel"]
    assert (ceiling["value"], ceiling["number"], ceiling["unit"]) == ("600,000", 600_000, None)
    sums = [row for row in rows.values() if row["unit"]]
    assert {row["unit"] for row in sums} == {"USD"}
    assert 100_000_000_000 in {row["number"] for row in sums}


def test_treatments_are_those_of_the_plan(silent: Library) -> None:
    known = {plan.id: plan for plan in silent.plans()}
    for row in table(silent, "issues"):
        assert row["treatment"] == known[row["plan"]].treatment(row["issue"])
        assert row["topic"] == KINDS[row["kind"]].topic


def test_each_pair_of_plans_is_compared_once_from_the_older_to_the_younger(
    silent: Library,
) -> None:
    pairs = {(row["before"], row["after"]) for row in table(silent, "changes")}
    assert pairs == {("us-28", "europe-28"), ("us-28", "geneva"), ("europe-28", "geneva")}


def test_what_is_unknown_is_no_change(silent: Library) -> None:
    changed = {
        (row["before"], row["after"], row["issue"])
        for row in table(silent, "changes")
        if row["change"] == "changed"
    }
    assert {
        (row["before"], row["after"], row["issue"]) for row in table(silent, "term_changes")
    } == changed


def test_positions_carry_predicates_in_words_and_as_json(outspoken: Library) -> None:
    (row,) = table(outspoken, "positions")
    assert row["prefers"] == "absent; or personnel equals unlimited"
    assert row["rejects"] == "personnel below 700000"
    assert json.loads(row["rejects_json"]) == {"personnel": {"below": 700000}}
    assert row["accepts"] is row["accepts_json"] is None
    (statement,) = table(outspoken, "statements")
    assert (statement["plan"], statement["stance"]) == ("us-28", "basis")
    (who,) = table(outspoken, "stakeholders")
    assert (who["positions"], who["not_found"]) == (1, "elections/ukraine")


def test_red_lines_stand_with_each_plan(outspoken: Library) -> None:
    states = {row["plan"]: row["state"] for row in table(outspoken, "red_lines")}
    assert (states["us-28"], states["europe-28"]) == ("crossed", "met")
    (crossed,) = [row for row in table(outspoken, "red_lines") if row["state"] == "crossed"]
    assert crossed["crossed_on"] == "force-ceiling/ukraine"


def test_scores_are_exact_and_as_decimals(outspoken: Library) -> None:
    for row in table(outspoken, "scores"):
        found = score(outspoken.load(row["plan"]), "somebody", library=outspoken)
        low, high = found.aggregates[row["method"]][row["part"] - 1]
        assert (row["low_exact"], row["high_exact"]) == (str(low), str(high))
        assert (row["low"], row["high"]) == (float(low), float(high))


def test_what_was_said_later_is_left_out(outspoken: Library) -> None:
    day = datetime.date(2025, 11, 1)
    assert table(outspoken, "red_lines", as_of=day) == []
    assert {row["verdict"] for row in table(outspoken, "verdicts", as_of=day)} == {"unaddressed"}
    assert {row["as_of"] for row in table(outspoken, "verdicts", as_of=day)} == {"2025-11-01"}


def test_plans_may_be_chosen_by_id_or_given(silent: Library) -> None:
    given_ = plancompare.load("us-28")
    assert [row["plan"] for row in table(silent, "plans", named=["geneva", given_])] == [
        "us-28",
        "geneva",
    ]


def test_two_plans_of_one_id_are_refused(silent: Library) -> None:
    with pytest.raises(plancompare.PlancompareError) as refused:
        library_tables(silent, ["us-28", plancompare.load("us-28")])
    assert str(refused.value) == (
        "two plans have the id 'us-28'; name each plan once, or rename the copy"
    )


def test_the_codebook_explains_every_column(outspoken: Library) -> None:
    tables = library_tables(outspoken)
    codebook = tables[-1]
    assert codebook.name == "codebook"
    assert [(row["table"], row["column"]) for row in codebook.records] == [
        (one.name, column.name) for one in tables[:-1] for column in one.shape.columns
    ]
    assert all(row["about"] for row in codebook.records)
