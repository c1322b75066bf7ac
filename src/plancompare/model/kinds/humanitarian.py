"""Kinds of provision on persons: release, return, relief."""

from typing import ClassVar, Literal

from plancompare.model.kinds.vocabulary import Parties
from plancompare.model.provision import Provision
from plancompare.model.quantities import Count, Ratio
from plancompare.model.terms import Key, Obligor, Term

__all__ = ["HumanitarianMeasure", "ReleaseOfPersons"]


class ReleaseOfPersons(Provision):
    """Release, exchange or return of one group of persons, or of remains."""

    kind: Literal["release-of-persons"] = "release-of-persons"
    topic: ClassVar[str] = "humanitarian"
    pax: ClassVar[str | None] = "TjPrire"

    group: Key[
        Literal[
            "prisoners-of-war",
            "remains",
            "civilian-detainees",
            "children",
            "political-prisoners",
            "hostages",
            "convicts",
        ]
    ]
    formula: Term[Literal["all-for-all", "all", "ratio", "number"]] = None
    ratio: Term[Ratio] = None
    number: Term[Count] = None
    released_by: Obligor[Term[Parties]] = None


class HumanitarianMeasure(Provision):
    """A measure for those who suffered from the war, other than release."""

    kind: Literal["humanitarian-measure"] = "humanitarian-measure"
    topic: ClassVar[str] = "humanitarian"
    pax: ClassVar[str | None] = "TjVic"

    measure: Key[
        Literal[
            "family-reunification",
            "victim-relief",
            "missing-persons",
            "demining",
            "humanitarian-access",
        ]
    ]
    undertaken_by: Obligor[Term[Parties]] = None
