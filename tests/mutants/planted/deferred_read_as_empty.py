"""A clause of which nothing is known is judged as one that states nothing."""

from typing import Any

from plancompare.scoring.verdict import Bench


def plant(monkeypatch: Any) -> None:
    def wrong(self: Any, predicates: Any, content: Any) -> Any:
        found = [one.holds(content, self.groups, partial=self.partial) for one in predicates]
        return True if True in found else None if None in found else False

    monkeypatch.setattr(Bench, "any", wrong)
