"""Property-based testing of plan models: strategies that draw plans, and laws that hold of them.

Needs the extra `testing`, which installs Hypothesis. Every name is loaded on first use, so that
pytest and Hypothesis can find their entry points here at no cost.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from plancompare.testing import laws
    from plancompare.testing.checking import check_kind, forget_kind
    from plancompare.testing.drawing import IDS, values
    from plancompare.testing.edits import (
        EditedPlan,
        TermEdit,
        edited_plans,
        one_term_changed,
        reordered,
        revisions,
    )
    from plancompare.testing.strategies import evidence, plans, points, provisions, term_values

_HOMES = {
    "checking": ("check_kind", "forget_kind"),
    "edits": (
        "EditedPlan",
        "TermEdit",
        "edited_plans",
        "one_term_changed",
        "reordered",
        "revisions",
    ),
    "strategies": ("evidence", "plans", "points", "provisions", "term_values"),
    "drawing": ("IDS", "values"),
}

__all__ = [
    "IDS",
    "EditedPlan",
    "TermEdit",
    "check_kind",
    "edited_plans",
    "evidence",
    "forget_kind",
    "laws",
    "one_term_changed",
    "plans",
    "points",
    "provisions",
    "reordered",
    "revisions",
    "term_values",
    "values",
]


def __getattr__(name: str) -> Any:
    if name == "laws":
        return import_module("plancompare.testing.laws")
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"plancompare.testing.{module}"), name)
    raise AttributeError(f"module 'plancompare.testing' has no attribute {name!r}")
