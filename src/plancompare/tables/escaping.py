"""Text that stays text: what each format would interpret, written so that it does not."""

from __future__ import annotations

import html
import re

from plancompare.library.sheets.cells import FORMULA_OPENINGS

__all__ = ["csv_text", "html_text", "latex_text", "markdown_line", "markdown_text"]

_MARKDOWN = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_{}[]<>#|~!$"} | {"&": "&amp;"})
_MARKED = re.compile(r"[\\`*_{}\[\]<>#|~!$&\t\n]|://|www\.", re.IGNORECASE)
_LINK = re.compile(r"://|(?<=www)\.", re.IGNORECASE)
_OPENING = re.compile(r"[-+=]|[0-9]+(?=[.)])")
_LATEX = str.maketrans(
    {mark: f"\\{mark}" for mark in "&%$#_{}"}
    | {mark: f"{{{mark}}}" for mark in "[]*"}
    | {
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "\\": r"\textbackslash{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        "`": r"\textasciigrave{}",
        '"': r"\symbol{34}",
        "/": r"\slash{}",
        "→": r"$\rightarrow$",
        "\N{EN DASH}": r"\textendash{}",
        "\n": r"\newline ",
    }
)
_LIGATURE = re.compile(r"([-',])(?=\1)")


def markdown_text(text: str) -> str:
    """Text for a cell of a GitHub-flavoured table; line breaks become `<br>`.

    >>> markdown_text("a|b *c*")
    'a\\\\|b \\\\*c\\\\*'
    """
    if not _MARKED.search(text):
        return text
    escaped = text.translate(_MARKDOWN).replace("\t", " ").replace("\n", "<br>")
    return _LINK.sub(r"\\\g<0>", escaped)


def markdown_line(text: str) -> str:
    """Text for a paragraph of its own: what opens a list or a heading is escaped too.

    >>> markdown_line("1. first")
    '1\\\\. first'
    """
    escaped = markdown_text(text.strip())
    if found := _OPENING.match(escaped):
        cut = found.end() if found[0].isdigit() else 0
        return f"{escaped[:cut]}\\{escaped[cut:]}"
    return escaped


def html_text(text: str) -> str:
    """Text for an element or an attribute in quotes; line breaks become `<br>`.

    >>> html_text("<b> & co")
    '&lt;b&gt; &amp; co'
    """
    return html.escape(text).replace("\n", "<br>")


def latex_text(text: str) -> str:
    """Text for a paragraph or a cell of a `p` column; line breaks become `\\newline`.

    >>> print(latex_text("5 % of $x_1$"))
    5 \\% of \\$x\\_1\\$
    """
    return _LIGATURE.sub(r"\1{}", text.strip().translate(_LATEX))


def csv_text(text: str) -> str:
    """Text for a cell; what a spreadsheet would take for a formula gets an apostrophe before it.

    >>> csv_text("=1+1")
    "'=1+1"
    """
    return f"'{text}" if text.startswith(FORMULA_OPENINGS) else text
