"""The door to rich: tables on a terminal, wrapped to its width, coloured unless NO_COLOR is set.

Colour only repeats what the words say.
"""

from __future__ import annotations

from io import StringIO
from itertools import groupby

from plancompare.tables.table import Table
from plancompare.tables.wrapping import column_widths, wrap

__all__ = ["to_terminal"]

_STYLES = {
    "changed": "yellow",
    "added": "green",
    "removed": "red",
    "reopened": "magenta",
    "settled": "cyan",
    "unknown": "dim",
}
GAP = 2


def to_terminal(table: Table, width: int, *, colour: bool = True) -> str:
    """The table as text with the terminal's colour codes."""
    from rich.console import Console
    from rich.table import Table as Grid
    from rich.text import Text

    console = Console(
        file=StringIO(), width=width, force_terminal=colour, no_color=not colour, highlight=False
    )
    widths = column_widths(table, width, GAP)

    def grid() -> Grid:
        made = Grid.grid(padding=(0, GAP, 0, 0), pad_edge=False)
        for size in widths:
            made.add_column(width=size)
        return made

    def cell(text: str, size: int, style: str) -> Text:
        return Text("\n".join(wrap(text, size)), style=style)

    console.print(Text(table.title, style="bold"))
    console.print()
    head = grid()
    head.add_row(*(cell(c, w, "bold") for c, w in zip(table.columns, widths, strict=True)))
    head.add_row(*(Text("─" * size, style="dim") for size in widths))
    console.print(head)
    for group, members in groupby(table.rows, key=lambda row: row.group):
        if group:
            console.print(Text(f"\n{group}", style="bold underline"))
        body = grid()
        for row in members:
            styles = [_STYLES.get(text.split("\n")[0], "") for text in row.cells]
            body.add_row(*map(cell, row.cells, widths, styles))
        console.print(body)
    for note in table.notes:
        console.print(Text(f"\n{note}", style="italic"))
    output = console.file
    assert isinstance(output, StringIO)
    return "\n".join(line.rstrip() for line in output.getvalue().split("\n"))
