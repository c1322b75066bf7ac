"""The wheel carries plans and registers, each also as JSON, and works without the checkout."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from plancompare.library.document import Document

ROOT = Path(__file__).parents[2]


def environment(site: Path) -> dict[str, str]:
    """The environment without this run's coverage, which is that of the checkout."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    return {**kept, "PYTHONPATH": str(site)}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the wheel installs."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*command, str(ROOT)], check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    site = folder / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    return site


def test_every_shipped_file_is_there_and_its_json_says_the_same(installed: Path) -> None:
    shipped = sorted([*ROOT.glob("proposals/*.yaml"), *ROOT.glob("seeds/**/*.yaml")])
    assert shipped
    for path in shipped:
        twin = installed / "plancompare" / path.relative_to(ROOT)
        assert twin.read_bytes() == path.read_bytes()
        data = json.loads(twin.with_suffix(".json").read_text(encoding="utf-8"))
        assert data == json.loads(Document(path).json)


def test_the_installed_command_reads_the_json_and_not_the_checkout(
    installed: Path, tmp_path: Path
) -> None:
    code = (
        "import sys, plancompare; from plancompare.library.shipped import home; "
        "plan = plancompare.load('us-28'); "
        "print(home(), len(plan.points), 'ruamel' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        env=environment(installed),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.split() == [str(installed / "plancompare"), "28", "False"]


def test_the_installed_library_is_never_edited(installed: Path, tmp_path: Path) -> None:
    words = ["set", "us-28", "force-ceiling/ukraine", "personnel", "1"]
    cited = ["--source", "reuters-2025-11-23", "--basis", "inference"]
    run = subprocess.run(
        [sys.executable, "-m", "plancompare", *words, *cited],
        env=environment(installed),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == (
        f"{installed / 'plancompare' / 'proposals' / 'us-28.yaml'}: belongs to the installed "
        "library and is never edited; copy it to a folder of your own and edit it there\n"
    )


def test_the_installed_command_compares(installed: Path, tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "plancompare", "diff", "us-28", "europe-28"],
        env=environment(installed),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert run.stdout.startswith("us-28 -> europe-28: 13 changed, 4 added, 21 removed; 40 kept")
