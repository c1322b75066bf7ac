"""Plausible values for any field of any kind, drawn from the type that the kind declares."""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Callable
from functools import cache
from random import Random
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from plancompare import Deadline, Event, Provision, Span
from plancompare.model.identifiers import PartyGroup, Refers
from plancompare.model.quantities import Money, Ratio, Split
from plancompare.model.scales import Inclusion

__all__ = ["draws", "event", "sample"]

Draw = Callable[[Random], Any]

PARTIES = tuple(f"party-{name}" for name in "abcdefghijkl")
POOLS = {
    "party": PARTIES,
    "place": tuple(f"region-{number}" for number in range(1, 41)),
    "treaty": tuple(f"treaty-of-{year}" for year in range(1990, 2002)),
    "event": ("signature", "ratification", "armed-attack", "ceasefire", "completed-withdrawal"),
}
LANGUAGES = ("uk", "ru", "crh", "hu")


def sample(random: Random, values: tuple[Any, ...], most: int = 3) -> list[Any]:
    """A few different values."""
    return random.sample(values, random.randint(1, min(most, len(values))))


def event(random: Random) -> Event:
    """What may happen, sometimes with who does it."""
    by = tuple(sample(random, PARTIES)) if random.random() < 0.5 else None
    return Event(event=random.choice(POOLS["event"]), by=by)


def _span(random: Random) -> Span:
    match random.randrange(3):
        case 0:
            return Span(length=f"{random.randint(2, 50)} years")
        case 1:
            return Span(until=event(random))
    return Span(indefinite=True)


def _deadline(random: Random) -> Deadline:
    match random.randrange(3):
        case 0:
            day = dt.date(2026, 1, 1) + dt.timedelta(random.randrange(900))
            return Deadline(on=day)
        case 1:
            return Deadline(within=f"{random.randint(2, 365)} days", after=event(random))
    return Deadline(before=event(random))


def _split(random: Random) -> dict[str, str]:
    first, second = random.sample(PARTIES, 2)
    share = random.randint(1, 9)
    return {first: f"{share}/10", second: f"{10 - share}/10"}


_MODELS: dict[Any, Draw] = {Event: event, Span: _span, Deadline: _deadline}
_ALIASES: tuple[tuple[Any, Draw], ...] = (
    (PartyGroup, lambda random: "+".join(sorted(random.sample(PARTIES, 2)))),
    (Money, lambda random: f"{random.randint(1, 999)}{random.choice(('e6', 'e9'))} USD"),
    (Ratio, lambda random: f"{random.randint(1, 1000)}:1"),
    (Split, _split),
)


@cache
def draws(kind: type[Provision]) -> dict[str, Draw]:
    """How to draw each key and each term of a kind."""
    hints = get_type_hints(kind, include_extras=True)
    return {name: _draw(hints[name]) for name in (*kind.spec.keys, *kind.spec.terms)}


def _draw(annotation: Any) -> Draw:
    if annotation in _MODELS:
        return _MODELS[annotation]
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return lambda random: random.choice(arguments)
    if origin in (Union, types.UnionType):
        members = [_draw(one) for one in arguments if one is not type(None)]
        return lambda random: random.choice(members)(random)
    if origin is Annotated:
        return _draw_marked(annotation, arguments[0], annotation.__metadata__)
    if annotation is int:
        return lambda random: random.randint(1, 1000) * 50
    if annotation is str:
        return lambda random: random.choice(LANGUAGES)
    raise TypeError(f"no values are known for {annotation}")


def _draw_marked(annotation: Any, inner: Any, marks: tuple[Any, ...]) -> Draw:
    for alias, draw in _ALIASES:
        if get_args(alias)[0] == inner and all(mark in marks for mark in alias.__metadata__):
            return draw
    if any(isinstance(mark, Inclusion) for mark in marks):
        member = _draw(get_args(inner)[0])
        return lambda random: tuple({member(random): None for _ in range(random.randint(1, 4))})
    if registers := [mark.registers for mark in marks if isinstance(mark, Refers)]:
        pool = tuple(one for register in registers[0] for one in POOLS[register])
        return lambda random: random.choice(pool)
    return _draw(inner)
