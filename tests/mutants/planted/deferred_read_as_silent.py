"""What is left to be settled is judged as if the plan had no clause on it."""

from typing import Any

from plancompare.scoring.verdict import Bench

_right = Bench.contents


def plant(monkeypatch: Any) -> None:
    def wrong(self: Any, issue: str) -> Any:
        return _right(self, issue) if self.cell(issue).provision else (None,)

    monkeypatch.setattr(Bench, "contents", wrong)
