"""Pictures of results: the same shapes as SVG and as PNG, each with a text that says the same."""

from plancompare.report.pictures.plotting import (
    acceptability_svg,
    describe,
    heat_map_svg,
    intervals_svg,
    matrix_svg,
    plot,
    point_map_svg,
    territory_svg,
)

__all__ = [
    "acceptability_svg",
    "describe",
    "heat_map_svg",
    "intervals_svg",
    "matrix_svg",
    "plot",
    "point_map_svg",
    "territory_svg",
]
