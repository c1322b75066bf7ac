"""Tables as a workbook, a sheet for each. The door to openpyxl for what is only written."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from plancompare.errors import MissingLibraryError, PlancompareError
from plancompare.exporting.form import Written
from plancompare.library.archive import dateless
from plancompare.tables.escaping import csv_text
from plancompare.tables.tidy.shape import Column, TidyTable, Value

__all__ = ["workbook"]

_FILE = "plancompare.xlsx"
_LONGEST_CELL = 32_767
_BROAD = frozenset(
    {"title", "summary", "text", "says", "note", "about", "value", "urls", "line", "wording"}
)
_IDS = frozenset({"issue", "issues", "source", "key"})
_WIDTH, _WIDTH_OF_IDS, _BROAD_WIDTH = 18, 40, 60


def workbook(tables: Sequence[TidyTable]) -> Written:
    """One file with a sheet for each table; the first row stays in view and can be filtered.

    Raises `PlancompareError` where a text is longer than a cell can hold.
    """
    try:
        from openpyxl import Workbook
    except ImportError:
        raise MissingLibraryError("workbooks (.xlsx)", "openpyxl", "xlsx") from None
    cells = [_cells(table) for table in tables]  # all of them before anything is begun
    book = Workbook(write_only=True)
    book.properties.creator = "plancompare"
    for table, rows in zip(tables, cells, strict=True):
        _fill(book.create_sheet(table.name), table, rows)
    stream = BytesIO()
    book.save(stream)
    about = {
        "path": _FILE,
        "format": "xlsx",
        "mediatype": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }
    return Written(
        {_FILE: dateless(stream.getvalue())},
        {table.name: {**about, "dialect": {"sheetName": table.name}} for table in tables},
    )


def _fill(sheet: Any, table: TidyTable, rows: Sequence[Sequence[Any]]) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    columns = table.shape.columns
    for place, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(place)].width = _width(column)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(table.rows) + 1}"
    head = [WriteOnlyCell(sheet, value=column.name) for column in columns]
    for one in head:
        one.font = Font(bold=True)
    sheet.append(head)
    for row in rows:
        sheet.append(row)


def _width(column: Column) -> int:
    if column.name in _BROAD:
        return _BROAD_WIDTH
    return _WIDTH_OF_IDS if column.name in _IDS else max(_WIDTH, len(column.name) + 4)


def _cells(table: TidyTable) -> list[list[Any]]:
    """The rows as a workbook has them."""
    days = [column.type == "date" for column in table.shape.columns]
    return [
        [
            _native(value, table.name, line, is_day=is_day)
            for value, is_day in zip(row, days, strict=True)
        ]
        for line, row in enumerate(table.rows, 2)
    ]


def _native(value: Value, name: str, line: int, *, is_day: bool) -> Any:
    if not isinstance(value, str):
        return value
    if is_day:
        return datetime.date.fromisoformat(value)
    text = csv_text(value)
    if len(text) > _LONGEST_CELL:
        what = f"sheet {name}, row {line}: a text has more than {_LONGEST_CELL:,} characters"
        raise PlancompareError(f"{what}, the most a cell can hold; export to csv instead")
    return text
