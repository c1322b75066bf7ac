"""Every list is written in alphabetical order, points and readings too."""

from typing import Any

from plancompare.library import writing

_right = writing._plain


def plant(monkeypatch: Any) -> None:
    def wrong(value: Any, dumped: Any, todo: bool) -> Any:
        found = _right(value, dumped, todo)
        return sorted(found, key=str) if isinstance(found, list) else found

    monkeypatch.setattr(writing, "_plain", wrong)
