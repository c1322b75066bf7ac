"""Whatever is ordered has gone up."""

from typing import Any

from plancompare.model.scales import Scale, Shift


def plant(monkeypatch: Any) -> None:
    def wrong(self: Any, before: Any, after: Any) -> Shift:
        return self.up if self.compare(before, after) else Shift.REPLACED

    monkeypatch.setattr(Scale, "shift", wrong)
