"""The foot of a picture: what each look means, in words, and what to bear in mind."""

from __future__ import annotations

from collections.abc import Mapping

from plancompare.report.palette import Look
from plancompare.report.pictures.lettering import room, wrapped
from plancompare.report.pictures.scene import Box, Curve, Drawing, Item, Label

__all__ = ["MARGIN", "head", "legend", "note"]

MARGIN = 10
_SWATCH = 26
_ROW = 20


def head(drawing: Drawing, title: str, width: float) -> None:
    """The title over a picture."""
    drawing.bottom += MARGIN / 2
    drawing.text(MARGIN, wrapped(title, width - 2 * MARGIN, 15, bold=True), 15, bold=True)
    drawing.bottom += MARGIN / 2


def legend(
    drawing: Drawing, looks: Mapping[str, Look], width: float, *, lines: bool = False
) -> None:
    """One swatch for each meaning, as many to a row as fit; as lines instead of areas if asked."""
    x: float = MARGIN
    drawing.bottom += MARGIN
    for meaning, look in looks.items():
        needed = _SWATCH + 6 + room(meaning) + 14
        if x > MARGIN and x + needed > width:
            x = MARGIN
            drawing.bottom += _ROW
        top = drawing.bottom
        item = Item("legend", meaning)
        if lines:
            drawing.add(Curve(x, top + 8, x + _SWATCH, top + 8, look, item))
        else:
            drawing.add(Box(x, top + 2, _SWATCH, 12, look, item))
        for place, line in enumerate(wrapped(meaning, width - _SWATCH - 2 * MARGIN - 6)):
            drawing.bottom += _ROW * bool(place)
            drawing.add(Label(x + _SWATCH + 6, drawing.bottom + 12, line))
        x += needed
    drawing.bottom += _ROW


def note(drawing: Drawing, text: str, width: float, x: float = 0) -> None:
    """A sentence under a picture or a part of it, in a lesser tone."""
    drawing.bottom += MARGIN / 2
    drawing.text(x + MARGIN, wrapped(text, width - 2 * MARGIN, 11.5), 11.5, hue="muted")
    drawing.bottom += MARGIN
