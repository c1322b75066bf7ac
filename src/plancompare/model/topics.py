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


_PLACES = {topic: place for place, topic in enumerate(TOPICS)}


def topic_order(topic: str) -> tuple[int, str]:
    """A sort key: known topics in their order, then those of user-defined kinds by name."""
    return _PLACES.get(topic, len(TOPICS)), topic
