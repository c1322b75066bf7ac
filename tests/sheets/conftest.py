"""A plan as sheets in plain rows, which each test spoils in its own way."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import plancompare
from plancompare import InvalidFileError

Sheets = dict[str, list[list[Any]]]

SHEETS: Sheets = {
    "plan": [
        ["field", "value"],
        ["id", "draft"],
        ["title", "A draft"],
        ["conflict", "north-south"],
        ["date", "2025-11-20"],
        ["text_status", "leaked"],
        ["disclosure", "full"],
    ],
    "points": [["point", "number", "heading", "summary", "text", "replaces", "note"]],
    "provisions": [
        ["point", "provision", "kind", "field", "value"],
        [1, 1, "force-ceiling", "party", "ukraine"],
        [1, 1, "force-ceiling", "personnel", 600000],
        [1, 1, "force-ceiling", "counts", "army, navy"],
    ],
    "evidence": [
        [
            "of",
            "number",
            "evidence",
            "sources",
            "locator",
            "basis",
            "checked",
            "speaker",
            "said_on",
            "note",
        ],
        ["plan", None, 1, "reuters-2025-11-23", None, "document-text", "unverified"],
        ["provision", 1, 1, "reuters-2025-11-23", "point 1", "document-text", "one-source"],
    ],
}
SHEETS["points"].append([1, 1, "Forces"])


@pytest.fixture
def sheets() -> Sheets:
    """The sheets of a plan in which nothing is wrong."""
    return {name: [list(row) for row in rows] for name, rows in SHEETS.items()}


def write_book(sheets: Sheets, path: Path) -> None:
    """Rows as a workbook, as somebody might fill it in."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)


def write_csv(sheets: Sheets, folder: Path, delimiter: str = ",", encoding: str = "utf-8") -> None:
    """Rows as a folder of CSV files."""
    folder.mkdir()
    for name, rows in sheets.items():
        with (folder / f"{name}.csv").open("w", encoding=encoding, newline="") as stream:
            csv.writer(stream, delimiter=delimiter).writerows(rows)


@pytest.fixture
def said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Sheets], list[str]]:
    """What is said of sheets as `draft.xlsx`; of a folder of CSV files the same, cell by cell."""
    monkeypatch.chdir(tmp_path)

    def said(sheets: Sheets) -> list[str]:
        write_book(sheets, Path("draft.xlsx"))
        write_csv(sheets, Path("draft"))
        lines = []
        for name in ("draft.xlsx", "draft"):
            with pytest.raises(InvalidFileError) as caught:
                plancompare.load_plan(name)
            assert list(caught.value.problems) == plancompare.check(name)
            lines.append(str(caught.value).split("\n"))
        book, folder = lines
        assert [one.replace(".csv", "").replace("draft/", "draft.xlsx!") for one in folder] == book
        return [one.removeprefix("draft.xlsx!") for one in book]

    return said
