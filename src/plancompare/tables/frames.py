"""Tidy tables as data frames. The door to pandas."""

from __future__ import annotations

from typing import Any

from plancompare.errors import MissingLibraryError
from plancompare.tables.tidy.shape import TidyTable

__all__ = ["data_frame"]

_TYPES = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}


def data_frame(table: TidyTable) -> Any:
    """A table as a `pandas.DataFrame`, with types that know a missing value. Raises
    `MissingLibraryError`.
    """
    try:
        import pandas
    except ImportError:
        raise MissingLibraryError("data frames", "pandas", "frames") from None
    columns = {}
    for place, column in enumerate(table.shape.columns):
        values = [row[place] for row in table.rows]
        if column.type == "date":
            columns[column.name] = pandas.Series(pandas.to_datetime(values))
        else:
            columns[column.name] = pandas.Series(values, dtype=_TYPES[column.type])
    return pandas.DataFrame(columns)
