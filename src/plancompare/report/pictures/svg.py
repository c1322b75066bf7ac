"""A picture as SVG: text that stands in a page or by itself, the same bytes for the same picture.

Colours follow the reader's light or dark theme by CSS variables, which a page may set itself.
Nothing is fetched, and no text of a picture can become markup.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from html import escape

from plancompare.errors import shown
from plancompare.report.palette import HUES, Dash, Pattern, css
from plancompare.report.pictures.hatching import WEIGHT, strokes
from plancompare.report.pictures.scene import Box, Curve, Item, Label, Picture, Rule, Shape

__all__ = ["SHAPES", "svg"]

_FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif"
_KEPT = "\n\N{NO-BREAK SPACE}"
"""What counts as not printable, and yet belongs into a text: the latter stands before a percent sign."""

_DASHES = {Dash.WHOLE: "", Dash.LONG: "9 4", Dash.SHORT: "2 4"}


SHAPES = (
    f".pc-picture text{{font-family:{_FONT}}}"
    ".pc-picture .o{fill:none;pointer-events:all}"
    f".pc-picture .h{{fill:none;stroke-width:{WEIGHT};stroke-linecap:round;pointer-events:none}}"
) + "".join(
    f".pc-picture .f-{name}{{fill:var(--pc-{name})}}"
    f".pc-picture .s-{name}{{stroke:var(--pc-{name})}}"
    for name in HUES
)
"""The style of the shapes, for a page with several pictures; the colours are those of the palette."""

_STYLE = css(":where(.pc-picture)") + SHAPES


def svg(picture: Picture, *, alone: bool = True) -> str:
    """A picture as an `<svg>` element.

    Within a page it is not `alone`: the page has the style, once for all, and reads no marks by
    which a program finds what a shape stands for.

    >>> from plancompare.report.pictures.scene import Label, Picture
    >>> drawn = svg(Picture("A <b>", "One word.", 100, 40, "en", (Label(4, 20, "peace & quiet"),)))
    >>> "peace &amp; quiet" in drawn and "<title" in drawn and "<b>" not in drawn
    True
    """
    told = f"{picture.lang} {picture.title} {picture.description}"  # all that the shapes show
    name = f"pc-{sha256(told.encode()).hexdigest()[:10]}"
    width, height = _number(picture.width), _number(picture.height)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="pc-picture" role="img" '
        f'lang="{_text(picture.lang)}" aria-labelledby="{name}-title" '
        f'aria-describedby="{name}-desc" '
        f'viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        'style="max-width:100%;height:auto">',
        f'<title id="{name}-title">{_text(picture.title)}</title>',
        f'<desc id="{name}-desc">{_text(picture.description)}</desc>',
        *([f"<style>{_STYLE}</style>"] if alone else ()),
        f'<rect width="{width}" height="{height}" class="f-surface"/>',
        *(_element(shape if alone else _unmarked(shape)) for shape in picture.shapes),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _unmarked(shape: Shape) -> Shape:
    return shape if isinstance(shape, Rule) else shape._replace(item=None)


def _element(shape: Shape) -> str:
    match shape:
        case Box():
            return _box(shape)
        case Label():
            return _label(shape)
        case Curve():
            middle = _number((shape.x + shape.to_x) / 2)
            start, end = _number(shape.y), _number(shape.to_y)
            path = (
                f"M{_number(shape.x)} {start}"
                f"C{middle} {start} {middle} {end} {_number(shape.to_x)} {end}"
            )
            return _closed(
                f'path d="{path}" fill="none" stroke-width="1.8" '
                f'class="s-{shape.look.hue}"{_dashed(shape.look.dash)}',
                shape.item,
                shape.hint,
            )
        case Rule():
            ends = f"M{_number(shape.x)} {_number(shape.y)}L{_number(shape.to_x)} {_number(shape.to_y)}"
            return f'<path d="{ends}" class="s-line"{_dashed(shape.dash)}/>'


def _box(box: Box) -> str:
    place = (
        f'x="{_number(box.x)}" y="{_number(box.y)}" '
        f'width="{_number(box.width)}" height="{_number(box.height)}"'
    )
    hue = box.look.hue
    if box.look.pattern is Pattern.SOLID:
        return _closed(f'rect {place} class="f-{hue}"', box.item, box.hint)
    outline = f'rect {place} class="o s-{hue}"{_dashed(box.look.dash)}'
    return _closed(outline, box.item, box.hint) + _hatched(box)


def _hatched(box: Box) -> str:
    """The strokes of a pattern as one path, which begins at the corner of the box."""
    path = _path(box.look.pattern, box.width, box.height)
    if not path:
        return ""
    return f'<path class="h s-{box.look.hue}" d="M{_number(box.x)} {_number(box.y)}{path}"/>'


@lru_cache(1024)
def _path(pattern: Pattern, width: float, height: float) -> str:
    """The strokes of a pattern in a box of some size, step by step."""
    at, path = (0.0, 0.0), ""
    for start, *rest in strokes(pattern, width, height):
        path += f"m{_step(at, start)}"
        at = start
        for corner in rest:
            path += f"l{_step(at, corner)}"
            at = corner
    return path


def _step(start: tuple[float, float], end: tuple[float, float]) -> str:
    across, down = (_number(to - at) for at, to in zip(start, end, strict=True))
    return f"{across}{'' if down.startswith('-') else ' '}{down}"


def _label(label: Label) -> str:
    x, y = _number(label.x), _number(label.y)
    extras = "".join(
        (
            f' text-anchor="{label.anchor}"' if label.anchor != "start" else "",
            ' font-weight="600"' if label.bold else "",
            f' transform="rotate(-90 {x} {y})"' if label.turned else "",
            f' lang="{label.lang}"' if label.lang else "",
            _item(label.item),
        )
    )
    return (
        f'<text x="{x}" y="{y}" font-size="{_number(label.size)}" class="f-{label.hue}"{extras}>'
        f"{_text(label.text)}</text>"
    )


def _closed(opened: str, item: Item | None, hint: str) -> str:
    whole = f"<{opened}{_item(item)}"
    if not hint:
        return f"{whole}/>"
    return f"{whole}><title>{_text(hint)}</title></{opened.split(maxsplit=1)[0]}>"


def _item(item: Item | None) -> str:
    if item is None:
        return ""
    state = f' data-state="{_text(item.state)}"' if item.state else ""
    return f' data-kind="{_text(item.kind)}" data-name="{_text(item.name)}"{state}'


def _dashed(dash: Dash) -> str:
    return f' stroke-dasharray="{_DASHES[dash]}"' if dash is not Dash.WHOLE else ""


def _text(text: str) -> str:
    if not text.isprintable():
        for one in set(text).difference(_KEPT):
            if not one.isprintable():
                text = text.replace(one, shown(one))
    return escape(text, quote=True)


@lru_cache(4096)
def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
