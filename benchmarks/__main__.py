"""Run the benchmarks: `python -m benchmarks [--smallest] [--rows load,diff] [--output FILE]`."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks import (
    browsing,
    diff,
    drawing,
    judging,
    load,
    paging,
    render,
    revising,
    sampling,
    start,
    texts,
)
from benchmarks.report import lines_of, report
from benchmarks.setting import FULL, SMALLEST, Measurement, Setting

__all__ = ["ROWS", "main"]

ROWS: dict[str, Callable[[Setting], Iterable[Measurement]]] = {
    "load": load.measure,
    "diff": diff.measure,
    "render": render.measure,
    "revise": revising.measure,
    "draw": drawing.measure,
    "judge": judging.measure,
    "sample": sampling.measure,
    "report": paging.measure,
    "browsing": browsing.measure,
    "text": texts.measure,
    "start": start.measure,
}


def main(arguments: list[str] | None = None) -> None:
    """Measure the rows asked for, print each as soon as it is known, and write the report."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--smallest", action="store_true", help="smallest sizes, for a check")
    parser.add_argument("--rows", default=",".join(ROWS), help="some of: %(default)s")
    parser.add_argument("--output", type=Path, help="by default BENCHMARKS.md after a full run")
    chosen = parser.parse_args(arguments)
    rows = chosen.rows.split(",")
    if unknown := set(rows) - set(ROWS):
        parser.error(f"no such row: {', '.join(sorted(unknown))}")
    setting = SMALLEST if chosen.smallest else FULL
    print(f"seed {setting.seed}")
    results: dict[str, list[Measurement]] = {}
    for row in rows:
        results[row] = []
        for one in ROWS[row](setting):
            results[row].append(one)
            print(*lines_of(row, [one]), flush=True)
    complete = setting == FULL and set(rows) == set(ROWS)
    if output := chosen.output or (Path("BENCHMARKS.md") if complete else None):
        output.write_text(report(results, setting), encoding="utf-8")


if __name__ == "__main__":
    main()
