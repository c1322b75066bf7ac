"""The commands that hand results to other programs and people: export and report."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run


def test_export_says_what_it_wrote_and_where(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    status, out, err = run("export", str(folder), "--plan", "geneva", "--to", "json")
    assert (status, err) == (0, "")
    rows = sum(
        len(json.loads(one.read_text(encoding="utf-8")))
        for one in folder.glob("*.json")
        if one.name not in ("datapackage.json", "sources.csl.json")
    )
    assert out == f"22 tables with {rows:,} rows written to {folder}\n"


def test_export_takes_a_plan_from_a_file(run: Run, tmp_path: Path) -> None:
    status, *_ = run(
        "export", str(tmp_path / "made"), "--plan", "proposals/geneva.yaml", "--to", "json"
    )
    assert status == 0
    plans = json.loads((tmp_path / "made" / "plans.json").read_text(encoding="utf-8"))
    assert [one["plan"] for one in plans] == ["geneva"]


def test_a_second_export_needs_leave_to_replace_the_first(run: Run, tmp_path: Path) -> None:
    folder = str(tmp_path / "made")
    assert run("export", folder, "--plan", "geneva")[0] == 0
    status, out, err = run("export", folder, "--plan", "us-28")
    assert (status, out) == (2, "")
    assert err == (
        f"{folder}: holds an earlier export; replace it with --replace (in Python: replace=True), "
        "or name another folder\n"
    )
    assert run("export", folder, "--plan", "us-28", "--replace")[0] == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--plan", "us-82"), "unknown plan 'us-82'; did you mean us-28?\n"),
        (
            ("--plan", "us-28", "--plan", "us-28"),
            "a plan is named twice: us-28, us-28; name each plan once\n",
        ),
        (("--rule", "no-rule"), "unknown rule 'no-rule'; write one of default\n"),
    ],
)
def test_export_names_what_it_does_not_know(
    words: tuple[str, ...], message: str, run: Run, tmp_path: Path
) -> None:
    assert run("export", str(tmp_path / "made"), *words) == (2, "", message)
    assert list(tmp_path.iterdir()) == []


def test_export_wants_a_day_of_the_calendar(run: Run, tmp_path: Path) -> None:
    status, _, err = run("export", str(tmp_path / "made"), "--as-of", "2025-11")
    assert status == 2
    assert "'2025-11' is no day; write it like 2025-11-30" in err


def test_report_writes_a_word_document(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    status, out, err = run("report", "us-28", "europe-28", "-o", str(path), "--topic", "military")
    assert (status, out, err) == (0, f"written to {path}\n", "")
    assert path.read_bytes()[:2] == b"PK"


def test_report_knows_its_endings(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "report.odt"
    status, out, err = run("report", "us-28", "-o", str(path))
    assert (status, out) == (2, "")
    assert f"{path}: no report has this ending; name a file that ends in .html or .docx\n" in err
    assert list(tmp_path.iterdir()) == []


def test_report_names_each_plan_once(run: Run, tmp_path: Path) -> None:
    status, _, err = run("report", "us-28", "us-28", "-o", str(tmp_path / "report.docx"))
    assert (status, err) == (2, "a plan is named twice: us-28, us-28; name each plan once\n")


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--topic", "military"), "--topic has no effect on .html; leave it out"),
        (("--show-sources",), "--show-sources has no effect on .html; leave it out"),
    ],
)
def test_report_refuses_an_option_that_would_do_nothing(
    words: tuple[str, ...], named: str, run: Run, tmp_path: Path
) -> None:
    status, out, err = run("report", "us-28", "-o", str(tmp_path / "report.html"), *words)
    assert (status, out) == (2, "")
    assert named in err
    assert list(tmp_path.iterdir()) == []
