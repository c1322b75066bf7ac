"""A library as files: read back as it was, described, the same bytes again, never half-written."""

import csv
import json
import sqlite3
import sys
import warnings
import zipfile
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import plancompare
from plancompare import Library, Plan, PlancompareError, UnknownIdError, export
from plancompare.errors import MissingLibraryError
from plancompare.exporting.export import FORMS
from plancompare.tables.escaping import csv_text
from plancompare.tables.tidy.shape import TidyTable
from plancompare.tables.tidy.whole import library_tables

BESIDE = {"datapackage.json", "sources.bib", "sources.csl.json"}


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("form", FORMS)
def test_equal_libraries_give_equal_bytes(form: str, outspoken: Library, tmp_path: Path) -> None:
    export(tmp_path / "one", form, library=outspoken)
    export(tmp_path / "other", form, library=Library(*outspoken.folders, shipped=False))
    assert content(tmp_path / "one") == content(tmp_path / "other")
    assert set(content(tmp_path / "one")) > BESIDE


def test_a_workbook_carries_no_date_of_its_making(silent: Library, tmp_path: Path) -> None:
    export(tmp_path / "made", "xlsx", library=silent)
    with zipfile.ZipFile(tmp_path / "made" / "plancompare.xlsx") as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms:modified" not in archive.read("docProps/core.xml")


def rows_of(name: str, folder: Path, form: str) -> list[list[Any]]:
    """A table as another program reads it, with its head."""
    match form:
        case "csv":
            with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
                return list(csv.reader(stream))
        case "json":
            found = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
            return [list(found[0]), *(list(one.values()) for one in found)] if found else [[]]
        case "sqlite":
            with closing(sqlite3.connect(folder / "plancompare.sqlite")) as made:
                cursor = made.execute(f'SELECT * FROM "{name}" ORDER BY rowid')
                return [[one[0] for one in cursor.description], *map(list, cursor)]
        case "parquet":
            from pyarrow.parquet import read_table

            made = read_table(folder / f"{name}.parquet")
            return [made.column_names, *(list(one.values()) for one in made.to_pylist())]
    return [list(row) for row in workbook(folder)[name].iter_rows(values_only=True)]


@cache
def workbook(folder: Path) -> Any:
    """A workbook is read as a whole."""
    from openpyxl import load_workbook

    return load_workbook(folder / "plancompare.xlsx")


def workbook_read_in_passing(folder: Path) -> Any:
    """A workbook whose rows are as long as it says they are."""
    from openpyxl import load_workbook

    return load_workbook(folder / "plancompare.xlsx", read_only=True)


def as_read(value: Any, form: str) -> Any:
    """A value as a form has it."""
    if value is None:
        return "" if form == "csv" else None
    if form == "csv":
        return (
            {True: "true", False: "false"}[value]
            if isinstance(value, bool)
            else csv_text(str(value))
        )
    return csv_text(value) if form == "xlsx" and isinstance(value, str) else value


def read_days(table: TidyTable, row: list[Any]) -> list[Any]:
    """Days as text, whatever a form makes of them."""
    return [
        value.isoformat()[:10] if column.type == "date" and hasattr(value, "isoformat") else value
        for column, value in zip(table.shape.columns, row, strict=True)
    ]


@pytest.mark.parametrize("form", FORMS)
def test_what_is_written_is_read_back(form: str, outspoken: Library, tmp_path: Path) -> None:
    tables = export(tmp_path / "made", form, library=outspoken)
    assert tables == library_tables(outspoken)
    for table in tables:
        head, *rows = rows_of(table.name, tmp_path / "made", form)
        if table.rows or form != "json":
            assert head == [column.name for column in table.shape.columns]
        assert [read_days(table, row) for row in rows] == [
            [as_read(value, form) for value in row] for row in table.rows
        ]


