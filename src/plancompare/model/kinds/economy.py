"""Kinds of provision on trade, sanctions, reconstruction, frozen assets and compensation."""

from typing import Annotated, ClassVar, Literal

from plancompare.model.identifiers import PartyGroup, PartyId, PartyOrPlaceId
from plancompare.model.kinds.vocabulary import (
    Extent,
    Instrument,
    Others,
    Parties,
    Phasing,
    Purpose,
    TradeRegime,
    YesNo,
)
from plancompare.model.provision import Provision
from plancompare.model.quantities import Money, Split
from plancompare.model.scales import SetOf
from plancompare.model.terms import Beneficiary, Key, NoneIfSilent, Obligor, Term
from plancompare.model.timing import Event, Span, SpanScale

__all__ = [
    "AssetAllocation",
    "Compensation",
    "EconomicCooperation",
    "EconomicReintegration",
    "FinancialContribution",
    "FrozenAssets",
    "MarketAccess",
    "ReconstructionMeasure",
    "ResourceSharing",
    "SanctionsRelief",
]

Sector = Literal[
    "technology",
    "data-centres",
    "ai",
    "energy",
    "gas",
    "infrastructure",
    "housing",
    "minerals",
    "natural-resources",
    "rare-earths",
    "arctic",
]


class MarketAccess(Provision):
    """Access of a party's goods to a market."""

    kind: Literal["market-access"] = "market-access"
    topic: ClassVar[str] = "economy"

    party: Key[Beneficiary[PartyId]]
    market: Key[Obligor[PartyId]]
    regime: Term[TradeRegime] = None
    duration: Term[Annotated[Span, SpanScale()]] = None


class SanctionsRelief(Provision):
    """How sanctions on a party are lifted."""

    kind: Literal["sanctions-relief"] = "sanctions-relief"
    topic: ClassVar[str] = "economy"

    target: Key[Beneficiary[PartyId]]
    lifted_by: Obligor[Term[Parties]] = None
    extent: Term[Extent] = None
    phasing: Term[Phasing] = None
    case_by_case: NoneIfSilent[Term[YesNo]] = None


class EconomicReintegration(Provision):
    """That a party returns to the world economy, and at which pace."""

    kind: Literal["economic-reintegration"] = "economic-reintegration"
    topic: ClassVar[str] = "economy"
    pax: ClassVar[str | None] = "DevSoc"

    party: Key[Beneficiary[PartyId]]
    phasing: Term[Phasing] = None


class EconomicCooperation(Provision):
    """A cooperation agreement between parties, by sectors."""

    kind: Literal["economic-cooperation"] = "economic-cooperation"
    topic: ClassVar[str] = "economy"
    pax: ClassVar[str | None] = "DevSoc"

    between: Key[Obligor[PartyGroup]]
    sectors: Term[SetOf[Sector | Others]] = None
    instrument: Term[Instrument] = None


class ReconstructionMeasure(Provision):
    """One component of a reconstruction programme; `package` is the programme as a whole."""

    kind: Literal["reconstruction-measure"] = "reconstruction-measure"
    topic: ClassVar[str] = "economy"
    pax: ClassVar[str | None] = "DevInfra"

    beneficiary: Key[Beneficiary[PartyId]]
    component: Key[
        Literal[
            "package",
            "development-fund",
            "gas-infrastructure",
            "war-affected-areas",
            "infrastructure",
            "natural-resources",
            "concessional-finance",
            "funding",
        ]
    ]
    partners: Obligor[Term[Parties]] = None
    sectors: Term[SetOf[Sector | Others]] = None
    amount: Term[Money] = None
    open_ended: NoneIfSilent[Term[YesNo]] = None


class FrozenAssets(Provision):
    """What happens to a party's immobilised assets as such."""

    kind: Literal["frozen-assets"] = "frozen-assets"
    topic: ClassVar[str] = "economy"

    owner: Key[PartyId]
    status: Term[Literal["frozen", "released", "forfeited"]] = None
    until: NoneIfSilent[Term[Event]] = None
    decided_by: Term[Parties] = None


class AssetAllocation(Provision):
    """How much of a party's frozen assets goes to which purpose, under whose lead."""

    kind: Literal["asset-allocation"] = "asset-allocation"
    topic: ClassVar[str] = "economy"
    pax: ClassVar[str | None] = "IntFu"

    owner: Key[PartyId]
    purpose: Key[Purpose]
    amount: Term[Money] = None
    led_by: Obligor[Term[Parties]] = None


class FinancialContribution(Provision):
    """What a party pays from its own means to which purpose."""

    kind: Literal["financial-contribution"] = "financial-contribution"
    topic: ClassVar[str] = "economy"
    pax: ClassVar[str | None] = "IntFu"

    contributor: Key[Obligor[PartyId]]
    purpose: Key[Purpose]
    amount: Term[Money] = None


class Compensation(Provision):
    """Who makes good the war damage of a party, how far, from which source."""

    kind: Literal["compensation"] = "compensation"
    topic: ClassVar[str] = "economy"
    pax: ClassVar[str | None] = "TjRMa"

    beneficiary: Key[Beneficiary[PartyId]]
    payers: Obligor[Term[Parties]] = None
    extent: Term[Extent] = None
    covers: Term[SetOf[Literal["damage", "reconstruction", "others"]]] = None
    sources: Term[SetOf[Literal["frozen-assets", "state-budget", "fund", "others"]]] = None


class ResourceSharing(Provision):
    """How the product or profit of one source is split."""

    kind: Literal["resource-sharing"] = "resource-sharing"
    topic: ClassVar[str] = "economy"
    pax: ClassVar[str | None] = "EpsRes"

    source: Key[PartyOrPlaceId]
    product: Key[Literal["electricity", "profits", "oil-revenue"]]
    split: Term[Split] = None
