"""Kinds of provision that users define in a Python file, which is run only where they name it."""

from __future__ import annotations

import hashlib
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

from plancompare.errors import InvalidFileError, nearest, shown
from plancompare.library.textfile import read_text, refused
from plancompare.model import KINDS

__all__ = ["FILE_OF_KINDS", "known_kinds", "load_kinds"]

FILE_OF_KINDS = "kinds.py"
"""The name under which a library folder keeps kinds of its own."""

_run: dict[str, str] = {}
"""The text of each file that was run, by the name of its module."""


def load_kinds(path: Path | str) -> None:
    """Run a Python file that defines kinds of provision. It is code: only run what you trust.

    Of a folder, its `kinds.py` is run. A file that was run before is run again only if it has
    changed. Raises `InvalidFileError`, with the line, where it fails or defines no kind.
    """
    path = Path(path)
    if path.is_dir():
        path /= FILE_OF_KINDS
    name, text = str(path), read_text(path)
    module = f"plancompare_kinds_{hashlib.sha256(str(path.resolve()).encode()).hexdigest()}"
    if _run.get(module) == text:
        return
    _execute(name, text, module)
    if not any(kind.__module__ == module for kind in KINDS.values()):
        what = "defines no kind of provision"
        remedy = 'write a subclass of plancompare.Provision with kind: Literal["..."] = "..."'
        raise refused(name, what, remedy)
    _run[module] = text


def _execute(name: str, text: str, module: str) -> None:
    made = sys.modules[module] = ModuleType(module)
    made.__file__ = name
    try:
        exec(compile(text, name, "exec", dont_inherit=True), made.__dict__)  # noqa: S102 - asked for
    except SyntaxError as error:
        inside = error.filename == name
        line, column = (error.lineno or 0, error.offset or 0) if inside else (0, 0)
        raise refused(name, f"is not Python: {error.msg}", "correct it", line, column) from None
    except (Exception, SystemExit) as error:
        raise _failed(name, error) from error


def _failed(name: str, error: BaseException) -> InvalidFileError:
    frames = traceback.extract_tb(error.__traceback__)
    line = next((one.lineno or 0 for one in reversed(frames) if one.filename == name), 0)
    said = " ".join(str(error).partition("For further information")[0].split())
    what = f"fails with {type(error).__name__}{': ' if said else ''}{shown(said, 400)}"
    remedy = "correct it there"
    if isinstance(error, ImportError):
        remedy = "install what is missing, or do without it"
    return refused(name, what, remedy, line, 1 if line else 0)


def known_kinds(name: str, folders: Iterable[Path]) -> str:
    """A remedy for an unknown kind: the file that defines it, if one lies near, or near names."""
    for folder in folders:
        file = folder / FILE_OF_KINDS
        try:
            if file.is_file() and f'"{name}"' in read_text(file).replace("'", '"'):
                return f"{file} names it; have that file run, with --kinds {file}"
        except InvalidFileError:
            continue
    return nearest(name, KINDS)
