"""Only the first changed term of a clause is reported, and never the modality."""

from dataclasses import replace
from typing import Any

from plancompare.diffing import change

_right = change._of_terms


def plant(monkeypatch: Any) -> None:
    def wrong(*arguments: Any) -> Any:
        found = _right(*arguments)
        return replace(found, terms=tuple(t for t in found.terms if t.term != "modality")[:1])

    monkeypatch.setattr(change, "_of_terms", wrong)
