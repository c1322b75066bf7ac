"""The words in pictures, in the language asked for; names of parties and places are the registers'."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from plancompare.errors import UnknownIdError
from plancompare.library.doors import shipped_library
from plancompare.library.library import Library
from plancompare.model.identifiers import Register

__all__ = ["LANGUAGES", "Words"]

LANGUAGES = ("en", "uk", "ru")
"""English, Ukrainian, Russian."""


@cache
def _entries() -> dict[str, dict[str, str]]:
    text = files("plancompare.report.pictures").joinpath("words.json").read_text("utf-8")
    found: dict[str, dict[str, str]] = json.loads(text)
    return found


class Words:
    """What pictures say in one language. Raises `UnknownIdError` for another one.

    >>> Words("uk").place("crimea"), Words().word("silent")
    ('Крим', 'no clause')
    """

    def __init__(self, lang: str = "en", library: Library | None = None) -> None:
        if lang not in LANGUAGES:
            raise UnknownIdError("language", lang, LANGUAGES)
        self.lang = lang
        self._library = library or shipped_library()
        self._words = _entries()[lang]

    def word(self, key: str, **values: object) -> str:
        """A word or sentence, with what stands in its braces."""
        return self._words[key].format(**values)

    def topic(self, name: str) -> str:
        """A topic; the name of one that a user's kind brings along."""
        return self._words.get(f"topic_{name}", name)

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
        """An issue, with names for what it is about."""
        whole, _, part = issue.partition("#")
        kind, *keys = whole.split("/")
        about = ", ".join("-".join(self._either(one) for one in key.split("+")) for key in keys)
        return f"{kind}{f': {about}' if about else ''}{f' ({part})' if part else ''}"

    def _either(self, name: str) -> str:
        found = self._named("party", name)
        return self._named("place", name) if found == name else found

    def _named(self, register: Register, name: str) -> str:
        entry = self._library.entries(register).get(name)
        return name if entry is None else getattr(entry.names, self.lang) or entry.names.en
