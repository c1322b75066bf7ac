"""The base of every value: immutable, strict, equal by content."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from pydantic import BaseModel, ConfigDict

__all__ = ["Frozen"]


class Frozen(BaseModel):  # noqa: PLW1641 - pydantic adds the hash of what is frozen
    """A value that cannot be altered, refuses unknown fields and compares by content."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", defer_build=True, use_attribute_docstrings=False
    )

    def __eq__(self, other: object) -> bool:
        """By what was given, each value of it compared once, whatever was derived of either."""
        if self is other:
            return True
        if type(self) is not type(other):
            return NotImplemented
        mine, theirs, fields = self.__dict__, other.__dict__, self.__pydantic_fields__
        if len(mine) == len(theirs) == len(fields):
            return mine == theirs
        return all(mine[name] == theirs[name] for name in fields)

    def __getstate__(self) -> dict[Any, Any]:
        """What is kept of it in a file or sent to another process: what was given, not derived."""
        fields = type(self).model_fields
        given = {name: value for name, value in self.__dict__.items() if name in fields}
        return {**super().__getstate__(), "__dict__": given}

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with some fields replaced, validated anew, so that no copy can be unsound."""
        fields = type(self).model_fields
        kept = {name: value for name, value in self.__dict__.items() if name in fields}
        return type(self).model_validate({**kept, **(update or {})})
