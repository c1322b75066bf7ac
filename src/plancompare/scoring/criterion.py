"""What is weighed as one: the issues that a stakeholder's statements bind together.

A statement on five regions is one concern, not five, and its weight must not grow with the number
of regions that a plan happens to name. Issues that share a position therefore share one weight.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from plancompare.model import Position
from plancompare.model.rules import Rule
from plancompare.scoring.verdict import IssueVerdict, VerdictTable

__all__ = ["Criterion", "criteria"]


class Criterion(NamedTuple):
    """Issues under one weight, each with an equal part of it; named after what was spoken of."""

    name: str
    salience: str | None
    rows: tuple[IssueVerdict, ...]

    def weight(self, rule: Rule) -> int:
        """The weight of all its issues together."""
        return rule.weight(self.salience)

    def interval(self, rule: Rule) -> tuple[Fraction, Fraction]:
        """Its worst and best value: the mean of its issues."""
        found = [rule.interval(row.verdict) for row in self.rows]
        return (
            Fraction(sum(low for low, _ in found), len(found)),
            Fraction(sum(high for _, high in found), len(found)),
        )


def criteria(table: VerdictTable) -> tuple[Criterion, ...]:
    """The criteria of a stakeholder, the same for every plan, then issues without a position.

    >>> import plancompare
    >>> found = plancompare.verdicts(plancompare.load("us-28"), "ukraine")
    >>> next(len(one.rows) for one in criteria(found) if one.name == "territorial-status/*")
    6
    """
    positions = table.stakeholder.in_effect(table.as_of)
    groups = _bound_together(positions)
    rows: dict[int, list[IssueVerdict]] = {}
    alone: list[Criterion] = []
    for row in table.rows:
        if row.positions:
            rows.setdefault(groups[row.positions[0].id], []).append(row)
        else:
            alone.append(Criterion(row.issue, None, (row,)))
    spoken: dict[int, list[Position]] = {}
    for one in positions:
        spoken.setdefault(groups[one.id], []).append(one)
    bound = [
        Criterion(_name(spoken[group]), _salience(members), tuple(members))
        for group, members in sorted(rows.items())
    ]
    return (*bound, *alone)


def _salience(rows: Iterable[IssueVerdict]) -> str | None:
    levels = [row.salience.level for row in rows if row.salience]
    return next((one for one in ("high", "medium", "low") if one in levels), "not-assessed")


def _name(positions: Sequence[Position]) -> str:
    issues = list(dict.fromkeys(issue for one in positions for issue in one.issues))
    patterns = [issue for issue in issues if "*" in issue]
    if patterns or len(issues) == 1:
        return (patterns or issues)[0]
    return f"{issues[0]} and {len(issues) - 1} more"


def _bound_together(positions: Sequence[Position]) -> dict[str, int]:
    """A number for each position; those that may bear on one issue have the same."""
    groups = {one.id: place for place, one in enumerate(positions)}
    by_kind: dict[str, list[Position]] = {}
    for one in positions:
        by_kind.setdefault(one.kind, []).append(one)
    for of_one_kind in by_kind.values():
        for one, other in combinations(of_one_kind, 2):
            old, new = sorted((groups[one.id], groups[other.id]), reverse=True)
            if old != new and any(_overlap(a, b) for a in one.issues for b in other.issues):
                groups = {name: new if group == old else group for name, group in groups.items()}
    return groups


def _overlap(one: str, other: str) -> bool:
    """Whether some issue fits both patterns."""
    if "*" not in one + other:
        shorter, longer = sorted((one, other), key=len)
        return shorter in (longer, longer.partition("#")[0])
    parts, others = (issue.partition("#")[0].split("/") for issue in (one, other))
    return len(parts) == len(others) and all(
        a == b or "*" in (a, b) for a, b in zip(parts, others, strict=True)
    )
