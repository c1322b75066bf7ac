"""Printing a table, beside tabulate on the same cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

from benchmarks.drafts import words
from benchmarks.peers import peer
from benchmarks.race import race
from benchmarks.setting import Measurement, Setting
from plancompare.tables.documents import to_html, to_markdown
from plancompare.tables.table import Row, Table
from plancompare.tables.text import to_text

__all__ = ["measure"]

SIZES = ((30, 5), (1000, 10))
WIDE = 1_000_000
COLUMN = 22


def measure(setting: Setting) -> Iterator[Measurement]:
    """Every case of the row."""
    for height, breadth in SIZES[: len(setting.sizes)]:
        yield from _of_size(height, breadth, setting)


def _table(height: int, breadth: int, seed: int, number: str) -> Table:
    """A number in the first column, and one word or more in each of the others."""
    random = Random(seed)
    rows = [
        Row("", (number, *(words(random, 1, 8) for _ in range(breadth - 1)))) for _ in range(height)
    ]
    return Table("", tuple(f"column {index}" for index in range(breadth)), tuple(rows))


def _of_size(height: int, breadth: int, setting: Setting) -> Iterator[Measurement]:
    tabulate = peer("tabulate")
    table = _table(height, breadth, setting.seed, "600,000")
    plain = _table(height, breadth, setting.seed, "many")  # its wrapping fails on 600,000
    narrow = (COLUMN + 2) * breadth - 2

    def tabulated(of: Table, form: str, **options: object) -> Callable[[], str]:
        rows = [row.cells for row in of.rows]
        return lambda: str(
            tabulate.tabulate(
                rows, headers=of.columns, tablefmt=form, disable_numparse=True, **options
            )
        )

    pairs: dict[str, tuple[Callable[[], str], Callable[[], str]]] = {
        "text": (lambda: to_text(table, WIDE), tabulated(table, "simple")),
        "wrapped text": (
            lambda: to_text(plain, narrow),
            tabulated(plain, "simple", maxcolwidths=COLUMN),
        ),
        "markdown": (lambda: to_markdown(table), tabulated(table, "github")),
        "html": (lambda: to_html(table), tabulated(table, "html")),
    }
    for form, (ours, theirs) in pairs.items():
        case = f"{form}, {height} x {breadth}"
        if not tabulate:
            yield Measurement.absent(case)
            continue
        for text in (ours(), theirs()):
            assert all(word in text for row in plain.rows for word in row.cells[-1].split())
        times = race({"ours": ours, "theirs": theirs}, setting.rounds, setting.block)
        yield Measurement(case, times.ratio("ours", "theirs"))
