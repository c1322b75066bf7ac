"""Tables as text: comma-separated values, or JSON."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from io import StringIO

from plancompare.exporting.form import Written
from plancompare.tables.escaping import csv_text
from plancompare.tables.tidy.shape import TidyTable, Value

__all__ = ["csv_files", "json_files"]


def csv_files(tables: Sequence[TidyTable]) -> Written:
    """A file for each table, in UTF-8; text that a spreadsheet would take for a formula has an
    apostrophe before it.
    """
    files = {f"{table.name}.csv": _csv(table).encode() for table in tables}
    about = {"format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}
    return Written(files, {table.name: {"path": f"{table.name}.csv", **about} for table in tables})


def _csv(table: TidyTable) -> str:
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(column.name for column in table.shape.columns)
    writer.writerows(map(_cell, row) for row in table.rows)
    return stream.getvalue()


def _cell(value: Value) -> Value:
    if isinstance(value, bool):
        return "true" if value else "false"
    return csv_text(value) if isinstance(value, str) else value


def json_files(tables: Sequence[TidyTable]) -> Written:
    """A file for each table: a list with an object for each row."""
    files = {
        f"{table.name}.json": (
            json.dumps(table.records, indent=1, ensure_ascii=False) + "\n"
        ).encode()
        for table in tables
    }
    about = {"format": "json", "mediatype": "application/json", "encoding": "utf-8"}
    return Written(files, {table.name: {"path": f"{table.name}.json", **about} for table in tables})
