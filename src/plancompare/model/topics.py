"""The topics under which kinds are grouped, in the order in which tables show them."""

from __future__ import annotations

__all__ = ["TOPICS", "topic_order"]

TOPICS = (
    "territory",
    "military",
    "membership",
    "guarantees",
    "non-aggression",
    "economy",
    "nuclear",
    "humanitarian",
    "society",
    "justice",
    "governance",
    "navigation",
    "implementation",
)


def topic_order(topic: str) -> tuple[int, str]:
    """A sort key: known topics in their order, then those of user-defined kinds by name."""
    return (TOPICS.index(topic) if topic in TOPICS else len(TOPICS), topic)
