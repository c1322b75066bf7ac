"""Where revisions clash, the first by name wins without a word."""

from typing import Any

from plancompare.diffing import merge
from plancompare.diffing.merge import Outcome

_right = merge._Table.row


def plant(monkeypatch: Any) -> None:
    def wrong(self: Any, issue: str) -> Any:
        row = _right(self, issue)
        if row.outcome is not Outcome.CONFLICT:
            return row
        return row._replace(outcome=Outcome.TAKEN, conflicts=(), result=dict(row.cells)[row.by[0]])

    monkeypatch.setattr(merge._Table, "row", wrong)
