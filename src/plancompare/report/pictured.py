"""The pictures of a page, as inline SVG: a map of points for each pair of plans, one of territory."""

from __future__ import annotations

from typing import Any, NamedTuple

from plancompare.report.contents import Contents
from plancompare.report.pictures.plotting import Plottable, picture
from plancompare.report.pictures.svg import svg
from plancompare.report.template import trusted

__all__ = ["Pictures", "pictures"]


class Pictures(NamedTuple):
    """Markup of the pictures, and what each shows in words."""

    points: tuple[Any, ...]
    territory: Any


def pictures(found: Contents, lang: str) -> Pictures:
    """The pictures of what a report shows. Raises `UnknownIdError`."""

    def drawn(result: Plottable) -> Any:
        return trusted(svg(picture(result, lang, found.library), styled=False))

    return Pictures(tuple(drawn(diff) for diff in found.diffs), drawn(found.plans))
