"""A picture as PNG: the one door to matplotlib, which comes with the extra `plot`."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from plancompare.errors import PlancompareError
from plancompare.report.palette import HUES, Dash, Pattern
from plancompare.report.pictures.hatching import WEIGHT, Stroke, strokes
from plancompare.report.pictures.scene import Box, Curve, Label, Picture, Rule, Shape

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.patches import PathPatch

__all__ = ["png"]

_DOTS = 144
"""Per inch; a unit of a picture is a point, so that it has two dots each way."""

_MOST = 2**14
"""Units of height; with two dots to each, half of what the renderer takes."""

_DASHES: dict[Dash, tuple[float, tuple[float, ...]]] = {
    Dash.WHOLE: (0, ()),
    Dash.LONG: (0, (5, 2.2)),
    Dash.SHORT: (0, (1.1, 2.2)),
}
_SETTINGS: Any = {
    "font.family": ["DejaVu Sans"],
    "path.simplify": False,
    "savefig.bbox": None,
    "text.usetex": False,
    "text.parse_math": False,
}


def png(picture: Picture) -> bytes:
    """A picture on the light ground; equal pictures give equal bytes.

    Raises `PlancompareError` without matplotlib, or where the picture is too tall for a bitmap.
    """
    try:
        import matplotlib as mpl
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError:
        raise PlancompareError(
            "PNG needs matplotlib, which is not installed; install plancompare[plot], or write SVG"
        ) from None
    if picture.height > _MOST:
        raise PlancompareError("the picture is too tall for PNG; write SVG, or show fewer plans")
    with mpl.rc_context(_SETTINGS), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing from font")
        figure = Figure((picture.width / 72, picture.height / 72), dpi=_DOTS)
        FigureCanvasAgg(figure)
        axes = figure.add_axes((0, 0, 1, 1), xlim=(0, picture.width), ylim=(picture.height, 0))
        axes.set_axis_off()
        for place, shape in enumerate(picture.shapes):
            _draw(axes, shape, place)
        stream = BytesIO()
        about = {"Title": picture.title, "Description": picture.description, "Software": None}
        ground = HUES["surface"].light
        figure.savefig(stream, format="png", dpi=_DOTS, facecolor=ground, metadata=about)
    return stream.getvalue()


def _hatching(lines: Sequence[Stroke], box: Box, colour: str, order: int) -> PathPatch:
    """The strokes of a pattern, each from its beginning to its end."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    corners = [(box.x + x, box.y + y) for line in lines for x, y in line]
    codes = [Path.LINETO if place else Path.MOVETO for line in lines for place in range(len(line))]
    return PathPatch(
        Path(corners, codes),
        facecolor="none",
        edgecolor=colour,
        linewidth=WEIGHT,
        capstyle="round",
        zorder=order,
    )


def _draw(axes: Axes, shape: Shape, order: int) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import PathPatch, Rectangle
    from matplotlib.path import Path

    match shape:
        case Box(look=look):
            colour = HUES[look.hue].light
            solid = look.pattern is Pattern.SOLID
            box = Rectangle(
                (shape.x, shape.y),
                shape.width,
                shape.height,
                facecolor=colour if solid else "none",
                edgecolor="none" if solid else colour,
                linewidth=0 if solid else 1,
                linestyle=_DASHES[look.dash],
                zorder=order,
            )
            axes.add_patch(box)
            if lines := list(strokes(look.pattern, shape.width, shape.height)):
                axes.add_patch(_hatching(lines, shape, colour, order))
        case Curve(look=look):
            middle = (shape.x + shape.to_x) / 2
            path = Path(
                [
                    (shape.x, shape.y),
                    (middle, shape.y),
                    (middle, shape.to_y),
                    (shape.to_x, shape.to_y),
                ],
                [Path.MOVETO, Path.CURVE4, Path.CURVE4, Path.CURVE4],
            )
            colour = HUES[look.hue].light
            dash = _DASHES[look.dash]
            curve = PathPatch(
                path,
                facecolor="none",
                edgecolor=colour,
                linewidth=1.8,
                linestyle=dash,
                zorder=order,
            )
            axes.add_patch(curve)
        case Rule():
            ends = (shape.x, shape.to_x), (shape.y, shape.to_y)
            line = Line2D(
                *ends,
                color=HUES["line"].light,
                linewidth=1,
                linestyle=_DASHES[shape.dash],
                zorder=order,
            )
            axes.add_line(line)
        case Label():
            aligned = {"start": "left", "middle": "center", "end": "right"}[shape.anchor]
            axes.text(
                shape.x,
                shape.y,
                shape.text,
                fontsize=shape.size * 0.94,
                color=HUES[shape.hue].light,
                fontweight="bold" if shape.bold else "normal",
                horizontalalignment=aligned,
                verticalalignment="baseline",
                rotation=90 if shape.turned else 0,
                rotation_mode="anchor",
                zorder=order,
            )
