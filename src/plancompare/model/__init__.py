"""Plans as typed, immutable values."""

from plancompare.model.evidence import *
from plancompare.model.identifiers import *
from plancompare.model.kinds import *
from plancompare.model.patterns import *
from plancompare.model.plan import *
from plancompare.model.point import *
from plancompare.model.positions import *
from plancompare.model.predicates import *
from plancompare.model.provision import *
from plancompare.model.quantities import *
from plancompare.model.registers import *
from plancompare.model.rules import *
from plancompare.model.scales import *
from plancompare.model.term_tests import *
from plancompare.model.terms import *
from plancompare.model.timing import *
from plancompare.model.wishes import *
