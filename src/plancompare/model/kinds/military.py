"""Kinds of provision on forces and weapons."""

from typing import ClassVar, Literal

from plancompare.model.identifiers import PartyId, PlaceId
from plancompare.model.kinds.vocabulary import Command, Parties, Period, Presence, Stance, Weapon
from plancompare.model.provision import Provision
from plancompare.model.quantities import Limit
from plancompare.model.scales import SetOf
from plancompare.model.terms import Key, Obligor, Term

__all__ = ["ForceCeiling", "ForeignForces", "WeaponsLimit", "WeaponsStationing"]


class ForceCeiling(Provision):
    """Upper limit on the personnel of a party's armed forces."""

    kind: Literal["force-ceiling"] = "force-ceiling"
    topic: ClassVar[str] = "military"
    pax: ClassVar[str | None] = "SsrArm"

    party: Key[Obligor[PartyId]]
    area: Key[PlaceId | None] = None
    personnel: Term[Limit] = None
    period: Term[Period] = None
    counts: Term[
        SetOf[
            Literal[
                "army",
                "navy",
                "air-force",
                "reserves",
                "national-guard",
                "border-guard",
                "police",
                "others",
            ]
        ]
    ] = None


class WeaponsLimit(Provision):
    """Upper limit on a class of weapons: number, range, where."""

    kind: Literal["weapons-limit"] = "weapons-limit"
    topic: ClassVar[str] = "military"
    pax: ClassVar[str | None] = "SsrArm"

    party: Key[Obligor[PartyId]]
    weapon: Key[Weapon]
    area: Key[PlaceId | None] = None
    number: Term[Limit] = None
    range_km: Term[Limit] = None
    period: Term[Period] = None


class ForeignForces(Provision):
    """Whether an outside party's forces may be in a country, and how far a bar or leave reaches."""

    kind: Literal["foreign-forces"] = "foreign-forces"
    topic: ClassVar[str] = "military"
    pax: ClassVar[str | None] = "SsrFf"

    host: Key[PlaceId]
    sender: Key[Obligor[PartyId]]
    stance: Term[Stance] = None
    presence: Term[Presence] = None
    command: Term[Command] = None
    period: Term[Period] = None


class WeaponsStationing(Provision):
    """Whose weapons of a class are based in a country."""

    kind: Literal["weapons-stationing"] = "weapons-stationing"
    topic: ClassVar[str] = "military"

    host: Key[PlaceId]
    weapon: Key[Weapon]
    stance: Term[Stance] = None
    owners: Obligor[Term[Parties]] = None
    number: Term[Limit] = None
