"""What was measured, beside what was to be reached."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping, Sequence

from benchmarks.diff import SLOW
from benchmarks.goals import GOALS, verdict
from benchmarks.peers import versions
from benchmarks.setting import Measurement, Setting

__all__ = ["lines_of", "report"]

_METHOD = """\
Every number is a ratio of two things measured in one run; seconds would say more about the machine.
The sides take turns, in an order that rotates and turns around, with the garbage collector off, in
{rounds} rounds after a warm-up, each round as many calls as fill {block:g} s; the ratio is the median
of the ratios of the rounds, given with its quartiles. Plans come from a seeded generator (seed {seed})
that also returns the true edits from one draft to the next, and every result is checked before
anything is timed. Peers get plain data without defaults, which suits them best; a call that takes
over {slow:g} s is timed once, and stopped after {cap:g} s. "At least" means so many times as fast as
the reference, "at most" so many times as long as it. Memory is the growth of the resident set during
one call in a process of its own.
Pages are opened in a headless Chromium, and a step is timed to the frame that shows it.
Processes are started from an unpacked wheel, with modules compiled. On {python}, {cores} cores, with
{peers}."""

Results = Mapping[str, Sequence[Measurement]]


def report(results: Results, setting: Setting) -> str:
    """The whole report in Markdown."""
    method = _METHOD.format(
        rounds=setting.rounds,
        block=setting.block,
        seed=setting.seed,
        slow=SLOW,
        cap=setting.cap,
        python=f"{platform.python_implementation()} {platform.python_version()}",
        cores=os.cpu_count(),
        peers=", ".join(f"{name} {version}" for name, version in versions().items()),
    )
    heading = "| row | case | compared with | measured | quartiles | goal | result |"
    rows = [line for row, found in results.items() for line in lines_of(row, found)]
    table = "\n".join([heading, "|---|---|---|--:|--:|---|---|", *rows])
    return f"# Benchmarks\n\n{method}\n\n{table}\n\n`make bench` measures all of this anew.\n"


def lines_of(row: str, measurements: Sequence[Measurement]) -> list[str]:
    """One line of the table for each case of a row."""
    goals = {(goal.row, goal.case): goal for goal in GOALS}
    lines = []
    for one in measurements:
        goal = goals.get((row, one.case))
        unit = goal.unit if goal else ""
        measured, quartiles = "", ""
        if one.spread:
            low, middle, high = one.spread.low, one.spread.median, one.spread.high
            measured = f"{middle:.3g}{unit}"
            quartiles = f"{low:.3g} to {high:.3g}" if low < high else ""
        bound = f"{goal.bound} {goal.limit:g}{goal.unit}" if goal else ""
        result = verdict(goal, one) if goal else ""
        note = f"{result} ({one.note})" if one.note and one.note != result else result
        reference = goal.reference if goal else ""
        cells = (row, one.case, reference, measured, quartiles, bound, note.strip())
        lines.append("| " + " | ".join(cells) + " |")
    return lines
