"""How values show themselves in a notebook, and which data frame they become."""

from __future__ import annotations

from typing import Any

from plancompare.errors import UnknownIdError
from plancompare.tables import frames
from plancompare.tables.rendering import Result, render
from plancompare.tables.tidy.values import Tidied, value_tables

__all__ = ["data_frame", "markup"]


def markup(value: Result, format: str) -> str:  # noqa: A002 - the word users know
    """A value in a format for documents."""
    return render(value, format)


def data_frame(value: Tidied, table: str | None = None) -> Any:
    """One of the tables of a value as a data frame, by default the first.

    Raises `UnknownIdError` or `MissingLibraryError`.
    """
    tables = {one.name: one for one in value_tables(value)}
    if table is None:
        table = next(iter(tables))
    if table not in tables:
        raise UnknownIdError("table", table, tables)
    return frames.data_frame(tables[table])
