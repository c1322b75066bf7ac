"""Every JSON Schema there is: of the files that are read, and of the results that are printed."""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter

from plancompare.diffing.decision import Decisions
from plancompare.diffing.sealing import SealedAmendment
from plancompare.library.schema import SCHEMAS
from plancompare.library.schema import schema as file_schema
from plancompare.tables.records import DiffRecord, MatrixRecord

__all__ = ["SCHEMA_NAMES", "schema", "schema_text"]

_RESULTS: dict[str, Any] = {
    "amendment": SealedAmendment,
    "decisions": Decisions,
    "diff": DiffRecord,
    "matrix": MatrixRecord,
}

SCHEMA_NAMES = (*SCHEMAS, *_RESULTS)
"""`plan`, the registers, `amendment` and `decisions` are files; `diff` and `matrix` are what
`--format json` prints.
"""


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a kind of file or result, user-defined kinds included.

    >>> schema("diff")["required"]
    ['base', 'target', 'summary', 'changes']
    """
    found = TypeAdapter(_RESULTS[name]).json_schema() if name in _RESULTS else file_schema(name)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}


def schema_text(name: str) -> str:
    """The schema as it is committed under `docs/schema/`."""
    return json.dumps(schema(name), indent=1, sort_keys=True, ensure_ascii=False) + "\n"
