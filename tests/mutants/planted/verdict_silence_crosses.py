"""A plan without a clause crosses every red line on it."""

from typing import Any

from plancompare.model import predicates

_right = predicates._judge


def plant(monkeypatch: Any) -> None:
    def wrong(alternative: Any) -> Any:
        judge = _right(alternative)
        return lambda content, groups, partial: content is None or judge(content, groups, partial)

    monkeypatch.setattr(predicates, "_judge", wrong)
