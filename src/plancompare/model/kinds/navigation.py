"""Kinds of provision on waterways."""

from typing import ClassVar, Literal

from plancompare.model.identifiers import PlaceId
from plancompare.model.kinds.vocabulary import Parties
from plancompare.model.provision import Provision
from plancompare.model.scales import SetOf
from plancompare.model.terms import Beneficiary, Key, Obligor, Term

__all__ = ["FreedomOfNavigation"]


class FreedomOfNavigation(Provision):
    """Unhindered use of a waterway: by whom, for what, ensured by whom."""

    kind: Literal["freedom-of-navigation"] = "freedom-of-navigation"
    topic: ClassVar[str] = "navigation"
    pax: ClassVar[str | None] = "Wat"

    waterway: Key[PlaceId]
    ensured_by: Obligor[Term[Parties]] = None
    users: Beneficiary[Term[Parties]] = None
    cargo: Term[SetOf[Literal["commercial", "grain", "military", "others"]]] = None