def faults(folder: Path, form: str, library: Library) -> list[list[Any]]:
    """What frictionless finds in an export, by its description; it reads every table."""
    export(folder, form, library=library)
    limit = csv.field_size_limit()
    with warnings.catch_warnings(action="ignore"):  # those of another library's own parts
        from frictionless import validate

        report = validate(str(folder / "datapackage.json"))
    csv.field_size_limit(limit)  # which it lifts for the whole process
    assert len(report.tasks) == 22
    found: list[list[Any]] = report.flatten(["type", "note", "rowNumber", "fieldName"])
    assert report.valid == (not found)
    return found


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("name", ["silent", "outspoken"])
def test_frictionless_finds_no_fault(
    form: str, name: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    assert faults(tmp_path / "made", form, request.getfixturevalue(name)) == []


def test_frictionless_takes_only_empty_tables_of_json_for_faults(
    outspoken: Library, tmp_path: Path
) -> None:
    found = faults(tmp_path / "made", "json", outspoken)
    empty = {path.name for path in (tmp_path / "made").iterdir() if path.read_bytes() == b"[]\n"}
    assert {one[0] for one in found} <= {"source-error"}
    assert {Path(one[1].split('"')[1]).name for one in found} == empty


@pytest.mark.parametrize("form", FORMS)
def test_the_description_names_every_table_and_file(
    form: str, outspoken: Library, tmp_path: Path
) -> None:
    tables = export(tmp_path / "made", form, library=outspoken)
    described = json.loads((tmp_path / "made" / "datapackage.json").read_text(encoding="utf-8"))
    assert [one["name"] for one in described["resources"]] == [table.name for table in tables]
    named = {one["path"] for one in described["resources"]}
    assert named | BESIDE == set(content(tmp_path / "made"))
    assert described["bibliographies"] == ["sources.bib", "sources.csl.json"]
    assert "licenses" not in described  # of a library of one's own it is not known


def test_the_licence_is_that_of_the_shipped_data(tmp_path: Path) -> None:
    export(tmp_path / "made", plans=["us-28"])
    described = json.loads((tmp_path / "made" / "datapackage.json").read_text(encoding="utf-8"))
    assert [one["name"] for one in described["licenses"]] == ["CC-BY-4.0"]


def test_a_database_keeps_its_links(outspoken: Library, tmp_path: Path) -> None:
    export(tmp_path / "made", "sqlite", library=outspoken)
    with closing(sqlite3.connect(tmp_path / "made" / "plancompare.sqlite")) as made:
        assert made.execute("PRAGMA foreign_key_check").fetchall() == []
        assert made.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        query = "SELECT count(*) FROM terms JOIN provisions USING (plan, issue)"
        assert made.execute(query).fetchone()[0] > 500


HOSTILE = ["=1+1", "+1", "-2", "@SUM(A1)", '=HYPERLINK("https://example.org")', "\uff1d1+1"]


@pytest.fixture
def hostile(tmp_path: Path, silent: Library) -> Plan:
    """A plan whose words a spreadsheet would take for formulas."""
    plan = plancompare.load("geneva")
    points = [
        point.model_copy(update={"summary": text, "note": text})
        for point, text in zip(plan.points * 3, HOSTILE, strict=False)
    ]
    reports = [plan.reports[0].model_copy(update={"says": text}) for text in HOSTILE]
    title = {"title": "=1+1", "reports": tuple(reports), "points": (points[0],)}
    return plan.model_copy(update=title)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_nothing_becomes_a_formula(
    form: str, hostile: Plan, silent: Library, tmp_path: Path
) -> None:
    export(tmp_path / "made", form, library=silent, plans=[hostile])
    _, *rows = rows_of("reports", tmp_path / "made", form)
    assert [row[2] for row in rows] == [f"'{text}" for text in HOSTILE]
    if form == "xlsx":
        book = workbook(tmp_path / "made")
        kinds = {one.data_type for sheet in book for row in sheet.iter_rows() for one in row}
        assert "f" not in kinds


@pytest.mark.parametrize("form", ["json", "sqlite", "parquet"])
def test_other_programs_get_the_words_as_they_are(
    form: str, hostile: Plan, silent: Library, tmp_path: Path
) -> None:
    export(tmp_path / "made", form, library=silent, plans=[hostile])
    _, *rows = rows_of("reports", tmp_path / "made", form)
    assert [row[2] for row in rows] == HOSTILE


def test_a_text_too_long_for_a_cell_is_refused_and_nothing_is_written(
    silent: Library, tmp_path: Path
) -> None:
    plan = plancompare.load("geneva")
    long = plan.model_copy(update={"note": "x" * 32_768})
    with pytest.raises(PlancompareError) as refused:
        export(tmp_path / "made", "xlsx", library=silent, plans=[long])
    assert str(refused.value) == (
        "sheet plans, row 2: a text has more than 32,767 characters, the most a cell can hold; "
        "export to csv instead"
    )
    assert list(tmp_path.iterdir()) == []


def refused(folder: Path, library: Library, **options: Any) -> str:
    before = content(folder) if folder.is_dir() else folder.read_bytes()
    with pytest.raises(PlancompareError) as found:
        export(folder, library=library, **{"plans": ["geneva"], **options})
    assert (content(folder) if folder.is_dir() else folder.read_bytes()) == before
    return str(found.value).replace(str(folder), "DIR")


def test_a_folder_with_anything_else_in_it_stays_as_it_is(silent: Library, tmp_path: Path) -> None:
    folder = tmp_path / "made"
    folder.mkdir()
    (folder / "plans.csv").write_text("mine", encoding="utf-8")
    expected = "DIR: holds what no export wrote: plans.csv; name another folder"
    assert refused(folder, silent) == refused(folder, silent, replace=True) == expected


def test_a_file_of_ones_own_is_not_lost_with_an_earlier_export(
    silent: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "made"
    export(folder, library=silent, plans=["geneva"])
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    expected = "DIR: holds what no export wrote: notes.txt; name another folder"
    assert refused(folder, silent, replace=True) == expected


@pytest.mark.parametrize("listed", ["no JSON", "[]", '{"resources": [1]}', '{"resources": []}'])
def test_a_description_of_another_make_is_not_trusted(
    listed: str, silent: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "made"
    folder.mkdir()
    (folder / "datapackage.json").write_text(listed, encoding="utf-8")
    expected = "DIR: holds what no export wrote: datapackage.json; name another folder"
    assert refused(folder, silent, replace=True) == expected


def test_an_earlier_export_is_replaced_only_where_that_is_asked_for(
    silent: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "made"
    export(folder, library=silent, plans=["geneva"])
    expected = (
        "DIR: holds an earlier export; replace it with --replace (in Python: replace=True), or "
        "name another folder"
    )
    assert refused(folder, silent, plans=["us-28"]) == expected
    export(folder, "sqlite", library=silent, plans=["geneva"], replace=True)
    assert set(content(folder)) == BESIDE | {"plancompare.sqlite"}
    assert [one.name for one in tmp_path.iterdir()] == ["made"]


def test_the_same_again_changes_nothing_and_an_empty_folder_is_filled(
    silent: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "made"
    folder.mkdir()
    export(folder, library=silent, plans=["geneva"])
    first = (folder / "plans.csv").stat().st_mtime_ns
    export(folder, library=silent, plans=["geneva"])
    assert (folder / "plans.csv").stat().st_mtime_ns == first


def test_a_file_in_place_of_the_folder_is_refused(silent: Library, tmp_path: Path) -> None:
    place = tmp_path / "made"
    place.write_text("mine", encoding="utf-8")
    expected = "DIR: is a file, not a folder; name a folder that is not there yet"
    assert refused(place, silent) == expected


def test_a_place_that_cannot_be_written_is_named(silent: Library, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(PlancompareError) as found:
        export(tmp_path / "file" / "made", library=silent)
    assert str(found.value).replace(str(tmp_path), "") == (
        "/file/made: cannot be written: Not a directory; check the folder and its permissions"
    )


def test_the_old_folder_comes_back_where_the_new_one_cannot_be_put_in_its_place(
    silent: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "made"
    export(folder, library=silent, plans=["geneva"])
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if target == folder and not self.name.endswith(".old"):
            raise OSError(5, "Input/output error")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    expected = "DIR: cannot be written: Input/output error; check the folder and its permissions"
    assert refused(folder, silent, plans=["us-28"], replace=True) == expected
    assert [one.name for one in tmp_path.iterdir()] == ["made"]


def test_an_unknown_form_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(UnknownIdError, match=r"^unknown form 'sql'; did you mean sqlite\?$"):
        export(tmp_path / "made", "sql")


@pytest.mark.parametrize(
    ("form", "message"),
    [
        (
            "xlsx",
            "workbooks (.xlsx) need openpyxl, which is not installed; "
            "install it with: pip install plancompare[xlsx]",
        ),
        (
            "parquet",
            "Parquet files need pyarrow, which is not installed; "
            "install it with: pip install plancompare[parquet]",
        ),
    ],
)
def test_a_missing_library_is_named_with_its_extra(
    form: str,
    message: str,
    silent: Library,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, {"xlsx": "openpyxl", "parquet": "pyarrow"}[form], None)
    with pytest.raises(MissingLibraryError) as found:
        export(tmp_path / "made", form, library=silent, plans=["geneva"])
    assert str(found.value) == message
    assert list(tmp_path.iterdir()) == []


def test_columns_of_a_parquet_file_say_what_they_mean(silent: Library, tmp_path: Path) -> None:
    from pyarrow.parquet import read_schema

    export(tmp_path / "made", "parquet", library=silent)
    field = read_schema(tmp_path / "made" / "plans.parquet").field("date")
    assert (str(field.type), field.metadata) == (
        "date32[day]",
        {b"description": b"day of the document"},
    )


def test_a_workbook_can_be_filtered_and_keeps_its_head_in_view(
    silent: Library, tmp_path: Path
) -> None:
    export(tmp_path / "made", "xlsx", library=silent, plans=["geneva"])
    sheet = workbook(tmp_path / "made")["plans"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:L2")
    assert workbook_read_in_passing(tmp_path / "made")["plans"].calculate_dimension() == "A1:L2"
    assert sheet["A1"].font.bold
    assert not sheet["A2"].font.bold
