"""Terms that one side changes stay as the base has them."""

from typing import Any

from plancompare.diffing import merge

_right = merge._amended


def plant(monkeypatch: Any) -> None:
    monkeypatch.setattr(merge, "_amended", lambda before, changed, _: _right(before, changed, {}))
