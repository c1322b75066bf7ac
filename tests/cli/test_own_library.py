"""An invented conflict, with its own registers and its own kind, and nothing of what is shipped."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.library.conftest import SEEDS
from tests.library.test_own_kinds import DRAFT, KIND


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    (tmp_path / "mylib" / "seeds").mkdir(parents=True)
    for name, text in SEEDS.items():
        (tmp_path / "mylib" / "seeds" / f"{name}.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "mylib" / "kinds.py").write_text(KIND, encoding="utf-8")
    (tmp_path / "mylib" / "draft.yaml").write_text(DRAFT, encoding="utf-8")
    second = DRAFT.replace("id: draft", "id: second").replace("season: dry", "season: wet")
    second = second.replace(
        "gazette-2025], basis: document-text, checked: one-source}\npoints",
        "ministry-2025], basis: document-text, checked: one-source}\npoints",
    )
    (tmp_path / "mylib" / "second.yaml").write_text(second, encoding="utf-8")
    return tmp_path


def run(home: Path, *arguments: str) -> tuple[int, str, str]:
    """In a process of its own: kinds stay known until a process ends."""
    done = subprocess.run(
        [sys.executable, "-m", "plancompare", *arguments],
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


POSITIONS = """\
party: south
positions:
  - id: water
    issues: [dam-release/north]
    says: Water is let through in the dry season.
    prefers: {season: {equals: dry}}
    rejects: {season: {equals: wet}}
    strength: ruled-out
    line: water in the wet season
    on_absence: no clause, no release
    salience: {level: high, reason: said so}
    confidence: high
    stated_on: 2025-11-21
    speaker: A speaker
    evidence:
      - {sources: [gazette-2025], basis: press-report, checked: unverified}
"""

MINE = ("--library", "mylib", "--alone", "--kinds", "mylib/kinds.py")


def test_plans_are_checked_compared_and_converted_without_the_shipped_library(mine: Path) -> None:
    assert run(mine, "plans", *MINE)[1].startswith("2 plans\n")
    said = "2 plans: 2 of 2 points typed, 0 claims without a source\nno problems\n"
    assert run(mine, "check", *MINE) == (0, said, "")
    status, out, _ = run(mine, "diff", "draft", "second", *MINE)
    assert status == 1
    assert "dam-release/north" in out
    for name in ("draft.xlsx", "sheets", "again.yaml"):
        assert run(mine, "convert", "draft", "-o", name, *MINE) == (0, "", f"written to {name}\n")
        assert run(mine, "diff", "draft", f"./{name}", *MINE)[0] == (2 if "again" in name else 0)
        assert run(mine, "convert", name, *MINE) == (0, run(mine, "convert", "draft", *MINE)[1], "")


def test_the_codebook_and_the_schema_hold_the_kind(mine: Path) -> None:
    status, out, _ = run(mine, "kinds", "dam-release", "--format", "json", *MINE)
    assert status == 0
    note = json.loads(out)
    assert (note["topic"], note["plans"]) == ("water", ["draft", "second"])
    assert "dam-release" in run(mine, "schema", "plan", "--kinds", "mylib/kinds.py")[1]


def test_without_the_option_the_error_names_it(mine: Path) -> None:
    status, _, err = run(mine, "convert", "mylib/draft.yaml")
    assert status == 2
    assert "mylib/kinds.py names it; have that file run, with --kinds mylib/kinds.py" in err
    status, _, err = run(mine, "check", "mylib/draft.yaml", "--library", "mylib", "--alone")
    assert status == 2
    assert err.endswith("with --kinds mylib/kinds.py\n1 problem\n")


def test_a_fault_in_the_file_of_kinds_is_a_message(mine: Path) -> None:
    (mine / "mylib" / "kinds.py").write_text("1 / 0", encoding="utf-8")
    assert run(mine, "plans", *MINE) == (
        2,
        "",
        "mylib/kinds.py:1:1: fails with ZeroDivisionError: division by zero; correct it there\n",
    )


def test_alone_needs_a_folder(mine: Path) -> None:
    status, _, err = run(mine, "plans", "--alone")
    assert status == 2
    assert "--alone leaves no library; name a folder with --library" in err


def test_shipped_plans_are_unknown_to_a_library_alone(mine: Path) -> None:
    status, _, err = run(mine, "convert", "us-28", *MINE)
    assert (status, err) == (2, "unknown plan 'us-28'; write one of draft or second\n")


def test_positions_are_held_against_a_kind_of_ones_own(mine: Path) -> None:
    folder = mine / "mylib" / "seeds" / "positions"
    folder.mkdir()
    (folder / "south.yaml").write_text(POSITIONS, encoding="utf-8")
    assert run(mine, "check", *MINE)[::2] == (0, "")
    status, out, _ = run(mine, "redlines", "draft", "second", *MINE)
    assert (status, "water in the wet season" in out) == (0, True)
    status, out, _ = run(mine, "verdicts", "draft", "second", "--format", "json", *MINE)
    assert status == 0
    found = [one["verdicts"][0]["verdict"] for one in json.loads(out)]
    assert found == ["preferred", "rejected"]
    status, out, _ = run(mine, "score", "draft", "second", *MINE)
    assert (status, "0.00" in out) == (0, True)
    status, _, err = run(mine, "check", "--library", "mylib", "--alone")
    where = "mylib/seeds/positions/south.yaml:4:5: positions[0].issues: unknown kind 'dam-release'"
    said = f"{where}; mylib/kinds.py names it; have that file run, with --kinds mylib/kinds.py"
    assert said in err


@pytest.mark.parametrize(
    "command",
    [
        ("verdicts", "draft"),
        ("redlines", "draft", "second"),
        ("score", "draft"),
        ("plot", "verdicts", "draft", "-o", "drawn.svg"),
        ("plot", "scores", "draft", "-o", "drawn.svg"),
    ],
)
def test_without_stakeholders_there_is_nothing_to_judge_by(
    mine: Path, command: tuple[str, ...]
) -> None:
    assert run(mine, *command, *MINE) == (
        2,
        "",
        "the library has no stakeholders; "
        "begin a file of positions with plancompare new positions NAME --plan PLAN\n",
    )
