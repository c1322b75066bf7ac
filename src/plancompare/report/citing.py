"""What a claim rests on, as lines of a document that lead to the list of sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

from plancompare.model import Evidence
from plancompare.report.chapter import Line, Run
from plancompare.report.names import Names
from plancompare.report.sourcing import Citation, Sourcing

__all__ = ["Citing"]


class Citing:
    """Cites sources by publisher and date; with `whole`, the place in them and the basis too."""

    def __init__(self, names: Names, *, whole: bool = False) -> None:
        self._word = names.labels.word
        self._ui = names.labels.ui
        self._register = names.library.sources
        self._sourcing = Sourcing(self._register)
        self._whole = whole

    @cached_property
    def _shared(self) -> set[str]:
        """Publisher and date that do not tell a source from all others."""
        found = Counter(self._sourcing.cite(one).name for one in self._register)
        return {name for name, count in found.items() if count > 1}

    def named(self, source: str) -> tuple[Citation, str]:
        """A source, and its name on paper: unlike that of any other."""
        found = self._sourcing.cite(source)
        return found, f"{found.name} ({source})" if found.name in self._shared else found.name

    def lines(self, evidence: Iterable[Evidence]) -> tuple[Line, ...]:
        """Whole evidence has a line for each piece; without any, the line says so."""
        found = [
            tuple(self._whole_piece(one) if self._whole else self._piece(one)) for one in evidence
        ]
        if not found:
            return ((Run(self._ui["no_source"], small=True),),)
        if self._whole:
            return tuple(found)
        return (tuple(_joined(found)),)

    def _piece(self, one: Evidence) -> Iterator[Run]:
        yield from self._sources(one)
        yield Run(f"; {self._word('checked', one.checked)}", small=True)

    def _whole_piece(self, one: Evidence) -> Iterator[Run]:
        yield from self._sources(one)
        if one.locator:
            yield Run(f" ({one.locator})", free=True, small=True)
        basis, checked = self._word("basis", one.basis), self._word("checked", one.checked)
        yield Run(f"; {basis}; {checked}", small=True)
        if one.speaker:
            yield Run("; ", small=True)
            yield Run(one.speaker, free=True, small=True)
        if one.said_on:
            yield Run(f", {one.said_on}", small=True)
        if one.note:
            yield Run(f". {one.note}", free=True, small=True)

    def _sources(self, one: Evidence) -> Iterator[Run]:
        for place, source in enumerate(one.sources):
            if place:
                yield Run(", ", small=True)
            yield Run(self.named(source)[1], small=True, source=source)


def _joined(pieces: Iterable[Line]) -> Iterator[Run]:
    for place, piece in enumerate(pieces):
        if place:
            yield Run(" · ", small=True)
        yield from piece
