"""Workbooks (.xlsx): tables written to one, and one opened to be read. The door to openpyxl."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from io import BytesIO
from typing import Any, NamedTuple

from plancompare.errors import MissingLibraryError, PlancompareError
from plancompare.library.archive import dateless

__all__ = ["Page", "opened", "written"]

_LONGEST_CELL = 32_767
"""Characters; no spreadsheet holds more in one cell."""


class Page(NamedTuple):
    """One sheet to be: its columns with their widths, and its rows.

    With `is_text`, cells are formatted as text, so that a spreadsheet takes `1/2` for no date.
    """

    name: str
    columns: dict[str, int]
    rows: Sequence[Sequence[Any]]
    is_text: bool = False


def opened(raw: bytes) -> Any:
    """A workbook whose rows are read as they are asked for; formulas stay what they are."""
    return _openpyxl().load_workbook(BytesIO(raw), read_only=True, keep_links=False)


def written(pages: Iterable[Page], remedy: str) -> bytes:
    """One file with a sheet for each page; the first row stays in view and can be filtered.

    Equal pages give equal bytes. Raises `PlancompareError`: with the remedy where a text is longer
    than a cell can hold, and where there is no room for the temporary files of openpyxl.
    """
    book = _openpyxl().Workbook(write_only=True)
    book.properties.creator = "plancompare"
    stream = BytesIO()
    with _room_for(book):
        for page in pages:
            _check_lengths(page, remedy)
            _fill(book.create_sheet(page.name), page)
        book.save(stream)
    return dateless(stream.getvalue())


@contextmanager
def _room_for(book: Any) -> Iterator[None]:
    """Say where openpyxl could not write its temporary files, one for each sheet."""
    lxml = sys.modules.get("lxml.etree")  # with which openpyxl writes where it is installed
    failures = (OSError, lxml.SerialisationError) if lxml else (OSError,)
    try:
        yield
    except failures as error:
        for sheet in book.worksheets:
            with suppress(*failures):
                sheet.close()  # or it fails once more, with a traceback, when it is forgotten
        code = getattr(errno, str(error).removeprefix("IO_"), 0)  # as lxml has it
        reason = os.strerror(code) if code else getattr(error, "strerror", None) or str(error)
        what = f"a workbook cannot be drafted in the folder for temporary files: {reason}"
        remedy = "make room there, or name another in TMPDIR"
        raise PlancompareError(f"{what}; {remedy}") from error


def _openpyxl() -> Any:
    try:
        import openpyxl
    except ImportError:
        raise MissingLibraryError("workbooks (.xlsx)", "openpyxl", "xlsx") from None
    return openpyxl


def _check_lengths(page: Page, remedy: str) -> None:
    for line, row in enumerate(page.rows, 2):
        if any(isinstance(value, str) and len(value) > _LONGEST_CELL for value in row):
            what = f"sheet {page.name}, row {line}: a text has more than {_LONGEST_CELL:,}"
            raise PlancompareError(f"{what} characters, the most a cell can hold; {remedy}")


def _fill(sheet: Any, page: Page) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    top = Alignment(vertical="top", wrap_text=True)

    def as_text(value: Any) -> Any:
        cell = WriteOnlyCell(sheet, value=value)
        cell.alignment = top
        if isinstance(value, str):
            cell.data_type = "s"  # whatever it begins with
            cell.number_format = "@"
        return cell

    for place, width in enumerate(page.columns.values(), 1):
        dimension = sheet.column_dimensions[get_column_letter(place)]
        dimension.width = width
        if page.is_text:
            dimension.number_format = "@"
    sheet.freeze_panes = "A2"
    whole = f"A1:{get_column_letter(len(page.columns))}{len(page.rows) + 1}"
    sheet.auto_filter.ref = whole
    sheet.calculate_dimension = lambda: whole  # else readers take rows to end at their last value
    head = [
        as_text(column) if page.is_text else WriteOnlyCell(sheet, column) for column in page.columns
    ]
    for one in head:
        one.font = Font(bold=True)
    sheet.append(head)
    for row in page.rows:
        sheet.append([as_text(one) for one in row] if page.is_text else row)
