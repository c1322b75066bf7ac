"""The wording of two plans as a table: a row for each point whose text differs, as a redline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal

from plancompare.diffing.plandiff import PlanDiff
from plancompare.diffing.redline import Redline
from plancompare.diffing.rewording import Rewording
from plancompare.model import Point
from plancompare.tables.table import Row, Table

__all__ = ["has_wording", "in_brackets", "in_markup", "wording_rows", "wording_table"]

_DASH = "\N{EN DASH}"
_BRACKETS = {"removed": ("[-", "-]"), "added": ("{+", "+}")}
_SIGNS = {"removed": ("\x01", "\x02"), "added": ("\x03", "\x04")}
_STRONG = ("\x05", "\x06")
"""Signs that no text can hold, so that they pass through escaping and cannot be forged."""

_MARKUP = str.maketrans(
    {
        "\x01": "<del>",
        "\x02": "</del>",
        "\x03": "<ins>",
        "\x04": "</ins>",
        "\x05": "<strong>",
        "\x06": "</strong>",
    }
)


def has_wording(diff: PlanDiff) -> bool:
    """Whether both plans have texts to compare."""
    return bool(diff) and bool(diff.wording.rewordings or diff.wording.alike)


def wording_table(diff: PlanDiff, form: Literal["brackets", "signs"]) -> Table:
    """A row for each text that differs; `signs` are to be replaced by `in_markup` in the end."""
    rows = tuple(
        Row("", (_points(one), _shown(one.redline, form), _marked(one)), tone="redline")
        for one in diff.wording.rewordings
    )
    columns = ("point", f"{diff.before.id} → {diff.after.id}", "weighs")
    return Table(_title(diff), columns, rows, toned=1, notes=_notes(diff))


def _title(diff: PlanDiff) -> str:
    found = [one for one in diff.wording.rewordings if one.before or one.after]
    gone = sum(not one.after for one in found)
    new = sum(not one.before for one in found)
    counts = (
        (len(found) - gone - new, "reworded"),
        (gone, f"only in {diff.before.id}"),
        (new, f"only in {diff.after.id}"),
    )
    said = [f"{count} {words}" for count, words in counts if count] or ["no point reworded"]
    title = f"Wording: {', '.join(said)}; {diff.wording.alike} alike"
    if diff.changes:
        return title
    return f"{diff.before.id} -> {diff.after.id}: no typed clause on either side\n{title}"


def _notes(diff: PlanDiff) -> tuple[str, ...]:
    moved = [
        f"{one.before.name} → {one.after.name}"
        for one in diff.edits
        if one.before and one.after and one.before.text
        if one.before.text == one.after.text and one.before.number != one.after.number
    ]
    return (f"Same text under another number: {', '.join(moved)}",) if moved else ()


def _points(one: Rewording) -> str:
    if not one.before and not one.after:
        return "preamble"
    sides = [_names(one.before), _names(one.after)]
    return sides[0] if sides[0] == sides[1] else " → ".join(side or _DASH for side in sides)


def _names(points: Sequence[Point]) -> str:
    return ", ".join(point.name for point in points)


def _marked(one: Rewording) -> str:
    if bool(one.before) != bool(one.after):  # all of it came or went
        return ""
    return "\n".join(
        f"{mark}: {removed or _DASH} → {added or _DASH}"
        for mark, removed, added in one.redline.weighty
    )


def _shown(redline: Redline, form: Literal["brackets", "signs"]) -> str:
    return "".join(in_brackets(redline) if form == "brackets" else _in_signs(redline))


def in_brackets(redline: Redline) -> Iterator[str]:
    """The text with `[-what went-]` and `{+what came+}`."""
    for change, members in groupby(redline.segments, key=lambda one: one.change):
        text = "".join(one.text for one in members)
        yield text if change == "kept" else _enclosed(text, change, *_BRACKETS[change])


def _in_signs(redline: Redline) -> Iterator[str]:
    for change, members in groupby(redline.segments, key=lambda one: one.change):
        if change == "kept":
            yield from (one.text for one in members)
            continue
        text = "".join(
            _enclosed(one.text, change, *_STRONG) if one.mark else one.text for one in members
        )
        yield _enclosed(text, change, *_SIGNS[change])


def _enclosed(text: str, change: str, opening: str, closing: str) -> str:
    """Text between two signs, the space around it outside; space alone needs none."""
    core = text.strip()
    if not core:
        return text if change == "added" else ""
    start = text.index(core)
    return f"{text[:start]}{opening}{core}{closing}{text[start + len(core) :]}"


def in_markup(text: str) -> str:
    """A document with the signs of a redline replaced by HTML elements, which Markdown knows too."""
    return text.translate(_MARKUP)


def wording_rows(diff: PlanDiff) -> Iterator[tuple[str, ...]]:
    """Texts that differ in the columns of a diff: issue, before, after, change, points."""
    for one in diff.wording.rewordings:
        change = "reworded" if bool(one.before) == bool(one.after) else "added"
        if one.before and not one.after:
            change = "removed"
        before, after = one.redline.rejected(), one.redline.accepted()
        yield "", before, after, f"{change} in wording", _points(one)
