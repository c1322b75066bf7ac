"""The ids that a value refers to: where they stand, and in which registers they must be found."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel

from plancompare.library.node import Part
from plancompare.model.identifiers import OTHERS, Refers, Register
from plancompare.model.scales import Inclusion
from plancompare.model.terms import metadata

__all__ = ["Reference", "references"]


class Reference(NamedTuple):
    """One id, its place below the value, and the registers in which it must be found."""

    place: tuple[Part, ...]
    registers: tuple[Register, ...]
    id: str


def references(value: Any) -> Iterator[Reference]:
    """Every id inside a value.

    In a set, which is sorted on reading, the place of a member is its text and not its position.
    """
    model: type[BaseModel] = type(value)
    values = value.__dict__
    for name, annotation, extras in _referring(model):
        if values[name]:
            yield from _below(name, _within(annotation, extras, values[name]))
    for index, reading in enumerate(getattr(value, "readings", ())):
        for reference in references(value.under(reading)):
            if reference.place[0] in reading.terms:
                place = ("readings", index, "terms", *reference.place)
                yield reference._replace(place=place)


@cache
def _referring(model: type[BaseModel]) -> list[tuple[str, Any, list[Any]]]:
    """The fields of a model in which an id may be found, with all that is said of them."""
    return [
        (name, field.annotation, field.metadata)
        for name, field in model.model_fields.items()
        if any(isinstance(one, Refers) for one in field.metadata) or _refers(field.annotation)
    ]


def _refers(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    marks = getattr(annotation, "__metadata__", ())
    return any(isinstance(one, Refers) for one in marks) or any(
        map(_refers, typing.get_args(annotation))
    )


def _below(part: Part, references: Iterator[Reference]) -> Iterator[Reference]:
    for one in references:
        yield one._replace(place=(part, *one.place))


def _within(annotation: Any, extras: list[Any], value: Any) -> Iterator[Reference]:
    if isinstance(value, BaseModel):
        yield from references(value)
        return
    marks = [*extras, *metadata(annotation)]
    if isinstance(value, tuple):
        is_set = any(isinstance(one, Inclusion) for one in marks)
        members = [one for one in typing.get_args(_bare(annotation)) if one is not Ellipsis]
        for index, member in enumerate(value):
            inner = members[index if len(members) == len(value) > 1 else 0]
            for found in _within(inner, [], member):
                name = member[0] if isinstance(member, tuple) else index  # of a share, its party
                part = found.id if is_set else name
                yield found._replace(place=(part, *found.place))
    elif isinstance(value, str):
        for refers in (one for one in marks if isinstance(one, Refers)):
            for name in value.split("+"):
                if name != OTHERS:
                    yield Reference((), refers.registers, name)


def _bare(annotation: Any) -> Any:
    """The container inside annotations and options."""
    if typing.get_origin(annotation) is tuple:
        return annotation
    return next(filter(None, map(_bare, typing.get_args(annotation))), None)
