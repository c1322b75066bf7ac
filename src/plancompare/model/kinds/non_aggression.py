"""Kinds of provision on non-aggression, past disputes and dialogue."""

from typing import Annotated, ClassVar, Literal

from plancompare.model.identifiers import PartyGroup, PartyId, PartyOrPlaceId
from plancompare.model.kinds.vocabulary import Instrument, Parties
from plancompare.model.provision import Provision
from plancompare.model.scales import SetOf
from plancompare.model.terms import Beneficiary, Key, NoneIfSilent, Obligor, Term
from plancompare.model.timing import Span, SpanScale

__all__ = ["Dialogue", "NonAggressionLaw", "NonAggressionPact", "PastDisputes"]


class NonAggressionPact(Provision):
    """A pact of non-aggression between parties to the conflict, and who joins it."""

    kind: Literal["non-aggression-pact"] = "non-aggression-pact"
    topic: ClassVar[str] = "non-aggression"

    between: Key[Obligor[PartyGroup]]
    other_parties: NoneIfSilent[Obligor[Term[Parties]]] = None
    instrument: Term[Instrument] = None


class PastDisputes(Provision):
    """What happens to unsettled matters of past years."""

    kind: Literal["past-disputes"] = "past-disputes"
    topic: ClassVar[str] = "non-aggression"

    between: Key[Obligor[PartyGroup]]
    period: Term[Annotated[Span, SpanScale()]] = None


class NonAggressionLaw(Provision):
    """A party lays down non-aggression in an instrument of its own."""

    kind: Literal["non-aggression-law"] = "non-aggression-law"
    topic: ClassVar[str] = "non-aggression"

    party: Key[Obligor[PartyId]]
    towards: Beneficiary[Term[SetOf[PartyOrPlaceId]]] = None
    instrument: Term[Instrument] = None


class Dialogue(Provision):
    """A standing dialogue between parties: mediator, agenda."""

    kind: Literal["dialogue"] = "dialogue"
    topic: ClassVar[str] = "non-aggression"

    between: Key[Obligor[PartyGroup]]
    mediators: NoneIfSilent[Obligor[Term[Parties]]] = None
    agenda: Term[SetOf[Literal["security", "economy", "territory", "humanitarian", "others"]]] = (
        None
    )
