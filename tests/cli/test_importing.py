"""The command `import`, and what can be done with its result."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from plancompare.cli.main import cli

TEXT = "A plan\n\n1. Fire ceases.\n2. Forces leave within 30 days.\n5. Ships pass.\n"


def run(*arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(cli, arguments, input=text)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("spring.txt").write_text(TEXT, "utf-8")
    Path("autumn.txt").write_text(TEXT.replace("leave", "may leave"), "utf-8")


def test_a_text_becomes_a_plan_that_can_be_compared() -> None:
    for name in ("spring", "autumn"):
        done = run("import", f"{name}.txt", "-o", f"{name}.yaml", "--date", "2031-03-04")
        assert done.exit_code == 0
        assert done.stderr == (
            "3 points, numbered 1 to 5, without 3, 4; 0 provisions proposed as comments\n"
            f"written to {name}.yaml\n"
        )
    compared = run("diff", "spring.yaml", "autumn.yaml")
    assert compared.exit_code == 1
    assert "Forces {+may+} leave within 30 days." in compared.stdout


def test_the_text_can_be_written_back() -> None:
    run("import", "spring.txt", "-o", "spring.yaml")
    shown = run("show", "spring.yaml", "--text")
    assert "".join(shown.stdout.split()) == "".join(TEXT.split())


def test_the_standard_input_will_do() -> None:
    done = run("import", "-", "--id", "mailed", "--title", "As mailed", text="• Fire ceases.")
    assert done.exit_code == 0
    assert "id: mailed" in done.stdout
    assert 'title: "As mailed"' in done.stdout
    assert done.stderr == "1 point, 1 without a number; 0 provisions proposed as comments\n"


def test_a_text_without_numbers_is_said_to_be_one() -> None:
    done = run("import", "-", text="Nothing was agreed.")
    assert "0 points, all of the text is in the preamble" in done.stderr


def test_a_file_that_exists_is_replaced_only_by_force() -> None:
    Path("spring.yaml").write_text("id: by hand\n", "utf-8")
    refused = run("import", "spring.txt", "-o", "spring.yaml")
    assert str(refused.exception) == (
        "spring.yaml: exists already; name another file, or add --force"
    )
    assert Path("spring.yaml").read_text("utf-8") == "id: by hand\n"
    assert run("import", "spring.txt", "-o", "spring.yaml", "--force").exit_code == 0


def test_a_plan_without_text_cannot_be_written_back() -> None:
    assert str(run("show", "us-28", "--text").exception) == (
        "us-28: holds no text of its points; leave out --text"
    )


def test_what_is_not_in_the_text_is_asked_for_in_a_comment() -> None:
    shown = run("import", "spring.txt").stdout
    assert "#   conflict\n#   date\n#   text_status, and disclosure" in shown
    known = run("import", "spring.txt", "--date", "2031-03-04", "--conflict", "north-south").stdout
    assert "#   conflict\n" not in known
    assert "date: 2031-03-04\n" in known


def test_check_asks_for_the_source_that_is_missing() -> None:
    run("import", "spring.txt", "-o", "spring.yaml")
    assert "the plan cites no source" in run("check", "spring.yaml").stderr


def test_an_empty_text_is_called_empty() -> None:
    assert run("import", "-", text=" \n").stderr == (
        "0 points, for the text is empty; 0 provisions proposed as comments\n"
    )
