"""Looks as style of a page: each pattern as the ground of an element, in the colours of the palette."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plancompare.report.looks import CHANGES, DIFFERS, INTERVAL, LINES, RANKS, TREATMENTS, VERDICTS
from plancompare.report.palette import Dash, Look, Pattern

__all__ = ["ground", "style"]

_STRIPES = "repeating-linear-gradient({turn}deg,{hue} 0 1.5px,transparent 1.5px 4px)"
_TURNS = {
    Pattern.RISING: (135,),
    Pattern.FALLING: (45,),
    Pattern.CROSSED: (135, 45),
    Pattern.LEVEL: (0,),
    Pattern.UPRIGHT: (90,),
    Pattern.SQUARED: (0, 90),
}
_ROUND = {
    Pattern.DOTTED: "radial-gradient({hue} 1.1px,transparent 1.6px) 0 0/4px 4px",
    Pattern.RINGED: "radial-gradient(transparent 1px,{hue} 1.4px 2.2px,transparent 2.6px) 0 0/6px 6px",
}
_LETTERS = {
    Pattern.EMPTY: "",
    Pattern.RISING: "/",
    Pattern.FALLING: r"\\",
    Pattern.CROSSED: "X",
    Pattern.DOTTED: ":",
    Pattern.LEVEL: "=",
    Pattern.UPRIGHT: "|",
    Pattern.SQUARED: "#",
    Pattern.RINGED: "o",
}
_ENOUGH = 90
"""So many letters fill the widest bar on paper."""

_LINES = {Dash.WHOLE: "solid", Dash.LONG: "dashed", Dash.SHORT: "dotted"}

_SWATCHES: Mapping[str, Look] = {
    **{f".k.{one}": look for one, look in {**TREATMENTS, **CHANGES}.items()},
    ".k.differs": DIFFERS,
    **{f"#matrix-table td.{one}::after": look for one, look in TREATMENTS.items()},
    **{f".r{place}": look for place, look in enumerate(RANKS)},
    ".bar i": INTERVAL,
    **{f"td.{one}::after": look for one, look in LINES.items()},
}
_LETTERED: Mapping[str, Look] = {f".v.{one}": look for one, look in VERDICTS.items()}
_CLEAR = "linear-gradient(var(--pc-surface),var(--pc-surface)) 50%/60% 70% no-repeat"
"""The middle of a tile, so that its letter can be read on any pattern."""


def style() -> str:
    """The look of every mark on a page by its class, as rules of CSS; for paper, as letters."""
    screen = (*_rules(_SWATCHES), *_rules(_LETTERED, f"{_CLEAR},"))
    return f"{''.join(screen)}@media print{{{''.join(_printed())}}}"


def ground(look: Look) -> str:
    """The pattern of a look as the last layers of a background. No element of a page is starred.

    >>> ground(Look("slate")), ground(Look("line", Pattern.EMPTY))
    ('var(--pc-slate)', 'transparent')
    """
    hue = f"var(--pc-{look.hue})"
    match look.pattern:
        case Pattern.SOLID:
            return hue
        case Pattern.EMPTY:
            return "transparent"
        case Pattern.DOTTED | Pattern.RINGED as one:
            return _ROUND[one].format(hue=hue)
    return ",".join(_STRIPES.format(turn=turn, hue=hue) for turn in _TURNS[look.pattern])


def _printed() -> Iterator[str]:
    """A gradient becomes an image on paper, and many make a file too large to send."""
    for selector, look in _SWATCHES.items():
        if look.pattern is not Pattern.SOLID:
            mark = selector if selector.endswith("::after") else f"{selector}::before"
            drawn = _LETTERS[look.pattern] * _ENOUGH
            yield f'{selector}{{background:none}}{mark}{{content:"{drawn}";color:var(--pc-{look.hue})}}'
    for selector, look in _LETTERED.items():
        solid = look.pattern is Pattern.SOLID
        yield f"{selector}{{background:{ground(look) if solid else 'none'}}}"


def _rules(looks: Mapping[str, Look], over: str = "") -> list[str]:
    return [
        f"{selector}{{background:{over}{ground(look)};"
        f"outline:1px {_LINES[look.dash]} var(--pc-{look.hue})}}"
        for selector, look in looks.items()
    ]
