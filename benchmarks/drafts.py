"""Plausible plans of any size: the same seed, the same plan."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

from benchmarks.values import draws, sample
from plancompare import KINDS, Plan, Point, Provision

__all__ = ["draft", "new_point", "words"]

_VOCABULARY = """\
the of and to in by for with under within after before shall may jointly
the of and to in all each any no later than subject to pursuant to
forces detainees corridor border assets territory reconstruction sanctions elections ceasefire
mission crossing tribunal commission observers refugees minority language treaty security
council registry port energy grid pipeline access archives schools hospitals airspace fund
withdraw deploy verify release transfer fund rebuild suspend restore recognise guarantee monitor
"""
_POOLS = tuple(tuple(line.split()) for line in _VOCABULARY.splitlines())
_SOURCES = tuple(f"source-{number}" for number in range(1, 21))
SHIPPED = tuple(
    kind for kind in KINDS.values() if kind.__module__.startswith("plancompare.model.kinds.")
)
_SHARED = ("modality", "conditions", "deadline")
_SIZES = (1, 2, 3, 3, 4, 4, 5)


def words(random: Random, least: int, most: int) -> str:
    """Some words in a row."""
    return " ".join(
        random.choice(random.choice(_POOLS)) for _ in range(random.randint(least, most))
    )


def _evidence(random: Random) -> dict[str, Any]:
    return {
        "sources": sample(random, _SOURCES),
        "locator": f"point {random.randint(1, 28)}",
        "basis": random.choice(("document-text", "press-report", "official-statement")),
        "checked": random.choice(("two-sources", "one-source", "unverified")),
    }


def _provision(random: Random, taken: set[str]) -> Provision:
    """A provision on an issue that is not taken yet; `part` tells apart what has the same key."""
    kind = random.choice(SHIPPED)
    draw = draws(kind)
    own = [name for name in kind.spec.terms if name not in _SHARED]
    stated = sample(random, tuple(own), 4) + [name for name in _SHARED if random.random() < 0.15]
    given = {name: draw[name](random) for name in (*kind.spec.keys, *stated)}
    given["evidence"] = [_evidence(random)]
    if random.random() < 0.5:
        given["wording"] = [words(random, 4, 10)]
    if random.random() < 0.3:
        given["note"] = words(random, 8, 20)
    found = kind.model_validate(given)
    part = len(taken)
    while found.issue in taken:
        found = kind.model_validate({**given, "part": f"phase-{part}"})
        part += 1
    taken.add(found.issue)
    return found


def new_point(random: Random, number: int, taken: set[str]) -> Point:
    """A point of a few provisions on issues not taken yet."""
    return Point(
        number=str(number),
        heading=words(random, 3, 6).capitalize(),
        summary=words(random, 15, 40).capitalize(),
        provisions=tuple(_provision(random, taken) for _ in range(random.choice(_SIZES))),
    )


def draft(points: int, seed: int) -> Plan:
    """A plan of so many points, with about three provisions each."""
    random = Random(seed)
    taken: set[str] = set()
    return Plan(
        id=f"draft-{points}-{seed}",
        title=f"Draft of {points} points",
        conflict="synthetic",
        date=dt.date(2025, 11, 20),
        proponents=("party-a", "party-b"),
        text_status="official",
        disclosure="full",
        points=tuple(new_point(random, number, taken) for number in range(1, points + 1)),
    )
