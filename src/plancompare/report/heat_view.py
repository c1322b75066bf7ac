"""The heat map of verdicts: issues down, stakeholders across, a letter for each plan in a cell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any, NamedTuple

from plancompare.model.topics import topic_order
from plancompare.report.labels import Labels
from plancompare.report.standing_view import StandingView, VerdictView
from plancompare.report.template import trusted
from plancompare.scoring.ruling import Verdict

__all__ = ["HeatRow", "heat_view"]


class HeatCell(NamedTuple):
    """The verdicts of one stakeholder: which row of its table, as letters, and in words."""

    verdict: int
    letters: Any
    words: str


class HeatRow(NamedTuple):
    """One issue, its place in the matrix, and a cell for each stakeholder."""

    name: str
    row: int | None
    cells: tuple[HeatCell | None, ...]


def heat_view(standings: Sequence[StandingView], labels: Labels) -> list[tuple[str, list[HeatRow]]]:
    """Every issue on which somebody has a position, by topic."""
    tiles = {
        verdict: f'<i class="v {verdict}">{labels.word("letters", verdict)}</i>'
        for verdict in Verdict
    }
    found: dict[str, VerdictView] = {}
    cells: dict[str, list[HeatCell | None]] = {}
    for place, one in enumerate(standings):
        for number, view in enumerate(one.verdicts):
            found.setdefault(view.issue, view)
            row = cells.setdefault(view.issue, [None] * len(standings))
            shown = [verdict or Verdict.UNADDRESSED for verdict, *_ in view.cells]
            row[place] = HeatCell(
                number,
                trusted("".join(tiles[verdict] for verdict in shown)),
                ", ".join(labels.word("verdicts", verdict) for verdict in shown),
            )
    issues = sorted(found, key=lambda one: (topic_order(found[one].topic), one))
    return [
        (topic, [HeatRow(found[one].name, found[one].row, tuple(cells[one])) for one in members])
        for topic, members in groupby(issues, key=lambda one: found[one].topic)
    ]
