"""Every command, run inside this process."""

import csv
import errno
import json
import re
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import click
import pytest
from tests.cli.conftest import Run

import plancompare
from plancompare.cli.main import main
from plancompare.tables.schemas import SCHEMA_NAMES


def test_plans_lists_the_plans_there_are(run: Run) -> None:
    status, out, err = run("plans")
    assert (status, err) == (0, "")
    assert out.startswith("3 plans\n")
    for name in ("us-28", "europe-28", "geneva"):
        assert f"\n{name} " in out


def test_show_prints_a_plan_point_by_point(run: Run) -> None:
    status, out, err = run("show", "us-28")
    assert (status, err) == (0, "")
    assert "── 28 " in out
    assert out == plancompare.render(plancompare.load("us-28"), width=100)


def test_diff_says_first_what_changed_and_ends_with_1(run: Run) -> None:
    status, out, err = run("diff", "us-28", "europe-28")
    assert (status, err) == (1, "")
    first = out.split("\n")[0]
    assert first == "us-28 -> europe-28: 13 changed, 4 added, 21 removed; 40 kept; 0 unknown"


def test_diff_of_equal_plans_ends_with_0(run: Run) -> None:
    assert run("diff", "us-28", "us-28") == (0, "us-28 and us-28 are equal\n", "")


def test_diff_of_plans_that_differ_in_evidence_alone_ends_with_1(run: Run, tmp_path: Path) -> None:
    plan = plancompare.load("geneva")
    plancompare.save_plan(
        plan.model_copy(update={"note": "Another note."}), tmp_path / "geneva.yaml"
    )
    status, out, _ = run("diff", "geneva", str(tmp_path / "geneva.yaml"))
    assert status == 1
    assert "no known change" in out


def test_matrix_has_a_column_per_plan(run: Run) -> None:
    arguments = ["matrix", "us-28", "geneva", "--topic", "military"]
    status, out, _ = run(*arguments, "--width", "160")
    assert status == 0
    assert out.startswith("us-28, geneva: 3 issues\n")
    assert "bbc-2025-11-21" not in out
    assert "bbc-2025-11-21" in run(*arguments, "--show-sources")[1]


@pytest.mark.parametrize("option", ["--contested", "--changed"])
def test_matrix_keeps_to_contested_or_changed_issues(run: Run, option: str) -> None:
    status, out, _ = run("matrix", "us-28", "europe-28", option, "--format", "csv")
    issues = {row["issue"] for row in csv.DictReader(StringIO(out))}
    changes = plancompare.diff(plancompare.load("us-28"), plancompare.load("europe-28"))
    kinds = ["changed"] if option == "--contested" else ["changed", "added", "removed"]
    assert status == 0
    assert issues == {one.issue for one in changes.changes if one.change in kinds}


@pytest.mark.parametrize("format_", plancompare.FORMATS)
@pytest.mark.parametrize(
    "arguments",
    [
        ["plans"],
        ["show", "geneva", "--topic", "economy", "--show-sources"],
        ["diff", "us-28", "geneva", "--topic", "military", "--show-sources"],
        ["matrix", "us-28", "geneva", "--topic", "military"],
    ],
    ids=lambda one: one[0],
)
def test_every_command_prints_every_format(run: Run, arguments: list[str], format_: str) -> None:
    status, out, err = run(*arguments, "--format", format_)
    assert status == (1 if arguments[0] == "diff" else 0)
    assert err == ""
    assert out.endswith("\n")
    assert "\x1b" not in out
    if format_ == "json":
        json.loads(out)


def test_only_and_topic_may_be_repeated(run: Run) -> None:
    _, out, _ = run(
        *("diff", "us-28", "europe-28", "--format", "csv", "--only", "added", "--only", "removed"),
        *("--topic", "economy", "--topic", "justice"),
    )
    rows = list(csv.DictReader(StringIO(out)))
    assert {row["change"] for row in rows} == {"added", "removed"}
    assert {row["topic"] for row in rows} == {"economy", "justice"}


def test_the_width_is_the_terminals_unless_it_is_given(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert max(map(len, run("show", "us-28")[1].split("\n"))) <= 100
    assert max(map(len, run("show", "us-28", "--width", "60")[1].split("\n"))) <= 60
    monkeypatch.setenv("COLUMNS", "7")
    assert 30 < max(map(len, run("show", "us-28")[1].split("\n"))) <= 40


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_colour_is_for_terminals_and_no_color_forbids_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["plancompare", "plans"])
    shown = {}
    for no_color in ("", "1"):
        monkeypatch.setenv("NO_COLOR", no_color)
        monkeypatch.setattr(sys, "stdout", terminal := Terminal())
        with pytest.raises(SystemExit):
            main()
        shown[no_color] = terminal.getvalue()
    assert "\x1b[1m" in shown[""]
    assert "\x1b" not in shown["1"]


def test_a_plan_may_be_a_file(run: Run, tmp_path: Path) -> None:
    plancompare.save_plan(plancompare.load("us-28"), tmp_path / "us-28.yaml")
    assert run("diff", "us-28", str(tmp_path / "us-28.yaml"))[0] == 0


