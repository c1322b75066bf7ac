"""Folders written in one step: all of the new files stand there, or none."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from plancompare.errors import PlancompareError, shown
from plancompare.library.writing import replace_folder, writable

__all__ = ["write_folder"]

_LIST = "datapackage.json"


def write_folder(files: Mapping[str, bytes], path: Path | str, *, replace: bool = False) -> None:
    """Write a folder beside its place, then move it there.

    A folder that is there already stays as it is, unless it is empty, holds these very files, or
    is an earlier export and `replace` says so. Raises `PlancompareError`.
    """
    with writable(path):
        target = Path(path).resolve()
        if target.exists():
            if _holds(target, files):
                return
            _refuse_to_lose(target, str(path), replace=replace)
        replace_folder(files, target)


def _holds(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Whether a folder holds just these files."""
    return (
        folder.is_dir()
        and {one.name for one in folder.iterdir()} == set(files)
        and all((folder / name).read_bytes() == content for name, content in files.items())
    )


def _refuse_to_lose(folder: Path, name: str, *, replace: bool) -> None:
    if not folder.is_dir():
        what = f"{shown(name)}: is a file, not a folder"
        raise PlancompareError(f"{what}; name a folder that is not there yet")
    there = {one.name for one in folder.iterdir()}
    if not there:
        return
    strange = sorted(there - _exported(folder))
    if strange:
        what = f"{shown(name)}: holds what no export wrote: {shown(', '.join(strange), 200)}"
        raise PlancompareError(f"{what}; name another folder")
    if not replace:
        remedy = "replace it with --replace (in Python: replace=True), or name another folder"
        raise PlancompareError(f"{shown(name)}: holds an earlier export; {remedy}")


def _exported(folder: Path) -> set[str]:
    """The names of the files that an earlier export says it wrote."""
    try:
        listed = json.loads((folder / _LIST).read_bytes())
        found = {str(one["path"]) for one in listed["resources"]}
        return {*found, *map(str, listed["bibliographies"]), _LIST}
    except (OSError, ValueError, KeyError, TypeError):
        return set()
