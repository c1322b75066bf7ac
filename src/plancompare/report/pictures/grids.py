"""Pictures of issues down and something across: how plans treat them, and what verdicts they get."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from plancompare.diffing.matrix import Matrix
from plancompare.model import KINDS, kind_of_issue
from plancompare.model.topics import topic_order
from plancompare.report.looks import TREATMENTS, VERDICTS
from plancompare.report.palette import Look
from plancompare.report.pictures.legend import MARGIN, head, legend, note
from plancompare.report.pictures.lettering import room, wrapped
from plancompare.report.pictures.scene import Box, Drawing, Item, Label, Picture
from plancompare.report.pictures.words import Words
from plancompare.scoring.panel import VerdictPanel
from plancompare.scoring.ruling import Verdict

__all__ = ["heat_map", "matrix_picture"]

_SIDE = 190
_LEAST = 500
_HEAD = 260
_LINE = 12
_GAP = 24

_NONE = "none"
"""The state of a cell in which nothing is on record, and nothing is drawn."""


class _State(NamedTuple):
    """What a cell can be: in words, in its look, and as a letter, if it has one."""

    word: str
    look: Look
    letter: str = ""

    @property
    def meaning(self) -> str:
        """What the legend says."""
        return f"{self.letter} {self.word}".lstrip()


class _Row(NamedTuple):
    """An issue, and its state in each column."""

    issue: str
    states: Sequence[str]


class _Grid(NamedTuple):
    """One table of cells; those of one picture have the same issues."""

    name: str
    columns: Sequence[str]
    rows: Sequence[_Row]


def matrix_picture(table: Matrix, words: Words) -> Picture:
    """How each plan treats each issue of a matrix."""
    ids = [plan.id for plan in table.plans]
    rows = [_Row(row.issue, [str(cell.treatment) for cell in row.cells]) for row in table.rows]
    looks = {one: _State(words.treatment(one), look) for one, look in TREATMENTS.items()}
    title = words.word("matrix", plans=", ".join(ids))
    return _picture(title, [_Grid("", ids, rows)], looks, words, "")


def heat_map(panel: VerdictPanel, words: Words) -> Picture:
    """The verdicts on each plan: issues on which anybody has a position, by stakeholder."""
    states: dict[tuple[str, str, str], str] = {}
    spoken: dict[str, set[str]] = defaultdict(set)
    for row in panel.rows:
        for table in row:
            for one in table.addressed:
                states[table.plan.id, one.issue, table.stakeholder.party] = one.verdict
                spoken[one.issue].add(table.stakeholder.party)
    ordered = sorted(spoken, key=lambda issue: (topic_order(_topic(issue)), issue))
    parties = [row[0].stakeholder.party for row in panel.rows]
    grids = [
        _Grid(
            plan.id,
            [words.party(party) for party in parties],
            [
                _Row(
                    issue,
                    [
                        states.get((plan.id, issue, party), Verdict.UNADDRESSED)
                        if party in spoken[issue]
                        else _NONE
                        for party in parties
                    ],
                )
                for issue in ordered
            ],
        )
        for plan in panel.plans
    ]
    looks = {
        one: _State(words.verdict(one), look, words.labels.word("letters", one))
        for one, look in VERDICTS.items()
    }
    title = words.word("heat", plans=", ".join(plan.id for plan in panel.plans))
    return _picture(title, grids, looks, words, words.word("heat_note"))


def _topic(issue: str) -> str:
    kind = KINDS.get(kind_of_issue(issue))
    return kind.topic if kind else ""


def _picture(
    title: str,
    grids: Sequence[_Grid],
    looks: Mapping[str, _State],
    words: Words,
    remark: str,
) -> Picture:
    names = [[wrapped(name, _HEAD) for name in grid.columns] for grid in grids]
    lines = max((len(name) for grid in names for name in grid), default=1)
    columns = sum(len(grid.columns) for grid in grids)
    side = min(max((_LEAST - _SIDE - 2 * MARGIN) / max(columns, 1), 8 + _LINE * lines), 64)
    lefts = list(_lefts(grids, side))
    width = max(_LEAST, lefts.pop() - _GAP + MARGIN)
    used = {state for grid in grids for _, states in grid.rows for state in states}
    drawing = Drawing()
    head(drawing, title, width)
    meant = {one.meaning: one.look for state, one in looks.items() if state in used}
    legend(drawing, meant, width)
    _heads(drawing, grids, names, lefts, side=side)
    for topic, rows in groupby(zip(*(grid.rows for grid in grids), strict=True), key=_topic_of):
        drawing.text(MARGIN, [words.topic_head(topic)], 11.5, hue="muted")
        drawing.bottom += 2
        for row in rows:
            _row(drawing, grids, row, lefts, looks, side=side, words=words)
    told = [remark] if remark else []
    if not used:
        told.append(words.word("nothing"))
        note(drawing, words.word("nothing"), width)
    if remark:
        note(drawing, remark, width)
    for grid in grids:
        told += _told(grid, looks, words)
    drawing.bottom += MARGIN
    return Picture(title, "\n".join(told), width, drawing.bottom, words.lang, tuple(drawing.shapes))


def _topic_of(row: Sequence[_Row]) -> str:
    return _topic(row[0].issue)


def _lefts(grids: Sequence[_Grid], side: float) -> Iterator[float]:
    """Where each grid begins, and where one more would."""
    left: float = MARGIN + _SIDE
    for grid in grids:
        yield left
        left += len(grid.columns) * side + _GAP
    yield left


def _heads(
    drawing: Drawing,
    grids: Sequence[_Grid],
    names: Sequence[Sequence[Sequence[str]]],
    lefts: Sequence[float],
    *,
    side: float,
) -> None:
    """The name of each grid, and those of its columns, which read upwards."""
    drawing.bottom += MARGIN
    if any(grid.name for grid in grids):
        drawing.bottom += 18
        for grid, left in zip(grids, lefts, strict=True):
            drawing.add(Label(left, drawing.bottom - 4, grid.name, 13, bold=True))
    drawing.bottom += max((room(line) for one in names for name in one for line in name), default=0)
    for left, one in zip(lefts, names, strict=True):
        for place, name in enumerate(one):
            x = left + (place + 0.5) * side + 4 - (len(name) - 1) * _LINE / 2
            for step, line in enumerate(name):
                drawing.add(Label(x + step * _LINE, drawing.bottom - 2, line, turned=True))


def _row(
    drawing: Drawing,
    grids: Sequence[_Grid],
    row: Sequence[_Row],
    lefts: Sequence[float],
    looks: Mapping[str, _State],
    *,
    side: float,
    words: Words,
) -> None:
    issue = row[0].issue
    top = drawing.bottom
    name = words.issue(issue)
    drawing.text(MARGIN, wrapped(name, _SIDE - 8, 10.5), 10.5)
    drawing.bottom += 3
    tall = drawing.bottom - top - 3
    for grid, (_, states), left in zip(grids, row, lefts, strict=True):
        for place, (column, state) in enumerate(zip(grid.columns, states, strict=True)):
            if state == _NONE:
                continue
            word, look, letter = looks[state]
            item = Item("cell", f"{grid.name}/{column}/{issue}".lstrip("/"), state)
            told = ", ".join(filter(None, (name, grid.name, column)))
            box = Box(
                left + place * side + 1, top + 1, side - 2, tall, look, item, f"{told}: {word}"
            )
            drawing.add(box)
            if letter:
                middle, height = left + (place + 0.5) * side, top + 1 + tall / 2
                ground = Box(middle - 6, height - 6, 12, 12, Look("surface"))
                drawing.add(ground, Label(middle, height + 4, letter, 11, anchor="middle"))


def _told(grid: _Grid, looks: Mapping[str, _State], words: Words) -> Iterator[str]:
    """For each column, the issues in each state; those on which nothing is on record are counted."""
    if grid.name:
        yield f"{grid.name}:"
    for place, column in enumerate(grid.columns):
        by_state: dict[str, list[str]] = defaultdict(list)
        for issue, states in grid.rows:
            by_state[states[place]].append(words.issue(issue))
        for state, one in looks.items():
            if found := by_state.get(state):
                yield f"{column}, {one.word}: {'; '.join(found)}."
        if found := by_state.get(_NONE):
            yield f"{column}, {words.word('no_position')}: {len(found)}."
