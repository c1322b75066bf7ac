"""What a revision does to red lines: which it newly crosses, and which no longer."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from plancompare.library.library import Library
from plancompare.model import Plan, Position, Stakeholder
from plancompare.scoring.bench import LineState, RedLine
from plancompare.scoring.panel import verdict_panel
from plancompare.scoring.verdict import VerdictTable

__all__ = ["Crossing", "Crossings", "Effect", "compare_crossings"]


class Effect(StrEnum):
    """What became of a red line from one draft to the next."""

    NEWLY_CROSSED = "newly crossed"
    NO_LONGER_CROSSED = "no longer crossed"
    NEWLY_UNDECIDED = "newly undecided"
    NO_LONGER_UNDECIDED = "not crossed, no longer undecided"
    STILL_CROSSED = "still crossed"
    STILL_UNDECIDED = "still undecided"
    STILL_MET = "still not crossed"


def _effect(before: LineState, after: LineState) -> Effect:
    match before, after:
        case LineState.CROSSED, LineState.CROSSED:
            return Effect.STILL_CROSSED
        case _, LineState.CROSSED:
            return Effect.NEWLY_CROSSED
        case LineState.CROSSED, LineState.MET:
            return Effect.NO_LONGER_CROSSED
        case LineState.UNDECIDED, LineState.UNDECIDED:
            return Effect.STILL_UNDECIDED
        case _, LineState.UNDECIDED:
            return Effect.NEWLY_UNDECIDED
        case LineState.UNDECIDED, _:
            return Effect.NO_LONGER_UNDECIDED
    return Effect.STILL_MET


@dataclass(frozen=True, slots=True)
class Crossing:
    """One red line of one stakeholder before and after."""

    stakeholder: str
    before: RedLine
    after: RedLine

    @property
    def position(self) -> Position:
        """The statement that drew the line."""
        return self.before.position

    @property
    def effect(self) -> Effect:
        """What became of it."""
        return _effect(self.before.state, self.after.state)


@dataclass(frozen=True)
class Crossings:
    """Every red line of some stakeholders on two drafts, with the verdicts behind them."""

    before: Plan
    after: Plan
    as_of: datetime.date | None
    tables: tuple[tuple[VerdictTable, VerdictTable], ...]

    @property
    def rows(self) -> tuple[Crossing, ...]:
        """The lines, by stakeholder."""
        return tuple(
            Crossing(one.stakeholder.party, left, right)
            for one, other in self.tables
            for left, right in zip(one.lines, other.lines, strict=True)
        )

    def count(self, stakeholder: str, effect: Effect, *, inferred: bool = False) -> int:
        """How many lines of a stakeholder the revision treats so; declared ones by default."""
        return sum(
            row.stakeholder == stakeholder
            and row.effect is effect
            and row.before.inferred is inferred
            for row in self.rows
        )


def compare_crossings(
    before: Plan,
    after: Plan,
    stakeholders: Iterable[Stakeholder | str] = (),
    *,
    as_of: datetime.date | None = None,
    library: Library | None = None,
) -> Crossings:
    """What a revision removes from and adds to the red lines that each stakeholder sees crossed.

    Without stakeholders, all of the library. Raises `UnknownIdError` or `InvalidFileError`.

    >>> import plancompare
    >>> us, europe = plancompare.load("us-28"), plancompare.load("europe-28")
    >>> found = compare_crossings(us, europe, ["russia"], as_of=datetime.date(2025, 11, 30))
    >>> [row.position.id for row in found.rows if row.effect is Effect.NEWLY_CROSSED]
    ['ru-recognition-withheld', 'ru-withdrawal']
    """
    panel = verdict_panel([before, after], stakeholders, as_of=as_of, library=library)
    return Crossings(before, after, as_of, tuple((row[0], row[1]) for row in panel.rows))
