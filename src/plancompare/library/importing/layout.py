"""Which lines of a text open points: the list that carries the text, told from the lists in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from plancompare.library.importing.lines import Lines
from plancompare.library.importing.markers import Marker, Readings, Style, marker

__all__ = ["Item", "Layout", "laid_out"]

_RANK = (
    "worded figure",
    "worded word",
    "worded upper roman",
    "figure",
    "word",
    "upper roman",
    "upper letter",
    "division figure",
    "division word",
    "division upper roman",
    "levels",
    "bare figure",
    "lower letter",
    "lower roman",
    "bullet",
)
"""Of several lists in a text the first of these carries it."""

_OUTER = ("word", "upper roman", "upper letter")
"""A list of these carries the text nonetheless if others begin anew inside its items."""

_FEWEST = {"bare figure": 3, "lower letter": 2, "lower roman": 2, "upper letter": 2}
_LATEST_FIRST, _WIDEST_GAP = 40, 10
_SHORT = 30
"""A line shorter than this was not broken for want of room, however short all lines are."""
_LONGEST_HEADING, _MOST_HEADINGS = 80, 3
_ENDS = tuple(".;:,!?…。；：”\"')]")


class Item(NamedTuple):
    """A line that opens a point, its marker, its label, and where its section heading begins."""

    line: int
    marker: Marker
    label: str
    section: int | None


class Layout(NamedTuple):
    """The points of a text, and every marker found in it by line."""

    items: tuple[Item, ...]
    markers: Mapping[int, Marker]


class _Candidate(NamedTuple):
    line: int
    value: int
    label: str
    indent: int
    worded: bool


def laid_out(text: Lines) -> Layout:
    """The points of a text.

    >>> from plancompare.library.importing.lines import lines_of
    >>> text = lines_of(["Plan", "1. One:", "a) this;", "b) that.", "2. Two."], wrapped=True)
    >>> [(item.line, item.label) for item in laid_out(text).items]
    [(1, '1'), (4, '2')]
    """
    return _Reader(text).layout()


class _Reader:
    """Finds the markers of a text and the lists that they make."""

    def __init__(self, text: Lines) -> None:
        self.text = text
        self.lines = text.lines
        known: dict[str, Readings] = {}
        found = ((place, marker(line, known)) for place, line in enumerate(self.lines))
        self.markers = {place: one for place, one in found if one is not None}
        self._title = next((place for place, line in enumerate(self.lines) if line.strip()), -1)

    def layout(self) -> Layout:
        styles: dict[Style, list[_Candidate]] = defaultdict(list)
        for place, found in self.markers.items():
            for style, value, label in found.readings:
                styles[style].append(
                    _Candidate(place, value, label, found.indent, style.system.startswith("worded"))
                )
        lists = {style: self._list(style, some) for style, some in styles.items()}
        items: list[Item] = []
        for place, _, label, *_ in self._carrying(lists, styles):
            section = self._section(place, items[-1].line if items else -1, named=not items)
            items.append(Item(place, self.markers[place], label, section))
        return Layout(tuple(items), self.markers)

    def _list(self, style: Style, candidates: Sequence[_Candidate]) -> list[_Candidate]:
        """The candidates that make one list, other lists of the same style in it left out."""
        if style.system in ("bullet", "levels"):
            least = min(one.indent for one in candidates)
            return [one for one in candidates if one.indent <= least + 1]
        if {one.value for one in candidates} == {1}:
            return list(candidates)
        first = next((place for place, one in enumerate(candidates) if one.value == 1), 0)
        found = self._counted(candidates)
        return max(found, self._counted(candidates[first:]), key=len) if first else found

    def _counted(self, candidates: Sequence[_Candidate]) -> list[_Candidate]:
        """Those that count on from the first, with gaps, or anew under a heading."""
        counted: list[_Candidate] = []
        last, inner = 0, 0
        for one in candidates:
            if not counted:
                accepted = one.value <= _LATEST_FIRST
            elif inner and one.indent >= inner:
                accepted = False
            elif one.value <= last:
                accepted = self._section(one.line, counted[-1].line) is not None
                if not accepted and one.value == 1 and one.indent > counted[-1].indent:
                    inner = one.indent
            else:
                gap = one.value - last
                accepted = gap == 1 or (gap <= _WIDEST_GAP and self._fresh(one))
            if accepted:
                counted.append(one)
                last, inner = one.value, 0
        return counted

    def _carrying(
        self,
        lists: Mapping[Style, list[_Candidate]],
        styles: Mapping[Style, list[_Candidate]],
    ) -> list[_Candidate]:
        """The list that carries the text; empty if there is none."""
        fit = [
            style
            for style, some in lists.items()
            if style.system in _RANK and len(some) >= _FEWEST.get(style.system, 1)
        ]
        several = [style for style in fit if len(lists[style]) > 1]
        opened = min((lists[style][0].line for style in several), default=len(self.lines))
        fit = [
            style
            for style in fit
            if style in several
            or not several
            or (lists[style][0].value == 1 and lists[style][0].line < opened)
        ]
        fit.sort(key=lambda style: (_RANK.index(style.system), lists[style][0]))
        if not fit:
            return []
        best = fit[0]
        for style in fit:
            if (
                style.system in _OUTER
                and style in several
                and lists[style][0].line < lists[best][0].line
                and sum(one.value == 1 for one in styles[best]) > 1
                and not all(self._is_heading(one.line) for one in lists[style])
            ):
                return lists[style]
        return lists[best]

    def _fresh(self, one: _Candidate) -> bool:
        """Whether a line begins a paragraph, follows an end or a short line, or says `Point`."""
        before = self.lines[one.line - 1].rstrip() if one.line else ""
        return (
            len(before) < max(self.text.full, _SHORT)
            or before.endswith(_ENDS)
            or one.line in self.text.headings
            or one.worded
            or not self.text.full
        )

    def _is_heading(self, place: int) -> bool:
        """Whether a line stands for itself: called a heading, or short and without an end."""
        if place in self.text.headings:
            return True
        line = self.lines[place].strip()
        if len(line) > _LONGEST_HEADING:
            return False
        found = self.markers.get(place)
        if found is None:
            before = self.lines[place - 1].strip() if place else ""
            return not before and not line.endswith(_ENDS)
        system = found.readings[0][0].system
        if not system.startswith(("upper", "division")):
            return False
        return len(line) == len(found.printed) or not line.endswith(_ENDS)

    def _section(self, place: int, after: int, *, named: bool = False) -> int | None:
        """Where the heading right above a line begins, after another line.

        `named` says that a bare line will not do, as above the first point, where it is the title.
        """
        start, above = None, place
        for _ in range(_MOST_HEADINGS):
            above -= 1
            while above > after and not self.lines[above].strip():
                above -= 1
            if above <= after or not self._is_heading(above):
                break
            if (named or start is not None) and not self._is_named(above):
                break
            start = above
        return start

    def _is_named(self, place: int) -> bool:
        """Whether the text itself shows a heading to be one, by its format or a number."""
        return place in self.markers or (place in self.text.headings and place != self._title)
