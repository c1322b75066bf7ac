"""Kinds of provision on nuclear weapons and nuclear facilities."""

from typing import ClassVar, Literal

from plancompare.model.identifiers import PartyGroup, PartyId, PlaceId, TreatyId
from plancompare.model.kinds.vocabulary import Parties
from plancompare.model.provision import Provision
from plancompare.model.quantities import Split
from plancompare.model.scales import SetOf
from plancompare.model.terms import Key, Obligor, Term

__all__ = ["ArmsControl", "FacilityControl", "NuclearStatus"]


class NuclearStatus(Provision):
    """Whether a party remains without nuclear weapons, and under which treaty."""

    kind: Literal["nuclear-status"] = "nuclear-status"
    topic: ClassVar[str] = "nuclear"

    party: Key[Obligor[PartyId]]
    status: Term[Literal["non-nuclear", "nuclear-free-zone", "nuclear"]] = None
    treaty: Term[TreatyId] = None


class ArmsControl(Provision):
    """What parties do with arms-control treaties between them."""

    kind: Literal["arms-control"] = "arms-control"
    topic: ClassVar[str] = "nuclear"

    between: Key[Obligor[PartyGroup]]
    action: Term[Literal["extend", "replace", "negotiate"]] = None
    treaties: Term[SetOf[TreatyId]] = None


class FacilityControl(Provision):
    """Who runs, owns and supervises a named facility."""

    kind: Literal["facility-control"] = "facility-control"
    topic: ClassVar[str] = "nuclear"

    facility: Key[PlaceId]
    operation: Term[Literal["restart", "shutdown", "transfer"]] = None
    supervisors: Obligor[Term[Parties]] = None
    operators: Obligor[Term[Parties]] = None
    ownership: Term[Split] = None
