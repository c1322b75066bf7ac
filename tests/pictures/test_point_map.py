"""The map of points: every point once, every link, and what became of each."""

import json
from collections import Counter
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given

import plancompare
from plancompare import Plan
from plancompare.diffing.lineage import Fate, fates
from plancompare.report.pictures import describe, point_map_svg
from plancompare.testing import edited_plans, plans


def items(drawn: str, kind: str) -> list[tuple[str, str]]:
    """Names and states of what a picture shows of one kind."""
    root = ElementTree.fromstring(drawn)
    return [
        (str(one.get("data-name")), str(one.get("data-state")))
        for one in root.iter()
        if one.get("data-kind") == kind
    ]


def every_point_stands_once_with_its_fate(before: Plan, after: Plan) -> None:
    drawn = point_map_svg(before, after)
    changes = plancompare.diff(before, after)
    points = items(drawn, "point")
    wanted = [f"before/{one}" for one in range(len(before.points))]
    wanted += [f"after/{one}" for one in range(len(after.points))]
    assert Counter(name for name, _ in points) == Counter(wanted)
    links = {f"{link.before}/{link.after}" for link in changes.alignment.links}
    assert [name for name, _ in items(drawn, "link")] == sorted(
        links, key=lambda one: tuple(map(int, one.split("/")))
    )
    states = dict(points)
    for group, found in zip(changes.alignment.groups, fates(changes), strict=True):
        assert {states[f"before/{one}"] for one in group.before} <= {found.fate}
        assert {states[f"after/{one}"] for one in group.after} <= {found.fate}
    told = describe(changes)
    assert all(state in told for _, state in points)


@given(plans("one"), plans("other"))
def test_any_two_plans(one: Any, other: Any) -> None:
    every_point_stands_once_with_its_fate(one, other)


@given(edited_plans())
def test_a_plan_and_its_revision(edit: Any) -> None:
    every_point_stands_once_with_its_fate(edit.before, edit.after)


@pytest.mark.parametrize("one", ["us-28", "geneva", "europe-28"])
@pytest.mark.parametrize("other", ["us-28", "geneva", "europe-28"])
def test_the_shipped_plans(one: str, other: str) -> None:
    every_point_stands_once_with_its_fate(plancompare.load(one), plancompare.load(other))


def plan(name: str, numbers: str, **more: Any) -> Plan:
    """A plan of points that have nothing but numbers, and what they replace."""
    points = [
        {"number": number or None, "heading": f"Point {name} {number}", **more.get(number, {})}
        for number in numbers.split(",")
    ]
    document = {
        "id": name,
        "title": name,
        "conflict": "c",
        "date": "2025-01-01",
        "text_status": "leaked",
        "disclosure": "full",
        "points": points,
    }
    if name != "first":
        document["revises"] = "first"
    return Plan.model_validate_json(json.dumps(document))


def test_splits_mergers_and_what_came_and_went_are_told_with_their_numbers() -> None:
    first = plan("first", "1,2,3,4,5,6")
    second = plan(
        "second",
        "1,2,3,4,5,6",
        **{
            "1": {"replaces": ["1"], "heading": "A half"},
            "2": {"replaces": ["1"]},
            "3": {"replaces": ["2", "3"]},
            "4": {"replaces": ["4", "5"]},
            "5": {"replaces": ["5"]},
            "6": {"heading": "Navigation of rivers"},
        },
    )
    drawn = point_map_svg(first, second)
    for said in ("split: into 1, 2", "split: from 1", "merged: into 3", "merged: from 2, 3"):
        assert said in drawn
    assert "reorganised: into 4, 5" in drawn
    states = dict(items(drawn, "point"))
    assert (states["before/5"], states["after/5"]) == (Fate.DROPPED, Fate.NEW)


def test_a_point_without_number_or_heading_is_called_unnumbered() -> None:
    bare = plan("bare", "1")
    nameless = bare.points[0].model_copy(update={"number": None, "heading": None})
    bare = bare.model_copy(update={"disclosure": "partial", "points": (nameless,)})
    assert "unnumbered: dropped." in describe(plancompare.diff(bare, plan("other", "9")))


def test_points_of_a_partial_plan_have_no_number() -> None:
    told = describe(plancompare.diff(plancompare.load("us-28"), plancompare.load("geneva")))
    assert (
        "6 Ceiling on the Ukrainian armed forces to Ceiling on the Ukrainian armed forces" in told
    )
