"""The door to DeepDiff: which fields of two values differ that are not terms.

It is called only for values already known to belong together and to differ, and only when somebody
asks; DeepDiff pairs lists by position and walks equal parts too, so that neither alignment nor the
terms of provisions are left to it.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from pydantic import BaseModel

__all__ = ["FieldEdit", "field_edits"]


class FieldEdit(NamedTuple):
    """One field before and after; None where it was not there."""

    path: tuple[str | int, ...]
    before: Any
    after: Any


def field_edits(before: BaseModel, after: BaseModel) -> tuple[FieldEdit, ...]:
    """Every innermost field that differs between two values of one type, in the order of paths.

    >>> from plancompare import Point
    >>> field_edits(Point(number="5", heading="Guarantees"), Point(number="6"))[0]
    FieldEdit(path=('heading',), before='Guarantees', after=None)
    """
    from deepdiff import DeepDiff

    found = DeepDiff(
        before.model_dump(mode="json"),
        after.model_dump(mode="json"),
        view="tree",
        ignore_private_variables=False,
        threshold_to_diff_deeper=0,
    )
    edits = [
        FieldEdit(
            tuple(level.path(output_format="list")),
            None if kind.endswith("_added") else level.t1,
            None if kind.endswith("_removed") else level.t2,
        )
        for kind, levels in found.items()
        for level in levels
    ]
    return tuple(sorted(edits))
