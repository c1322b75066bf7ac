"""How things look in every picture and page: colours for light and dark, patterns, strokes.

A look is never told by colour alone: within one picture, no two looks share a pattern or a dash.
The hues come from no flag and keep their distance for colour-blind readers.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal, NamedTuple

__all__ = ["HUES", "Dash", "Hue", "Look", "Pattern", "contrast", "css"]

Theme = Literal["light", "dark"]


class Hue(NamedTuple):
    """One colour in both themes, as `#rrggbb`."""

    light: str
    dark: str


HUES: Mapping[str, Hue] = {
    "surface": Hue("#ffffff", "#16191d"),
    "raised": Hue("#f2f3f4", "#22272d"),
    "ink": Hue("#1c1f23", "#eceef0"),
    "muted": Hue("#51585f", "#b3bac1"),
    "line": Hue("#767d84", "#8a929a"),
    "teal": Hue("#00695f", "#4fc3b2"),
    "violet": Hue("#6a3d9a", "#c3a3ee"),
    "brown": Hue("#8a4b08", "#e3a565"),
    "rose": Hue("#a3295f", "#f08fb8"),
    "slate": Hue("#44566c", "#9fb4cc"),
    "olive": Hue("#5a6100", "#c0c75a"),
    "blue": Hue("#0b4f9e", "#8ec2ff"),
}
"""`surface`, `raised`, `ink`, `muted` and `line` are grounds, text and rules; the others tell apart."""


class Pattern(StrEnum):
    """How an area is filled."""

    EMPTY = "empty"
    SOLID = "solid"
    RISING = "rising"
    FALLING = "falling"
    CROSSED = "crossed"
    DOTTED = "dotted"
    LEVEL = "level"
    UPRIGHT = "upright"
    SQUARED = "squared"
    RINGED = "ringed"
    STARRED = "starred"


class Dash(StrEnum):
    """How a line is broken."""

    WHOLE = "whole"
    LONG = "long"
    SHORT = "short"


class Look(NamedTuple):
    """A hue with what tells it apart without colour: the pattern of an area, the dash of a line."""

    hue: str
    pattern: Pattern = Pattern.SOLID
    dash: Dash = Dash.WHOLE


def css(selector: str) -> str:
    """The colours as variables of CSS, light or dark as the reader has it, and light on paper.

    >>> css(":root")[:29]
    ':root{--pc-surface:#ffffff;--'
    """
    light, dark = (
        "".join(f"--pc-{name}:{hue[theme]};" for name, hue in HUES.items()) for theme in (0, 1)
    )
    return (
        f"{selector}{{{light}}}"
        f"@media screen and (prefers-color-scheme:dark){{{selector}{{{dark}}}}}"
    )


def contrast(one: str, other: str) -> float:
    """The contrast of two colours after WCAG 2, from 1 to 21.

    >>> contrast("#ffffff", "#000000")
    21.0
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
