"""Plans as typed, immutable values."""

from plancompare.model.evidence import Basis, Checked, Evidence
from plancompare.model.identifiers import (
    OTHERS,
    EventId,
    IssueId,
    PartyGroup,
    PartyId,
    PartyOrPlaceId,
    PlaceId,
    SourceId,
    TreatyId,
    kind_of_issue,
)
from plancompare.model.kinds import *
from plancompare.model.plan import Deferral, Omission, Plan, Report, Treatment, Undisclosed
from plancompare.model.point import Point
from plancompare.model.provision import KINDS, Modality, Provision, Reading
from plancompare.model.quantities import Count, Kilometres, Limit, Money, Ratio, Share, Split
from plancompare.model.registers import Names, Party, Place, Source, Treaty
from plancompare.model.scales import Chains, Inclusion, Measure, Scale, SetOf, Shift, chain
from plancompare.model.terms import Beneficiary, Key, NoneIfSilent, Obligor, Term
from plancompare.model.timing import Deadline, Duration, Event, PartialDate, Span
