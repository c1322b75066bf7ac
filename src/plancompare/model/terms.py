"""What a field of a provision is: part of its key, or a term with a scale and a role.

A kind declares its fields in these words; everything else (issue ids, diffs, shifts, tables, the
audit) reads them back from its `KindSpec`.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from operator import itemgetter
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from plancompare.model.scales import Inclusion, Scale

__all__ = ["Beneficiary", "Key", "KindSpec", "NoneIfSilent", "Obligor", "Term", "TermSpec"]

T = TypeVar("T")


class Mark(Enum):
    """What the declaration of a field says of it."""

    KEY = auto()
    TERM = auto()
    OBLIGOR = auto()
    BENEFICIARY = auto()
    NONE_IF_SILENT = auto()


Key = Annotated[T, Mark.KEY]
"""What the provision is about: part of the issue id. At most one key is optional, the last."""

Term = Annotated[T | None, Mark.TERM]
"""What the provision says; always optional, for a text may leave it out."""

Obligor = Annotated[T, Mark.OBLIGOR]
"""Parties on whom the provision lays a duty."""

Beneficiary = Annotated[T, Mark.BENEFICIARY]
"""Parties to whom the provision is of use."""

NoneIfSilent = Annotated[T, Mark.NONE_IF_SILENT]
"""A term whose absence from a full text means that there is none: no mediator, no deadline."""


def metadata(annotation: Any) -> Iterator[Any]:
    """Everything an annotation carries, through unions but not into the members of a container."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *extras = get_args(annotation)
        yield from metadata(inner)
        yield from extras
    elif origin in (Union, types.UnionType):
        for member in get_args(annotation):
            yield from metadata(member)


@dataclass(frozen=True, slots=True)
class TermSpec:
    """One term of a kind: its name, its scale, and what silence about it means."""

    name: str
    scale: Scale
    none_if_silent: bool

    @property
    def is_set(self) -> bool:
        """Whether the values of the term are sets."""
        return isinstance(self.scale, Inclusion)


class Unordered(Scale):
    """Values that are equal or not, and nothing more."""

    def compare(self, left: Any, right: Any) -> int | None:
        return 0 if left == right else None


UNORDERED = Unordered()


@dataclass(frozen=True, slots=True)
class KindSpec:
    """How a kind is declared: its keys in order, its terms by name, and the roles of parties."""

    keys: tuple[str, ...]
    terms: Mapping[str, TermSpec]
    obligors: tuple[str, ...]
    beneficiaries: tuple[str, ...]
    values: Callable[[Mapping[str, Any]], Any]
    """The values of all terms at once, out of the fields of a provision; to compare, not to read."""

    @classmethod
    def of(cls, fields: Mapping[str, FieldInfo]) -> KindSpec:
        """Read the declarations. Raises `TypeError` where an optional key is not the last one."""
        keys: list[str] = []
        optional: list[str] = []
        terms: dict[str, TermSpec] = {}
        roles: dict[Mark, list[str]] = {Mark.OBLIGOR: [], Mark.BENEFICIARY: []}
        for name, field in fields.items():
            found = [*metadata(field.annotation), *field.metadata]
            if Mark.KEY in found:
                keys.append(name)
                if not field.is_required():
                    optional.append(name)
            if Mark.TERM in found:
                scales = [one for one in found if isinstance(one, Scale)]
                scale = scales[-1] if scales else UNORDERED
                terms[name] = TermSpec(name, scale, Mark.NONE_IF_SILENT in found)
            for role, names in roles.items():
                if role in found:
                    names.append(name)
        if optional and optional != keys[-1:]:
            raise TypeError(f"only the last key may be optional, not {', '.join(optional)}")
        obligors, beneficiaries = (tuple(names) for names in roles.values())
        return cls(tuple(keys), terms, obligors, beneficiaries, itemgetter(*terms))
