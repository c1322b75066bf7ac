"""A clause of which nothing is known is judged as one that states nothing."""

from typing import Any

from plancompare.scoring.bench import Bench
from plancompare.scoring.ruling import Verdict


def plant(monkeypatch: Any) -> None:
    def wrong(self: Any, issue: str, ruling: Any) -> Any:
        found = {ruling.rule(one, self.partial) for one in self.contents(issue)}
        return found.pop() if len(found) == 1 else Verdict.OPEN

    monkeypatch.setattr(Bench, "_agreed", wrong)
