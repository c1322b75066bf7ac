"""What somebody prefers, accepts or rejects on an issue, as tests on the terms of a clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from plancompare.model.term_tests import Content, Groups, Judge, Test, Truth

__all__ = ["ABSENT", "PRESENT", "Alternative", "Predicate", "any_of"]


@dataclass(frozen=True, slots=True)
class Alternative:
    """Tests that must all hold, or the mere presence or absence of a clause."""

    presence: Literal["present", "absent"] | None
    tests: tuple[Test, ...] = ()
    judge: Judge = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "judge", _judge(self))

    def __reduce__(self) -> tuple[Any, ...]:
        return Alternative, (self.presence, self.tests)

    def __and__(self, other: Alternative) -> Alternative | None:
        """Both at once, if that can be."""
        if "absent" in (self.presence, other.presence):
            return self if self == other else None
        tests = tuple(dict.fromkeys((*self.tests, *other.tests)))
        return Alternative(None if tests else "present", tests)

    def negated(self) -> Iterator[Alternative]:
        """Alternatives of which one holds exactly where this one does not."""
        if self.presence == "absent":
            yield PRESENT
            return
        yield ABSENT
        for test in self.tests:
            for one in test.complement():
                yield Alternative(None, (one,))

    def __str__(self) -> str:
        return self.presence or " and ".join(map(str, self.tests))


def _weakest(alternatives: Iterable[Alternative]) -> tuple[Alternative, ...]:
    """Those that ask for no more than another: without this, their number explodes."""
    asked = {(one.presence == "absent", frozenset(one.tests)): one for one in alternatives}
    return tuple(
        alternative
        for (absent, tests), alternative in asked.items()
        if not any(absent is without and less < tests for without, less in asked)
    )


def _judge(alternative: Alternative) -> Judge:
    judges = [one.judge for one in alternative.tests]
    if alternative.presence == "absent":
        return lambda content, _groups, _partial: content is None
    if not judges:
        return lambda content, _groups, _partial: content is not None
    if len(judges) == 1:
        return judges[0]

    def judge(content: Content, groups: Groups, partial: bool) -> Truth:
        truth: Truth = True
        for one in judges:
            found = one(content, groups, partial)
            if found is False:
                return False
            if found is None:
                truth = None
        return truth

    return judge


def any_of(judges: Sequence[Judge]) -> Judge:
    """One judgement out of several: true where any is."""
    if len(judges) == 1:
        return judges[0]

    def judge(content: Content, groups: Groups, partial: bool) -> Truth:
        truth: Truth = False
        for one in judges:
            found = one(content, groups, partial)
            if found:
                return True
            if found is None:
                truth = None
        return truth

    return judge


PRESENT = Alternative("present")
ABSENT = Alternative("absent")


@dataclass(frozen=True, slots=True)
class Predicate:
    """Alternatives of which any will do; without any, nothing will."""

    alternatives: tuple[Alternative, ...] = ()
    judge: Judge = field(init=False, repr=False, compare=False)
    terms: frozenset[str] = field(init=False, repr=False, compare=False)
    """The terms on which it asks for anything."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "judge", any_of([one.judge for one in self.alternatives]))
        object.__setattr__(self, "terms", frozenset(test.term for test in self.tests))

    def __reduce__(self) -> tuple[Any, ...]:
        return Predicate, (self.alternatives,)

    def __bool__(self) -> bool:
        return bool(self.alternatives)

    def holds(
        self, content: Content, groups: Groups | None = None, *, partial: bool = False
    ) -> Truth:
        """Whether a clause, or its absence, is among the alternatives.

        >>> from plancompare.model import ForceCeiling
        >>> from plancompare.model.predicate_syntax import parse_predicate
        >>> limit, _ = parse_predicate({"personnel": {"below": "unlimited"}}, ForceCeiling)
        >>> limit.holds(vars(ForceCeiling(party="ukraine", personnel=600000)))
        True
        >>> limit.holds(vars(ForceCeiling(party="ukraine"))) is None
        True
        >>> limit.holds(None)
        False
        """
        return self.judge(content, groups or {}, partial)

    def negated(self) -> Predicate:
        """The predicate that holds exactly where this one does not."""
        found: tuple[Alternative, ...] = (ABSENT, PRESENT)
        for alternative in self.alternatives:
            others = tuple(alternative.negated())
            found = _weakest(both for one in found for other in others if (both := one & other))
        return Predicate(found)

    @property
    def tests(self) -> Iterator[Test]:
        """Every test in it."""
        return (test for one in self.alternatives for test in one.tests)

    def __str__(self) -> str:
        return "; or ".join(map(str, self.alternatives)) or "nothing"
