"""Which statements bear on which issue of a plan, on a day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from plancompare.model import Plan, Position, Stakeholder, pattern_matches
from plancompare.model.predicates import Predicate, any_of
from plancompare.scoring.criterion import Criterion, criteria
from plancompare.scoring.ruling import Ruling, ruling

if TYPE_CHECKING:
    from plancompare.model.term_tests import Judge

__all__ = ["Bearing", "Said", "Standing", "standing"]

_MOST_KEPT = 64
"""Days by stakeholder, and plans by day, for which what was derived is kept."""


@dataclass(frozen=True, slots=True)
class Said:
    """The positions that bear on an issue, the red lines among them, and what follows from all."""

    positions: tuple[Position, ...]
    lines: tuple[Position, ...]
    rule: Ruling

    @classmethod
    def of(cls, positions: tuple[Position, ...]) -> Said:
        lines = tuple(one for one in positions if one.is_red_line)
        rule = ruling(
            ruled_out=_any(one.rejected for one in lines),
            refused=_any(one.rejected for one in positions if not one.is_red_line),
            wished=_any(one.preferred for one in positions),
            accepted=_any(one.accepted for one in positions),
        )
        return cls(positions, lines, rule)

    def joined(self, more: Said) -> Said:
        """Both, each position once."""
        known = {position.id for position in self.positions}
        return Said.of((*self.positions, *(one for one in more.positions if one.id not in known)))


def _any(predicates: Iterable[Predicate]) -> Judge | None:
    judges = [one.judge for one in predicates if one]
    return any_of(judges) if judges else None


class Bearing:
    """What bears on each issue of a plan."""

    def __init__(self, said: Mapping[str, Said], positions: Sequence[Position]) -> None:
        self.said, self._positions = said, positions
        self.rulings = [(issue, one.rule) for issue, one in said.items()]

    @cached_property
    def criteria(self) -> tuple[Criterion, ...]:
        """What is weighed as one among the issues on which there is a position."""
        named = {issue: one.positions[0].id for issue, one in self.said.items()}
        return criteria(self._positions, named)


class Standing:
    """What a stakeholder had said by a day, in order of issue."""

    def __init__(self, stakeholder: Stakeholder, as_of: datetime.date | None) -> None:
        self.positions = stakeholder.in_effect(as_of)
        self.lines = tuple(one for one in self.positions if one.is_red_line)
        named: dict[str, tuple[Position, ...]] = {}
        self._patterns: list[tuple[str, Said]] = []
        for position in self.positions:
            for issue in position.issues:
                if "*" in issue:
                    self._patterns.append((issue, Said.of((position,))))
                else:
                    named[issue] = (*named.get(issue, ()), position)
        self._named = {issue: Said.of(positions) for issue, positions in named.items()}
        self._bearings: dict[tuple[tuple[str, ...], str], Bearing] = {}

    def said_of(self, issue: str) -> Said:
        """What bears on an issue whatever a plan holds."""
        return Said.of(
            tuple(
                one
                for one in self.positions
                if any(pattern_matches(pattern, issue) for pattern in one.issues)
            )
        )

    def bearing_on(self, plan: Plan) -> Bearing:
        """What bears on each issue. An issue that was named stands for its parts too, where the
        plan has any. A pattern stands for every issue of the plan, and every one that was named,
        which fits it; for itself where none does.
        """
        about = plan.issues, plan.disclosure
        found = self._bearings.get(about)
        if found is None:
            found = Bearing(self._said_on(plan), self.positions)
            _keep(self._bearings, about, found)
        return found

    def _said_on(self, plan: Plan) -> Mapping[str, Said]:
        parts = [one for one in plan.issues if "#" in one and one.partition("#")[0] in self._named]
        found = dict(self._named)

        def add(issue: str, more: Said) -> None:
            found[issue] = found[issue].joined(more) if issue in found else more

        for part in parts:
            add(part, self._named[part.partition("#")[0]])
        if plan.disclosure == "full":
            for whole in {one.partition("#")[0] for one in parts}.difference(plan.issues):
                del found[whole]
        known = dict.fromkeys((*plan.issues, *found))
        for pattern, said in self._patterns:
            head = pattern[: pattern.index("*")]
            fitting = [
                issue
                for issue in known
                if issue.startswith(head) and pattern_matches(pattern, issue)
            ]
            for issue in fitting or (pattern,):
                add(issue, said)
        return found


def standing(stakeholder: Stakeholder, as_of: datetime.date | None) -> Standing:
    """What a stakeholder had said by a day; made once for many plans, and kept with it."""
    found = stakeholder.derived.get(as_of)
    if found is None:
        found = Standing(stakeholder, as_of)
        _keep(stakeholder.derived, as_of, found)
    return found


def _keep(kept: dict[Any, Any], key: Any, one: Any) -> None:
    """Keep what was derived; all before it goes where it has become much, so that memory is bounded
    however many plans and days there are.
    """
    if len(kept) >= _MOST_KEPT:
        kept.clear()
    kept[key] = one
