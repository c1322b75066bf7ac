"""Whether stakeholders are covered alike: a party with few sources looks as if it had said little."""

from __future__ import annotations

from statistics import median

from plancompare.errors import counted
from plancompare.library.library import Library
from plancompare.library.references import references

__all__ = ["imbalances"]

_FEW = 3
"""A party is thinly covered if it has less than one part in so many of the usual number."""


def imbalances(library: Library) -> list[str]:
    """A warning for each stakeholder that rests on much fewer sources than the others.

    It is no fault of the file; what is missing must not be read as neutral.

    >>> all("rests on" in one for one in imbalances(Library()))
    True
    """
    counts = {
        name: len({one.id for one in references(stakeholder) if "source" in one.registers})
        for name, stakeholder in library.stakeholders.items()
    }
    usual = median(counts.values()) if counts else 0
    return [
        f"{name} rests on {counted(count, 'source')}, others on {usual:g}; little on record is not neutrality"
        for name, count in sorted(counts.items())
        if count * _FEW < usual
    ]
