"""The committed pages of the codebook are those that the model generates."""

import subprocess
import sys
from pathlib import Path

PAGES = Path(__file__).parents[2] / "docs" / "codebook"


def test_committed_pages_equal_generated_ones(tmp_path: Path) -> None:
    """In a process of its own, for tests define kinds that are not shipped."""
    command = [sys.executable, "-m", "plancompare", "kinds", "--output", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)
    generated = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    committed = {path.name: path.read_bytes() for path in PAGES.iterdir()}
    assert committed == generated
