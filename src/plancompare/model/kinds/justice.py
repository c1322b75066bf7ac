"""Kinds of provision on amnesty and claims."""

from typing import ClassVar, Literal

from plancompare.model.identifiers import PartyId
from plancompare.model.kinds.vocabulary import Extent, Parties
from plancompare.model.provision import Provision
from plancompare.model.scales import SetOf
from plancompare.model.terms import Beneficiary, Key, NoneIfSilent, Obligor, Term

__all__ = ["Amnesty", "ClaimsWaiver"]


class Amnesty(Provision):
    """Amnesty for acts in the conflict: for whom, how far, what is excepted."""

    kind: Literal["amnesty"] = "amnesty"
    topic: ClassVar[str] = "justice"
    pax: ClassVar[str | None] = "TjAm"

    group: Key[PartyId | None] = None
    extent: Term[Extent] = None
    granted_to: Beneficiary[Term[Parties]] = None
    excepts: NoneIfSilent[
        Term[
            SetOf[
                Literal["war-crimes", "crimes-against-humanity", "genocide", "aggression", "others"]
            ]
        ]
    ] = None


class ClaimsWaiver(Provision):
    """Parties give up future claims and complaints from the war."""

    kind: Literal["claims-waiver"] = "claims-waiver"
    topic: ClassVar[str] = "justice"

    waived_by: Obligor[Term[Parties]] = None
    covers: Term[SetOf[Literal["claims", "complaints", "others"]]] = None
