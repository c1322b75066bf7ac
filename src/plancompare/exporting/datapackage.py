"""`datapackage.json`: what tables there are and what their columns mean, for other programs.

It follows the Data Package standard, version 2, by Frictionless Data (https://datapackage.org).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from plancompare.tables.tidy.shape import Column, Link, Shape, TidyTable
from plancompare.version import __version__

__all__ = ["datapackage"]

_SCHEMA = "https://datapackage.org/profiles/2.0/{}.json"
_LICENCE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0",
}


def datapackage(
    tables: Sequence[TidyTable],
    resources: Mapping[str, Mapping[str, Any]],
    bibliographies: Sequence[str],
    *,
    shipped: bool,
) -> bytes:
    """The description of some tables and the files they stand in.

    The licence is that of the shipped data, and is left out where other data is added to it.
    """
    described = {
        "$schema": _SCHEMA.format("datapackage"),
        "name": "plancompare",
        "title": "Peace plans as data",
        "description": (
            "Plans, their clauses, and what stakeholders said of them. A missing clause means "
            "different things in a fully and in a partly disclosed text; see the column treatment."
        ),
        "version": __version__,
        **({"licenses": [_LICENCE]} if shipped else {}),
        "resources": [_resource(table.shape, resources[table.name]) for table in tables],
        "bibliographies": list(bibliographies),
    }
    return (json.dumps(described, indent=1, ensure_ascii=False) + "\n").encode()


def _resource(shape: Shape, file: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "name": shape.name,
        "type": "table",
        "description": shape.about,
        **file,
        "schema": {
            "$schema": _SCHEMA.format("tableschema"),
            "fields": list(map(_field, shape.columns)),
            "primaryKey": list(shape.key),
            **({"foreignKeys": list(map(_foreign, shape.links))} if shape.links else {}),
        },
    }


def _field(column: Column) -> dict[str, Any]:
    needed = {"constraints": {"required": True}} if column.required else {}
    return {"name": column.name, "type": column.type, "description": column.about, **needed}


def _foreign(link: Link) -> dict[str, Any]:
    return {
        "fields": list(link.columns),
        "reference": {"resource": link.table, "fields": list(link.to)},
    }
