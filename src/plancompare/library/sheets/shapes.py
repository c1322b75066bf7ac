"""What a field may hold, as far as it decides how the text of a cell is read."""

from __future__ import annotations

import types
import typing
from dataclasses import dataclass
from functools import cache, reduce
from typing import Annotated, Any, Literal, Union

from pydantic import BaseModel

__all__ = ["ANYTHING", "Shape", "shape_of_model"]


@dataclass(frozen=True, slots=True)
class Shape:
    """The values of a field: single ones, members of a list, fields of a mapping."""

    scalars: frozenset[type] = frozenset()
    words: frozenset[Any] = frozenset()
    """Values named one by one."""
    is_free: bool = False
    """Whether it is text in which anything may stand, such as a comma."""
    member: Shape | None = None
    models: tuple[type[BaseModel], ...] = ()

    def __or__(self, other: Shape) -> Shape:
        members = [one for one in (self.member, other.member) if one]
        return Shape(
            self.scalars | other.scalars,
            self.words | other.words,
            self.is_free or other.is_free,
            reduce(Shape.__or__, members) if members else None,
            self.models + other.models,
        )

    def below(self, part: str) -> Shape:
        """The values of one field of it, or of its member with a number."""
        for model in self.models:
            if part in model.model_fields:
                return _shape_of_field(model, part)
        return self.member if self.member and part.isdecimal() else ANYTHING


ANYTHING = Shape(frozenset({str}), is_free=True)
"""Of what is not known nothing can be assumed: text as it stands."""


def shape_of_model(model: type[BaseModel]) -> Shape:
    """The values of a model's fields."""
    return Shape(models=(model,))


@cache
def _shape_of_field(model: type[BaseModel], name: str) -> Shape:
    return _shape(model.model_fields[name].rebuild_annotation())


def _shape(annotation: Any) -> Shape:
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is Annotated:
        inner = _shape(arguments[0])
        if inner.is_free and any(getattr(one, "pattern", None) for one in arguments[1:]):
            return Shape(inner.scalars, inner.words)
        return inner
    if origin in (Union, types.UnionType):
        return reduce(Shape.__or__, map(_shape, arguments))
    if origin is Literal:
        return Shape(frozenset(map(type, arguments)), frozenset(arguments))
    if origin in (tuple, list, set, frozenset):
        return Shape(member=_shape(arguments[0]))
    if annotation is type(None):
        return Shape()
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Shape(models=(annotation,))
    if annotation in (int, bool, float):
        return Shape(frozenset({annotation}))
    return ANYTHING
