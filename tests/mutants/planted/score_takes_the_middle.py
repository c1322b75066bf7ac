"""An open issue counts half, as if that were known."""

from fractions import Fraction
from typing import Any

from plancompare.model import Rule

_right = Rule.__dict__["intervals"].func


def plant(monkeypatch: Any) -> None:
    def wrong(self: Any) -> Any:
        return {name: (Fraction(sum(ends), 2),) * 2 for name, ends in _right(self).items()}

    monkeypatch.setattr(Rule, "intervals", property(wrong))
