"""An issue that is reported to be left out counts as deferred."""

from typing import Any

from plancompare.model import Omission, Plan, Treatment

_right = Plan.treatment


def plant(monkeypatch: Any) -> None:
    def wrong(self: Any, issue: str) -> Treatment:
        if isinstance(self.listed.get(issue), Omission):
            return Treatment.DEFERRED
        return _right(self, issue)

    monkeypatch.setattr(Plan, "treatment", wrong)
