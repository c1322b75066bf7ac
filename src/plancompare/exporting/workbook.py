"""Tables as a workbook, a sheet for each."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from plancompare.exporting.form import Written
from plancompare.library.workbook import Page, written
from plancompare.tables.escaping import csv_text
from plancompare.tables.tidy.shape import Column, TidyTable, Value

__all__ = ["workbook"]

_FILE = "plancompare.xlsx"
_BROAD = frozenset(
    {"title", "summary", "text", "says", "note", "about", "value", "urls", "line", "wording"}
)
_IDS = frozenset({"issue", "issues", "source", "key"})
_WIDTH, _WIDTH_OF_IDS, _BROAD_WIDTH = 18, 40, 60


def workbook(tables: Sequence[TidyTable]) -> Written:
    """One file with a sheet for each table; the first row stays in view and can be filtered.

    The sheet is named as the standard has it and, for frictionless, which heeds no other way, as
    that has it.

    Raises `PlancompareError` where a text is longer than a cell can hold.
    """
    pages = [
        Page(one.name, {c.name: _width(c) for c in one.shape.columns}, _cells(one))
        for one in tables
    ]
    content = written(pages, "export to csv instead")
    about = {
        "path": _FILE,
        "format": "xlsx",
        "mediatype": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }
    return Written(
        {_FILE: content},
        {
            one.name: {**about, "dialect": {"sheetName": one.name, "excel": {"sheet": one.name}}}
            for one in tables
        },
    )


def _width(column: Column) -> int:
    if column.name in _BROAD:
        return _BROAD_WIDTH
    return _WIDTH_OF_IDS if column.name in _IDS else max(_WIDTH, len(column.name) + 4)


def _cells(table: TidyTable) -> list[list[Any]]:
    """The rows as a workbook has them."""
    days = [column.type == "date" for column in table.shape.columns]
    return [
        [_native(value, is_day=is_day) for value, is_day in zip(row, days, strict=True)]
        for row in table.rows
    ]


def _native(value: Value, *, is_day: bool) -> Any:
    if not isinstance(value, str):
        return value
    return datetime.date.fromisoformat(value) if is_day else csv_text(value)
