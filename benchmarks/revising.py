"""Patching and merging, beside the diffs they rest on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import plancompare
from benchmarks.drafts import draft
from benchmarks.race import Spread, growth, race
from benchmarks.revisions import revise
from benchmarks.setting import Measurement, Setting
from plancompare.model import Plan

__all__ = ["measure"]

RATE = 0.1


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
    if len(merged) > 1:
        small, large = sorted(merged)[-2:]
        ratio = merged[large] / merged[small]
        yield Measurement("merge, growth", growth(Spread(ratio, ratio, ratio), large / small))


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