def test_a_folder_adds_plans(run: Run, tmp_path: Path) -> None:
    plan = plancompare.load("us-28").model_copy(update={"id": "mine"})
    plancompare.save_plan(plan, tmp_path / "mine.yaml")
    assert run("show", "mine")[0] == 2
    assert run("show", "mine", "--library", str(tmp_path))[0] == 0
    assert "\nmine " in run("plans", "--library", str(tmp_path))[1]
    assert run("diff", "us-28", "mine", "--library", str(tmp_path))[0] == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["show", "us28"], "unknown plan 'us28'; did you mean us-28?"),
        (["diff", "us-28", "nowhere"], "unknown plan 'nowhere'"),
        (["show", "nowhere.yaml"], "nowhere.yaml: there is no such file"),
        (["show", "no/where"], "no/where"),
        (["show", "us-28", "--topic", "militry"], "unknown topic 'militry'; did you mean military"),
        (["show", "us-28", "--format", "xml"], "'xml' is not one of 'terminal', 'text'"),
        (["show", "us-28", "--width", "39"], "39 is not in the range x>=40"),
        (["diff", "us-28", "geneva", "--only", "moved"], "'moved' is not one of 'changed'"),
        (["diff", "us-28"], "Missing argument 'B'"),
        (["matrix"], "Missing argument 'PLAN...'"),
        (["matrix", "us-28", "us-28"], "two plans have the id 'us-28'"),
        (["plans", "--library", "nowhere"], "nowhere: there is no such folder"),
        (["schema"], "name a schema (plan, "),
        (["schema", "plans"], "unknown schema 'plans'; did you mean plan"),
        (["compare"], "No such command 'compare'"),
        (["plans", "--colour"], "No such option"),
    ],
    ids=" ".join,
)
def test_bad_input_is_a_message_and_status_2(run: Run, arguments: list[str], message: str) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert message in err
    assert "Traceback" not in err


def test_a_file_with_faults_is_told_with_place_and_remedy(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text("id: bad\ntitel: Bad\n", "utf-8")
    for arguments in (["show", str(path)], ["check", str(path)]):
        status, out, err = run(*arguments)
        assert (status, out) == (2, "")
        assert f"{path}:2:1" in err
        assert "title" in err


def test_check_of_the_library_finds_nothing(run: Run) -> None:
    status, out, err = run("check")
    assert status == 0
    assert all(line.startswith("warning: ") and " rests on " in line for line in err.splitlines())
    assert re.fullmatch(
        r"3 plans: \d+ of \d+ points typed, 0 claims without a source\nno problems\n", out
    )


def test_check_counts_what_it_finds(run: Run, tmp_path: Path) -> None:
    plan = plancompare.load("us-28").model_copy(update={"revises": "nowhere"})
    plancompare.save_plan(plan, path := tmp_path / "us-28.yaml")
    status, _, err = run("check", str(path))
    assert status == 2
    assert "nowhere" in err
    assert err.endswith("\n1 problem\n")
    status, _, err = run("check", str(tmp_path / "a.yaml"), str(tmp_path / "b.yaml"))
    assert status == 2
    assert err.endswith("\n2 problems\n")


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_schema_prints_each_schema(run: Run, name: str) -> None:
    status, out, _ = run("schema", name)
    assert status == 0
    assert json.loads(out) == plancompare.schema(name)


def test_schema_writes_all_into_a_folder(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "schema"
    status, out, _ = run("schema", "--output", str(folder))
    assert (status, out) == (0, f"{len(SCHEMA_NAMES)} schemas written to {folder}\n")
    assert {path.name for path in folder.iterdir()} == {
        f"{one}.schema.json" for one in SCHEMA_NAMES
    }


def test_a_folder_that_cannot_be_made_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("plancompare.cli.main.drop_output", lambda: None)
        status, _, err = run("schema", "-o", str(tmp_path / "file" / "x"))
    assert status == 2
    assert str(tmp_path / "file") in err


def test_help_and_version_end_with_0(run: Run) -> None:
    assert run("--version") == (0, f"plancompare, version {plancompare.__version__}\n", "")
    for arguments in (["-h"], ["--help"], ["diff", "-h"]):
        assert run(*arguments)[0] == 0


@pytest.mark.parametrize("arguments", [("--help",), ("new", "--help")])
def test_what_a_command_does_is_said_whole_at_80_columns(
    arguments: tuple[str, ...], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    _, out, _ = run(*arguments)
    commands = out.partition("Commands:\n")[2].splitlines()
    assert len(commands) > 1
    assert all(one.startswith("  ") and one.endswith(".") for one in commands)
    assert not [one for one in commands if one.endswith("...") or len(one) > 80]


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (BrokenPipeError(errno.EPIPE, "Broken pipe"), (141, "")),
        (OSError(errno.ENOSPC, "No space left"), (2, "output: No space left\n")),
        (KeyboardInterrupt(), (130, "\n")),
    ],
    ids=["reader gone", "disk full", "interrupted"],
)
def test_output_that_cannot_be_written_ends_with_its_own_status(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    error: BaseException,
    outcome: tuple[int, str],
) -> None:
    echo = click.echo

    def broken(message: Any = None, *, err: bool = False, **more: Any) -> None:
        if not err:
            raise error
        echo(message, err=True, **more)

    monkeypatch.setattr(sys, "argv", ["plancompare", "plans"])
    monkeypatch.setattr("click.echo", broken)
    with (tmp_path / "out").open("w") as out:
        monkeypatch.setattr(sys, "stdout", out)
        with pytest.raises(SystemExit) as done:
            main()
    assert (done.value.code, capsys.readouterr().err) == outcome


def test_a_closed_output_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(SystemExit) as done:
        main()
    assert done.value.code == 2
    assert capsys.readouterr().err == "the standard output is closed\n"


def test_the_choices_are_those_of_the_library() -> None:
    from plancompare.cli import main, options

    assert options.FORMATS == plancompare.FORMATS
    assert list(main.CHANGES) == list(plancompare.ChangeKind)
