"""A red line on a pattern is met by a partly disclosed plan if the public issues meet it."""

from typing import Any

from plancompare.scoring.bench import Bench, LineState

_right = Bench.red_line


def plant(monkeypatch: Any) -> None:
    def wrong(self: Any, position: Any, issues: Any) -> Any:
        found = _right(self, position, issues)
        if {state for _, state in found.issues} == {LineState.MET}:
            return found._replace(state=LineState.MET)
        return found

    monkeypatch.setattr(Bench, "red_line", wrong)
