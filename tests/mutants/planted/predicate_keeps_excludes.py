"""The opposite of excluding one of several is taken to be including them all."""

from typing import Any

from plancompare.model.term_tests import Test

_right = Test.complement


def plant(monkeypatch: Any) -> None:
    def wrong(self: Any) -> Any:
        if self.op == "excludes":
            return (Test(self.term, "includes", self.value, self.scale),)
        return _right(self)

    monkeypatch.setattr(Test, "complement", wrong)
