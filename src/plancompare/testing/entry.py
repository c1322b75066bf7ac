"""Hypothesis's entry point: `st.from_type(Plan)` draws plans wherever plancompare is installed."""

from __future__ import annotations

__all__ = ["register"]


def register() -> None:
    """Register a strategy for plans and their parts; Hypothesis calls it once it is loaded."""
    from hypothesis import strategies as st

    from plancompare.model import Evidence, Plan, Point, Provision
    from plancompare.testing.strategies import evidence, plans, points, provisions

    st.register_type_strategy(Plan, plans())
    st.register_type_strategy(Point, points())
    st.register_type_strategy(Provision, provisions())
    st.register_type_strategy(Evidence, evidence())
