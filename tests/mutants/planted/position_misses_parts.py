"""A position on an issue does not bear on the parts of it."""

from typing import Any

from plancompare.scoring.standing import Standing

_right = Standing._places_on


def plant(monkeypatch: Any) -> None:
    def wrong(self: Any, plan: Any) -> Any:
        found = _right(self, plan)
        return [(issue, () if "#" in issue else places) for issue, places in found]

    monkeypatch.setattr(Standing, "_places_on", wrong)
