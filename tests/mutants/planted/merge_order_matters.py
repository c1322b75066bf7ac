"""Revisions are not put in order by name first."""

import builtins
from typing import Any

from plancompare.diffing import merge


def plant(monkeypatch: Any) -> None:
    def wrong(values: Any, key: Any = None) -> Any:
        values = list(values)
        plans = values and hasattr(values[0], "points")
        return values if plans else builtins.sorted(values, key=key)

    monkeypatch.setattr(merge, "sorted", wrong, raising=False)
