"""Importing a long text, and the redline of two short ones, beside the least that either can cost."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from random import Random

import plancompare
from benchmarks.drafts import words
from benchmarks.race import growth, race
from benchmarks.setting import Measurement, Setting

__all__ = ["measure"]

MEGABYTE = 1_000_000
FACTOR = 10
ITEM = re.compile(r"\s*(?:Point\s+)?(\d+|[a-z])[.):]\s+(.*)")

BEFORE = (
    "The armed forces of the North shall be limited to 60,000 personnel within 100 days of "
    "signature, and shall not be stationed beyond the river. The observers report to the council "
    "every month, and any breach"
)
AFTER = (
    "The armed forces of the North may be limited to 80,000 personnel within 120 days of "
    "ratification, and shall be stationed beyond the river. The observers will report to the joint "
    "council every month, and each breach"
)


def measure(setting: Setting) -> Iterator[Measurement]:
    """Every case of the row."""
    large = numbered_text(setting.seed, MEGABYTE if len(setting.sizes) > 1 else MEGABYTE // 100)
    small = large[: len(large) // FACTOR]
    plan = plancompare.import_text(large)
    assert len(plan.points) == large.count("Point ")
    assert "".join(plan.text.split()) == "".join(large.split())
    times = race(
        {
            "import": lambda: plancompare.import_text(large),
            "a tenth": lambda: plancompare.import_text(small),
            "read": lambda: read(large),
        },
        setting.rounds,
        setting.block,
    )
    yield Measurement("import, 1 MB", times.ratio("import", "read"))
    if len(setting.sizes) > 1:  # of one call on a small text nothing can be told
        yield Measurement("import, growth", growth(times.ratio("import", "a tenth"), FACTOR))
    yield _redline(setting)


def numbered_text(seed: int, size: int) -> str:
    """A text of numbered points, wrapped as mail would be, every third with a list in it."""
    random = Random(seed)
    parts, length, number = ["A draft\n\n"], 0, 0
    while length < size:
        number += 1
        lines = [f"Point {number}: {words(random, 8, 10)}"]
        lines += [words(random, 9, 11) for _ in range(4)]
        if number % 3 == 0:
            lines += [f"   {letter}) {words(random, 6, 9)};" for letter in "abc"]
        parts.append("\n".join(lines) + ".\n\n")
        length += len(parts[-1])
    return "".join(parts)


def read(text: str) -> list[re.Match[str] | None]:
    """The least that a reader has to do who knows beforehand how this text is numbered."""
    return [ITEM.match(line) for line in text.splitlines()]


def _redline(setting: Setting) -> Measurement:
    changes = plancompare.redline(BEFORE, AFTER)
    assert (changes.rejected(), changes.accepted()) == (BEFORE, AFTER)
    calls: dict[str, Callable[[], object]] = {
        "redline": lambda: plancompare.redline(BEFORE, AFTER),
        "difflib": lambda: SequenceMatcher(None, BEFORE.split(), AFTER.split()).get_opcodes(),
    }
    times = race(calls, setting.rounds, setting.block)
    return Measurement("redline, 200 characters", times.ratio("redline", "difflib"))
