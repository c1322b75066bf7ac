"""What is weighed as one: the issues that a stakeholder's statements bind together.

A statement on five regions is one concern, not five, and its weight must not grow with the number
of regions that a plan happens to name. Issues that share a position therefore share one weight.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from plancompare.model import Position
from plancompare.model.rules import Rule

__all__ = ["Alike", "Criterion", "alike", "criteria"]

_LEVELS = ("high", "medium", "low", "not-assessed")


class Criterion(NamedTuple):
    """Issues under one weight, each with an equal part of it; named after what was spoken of."""

    name: str
    salience: str | None
    issues: tuple[str, ...]

    def weight(self, rule: Rule) -> int:
        """The weight of all its issues together."""
        return rule.weight(self.salience)

    def interval(self, rule: Rule, verdicts: Mapping[str, str]) -> tuple[Fraction, Fraction]:
        """Its worst and best value: the mean of its issues."""
        found = [rule.interval(verdicts[issue]) for issue in self.issues]
        return (
            Fraction(sum(low for low, _ in found), len(found)),
            Fraction(sum(high for _, high in found), len(found)),
        )


class Alike(NamedTuple):
    """Criteria of one salience and one size, whose issues all weigh the same."""

    salience: str | None
    size: int
    issues: tuple[str, ...]


def alike(criteria: Iterable[Criterion]) -> tuple[Alike, ...]:
    """The criteria, those that are alike taken together."""
    found: dict[tuple[str | None, int], list[str]] = {}
    for _, salience, issues in criteria:
        found.setdefault((salience, len(issues)), []).extend(issues)
    return tuple(Alike(*kind, tuple(issues)) for kind, issues in found.items())


def criteria(positions: Sequence[Position], issues: Mapping[str, str]) -> tuple[Criterion, ...]:
    """The criteria of a stakeholder, the same for every plan, over issues each of which is given
    with the id of a position that bears on it.

    >>> import plancompare
    >>> found = plancompare.score(plancompare.load("us-28"), "ukraine").criteria
    >>> next(len(one.issues) for one in found if one.name == "territorial-status/*")
    6
    """
    groups = _bound_together(positions)
    members: dict[int, list[str]] = {}
    for issue, name in issues.items():
        members.setdefault(groups[name], []).append(issue)
    spoken: dict[int, list[Position]] = {}
    for one in positions:
        spoken.setdefault(groups[one.id], []).append(one)
    return tuple(
        Criterion(_name(spoken[group]), _salience(spoken[group]), tuple(found))
        for group, found in sorted(members.items())
    )


def _salience(positions: Sequence[Position]) -> str:
    return min((one.salience.level for one in positions), key=_LEVELS.index)


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
