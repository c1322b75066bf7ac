"""One test on one term of a clause, in three-valued logic.

A test is undecided, `None`, where a text does not state what it asks for, where two values have no
order, or where an open list may hold more than it names.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias, get_args

from plancompare.model.identifiers import OTHERS
from plancompare.model.terms import TermSpec
from plancompare.model.timing import Event

__all__ = ["OPS", "ORDERED", "Content", "Groups", "Judge", "Op", "Test", "Truth"]

Truth: TypeAlias = bool | None
"""True, false, or undecided."""

Content: TypeAlias = Mapping[str, Any] | None
"""What a clause says, term by term; None where there is no clause."""

Groups: TypeAlias = Mapping[str, tuple[str, ...]]
"""The members of closed groups, into which tests on sets of parties may look."""

Judge: TypeAlias = Callable[[Content, Groups, bool], Truth]
"""Says whether a content is what is described, in a text that is partly disclosed or not."""

_Known: TypeAlias = Callable[[Any, Groups], Truth]
"""Says whether a stated value is what is described."""

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
    """One test on one term. `judge` says whether a clause passes it; in a partly disclosed text,
    silence decides nothing.
    """

    term: str
    op: Op
    value: Any
    scale: TermSpec = field(repr=False, compare=False)
    judge: Judge = field(init=False, repr=False, compare=False)

    __test__ = False  # the name is the domain's, not pytest's

    def __post_init__(self) -> None:
        object.__setattr__(self, "judge", _judge(self))

    def __reduce__(self) -> tuple[Any, ...]:
        return Test, (self.term, self.op, self.value, self.scale)

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


def _judge(test: Test) -> Judge:
    term, known = test.term, _KNOWN[test.op](test)
    unstated = _of_silence(test, known)

    def judge(content: Content, groups: Groups, partial: bool) -> Truth:
        if content is None:
            return False
        value = content[term]
        if value is None:
            return None if partial else unstated
        return known(value, groups)

    return judge


def _of_silence(test: Test, known: _Known) -> Truth:
    """The answer where a full text does not state the term."""
    if not test.scale.none_if_silent or test.op in ORDERED:
        return None
    if test.scale.is_set:
        return known((), {})
    return test.op in ("differs", "none_of")


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


def _equals(test: Test) -> _Known:
    wanted = test.value
    if not test.scale.is_set:
        if isinstance(wanted, Event):
            return lambda value, _: _matches(wanted, value)
        return lambda value, _: bool(wanted == value)
    events = any(isinstance(one, Event) for one in wanted)

    def judge(value: tuple[Any, ...], _: Groups) -> Truth:
        if value == wanted:  # both in the order of sets
            return True
        if events:
            same = len(value) == len(wanted) and _named_in(wanted, value)
            return same and _within(wanted, value)
        if OTHERS in value:  # an open list may hold what it does not name
            named = tuple(one for one in value if one != OTHERS)
            return None if _named_in(wanted, named) else False
        return False

    return judge


def _one_of(test: Test) -> _Known:
    judges = [_equals(Test(test.term, "equals", one, test.scale)) for one in test.value]

    def judge(value: Any, groups: Groups) -> Truth:
        found = [one(value, groups) for one in judges]
        return True if True in found else None if None in found else False

    return judge


def _includes(test: Test) -> _Known:
    wanted = test.value

    def judge(value: tuple[Any, ...], groups: Groups) -> Truth:
        found: Truth = True
        for one in wanted:
            if (here := _has(one, value, groups)) is False:
                return False
            found = None if here is None else found
        return found

    return judge


def _excludes(test: Test) -> _Known:
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


def _ordered(test: Test) -> _Known:
    compare, wanted, accept = test.scale.scale.compare, test.value, _ACCEPTED[test.op]

    def judge(value: Any, _: Groups) -> Truth:
        order = compare(value, wanted)
        return None if order is None else accept(order)

    return judge


def _opposite(test: Test) -> _Known:
    opposite = _KNOWN[_COMPLEMENT[test.op]](test)

    def judge(value: Any, groups: Groups) -> Truth:
        truth = opposite(value, groups)
        return None if truth is None else not truth

    return judge


_KNOWN: dict[Op, Callable[[Test], _Known]] = {
    "equals": _equals,
    "differs": _opposite,
    "one_of": _one_of,
    "none_of": _opposite,
    **dict.fromkeys(_ACCEPTED, _ordered),
    "includes": _includes,
    "excludes": _excludes,
}
