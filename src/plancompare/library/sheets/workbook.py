"""A plan as a workbook (.xlsx), a sheet in it for each sheet.

A workbook is a ZIP archive of XML that a stranger may have made: its size is bounded before it is
unpacked and while it is read, and nothing in it is evaluated.
"""

from __future__ import annotations

import warnings
import zipfile
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from plancompare.errors import PlancompareError, Problem, shown
from plancompare.library.sheets.cells import Value
from plancompare.library.sheets.gathering import Spreadsheet
from plancompare.library.sheets.layout import sheets_of
from plancompare.library.sheets.rows import Cell, Filled
from plancompare.library.textfile import read_bytes, refused
from plancompare.library.workbook import Page, opened, written
from plancompare.library.writing import write_bytes
from plancompare.model import Plan

__all__ = ["read_workbook", "write_workbook"]

_LARGEST, _LARGEST_OTHER = 16 * 2**20, 2 * 2**20
"""Bytes unpacked: of all parts, and of those that hold no cells or texts."""
_MOST_PARTS, _MOST_CELLS, _MOST_TAGS = 200, 500_000, 300_000
"""Tags are counted before openpyxl makes objects of them; a plan of 28 points has some ten thousand.
"""
_BROAD = {"value": 50, "summary": 60, "text": 60, "says": 60, "note": 40, "issues": 40}
_NOT_ONE = "is not a workbook (.xlsx)", "save it as .xlsx, or as CSV files in a folder"
_DAMAGED = "is damaged: it cannot be read as a workbook", "open and save it in a spreadsheet"


def read_workbook(path: Path) -> Spreadsheet:
    """The sheets of a workbook. Raises `InvalidFileError` where it cannot be read as one."""
    name = str(path)
    raw = read_bytes(path)
    _check_parts(name, raw)
    faults: list[Problem] = []
    try:
        with warnings.catch_warnings(action="ignore"):
            book = opened(raw)
            sheets = {
                one.title: Filled(f"{name}!{one.title}", _rows(name, one, faults))
                for one in book.worksheets
            }
    except PlancompareError:
        raise
    except Exception as error:  # whatever openpyxl stumbles over
        raise refused(name, *_DAMAGED) from error
    return Spreadsheet(name, sheets, faults)


def _check_parts(name: str, raw: bytes) -> None:
    """Refuse what is no archive, unpacks to too much, or holds XML that defines entities."""
    remedy = "check that it is the right file; a plan has some hundred kilobytes"
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            parts = archive.infolist()
            if len(parts) > _MOST_PARTS:
                raise refused(name, f"holds more than {_MOST_PARTS} parts", remedy)
            holds_cells = ("xl/worksheets/", "xl/sharedStrings")
            other = [one for one in parts if not one.filename.startswith(holds_cells)]
            for some, most in ((parts, _LARGEST), (other, _LARGEST_OTHER)):
                if sum(one.file_size for one in some) > most:
                    raise refused(name, f"unpacks to more than {most // 2**20} MiB", remedy)
            if sum(_tags(name, archive, part) for part in parts) > _MOST_TAGS:
                raise refused(name, f"holds more than {_MOST_TAGS:,} tags", remedy)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, RuntimeError, NotImplementedError, EOFError):
        raise refused(name, *_NOT_ONE) from None


def _tags(name: str, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    """How many tags a part holds, once it is known to be no trap."""
    with archive.open(part) as stream:
        data = stream.read(part.file_size)  # never more than was announced
    if part.filename.endswith((".xml", ".rels", ".vml")) and (
        b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"\0" in data
    ):
        raise refused(name, *_DAMAGED)
    return data.count(b"<")


def _rows(name: str, sheet: Any, faults: list[Problem]) -> list[tuple[Value | None, ...]]:
    sheet.reset_dimensions()  # what the file says of its extent may be wrong
    rows: list[tuple[Value | None, ...]] = []
    cells = 0
    for row in sheet.iter_rows():
        cells += len(row) + 1
        if cells > _MOST_CELLS:
            raise refused(
                f"{name}!{sheet.title}", f"holds more than {_MOST_CELLS:,} cells", "split it"
            )
        rows.append(
            tuple(
                _value(one, Cell(f"{name}!{sheet.title}", len(rows) + 1, place), faults)
                for place, one in enumerate(row, 1)
            )
        )
    return rows


def _value(cell: Any, mark: Cell, faults: list[Problem]) -> Value | None:
    match cell.value:
        case None | str() | int() | float() as value if cell.data_type not in ("f", "e"):
            return value
        case datetime() as when if when.time() == datetime.min.time():
            return when.date().isoformat()
        case date() as day:
            return day.isoformat()
    if cell.data_type == "f":
        what, remedy = "is a formula", "write its value; formulas are not evaluated"
    elif cell.data_type == "e":
        what, remedy = f"holds the error {shown(str(cell.value), 40)}", "write a value"
    else:
        what, remedy = "is formatted as a time", "format it as text and write it anew"
    faults.append(mark.problem(what, remedy))
    return None


def write_workbook(plan: Plan, path: Path) -> None:
    """Write a plan as a workbook, in one step: equal plans give equal bytes.

    Raises `PlancompareError`, also where a text is longer than a cell can hold.
    """
    pages = [
        Page(
            sheet.name,
            {one: _BROAD.get(one, max(len(one) + 2, 14)) for one in sheet.columns},
            sheet.rows,
            is_text=True,
        )
        for sheet in sheets_of(plan)
    ]
    write_bytes(written(pages, "write to FILE.yaml instead"), path)
