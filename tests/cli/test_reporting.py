"""The command `report`: what it writes, and how it fails."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from plancompare import Library
from plancompare.cli.main import cli

QUICK = ("--stakeholder", "hungary", "--samples", "10")


def test_the_page_is_written_whole_and_said_so(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    found = CliRunner().invoke(
        cli,
        [
            "report",
            "us-28",
            "geneva",
            "-o",
            str(path),
            "--as-of",
            "2025-11-30",
            "--lang",
            "ru",
            *QUICK,
        ],
    )
    assert (found.exit_code, found.output) == (0, f"written to {path}\n")
    text = path.read_text("utf-8")
    assert text.startswith("<!doctype html>\n<html lang=ru>")
    assert text.endswith("</html>\n")
    assert "2025-11-30" in text
    assert [one.name for one in tmp_path.iterdir()] == ["report.html"]


def test_a_rule_of_ones_own_is_named_with_its_reasons(tmp_path: Path) -> None:
    rule = Library().rule_paths["default"].read_text("utf-8").replace("id: default", "id: mine")
    (tmp_path / "mine.yaml").write_text(rule, encoding="utf-8")
    path = tmp_path / "report.HTML"
    arguments = ["report", "us-28", "-o", str(path), "--rule", str(tmp_path / "mine.yaml"), *QUICK]
    assert CliRunner().invoke(cli, arguments).exit_code == 0
    assert "The rule: mine" in path.read_text("utf-8")


@pytest.mark.parametrize("name", ["report.txt", "report", "html"])
def test_an_ending_that_says_nothing_is_refused_before_anything_is_read(
    name: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    found = CliRunner().invoke(cli, ["report", "no-such-plan", "-o", str(path)])
    assert found.exit_code == 2
    assert "no report has this ending; name a file that ends in .html or .docx" in found.output
    assert not path.exists()
