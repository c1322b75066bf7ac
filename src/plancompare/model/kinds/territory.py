"""Kinds of provision on territory."""

from typing import ClassVar, Literal

from plancompare.model.identifiers import PartyGroup, PartyId, PlaceId
from plancompare.model.kinds.vocabulary import Boundary, Parties, Recognition
from plancompare.model.provision import Provision
from plancompare.model.quantities import Kilometres
from plancompare.model.scales import SetOf
from plancompare.model.terms import Beneficiary, Key, NoneIfSilent, Obligor, Term

__all__ = [
    "DemilitarisedZone",
    "ForceWithdrawal",
    "RenunciationOfForce",
    "Sovereignty",
    "TerritorialNegotiation",
    "TerritorialStatus",
]


class Sovereignty(Provision):
    """That a state's sovereignty is affirmed, and within which borders."""

    kind: Literal["sovereignty"] = "sovereignty"
    topic: ClassVar[str] = "territory"
    pax: ClassVar[str | None] = "StGen"

    party: Key[Beneficiary[PartyId]]
    borders: Term[Boundary] = None


class TerritorialStatus(Provision):
    """Whose a region is treated as being, at which level of recognition, by whom, to which line."""

    kind: Literal["territorial-status"] = "territorial-status"
    topic: ClassVar[str] = "territory"
    pax: ClassVar[str | None] = "StBor"

    region: Key[PlaceId]
    attributed_to: Beneficiary[Term[PartyId]] = None
    recognition: Term[Recognition] = None
    recognised_by: Obligor[Term[Parties]] = None
    boundary: Term[Boundary] = None


class TerritorialNegotiation(Provision):
    """That parties negotiate on territory later: from which baseline, about what."""

    kind: Literal["territorial-negotiation"] = "territorial-negotiation"
    topic: ClassVar[str] = "territory"
    pax: ClassVar[str | None] = "StBor"

    between: Key[Obligor[PartyGroup]]
    baseline: Term[Boundary] = None
    subjects: Term[SetOf[Literal["swaps", "status", "line", "others"]]] = None


class RenunciationOfForce(Provision):
    """Who gives up force against what: neighbours, agreed arrangements, or the lines as they are."""

    kind: Literal["renunciation-of-force"] = "renunciation-of-force"
    topic: ClassVar[str] = "territory"
    pax: ClassVar[str | None] = "CeGen"

    object: Key[Literal["neighbouring-states", "agreed-arrangements", "present-lines"]]
    undertaken_by: Obligor[Term[Parties]] = None


class ForceWithdrawal(Provision):
    """Whose forces leave which area, how far, and who pulls back in return (phases by part)."""

    kind: Literal["force-withdrawal"] = "force-withdrawal"
    topic: ClassVar[str] = "territory"
    pax: ClassVar[str | None] = "SsrFf"

    force: Key[Obligor[PartyId]]
    area: Key[PlaceId]
    extent: Term[Literal["complete", "agreed-areas", "distance"]] = None
    distance_km: Term[Kilometres] = None
    places: Term[SetOf[PlaceId]] = None
    matched_by: NoneIfSilent[Obligor[Term[Parties]]] = None


class DemilitarisedZone(Provision):
    """Whose forces are kept out of an area, and who administers and polices it."""

    kind: Literal["demilitarised-zone"] = "demilitarised-zone"
    topic: ClassVar[str] = "territory"
    pax: ClassVar[str | None] = "DdrDemil"

    area: Key[PlaceId]
    barred_forces: Obligor[Term[Parties]] = None
    administered_by: Term[Parties] = None
    policed_by: Term[Parties] = None
    depth_km: Term[Kilometres] = None
