"""Pictures of a report, drawn elsewhere as inline SVG: a map of points, and of territory."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any, NamedTuple

from plancompare.model import Plan
from plancompare.report.template import trusted

__all__ = ["Pictures", "pictures"]


class Pictures(NamedTuple):
    """Markup of the pictures: a map of points for each pair of plans, one of territory."""

    points: tuple[Any, ...]
    territory: Any


def pictures(plans: Sequence[Plan], pairs: Sequence[tuple[int, int]], lang: str) -> Pictures:
    """The pictures that can be drawn; none where the part that draws them is not there."""
    try:
        drawn = import_module("plancompare.report.pictures")
    except ModuleNotFoundError:
        return Pictures((), None)
    return Pictures(
        tuple(trusted(drawn.point_map_svg(plans[one], plans[other], lang)) for one, other in pairs),
        trusted(drawn.territory_svg(plans, lang)),
    )
