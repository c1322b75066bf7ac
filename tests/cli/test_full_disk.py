"""Where there is no room: the target is named, what stood there stays, and nothing else is left.

The system itself refuses to let a file grow, as a full disk does, halfway through writing it.
"""

import errno
import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.cli.conftest import Run

FULL = "cannot be written: File too large; allow larger files (ulimit -f), or choose a disk that holds them"
NO_DRAFT = (
    "a workbook cannot be drafted in the folder for temporary files: {}; make room there, or name "
    "another in TMPDIR\n"
)


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """No file of this process grows larger."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def content(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("form", ["csv", "json", "parquet", "sqlite"])
def test_an_export_without_room_names_its_folder_and_leaves_the_one_before(
    run: Run, tmp_path: Path, form: str
) -> None:
    folder = tmp_path / "tables"
    assert run("export", str(folder), "--plan", "geneva").status == 0
    before = content(tmp_path)
    with files_of_at_most(4096):
        found = run("export", str(folder), "--to", form, "--replace")
    assert found == (2, "", f"{folder}: {FULL}\n")
    assert content(tmp_path) == before
    assert [*tmp_path.iterdir()] == [folder]


def test_an_export_without_room_leaves_no_folder_above_it(run: Run, tmp_path: Path) -> None:
    with files_of_at_most(4096):
        found = run("export", str(tmp_path / "some" / "where" / "tables"))
    assert found == (2, "", f"{tmp_path}/some/where/tables: {FULL}\n")
    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize("name", ["report.html", "report.docx"])
def test_a_report_without_room_names_its_file_and_leaves_the_one_before(
    run: Run, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_text("old", encoding="utf-8")
    with files_of_at_most(4096):
        found = run("report", "geneva", "--stakeholder", "poland", "-o", str(path))
    assert found == (2, "", f"{path}: {FULL}\n")
    assert content(tmp_path) == {name: b"old"}


def test_a_workbook_without_room_for_its_drafts_says_where_these_are(
    run: Run, tmp_path: Path
) -> None:
    with files_of_at_most(4096):
        found = run("export", str(tmp_path / "tables"), "--to", "xlsx")
    assert found == (2, "", NO_DRAFT.format("File too large"))
    assert not [*tmp_path.iterdir()]


def test_it_says_so_too_where_openpyxl_works_without_lxml(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(**_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.delitem(sys.modules, "lxml.etree", raising=False)
    monkeypatch.setattr("openpyxl.worksheet._writer.NamedTemporaryFile", full)
    found = run("export", str(tmp_path / "tables"), "--to", "xlsx")
    assert found == (2, "", NO_DRAFT.format("No space left on device"))
    assert not [*tmp_path.iterdir()]
