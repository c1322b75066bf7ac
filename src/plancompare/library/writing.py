"""Values to files: canonically, atomically, and without losing comments when a file is edited."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from plancompare.errors import InvalidFileError, PlancompareError, shown
from plancompare.library.document import Document, dumped
from plancompare.library.editing import edited
from plancompare.library.reading import read_document
from plancompare.model import Plan, Provision

__all__ = ["canonical", "edit", "plain", "write", "write_bytes", "write_text"]


def plain(value: BaseModel) -> dict[str, Any]:
    """A value as plain data in canonical order, without what is left at its default."""
    dumped = value.model_dump(mode="json")
    return {
        name: _plain(getattr(value, name), dumped[name])
        for name in _order(value)
        if name == "kind" or getattr(value, name) != _default(value, name)
    }


def _default(value: BaseModel, name: str) -> Any:
    return type(value).model_fields[name].get_default(call_default_factory=True)


def _order(value: BaseModel) -> list[str]:
    fields = list(type(value).model_fields)
    if not isinstance(value, Provision):
        return fields
    shared = list(Provision.model_fields)
    own = [name for name in fields if name not in shared]
    return ["kind", *own, *(name for name in shared if name != "kind")]


def _plain(value: Any, dumped: Any) -> Any:
    if isinstance(value, BaseModel):
        return plain(value) if isinstance(dumped, dict) else dumped
    if isinstance(value, tuple) and isinstance(dumped, list):
        return [_plain(one, data) for one, data in zip(value, dumped, strict=True)]
    return dumped


def canonical(value: BaseModel) -> str:
    """A value as YAML; equal values give equal text."""
    return dumped(plain(value))


def write(value: BaseModel, path: Path | str) -> None:
    """Write a value to a file; the file is either the old one or the new one, never half of it."""
    write_text(canonical(value), path)


def write_text(text: str, path: Path | str) -> None:
    """Replace a file in one step. Raises `PlancompareError` where that cannot be done."""
    write_bytes(text.encode(), path)


def write_bytes(data: bytes, path: Path | str) -> None:
    """Replace a file in one step. Raises `PlancompareError` where that cannot be done."""
    try:
        target = Path(path).resolve()
        draft = target.with_name(f".{target.name}.{os.getpid()}-{secrets.token_hex(4)}")
        try:
            with draft.open("xb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            if target.exists():
                draft.chmod(target.stat().st_mode & 0o777)
            draft.replace(target)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        what = f"{shown(str(path))}: cannot be written: {reason}"
        raise PlancompareError(f"{what}; check the folder and its permissions") from error


def edit(path: Path | str, plan: Plan) -> None:
    """Bring a plan's file up to date in place; what did not change stays as it was written.

    Comments, order, blank lines and spellings stay. Raises `InvalidFileError` where the file is not
    a plan as it stands.
    """
    document = Document(path)
    text = edited(document.text, plain(read_document(document, Plan)), plain(plan))
    try:
        fits = read_document(Document(path, text), Plan) == plan
    except InvalidFileError:
        fits = False
    if not fits:
        what = f"{shown(str(path))}: is laid out in a way that cannot be edited in place"
        raise PlancompareError(f"{what}; write it anew with save_plan()")
    write_text(text, path)
