"""A test that nobody can decide counts as failed."""

from typing import Any

from plancompare.model import term_tests

_right = term_tests._judge


def plant(monkeypatch: Any) -> None:
    def wrong(test: Any) -> Any:
        judge = _right(test)
        return lambda content, groups, partial: bool(judge(content, groups, partial))

    monkeypatch.setattr(term_tests, "_judge", wrong)
