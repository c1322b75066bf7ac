"""A test that nobody can decide counts as failed."""

from typing import Any

from plancompare.model.predicates import Test

_right = Test.holds


def plant(monkeypatch: Any) -> None:
    def wrong(self: Any, content: Any, groups: Any, *, partial: bool) -> Any:
        return bool(_right(self, content, groups, partial=partial))

    monkeypatch.setattr(Test, "holds", wrong)
