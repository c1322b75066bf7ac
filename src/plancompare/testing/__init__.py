"""Property-based testing of plan models: strategies that draw plans, and laws that hold of them.

Needs the extra `testing`, which installs Hypothesis.
"""

from plancompare.testing.edits import *
from plancompare.testing.strategies import *
from plancompare.testing.values import *
