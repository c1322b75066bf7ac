"""Fitting columns to a width: how wide each may be, and where its lines break."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plancompare.tables.table import Table

__all__ = ["column_widths", "wrap"]

NARROWEST = 6
_WORDS = re.compile(r"\S+|\s+")
_PARTS = re.compile(r"[^/#+-]*[/#+-]+|[^/#+-]+")


def column_widths(table: Table, width: int, gap: int) -> list[int]:
    """How wide each column may be: all as they are, or the widest ones cut to a common measure."""
    natural = [
        max((len(line) for text in cells for line in text.split("\n")), default=0)
        for cells in zip(table.columns, *(row.cells for row in table.rows), strict=True)
    ]
    room = max(width - gap * (len(natural) - 1), NARROWEST * len(natural))
    widths = [min(one, max(natural)) for one in natural]
    cap = max(natural)
    while sum(widths) > room and cap > NARROWEST:
        cap -= 1
        widths = [min(one, cap) for one in natural]
    spare = room - sum(widths)
    for column, one in enumerate(natural):  # what the last cut left over
        if spare > 0 and widths[column] < one:
            widths[column] += 1
            spare -= 1
    return widths


def wrap(text: str, width: int) -> list[str]:
    """The lines of a text, broken at spaces; a longer word after / # + -, or anywhere if need be.

    >>> wrap("see implementation-mechanism/security", 16)
    ['see', 'implementation-', 'mechanism/', 'security']
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in _WORDS.findall(paragraph):
            for piece in [word] if len(word) <= width else _PARTS.findall(word):
                if line and len(line) + len(piece.rstrip()) > width:
                    lines.append(line.rstrip())
                    line = ""
                    piece = piece.lstrip()
                while len(piece) > width:
                    lines.append(piece[:width])
                    piece = piece[width:]
                line += piece
        lines.append(line.rstrip())
    return lines
