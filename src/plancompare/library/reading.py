"""Files to values: strictly, and with every fault named at once."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from plancompare.errors import InvalidFileError
from plancompare.library.document import Document
from plancompare.library.explanation import explain
from plancompare.model import Plan

__all__ = ["read", "read_document", "read_plan"]

M = TypeVar("M", bound=BaseModel)


def read_document(document: Document, model: type[M]) -> M:
    """The value of a document. Raises `InvalidFileError` with all faults, each with its place."""
    try:
        return model.model_validate_json(document.json)
    except ValidationError as error:
        raise InvalidFileError(explain(document, model, error)) from None


def read(path: Path | str, model: type[M]) -> M:
    """Read one file as one value."""
    return read_document(Document(path), model)


def read_plan(path: Path | str) -> Plan:
    """Read one plan."""
    return read(path, Plan)
