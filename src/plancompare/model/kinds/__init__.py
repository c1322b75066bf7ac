"""The catalogue of provision kinds that come with the library, grouped by topic."""

from plancompare.model.kinds.economy import *
from plancompare.model.kinds.governance import *
from plancompare.model.kinds.guarantees import *
from plancompare.model.kinds.humanitarian import *
from plancompare.model.kinds.implementation import *
from plancompare.model.kinds.justice import *
from plancompare.model.kinds.membership import *
from plancompare.model.kinds.military import *
from plancompare.model.kinds.navigation import *
from plancompare.model.kinds.non_aggression import *
from plancompare.model.kinds.nuclear import *
from plancompare.model.kinds.society import *
from plancompare.model.kinds.territory import *
