"""Tables as Parquet files, one for each. The door to pyarrow."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from plancompare.errors import MissingLibraryError
from plancompare.exporting.form import Written
from plancompare.tables.tidy.shape import TidyTable, Value

__all__ = ["parquet_files"]


def parquet_files(tables: Sequence[TidyTable]) -> Written:
    """A file for each table, with the meaning of each column as metadata of its field."""
    try:
        import pyarrow
    except ImportError:
        raise MissingLibraryError("Parquet files", "pyarrow", "parquet") from None
    about = {"format": "parquet", "mediatype": "application/vnd.apache.parquet"}
    return Written(
        {f"{table.name}.parquet": _parquet(table, pyarrow) for table in tables},
        {table.name: {"path": f"{table.name}.parquet", **about} for table in tables},
    )


def _parquet(table: TidyTable, pyarrow: Any) -> bytes:
    from pyarrow.parquet import write_table

    types = {
        "string": pyarrow.string(),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
        "date": pyarrow.date32(),
    }
    fields = [
        pyarrow.field(
            column.name,
            types[column.type],
            nullable=not column.required,
            metadata={"description": column.about},
        )
        for column in table.shape.columns
    ]
    columns = [
        pyarrow.array(
            [_native(row[place], field.type == types["date"]) for row in table.rows], field.type
        )
        for place, field in enumerate(fields)
    ]
    stream = BytesIO()
    write_table(pyarrow.table(columns, schema=pyarrow.schema(fields)), stream)
    return stream.getvalue()


def _native(value: Value, is_day: bool) -> Any:
    return datetime.date.fromisoformat(value) if is_day and isinstance(value, str) else value
