"""Where the plans and registers are that come with the library."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

__all__ = ["compiled", "home", "is_installed"]


@cache
def home() -> Path:
    """The folder that holds `proposals` and `seeds`: inside the wheel, or the root of a checkout."""
    package = Path(str(files("plancompare")))
    return package if (package / "proposals").is_dir() else package.parent.parent


def is_installed(path: Path) -> bool:
    """Whether a file is part of an installed library, and so not one to be edited."""
    package = Path(str(files("plancompare"))).resolve()
    return home() == package and package in path.resolve().parents


def compiled(path: Path) -> bytes | None:
    """The same data decoded to JSON, which the wheel carries beside each shipped YAML file."""
    if home() not in path.parents:
        return None
    twin = path.with_suffix(".json")
    return twin.read_bytes() if twin.is_file() else None
