"""The library as users have it: a wheel, built and unpacked into a folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

__all__ = ["ROOT", "unpacked"]

ROOT = Path(__file__).resolve().parent.parent


def unpacked(folder: Path) -> Path:
    """Build the wheel and install it, without what it depends on, into a folder of its own."""
    built, target = folder / "built", folder / "installed"
    _pip("wheel", "--no-deps", "--wheel-dir", str(built), str(ROOT))
    (made,) = built.glob("*.whl")
    _pip("install", "--no-deps", "--no-compile", "--target", str(target), str(made))
    return target


def _pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*command, *arguments], check=True, capture_output=True)
