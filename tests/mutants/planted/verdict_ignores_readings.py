"""Only the words of a clause are judged, not its rival readings."""

from typing import Any

from plancompare.scoring.bench import Bench

_right = Bench.contents


def plant(monkeypatch: Any) -> None:
    def wrong(self: Any, issue: str) -> Any:
        clause = self.cell(issue).provision
        return _right(self, issue) if clause is None else (vars(clause),)

    monkeypatch.setattr(Bench, "contents", wrong)
