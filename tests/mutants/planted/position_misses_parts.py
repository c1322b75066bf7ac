"""A position on an issue does not bear on the parts of it."""

from typing import Any

from plancompare.scoring.standing import Said, Standing

_right = Standing.bearing_on


def plant(monkeypatch: Any) -> None:
    def wrong(self: Any, plan: Any) -> Any:
        found = dict(_right(self, plan))
        parts = {one: Said.of(()) for one in found if "#" in one}
        return {**found, **parts}

    monkeypatch.setattr(Standing, "bearing_on", wrong)
