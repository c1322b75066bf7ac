"""The map of territory: what each plan says of each region, and nothing that it does not say."""

import json
from collections.abc import Iterable
from typing import Any, ClassVar, Literal
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

import plancompare
from plancompare import KINDS, Key, PlaceId, Plan, Provision
from plancompare.report.palette import Look
from plancompare.report.pictures import describe, territory_svg
from plancompare.report.pictures.regions import territory_views
from plancompare.report.pictures.scene import Box, Label, Picture
from plancompare.report.pictures.territory import territory, territory_maps
from plancompare.report.pictures.words import Words
from plancompare.testing import forget_kind, plans

TERRITORY = st.sampled_from([kind for kind in KINDS.values() if kind.topic == "territory"])
LAYOUT = (
    "crimea",
    "donetsk",
    "donetsk-ukrainian-held",
    "luhansk",
    "kherson",
    "zaporizhzhia",
    "kharkiv",
    "sumy",
    "dnipropetrovsk",
    "mykolaiv",
)

WORDS = {
    "unattributed": "attribution not ",
    "zone": "demilitarised zone",
    "withdrawal": "withdrawal of forces: ",
    "clause": ": ",
    "deferred": "deferred",
    "undisclosed": "not public",
    "silent": "no clause",
}


def tiles(drawn: str) -> dict[str, set[str]]:
    """The states of each tile, by plan and place."""
    found: dict[str, set[str]] = {}
    for one in ElementTree.fromstring(drawn).iter():
        if one.get("data-kind") == "region":
            found.setdefault(str(one.get("data-name")), set()).add(str(one.get("data-state")))
    return found


def clause(**fields: Any) -> dict[str, Any]:
    return {"kind": "territorial-status", "region": "crimea", **fields}


def plan(*clauses: Any, name: str = "a-plan", disclosure: str = "full", **more: Any) -> Plan:
    document = {
        "id": name,
        "title": name,
        "conflict": "c",
        "date": "2025-01-01",
        "text_status": "leaked",
        "disclosure": disclosure,
        "points": [{"number": "1", "provisions": list(clauses)}],
        **more,
    }
    return Plan.model_validate_json(json.dumps(document))


@given(plans("one", kinds=TERRITORY), plans("other", kinds=TERRITORY))
def test_every_region_that_a_plan_speaks_of_stands_in_each_map(one: Any, other: Any) -> None:
    drawn = tiles(territory_svg([one, other]))
    told = describe([one, other])
    for view in territory_views([one, other], LAYOUT):
        for region in view.regions:
            states = drawn.pop(f"{view.plan.id}/{region.place}")
            cells = [cell for _, cell in region.cells]
            unstated = {str(one.treatment) for one in cells if one.provision is None}
            stated = states - {"deferred", "undisclosed", "silent"}
            assert bool(stated) == any(one.provision for one in cells)
            assert states - stated == (unstated - {"silent"} or (set() if stated else {"silent"}))
            for state in states:
                assert WORDS.get(state.partition("/")[0], "attributed to") in told
    assert not drawn


@pytest.mark.parametrize("name", ["us-28", "geneva", "europe-28"])
def test_the_state_of_a_tile_is_what_the_plan_does(name: str) -> None:
    found = plancompare.load(name)
    drawn = tiles(territory_svg([found]))
    for place in ("crimea", "donetsk", "kherson", "luhansk", "zaporizhzhia"):
        if f"{name}/{place}" in drawn:
            treatment = str(found.treatment(f"territorial-status/{place}"))
            shown = "attributed/russia" if treatment == "stated" else treatment
            assert drawn[f"{name}/{place}"] == {shown}


def test_the_three_drafts_speak_differently_of_one_region() -> None:
    drafts = [plancompare.load(one) for one in ("us-28", "geneva", "europe-28")]
    drawn = tiles(territory_svg(drafts))
    place = "donetsk-ukrainian-held"
    assert drawn[f"us-28/{place}"] == {"attributed/russia", "zone", "withdrawal"}
    assert drawn[f"geneva/{place}"] == {"deferred"}
    assert drawn[f"europe-28/{place}"] == {"silent"}
    told = describe(drafts)
    assert "recognition by rival readings: de jure / de facto" in told
    assert "deferred to President of Ukraine, President of the United States" in told
    assert "Clauses on territory that name no region: Sovereignty: Ukraine" in told


def test_maps_side_by_side_show_what_the_one_picture_shows_in_the_same_looks() -> None:
    drafts = [plancompare.load(one) for one in ("us-28", "geneva", "europe-28")]
    whole, words = territory(drafts, Words()), Words()
    apart = territory_maps(drafts, words)

    def looks(pictures: Iterable[Picture]) -> dict[tuple[str, str], Look]:
        return {
            (shape.item.name, shape.item.state): shape.look
            for one in pictures
            for shape in one.shapes
            if isinstance(shape, Box) and shape.item
        }

    assert looks(apart) == looks([whole])
    for plan, one in zip(drafts, apart, strict=True):
        assert one.title == f"What is said of regions: {plan.id}"


