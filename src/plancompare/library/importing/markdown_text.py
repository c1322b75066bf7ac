"""The lines of a Markdown text without its marks."""

from __future__ import annotations

import re

from plancompare.library.importing.lines import Lines, lines_of

__all__ = ["markdown_lines"]

_OPENING = re.compile(r"[ \t]{0,3}(?:>[ \t]?){0,8}(?P<heading>\#{1,6}[ \t]+)?")
_CLOSING = re.compile(r"[ \t]+#+[ \t]*$")
_EMPHASIS = re.compile(r"(?<![\\\w*_])(\*{1,3}|_{1,3})(?=\S)([^*_]+)(?<=\S)\1(?![\w*_])")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_RULE = re.compile(r"[ \t]{0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*")


def markdown_lines(text: str) -> Lines:
    """The text without the marks of headings, quotations, emphasis, rules and escapes.

    >>> markdown_lines("## Terms\\n**1\\\\.** Fire *ceases*.").lines
    ('Terms', '1. Fire ceases.')
    """
    lines: list[str] = []
    headings: list[int] = []
    for place, line in enumerate(text.splitlines()):
        if _RULE.fullmatch(line):
            lines.append("")
            continue
        found = _OPENING.match(line)
        if found is not None and (found["heading"] or ">" in found[0]):
            line = line[found.end() :]  # noqa: PLW2901 - what is left of it
            if found["heading"]:
                headings.append(place)
                line = _CLOSING.sub("", line)  # noqa: PLW2901 - likewise
        lines.append(_ESCAPE.sub(r"\1", _EMPHASIS.sub(r"\2", line)))
    return lines_of(lines, headings, wrapped=True)
