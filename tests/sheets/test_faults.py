"""What is said of sheets in which something is wrong: sheet and cell, what, and what to do."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.sheets.conftest import Sheets, write_book

import plancompare
from plancompare import InvalidFileError

Said = Callable[[Sheets], list[str]]


def test_all_faults_are_named_at_once(said: Said, sheets: Sheets) -> None:
    sheets["plan"][4][1] = "yesterday"
    sheets["provisions"][2][4] = "many"
    sheets["provisions"][3][4] = "army, marines"
    sheets["evidence"][2][3] = "reuters"
    assert said(sheets) == [
        "evidence:D3: sources: unknown source 'reuters'; add it to seeds/sources.yaml",
        "plan:B5: date: 'yesterday' is not a date; write it like 2025-11-20",
        "provisions:E3: personnel: 'many' is not a whole number; write digits only, such as "
        "600000, or unlimited",
        "provisions:E4: counts: 'marines' is not a value of this field; write one of army, navy, "
        "air-force, reserves, national-guard, border-guard, police or others",
    ]


@pytest.mark.parametrize(
    ("sheet", "row", "column", "value", "message"),
    [
        ("plan", 1, 0, "ids", "B2: ids: unknown field 'ids'; did you mean"),
        ("plan", 0, 1, "values", "B1: unknown column 'values'; did you mean value?"),
        (
            "plan",
            3,
            0,
            "title",
            "B4: the field 'title' stands twice; correct it, or delete the row",
        ),
        (
            "plan",
            3,
            0,
            None,
            "B4: the value has no field; name the field beside it",
        ),
        ("points", 0, 2, "number", "C1: the column 'number' stands twice; keep one of the two"),
        (
            "points",
            1,
            0,
            "one",
            "A2: 'one' is not a number that can order rows; write one such as 1, 2 or 2.5",
        ),
        (
            "points",
            1,
            0,
            None,
            "A2: the row has no number under 'point'; give it one; it decides the order",
        ),
        (
            "provisions",
            1,
            0,
            7,
            "A2: there is no point 7 in the sheet points; add it there, or correct the number",
        ),
        (
            "provisions",
            3,
            0,
            2,
            "A4: the provision 1 has another point in an earlier row; write the same in each row",
        ),
        (
            "provisions",
            3,
            2,
            "sovereignty",
            "C4: the provision 1 has another kind in an earlier row; write the same in each row",
        ),
        (
            "provisions",
            3,
            4,
            "json:[",
            "E4: begins with json: and is not JSON; correct it, or delete the row",
        ),
        (
            "provisions",
            3,
            4,
            "json:" + "[" * 101,
            "E4: is nested more than 100 levels deep; correct it, or delete the row",
        ),
        (
            "provisions",
            3,
            3,
            "party.x",
            "E4: the field 'party.x' stands beside one that it is part of; "
            "correct it, or delete the row",
        ),
        (
            "evidence",
            2,
            0,
            "clause",
            "A3: 'clause' is nothing that has evidence; write one of plan, report, point, "
            "provision, reading or entry",
        ),
        (
            "evidence",
            2,
            0,
            None,
            "A3: says not of what; write one of plan, report, point, provision, reading or entry",
        ),
        (
            "evidence",
            2,
            1,
            5,
            "B3: there is no provision 5 in the sheet provisions; "
            "add it there, or correct the number",
        ),
        ("evidence", 2, 5, "rumour", "F3: basis: 'rumour' is not a value of this field; "),
        (
            "points",
            1,
            6,
            "json:{",
            "G2: begins with json: and is not JSON; correct it",
        ),
    ],
)
def test_a_fault_is_named_with_its_cell(
    said: Said, sheets: Sheets, *, sheet: str, row: int, column: int, value: Any, message: str
) -> None:
    cells = sheets[sheet][row]
    cells += [None] * (column + 1 - len(cells))
    cells[column] = value
    assert any(line.startswith(f"{sheet}:{message}") for line in said(sheets))


def test_a_number_stands_once(said: Said, sheets: Sheets) -> None:
    sheets["points"].append([1.0, 2, "Again"])
    assert said(sheets) == ["points:A3: the point 1 stands twice; number one of the two otherwise"]


def test_lists_are_named(said: Said, sheets: Sheets) -> None:
    sheets["lists"] = [
        ["entry", "list", "issues", "to", "reported", "note"],
        [1, "omit", "amnesty"],
        [2, None, "amnesty"],
    ]
    assert said(sheets) == [
        "lists:B2: 'omit' is no list of a plan; write omits, defers or undisclosed",
        "lists:A3: the entry names no list; write omits, defers or undisclosed",
    ]


def test_a_sheet_without_a_head_is_refused(said: Said, sheets: Sheets) -> None:
    sheets["points"][0] = []
    assert (
        "points:A1: the first row does not name the columns; "
        "write point, number, printed, section, heading, summary, text, replaces, note there"
    ) in said(sheets)


def test_columns_that_rows_refer_to_are_needed(said: Said, sheets: Sheets) -> None:
    for row in sheets["evidence"]:
        del row[1:3]
    assert said(sheets)[0] == (
        "evidence:A1: has no column 'number' and 'evidence'; "
        "add it to the first row; it may stay blank"
    )


def test_a_cell_outside_the_table_is_not_overlooked(said: Said, sheets: Sheets) -> None:
    sheets["plan"][2] += [None, "a remark"]
    assert said(sheets) == [
        "plan:D3: a cell outside the table is filled in; "
        "move it under one of the columns, or delete it"
    ]


def test_an_unknown_sheet_is_refused_unless_blank(
    said: Said, sheets: Sheets, tmp_path: Path
) -> None:
    sheets["Sheet1"] = []
    write_book(sheets, tmp_path / "plan.xlsx")
    plancompare.load_plan(tmp_path / "plan.xlsx")
    sheets["provision"] = [["x"]]
    assert said(sheets) == ["provision: this is no sheet of a plan; did you mean provisions?"]


def test_a_clause_needs_a_kind(said: Said, sheets: Sheets) -> None:
    for row in sheets["provisions"][1:]:
        row[2] = None
    (line,) = said(sheets)
    assert line.startswith("provisions:A2: has no kind; add kind: and one of alliance-enlargement,")


def test_an_unknown_kind_is_named(said: Said, sheets: Sheets) -> None:
    for row in sheets["provisions"][1:]:
        row[2] = "force-celing"
    (line,) = said(sheets)
    assert line.startswith(
        "provisions:C2: kind: unknown kind 'force-celing'; did you mean force-ceiling"
    )


def test_what_cites_nothing_is_said_in_words_of_sheets(said: Said, sheets: Sheets) -> None:
    del sheets["evidence"]
    assert said(sheets) == [
        "plan:A1: the plan cites no source; add a row to the sheet evidence",
        "provisions:C2: force-ceiling/ukraine cites no source; add a row to the sheet evidence",
    ]


def test_readings_belong_to_a_clause(said: Said, sheets: Sheets) -> None:
    head = ["provision", "reading", "why", "says", "term", "value"]
    sheets["readings"] = [head, [9, 1, "rival-text", "Another.", "personnel", 1]]
    assert said(sheets) == [
        "readings:A2: there is no provision 9 in the sheet provisions; "
        "add it there, or correct the number"
    ]
    sheets["readings"][1] = [1, 1, "rival-text", "json:x", "persons", 1]


def test_a_workbook_without_a_plan_is_refused(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(tmp_path)
    write_book({"Sheet1": [["a"]]}, Path("x.xlsx"))
    with pytest.raises(InvalidFileError) as caught:
        plancompare.load_plan("x.xlsx")
    assert str(caught.value) == (
        "x.xlsx: has no sheet 'plan'; add it, with the columns field and value"
    )


def test_formulas_and_errors_are_refused_by_cell(
    tmp_path: Path, monkeypatch: Any, sheets: Sheets
) -> None:
    monkeypatch.chdir(tmp_path)
    sheets["provisions"][2][4] = "=600000+1"
    sheets["plan"][2][1] = "#REF!"
    write_book(sheets, Path("draft.xlsx"))
    with pytest.raises(InvalidFileError) as caught:
        plancompare.load_plan("draft.xlsx")
    assert str(caught.value).split("\n") == [
        "draft.xlsx!plan:B3: holds the error #REF!; write a value",
        "draft.xlsx!provisions:E3: is a formula; write its value; formulas are not evaluated",
    ]


def test_dates_are_taken_as_dates_and_times_refused(
    tmp_path: Path, monkeypatch: Any, sheets: Sheets
) -> None:
    import datetime

    monkeypatch.chdir(tmp_path)
    sheets["plan"][4][1] = datetime.datetime(2025, 11, 20)  # noqa: DTZ001 - as a cell holds it
    write_book(sheets, Path("draft.xlsx"))
    assert str(plancompare.load_plan("draft.xlsx").date) == "2025-11-20"
    sheets["plan"][2][1] = datetime.time(12, 30)
    write_book(sheets, Path("draft.xlsx"))
    with pytest.raises(InvalidFileError) as caught:
        plancompare.load_plan("draft.xlsx")
    assert str(caught.value) == (
        "draft.xlsx!plan:B3: is formatted as a time; format it as text and write it anew"
    )


def test_columns_that_hold_nothing_may_be_left_out(tmp_path: Path, sheets: Sheets) -> None:
    for row in sheets["points"]:
        del row[2:]
    write_book(sheets, tmp_path / "draft.xlsx")
    assert plancompare.load_plan(tmp_path / "draft.xlsx").points[0].number == "1"


def test_what_is_marked_todo_is_work_and_no_fault(tmp_path: Path, sheets: Sheets) -> None:
    path = tmp_path / "draft.xlsx"
    sheets["evidence"][2] = ["provision", 1, 1, "TODO"]
    write_book(sheets, path)
    plan = plancompare.load_plan(path)
    assert [str(one).removeprefix(f"{path}!") for one in plancompare.check(path)] == [
        "evidence:D3: force-ceiling/ukraine cites no source; fill in this row: sources, basis, "
        "checked"
    ]
    assert all(one.todo for one in plancompare.check(path))
    plancompare.save_csv(plan, tmp_path / "draft")
    assert plancompare.load_plan(tmp_path / "draft") == plan
    assert all(one.todo for one in plancompare.check(tmp_path / "draft"))


@pytest.mark.parametrize(("number", "later"), [(2, 4), (0, 3)])
def test_todo_beside_evidence_is_refused(
    said: Said, sheets: Sheets, number: int, later: int
) -> None:
    sheets["evidence"].append(["provision", 1, number, "TODO"])
    assert said(sheets)[0] == (
        f"evidence:A{later}: TODO stands beside other evidence; delete the row with TODO"
    )


def test_the_sheets_of_the_fixture_are_a_plan(tmp_path: Path, sheets: Sheets) -> None:
    write_book(sheets, tmp_path / "draft.xlsx")
    plan = plancompare.load_plan(tmp_path / "draft.xlsx")
    assert plan.stated["force-ceiling/ukraine"].provision.terms() == {
        "modality": "commitment",
        "personnel": 600000,
        "counts": ["army", "navy"],
    }
    assert openpyxl.load_workbook(tmp_path / "draft.xlsx").sheetnames == [*sheets]
