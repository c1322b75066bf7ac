"""`kinds` and `convert`, run inside this process."""

from pathlib import Path
from typing import Any

from tests.cli.conftest import Run

import plancompare


def test_kinds_lists_all_kinds_and_explains_one(run: Run) -> None:
    assert "kinds of provision" in run("kinds")[1]
    status, out, err = run("kinds", "force-ceiling")
    assert (status, err) == (0, "")
    assert "force-ceiling: Upper limit on the personnel of a party's armed forces." in out
    assert "peacetime < always" in out


def test_kinds_writes_its_pages(run: Run, tmp_path: Path) -> None:
    status, out, _ = run("kinds", "--output", str(tmp_path / "pages"))
    assert status == 0
    assert out.endswith(f"pages written to {tmp_path}/pages\n")
    assert (tmp_path / "pages" / "force-ceiling.md").is_file()


def test_convert_goes_all_ways_round(run: Run, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(tmp_path)
    before = "us-28"
    for name in ("a.xlsx", "sheets", "a.yml", "b.xlsx"):
        assert run("convert", before, "-o", name) == (0, "", f"written to {name}\n")
        before = name
    plancompare.save_plan(plancompare.load("us-28"), "us-28.yaml")
    assert run("convert", "b.xlsx") == (0, Path("us-28.yaml").read_text("utf-8"), "")
    assert run("diff", "us-28", "b.xlsx") == (0, "us-28 and us-28 are equal\n", "")


def test_convert_refuses_other_forms_and_says_which_there_are(run: Run) -> None:
    assert run("convert", "us-28", "-o", "a.docx") == (
        2,
        "",
        "a.docx: .docx is no form of a plan; name FILE.yaml, FILE.xlsx or a folder for CSV files\n",
    )
    assert run("convert", "us-29")[2].startswith("unknown plan 'us-29'; did you mean us-28")
