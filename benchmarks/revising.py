"""Patching and merging, beside the diffs they rest on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import plancompare
from benchmarks.drafts import draft
from benchmarks.lines import conflicts_of_git, merge3_of_lines
from benchmarks.race import Spread, growth, race
from benchmarks.revisions import revise
from benchmarks.setting import Measurement, Setting
from plancompare.model import Plan

__all__ = ["measure"]

RATE = 0.1

BY_LINES = 280
"""Up to this many points revisions are merged by lines as well; beyond it that takes minutes."""


def measure(setting: Setting) -> Iterator[Measurement]:
    """Every case of the row."""
    merged: dict[int, float] = {}
    for size in setting.sizes:
        base = draft(size, setting.seed)
        ours, theirs = (
            revise(base, seed, RATE)[0].model_copy(update={"id": f"revision-{seed}"})
            for seed in (1, 2)
        )
        amendment = plancompare.Amendment.of(plancompare.diff(base, ours))
        assert plancompare.patch(base, amendment) == ours
        assert plancompare.merge(base, base.model_copy(update={"id": "same"}), ours).conflicts == ()

        times = race(_candidates(base, ours, theirs, amendment), setting.rounds, setting.block)
        yield Measurement(f"patch, {size} points", times.ratio("patch", "diff"))
        yield Measurement(f"merge, {size} points", times.ratio("merge", "two diffs"))
        merged[size] = times.seconds("merge")
        if size <= BY_LINES:
            yield from _by_lines(base, ours, theirs, setting)
    if len(merged) > 1:
        small, large = sorted(merged)[-2:]
        ratio = merged[large] / merged[small]
        yield Measurement("merge, growth", growth(Spread(ratio, ratio, ratio), large / small))


def _by_lines(base: Plan, ours: Plan, theirs: Plan, setting: Setting) -> Iterator[Measurement]:
    """The same merge as text: how long it takes, and how much of it is left to people."""
    size = len(base.points)
    case = f"merge, {size} points: lines"
    if by_lines := merge3_of_lines(base, ours, theirs):
        candidates = {
            "merge": lambda: plancompare.merge(base, ours, theirs).plan,
            "lines": by_lines,
        }
        times = race(candidates, setting.rounds, setting.block)
        yield Measurement(case, times.ratio("lines", "merge"))
    else:
        yield Measurement.absent(case)
    case = f"merge, {size} points: conflicts"
    if theirs_count := conflicts_of_git(base, ours, theirs):
        count = len(plancompare.merge(base, ours, theirs).conflicts)
        yield Measurement.single(case, count / theirs_count, f"{count} against {theirs_count}")
    else:
        yield Measurement.absent(case)


def _candidates(
    base: Plan, ours: Plan, theirs: Plan, amendment: plancompare.Amendment
) -> dict[str, Callable[[], object]]:
    def compared(*plans: Plan) -> None:
        for plan in plans:
            plancompare.align(base, plan)
            plancompare.diff(base, plan)

    return {
        "patch": lambda: plancompare.patch(base, amendment),
        "diff": lambda: compared(ours),
        "merge": lambda: plancompare.merge(base, ours, theirs).plan,
        "two diffs": lambda: compared(ours, theirs),
    }
