"""Pictures stand in the page as they were drawn, and the page is whole without them."""

import sys
from collections.abc import Sequence
from types import SimpleNamespace

import pytest

from plancompare import Plan
from plancompare.report.contents import Contents
from plancompare.report.page import page


def point_map_svg(before: Plan, after: Plan, lang: str) -> str:
    return f"<svg><title>{before.id} {after.id} {lang}</title></svg>"


def territory_svg(plans: Sequence[Plan], lang: str) -> str:
    return f"<svg><title>{len(plans)} {lang}</title></svg>"


def test_each_pair_has_its_map_and_all_plans_share_one_of_territory(
    found: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = SimpleNamespace(point_map_svg=point_map_svg, territory_svg=territory_svg)
    monkeypatch.setitem(sys.modules, "plancompare.report.pictures", drawn)
    text = page(found, "uk")
    for one, other in (("us-28", "geneva"), ("geneva", "europe-28"), ("us-28", "europe-28")):
        assert f"<svg><title>{one} {other} uk</title></svg>" in text
    assert "<svg><title>3 uk</title></svg>" in text
    assert '<a href="#territory">' in text


def test_without_them_no_place_stays_empty(
    found: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "plancompare.report.pictures", None)
    text = page(found)
    assert 'class="picture"' not in text
    assert "#territory" not in text
