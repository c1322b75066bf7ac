"""A patch puts what it did not touch in reverse order."""

from typing import Any

from plancompare.diffing.amendment import Amendment, patch
from plancompare.testing import laws


def plant(monkeypatch: Any) -> None:
    def wrong(plan: Any, diff: Any) -> Any:
        found = patch(plan, diff)
        amendment = diff if isinstance(diff, Amendment) else Amendment.of(diff)
        ends = {edit.end for edit in amendment.points}
        kept = [point for i, point in enumerate(found.points) if i not in ends]
        points = tuple(p if i in ends else kept.pop() for i, p in enumerate(found.points))
        return found.model_copy(update={"points": points})

    monkeypatch.setattr(laws, "patch", wrong)
