"""A point without a counterpart is called new, whatever was not public of the earlier draft."""

from typing import Any

from plancompare.diffing import lineage
from plancompare.diffing.alignment import GroupKind

_right = lineage._fate


def plant(monkeypatch: Any) -> None:
    def wrong(group: Any, changes: Any, *, hidden: bool) -> Any:
        found = _right(group, changes, hidden=hidden)
        return lineage.Fate.NEW if group.kind is GroupKind.ONLY_RIGHT else found

    monkeypatch.setattr(lineage, "_fate", wrong)
