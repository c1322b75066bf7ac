"""Kinds of provision on elections and approval."""

from typing import ClassVar, Literal

from plancompare.model.identifiers import PartyId
from plancompare.model.provision import Provision
from plancompare.model.scales import SetOf
from plancompare.model.terms import Key, Obligor, Term

__all__ = ["Elections", "Ratification"]


class Elections(Provision):
    """Elections a party is to hold; the date is the shared deadline."""

    kind: Literal["elections"] = "elections"
    topic: ClassVar[str] = "governance"
    pax: ClassVar[str | None] = "Ele"

    party: Key[Obligor[PartyId]]
    types: Term[SetOf[Literal["presidential", "parliamentary", "local", "others"]]] = None


class Ratification(Provision):
    """How a party must approve the agreement or a part of it."""

    kind: Literal["ratification"] = "ratification"
    topic: ClassVar[str] = "governance"
    pax: ClassVar[str | None] = "ImRef"

    party: Key[Obligor[PartyId]]
    object: Key[Literal["agreement", "guarantee", "territorial-change"]]
    procedures: Term[SetOf[Literal["parliament", "referendum", "others"]]] = None
