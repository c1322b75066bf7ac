"""The door to rich: the lines of a table with the colour codes of a terminal.

Colour only repeats what the words say.
"""

from __future__ import annotations

import re
from io import StringIO
from typing import Any

from plancompare.tables.screen import lay_out
from plancompare.tables.table import Table
from plancompare.tables.text import set_lines

__all__ = ["to_terminal"]

_PARTS = {
    "title": "bold",
    "head": "bold",
    "rule": "dim",
    "heading": "bold",
    "name": "bold",
    "note": "dim",
}
_TONES = {
    "changed": "yellow",
    "added": "green",
    "removed": "red",
    "reopened": "magenta",
    "settled": "cyan",
    "unknown": "dim",
}
_MARKS = r"\((unverified|press report|inference|no source)\)"


_REDLINE = {"[-": "red strike", "{+": "green underline"}
_BRACKETS = re.compile(r"\[-|-\]|\{\+|\+\}")


def to_terminal(table: Table, width: int = 80) -> str:
    """The text of a table, with colour codes."""
    from rich.console import Console
    from rich.text import Text

    output = StringIO()
    console = Console(
        file=output,
        width=width,
        force_terminal=True,
        color_system="standard",
        no_color=False,
        legacy_windows=False,
    )
    lines = lay_out(table, width)
    inside = ""
    for line, text in zip(lines, set_lines(lines), strict=True):
        styled = Text(text, style=_PARTS.get(line.part, ""), no_wrap=True, overflow="ignore")
        if line.tone == "redline":
            inside = _redlined(styled, text, line.span, inside)
        else:
            styled.stylize(_TONES.get(line.tone, ""), *line.span)
            inside = ""
        if line.part == "row":
            styled.highlight_regex(_MARKS, "italic")
        console.print(styled, crop=False, soft_wrap=True, highlight=False)
    return output.getvalue()


def _redlined(styled: Any, text: str, span: tuple[int, int], inside: str) -> str:
    """Colour what stands between brackets in a part of a line; the bracket still open at its end."""
    start = span[0]
    for found in _BRACKETS.finditer(text, *span):
        if found[0] in _REDLINE:
            inside, start = found[0], found.start()
        else:
            styled.stylize(_REDLINE.get(inside, ""), start, found.end())
            inside = ""
    if inside:
        styled.stylize(_REDLINE[inside], start, span[1])
    return inside
