"""What a picture consists of, whoever draws it: boxes, curves and lines of text, each with its place.

Every way of drawing reads this and nothing else, so that all show the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from plancompare.report.palette import Dash, Look

__all__ = ["Anchor", "Box", "Curve", "Drawing", "Item", "Label", "Picture", "Rule", "Shape"]

Anchor = Literal["start", "middle", "end"]


class Item(NamedTuple):
    """What a shape stands for: a name that is unique among its kind, and its state, if it has one."""

    kind: str
    name: str
    state: str = ""


class Box(NamedTuple):
    """A rectangle in a look; `hint` is shown where a reader points at it."""

    x: float
    y: float
    width: float
    height: float
    look: Look
    item: Item | None = None
    hint: str = ""


class Curve(NamedTuple):
    """A line that swings from one height to another, from left to right."""

    x: float
    y: float
    to_x: float
    to_y: float
    look: Look
    item: Item | None = None
    hint: str = ""


class Rule(NamedTuple):
    """A thin straight line."""

    x: float
    y: float
    to_x: float
    to_y: float
    dash: Dash = Dash.WHOLE


class Label(NamedTuple):
    """One line of text on its baseline; `turned` reads upwards, and `lang` is that of free text."""

    x: float
    y: float
    text: str
    size: float = 12
    hue: Literal["ink", "muted"] = "ink"
    bold: bool = False
    anchor: Anchor = "start"
    turned: bool = False
    item: Item | None = None
    lang: str = ""


Shape: TypeAlias = Box | Curve | Rule | Label


@dataclass(frozen=True, slots=True)
class Picture:
    """A finished picture; `description` states in words whatever the shapes show."""

    title: str
    description: str
    width: float
    height: float
    lang: str
    shapes: tuple[Shape, ...]


class Drawing:
    """A picture in the making: shapes, and how far down they reach."""

    def __init__(self, top: float = 0) -> None:
        self.shapes: list[Shape] = []
        self.bottom = top

    def add(self, *shapes: Shape) -> None:
        """Put shapes into the picture, over those that are there."""
        self.shapes += shapes

    def text(
        self,
        x: float,
        lines: Iterable[str],
        size: float = 12,
        *,
        hue: Literal["ink", "muted"] = "ink",
        bold: bool = False,
        lang: str = "",
    ) -> None:
        """Lines of text below everything so far."""
        for line in lines:
            self.bottom += round(size * 1.35, 1)
            y = round(self.bottom - size * 0.3, 1)
            self.add(Label(x, y, line, size, hue, bold, lang=lang))
