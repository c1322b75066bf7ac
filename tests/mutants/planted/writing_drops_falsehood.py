"""What is false, nought or empty is not written."""

from typing import Any

from plancompare.library import writing

_right = writing.plain


def plant(monkeypatch: Any) -> None:
    def wrong(value: Any, **options: Any) -> Any:
        return {name: one for name, one in _right(value, **options).items() if one}

    monkeypatch.setattr(writing, "plain", wrong)
