"""Kinds of provision on security guarantees, what they cost and what ends them."""

from typing import Annotated, ClassVar, Literal

from plancompare.model.identifiers import PartyId, PartyOrPlaceId
from plancompare.model.kinds.vocabulary import (
    Extent,
    GuaranteeModel,
    Instrument,
    Measure,
    Others,
    Parties,
    YesNo,
)
from plancompare.model.provision import Provision
from plancompare.model.quantities import Money
from plancompare.model.scales import SetOf
from plancompare.model.terms import Beneficiary, Key, NoneIfSilent, Obligor, Term
from plancompare.model.timing import Event, Span, SpanScale

__all__ = ["Forfeiture", "GuaranteeCompensation", "GuaranteeResponse", "SecurityGuarantee"]


class SecurityGuarantee(Provision):
    """Who guarantees whose security, by which model, in which form, for how long."""

    kind: Literal["security-guarantee"] = "security-guarantee"
    topic: ClassVar[str] = "guarantees"
    pax: ClassVar[str | None] = "SsrGua"

    beneficiary: Key[Beneficiary[PartyId]]
    guarantors: Obligor[Term[Parties]] = None
    model: Term[GuaranteeModel] = None
    instrument: Term[Instrument] = None
    duration: Term[Annotated[Span, SpanScale()]] = None
    renewable: NoneIfSilent[Term[YesNo]] = None


class GuaranteeResponse(Provision):
    """What follows when the guaranteed party is attacked: trigger, measures, by whom, who decides."""

    kind: Literal["guarantee-response"] = "guarantee-response"
    topic: ClassVar[str] = "guarantees"
    pax: ClassVar[str | None] = "SsrGua"

    beneficiary: Key[Beneficiary[PartyId]]
    trigger: Term[Event] = None
    threshold: NoneIfSilent[
        Term[SetOf[Literal["significant", "deliberate", "sustained", "others"]]]
    ] = None
    measures: Term[SetOf[Measure | Others]] = None
    responders: Obligor[Term[Parties]] = None
    decided_by: Obligor[Term[Parties]] = None


class GuaranteeCompensation(Provision):
    """What a guarantor receives for its guarantee."""

    kind: Literal["guarantee-compensation"] = "guarantee-compensation"
    topic: ClassVar[str] = "guarantees"
    pax: ClassVar[str | None] = "SsrGua"

    beneficiary: Key[PartyId]
    guarantor: Key[Beneficiary[PartyId]]
    payers: Obligor[Term[Parties]] = None
    amount: Term[Money] = None


class Forfeiture(Provision):
    """Which act ends which benefit that a party holds under the settlement, snapback included."""

    kind: Literal["forfeiture"] = "forfeiture"
    topic: ClassVar[str] = "guarantees"
    pax: ClassVar[str | None] = "ImE"

    holder: Key[PartyId]
    benefit: Key[
        Literal[
            "security-guarantee",
            "sanctions-relief",
            "territorial-recognition",
            "other-benefits",
            "amnesty",
        ]
    ]
    act: Key[Literal["armed-attack", "unprovoked-strike", "change-by-force", "agreement-breach"]]
    breached_by: Term[Parties] = None
    targets: Term[SetOf[PartyOrPlaceId]] = None
    extent: Term[Extent] = None
    automatic: Term[YesNo] = None
