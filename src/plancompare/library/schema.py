"""JSON Schemas of the files, generated from the model, for editors that complete and check."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from plancompare.library.library import REGISTERS
from plancompare.model import Plan
from plancompare.model.positions import Stakeholder
from plancompare.model.rules import Rule

__all__ = ["SCHEMAS", "schema"]

SCHEMAS: dict[str, type[BaseModel]] = {
    "plan": Plan,
    "positions": Stakeholder,
    "rule": Rule,
    **dict(REGISTERS.values()),
}
"""The model of each kind of file."""


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of a kind of file, user-defined kinds of provision included."""
    return SCHEMAS[name].model_json_schema(mode="validation")
