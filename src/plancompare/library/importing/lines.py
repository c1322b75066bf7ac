"""The lines of a text as its format gives them, before anything is known of their numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from plancompare.model.text import HIDDEN

__all__ = ["Lines", "lines_of"]

_FORCED = 0.6
"""A line shorter than this part of the longest was not broken for want of room."""
_UNWRAPPED = 140
"""Where a line is longer than this, each line is a paragraph."""


class Lines(NamedTuple):
    """Lines without hidden characters, those that are headings, and what had to be left out."""

    lines: tuple[str, ...]
    headings: frozenset[int] = frozenset()
    """Positions of lines that the format calls a heading."""
    full: int = 0
    """From this length on a line was broken because it was full; 0 if lines are paragraphs."""
    remarks: tuple[str, ...] = ()


def lines_of(
    raw: Iterable[str], headings: Iterable[int] = (), *, remarks: Iterable[str] = (), wrapped: bool
) -> Lines:
    """Lines made visible; `wrapped` says that a line may go on in the next one."""
    lines = list(raw)
    hidden: Counter[str] = Counter()
    for place, line in enumerate(lines):
        if not (line.isascii() and line.isprintable()):
            lines[place] = _visible(line, hidden)
    longest = max(map(len, lines), default=0)
    full = int(longest * _FORCED) if wrapped and longest <= _UNWRAPPED else 0
    return Lines(tuple(lines), frozenset(headings), full, (*remarks, *_said(hidden)))


def _visible(line: str, hidden: Counter[str]) -> str:
    """A line without hidden characters, which are counted; half a pair of surrogates is spelt."""
    taken = HIDDEN.findall(line)
    if taken:
        hidden.update(taken)
        line = HIDDEN.sub("", line)
    return line.encode("utf-8", "backslashreplace").decode() if _broken(line) else line


def _broken(line: str) -> bool:
    try:
        line.encode()
    except UnicodeEncodeError:
        return True
    return False


def _said(hidden: Counter[str]) -> Iterable[str]:
    if hidden:
        found = ", ".join(f"{count} x U+{ord(one):04X}" for one, count in sorted(hidden.items()))
        yield f"Control and invisible characters taken out of the text on import: {found}."
