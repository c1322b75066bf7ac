"""Drawing plans for property-based tests: a plan with edits, beside drawing or generating it whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from benchmarks.drafts import draft
from benchmarks.race import race
from benchmarks.setting import Measurement, Setting
from plancompare import Plan, Point
from plancompare.testing import edited_plans, plans, provisions

__all__ = ["measure"]

POINTS = 28
EXAMPLES = 30
FEW = 5


def measure(setting: Setting) -> Iterator[Measurement]:
    """Every case of the row: so many examples of each way to get a plan, within one test each."""
    examples = FEW if setting.rounds == 1 else EXAMPLES
    base = draft(POINTS, setting.seed)
    edits = edited_plans(st.just(base))
    structure = _plans_of_points(base)
    assert {len(plan.points) for plan in _drawn(structure, 2, HEAVY)} == {POINTS}
    times = race(
        {
            "edits": lambda: _drawn(edits, examples),
            "structure": lambda: _drawn(structure, examples, HEAVY),
            "generator": lambda: [draft(POINTS, setting.seed + one) for one in range(examples)],
        },
        setting.rounds,
        setting.block,
    )
    yield Measurement("edits: structure", times.ratio("structure", "edits"))
    yield Measurement("edits: generator", times.ratio("edits", "generator"))
    most = max(len(plan.points) for plan in _drawn(plans(), 10 * examples))
    yield Measurement.single("plans(), most points", most)


HEAVY = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example)
"""What Hypothesis says against drawing so much by its structure; nothing else is excused."""


def _plans_of_points(base: Plan) -> st.SearchStrategy[Plan]:
    """A plan of as many points, each with one to five provisions, all of them drawn."""
    points = st.lists(
        st.lists(provisions(), min_size=1, max_size=5), min_size=POINTS, max_size=POINTS
    )
    return points.map(lambda found: base.model_copy(update={"points": _numbered(found)}))


def _numbered(found: Sequence[Sequence[Any]]) -> tuple[Point, ...]:
    """The points in order; of what is drawn twice on one issue the first one stays."""
    taken: set[str] = set()
    points: list[Point] = []
    for number, clauses in enumerate(found, 1):
        fresh = {one.issue: one for one in clauses if one.issue not in taken}
        taken.update(fresh)
        points.append(Point(number=str(number), provisions=tuple(fresh.values())))
    return tuple(points)


def _drawn(
    strategy: st.SearchStrategy[Any], examples: int, excused: Sequence[HealthCheck] = ()
) -> list[Any]:
    found: list[Any] = []

    @settings(
        max_examples=examples,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        derandomize=True,
        suppress_health_check=excused,
    )
    @given(strategy)
    def collect(value: Any) -> None:
        found.append(value)

    collect()
    return found
