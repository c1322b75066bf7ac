"""Acceptability analysis, beside drawing the numbers it needs and beside other libraries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

from benchmarks.alone import alone
from benchmarks.peers import peer
from benchmarks.race import race
from benchmarks.setting import Measurement, Setting
from plancompare.scoring.acceptability import (
    Composition,
    Sample,
    acceptability,
    exact_winning_share,
)

__all__ = ["measure"]

PLANS, ISSUES = 8, 25
FEW = 200
"""Draws for the peers, which need a millisecond or more for each."""

MANY = 1_000_000
BLOCK = 8192


def measure(setting: Setting) -> Iterator[Measurement]:
    """Every case of the row."""
    import numpy as np

    small = setting.block == 0
    many = 10 * BLOCK if small else MANY
    values = np.random.default_rng(setting.seed).random((PLANS, ISSUES))
    cells = [[Composition(float(value)) for value in row] for row in values]

    def sampled(size: int, classes: list[int]) -> object:
        return acceptability(cells, classes, Sample(size, setting.seed), fixed=(2 / 3, 1 / 3))

    def drawn(size: int) -> None:
        generator = np.random.Generator(np.random.SFC64(setting.seed))
        for _ in range(0, size, BLOCK):
            generator.standard_exponential((BLOCK, ISSUES), dtype=np.float32)

    free, ordered = [0] * ISSUES, [place % 3 for place in range(ISSUES)]
    times = race(
        {
            "free": lambda: sampled(many, free),
            "ordered": lambda: sampled(many, ordered),
            "drawn": lambda: drawn(many),
        },
        setting.rounds,
        0.0,
    )
    yield Measurement("free weights", times.ratio("free", "drawn"))
    yield Measurement("ordered weights", times.ratio("ordered", "drawn"))
    yield Measurement.single("peak", alone(lambda: sampled(many, free), setting.cap).peak_mb)
    yield from _against_peers(values, lambda: sampled(FEW, free), setting)
    yield _closed_form(setting)


def _against_peers(
    values: Any, ours: Callable[[], object], setting: Setting
) -> Iterator[Measurement]:
    import numpy as np

    types = np.ones(ISSUES)

    def ranked(score: Callable[[Any], Any]) -> Callable[[], object]:
        def run() -> object:
            draw = np.random.default_rng(setting.seed)
            shares = np.zeros((PLANS, PLANS))
            for _ in range(FEW):
                order = np.argsort(-np.asarray(score(draw.dirichlet(np.ones(ISSUES)))).ravel())
                shares[order, np.arange(PLANS)] += 1
            return shares / FEW

        return run

    candidates: dict[str, Callable[[], object]] = {}
    if methods := peer("pymcdm.methods"):
        weighted = methods.WSM()
        candidates["pymcdm"] = ranked(lambda weights: weighted(values, weights, types))
    for name in ("crispyn", "pyrepo_mcda"):
        if methods := peer(f"{name}.mcda_methods"):
            candidates[name] = _vikor(methods.VIKOR_SMAA, values, types)
    for name in ("pymcdm", "crispyn", "pyrepo_mcda"):
        if name not in candidates:
            yield Measurement.absent(f"against {name}")
            continue
        times = race({"ours": ours, name: candidates[name]}, setting.rounds, setting.block)
        yield Measurement(f"against {name}", times.ratio(name, "ours"))


def _vikor(method: Any, values: Any, types: Any) -> Callable[[], object]:
    def run() -> object:
        made = method()
        return made(values, made._generate_weights(ISSUES, FEW), types)  # noqa: SLF001 - the only door it has

    return run


def _closed_form(setting: Setting) -> Measurement:
    """How far ten thousand draws are from the exact share of one pair, and what both cost."""
    gains = [Fraction(place * 7 % 11 - 5, 11) for place in range(ISSUES)]
    cells = [
        [Composition(float(max(one, Fraction(0)))) for one in gains],
        [Composition(float(max(-one, Fraction(0)))) for one in gains],
    ]
    sample = Sample(10_000, setting.seed)
    found = acceptability(cells, [0] * ISSUES, sample)
    assert abs(found.wins[0][1] - exact_winning_share(gains)) < 5 * found.error
    times = race(
        {
            "exact": lambda: exact_winning_share(gains),
            "drawn": lambda: acceptability(cells, [0] * ISSUES, sample),
        },
        setting.rounds,
        setting.block,
    )
    return Measurement("closed form of a pair", times.ratio("exact", "drawn"))
