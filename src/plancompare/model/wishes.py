"""A predicate as a file writes it, until the kind is known whose terms it tests."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from plancompare.model.term_tests import OPS

__all__ = ["Wish", "WrittenPredicate"]


@dataclass(frozen=True, slots=True)
class Wish:
    """A predicate as a file writes it: immutable, compared by content."""

    text: str

    @property
    def given(self) -> Any:
        """The data as it stands in the file."""
        return json.loads(self.text)


def _wish(given: Any) -> Wish:
    return given if isinstance(given, Wish) else Wish(json.dumps(given, default=str))


_TESTS = {
    "type": "object",
    "minProperties": 1,
    "propertyNames": {"enum": list(OPS)},
    "description": "tests on one term, all of which must hold",
}
_ALTERNATIVE = {
    "anyOf": [
        {"enum": ["present", "absent"]},
        {"type": "object", "minProperties": 1, "additionalProperties": _TESTS},
    ]
}

WrittenPredicate = Annotated[
    Wish,
    PlainValidator(_wish),
    PlainSerializer(lambda wish: wish.given),
    WithJsonSchema({"anyOf": [*_ALTERNATIVE["anyOf"], {"type": "array", "items": _ALTERNATIVE}]}),
]
