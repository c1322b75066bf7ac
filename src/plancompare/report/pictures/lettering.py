"""How much room a text needs, and how it is broken into lines: without the font, so never too tight."""

from __future__ import annotations

import textwrap
from functools import lru_cache

__all__ = ["cut", "fitting", "room", "wrapped"]

_NARROW = frozenset("fijlrtI.,:;'!|()[]-/ ")
_CYRILLIC = "\u0400"
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


def fitting(text: str, width: float, size: float, *, bold: bool = False) -> float:
    """The size, at most a given one, at which no word of a text has to be broken; never tiny."""
    longest = max((room(word, size, bold=bold) for word in text.split()), default=0)
    return size if longest <= width else max(round(size * width / longest - 0.05, 1), size * 0.75)


def wrapped(text: str, width: float, size: float = 12, *, bold: bool = False) -> list[str]:
    """Text in lines that fit a width; a word that is longer is broken."""
    lines: list[str] = []
    space = room(" ", size, bold=bold)
    used = 0.0
    for word in text.split():
        needed = room(word, size, bold=bold)
        if lines and used + space + needed <= width:
            lines[-1] += f" {word}"
            used += space + needed
            continue
        most = max(int(len(word) * width / max(needed, width)), 1)
        lines += textwrap.wrap(word, most, break_on_hyphens=True)
        used = room(lines[-1], size, bold=bold)
    return lines or [""]


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
