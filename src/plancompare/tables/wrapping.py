"""Fitting columns to a width: how wide each may be, and where its lines break."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plancompare.tables.table import Table

__all__ = ["column_widths", "wrap"]

NARROWEST = 6
_PIECES = re.compile(r"\S+?[/#+-]+(?=\S)|\S+|\s+")


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
    """The lines of a text, broken at spaces and after / # + -, and inside a word if need be.

    >>> wrap("implementation-mechanism/security", 16)
    ['implementation-', 'mechanism/', 'security']
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for piece in _PIECES.findall(paragraph):
            while len(line + piece.rstrip()) > width:
                if line.strip():
                    lines.append(line.rstrip())
                    line, piece = "", piece.lstrip()
                else:
                    lines.append(piece[:width])
                    line, piece = "", piece[width:]
            line += piece
        lines.append(line.rstrip())
    return lines
