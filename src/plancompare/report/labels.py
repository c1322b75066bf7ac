"""The words of the interface and of controlled vocabularies in each language, from data files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

from plancompare.errors import UnknownIdError

__all__ = ["LANGUAGES", "Labels", "Language", "capitalised", "labels"]

Language = Literal["en", "uk", "ru"]
LANGUAGES: tuple[Language, ...] = ("en", "uk", "ru")
"""English, Ukrainian, Russian."""


class Labels:
    """The words of one language, by group: `ui`, `verdicts`, `kinds` and so on."""

    def __init__(self, lang: str, groups: Mapping[str, Mapping[str, str]]) -> None:
        self.lang = lang
        self.groups = groups
        self.ui = groups["ui"]

    def word(self, group: str, name: str) -> str:
        """The word for one value of a vocabulary; for one unknown to it, its id in words.

        >>> labels("en").word("verdicts", "preferred"), labels("uk").word("kinds", "mine-clearance")
        ('preferred', 'mine clearance')
        """
        return self.groups[group].get(name) or humanised(name)

    def said(self, key: str, **parts: object) -> str:
        """A phrase of the interface with its parts filled in."""
        return self.ui[key].format(**parts)

    def number(self, value: int) -> str:
        """A whole number with the separators of the language."""
        return f"{value:,}".replace(",", self.ui["thousands"])

    def decimal(self, value: float, places: int = 2) -> str:
        """A fraction with the decimal mark of the language."""
        return f"{value:.{places}f}".replace(".", self.ui["decimal"])

    def percent(self, share: float, places: int = 0) -> str:
        """A share in per cent; what is not quite none or all does not look like it."""
        shown, least = round(float(share) * 100, places), 10**-places
        sign = ""
        if shown == 0 < share:
            sign, shown = "<\N{NO-BREAK SPACE}", least
        elif share < 1 and shown == 100:
            sign, shown = ">\N{NO-BREAK SPACE}", 100 - least
        return f"{sign}{self.decimal(shown, places)}{self.ui['percent']}"

    def share(self, part: float, certain: float, places: int = 0) -> str:
        """A share of what was drawn, and how much of it holds whatever becomes of open issues.

        >>> labels("en").share(1, 0.25), labels("en").share(0.5, 0.5)
        ('100% (for certain 25%)', '50%')
        """
        shown = self.percent(part, places)
        if certain == part:
            return shown
        return f"{shown} ({self.said('for_certain', share=self.percent(certain, places))})"

    def length(self, count: int, unit: str) -> str:
        """A length of time: `30 years`."""
        return f"{count} {self.groups['units'][unit].split('|')[_form(count, self.lang)]}"


def humanised(name: str) -> str:
    """An id in words."""
    return name.replace("-", " ").replace("_", " ")


def capitalised(text: str) -> str:
    """A text with a capital at its beginning, as a head has it.

    >>> capitalised("territory"), capitalised("наддержавні органи ЄС")
    ('Territory', 'Наддержавні органи ЄС')
    """
    return text[:1].upper() + text[1:]


def _form(count: int, lang: str) -> int:
    """Which form of a noun goes with a number: one, few or many."""
    if lang == "en":
        return 0 if count == 1 else 1
    if count % 10 == 1 and count % 100 != 11:
        return 0
    return 1 if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14) else 2


@cache
def labels(lang: str) -> Labels:
    """The words of a language. Raises `UnknownIdError`."""
    if lang not in LANGUAGES:
        raise UnknownIdError("language", lang, LANGUAGES)
    text = (files("plancompare.report") / "labels" / f"{lang}.json").read_text("utf-8")
    return Labels(lang, json.loads(text))
