"""Tables as an SQLite database with keys and links, for Datasette and the like."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing

from plancompare.exporting.form import Written
from plancompare.tables.tidy.shape import Shape, TidyTable

__all__ = ["database"]

_FILE = "plancompare.sqlite"
_TYPES = {
    "string": "TEXT",
    "integer": "INTEGER",
    "number": "REAL",
    "boolean": "INTEGER",
    "date": "TEXT",
}


def database(tables: Sequence[TidyTable]) -> Written:
    """One file; a boolean is 0 or 1, a day is text as in ISO 8601."""
    with closing(sqlite3.connect(":memory:")) as made:
        for table in tables:
            made.execute(_definition(table.shape))
            marks = ", ".join("?" * len(table.shape.columns))
            insert = f"INSERT INTO {_quoted(table.name)} VALUES ({marks})"  # noqa: S608 - quoted
            made.executemany(insert, table.rows)
        made.commit()
        content = made.serialize()
    about = {"path": _FILE, "format": "sqlite", "mediatype": "application/vnd.sqlite3"}
    return Written(
        {_FILE: content},
        {table.name: {**about, "dialect": {"table": table.name}} for table in tables},
    )


def _definition(shape: Shape) -> str:
    parts = ",\n  ".join(_parts(shape))
    return f"CREATE TABLE {_quoted(shape.name)} (\n  {parts}\n)"


def _parts(shape: Shape) -> Iterator[str]:
    for column in shape.columns:
        needed = " NOT NULL" if column.required else ""
        yield f"{_quoted(column.name)} {_TYPES[column.type]}{needed}"
    yield f"PRIMARY KEY ({_listed(shape.key)})"
    for link in shape.links:
        target = f"{_quoted(link.table)} ({_listed(link.to)})"
        yield f"FOREIGN KEY ({_listed(link.columns)}) REFERENCES {target}"


def _listed(names: Sequence[str]) -> str:
    return ", ".join(map(_quoted, names))


def _quoted(name: str) -> str:
    return f'"{name}"'
