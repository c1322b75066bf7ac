"""The inverse swaps the points of an edit and leaves their positions as they were."""

from typing import Any

from plancompare.diffing.amendment import Amendment, invert
from plancompare.testing import laws


def plant(monkeypatch: Any) -> None:
    def wrong(diff: Any) -> Any:
        right = invert(diff)
        edits = tuple(
            one.model_copy(update={"start": one.end, "end": one.start})
            if one.before and one.after
            else one
            for one in right.points
        )
        fields = {**dict(right), "points": edits}
        return Amendment.model_construct(**fields)

    monkeypatch.setattr(laws, "invert", wrong)
