"""Kinds of provision on education, minorities, discrimination, ideology and language."""

from typing import Annotated, ClassVar, Literal

from pydantic import StringConstraints

from plancompare.model.identifiers import PartyId
from plancompare.model.kinds.vocabulary import LanguageLevel, Parties
from plancompare.model.provision import Provision
from plancompare.model.scales import SetOf
from plancompare.model.terms import Beneficiary, Key, Obligor, Term

__all__ = [
    "EducationProgramme",
    "IdeologyBan",
    "LanguageStatus",
    "MinorityProtection",
    "NonDiscrimination",
]

Area = Literal["media", "education", "language", "religion", "others"]


class EducationProgramme(Provision):
    """Programmes of tolerance and understanding in schools and society."""

    kind: Literal["education-programme"] = "education-programme"
    topic: ClassVar[str] = "society"
    pax: ClassVar[str | None] = "SerEdu"

    undertaken_by: Obligor[Term[Parties]] = None
    settings: Term[SetOf[Literal["schools", "society", "others"]]] = None


class MinorityProtection(Provision):
    """Standard by which a party protects religious and linguistic minorities."""

    kind: Literal["minority-protection"] = "minority-protection"
    topic: ClassVar[str] = "society"
    pax: ClassVar[str | None] = "ProtGrp"

    party: Key[Obligor[PartyId]]
    standard_of: Term[PartyId] = None
    areas: Term[SetOf[Area]] = None


class NonDiscrimination(Provision):
    """End of discriminatory measures and rights of communities, by area."""

    kind: Literal["non-discrimination"] = "non-discrimination"
    topic: ClassVar[str] = "society"
    pax: ClassVar[str | None] = "CprEq"

    undertaken_by: Obligor[Term[Parties]] = None
    communities: Beneficiary[Term[Parties]] = None
    areas: Term[SetOf[Area]] = None


class IdeologyBan(Provision):
    """Ban of an ideology and of activity in its name."""

    kind: Literal["ideology-ban"] = "ideology-ban"
    topic: ClassVar[str] = "society"

    ideology: Key[Literal["nazism"]]
    undertaken_by: Obligor[Term[Parties]] = None


class LanguageStatus(Provision):
    """Legal status of a language, named by its ISO 639 code."""

    kind: Literal["language-status"] = "language-status"
    topic: ClassVar[str] = "society"
    pax: ClassVar[str | None] = "SerCult"

    party: Key[Obligor[PartyId]]
    language: Key[Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]]
    level: Term[LanguageLevel] = None
