"""Every region under one statement has the whole weight of the statement."""

from typing import Any

from plancompare.scoring import standing
from plancompare.scoring.criterion import Criterion, criteria


def plant(monkeypatch: Any) -> None:
    def wrong(positions: Any, issues: Any) -> Any:
        return tuple(
            Criterion(one.name, one.salience, (issue,))
            for one in criteria(positions, issues)
            for issue in one.issues
        )

    monkeypatch.setattr(standing, "criteria", wrong)
