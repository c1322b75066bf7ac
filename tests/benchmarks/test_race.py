"""The race itself, without looking at a clock."""

import time
from functools import partial
from pathlib import Path

import pytest
from benchmarks.alone import alone
from benchmarks.goals import Bound, Goal, verdict
from benchmarks.race import Race, Spread, growth, race
from benchmarks.setting import Measurement


def test_candidates_take_turns_in_rotating_order() -> None:
    turns: list[str] = []
    race({name: partial(turns.append, name) for name in "abc"}, rounds=4, block=0.0)
    assert "".join(turns) == "abc" + "abc" + "acb" + "cab" + "cba"


def test_each_candidate_is_called_until_a_block_is_full() -> None:
    times = race({"nap": lambda: time.sleep(0.002)}, rounds=2, block=0.006).times
    assert len(times["nap"]) == 2
    assert min(times["nap"]) >= 0.002


def test_a_ratio_is_the_median_of_the_ratios_of_the_rounds() -> None:
    times = Race({"one": [2.0, 20.0, 6.0], "other": [1.0, 10.0, 1.0]})
    assert times.ratio("one", "other").median == 2
    assert times.seconds("one") == 6


def test_growth_is_an_exponent() -> None:
    assert growth(Spread(100.0, 10.0, 1000.0), 10) == pytest.approx((2.0, 1.0, 3.0))


def test_memory_of_one_call_is_seen_and_left_behind() -> None:
    outcome = alone(lambda: bytearray(64 * 2**20), 30)
    assert outcome.seconds is not None
    assert outcome.peak_mb is not None
    assert 50 < outcome.peak_mb < 100


def test_memory_is_measured_where_the_system_keeps_no_status_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("benchmarks.alone._STATUS", tmp_path / "none")
    monkeypatch.setattr("benchmarks.alone._CLEAR", tmp_path)
    outcome = alone(lambda: bytearray(512 * 2**20), 30)
    assert outcome.peak_mb is not None
    assert outcome.peak_mb > 50


def test_a_call_that_takes_too_long_is_stopped() -> None:
    assert alone(lambda: time.sleep(60), 0.05) == (None, None)


@pytest.mark.parametrize(
    ("bound", "value", "said"),
    [("at most", 1.2, "met"), ("at most", 1.4, "missed"), ("at least", 1.4, "met")],
)
def test_a_goal_is_met_or_missed(bound: Bound, value: float, said: str) -> None:
    goal = Goal("load", "case", "reference", bound, 1.3)
    assert verdict(goal, Measurement.single("case", value)) == said
    assert verdict(goal, Measurement.absent("case")) == "peer not installed"
