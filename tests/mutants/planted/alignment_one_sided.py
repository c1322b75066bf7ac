"""Points are linked by shared issues only where they moved back."""

from typing import Any

from plancompare.diffing import alignment

_right = alignment._sharing_issues


def plant(monkeypatch: Any) -> None:
    def wrong(before: Any, after: Any) -> Any:
        return [link for link in _right(before, after) if link.before >= link.after]

    monkeypatch.setattr(alignment, "_sharing_issues", wrong)
