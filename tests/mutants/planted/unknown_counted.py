"""What is undisclosed on one side counts as added or removed."""

from dataclasses import replace
from typing import Any

from plancompare.diffing import plandiff
from plancompare.diffing.change import ChangeKind, change_between
from plancompare.model import Treatment

_right = change_between


def plant(monkeypatch: Any) -> None:
    def wrong(issue: str, before: Any, after: Any, plans: Any) -> Any:
        found = _right(issue, before, after, plans)
        if before.treatment is Treatment.UNDISCLOSED and found:
            return replace(found, change=ChangeKind.ADDED)
        return found

    monkeypatch.setattr(plandiff, "change_between", wrong)
