"""A plan without a clause crosses every red line on it."""

from typing import Any

from plancompare.model.predicates import Alternative

_right = Alternative.holds


def plant(monkeypatch: Any) -> None:
    def wrong(self: Any, content: Any, groups: Any, *, partial: bool = False) -> Any:
        return content is None or _right(self, content, groups, partial=partial)

    monkeypatch.setattr(Alternative, "holds", wrong)
