"""`pytest --plancompare-library DIR` holds a folder of plans to the laws."""

import subprocess
import sys
from pathlib import Path

import plancompare

PLAN = plancompare.Library().path("us-28")


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_a_sound_folder_passes_every_law(tmp_path: Path) -> None:
    library = tmp_path / "mine"
    library.mkdir()
    plan = plancompare.load("us-28").model_copy(update={"id": "mine", "revises": "us-28"})
    plancompare.save_plan(plan, library / "mine.yaml")
    done = run(tmp_path, "--plancompare-library", str(library), "-rA")
    assert done.returncode == 0, done.stdout
    for name in ("audit", "reading_what_was_written[mine]", "diff_with_itself_is_empty[mine]"):
        assert f"PASSED plancompare::{name}" in done.stdout


def test_a_fault_is_told_with_its_place(tmp_path: Path) -> None:
    library = tmp_path / "mine"
    library.mkdir()
    text = PLAN.read_text(encoding="utf-8").replace("id: us-28\n", "id: mine\n", 1)
    (library / "mine.yaml").write_text(text.replace("party: ukraine", "party: ukrain"), "utf-8")
    done = run(tmp_path, "--plancompare-library", str(library))
    assert done.returncode == 1
    assert "This does not hold: Every file can be read, and the files fit together." in done.stdout
    assert "unknown party 'ukrain'; did you mean ukraine?" in done.stdout


def test_a_folder_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    done = run(tmp_path, "--plancompare-library", "nowhere")
    assert done.returncode == 4
    assert "nowhere: there is no such folder; check the path" in done.stderr


def test_without_the_option_nothing_happens(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.returncode == 5
    assert "no tests ran" in done.stdout
