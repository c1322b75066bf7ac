"""Property-based testing of plan models: strategies that draw plans, and laws that hold of them.

Needs the extra `testing`, which installs Hypothesis.
"""

from plancompare.testing.strategies import (
    evidence,
    one_term_changed,
    plans,
    points,
    provisions,
    reordered,
    values,
)

__all__ = [
    "evidence",
    "one_term_changed",
    "plans",
    "points",
    "provisions",
    "reordered",
    "values",
]
