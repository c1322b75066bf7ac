"""Kinds of provision on ceasefire, supervision, legal force and penalties."""

from typing import Annotated, ClassVar, Literal

from plancompare.model.kinds.vocabulary import Bindingness, Boundary, Measure, Others, Parties
from plancompare.model.provision import Provision
from plancompare.model.scales import SetOf
from plancompare.model.terms import Key, NoneIfSilent, Obligor, Term
from plancompare.model.timing import Span, SpanScale

__all__ = ["Ceasefire", "ImplementationMechanism", "LegalForce", "ViolationPenalty"]


class Ceasefire(Provision):
    """End of fighting: scope, how long, along which line; what must come first are conditions."""

    kind: Literal["ceasefire"] = "ceasefire"
    topic: ClassVar[str] = "implementation"
    pax: ClassVar[str | None] = "CeProv"

    scope: Key[Literal["general", "energy", "maritime", "air"]]
    duration: Term[Annotated[Span, SpanScale()]] = None
    line: Term[Boundary] = None


class ImplementationMechanism(Provision):
    """A body, mission or supervised arrangement that watches over or settles one remit."""

    kind: Literal["implementation-mechanism"] = "implementation-mechanism"
    topic: ClassVar[str] = "implementation"
    pax: ClassVar[str | None] = "ImE"

    remit: Key[
        Literal[
            "agreement",
            "security",
            "humanitarian",
            "ceasefire",
            "guarantee",
            "territory",
            "claims",
        ]
    ]
    led_by: Obligor[Term[Parties]] = None
    members: Obligor[Term[Parties]] = None
    mandate: Term[
        SetOf[
            Literal[
                "promote",
                "monitor",
                "ensure-compliance",
                "enforce",
                "guarantee",
                "settle",
                "verify",
                "others",
            ]
        ]
    ] = None
    means: Term[SetOf[Literal["observers", "space-based", "unmanned", "sensors", "others"]]] = None


class LegalForce(Provision):
    """How binding the agreement is and who endorses it."""

    kind: Literal["legal-force"] = "legal-force"
    topic: ClassVar[str] = "implementation"

    binding: Term[Bindingness] = None
    signatories: Obligor[Term[Parties]] = None
    endorsed_by: NoneIfSilent[Term[Parties]] = None


class ViolationPenalty(Provision):
    """Penalties for breaking the agreement."""

    kind: Literal["violation-penalty"] = "violation-penalty"
    topic: ClassVar[str] = "implementation"
    pax: ClassVar[str | None] = "ImE"

    measures: Term[SetOf[Measure | Others]] = None
    imposed_by: Obligor[Term[Parties]] = None
