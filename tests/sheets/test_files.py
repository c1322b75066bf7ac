"""Workbooks and CSV folders as files: hostile text, hostile files, nothing half-written."""

import csv
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sheets.conftest import Sheets, write_book, write_csv

import plancompare
from plancompare import InvalidFileError, PlancompareError
from plancompare.model import Event, ForceCeiling
from plancompare.testing import laws

HOSTILE = (
    '=HYPERLINK("http://example.org","x")',
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\uff1d1",
    "'quoted",
    "''",
    "json:[1]",
    "_x0041_ and ax005F_b",
    " edges ",
    "two\nlines",
    'a "quotation", and a comma',
    "1/2",
    "TRUE",
    "2025-11-20",
    "\U0001f54a \ufffe",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_survives_as_text(text: str, tmp_path: Path) -> None:
    plan = plancompare.load("us-28")
    hostile = plan.model_copy(
        update={
            "title": text,
            "points": [
                plan.points[0].model_copy(update={"heading": text, "note": text, "provisions": ()})
            ],
        }
    )
    laws.reading_what_was_written_as_csv(hostile)
    laws.reading_what_was_written_as_workbook(hostile)
    plancompare.save_plan(hostile, tmp_path / "a.xlsx")
    plancompare.save_csv(hostile, tmp_path / "a")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert b"<f>" not in b"".join(_parts(tmp_path / "a.xlsx").values())
    with (tmp_path / "a" / "plan.csv").open(encoding="utf-8-sig", newline="") as stream:
        (title,) = (row[1] for row in csv.reader(stream) if row[0] == "title")
    assert title[0] not in "=+-@\t\uff1d"


def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {one: archive.read(one) for one in archive.namelist()}


def test_structured_terms_survive() -> None:
    event = Event(event="armed-attack", by=("russia",), against=("nato", "ukraine"))
    clause = ForceCeiling.model_validate(
        {
            "party": "ukraine",
            "wording": ["one, two", "three"],
            "conditions": [event, "signature"],
            "deadline": {"within": "100 days", "after": event},
            "counts": [],
            "readings": [
                {"why": "bracketed", "says": "A", "terms": {"personnel": 1, "counts": ["army"]}},
                {"why": "bracketed", "says": "B", "terms": {"deadline": {"on": "2025-01-01"}}},
                {"why": "bracketed", "says": "C"},
            ],
        }
    )
    plan = plancompare.load("geneva")
    point = plan.points[0].model_copy(update={"provisions": (clause,)})
    changed = plan.model_copy(update={"points": (point,), "undisclosed": (), "omits": ()})
    laws.reading_what_was_written_as_csv(changed)
    laws.reading_what_was_written_as_workbook(changed)


@settings(max_examples=10)
@given(st.randoms(use_true_random=False))
def test_rows_and_columns_may_stand_in_any_order(random: Any) -> None:
    from tempfile import TemporaryDirectory

    plan = plancompare.load("us-28")
    with TemporaryDirectory() as folder:
        home = Path(folder) / "us-28"
        plancompare.save_csv(plan, home)
        for path in home.iterdir():
            with path.open(encoding="utf-8-sig", newline="") as stream:
                head, *rows = csv.reader(stream)
            random.shuffle(rows)
            order = list(range(len(head)))
            random.shuffle(order)
            with path.open("w", encoding="utf-8", newline="") as stream:
                csv.writer(stream).writerows([row[one] for one in order] for row in (head, *rows))
        assert plancompare.load_plan(home) == plan


@pytest.mark.parametrize(("delimiter", "encoding"), [(";", "utf-8-sig"), ("\t", "utf-8")])
def test_csv_as_spreadsheets_of_other_countries_save_it(
    tmp_path: Path, sheets: Sheets, delimiter: str, encoding: str
) -> None:
    write_csv(sheets, tmp_path / "other", delimiter, encoding)
    write_csv(sheets, tmp_path / "plain")
    other = plancompare.load_plan(tmp_path / "other")
    assert other == plancompare.load_plan(tmp_path / "plain")


def _refusal(path: Path | str) -> str:
    with pytest.raises(InvalidFileError) as caught:
        plancompare.load_plan(path)
    return str(caught.value)


def test_csv_in_another_encoding_is_refused_with_its_place(
    tmp_path: Path, monkeypatch: Any, sheets: Sheets
) -> None:
    monkeypatch.chdir(tmp_path)
    sheets["plan"][2][1] = "Київ"
    write_csv(sheets, Path("draft"), encoding="cp1251")
    assert _refusal("draft") == "draft/plan.csv:3:7: is not UTF-8 text; save it as UTF-8"


def test_an_open_quotation_is_named(tmp_path: Path, monkeypatch: Any, sheets: Sheets) -> None:
    monkeypatch.chdir(tmp_path)
    write_csv(sheets, Path("draft"))
    with Path("draft/points.csv").open("a", encoding="utf-8") as stream:
        stream.write('"2,2')
    assert "draft/points.csv:A3: a quotation mark is not closed or not doubled" in _refusal("draft")
    Path("draft/points.csv").write_text("point\n" + "x" * 200_000, encoding="utf-8")
    assert "a cell holds more text than can be read" in _refusal("draft")


def test_a_folder_of_too_many_cells_is_refused(
    tmp_path: Path, monkeypatch: Any, sheets: Sheets
) -> None:
    monkeypatch.chdir(tmp_path)
    write_csv(sheets, Path("draft"))
    Path("draft/points.csv").write_text("point\n" * 300_000, encoding="utf-8")
    assert _refusal("draft") == "draft/points.csv: holds more than 500,000 cells; split the file"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.xlsx", b"\x00\x01binary", "is not a workbook (.xlsx); save it as .xlsx, or as CSV "),
        ("a.xlsx", b"", "is not a workbook (.xlsx)"),
        ("a.xls", b"x", ".xls files are not read; save it as .xlsx"),
        ("a.ods", b"x", ".ods files are not read; save it as .xlsx"),
        ("a.csv", b"x", ".csv files are not read; save it as .xlsx; of CSV files, name the folder"),
    ],
)
def test_what_is_no_workbook_is_refused(
    tmp_path: Path, monkeypatch: Any, name: str, content: bytes, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes(content)
    assert _refusal(name).startswith(f"{name}: {message}")


def test_a_workbook_that_is_not_there(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(tmp_path)
    assert _refusal("a.xlsx") == "a.xlsx: there is no such file; check the path"


Spoil = Callable[[dict[str, bytes]], None]


def _rezipped(sheets: Sheets, spoil: Spoil) -> bytes:
    write_book(sheets, Path("clean.xlsx"))
    parts = _parts(Path("clean.xlsx"))
    spoil(parts)
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
BOMB = 2**25 + 0x123456


def _bomb(parts: dict[str, bytes]) -> None:
    parts[SHEET] = b" " * BOMB


def _style_bomb(parts: dict[str, bytes]) -> None:
    parts["xl/styles.xml"] = b" " * 3 * 2**20


def _many_parts(parts: dict[str, bytes]) -> None:
    parts.update({f"xl/{number}.xml": b"" for number in range(300)})


def _entities(parts: dict[str, bytes]) -> None:
    parts[SHEET] = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + parts[SHEET]


def _not_xml(parts: dict[str, bytes]) -> None:
    parts[SHEET] = b"<worksheet"


def _far_cell(parts: dict[str, bytes]) -> None:
    parts[SHEET] = parts[SHEET].replace(b'<row r="7"', b'<row r="999999999"')


def _one_endless_row(parts: dict[str, bytes]) -> None:
    parts[SHEET] = parts[SHEET].replace(b"<sheetData>", b"<sheetData><row>" + b"<c/>" * 10**6)


def _no_content_types(parts: dict[str, bytes]) -> None:
    del parts["[Content_Types].xml"]


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (_bomb, "a.xlsx: unpacks to more than 16 MiB; check that it is the right file; "),
        (_style_bomb, "a.xlsx: unpacks to more than 2 MiB; check that it is the right file; "),
        (_many_parts, "a.xlsx: holds more than 200 parts; check that it is the right file; "),
        (_entities, "a.xlsx: is damaged: it cannot be read as a workbook; "),
        (_not_xml, "a.xlsx: is damaged: it cannot be read as a workbook; "),
        (_no_content_types, "a.xlsx: is damaged: it cannot be read as a workbook; "),
        (_one_endless_row, "a.xlsx: holds more than 300,000 tags; check that it is the right file"),
        (_far_cell, "a.xlsx!plan: holds more than 500,000 cells; split it"),
    ],
)
def test_hostile_workbooks_are_refused_within_bounds(
    tmp_path: Path, monkeypatch: Any, sheets: Sheets, spoil: Spoil, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.xlsx").write_bytes(_rezipped(sheets, spoil))
    tracemalloc.start()
    said = _refusal("a.xlsx")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert said.startswith(message)
    assert peak < 100 * 2**20


def test_a_directory_that_lies_about_sizes_gains_nothing(
    tmp_path: Path, monkeypatch: Any, sheets: Sheets
) -> None:
    monkeypatch.chdir(tmp_path)
    raw = bytearray(_rezipped(sheets, _bomb))
    true, lie = BOMB.to_bytes(4, "little"), (1000).to_bytes(4, "little")
    assert raw.count(true) == 2
    Path("a.xlsx").write_bytes(raw.replace(true, lie))
    assert _refusal("a.xlsx").startswith("a.xlsx: is not a workbook (.xlsx)")


def test_a_csv_file_that_is_no_sheet_is_named_and_not_read(tmp_path: Path) -> None:
    plancompare.save_csv(plancompare.load("geneva"), tmp_path / "geneva")
    (tmp_path / "geneva" / "pionts.csv").write_bytes(b"\xff\x00")
    with pytest.raises(InvalidFileError) as caught:
        plancompare.load_plan(tmp_path / "geneva")
    assert str(caught.value) == (
        f"{tmp_path}/geneva/pionts.csv: this is no sheet of a plan; "
        "did you mean points, provisions or reports?"
    )


def test_a_text_too_long_for_a_cell_is_refused_and_nothing_written(tmp_path: Path) -> None:
    plan = plancompare.load("us-28")
    long = plan.model_copy(update={"note": "x" * 40_000})
    with pytest.raises(PlancompareError) as caught:
        plancompare.save_plan(long, tmp_path / "a.xlsx")
    assert str(caught.value) == (
        "sheet plan, row 9: a text has more than 32,767 characters, the most a cell can hold; "
        "write to FILE.yaml instead"
    )
    assert not list(tmp_path.iterdir())
    laws.reading_what_was_written_as_csv(long)


def test_a_folder_with_anything_else_in_it_is_left_alone(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(tmp_path)
    plan = plancompare.load("us-28")
    plancompare.save_csv(plan, "out")
    plancompare.save_csv(plan, "out")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["out"]
    Path("out/notes.txt").write_text("mine", encoding="utf-8")
    for name in ("out", "out/notes.txt"):
        with pytest.raises(PlancompareError) as caught:
            plancompare.save_csv(plan, name)
        assert str(caught.value) == (
            f"{name}: is not a folder of a plan's CSV files; "
            "name a new folder, or FILE.xlsx, or FILE.yaml"
        )
    with pytest.raises(PlancompareError, match="cannot be written: embedded null byte"):
        plancompare.save_csv(plan, "a\0b")


def test_without_openpyxl_the_extra_is_named(tmp_path: Path, monkeypatch: Any) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(PlancompareError) as caught:
        plancompare.save_plan(plancompare.load("us-28"), tmp_path / "a.xlsx")
    assert str(caught.value) == (
        "workbooks (.xlsx) need openpyxl, which is not installed; "
        "install it with: pip install plancompare[xlsx]"
    )


def test_equal_plans_give_equal_workbooks_whenever_they_are_written(
    tmp_path: Path, monkeypatch: Any
) -> None:
    plan = plancompare.load("us-28")
    plancompare.save_plan(plan, tmp_path / "a.xlsx")
    time.sleep(2)
    plancompare.save_plan(plan, tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
