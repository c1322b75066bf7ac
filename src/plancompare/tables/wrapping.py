"""Fitting columns to a width: how wide each may be, and where its lines break."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import sqrt

__all__ = ["column_widths", "longest_line", "wrap"]

_WORDS = re.compile(r"\S+|\s+")
_PARTS = re.compile(r"[^/#+-]*[/#+-]+|[^/#+-]+")
_WHOLE = 16


def column_widths(columns: Sequence[Sequence[str]], width: int, gap: int) -> list[int]:
    """How wide each column may be, so that all fit and take few lines.

    A column gets all it wants where there is room. Otherwise shares grow with the square root of a
    column's text: that makes the sum of the lines least.

    >>> column_widths([["ab"], ["word " * 20], ["word " * 80]], 40, 2)
    [2, 11, 23]
    """
    wanted = [max(map(longest_line, cells), default=0) for cells in columns]
    room = max(width - gap * (len(columns) - 1), len(columns))
    if sum(wanted) <= room:
        return wanted
    least = [min(one, _longest_part(cells)) for one, cells in zip(wanted, columns, strict=True)]
    while sum(least) > room:
        least[least.index(max(least))] -= 1
    weights = [sqrt(sum(map(len, cells)) + 1) for cells in columns]
    return _shared_out(room, wanted, least, weights)


def longest_line(text: str) -> int:
    """How wide a text is before it is wrapped."""
    return max(map(len, text.split("\n"))) if "\n" in text else len(text)


def _longest_part(cells: Sequence[str]) -> int:
    """The longest piece that should not be broken, within reason."""
    words = {word for cell in cells for word in cell.split()}
    parts = (
        part for word in words for part in ([word] if len(word) <= _WHOLE else _PARTS.findall(word))
    )
    return min(max(map(len, parts), default=0), _WHOLE)


def _shared_out(room: int, wanted: list[int], least: list[int], weights: list[float]) -> list[int]:
    """Room by weight, but never more than wanted nor less than the least."""
    widths = list(least)
    open_columns = set(range(len(wanted)))
    while open_columns:
        left = room - sum(widths[one] for one in range(len(wanted)) if one not in open_columns)
        total = sum(weights[one] for one in open_columns)
        shares = {one: left * weights[one] / total for one in open_columns}
        tight = {one for one in open_columns if shares[one] < least[one]}
        sated = {one for one in open_columns if shares[one] >= wanted[one]} if not tight else set()
        for one in sated:
            widths[one] = wanted[one]
        if not tight and not sated:
            for one in open_columns:
                widths[one] = int(shares[one])
            break
        open_columns -= tight | sated
    for one in sorted(range(len(wanted)), key=lambda one: -weights[one]):  # what rounding left
        more = min(room - sum(widths), wanted[one] - widths[one])
        widths[one] += more
    return widths


def wrap(text: str, width: int) -> list[str]:
    """The lines of a text, broken at spaces; a longer word after / # + -, or anywhere if need be.

    >>> wrap("see implementation-mechanism/security", 16)
    ['see', 'implementation-', 'mechanism/', 'security']
    """
    if len(text) <= width and "\n" not in text and "\t" not in text:
        return [text]
    lines: list[str] = []
    for paragraph in text.replace("\t", " ").split("\n"):
        line = ""
        for word in _WORDS.findall(paragraph):
            for part in [word] if len(word) <= width else _PARTS.findall(word):
                piece = part
                if line and len(line) + len(piece.rstrip()) > width:
                    lines.append(line.rstrip())
                    line, piece = "", piece.lstrip()
                while len(piece) > width:
                    lines.append(piece[:width])
                    piece = piece[width:]
                line += piece
        lines.append(line.rstrip())
    return lines
