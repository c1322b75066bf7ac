"""The text of a file that a stranger may have written: bounded, UTF-8, nothing hidden in it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from plancompare.errors import InvalidFileError, Problem
from plancompare.model.text import hidden_character

__all__ = ["MAXIMUM_SIZE", "files_in", "read_bytes", "read_text", "refused", "visible_only"]

MAXIMUM_SIZE = 16 * 2**20
"""Bytes; a plan of 28 points has about fifty thousand."""


def refused(file: str, what: str, remedy: str, line: int = 0, column: int = 0) -> InvalidFileError:
    """The error for a file with one problem, at a place in it or as a whole."""
    return InvalidFileError([Problem(file, line, column, "", what, remedy)])


def read_text(path: Path | str) -> str:
    """The text of a file. Raises `InvalidFileError` for anything but a small file in UTF-8."""
    name = str(path)
    raw = read_bytes(name)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = bytes(error.object[: error.start])
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode()) + 1
        raise refused(name, "is not UTF-8 text", "save it as UTF-8", line, column) from None


def read_bytes(path: Path | str) -> bytes:
    """The content of a small ordinary file. Raises `InvalidFileError` for anything else."""
    name = str(path)
    try:
        about = os.stat(name)  # noqa: PTH116 - a Path would turn an empty name into a dot
        if stat.S_ISDIR(about.st_mode):
            raise refused(name, "is a folder, not a file", "name a file in it")
        if not stat.S_ISREG(about.st_mode):  # a pipe may block, a device may never end
            raise refused(name, "is not an ordinary file", "save its content to a file first")
        if about.st_size <= MAXIMUM_SIZE:
            with Path(name).open("rb") as stream:
                raw = stream.read(MAXIMUM_SIZE + 1)
            if len(raw) <= MAXIMUM_SIZE:  # it may have grown
                return raw
    except FileNotFoundError:
        raise refused(name or "''", "there is no such file", "check the path") from None
    except OSError as error:
        reason = f"cannot be read: {error.strerror}"
        raise refused(name, reason, "check the path and its permissions") from None
    except InvalidFileError:
        raise
    except ValueError:
        raise refused(name, "is not a path", "take the null character out") from None
    remedy = "check that it is the right file; a plan has some fifty kilobytes"
    raise refused(name, f"is larger than {MAXIMUM_SIZE // 2**20} MiB", remedy)


def visible_only(file: str, text: str) -> None:
    """Refuse a text with characters that a screen would not show, or show out of order."""
    found = hidden_character(text.replace("\r\n", "\n\n"))
    if found:
        start = found.start()
        line = text.count("\n", 0, start) + 1
        column = start - text.rfind("\n", 0, start)
        raise refused(file, hidden(found[0]), "delete it", line, column)


def hidden(character: str) -> str:
    """What is wrong with a text that holds such a character."""
    return f"holds the control or bidirectional character U+{ord(character):04X}"


def files_in(folder: Path) -> Iterator[Path]:
    """The YAML files of a folder, in the order of their names."""
    yield from sorted([*folder.glob("*.yaml"), *folder.glob("*.yml")])
