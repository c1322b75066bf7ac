"""What is left to be settled is judged as if the plan had no clause on it."""

from typing import Any

from plancompare.scoring import bench

_right = bench.possible_contents


def plant(monkeypatch: Any) -> None:
    def wrong(cell: Any) -> Any:
        return _right(cell) if cell.provision else (None,)

    monkeypatch.setattr(bench, "possible_contents", wrong)
