"""How two values of one term stand to each other, and the word for going from one to the other.

A scale is metadata on the type of a term, `Annotated[int, Magnitude()]`, so that the terms of a
user's own kind get the same words as those shipped. The words describe the term's own scale, never
who gains by it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from plancompare.model.shared import Shared

__all__ = ["Chains", "Inclusion", "Measure", "Scale", "SetOf", "Shift", "chain"]

T = TypeVar("T")


class Shift(StrEnum):
    """What became of a term, in words of the term's own scale."""

    RAISED = "raised"
    LOWERED = "lowered"
    STRENGTHENED = "strengthened"
    WEAKENED = "weakened"
    WIDENED = "widened"
    NARROWED = "narrowed"
    LENGTHENED = "lengthened"
    SHORTENED = "shortened"
    PUT_BACK = "put back"
    BROUGHT_FORWARD = "brought forward"
    MADE_CONDITIONAL = "made conditional"
    MADE_UNCONDITIONAL = "made unconditional"
    SPECIFIED = "specified"
    NO_LONGER_STATED = "no longer stated"
    INTRODUCED = "introduced"
    DROPPED = "dropped"
    REPLACED = "replaced"

    @property
    def inverse(self) -> Shift:
        """The word for the way back.

        >>> str(Shift.RAISED.inverse)
        'lowered'
        """
        return _INVERSE[self]


_PAIRS = list(Shift)[:-1]
_INVERSE = {Shift.REPLACED: Shift.REPLACED}
for _one, _other in zip(_PAIRS[::2], _PAIRS[1::2], strict=True):
    _INVERSE[_one], _INVERSE[_other] = _other, _one


class Scale:
    """An order, possibly partial, on the values of a term."""

    up: Shift
    down: Shift

    def compare(self, left: Any, right: Any) -> int | None:
        """-1, 0 or 1 as `left` is below, at or above `right`; None where the two have no order."""
        raise NotImplementedError

    def shift(self, before: Any, after: Any) -> Shift:
        """The word for going from one value to another, different one."""
        order = self.compare(before, after)
        if not order:
            return Shift.REPLACED
        return self.up if order < 0 else self.down


@dataclass(frozen=True, slots=True)
class Chains(Scale):
    """Values in a stated order, on one chain or more; values on no common chain have no order."""

    chains: tuple[tuple[str, ...], ...]
    up: Shift
    down: Shift

    def compare(self, left: str, right: str) -> int | None:
        if left == right:
            return 0
        for values in self.chains:
            if left in values and right in values:
                return -1 if values.index(left) < values.index(right) else 1
        return None


def chain(*values: str, up: Shift = Shift.RAISED, down: Shift = Shift.LOWERED) -> Chains:
    """A scale of one chain, from low to high.

    >>> str(chain("peacetime", "always", up=Shift.WIDENED, down=Shift.NARROWED).shift(
    ...     "always", "peacetime"))
    'narrowed'
    """
    return Chains((values,), up, down)


@dataclass(frozen=True, slots=True)
class Measure(Scale):
    """Values ordered by a measure of them; those measured in different units have no order.

    `of` gives a unit and the interval of sizes a value may have. Two values of one unit are in
    order if their intervals do not overlap: a month is below 32 days and has no order to 30 days.
    """

    of: Callable[[Any], tuple[str, Any, Any]]
    up: Shift = Shift.RAISED
    down: Shift = Shift.LOWERED

    def compare(self, left: Any, right: Any) -> int | None:
        if left == right:
            return 0
        unit, low, high = self.of(left)
        other, least, most = self.of(right)
        if unit != other:
            return None
        if high < least:
            return -1
        if most < low:
            return 1
        return 0 if low == high == least == most else None


@dataclass(frozen=True, slots=True)
class Inclusion(Scale):
    """Sets, ordered by inclusion: a superset is wider."""

    up: Shift = Shift.WIDENED
    down: Shift = Shift.NARROWED

    def compare(self, left: Sequence[Any], right: Sequence[Any]) -> int | None:
        one, other = set(left), set(right)
        if one == other:
            return 0
        if one < other:
            return -1
        return 1 if one > other else None


def _canonical_set(members: tuple[Any, ...]) -> tuple[Any, ...]:
    for one, next_ in pairwise(ordered := tuple(sorted(members, key=str))):
        if one == next_:
            raise PydanticCustomError(
                "repeated_member", "names {member} twice", {"member": str(one)}
            )
    return ordered


SetOf = Annotated[tuple[T, ...], AfterValidator(_canonical_set), Inclusion(), Shared()]
"""A set as a sorted tuple without doubles; `others` as a member marks an open list."""
