"""A note on a clause counts as one of its terms."""

from dataclasses import replace
from typing import Any

from plancompare.diffing import change
from plancompare.diffing.change import ChangeKind, TermChange
from plancompare.model import Shift

_right = change._of_terms


def plant(monkeypatch: Any) -> None:
    def wrong(issue: str, before: Any, after: Any, plans: Any) -> Any:
        found = _right(issue, before, after, plans)
        one, other = before.provision.note, after.provision.note
        if one == other:
            return found
        more = TermChange("note", one, other, Shift.REPLACED)
        return replace(found, change=ChangeKind.CHANGED, terms=(*found.terms, more))

    monkeypatch.setattr(change, "_of_terms", wrong)
