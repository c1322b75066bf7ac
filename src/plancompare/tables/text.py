"""The door to tabulate: plain text, Markdown, HTML and LaTeX.

Each format escapes what it would interpret, so that text from a file stays text. Cells are wrapped
here, before tabulate sees them: its own wrapping fails on a cell like "600,000".
"""

from __future__ import annotations

import html
from collections.abc import Callable
from itertools import groupby

from plancompare.tables.table import Table
from plancompare.tables.wrapping import column_widths, wrap

__all__ = ["to_html", "to_latex", "to_markdown", "to_text"]

_MARKDOWN = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_{}[]<>#|~!$"} | {"&": "&amp;"})
_LATEX = str.maketrans(
    {mark: f"\\{mark}" for mark in "&%$#_{}"}
    | {
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "\\": r"\textbackslash{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "→": r"$\rightarrow$",
        "–": "--",
    }
)
_HEADING, _SPACE = "\ue000", "\ue001"
GAP = 2


def _grouped(table: Table) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Columns and rows with the group as a column of its own, if there are groups."""
    if not any(row.group for row in table.rows):
        return table.columns, [row.cells for row in table.rows]
    return (table.group_column, *table.columns), [(row.group, *row.cells) for row in table.rows]


def _tabulated(
    table: Table, form: str, escape: Callable[[str], str], around: Callable[[str], str]
) -> str:
    from tabulate import tabulate

    columns, rows = _grouped(table)
    body = tabulate(
        [[escape(cell) for cell in row] for row in rows],
        headers=[escape(column) for column in columns],
        tablefmt=form,
        disable_numparse=True,
    )
    notes = [around(escape(note)) for note in table.notes]
    return "\n".join([around(escape(table.title)), body, *notes]) + "\n"


def to_markdown(table: Table) -> str:
    """GitHub-flavoured Markdown; one line per row, line breaks inside cells as `<br>`."""
    return _tabulated(
        table,
        "github",
        lambda text: text.translate(_MARKDOWN).replace("\n", "<br>"),
        lambda line: f"{line}\n",
    )


def to_html(table: Table) -> str:
    """A table element between paragraphs."""
    return _tabulated(
        table,
        "unsafehtml",
        lambda text: html.escape(text).replace("\n", "<br>"),
        lambda line: f"<p>{line}</p>",
    )


def to_latex(table: Table) -> str:
    """A `tabular` with the rules of the package booktabs; lines inside cells become clauses."""
    return _tabulated(
        table,
        "latex_raw",
        lambda text: text.translate(_LATEX).replace("\n", "; "),
        lambda line: f"{line}\n",
    )


def to_text(table: Table, width: int = 80) -> str:
    """Plain text wrapped to a width, with a heading line before each group."""
    from tabulate import tabulate

    widths = column_widths(table, width, GAP)
    rest = [""] * (len(widths) - 1)
    rows: list[list[str]] = []
    headings: list[str] = []
    for group, members in groupby(table.rows, key=lambda row: row.group):
        if group:
            rows.append([_HEADING, *rest])
            headings.append("\n".join(["", *wrap(group, width), ""]))
        for index, row in enumerate(members):
            fitted = [wrap(cell, size) for cell, size in zip(row.cells, widths, strict=True)]
            if index and max(map(len, fitted)) > 1:
                rows.append([_SPACE, *rest])
            rows.append(["\n".join(lines) for lines in fitted])
    body = tabulate(
        rows,
        headers=["\n".join(wrap(c, w)) for c, w in zip(table.columns, widths, strict=True)],
        tablefmt="simple",
        disable_numparse=True,
    )
    pending = iter(headings)
    lines = [
        next(pending) if line.startswith(_HEADING) else line.replace(_SPACE, "").rstrip()
        for line in body.split("\n")
    ]
    notes = [line for note in table.notes for line in ("", *wrap(note, width))]
    return "\n".join([*wrap(table.title, width), "", *lines, *notes]) + "\n"