def test_a_map_says_that_it_is_no_statement_of_fact() -> None:
    drawn = territory_svg([plancompare.load("us-28")])
    said = "Schematic, not to scale. A status is what a plan"
    assert drawn.count(said) == 2  # under the picture and in the description


def test_regions_without_a_place_in_the_layout_stand_below() -> None:
    isles = [clause(region=f"isle-{one}") for one in "abc"]
    drawn = tiles(territory_svg([plan(*isles)]))
    assert set(drawn) == {"a-plan/isle-a", "a-plan/isle-b", "a-plan/isle-c"}
    assert all(states == {"unattributed"} for states in drawn.values())


def test_an_ambiguous_attribution_shows_both_readings() -> None:
    readings = [
        {"why": "rival-text", "says": "One.", "terms": {"attributed_to": "russia"}},
        {"why": "rival-text", "says": "Other.", "terms": {"attributed_to": "ukraine"}},
    ]
    both = plan(clause(readings=readings))
    assert tiles(territory_svg([both]))["a-plan/crimea"] == {
        "attributed/russia",
        "attributed/ukraine",
    }
    assert "by rival readings attributed to: Russia / Ukraine" in describe([both])


def test_what_is_stated_and_what_is_deferred_stand_side_by_side() -> None:
    zone = {"kind": "demilitarised-zone", "area": "crimea", "barred_forces": ["others", "ukraine"]}
    mixed = plan(zone, defers=[{"issues": ["territorial-status/crimea"]}])
    assert tiles(territory_svg([mixed]))["a-plan/crimea"] == {"zone", "deferred"}
    told = describe([mixed])
    assert "status: deferred; demilitarised zone; no forces of: Ukraine, others." in told
    assert "No other clause on territory." in told


def test_places_named_within_a_withdrawal_are_shown_too() -> None:
    leaving = {
        "kind": "force-withdrawal",
        "force": "russia",
        "area": "ukraine",
        "places": ["sumy", "kharkiv"],
    }
    drawn = tiles(territory_svg([plan(leaving)]))
    for place in ("ukraine", "sumy", "kharkiv"):
        assert drawn[f"a-plan/{place}"] == {"withdrawal"}


def test_an_attribution_that_is_not_there_is_not_stated_or_not_public() -> None:
    status = clause(recognition="none")
    assert "Crimea: attribution not stated; recognition none." in describe([plan(status)])
    told = describe([plan(status, disclosure="partial")])
    assert "Crimea: attribution not public; recognition none." in told


def test_a_clause_that_is_conditional_or_only_expected_says_so() -> None:
    wished = clause(attributed_to="ukraine", modality="expectation", conditions=["ceasefire"])
    told = "Crimea: attributed to Ukraine; as an expectation; on conditions."
    assert told in describe([plan(wished)])


def test_a_users_kind_on_territory_is_shown_as_another_clause() -> None:
    class TransitRight(Provision):
        """Who may pass through a place."""

        kind: Literal["transit-right"] = "transit-right"
        topic: ClassVar[str] = "territory"
        area: Key[PlaceId]

    try:
        drawn = [plan({"kind": "transit-right", "area": "sumy"})]
        silent = plan(name="other", defers=[{"issues": ["transit-right/sumy"]}])
        assert tiles(territory_svg(drawn))["a-plan/sumy"] == {"clause"}
        assert "Sumy: Transit right: Sumy." in describe(drawn)
        assert "Sumy: status: no clause; Transit right: Sumy: deferred." in describe([silent])
    finally:
        forget_kind(TransitRight)


def test_a_plan_that_speaks_of_no_region_gives_an_empty_map() -> None:
    assert tiles(territory_svg([plan()])) == {}
    assert "No other clause on territory." in describe([plan()])


def test_the_same_places_stand_in_every_map() -> None:
    drawn = tiles(territory_svg([plan(clause(), name="one"), plan(name="other")]))
    assert drawn["one/crimea"] == {"unattributed"}
    assert drawn["other/crimea"] == {"silent"}
    assert {name.split("/")[1] for name in drawn} == set(LAYOUT)


@pytest.mark.parametrize("lang", ["en", "uk", "ru"])
def test_a_phone_shows_a_map_with_letters_of_ten_pixels(lang: str) -> None:
    (shown,) = territory_maps([plancompare.load("us-28")], Words(lang))
    sizes = [one.size for one in shown.shapes if isinstance(one, Label)]
    assert min(sizes) * (360 - 2 * 12.8) / shown.width >= 10


def test_names_follow_the_language() -> None:
    us = plancompare.load("us-28")
    assert "Запорізька область: віднесено до: Росія" in describe([us], "uk")
    assert "Запорожская область: отнесено к: Россия" in describe([us], "ru")
