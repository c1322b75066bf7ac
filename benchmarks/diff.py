"""Aligning and comparing two drafts, beside libraries that compare nested data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal
from unittest.mock import patch

import plancompare
from benchmarks.alone import alone
from benchmarks.drafts import draft
from benchmarks.peers import peer
from benchmarks.race import Race, Spread, growth, race
from benchmarks.revisions import TrueEdit, renumbered, revise
from benchmarks.setting import Measurement, Setting
from plancompare import Plan, PlanDiff
from plancompare.library.writing import plain

__all__ = ["compare", "edits_found", "measure"]

RATES = (2, 10)
"""Per cent of the provisions in which a term changes."""

SLOW = 5.0
"""Seconds from which on a peer's call is timed once instead of raced."""

FAST = "rs"
"""The peer that is written in Rust: for it the goal is to keep up."""

NUMBERS = r"\['number'\]$"
DIFFERENT: dict[str, Literal["changed", "added", "removed"]] = {
    "changed": "changed",
    "added": "added",
    "removed": "removed",
}
"""Change kinds that say something happened between two full texts."""

Peers = dict[str, Callable[[], object]]


def measure(setting: Setting) -> Iterator[Measurement]:
    """Every case of the row."""
    for size in setting.sizes:
        plan = draft(size, setting.seed)
        yield from _same(plan, size, setting)
        for rate in RATES:
            yield from _against_peers(plan, size, rate, setting)
    if len(setting.sizes) > 1:
        yield _growth(setting)
    size = setting.sizes[-1]
    before = draft(size, setting.seed)
    after, _ = revise(before, setting.seed, RATES[-1] / 100)
    peak = alone(lambda: compare(before, after), setting.cap).peak_mb
    yield Measurement.single(f"{size} points, peak", peak)


def compare(before: Plan, after: Plan) -> PlanDiff:
    """Alignment and diff of two plans as just read, without anything they remember."""
    for plan in (before, after):
        for remembered in ("stated", "listed"):
            plan.__dict__.pop(remembered, None)
    plancompare.align(before, after)
    return plancompare.diff(before, after)


def edits_found(found: PlanDiff) -> list[TrueEdit]:
    """What a diff says was done to issues, in the words of the generator."""
    return [
        TrueEdit(one.issue, DIFFERENT[one.change], tuple(term.term for term in one.terms))
        for one in found.changes
        if one.change in DIFFERENT
    ]


def _entries(edits: Iterable[TrueEdit]) -> int:
    return sum(max(1, len(edit.terms)) for edit in edits)


def _same(plan: Plan, size: int, setting: Setting) -> Iterator[Measurement]:
    """Plans between which nothing differs, or nothing but numbers."""
    twin = Plan.model_validate_json(plan.model_dump_json())
    assert not plancompare.diff(plan, twin)
    times = race(
        {"diff": lambda: plancompare.diff(plan, twin), "==": lambda: plan == twin},
        setting.rounds,
        setting.block,
    )
    yield Measurement(f"{size} points, equal", times.ratio("diff", "=="))
    yield _fields(plan, size)
    changes = edits_found(plancompare.diff(plan, renumbered(plan)))
    yield Measurement.single(f"{size} points, renumbered", len(changes))


def _fields(plan: Plan, size: int) -> Measurement:
    """How often DeepDiff is called where one point differs: by the diff never, by its edits once."""
    case = f"{size} points, calls of DeepDiff"
    deepdiff = peer("deepdiff")
    if not deepdiff:
        return Measurement.absent(case)
    reworded = plan.points[0].model_copy(update={"heading": "Reworded"})
    later = plan.model_copy(update={"points": (reworded, *plan.points[1:])})
    with patch("deepdiff.DeepDiff", wraps=deepdiff.DeepDiff) as counted:
        found = plancompare.diff(plan, later)
        assert counted.call_count == 0
        assert [len(edit.fields) for edit in found.edits] == [1]
    return Measurement.single(case, counted.call_count)


def _against_peers(plan: Plan, size: int, rate: int, setting: Setting) -> Iterator[Measurement]:
    revised, truth = revise(plan, setting.seed, rate / 100)
    found = edits_found(compare(plan, revised))
    assert set(found) == truth
    if rate == RATES[-1]:
        ratio = _entries(found) / _entries(truth)
        yield Measurement.single(f"{size} points, entries", ratio)
    peers = _peers(plain(plan), plain(revised), thorough=size <= 280)
    waiting, slow = _sorted_by_speed(peers, setting)
    times = race({"ours": lambda: compare(plan, revised), **waiting}, setting.rounds, setting.block)
    for name in ("ordered", "unordered", "unordered, no number", "rs"):
        case = f"{size} points, {rate} % changed: {name}"
        if name in peers:
            yield _ratio(case, name, times, slow, setting)
        elif size <= 280 or name == "rs":
            yield Measurement.absent(case)


def _peers(before: dict[str, Any], after: dict[str, Any], *, thorough: bool) -> Peers:
    """Calls of the peers on plain data without defaults, which suits them best."""
    found: Peers = {}
    if (deepdiff := peer("deepdiff")) and thorough:
        compared = deepdiff.DeepDiff
        found["ordered"] = lambda: compared(before, after)
        found["unordered"] = lambda: compared(before, after, ignore_order=True)
        found["unordered, no number"] = lambda: compared(
            before, after, ignore_order=True, exclude_regex_paths=[NUMBERS]
        )
    if rs := peer("deepdiff_rs"):
        found["rs"] = lambda: rs.DeepDiff(before, after).to_dict()
    return found


def _sorted_by_speed(peers: Peers, setting: Setting) -> tuple[Peers, dict[str, float | None]]:
    """Peers quick enough to race, and the seconds of one call of the others; None: stopped."""
    quick: Peers = {}
    slow: dict[str, float | None] = {}
    for name, call in peers.items():
        seconds = alone(call, setting.cap).seconds
        if seconds is None or seconds > SLOW:
            slow[name] = seconds
        else:
            quick[name] = call
    return quick, slow


def _ratio(
    case: str, name: str, times: Race, slow: dict[str, float | None], setting: Setting
) -> Measurement:
    """How many times as long as ours a peer takes; the other way round for the one as fast."""
    if name in times.times:
        pair = ("ours", name) if name == FAST else (name, "ours")
        return Measurement(case, times.ratio(*pair))
    seconds = slow[name]
    ratio = (seconds or setting.cap) / times.seconds("ours")
    note = "one call" if seconds else f"stopped after {setting.cap:.0f} s, so slower still"
    return Measurement.single(case, 1 / ratio if name == FAST else ratio, note)


def _growth(setting: Setting) -> Measurement:
    small, large = setting.sizes[-2:]
    pairs = [
        (plan, revise(plan, setting.seed, RATES[-1] / 100)[0])
        for plan in (draft(small, setting.seed), draft(large, setting.seed))
    ]
    times = race(
        {"small": lambda: compare(*pairs[0]), "large": lambda: compare(*pairs[1])},
        setting.rounds,
        setting.block,
    )
    spread: Spread = growth(times.ratio("large", "small"), large / small)
    return Measurement("growth", spread)
