"""A month stands for its first day, so that a statement counts before it may have been made."""

import datetime
from typing import Any

from plancompare.model import Position


def plant(monkeypatch: Any) -> None:
    def wrong(self: Any, day: datetime.date) -> bool:
        return bool(self.stated_on <= day.isoformat())

    monkeypatch.setattr(Position, "said_by", wrong)
