"""Which sources a page cites, gathered while it is written, so that the list holds each of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from plancompare.model import Source

__all__ = ["Citation", "Sourcing"]


class Citation(NamedTuple):
    """One source as the list shows it; an id that is in no register has no entry.

    `number` tells its place on the page.
    """

    number: int
    id: str
    source: Source | None
    name: str


class Sourcing:
    """Names sources where they are cited, and remembers which were."""

    def __init__(self, register: Mapping[str, Source]) -> None:
        self._register = register
        self._cited: dict[str, Citation] = {}

    def cite(self, name: str) -> Citation:
        """A source, by publisher and date."""
        found = self._cited.get(name)
        if found is None:
            source = self._register.get(name)
            parts = (source.publisher, source.published or "") if source else (name,)
            found = Citation(len(self._cited), name, source, " ".join(filter(None, parts)))
            self._cited[name] = found
        return found

    @property
    def cited(self) -> tuple[Citation, ...]:
        """Every source cited so far, by name."""
        return tuple(sorted(self._cited.values(), key=lambda one: (one.name.casefold(), one.id)))
