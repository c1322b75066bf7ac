"""Types whose schema is generated once and then shared by every field that has them."""

from __future__ import annotations

from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema

__all__ = ["Shared"]


class Shared:
    """As the last metadata of a type: its core schema is generated once, not once per field.

    Fifty kinds have some seven hundred fields of some forty types; this halves the time until the
    first plan is read.
    """

    __slots__ = ("_schemas",)

    def __init__(self) -> None:
        self._schemas: dict[Any, CoreSchema] = {}

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        known = self._schemas.get(source)
        if known is None:
            known = handler(source)
            if "definition-ref" not in repr(known):  # a reference holds in one generation only
                self._schemas[source] = known
        return known
