"""Tables for documents: Markdown, HTML and LaTeX, a line of source for each row."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from textwrap import dedent

from plancompare.tables.escaping import html_text, latex_text, markdown_line, markdown_text
from plancompare.tables.table import Row, Table
from plancompare.tables.text import set_rows
from plancompare.tables.wrapping import column_widths

__all__ = ["column_shares", "flat_rows", "to_html", "to_latex", "to_markdown"]

_HTML_TABLE = "border-spacing:1em .5em;min-width:52em;text-align:left;overflow-wrap:break-word"
_PAGE, _GAP = 110, 2


def flat_rows(table: Table) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Columns and rows with the group as a column of its own, if there are groups.

    What is said about a group stands in its first row only.
    """
    if not any(row.group for row in table.rows):
        return table.columns, [row.cells for row in table.rows]
    rows = [
        ("\n".join(filter(None, (row.group, row.about if row is first else ""))), *row.cells)
        for first, members in _groups(table)
        for row in members
    ]
    return (table.group_column, *table.columns), rows


def _groups(table: Table) -> Iterator[tuple[Row, list[Row]]]:
    """The first row of each group, and all of them."""
    for _, members in groupby(table.rows, key=lambda row: (row.group, row.about)):
        rows = list(members)
        yield rows[0], rows


def column_shares(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[float]:
    """How much of the width each column deserves."""
    columns = list(zip(head, *rows, strict=True))
    sizes = [size + _GAP for size in column_widths(columns, _PAGE, _GAP)]
    return [size / sum(sizes) for size in sizes]


def _shares(table: Table) -> list[float]:
    return column_shares(table.columns, (row.cells for row in table.rows))


def to_markdown(table: Table) -> str:
    """GitHub-flavoured Markdown; one line per row, line breaks inside cells as `<br>`."""
    columns, rows = flat_rows(table)
    head, *body = set_rows(
        [markdown_text(name) for name in columns],
        [[markdown_text(cell) for cell in row] for row in rows],
        "markdown",
    )
    rule = f"|{' --- |' * len(columns)}"
    notes = [f"\n{markdown_line(said)}{_fenced(code)}" for said, code in map(_code, table.notes)]
    return "\n".join([markdown_line(table.title), "", head, rule, *body, *notes]) + "\n"


def _code(note: str) -> tuple[str, str]:
    """A note, and the lines after its first if all of them are set in, as code is."""
    said, _, rest = note.partition("\n")
    if rest and all(line.startswith(" ") for line in rest.split("\n")):
        return said, dedent(rest)
    return note, ""


def _fenced(code: str) -> str:
    """Code in a fence longer than any within it."""
    fence = "`" * max((len(run) + 1 for run in re.findall("`+", code)), default=3)
    return f"\n\n{fence:`<3}\n{code}\n{fence:`<3}" if code else ""


def to_html(table: Table) -> str:
    """A section for any page: title, one table that scrolls sideways if need be, notes."""
    head, *body = set_rows(
        [html_text(name) for name in table.columns],
        [[html_text(cell) for cell in row.cells] for row in table.rows],
        "html",
    )
    lines = [
        "<section>",
        f"<p><strong>{html_text(table.title)}</strong></p>",
        f'<div style="overflow-x:auto" role="region" tabindex="0" aria-label="{_label(table)}">',
        f'<table style="{_HTML_TABLE}">',
        "<colgroup>",
        *(f'<col style="width:{share:.0%}">' for share in _shares(table)),
        "</colgroup>",
        "<thead>",
        head.replace("<th>", '<th scope="col">'),
        "</thead>",
    ]
    rows = iter(body)
    for first, members in _groups(table):
        lines.append('<tbody style="vertical-align:top">')
        if first.group:
            about = f"<br>{html_text(first.about)}" if first.about else ""
            lines.append(
                f'<tr><th scope="rowgroup" colspan="{len(table.columns)}" style="padding-top:1em">'
                f"{html_text(first.group)}{about}</th></tr>"
            )
        lines += [next(rows) for _ in members]
        lines.append("</tbody>")
    lines += ["</table>", "</div>"]
    for said, code in map(_code, table.notes):
        lines.append(f"<p>{html_text(said)}</p>")
        if code:
            lines.append(f"<pre>{html.escape(code)}</pre>")
    return "\n".join([*lines, "</section>"]) + "\n"


def _label(table: Table) -> str:
    return html_text(table.title.replace("\n", " "))


def to_latex(table: Table) -> str:
    """A `longtable` as wide as the line; needs the packages array and longtable."""
    head, *body = set_rows(
        [latex_text(name) for name in table.columns],
        [[latex_text(cell) for cell in row.cells] for row in table.rows],
        "latex",
    )
    lines = [
        "% needs the packages array and longtable; Cyrillic needs XeLaTeX, LuaLaTeX or T2A fonts",
        rf"\noindent {latex_text(table.title)}",
        "",
        rf"\begin{{longtable}}{{{''.join(map(_column, _shares(table)))}}}",
        r"\hline",
        head,
        r"\hline",
        r"\endhead",
    ]
    rows = iter(body)
    for first, members in _groups(table):
        if first.group:
            about = rf"\newline {latex_text(first.about)}" if first.about else ""
            lines.append(
                rf"\multicolumn{{{len(table.columns)}}}{{{_column(1)}}}"
                rf"{{\textbf{{{latex_text(first.group)}}}{about}}} \\"
            )
        lines += [next(rows) for _ in members]
    lines += [r"\hline", r"\end{longtable}"]
    lines += [line for note in table.notes for line in ("", rf"\noindent {latex_text(note)}")]
    return "\n".join(lines) + "\n"


def _column(share: float) -> str:
    return rf">{{\raggedright\arraybackslash}}p{{\dimexpr{share:.2f}\linewidth-2\tabcolsep\relax}}"
