"""A verdict on a full text is taken for one on a partly disclosed text that says the same."""

from typing import Any

from plancompare.scoring.ruling import Ruling

_right = Ruling.__init__


def plant(monkeypatch: Any) -> None:
    def wrong(self: Any, positions: Any, groups: Any) -> None:
        _right(self, positions, groups)
        self.known = self.known[0], self.known[0]

    monkeypatch.setattr(Ruling, "__init__", wrong)
