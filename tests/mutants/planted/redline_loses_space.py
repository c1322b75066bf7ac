"""Where only the space before a word differs, the redline forgets it."""

from typing import Any

from plancompare.diffing import redline


def plant(monkeypatch: Any) -> None:
    def wrong(token: str, word: str) -> str:
        return token[:0]

    monkeypatch.setattr(redline, "_space", wrong)
