"""When: events, durations, spans, deadlines and partial dates."""

from __future__ import annotations

import calendar
import datetime
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    StringConstraints,
    model_serializer,
    model_validator,
)
from pydantic_core import PydanticCustomError

from plancompare.model.frozen import Frozen
from plancompare.model.identifiers import EventId, PartyId
from plancompare.model.scales import Measure, Scale, SetOf, Shift

__all__ = [
    "Day",
    "Deadline",
    "DeadlineScale",
    "Duration",
    "Event",
    "PartialDate",
    "Span",
    "SpanScale",
    "last_day",
]

_HOURS = {
    "hour": (1, 1),
    "day": (24, 24),
    "week": (168, 168),
    "month": (672, 744),
    "year": (8064, 8928),  # as twelve months, so that both compare alike with days
}
"""The least and the greatest length of each unit."""


def _length(duration: str) -> tuple[str, Any, Any]:
    count, unit = duration.split(" ")
    low, high = _HOURS[unit.removesuffix("s")]
    return "hours", int(count) * low, int(count) * high


def _months(duration: str) -> int | None:
    count, unit = duration.split(" ")
    return {"month": 1, "year": 12}.get(unit.removesuffix("s"), 0) * int(count) or None


class DurationScale(Scale):
    """Longer and shorter; months and years are exact among themselves, intervals against days."""

    up = Shift.LENGTHENED
    down = Shift.SHORTENED
    _hours = Measure(_length)

    def compare(self, left: str, right: str) -> int | None:
        one, other = _months(left), _months(right)
        if one and other:
            return (one > other) - (one < other)
        return self._hours.compare(left, right)


Duration = Annotated[
    str,
    StringConstraints(
        pattern=r"^(1 (hour|day|week|month|year)|([2-9]|[1-9][0-9]{1,5}) "
        r"(hours|days|weeks|months|years))$"
    ),
    DurationScale(),
]
"""A length of time with its unit: `100 days`."""


class Event(Frozen):
    """Something that happens, optionally by and against whom; in YAML a bare name will do.

    Used alike for conditions, triggers, deadlines and spans.
    """

    event: EventId
    by: SetOf[PartyId] | None = None
    against: SetOf[PartyId] | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_name(cls, data: Any) -> Any:
        return {"event": data} if isinstance(data, str) else data

    @model_serializer(mode="plain")
    def _to_name(self) -> str | dict[str, Any]:
        if self.by is None and self.against is None:
            return self.event
        given = {"event": self.event, "by": self.by, "against": self.against}
        return {name: value for name, value in given.items() if value is not None}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        name = {"type": "string", "description": "the name of an event"}
        return {"anyOf": [name, handler(schema)]}

    def __str__(self) -> str:
        by = f" by {', '.join(self.by)}" if self.by else ""
        against = f" against {', '.join(self.against)}" if self.against else ""
        return f"{self.event}{by}{against}"


def _exactly_one(value: Frozen, names: tuple[str, ...]) -> None:
    given = [name for name in names if getattr(value, name) is not None]
    if len(given) != 1:
        raise PydanticCustomError(
            "exactly_one",
            "needs exactly one of {names}, has {given}",
            {"names": ", ".join(names), "given": ", ".join(given) or "none"},
        )


def _written_out(date: Any) -> Any:
    if isinstance(date, int | float):
        raise PydanticCustomError("date_type", "is not a date")
    return date


Day = Annotated[datetime.date, BeforeValidator(_written_out)]
"""A day of the calendar, `2025-11-20`; a number is not taken for one."""


class Span(Frozen):
    """How long something lasts: a length, until an event, or without end."""

    length: Duration | None = None
    until: Event | None = None
    indefinite: Literal[True] | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        _exactly_one(self, ("length", "until", "indefinite"))
        return self

    def __str__(self) -> str:
        return self.length or (f"until {self.until}" if self.until else "indefinite")


class SpanScale(Scale):
    """Lengths among themselves, and indefinite above all; an event has no place in that order."""

    up = Shift.LENGTHENED
    down = Shift.SHORTENED
    _lengths = DurationScale()

    def compare(self, left: Span, right: Span) -> int | None:
        if left == right:
            return 0
        if left.until or right.until:
            return None
        if left.length and right.length:
            return self._lengths.compare(left.length, right.length)
        return 1 if left.indefinite else -1


class Deadline(Frozen):
    """When at the latest: on a date, within a time, promptly, or before an event.

    `after` names the event from which the time counts.
    """

    on: Day | None = None
    within: Duration | None = None
    promptly: Literal["at-once", "as-soon-as-possible"] | None = None
    before: Event | None = None
    after: Event | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        _exactly_one(self, ("on", "within", "promptly", "before"))
        return self

    def __str__(self) -> str:
        when = (
            (self.on and f"on {self.on}")
            or (self.within and f"within {self.within}")
            or self.promptly
            or f"before {self.before}"
        )
        return f"{when} after {self.after}" if self.after else str(when)


class DeadlineScale(Scale):
    """Later is put back, if both count from the same event in the same way."""

    up = Shift.PUT_BACK
    down = Shift.BROUGHT_FORWARD
    _lengths = DurationScale()

    def compare(self, left: Deadline, right: Deadline) -> int | None:
        if left == right:
            return 0
        if left.after != right.after:
            return None
        if left.on and right.on:
            return -1 if left.on < right.on else 1
        if left.within and right.within:
            return self._lengths.compare(left.within, right.within)
        if left.promptly and right.promptly:
            return -1 if left.promptly == "at-once" else 1
        return None


def _real_date(text: str) -> str:
    try:
        last_day(text)
    except ValueError:
        raise PydanticCustomError("partial_date", "is no date of the calendar") from None
    return text


def last_day(date: str) -> datetime.date:
    """The last day that a date known to the year, the month or the day can mean.

    >>> last_day("2025-08")
    datetime.date(2025, 8, 31)
    """
    year, month, day = (*map(int, date.split("-")), 0, 0)[:3]
    month = month or 12
    return datetime.date(year, month, day or calendar.monthrange(year, month)[1])


PartialDate = Annotated[
    str,
    StringConstraints(pattern=r"^[12][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?$"),
    AfterValidator(_real_date),
]
"""A date known to the day, the month or the year; comparisons take its last possible day."""
