"""A statement holds on after a later one has replaced it."""

from typing import Any

from plancompare.model import Stakeholder


def plant(monkeypatch: Any) -> None:
    def wrong(self: Any, as_of: Any = None) -> Any:
        return tuple(one for one in self.positions if as_of is None or one.said_by(as_of))

    monkeypatch.setattr(Stakeholder, "in_effect", wrong)
