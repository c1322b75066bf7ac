"""A figure that changed is not marked."""

from typing import Any

from plancompare.diffing import redline


def plant(monkeypatch: Any) -> None:
    right = redline._mark

    def wrong(word: str) -> Any:
        mark = right(word)
        return None if mark is redline.Mark.FIGURE else mark

    monkeypatch.setattr(redline, "_mark", wrong)
