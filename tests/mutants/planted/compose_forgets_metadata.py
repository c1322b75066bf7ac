"""Two amendments in a row keep the title and date of the first."""

from typing import Any

from plancompare.diffing.amendment import compose
from plancompare.testing import laws


def plant(monkeypatch: Any) -> None:
    def wrong(first: Any, second: Any) -> Any:
        right = compose(first, second)
        return right.model_copy(update={"after": first.after.model_copy(update={"points": ()})})

    monkeypatch.setattr(laws, "compose", wrong)
