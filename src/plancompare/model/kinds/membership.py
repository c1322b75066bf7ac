"""Kinds of provision on membership of organisations and alignment."""

from typing import ClassVar, Literal

from plancompare.model.identifiers import PartyId
from plancompare.model.kinds.vocabulary import Instrument, MembershipPath
from plancompare.model.provision import Provision
from plancompare.model.terms import Key, NoneIfSilent, Obligor, Term

__all__ = ["AllianceEnlargement", "NeutralStatus", "OrganisationMembership"]


class OrganisationMembership(Provision):
    """How far the way of one party into one organisation is open, and where that is anchored."""

    kind: Literal["organisation-membership"] = "organisation-membership"
    topic: ClassVar[str] = "membership"

    candidate: Key[PartyId]
    organisation: Key[PartyId]
    path: Term[MembershipPath] = None
    candidate_instrument: NoneIfSilent[Term[Instrument]] = None
    organisation_instrument: NoneIfSilent[Term[Instrument]] = None


class AllianceEnlargement(Provision):
    """Whether an alliance takes in further members in general."""

    kind: Literal["alliance-enlargement"] = "alliance-enlargement"
    topic: ClassVar[str] = "membership"

    alliance: Key[Obligor[PartyId]]
    policy: Term[Literal["closed", "open"]] = None


class NeutralStatus(Provision):
    """Whether a party is bound to neutrality or non-alignment."""

    kind: Literal["neutral-status"] = "neutral-status"
    topic: ClassVar[str] = "membership"

    party: Key[Obligor[PartyId]]
    status: Term[Literal["neutral", "non-aligned", "none-imposed"]] = None
    instrument: Term[Instrument] = None
