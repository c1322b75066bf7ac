"""A verdict on a clause of which nothing is known is taken for one on its absence."""

from typing import Any

from plancompare.scoring import bench

_right = bench._Possible.__missing__


def plant(monkeypatch: Any) -> None:
    def wrong(self: Any, term: str) -> Any:
        several: Any = _right(self, term)
        found = self[term] = several[:2]
        return found

    monkeypatch.setattr(bench._Possible, "__missing__", wrong)
