"""How large a run is, and what a row of the benchmark hands back."""

from __future__ import annotations

from typing import NamedTuple

from benchmarks.race import BLOCK, ROUNDS, Spread

__all__ = ["ABSENT", "FULL", "SMALLEST", "Measurement", "Setting"]

ABSENT = "peer not installed"


class Setting(NamedTuple):
    """Sizes in points, rounds of each race, and how long one call of a peer may take."""

    sizes: tuple[int, ...] = (28, 280, 2800)
    rounds: int = ROUNDS
    block: float = BLOCK
    cap: float = 20.0
    seed: int = 20251120
    wheel: bool = True
    """Whether processes are started from a built wheel, as users have it, or from the checkout."""


FULL = Setting()
SMALLEST = Setting(sizes=(28,), rounds=1, block=0.0, wheel=False)


class Measurement(NamedTuple):
    """What was measured in one case; without a spread, the note says why there is none."""

    case: str
    spread: Spread | None
    note: str = ""

    @classmethod
    def single(cls, case: str, value: float | None, note: str = "") -> Measurement:
        """One value that has no quartiles."""
        return cls(case, None if value is None else Spread(value, value, value), note)

    @classmethod
    def absent(cls, case: str) -> Measurement:
        """A case whose peer is missing here."""
        return cls(case, None, ABSENT)
