"""A strategy for each type that a term can have, derived from its declaration."""

from __future__ import annotations

import datetime
import types
import typing
from typing import Annotated, Any, Literal, Union

from annotated_types import Ge, Le, MinLen
from hypothesis import strategies as st
from pydantic import BaseModel, StringConstraints, TypeAdapter, ValidationError

from plancompare.model import Deadline, Event, Money, PartialDate, Ratio, Share, Span, Split
from plancompare.model.identifiers import Label, PartyGroup, Refers, Register
from plancompare.model.terms import Mark
from plancompare.model.text import Quote, Text
from plancompare.model.timing import Duration

__all__ = ["IDS", "values"]

IDS: dict[Register, tuple[str, ...]] = {
    "source": ("reuters-2025-11-23", "axios-2025-11-20"),
    "party": ("ukraine", "russia", "united-states", "nato", "e3"),
    "place": ("crimea", "kherson", "poland"),
    "treaty": ("npt", "new-start"),
    "event": ("signature", "ceasefire", "elections", "armed-attack"),
    "plan": ("us-28",),
}
"""Ids that drawn values refer to; all of them are in the shipped registers."""

_UNITS = ("hour", "day", "week", "month", "year")


def _durations() -> st.SearchStrategy[str]:
    return st.builds(
        lambda count, unit: f"{count} {unit}{'s' if count > 1 else ''}",
        st.integers(1, 400),
        st.sampled_from(_UNITS),
    )


def _shares() -> st.SearchStrategy[str]:
    return st.builds(lambda a, b: f"{min(a, b)}/{b}", st.integers(0, 12), st.integers(1, 12))


def _events() -> st.SearchStrategy[Event]:
    parties = st.none() | st.just(("russia",)) | st.just(("ukraine",))
    return st.builds(Event, event=st.sampled_from(IDS["event"]), by=parties, against=parties)


def _spans() -> st.SearchStrategy[Span]:
    return st.one_of(
        st.builds(Span, length=_durations()),
        st.builds(Span, until=_events()),
        st.just(Span(indefinite=True)),
    )


def _deadlines() -> st.SearchStrategy[Deadline]:
    after = st.none() | _events()
    dates = st.dates(datetime.date(2025, 1, 1), datetime.date(2035, 12, 31))
    return st.one_of(
        st.builds(Deadline, on=dates, after=after),
        st.builds(Deadline, within=_durations(), after=after),
        st.builds(
            Deadline, promptly=st.sampled_from(("at-once", "as-soon-as-possible")), after=after
        ),
        st.builds(Deadline, before=_events(), after=after),
    )


def _splits() -> st.SearchStrategy[dict[str, str]]:
    return st.sampled_from(
        ({"russia": "1/2", "ukraine": "1/2"}, {"united-states": "1/2"}, {"ukraine": "1"}, {})
    )


_WORDS = st.lists(
    st.sampled_from(("forces", "leave", "the", "line", "Київ", "600,000", "shall", "|", "<b>")),
    min_size=1,
    max_size=6,
).map(" ".join)

_KNOWN: tuple[tuple[Any, st.SearchStrategy[Any]], ...] = (
    (Duration, _durations()),
    (Money, st.builds(lambda n: f"{n}e6 USD", st.integers(0, 9000)) | st.just("remainder")),
    (Share, _shares()),
    (Ratio, st.builds(lambda a, b: f"{a}:{b}", st.integers(0, 50), st.integers(1, 5))),
    (Split, _splits()),
    (PartialDate, st.sampled_from(("2025", "2025-11", "2025-11-23"))),
    (Text, _WORDS),
    (Quote, _WORDS),
    (Label, st.integers(1, 40).map(str)),
    (PartyGroup, st.sampled_from(("russia+ukraine", "nato+russia", "russia+united-states"))),
    (Event, _events()),
    (Span, _spans()),
    (Deadline, _deadlines()),
)


def values(annotation: Any) -> st.SearchStrategy[Any]:
    """Valid values of a type as a term or key declares it; None is not among them.

    Types of the library and those made of them (`Literal`, `SetOf`, unions, numbers with bounds,
    text with a pattern, models) are covered, so that a user's own kind needs nothing else.
    Raises `TypeError` for other types.
    """
    for known, strategy in _KNOWN:
        if annotation is known or annotation == known:
            return strategy
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is Annotated:
        return _annotated(annotation, arguments[0], arguments[1:])
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin in (Union, types.UnionType):
        return st.one_of(*(values(one) for one in arguments if one is not type(None)))
    if origin is tuple and arguments[-1] is Ellipsis:
        return st.lists(values(arguments[0]), max_size=3, unique=True).map(tuple)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return st.builds(
            annotation,
            **{
                name: values(typing.get_type_hints(annotation, include_extras=True)[name])
                for name, field in annotation.model_fields.items()
                if field.is_required()
            },
        )
    if annotation in (int, bool, str, datetime.date):
        return {
            int: st.integers(0, 10**6),
            bool: st.booleans(),
            str: _WORDS,
            datetime.date: st.dates(datetime.date(2025, 1, 1), datetime.date(2035, 12, 31)),
        }[annotation]
    raise TypeError(f"no strategy for {annotation!r}; use st.register_type_strategy or just()")


def _annotated(annotation: Any, inner: Any, extras: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    if any(isinstance(extra, Mark) for extra in extras):
        kept = tuple(extra for extra in extras if not isinstance(extra, Mark))
        return values(Annotated[(inner, *kept)] if kept else inner)
    for extra in extras:
        if isinstance(extra, Refers):
            return st.sampled_from([one for name in extra.registers for one in IDS[name]])
    for extra in extras:
        if isinstance(extra, StringConstraints) and extra.pattern:
            drawn = st.from_regex(extra.pattern, fullmatch=True)
            return drawn.filter(lambda one: _valid(annotation, one))
    marks = [mark for one in extras for mark in getattr(one, "metadata", (one,))]
    least = max((mark.min_length for mark in marks if isinstance(mark, MinLen)), default=0)
    of_type: st.SearchStrategy[Any] = _bounded(extras) if inner is int else values(inner)
    return of_type.filter(lambda one: len(one) >= least) if least else of_type


def _bounded(extras: tuple[Any, ...]) -> st.SearchStrategy[int]:
    marks: list[Any] = [mark for one in extras for mark in getattr(one, "metadata", (one,))]
    least: list[Any] = [mark.ge for mark in marks if isinstance(mark, Ge)]
    most: list[Any] = [mark.le for mark in marks if isinstance(mark, Le)]
    return st.integers(max(least, default=0), min(most, default=10**6))


def _valid(annotation: Any, value: Any) -> bool:
    try:
        TypeAdapter(annotation).validate_python(value)
    except ValidationError:
        return False
    return True
