"""What a partly disclosed plan does not show counts as silence."""

from typing import Any

from plancompare.model import Plan, Treatment

_right = Plan.treatment


def plant(monkeypatch: Any) -> None:
    def wrong(self: Any, issue: str) -> Treatment:
        found = _right(self, issue)
        return Treatment.SILENT if found is Treatment.UNDISCLOSED else found

    monkeypatch.setattr(Plan, "treatment", wrong)
