"""Merging plans as text, line by line: what the typed merge is held against."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.peers import peer
from plancompare import Plan
from plancompare.library.writing import canonical

__all__ = ["conflicts_of_git", "merge3_of_lines"]

MARK = "<<<<<<<"


def merge3_of_lines(base: Plan, ours: Plan, theirs: Plan) -> Callable[[], int] | None:
    """A call of merge3 on the lines of three files, read already; None where it is not installed.

    It counts the conflicts, for the merge is made while its lines are taken.
    """
    if not (library := peer("merge3")):
        return None
    texts = [canonical(plan).splitlines(keepends=True) for plan in (base, ours, theirs)]
    return lambda: sum(line.startswith(MARK) for line in library.Merge3(*texts).merge_lines())


def conflicts_of_git(base: Plan, ours: Plan, theirs: Plan) -> int | None:
    """How many conflicts `git merge-file` leaves in the files; None where there is no git."""
    if not (git := shutil.which("git")):
        return None
    with TemporaryDirectory() as folder:
        files = [Path(folder) / name for name in ("ours", "base", "theirs")]
        for path, plan in zip(files, (ours, base, theirs), strict=True):
            path.write_text(canonical(plan), encoding="utf-8")
        command = [git, "merge-file", "--stdout", *map(str, files)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    return sum(line.startswith(MARK) for line in done.stdout.splitlines())
