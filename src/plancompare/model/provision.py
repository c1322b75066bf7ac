"""One typed commitment inside a point, and the registry of its kinds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal, Self, get_args

from pydantic import (
    Field,
    PlainSerializer,
    PlainValidator,
    ValidationError,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from plancompare.model.evidence import Checked, Citations, Cited, best_checked
from plancompare.model.faults import Fault, refuse
from plancompare.model.frozen import Frozen
from plancompare.model.identifiers import OTHERS, Labels, Slug
from plancompare.model.scales import SetOf, Shift, chain
from plancompare.model.terms import KindSpec, Mark, NoneIfSilent, Term
from plancompare.model.text import Quote, Text
from plancompare.model.timing import Deadline, DeadlineScale, Event

__all__ = ["KINDS", "Modality", "Overrides", "Provision", "Reading"]

Modality = Annotated[
    Literal["statement", "expectation", "negotiation", "commitment", "declaration", "permission"],
    chain(
        "statement",
        "expectation",
        "negotiation",
        "commitment",
        up=Shift.STRENGTHENED,
        down=Shift.WEAKENED,
    ),
]
"""How binding a sentence is, and nothing else; declaration and permission are outside the order."""

KINDS: dict[str, type[Provision]] = {}
"""Every kind known, by name. Defining a subclass of `Provision` with a `kind` adds it."""

_listeners: list[type[Frozen]] = []


def embeds_provisions(model: type[Frozen]) -> None:
    """Rebuild `model` whenever a kind is added, so that it accepts provisions of that kind."""
    _listeners.append(model)


def _hashable(value: Any) -> Any:
    if isinstance(value, Mapping):
        return tuple(sorted((key, _hashable(one)) for key, one in value.items()))
    return tuple(map(_hashable, value)) if isinstance(value, list | tuple) else value


class Overrides(Mapping[str, Any]):
    """Terms and their rival values, as they stand in a file: immutable and hashable."""

    __slots__ = ("_given",)

    def __init__(self, given: Mapping[str, Any]) -> None:
        self._given = dict(sorted(given.items()))

    def __getitem__(self, name: str) -> Any:
        return self._given[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._given)

    def __len__(self) -> int:
        return len(self._given)

    def __hash__(self) -> int:
        return hash(_hashable(self._given))

    def __repr__(self) -> str:
        return f"Overrides({self._given!r})"


def _overrides(given: Any) -> Overrides:
    if not isinstance(given, Mapping) or not all(isinstance(name, str) for name in given):
        raise PydanticCustomError("overrides", "is not a mapping of terms to rival values")
    return Overrides(given)


class Reading(Frozen):
    """A rival content of an ambiguous clause: which terms it reads otherwise, and why it exists.

    A reading overrides terms, never keys. The diff compares what the words say; verdicts are taken
    under every reading.
    """

    why: Literal["ambiguous-wording", "rival-text", "rival-report", "bracketed"]
    says: Text
    terms: Annotated[
        Overrides,
        PlainValidator(_overrides),
        PlainSerializer(dict),
        WithJsonSchema({"type": "object"}),
    ] = Field(default_factory=lambda: Overrides({}))
    evidence: Citations = ()


class Provision(Frozen):
    """One typed commitment: a kind, a key (what it is about) and terms (what it says).

    Subclass it to add a kind; the class is then read from files, compared, printed and described in
    the schema like those shipped.

    >>> from plancompare.model import ForceCeiling
    >>> ceiling = ForceCeiling(party="ukraine", personnel=800000, period="peacetime")
    >>> ceiling.issue, ceiling.obligors
    ('force-ceiling/ukraine', ('ukraine',))
    """

    topic: ClassVar[str] = ""
    pax: ClassVar[str | None] = None
    """The PA-X topic code nearest to the kind, where one exists."""
    spec: ClassVar[KindSpec]

    kind: str
    part: Slug | None = None
    at: Labels = ()
    modality: Annotated[Modality, Mark.TERM] = "commitment"
    conditions: NoneIfSilent[Term[SetOf[Event]]] = None
    deadline: NoneIfSilent[Term[Annotated[Deadline, DeadlineScale()]]] = None
    wording: tuple[Quote, ...] = ()
    readings: tuple[Reading, ...] = ()
    evidence: Cited = ()
    note: Text | None = None

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        cls.spec = KindSpec.of(cls.model_fields)
        if not (names := get_args(cls.model_fields["kind"].annotation)):
            return
        known = KINDS.get(names[0])
        if known and (known.__module__, known.__qualname__) != (cls.__module__, cls.__qualname__):
            raise TypeError(f"kind {names[0]!r} is already defined by {known.__qualname__}")
        if not cls.__pydantic_fields_complete__:
            raise TypeError(f"kind {names[0]!r} uses a name in its fields that is not defined")
        if not cls.topic:
            raise TypeError(f"kind {names[0]!r} names no topic")
        KINDS[names[0]] = cls
        for model in _listeners:
            if model.__pydantic_complete__:
                model.model_rebuild(force=True)

    @model_validator(mode="after")
    def _readings_fit(self) -> Self:
        if self.readings:
            refuse(self._faults_of_readings())
        return self

    def _faults_of_readings(self) -> Iterator[Fault]:
        for index, reading in enumerate(self.readings):
            place = "readings", index, "terms"
            unknown = [name for name in reading.terms if name not in self.spec.terms]
            for name in unknown:
                yield Fault(
                    (*place, name),
                    f"{self.kind} has no term {name!r}",
                    f"use one of: {', '.join(self.spec.terms)}",
                )
            if not unknown:
                try:
                    self.under(reading)
                except ValidationError as error:
                    for one in error.errors():
                        remedy = "write the value as in the clause itself"
                        yield Fault((*place, *one["loc"]), one["msg"], remedy)

    @cached_property
    def issue(self) -> str:
        """What is negotiated: kind, key and part, the same across plans whatever the numbering."""
        values = self.__dict__
        keys = [values[name] for name in self.spec.keys if values[name] is not None]
        issue = "/".join([self.kind, *keys])
        return f"{issue}#{self.part}" if self.part else issue

    @cached_property
    def contents(self) -> tuple[Mapping[str, Any], ...]:
        """What the clause may say, term by term: its own words, and each reading that differs.

        Where every one of several readings states a term that the words leave unstated, the words
        by themselves are no content of their own.
        """
        rivals = [reading for reading in self.readings if reading.terms]
        if not rivals:
            return (self.__dict__,)
        found = tuple(self.under(reading).__dict__ for reading in rivals)
        settled = len(rivals) > 1 and any(
            getattr(self, name) is None
            and not spec.none_if_silent
            and all(name in reading.terms for reading in rivals)
            for name, spec in self.spec.terms.items()
        )
        return found if settled else (self.__dict__, *found)

    @property
    def checked(self) -> Checked:
        """The best check among the evidence; unverified without any."""
        return best_checked(self.evidence)

    @property
    def obligors(self) -> tuple[str, ...]:
        """Parties on whom the provision lays a duty, from the roles that the kind declares."""
        return self._in_role(self.spec.obligors)

    @property
    def beneficiaries(self) -> tuple[str, ...]:
        """Parties to whom the provision is of use, from the roles that the kind declares."""
        return self._in_role(self.spec.beneficiaries)

    def _in_role(self, fields: tuple[str, ...]) -> tuple[str, ...]:
        found: set[str] = set()
        for value in (getattr(self, name) for name in fields):
            found.update(value.split("+") if isinstance(value, str) else value or ())
        return tuple(sorted(found - {OTHERS}))

    def terms(self) -> dict[str, Any]:
        """The terms that the text states, as plain values, in the order of the kind."""
        stated = {name for name in self.spec.terms if getattr(self, name) is not None}
        dumped = self.model_dump(mode="json", include=stated)
        return {name: dumped[name] for name in self.spec.terms if name in stated}

    def under(self, reading: Reading) -> Self:
        """The same provision with the content that a reading gives it."""
        plain = self.model_dump(mode="json", exclude={"readings"})
        return type(self).model_validate_json(json.dumps({**plain, **reading.terms}))


Provision.spec = KindSpec.of(Provision.model_fields)
