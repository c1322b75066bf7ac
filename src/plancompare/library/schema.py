"""JSON Schemas of the files, generated from the model, for editors that complete and check."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel

from plancompare.library.library import REGISTERS
from plancompare.model import Plan

__all__ = ["SCHEMAS", "schema", "schema_text"]

SCHEMAS: dict[str, type[BaseModel]] = {
    "plan": Plan,
    **{name: model for name, model in REGISTERS.values()},
}
"""The model of each kind of file."""


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a kind of file, user-defined kinds of provision included.

    >>> schema("sources")["title"]
    'Sources'
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **SCHEMAS[name].model_json_schema(mode="validation"),
    }


def schema_text(name: str) -> str:
    """The schema as it is committed under `docs/schema/`."""
    return json.dumps(schema(name), indent=1, sort_keys=True, ensure_ascii=False) + "\n"
