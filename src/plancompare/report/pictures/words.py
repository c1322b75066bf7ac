"""The words in pictures, in the language asked for; vocabularies and names are those of the page."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from plancompare.library.doors import shipped_library
from plancompare.library.library import Library
from plancompare.model.identifiers import Register
from plancompare.report.labels import capitalised, labels
from plancompare.report.names import Names
from plancompare.scoring.aggregation import Interval

__all__ = ["Words"]


@cache
def _entries() -> dict[str, dict[str, str]]:
    text = files("plancompare.report.pictures").joinpath("words.json").read_text("utf-8")
    found: dict[str, dict[str, str]] = json.loads(text)
    return found


class Words:
    """What pictures say in one language. Raises `UnknownIdError` for another one.

    >>> Words("uk").place("crimea"), Words().treatment("silent")
    ('Крим', 'no clause')
    """

    def __init__(self, lang: str = "en", library: Library | None = None) -> None:
        self.labels = labels(lang)
        self.lang = lang
        self._library = library or shipped_library()
        self._words = _entries()[lang]
        self._names = Names(self.labels, self._library)

    def word(self, key: str, **values: object) -> str:
        """A word or sentence, with what stands in its braces."""
        return self._words[key].format(**values)

    def topic(self, name: str) -> str:
        """A topic; the name of one that a user's kind brings along."""
        return self.labels.word("topics", name)

    def topic_head(self, name: str) -> str:
        """A topic above what belongs to it."""
        return capitalised(self.topic(name))

    def treatment(self, name: str) -> str:
        """How a plan treats an issue."""
        return self.labels.word("treatments", name)

    def fate(self, name: str) -> str:
        """What became of a point."""
        return self.labels.word("fates", name)

    def verdict(self, name: str) -> str:
        """A verdict."""
        return self.labels.word("verdicts", name)

    def rank(self, place: int) -> str:
        """A rank, from 1."""
        return self.labels.said("rank", rank=place)

    def interval(self, found: Interval) -> str:
        """An interval of scores, with the decimal mark of the language."""
        low, high = (self.labels.decimal(float(one)) for one in found)
        return low if low == high else f"{low} {self.labels.ui['to']} {high}"

    def share(self, part: float, certain: float) -> str:
        """A share of what was drawn, in tenths of a per cent, and how much of it is certain."""
        return self.labels.share(part, certain, 1)

    def party(self, name: str) -> str:
        """The name of a party; the id of one that no register has."""
        return self.word("others") if name == "others" else self._named("party", name)

    def parties(self, names: Iterable[str]) -> str:
        """The names of some parties; an open list ends with the others."""
        return ", ".join(map(self.party, sorted(names, key=lambda one: (one == "others", one))))

    def place(self, name: str) -> str:
        """The name of a place; the id of one that no register has."""
        return self._named("place", name)

    def issue(self, issue: str) -> str:
        """An issue in words, by its kind and what it is about."""
        return self._names.issue(issue)

    def _named(self, register: Register, name: str) -> str:
        entry = self._library.entries(register).get(name)
        return name if entry is None else getattr(entry.names, self.lang) or entry.names.en
