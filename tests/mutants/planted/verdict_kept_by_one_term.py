"""Where several terms were spoken of, a verdict is kept by the value of one."""

from operator import itemgetter
from typing import Any

from plancompare.scoring.ruling import Ruling

_right = Ruling.__init__


def plant(monkeypatch: Any) -> None:
    def wrong(self: Any, positions: Any, groups: Any) -> None:
        _right(self, positions, groups)
        terms = {
            term for one in positions for wish in one.predicates.values() for term in wish.terms
        }
        self.values_of = itemgetter(*sorted(terms)[-1:] or ["kind"])

    monkeypatch.setattr(Ruling, "__init__", wrong)
