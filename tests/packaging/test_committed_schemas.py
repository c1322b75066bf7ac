"""The committed JSON Schemas are those that the model generates."""

import subprocess
import sys
from pathlib import Path

SCHEMAS = Path(__file__).parents[2] / "docs" / "schema"


def test_committed_schemas_equal_generated_ones(tmp_path: Path) -> None:
    """In a process of its own, for tests define kinds that are not shipped."""
    command = [sys.executable, "-m", "plancompare", "schema", "--output", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)
    generated = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    committed = {path.name: path.read_text(encoding="utf-8") for path in SCHEMAS.iterdir()}
    assert committed == generated
