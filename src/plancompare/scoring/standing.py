"""Which statements bear on which issue of a plan, on a day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from plancompare.model import Plan, Position, Stakeholder, pattern_matches
from plancompare.model.term_tests import Groups
from plancompare.scoring.criterion import Alike, Criterion, alike, criteria
from plancompare.scoring.keeping import keep
from plancompare.scoring.ruling import Ruling

__all__ = ["Bearing", "Said", "Standing", "standing"]

_Places: TypeAlias = tuple[int, ...]
"""Which of the positions of a stakeholder, by their order."""


@dataclass(frozen=True, slots=True)
class Said:
    """The positions that bear on an issue, the red lines among them, and what follows from all."""

    positions: tuple[Position, ...]
    lines: tuple[Position, ...]
    ruling: Ruling


class _SaidAt(dict[_Places, Said]):
    """What is said by some of the positions of a stakeholder, each made once."""

    def __init__(self, positions: Sequence[Position], groups: Groups) -> None:
        super().__init__()
        self._positions, self._groups = positions, groups

    def __missing__(self, places: _Places) -> Said:
        positions = tuple([self._positions[place] for place in places])
        lines = tuple([one for one in positions if one.is_red_line])
        found = self[places] = Said(positions, lines, Ruling(positions, self._groups))
        return found


class Bearing:
    """What bears on each issue of a plan."""

    def __init__(self, said: Mapping[str, Said], positions: Sequence[Position]) -> None:
        self.said, self._positions = said, positions
        self.rulings = [(issue, one.ruling) for issue, one in said.items()]

    @cached_property
    def criteria(self) -> tuple[Criterion, ...]:
        """What is weighed as one among the issues on which there is a position."""
        named = {issue: one.positions[0].id for issue, one in self.said.items()}
        return criteria(self._positions, named)

    @cached_property
    def alike(self) -> tuple[Alike, ...]:
        """The same, those of one salience and size taken together."""
        return alike(self.criteria)


class Standing:
    """What a stakeholder had said by a day, in order of issue, before a reader to whom some groups
    are closed.
    """

    def __init__(
        self, stakeholder: Stakeholder, as_of: datetime.date | None, groups: Groups
    ) -> None:
        self.groups = groups
        self.positions = stakeholder.in_effect(as_of)
        self.lines = tuple(one for one in self.positions if one.is_red_line)
        self._named: dict[str, _Places] = {}
        self._patterns: list[tuple[str, _Places]] = []
        for place, position in enumerate(self.positions):
            for issue in position.issues:
                if "*" in issue:
                    self._patterns.append((issue, (place,)))
                else:
                    self._named[issue] = (*self._named.get(issue, ()), place)
        self._said = _SaidAt(self.positions, groups)
        self._bearings: dict[tuple[tuple[str, ...], str], Bearing] = {}

    def said_of(self, issue: str) -> Said:
        """What bears on an issue whatever a plan holds."""
        places = (
            place
            for place, one in enumerate(self.positions)
            if any(pattern_matches(pattern, issue) for pattern in one.issues)
        )
        return self._said[tuple(places)]

    def bearing_on(self, plan: Plan) -> Bearing:
        """What bears on each issue. An issue that was named stands for its parts too, where the
        plan has any. A pattern stands for every issue of the plan, and every one that was named,
        which fits it; for itself where none does.
        """
        about = plan.issues, plan.disclosure
        found = self._bearings.get(about)
        if found is None:
            said = {issue: self._said[places] for issue, places in self._places_on(plan)}
            found = keep(self._bearings, about, Bearing(said, self.positions))
        return found

    def _places_on(self, plan: Plan) -> Iterable[tuple[str, _Places]]:
        parts = [one for one in plan.parts if one.partition("#")[0] in self._named]
        found = dict(self._named)

        def add(issue: str, more: _Places) -> None:
            found[issue] = tuple(dict.fromkeys((*found.get(issue, ()), *more)))

        for part in parts:
            add(part, self._named[part.partition("#")[0]])
        if plan.disclosure == "full":
            for whole in {one.partition("#")[0] for one in parts}.difference(plan.issues):
                del found[whole]
        known = dict.fromkeys((*plan.issues, *found)) if self._patterns else {}
        for pattern, places in self._patterns:
            head = pattern[: pattern.index("*")]
            fitting = [
                issue
                for issue in known
                if issue.startswith(head) and pattern_matches(pattern, issue)
            ]
            for issue in fitting or (pattern,):
                add(issue, places)
        return found.items()


def standing(stakeholder: Stakeholder, as_of: datetime.date | None, groups: Groups) -> Standing:
    """What a stakeholder had said by a day; made once for many plans, and kept with it."""
    found: Standing | None = stakeholder.derived.get(as_of)
    if found is None or found.groups is not groups:
        found = keep(stakeholder.derived, as_of, Standing(stakeholder, as_of, groups))
    return found
