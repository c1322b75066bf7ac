"""Which point of one draft became which of the next, as a picture of two columns and links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plancompare.diffing.alignment import Basis
from plancompare.diffing.lineage import Fate, PointFate, fates
from plancompare.diffing.plandiff import PlanDiff
from plancompare.model import Plan, Point
from plancompare.report.looks import FATES
from plancompare.report.palette import Dash, Look
from plancompare.report.pictures.legend import MARGIN, head, legend, note
from plancompare.report.pictures.lettering import cut
from plancompare.report.pictures.scene import Box, Curve, Drawing, Item, Picture
from plancompare.report.pictures.words import Words

__all__ = ["point_map"]

WIDTH = 520
_COLUMN = 186
_NODE = 12

_MANY = {Fate.SPLIT, Fate.MERGED, Fate.REORGANISED}
_DASHES = {Basis.DECLARED: Dash.WHOLE, Basis.ISSUES: Dash.LONG, Basis.TEXT: Dash.SHORT}


def point_map(found: PlanDiff, words: Words) -> Picture:
    """The points of both plans of a diff, each once, with the links between them."""
    before, after = found.before, found.after
    title = words.word("points", before=before.id, after=after.id)
    drawing = Drawing()
    head(drawing, title, WIDTH)
    top = drawing.bottom
    became = tuple(fates(found))
    groups = tuple(zip(found.alignment.groups, became, strict=True))
    left = {place: one for group, one in groups for place in group.before}
    right = {place: one for group, one in groups for place in group.after}
    lefts = _column(drawing, before, left, words)
    reached, drawing.bottom = drawing.bottom, top
    level = {link.after: lefts[link.before] for link in reversed(found.alignment.links)}
    rights = _column(drawing, after, right, words, level)
    drawing.bottom = max(drawing.bottom, reached)
    for link in found.alignment.links:
        fate = left[link.before].fate
        names = _name(before.points[link.before], words), _name(after.points[link.after], words)
        drawing.add(
            Curve(
                MARGIN + _COLUMN + _NODE,
                lefts[link.before],
                WIDTH - MARGIN - _COLUMN - _NODE - 5,
                rights[link.after],
                Look(FATES[fate].hue, dash=_DASHES[link.basis]),
                Item("link", f"{link.before}/{link.after}", fate),
                words.word("points_to", before=names[0], after=names[1]),
            )
        )
    bases = dict.fromkeys(link.basis for link in found.alignment.links)
    meant = {words.word(f"link_{one}"): Look("ink", dash=_DASHES[one]) for one in bases}
    legend(drawing, meant, WIDTH, lines=True)
    note(drawing, words.word("points_note"), WIDTH)
    told = [words.word("points_note"), *_told(became, words)]
    return Picture(title, "\n".join(told), WIDTH, drawing.bottom, words.lang, tuple(drawing.shapes))


def _column(
    drawing: Drawing,
    plan: Plan,
    became: dict[int, PointFate],
    words: Words,
    level: dict[int, float] | None = None,
) -> list[float]:
    """One plan's points from top to bottom; the heights at which links meet them.

    The right column stands `level` with the left one, as far as the order of points allows.
    """
    left = level is None
    x = MARGIN if left else WIDTH - MARGIN - _COLUMN
    node = x + _COLUMN if left else x - _NODE - 5
    drawing.text(x, [plan.id], 13, bold=True)
    drawing.bottom += 6
    heights: list[float] = []
    for place, point in enumerate(plan.points):
        fate = became[place]
        name = cut(_name(point, words), _COLUMN - 4, 2)
        told = cut(_fate(fate, words, left=left), _COLUMN - 4, 2, 11)
        tall = len(name) * 16.2 + len(told) * 14.9
        if level and place in level:
            drawing.bottom = max(drawing.bottom, level[place] - tall / 2)
        heights.append(round(drawing.bottom + tall / 2, 1))
        drawing.text(x, name, lang="en")
        drawing.text(x, told, 11, hue="muted")
        state = Item("point", f"{'before' if left else 'after'}/{place}", fate.fate)
        look, hint = FATES[fate.fate], _name(point, words)
        mark = Box(node, heights[-1] - _NODE / 2, _NODE, _NODE, look, state, hint)
        drawing.add(mark)
        drawing.bottom += 9
    return heights


def _name(point: Point, words: Words) -> str:
    """The number, if one is printed, and the heading."""
    return " ".join(filter(None, (point.number, point.heading))) or words.word("unnumbered")


def _fate(found: PointFate, words: Words, *, left: bool) -> str:
    """What became of a point, and together with which others it is best read."""
    word = words.fate(found.fate)
    others = found.after if left else found.before
    numbers = [point.number for point in others]
    if found.fate not in _MANY or None in numbers:
        return word
    return f"{word}: {words.word('points_into' if left else 'points_from', points=_list(others))}"


def _list(points: Sequence[Point]) -> str:
    return ", ".join(point.number or "" for point in points)


def _told(became: Sequence[PointFate], words: Words) -> Iterator[str]:
    """One sentence for each group of points."""
    for one in became:
        fate = words.fate(one.fate)
        sides = [
            "; ".join(_name(point, words) for point in side) for side in (one.before, one.after)
        ]
        if all(sides):
            sides = [words.word("points_to", before=sides[0], after=sides[1])]
        yield f"{''.join(sides)}: {fate}."
