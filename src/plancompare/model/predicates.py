"""What somebody prefers, accepts or rejects on an issue, as tests on the terms of a clause.

Truth has three values: a test is undecided, `None`, where a text does not state what it asks for,
where two values have no order, or where an open list may hold more than it names.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import Any, Literal, TypeAlias, get_args

from plancompare.model.identifiers import OTHERS
from plancompare.model.terms import TermSpec
from plancompare.model.timing import Event

__all__ = [
    "OPS",
    "Alternative",
    "Content",
    "Groups",
    "Op",
    "Predicate",
    "Test",
    "Truth",
]

Truth: TypeAlias = bool | None
"""True, false, or undecided."""

Content: TypeAlias = Mapping[str, Any] | None
"""What a clause says, term by term; None where there is no clause."""

Groups: TypeAlias = Mapping[str, tuple[str, ...]]
"""The members of closed groups, into which tests on sets of parties may look."""

Op = Literal[
    "equals",
    "differs",
    "one_of",
    "none_of",
    "at_least",
    "below",
    "at_most",
    "above",
    "includes",
    "excludes",
]
"""Five pairs, each the complement of its neighbour.

`includes` asks for every member named, `excludes` for none of them.
"""

OPS: tuple[Op, ...] = get_args(Op)
_ACCEPTED: dict[Op, Callable[[int], bool]] = {
    "at_least": lambda order: order >= 0,
    "below": lambda order: order < 0,
    "at_most": lambda order: order <= 0,
    "above": lambda order: order > 0,
}
ORDERED = frozenset(_ACCEPTED)
"""Tests that ask for more or less on a scale."""

_COMPLEMENT: dict[Op, Op] = {one: OPS[place + 1 - 2 * (place % 2)] for place, one in enumerate(OPS)}


@dataclass(frozen=True, slots=True)
class Test:
    """One test on one term. `known` judges a stated value; `unstated` is the answer where a full
    text does not state the term.
    """

    term: str
    op: Op
    value: Any
    scale: TermSpec = field(repr=False, compare=False)
    known: Callable[[Any, Groups], Truth] = field(init=False, repr=False, compare=False)
    unstated: Truth = field(init=False, repr=False, compare=False)

    __test__ = False  # the name is the domain's, not pytest's

    def __post_init__(self) -> None:
        object.__setattr__(self, "known", _JUDGES[self.op](self))
        object.__setattr__(self, "unstated", self._of_silence())

    def _of_silence(self) -> Truth:
        if not self.scale.none_if_silent or self.op in ORDERED:
            return None
        if self.scale.is_set:
            return self.known((), {})
        return self.op in ("differs", "none_of")

    def holds(self, content: Mapping[str, Any], groups: Groups, *, partial: bool) -> Truth:
        """Whether a clause passes the test; in a partly disclosed text, silence decides nothing."""
        value = content[self.term]
        if value is None:
            return None if partial else self.unstated
        return self.known(value, groups)

    @property
    def ordered(self) -> bool:
        """Whether the test asks for more or less on a scale."""
        return self.op in ORDERED

    def complement(self) -> tuple[Test, ...]:
        """Tests of which at least one holds exactly where this one does not."""
        op = _COMPLEMENT[self.op]
        if self.op in ("includes", "excludes"):
            return tuple(Test(self.term, op, (one,), self.scale) for one in self.value)
        return (Test(self.term, op, self.value, self.scale),)

    def __str__(self) -> str:
        value = json.dumps(_plain(self.value)).replace('"', "")
        return f"{self.term} {self.op.replace('_', ' ')} {value}"


@dataclass(frozen=True, slots=True)
class Alternative:
    """Tests that must all hold, or the mere presence or absence of a clause."""

    presence: Literal["present", "absent"] | None
    tests: tuple[Test, ...] = ()

    def holds(self, content: Content, groups: Groups, *, partial: bool = False) -> Truth:
        """Whether a clause, or its absence, is what the alternative describes."""
        if self.presence == "absent":
            return content is None
        if content is None:
            return False
        truth: Truth = True
        for test in self.tests:
            one = test.holds(content, groups, partial=partial)
            if one is False:
                return False
            if one is None:
                truth = None
        return truth

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


PRESENT = Alternative("present")
ABSENT = Alternative("absent")


@dataclass(frozen=True, slots=True)
class Predicate:
    """Alternatives of which any will do; without any, nothing will."""

    alternatives: tuple[Alternative, ...] = ()

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
        truth: Truth = False
        for alternative in self.alternatives:
            one = alternative.holds(content, groups or {}, partial=partial)
            if one:
                return True
            if one is None:
                truth = None
        return truth

    def negated(self) -> Predicate:
        """The predicate that holds exactly where this one does not."""
        if not self.alternatives:
            return Predicate((PRESENT, ABSENT))
        found = []
        for chosen in product(*(tuple(one.negated()) for one in self.alternatives)):
            tests = tuple(dict.fromkeys(test for one in chosen for test in one.tests))
            absent = any(one is ABSENT for one in chosen)
            if not absent:
                found.append(Alternative(None if tests else "present", tests))
            elif all(one is ABSENT for one in chosen):
                found.append(ABSENT)
        return Predicate(tuple(dict.fromkeys(found)))

    @property
    def tests(self) -> Iterator[Test]:
        """Every test in it."""
        return (test for one in self.alternatives for test in one.tests)

    def __str__(self) -> str:
        return "; or ".join(map(str, self.alternatives)) or "nothing"


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return str(value)


def _matches(wanted: Any, value: Any) -> bool:
    """Whether a value is the one wanted; of an event, only the fields given must agree."""
    if isinstance(wanted, Event) and isinstance(value, Event):
        return wanted.event == value.event and all(
            asked is None or asked == given
            for asked, given in ((wanted.by, value.by), (wanted.against, value.against))
        )
    return bool(wanted == value)


def _within(wanted: tuple[Any, ...], values: tuple[Any, ...]) -> bool:
    return all(any(_matches(one, value) for value in values) for one in wanted)


def _named_in(wanted: tuple[Any, ...], values: tuple[Any, ...]) -> bool:
    return all(any(_matches(one, value) for one in wanted) for value in values)


def _negated(truth: Truth) -> Truth:
    return None if truth is None else not truth


def _equals(test: Test) -> Callable[[Any, Groups], Truth]:
    wanted = test.value
    if not test.scale.is_set:
        if isinstance(wanted, Event):
            return lambda value, _: _matches(wanted, value)
        return lambda value, _: bool(wanted == value)
    events = any(isinstance(one, Event) for one in wanted)

    def judge(value: tuple[Any, ...], _: Groups) -> Truth:
        if value == wanted:  # both in the order of sets
            return True
        if OTHERS in value:  # an open list may hold what it does not name
            named = tuple(one for one in value if one != OTHERS)
            return None if _named_in(wanted, named) else False
        return (
            events
            and len(wanted) == len(value)
            and _within(wanted, value)
            and _named_in(wanted, value)
        )

    return judge


def _one_of(test: Test) -> Callable[[Any, Groups], Truth]:
    judges = [Test(test.term, "equals", one, test.scale).known for one in test.value]

    def judge(value: Any, groups: Groups) -> Truth:
        found = [one(value, groups) for one in judges]
        return True if True in found else None if None in found else False

    return judge


def _includes(test: Test) -> Callable[[Any, Groups], Truth]:
    wanted = test.value

    def judge(value: tuple[Any, ...], groups: Groups) -> Truth:
        found: Truth = True
        for one in wanted:
            if (here := _has(one, value, groups)) is False:
                return False
            found = None if here is None else found
        return found

    return judge


def _excludes(test: Test) -> Callable[[Any, Groups], Truth]:
    wanted = test.value

    def judge(value: tuple[Any, ...], groups: Groups) -> Truth:
        found: Truth = True
        for one in wanted:
            if here := _has(one, value, groups):
                return False
            found = None if here is None else found
        return found

    return judge


def _has(wanted: Any, value: tuple[Any, ...], groups: Groups) -> Truth:
    for one in value:
        if _matches(wanted, one) or (groups and wanted in groups.get(one, ())):
            return True
    return None if OTHERS in value else False


def _ordered(test: Test) -> Callable[[Any, Groups], Truth]:
    compare, wanted, accept = test.scale.scale.compare, test.value, _ACCEPTED[test.op]

    def judge(value: Any, _: Groups) -> Truth:
        order = compare(value, wanted)
        return None if order is None else accept(order)

    return judge


def _opposite(test: Test) -> Callable[[Any, Groups], Truth]:
    judge = _JUDGES[_COMPLEMENT[test.op]](test)
    return lambda value, groups: _negated(judge(value, groups))


_JUDGES: dict[Op, Callable[[Test], Callable[[Any, Groups], Truth]]] = {
    "equals": _equals,
    "differs": _opposite,
    "one_of": _one_of,
    "none_of": _opposite,
    **dict.fromkeys(_ACCEPTED, _ordered),
    "includes": _includes,
    "excludes": _excludes,
}
