"""The base of every value: immutable, strict, equal by content."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from pydantic import BaseModel, ConfigDict

__all__ = ["Frozen"]


class Frozen(BaseModel):
    """A value that cannot be altered, refuses unknown fields and compares by content."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", defer_build=True, use_attribute_docstrings=False
    )

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with some fields replaced, validated anew, so that no copy can be unsound."""
        fields = type(self).model_fields
        kept = {name: value for name, value in self.__dict__.items() if name in fields}
        return type(self).model_validate({**kept, **(update or {})})
