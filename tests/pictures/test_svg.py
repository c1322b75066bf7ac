"""What holds of every picture, whatever it shows: sound markup, equal bytes, a text that says it all."""

import datetime
import re
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

import plancompare
from plancompare import Plan
from plancompare.report.palette import HUES, Dash, Look, Pattern, contrast
from plancompare.report.pictures.hatching import strokes
from plancompare.report.pictures.plotting import picture
from plancompare.report.pictures.scene import Box, Curve, Item, Label, Picture, Rule, Shape
from plancompare.report.pictures.svg import svg

NS = "{http://www.w3.org/2000/svg}"
DAY = datetime.date(2025, 11, 30)
HOSTILE = [
    "<script>alert(1)</script>",
    "</title></desc></svg><b>",
    "&lt; &amp; &#60; ]]> <!-- -->",
    '" onload="x" \'',
    "$\\frac{1}{2}$ %s {0} {parties}",
    "和平計劃 \ue000",
    "wide" * 40,
]


@pytest.fixture(scope="module")
def results() -> Any:
    drafts = [plancompare.load(one) for one in ("us-28", "geneva", "europe-28")]
    return {
        "points": plancompare.diff(drafts[0], drafts[2]),
        "territory": drafts,
        "matrix": plancompare.matrix(drafts),
        "verdicts": plancompare.verdict_panel(drafts, ["ukraine", "russia"], as_of=DAY),
        "scores": plancompare.score_panel(drafts, ["ukraine", "russia"], as_of=DAY),
        "acceptability": plancompare.robustness(drafts, "ukraine", as_of=DAY, samples=200),
    }


KINDS = ("points", "territory", "matrix", "verdicts", "scores", "acceptability")


