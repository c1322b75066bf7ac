"""How much room a text needs, and how it is broken into lines: without the font, so never too tight."""

from __future__ import annotations

import re
import textwrap
from functools import lru_cache

__all__ = ["cut", "room", "wrapped"]

_SPACES = re.compile(r"[^\S\N{NO-BREAK SPACE}]+")
_NARROW = frozenset("fijlrtI.,:;'!|()[]-/ ")
_CYRILLIC = "\u0400"
_VOWELS = frozenset("aeiouy") | frozenset("аеёиоуыэюяєії")
_WIDE = frozenset("mwMW%@\u2014\u2026") | frozenset("мшщжюфы") | frozenset("мшщжюфы".upper())


def room(text: str, size: float = 12, *, bold: bool = False) -> float:
    """The width of a text in an ordinary sans-serif font, rather too much than too little."""
    return size * (1.14 if bold else 1) * _length(text)


@lru_cache(4096)
def _length(text: str) -> float:
    return sum(map(_width, text))


def _width(letter: str) -> float:
    if letter in _NARROW:
        return 0.36
    if letter in _WIDE or letter > "\u2e7f":
        return 0.9 if letter in _WIDE else 1.0
    if letter.isupper():
        return 0.72
    return 0.65 if letter >= _CYRILLIC else 0.62


def wrapped(text: str, width: float, size: float = 12, *, bold: bool = False) -> list[str]:
    """Text in lines that fit a width; a word that is longer is broken.

    >>> wrapped("from 64\N{NO-BREAK SPACE}% on", 50)
    ['from', '64\xa0%', 'on']
    """
    lines: list[str] = []
    space = room(" ", size, bold=bold)
    used = 0.0
    for word in filter(None, _SPACES.split(text)):
        needed = room(word, size, bold=bold)
        if lines and used + space + needed <= width:
            lines[-1] += f" {word}"
            used += space + needed
            continue
        most = max(int(len(word) * width / max(needed, width)), 1)
        lines += _broken(word, most) if len(word) > most else [word]
        used = room(lines[-1], size, bold=bold)
    return lines or [""]


def _broken(word: str, most: int) -> list[str]:
    """A word in parts of so many letters; one of letters alone gets hyphens, each after a vowel."""
    if len(word) <= most or not word.isalpha():
        return textwrap.wrap(word, most, break_on_hyphens=True)
    ends = [
        place
        for place in range(2, min(most, len(word) - 1))
        if word[place - 1] in _VOWELS and word[place] not in _VOWELS
    ]
    end = max(ends, default=max(most - 1, 1))
    return [f"{word[:end]}-", *_broken(word[end:], most)]


def cut(text: str, width: float, most: int, size: float = 12, *, bold: bool = False) -> list[str]:
    """The same in at most some lines; an ellipsis shows that there was more."""
    lines = wrapped(text, width, size, bold=bold)
    if len(lines) <= most:
        return lines
    kept = lines[:most]
    while kept[-1] and room(f"{kept[-1]}…", size, bold=bold) > width:
        kept[-1] = kept[-1][:-1].rstrip()
    kept[-1] += "…"
    return kept
