"""The codebook: what each kind of provision is for, and what its fields may hold.

Everything in it is read from the model, user-defined kinds included.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from dataclasses import dataclass

from plancompare.errors import UnknownIdError
from plancompare.library.document import dumped
from plancompare.library.fieldwords import examples_of, values_in_words
from plancompare.library.library import Library
from plancompare.library.writing import plain
from plancompare.model import KINDS, Plan, Provision
from plancompare.model.scales import Chains, Scale
from plancompare.model.topics import topic_order

__all__ = ["Codebook", "FieldNote", "KindNote", "codebook"]

_LEFT_OUT = ("evidence", "readings", "note")


@dataclass(frozen=True, slots=True)
class FieldNote:
    """One key or term: what it may hold, its order and the words for moving along it."""

    name: str
    is_key: bool
    is_shared: bool
    """Whether every kind has it."""
    is_optional: bool
    role: str
    """`obligor` or `beneficiary`, for parties that are."""
    values: str
    order: tuple[tuple[str, ...], ...]
    """Values named one by one, from low to high, on one chain or more."""
    up: str
    down: str
    none_if_silent: bool


@dataclass(frozen=True, slots=True)
class KindNote:
    """One kind: what it is for, its fields, an example in YAML, and the plans that use it."""

    kind: str
    topic: str
    purpose: str
    pax: str | None
    fields: tuple[FieldNote, ...]
    example: str
    example_from: str | None
    """The plan from which the example is; None where it is only a form to fill in."""
    plans: tuple[str, ...]

    @property
    def keys(self) -> tuple[FieldNote, ...]:
        """What the kind is about."""
        return tuple(one for one in self.fields if one.is_key)

    @property
    def terms(self) -> tuple[FieldNote, ...]:
        """What it says, without the terms that every kind has."""
        return tuple(one for one in self.fields if not one.is_key and not one.is_shared)

    @property
    def shared(self) -> tuple[FieldNote, ...]:
        """The terms that every kind has."""
        return tuple(one for one in self.fields if one.is_shared)


@dataclass(frozen=True, slots=True)
class Codebook:
    """Every kind known, by topic and name."""

    kinds: tuple[KindNote, ...]

    def kind(self, name: str) -> KindNote:
        """One kind. Raises `UnknownIdError`, with near names."""
        for one in self.kinds:
            if one.kind == name:
                return one
        raise UnknownIdError("kind", name, (one.kind for one in self.kinds))

    def only(self, topics: Iterable[str]) -> Codebook:
        """The kinds of some topics; of all, if none is named."""
        wanted = set(topics)
        return Codebook(tuple(one for one in self.kinds if not wanted or one.topic in wanted))


def codebook(library: Library | None = None) -> Codebook:
    """The codebook, with examples from the plans of a library and where each kind is used.

    >>> note = codebook().kind("force-ceiling")
    >>> [field.name for field in note.keys], note.plans
    (['party', 'area'], ('europe-28', 'geneva', 'us-28'))
    """
    plans = tuple((library or Library()).plans())
    names = sorted(KINDS, key=lambda name: (topic_order(KINDS[name].topic), name))
    return Codebook(tuple(_note(name, KINDS[name], plans) for name in names))


def _note(name: str, kind: type[Provision], plans: tuple[Plan, ...]) -> KindNote:
    used = [(plan.id, one) for plan in plans for one in plan.provisions if one.kind == name]
    fullest = max(used, key=lambda one: len(one[1].terms()), default=None)
    if fullest:
        data = plain(fullest[1])
        example = {one: data[one] for one in data if one not in (*_LEFT_OUT, "at", "wording")}
    else:
        example = {"kind": name, **examples_of(kind)}
    return KindNote(
        kind=name,
        topic=kind.topic,
        purpose=" ".join(inspect.cleandoc(kind.__doc__ or "").split()),
        pax=kind.pax,
        fields=tuple(_field(kind, one) for one in (*kind.spec.keys, *_ordered_terms(kind))),
        example=dumped([example]),
        example_from=fullest[0] if fullest else None,
        plans=tuple(dict.fromkeys(plan for plan, _ in used)),
    )


def _ordered_terms(kind: type[Provision]) -> list[str]:
    shared = Provision.spec.terms
    return sorted(kind.spec.terms, key=lambda name: name in shared)


def _field(kind: type[Provision], name: str) -> FieldNote:
    term = kind.spec.terms.get(name)
    scale = term.scale if term else Scale()
    roles = (("obligor", kind.spec.obligors), ("beneficiary", kind.spec.beneficiaries))
    return FieldNote(
        name=name,
        is_key=term is None,
        is_shared=name in Provision.spec.terms,
        is_optional=not kind.model_fields[name].is_required(),
        role=", ".join(role for role, names in roles if name in names),
        values=values_in_words(kind.model_fields[name].rebuild_annotation()),
        order=scale.chains if isinstance(scale, Chains) else (),
        up=str(getattr(scale, "up", "")),
        down=str(getattr(scale, "down", "")),
        none_if_silent=bool(term and term.none_if_silent),
    )