@pytest.mark.parametrize("lang", ["en", "uk", "ru"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_is_an_image_with_a_name_and_a_description(
    results: Any, kind: str, lang: str
) -> None:
    root = ElementTree.fromstring(svg(picture(results[kind], lang)))
    assert (root.tag, root.get("role"), root.get("lang")) == (f"{NS}svg", "img", lang)
    title, description = root.find(f"{NS}title"), root.find(f"{NS}desc")
    assert title is not None
    assert title.text
    assert description is not None
    assert description.text
    assert root.get("aria-labelledby") == title.get("id")
    assert root.get("aria-describedby") == description.get("id")


@pytest.mark.parametrize("kind", KINDS)
def test_equal_results_give_equal_bytes_and_everything_lies_within(results: Any, kind: str) -> None:
    drawn = picture(results[kind])
    assert svg(drawn) == svg(picture(results[kind]))
    for shape in drawn.shapes:
        if isinstance(shape, Box):
            assert 0 <= shape.x <= shape.x + shape.width <= drawn.width + 0.01
            assert 0 <= shape.y <= shape.y + shape.height <= drawn.height
        if isinstance(shape, Label):
            assert 0 < shape.x < drawn.width
            assert 0 < shape.y < drawn.height


@pytest.mark.parametrize("kind", KINDS)
def test_references_lead_somewhere_and_nothing_is_fetched(results: Any, kind: str) -> None:
    drawn = svg(picture(results[kind]))
    made = re.findall(r' id="([^"]+)"', drawn)
    assert len(made) == len(set(made))
    assert "url(" not in drawn
    assert "href" not in drawn
    assert "@import" not in drawn


@pytest.mark.parametrize("kind", KINDS)
def test_no_two_meanings_of_one_picture_share_a_pattern_and_a_dash(results: Any, kind: str) -> None:
    looks = [
        shape.look
        for shape in picture(results[kind]).shapes
        if isinstance(shape, Box | Curve) and shape.item and shape.item.kind == "legend"
    ]
    assert len({(look.pattern, look.dash) for look in looks}) == len(looks)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_and_marks_stand_out_in_both_themes(theme: str) -> None:
    hues = {name: getattr(hue, theme) for name, hue in HUES.items()}
    for ground in ("surface", "raised"):
        for name in hues.keys() - {"surface", "raised"}:
            least = 4.5 if name in {"ink", "muted"} else 3
            assert contrast(hues[name], hues[ground]) >= least, (name, ground)


def test_every_shape_is_drawn_with_what_it_stands_for() -> None:
    shapes: tuple[Shape, ...] = (
        *(Box(1, 1, 8, 8, Look("teal", one), Item("a", one, "x"), "what") for one in Pattern),
        *(Curve(0, 1, 9.25, 8, Look("rose", dash=one), Item("b", one)) for one in Dash),
        Rule(0, 0, 9, 0),
        Rule(0, 0, 9, 0, Dash.SHORT),
        Label(1, 9, "up", turned=True, anchor="middle", bold=True, item=Item("c", "d")),
    )
    root = ElementTree.fromstring(svg(Picture("Title", "Words.", 10, 10, "en", shapes)))
    kinds = [one.get("data-kind") for one in root.iter() if one.get("data-kind")]
    assert kinds == ["a"] * len(Pattern) + ["b"] * len(Dash) + ["c"]
    assert [one.text for one in root.iter(f"{NS}text")] == ["up"]
    hatched = [one for one in root.iter(f"{NS}path") if (one.get("class") or "").startswith("h ")]
    assert len(hatched) == len(Pattern) - len({Pattern.EMPTY, Pattern.SOLID})


@given(st.sampled_from(Pattern), st.integers(1, 300), st.integers(1, 100))
def test_the_strokes_of_a_pattern_lie_within_its_box(
    pattern: Pattern, width: int, height: int
) -> None:
    drawn = list(strokes(pattern, width, height))
    for x, y in (corner for stroke in drawn for corner in stroke):
        assert 0 <= x <= width
        assert 0 <= y <= height
    bare = pattern in {Pattern.EMPTY, Pattern.SOLID}
    assert bool(drawn) != bare or min(width, height) < 6


def plan_saying(text: str, name: str = "hostile") -> Plan:
    """A plan that says a text where pictures look."""
    clause = {"kind": "territorial-status", "region": "an-isle", "attributed_to": "a-party"}
    points = [{"heading": text, "provisions": [clause]}, {"number": "2", "heading": text}]
    return Plan.model_validate(
        {
            "id": name,
            "title": text,
            "conflict": "another",
            "date": datetime.date(2025, 11, 20),
            "text_status": "reported",
            "disclosure": "partial",
            "points": points,
        }
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_a_plan_says_stays_text(text: str) -> None:
    one, other = plan_saying(text), plan_saying(text, "other")
    for result in (plancompare.diff(one, other), [one, other], plancompare.matrix([one, other])):
        drawn = svg(picture(result))
        root = ElementTree.fromstring(drawn)
        known = {"svg", "title", "desc", "style", "path", "rect", "text"}
        assert {element.tag.removeprefix(NS) for element in root.iter()} <= known
        attributes = {name for element in root.iter() for name in element.attrib}
        assert not {name for name in attributes if name.startswith("on")}


def test_a_character_that_cannot_be_shown_is_spelled_out() -> None:
    drawn = svg(Picture("a\x00b\x1b", "One.\nTwo\u202e.", 10, 10, "en", ()))
    root = ElementTree.fromstring(drawn)
    title, description = root.find(f"{NS}title"), root.find(f"{NS}desc")
    assert title is not None
    assert description is not None
    assert (title.text, description.text) == (r"a\x00b\x1b", "One.\nTwo\\u202e.")


@pytest.mark.parametrize("lang", ["en", "uk", "ru"])
def test_percent_signs_stand_after_a_space_that_does_not_break(results: Any, lang: str) -> None:
    drawn = svg(picture(results["acceptability"], lang))
    assert "\\x" not in drawn
    assert ("\N{NO-BREAK SPACE}%" in drawn) == (lang != "en")


@pytest.mark.parametrize("lang", ["en", "uk", "ru"])
@pytest.mark.parametrize("kind", ["matrix", "verdicts"])
def test_names_of_issues_and_stakeholders_are_whole(results: Any, kind: str, lang: str) -> None:
    assert "…" not in svg(picture(results[kind], lang))
