"""Ordered scales and words that several kinds share, and the common types of their terms."""

from typing import Annotated, Literal

from plancompare.model.identifiers import PartyId
from plancompare.model.scales import Chains, SetOf, Shift, chain

__all__ = [
    "Bindingness",
    "Boundary",
    "Command",
    "Extent",
    "GuaranteeModel",
    "Instrument",
    "LanguageLevel",
    "Measure",
    "MembershipPath",
    "Others",
    "Parties",
    "Period",
    "Phasing",
    "Presence",
    "Purpose",
    "Recognition",
    "Stance",
    "TradeRegime",
    "Weapon",
    "YesNo",
]

Parties = SetOf[PartyId]
Others = Literal["others"]
YesNo = Literal["yes", "no"]

Boundary = Literal["administrative", "line-of-contact", "internationally-recognised", "agreed-line"]
Phasing = Literal["at-once", "phased"]
Purpose = Literal["reconstruction", "joint-investment", "compensation"]
Measure = Literal[
    "military-response",
    "armed-force",
    "intelligence-and-logistics",
    "economic",
    "diplomatic",
    "arms-supply",
]
Weapon = Literal[
    "any", "fighter-aircraft", "long-range-missiles", "heavy-artillery", "tanks", "nuclear"
]

_BINDING = {"up": Shift.STRENGTHENED, "down": Shift.WEAKENED}
_REACH = {"up": Shift.WIDENED, "down": Shift.NARROWED}

Instrument = Annotated[
    Literal[
        "political-declaration",
        "agreement",
        "treaty",
        "founding-treaty",
        "executive-act",
        "domestic-law",
        "constitution",
        "security-council-resolution",
    ],
    Chains(
        (
            ("political-declaration", "agreement", "treaty", "founding-treaty"),
            ("executive-act", "domestic-law", "constitution"),
        ),
        **_BINDING,
    ),
]
"""Where a commitment is anchored: between states, or within one; a resolution is off both chains.
"""

Recognition = Annotated[
    Literal["none", "de-facto", "de-jure"], chain("none", "de-facto", "de-jure", **_BINDING)
]
GuaranteeModel = Annotated[
    Literal["assurance", "consultation", "assistance", "article-5-like", "mutual-defence"],
    chain(
        "assurance", "consultation", "assistance", "article-5-like", "mutual-defence", **_BINDING
    ),
]
Bindingness = Annotated[
    Literal["political", "legally-binding"], chain("political", "legally-binding", **_BINDING)
]
Period = Annotated[Literal["peacetime", "always"], chain("peacetime", "always", **_REACH)]
Presence = Annotated[Literal["permanent", "any"], chain("permanent", "any", **_REACH)]
"""`permanent`: only permanent presence is meant."""

Command = Annotated[Literal["alliance", "any"], chain("alliance", "any", **_REACH)]
"""`alliance`: only forces under the sender's own command; `any`: under any flag."""

Extent = Annotated[Literal["none", "partial", "full"], chain("none", "partial", "full", **_REACH)]
TradeRegime = Annotated[
    Literal["none", "preferential", "free"], chain("none", "preferential", "free", **_REACH)
]
MembershipPath = Annotated[
    Literal["barred", "no-prospect", "eligible", "invited", "accession", "member"],
    chain("barred", "no-prospect", "eligible", "invited", "accession", "member"),
]
Stance = Annotated[
    Literal["barred", "permitted", "deployed"], chain("barred", "permitted", "deployed")
]
LanguageLevel = Annotated[
    Literal["none", "minority", "regional", "official"],
    chain("none", "minority", "regional", "official"),
]
