"""The pictures of a page are those that can be drawn by themselves, in its colours and language."""

import re

from plancompare.report.contents import Contents
from plancompare.report.palette import HUES
from plancompare.report.pictures.point_map import point_map
from plancompare.report.pictures.territory import territory_maps
from plancompare.report.pictures.words import Words

from .conftest import Element


def test_each_pair_has_its_map_of_points_and_each_plan_its_map_of_territory(
    root: Element, found: Contents, lang: str
) -> None:
    words = Words(lang, found.library)
    drawn = [point_map(one, words) for one in found.diffs]
    drawn += territory_maps(found.plans, words)
    shown = root.find("svg")
    assert len(shown) == len(drawn)
    for one, expected in zip(shown, drawn, strict=True):
        assert one.find("desc")[0].raw == expected.description
        assert one.find("title")[0].raw == expected.title
        assert one.attributes["lang"] == lang


def test_page_and_pictures_have_the_same_colours_and_no_other(source: str, root: Element) -> None:
    colours = set(re.findall(r"#[0-9a-f]{6}\b", root.find("style")[0].raw))
    assert colours == {colour for hue in HUES.values() for colour in hue}
    assert not re.search(r"#[0-9a-f]{3}[;\s]", root.find("style")[0].raw)
    assert source.count("--pc-surface:") == 2
