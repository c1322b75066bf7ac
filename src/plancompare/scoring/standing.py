"""Which statements bear on which issue of a plan, on a day."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import NamedTuple

from plancompare.model import Plan, Position, Stakeholder, pattern_matches
from plancompare.model.predicates import Predicate

__all__ = ["Said", "Standing"]


class Said(NamedTuple):
    """The positions that bear on an issue, and their predicates in the order of judgement."""

    positions: tuple[Position, ...]
    lines: tuple[Predicate, ...]
    lesser: tuple[Predicate, ...]
    wishes: tuple[Predicate, ...]
    offers: tuple[Predicate, ...]

    @classmethod
    def of(cls, positions: tuple[Position, ...]) -> Said:
        judged: tuple[list[Predicate], ...] = ([], [], [], [])
        lines, lesser, wishes, offers = judged
        for one in positions:
            if one.rejected:
                (lines if one.is_red_line else lesser).append(one.rejected)
            if one.preferred:
                wishes.append(one.preferred)
            if one.accepted:
                offers.append(one.accepted)
        return cls(positions, *map(tuple, judged))

    def joined(self, more: Said) -> Said:
        """Both, each position once."""
        known = {position.id for position in self.positions}
        return Said.of((*self.positions, *(one for one in more.positions if one.id not in known)))


class Standing:
    """What a stakeholder had said by a day, in order of issue; made once for many plans."""

    def __init__(self, stakeholder: Stakeholder, as_of: datetime.date | None) -> None:
        self.stakeholder, self.as_of = stakeholder, as_of
        named: dict[str, tuple[Position, ...]] = {}
        self._patterns: list[tuple[str, Said]] = []
        for position in stakeholder.in_effect(as_of):
            for issue in position.issues:
                if "*" in issue:
                    self._patterns.append((issue, Said.of((position,))))
                else:
                    named[issue] = (*named.get(issue, ()), position)
        self._named = {issue: Said.of(positions) for issue, positions in named.items()}

    def said_of(self, issue: str) -> Said:
        """What bears on an issue whatever a plan holds."""
        return Said.of(
            tuple(
                one
                for one in self.stakeholder.in_effect(self.as_of)
                if any(pattern_matches(pattern, issue) for pattern in one.issues)
            )
        )

    def bearing_on(self, plan: Plan) -> Mapping[str, Said]:
        """What bears on each issue. An issue that was named stands for its parts too, where the
        plan has any. A pattern stands for every issue of the plan, and every one that was named,
        which fits it; for itself where none does.
        """
        treated = dict.fromkeys((*plan.stated, *plan.listed))
        parts = [one for one in treated if "#" in one and one.partition("#")[0] in self._named]
        if not self._patterns and not parts:
            return self._named
        found = dict(self._named)

        def add(issue: str, more: Said) -> None:
            found[issue] = found[issue].joined(more) if issue in found else more

        for part in parts:
            add(part, self._named[part.partition("#")[0]])
        if plan.disclosure == "full":
            for whole in {one.partition("#")[0] for one in parts} - treated.keys():
                del found[whole]
        known = dict.fromkeys((*treated, *found))
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
