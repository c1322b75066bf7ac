"""A picture as SVG: text that stands in a page or by itself, the same bytes for the same picture.

Colours follow the reader's light or dark theme by CSS variables, which a page may set itself.
Nothing is fetched, and no text of a picture can become markup.
"""

from __future__ import annotations

from hashlib import sha256
from html import escape

from plancompare.errors import shown
from plancompare.report.palette import HUES, Dash, Look, Pattern, css
from plancompare.report.pictures.scene import Box, Curve, Item, Label, Picture, Rule, Shape

__all__ = ["SHAPES", "svg"]

_FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif"
_KEPT = "\n\N{NO-BREAK SPACE}"
"""What counts as not printable, and yet belongs into a text: the latter stands before a percent sign."""

_DASHES = {Dash.WHOLE: "", Dash.LONG: "9 4", Dash.SHORT: "2 4"}
_STROKES = {
    Pattern.RISING: "M-2 2L2 -2M0 8L8 0M6 10L10 6",
    Pattern.FALLING: "M-2 6L2 10M0 0L8 8M6 -2L10 2",
    Pattern.CROSSED: "M0 8L8 0M0 0L8 8",
    Pattern.LEVEL: "M0 2H8M0 6H8",
    Pattern.UPRIGHT: "M2 0V8M6 0V8",
    Pattern.SQUARED: "M0 4H8M4 0V8",
    Pattern.DOTTED: "M1 2H3M2 1V3M5 6H7M6 5V7",
    Pattern.RINGED: "M6 4A2 2 0 1 1 2 4A2 2 0 1 1 6 4",
    Pattern.STARRED: "M4 1V7M1 2.5L7 5.5M1 5.5L7 2.5",
}


SHAPES = f".pc-picture text{{font-family:{_FONT}}}" + "".join(
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
    looks = dict.fromkeys(
        shape.look for shape in picture.shapes if isinstance(shape, Box) and _hatched(shape.look)
    )
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="pc-picture" role="img" '
        f'lang="{_text(picture.lang)}" aria-labelledby="{name}-title" '
        f'aria-describedby="{name}-desc" '
        f'viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        'style="max-width:100%;height:auto">',
        f'<title id="{name}-title">{_text(picture.title)}</title>',
        f'<desc id="{name}-desc">{_text(picture.description)}</desc>',
        *([f"<style>{_STYLE}</style>"] if alone else ()),
        "<defs>",
        *(_pattern(look, _reference(name, look)) for look in looks),
        "</defs>",
        f'<rect width="{width}" height="{height}" class="f-surface"/>',
        *(_element(shape if alone else _unmarked(shape), name) for shape in picture.shapes),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _unmarked(shape: Shape) -> Shape:
    return shape if isinstance(shape, Rule) else shape._replace(item=None)


def _hatched(look: Look) -> bool:
    return look.pattern in _STROKES


def _reference(name: str, look: Look) -> str:
    return f"{name}-{look.hue}-{look.pattern}"


def _pattern(look: Look, name: str) -> str:
    return (
        f'<pattern id="{name}" width="8" height="8" patternUnits="userSpaceOnUse">'
        f'<path d="{_STROKES[look.pattern]}" class="s-{look.hue}" fill="none" '
        'stroke-width="1.6"/></pattern>'
    )


def _element(shape: Shape, name: str) -> str:
    match shape:
        case Box():
            return _box(shape, name)
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


def _box(box: Box, name: str) -> str:
    place = (
        f'x="{_number(box.x)}" y="{_number(box.y)}" '
        f'width="{_number(box.width)}" height="{_number(box.height)}"'
    )
    hue = box.look.hue
    if _hatched(box.look):
        paint = f'fill="url(#{_reference(name, box.look)})" class="s-{hue}"'
    elif box.look.pattern is Pattern.EMPTY:
        paint = f'fill="none" class="s-{hue}"{_dashed(box.look.dash)}'
    else:
        paint = f'class="f-{hue}"'
    return _closed(f"rect {place} {paint}", box.item, box.hint)


def _label(label: Label) -> str:
    x, y = _number(label.x), _number(label.y)
    extras = "".join(
        (
            f' text-anchor="{label.anchor}"' if label.anchor != "start" else "",
            ' font-weight="600"' if label.bold else "",
            f' transform="rotate(-90 {x} {y})"' if label.turned else "",
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
    for one in set(text).difference(_KEPT):
        if not one.isprintable():
            text = text.replace(one, shown(one))
    return escape(text, quote=True)


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
