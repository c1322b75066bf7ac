"""A plan as a folder of CSV files, one for each sheet."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

from plancompare.errors import CellProblem, PlancompareError, Problem, shown
from plancompare.library.sheets.gathering import Spreadsheet
from plancompare.library.sheets.layout import COLUMNS, Sheet, sheets_of
from plancompare.library.sheets.rows import Filled
from plancompare.library.textfile import read_text, refused, visible_only
from plancompare.library.writing import replace_folder, writable
from plancompare.model import Plan

__all__ = ["read_folder", "write_folder"]

_MOST_CELLS = 500_000
_BLANK = b" ,;\t\r\n\xef\xbb\xbf"


def read_folder(path: Path) -> Spreadsheet:
    """The CSV files of a folder. Raises `InvalidFileError` where they cannot be read as such.

    Of a file that is no sheet of a plan, only the beginning is looked at, and its name taken.
    """
    faults: list[Problem] = []
    sheets: dict[str, Filled] = {}
    for file in sorted(path.glob("*.csv")):
        if file.stem in COLUMNS:
            sheets[file.stem] = Filled(str(file), _read(file, faults))
        elif _is_filled_in(file):
            sheets[file.stem] = Filled(str(file), [(file.name,)])
    return Spreadsheet(str(path), sheets, faults)


def _is_filled_in(file: Path) -> bool:
    try:
        with file.open("rb") as stream:
            return bool(stream.read(2**16).strip(_BLANK))
    except OSError:
        return True


def _read(file: Path, faults: list[Problem]) -> list[tuple[str, ...]]:
    text = read_text(file).replace("\r\n", "\n").replace("\r", "\n")
    visible_only(str(file), text)
    head = text.partition("\n")[0]
    separator = max(",;\t", key=head.count)
    rows: list[tuple[str, ...]] = []
    cells = 0
    try:
        for row in csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True):
            rows.append(tuple(row))
            cells += len(row) + 1
            if cells > _MOST_CELLS:
                raise refused(str(file), f"holds more than {_MOST_CELLS:,} cells", "split the file")
    except csv.Error as error:
        what = "a quotation mark is not closed or not doubled"
        if "limit" in str(error):
            what = "a cell holds more text than can be read"
        remedy = "save it again as CSV from a spreadsheet"
        faults.append(CellProblem(str(file), len(rows) + 1, 1, "", what, remedy))
    return rows


def write_folder(plan: Plan, path: Path) -> None:
    """Write a plan as a folder of CSV files, in one step.

    They are UTF-8 with the mark by which spreadsheets know it. A folder that holds anything else is
    left alone. Raises `PlancompareError`.
    """
    with writable(path):
        target = path.resolve()
        names = {f"{name}.csv" for name in COLUMNS}
        if target.exists() and not (
            target.is_dir() and all(one.name in names for one in target.iterdir())
        ):
            what = f"{shown(str(path))}: is not a folder of a plan's CSV files"
            raise PlancompareError(f"{what}; name a new folder, or FILE.xlsx, or FILE.yaml")
        replace_folder({f"{one.name}.csv": _text(one) for one in sheets_of(plan)}, target)


def _text(sheet: Sheet) -> bytes:
    stream = StringIO()
    csv.writer(stream, lineterminator="\n").writerows([sheet.columns, *sheet.rows])
    return stream.getvalue().encode("utf-8-sig")
