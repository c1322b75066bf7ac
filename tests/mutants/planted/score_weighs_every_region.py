"""Every region under one statement has the whole weight of the statement."""

from typing import Any

from plancompare.scoring import score
from plancompare.scoring.criterion import Criterion, criteria


def plant(monkeypatch: Any) -> None:
    def wrong(table: Any) -> Any:
        return tuple(
            Criterion(one.name, one.salience, (row,)) for one in criteria(table) for row in one.rows
        )

    monkeypatch.setattr(score, "criteria", wrong)
