"""A position on an issue does not bear on the parts of it."""

from typing import Any

from plancompare.scoring.standing import Said, Standing

_right = Standing._said_on


def plant(monkeypatch: Any) -> None:
    def wrong(self: Any, plan: Any) -> Any:
        found = _right(self, plan)
        return {issue: Said.of(()) if "#" in issue else said for issue, said in found.items()}

    monkeypatch.setattr(Standing, "_said_on", wrong)
