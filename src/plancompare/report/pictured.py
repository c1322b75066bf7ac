"""The pictures of a page, as inline SVG: maps of points and of territory."""

from __future__ import annotations

from typing import Any, NamedTuple

from plancompare.report.contents import Contents
from plancompare.report.pictures.point_map import point_map
from plancompare.report.pictures.scene import Picture
from plancompare.report.pictures.svg import svg
from plancompare.report.pictures.territory import territory_maps
from plancompare.report.pictures.words import Words
from plancompare.report.template import trusted

__all__ = ["Pictures", "pictures"]


class Pictures(NamedTuple):
    """Markup of the pictures: a map of points for each pair of plans, one of territory for each plan."""

    points: tuple[Any, ...]
    territory: tuple[Any, ...]


def pictures(found: Contents, lang: str) -> Pictures:
    """The pictures of what a report shows. Raises `UnknownIdError`."""
    words = Words(lang, found.library)
    return Pictures(
        tuple(_drawn(point_map(diff, words)) for diff in found.diffs),
        tuple(_drawn(one) for one in territory_maps(found.plans, words)),
    )


def _drawn(one: Picture) -> Any:
    return trusted(svg(one, alone=False))
