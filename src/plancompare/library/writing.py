"""Values to files: canonically, atomically, and without losing comments when a file is edited."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from plancompare.errors import InvalidFileError, PlancompareError, Problem, shown
from plancompare.library.document import Document, dumped
from plancompare.library.editing import edited
from plancompare.library.reading import examine, read_document
from plancompare.library.shipped import is_installed
from plancompare.model import Plan, Provision
from plancompare.model.evidence import CITES, TODO

__all__ = [
    "canonical",
    "edit",
    "plain",
    "replace_folder",
    "replace_text",
    "writable",
    "write",
    "write_bytes",
    "write_text",
]


def plain(value: BaseModel, *, todo: bool = False) -> dict[str, Any]:
    """A value as plain data in canonical order, without what is left at its default.

    With `todo`, a claim without evidence is marked as one whose evidence is still to be written.
    """
    dumped = value.model_dump(mode="json")
    data = {}
    for name in _order(value):
        if name == "kind" or getattr(value, name) != _default(value, name):
            data[name] = _plain(getattr(value, name), dumped[name], todo)
        elif todo and CITES in type(value).model_fields[name].metadata:
            data[name] = TODO
    return data


def _default(value: BaseModel, name: str) -> Any:
    return type(value).model_fields[name].get_default(call_default_factory=True)


def _order(value: BaseModel) -> list[str]:
    fields = list(type(value).model_fields)
    if not isinstance(value, Provision):
        return fields
    shared = list(Provision.model_fields)
    own = [name for name in fields if name not in shared]
    return ["kind", *own, *(name for name in shared if name != "kind")]


def _plain(value: Any, dumped: Any, todo: bool) -> Any:
    if isinstance(value, BaseModel):
        return plain(value, todo=todo) if isinstance(dumped, dict) else dumped
    if isinstance(value, tuple) and isinstance(dumped, list):
        return [_plain(one, data, todo) for one, data in zip(value, dumped, strict=True)]
    return dumped


def canonical(value: BaseModel) -> str:
    """A value as YAML; equal values give equal text."""
    return dumped(plain(value, todo=True))


def write(value: BaseModel, path: Path | str) -> None:
    """Write a value to a file; the file is either the old one or the new one, never half of it."""
    write_text(canonical(value), path)


def write_text(text: str, path: Path | str) -> None:
    """Replace a file in one step. Raises `PlancompareError` where that cannot be done."""
    write_bytes(text.encode(), path)


def write_bytes(data: bytes, path: Path | str) -> None:
    """Replace a file in one step. Raises `PlancompareError` where that cannot be done."""
    with writable(path):
        target = Path(path).resolve()
        draft = _beside(target)
        try:
            _put(data, draft)
            if target.exists():
                draft.chmod(target.stat().st_mode & 0o777)
            draft.replace(target)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise


def _put(data: bytes, draft: Path) -> None:
    """Write a file that is not there yet, down to the disk, which may be full only then."""
    with draft.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def replace_folder(files: Mapping[str, bytes], target: Path) -> None:
    """Replace a folder, which holds nothing else of worth, in one step: all new files or none.

    Folders above it that are not there are made, and go again where it cannot be written.
    """
    draft = _beside(target)
    old = draft.with_name(f"{draft.name}.old")
    above = [one for one in target.parents if not one.exists()]
    try:
        draft.mkdir(parents=True)
        for name, content in files.items():
            _put(content, draft / name)
        if target.exists():
            target.rename(old)
        draft.rename(target)
    except BaseException:
        if old.exists() and not target.exists():
            old.rename(target)
        shutil.rmtree(draft, ignore_errors=True)
        with suppress(OSError):
            for one in above:
                one.rmdir()
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


def _beside(target: Path) -> Path:
    """A name beside a file or folder that nobody else uses."""
    return target.with_name(f".{target.name}.{os.getpid()}-{secrets.token_hex(4)}")


_REMEDIES = {
    errno.ENOSPC: "make room for it",
    errno.EDQUOT: "make room for it",
    errno.EFBIG: "allow larger files (ulimit -f), or choose a disk that holds them",
}


@contextmanager
def writable(path: Path | str) -> Iterator[None]:
    """Say as `PlancompareError` why a file or folder could not be written."""
    try:
        yield
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        what = f"{shown(str(path))}: cannot be written: {reason}"
        remedy = _REMEDIES.get(getattr(error, "errno", 0), "check the folder and its permissions")
        raise PlancompareError(f"{what}; {remedy}") from error


def edit(path: Path | str, plan: Plan) -> None:
    """Bring a plan's file up to date in place; what did not change stays as it was written.

    Comments, order, blank lines and spellings stay. Raises `InvalidFileError` where the file is not
    a plan as it stands.
    """
    document = Document(path)
    before = plain(read_document(document, Plan), todo=True)
    text = edited(document.text, before, plain(plan, todo=True))
    replace_text(path, text, plan)


def replace_text(path: Path | str, text: str, plan: Plan, problems: Iterable[Problem] = ()) -> None:
    """Replace the text of a file if it means a plan, apart from problems that it had before.

    Raises `PlancompareError` where it does not, or where the file is part of an installed library.
    """
    if is_installed(Path(path)):
        what = f"{shown(str(path))}: belongs to the installed library and is never edited"
        raise PlancompareError(f"{what}; copy it to a folder of your own and edit it there")
    try:
        found, faults = examine(Document(path, text), Plan)
    except InvalidFileError:
        fits = False
    else:
        known = {(problem.where, problem.what) for problem in problems}
        fits = found == plan and known >= {(fault.where, fault.what) for fault in faults}
    if not fits:
        what = f"{shown(str(path))}: is laid out in a way that cannot be edited in place"
        raise PlancompareError(f"{what}; write it anew with save_plan()")
    write_text(text, path)
