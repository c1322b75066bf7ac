"""One YAML file: its text, its data, and the place of everything in it. The door to ruamel.yaml.

Files come from strangers. Before the parser sees one it is held to a size, to UTF-8, to a depth of
nesting and to visible characters; aliases are refused, so that small files stay small in memory.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from plancompare.errors import InvalidFileError, Problem

__all__ = ["MAXIMUM_SIZE", "Document"]

MAXIMUM_SIZE = 16 * 2**20
"""Bytes; a plan of 28 points has about fifty thousand."""

MAXIMUM_DEPTH = 100

_BRACKET = re.compile(r"[][{}]")
_DEEP_BLOCK = re.compile(rf"^[ ?:-]{{{4 * MAXIMUM_DEPTH},}}", re.MULTILINE)
_MAYBE_ALIAS = re.compile(r"(?:^|[\s,:\[{-])\*\S", re.MULTILINE)
_HINTS = {
    "found character that cannot start any token": (
        "a tab or a reserved character (@ ` %) stands where a value begins",
        "indent with spaces, and put such a value in quotes",
    ),
    "mapping values are not allowed": (
        "a colon followed by a space stands inside a plain value",
        "put the value in quotes",
    ),
    "did not find expected": (
        "the structure breaks off here",
        "look for a bracket or quote that is not closed, or for a line indented otherwise",
    ),
    "found duplicate key": ("the same field stands twice", "keep one of the two"),
    "expected a single document": ("a second document begins", "put it into a file of its own"),
    "could not determine a constructor": ("a tag (!...) is not allowed", "write plain values"),
}


class Document:
    """A file that was read but not yet understood.

    Reading raises `InvalidFileError` where the file cannot be a plan or a register at all.
    """

    def __init__(self, path: Path | str, text: str | None = None) -> None:
        self.name = str(path)
        self.text = self._read(Path(path)) if text is None else text
        self._guard()

    def _read(self, path: Path) -> str:
        try:
            if path.is_dir():
                raise self._refused("is a folder, not a file", "name a file in it")
            if path.stat().st_size > MAXIMUM_SIZE:
                raise self._refused(
                    f"is larger than {MAXIMUM_SIZE // 2**20} MiB",
                    "a plan is some fifty kilobytes; is this the right file?",
                )
            raw = path.read_bytes()
        except FileNotFoundError:
            raise self._refused("there is no such file", "check the path") from None
        except OSError as error:
            reason = error.strerror or str(error)
            raise self._refused(f"cannot be read: {reason}", "check its permissions") from None
        except ValueError:  # a null byte in the path
            raise self._refused("is not a path", "check it") from None
        try:
            return raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            before = raw[: error.start]
            line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
            raise InvalidFileError(
                [Problem(self.name, line, column, "", "is not UTF-8 text", "save it as UTF-8")]
            ) from None

    def _refused(self, what: str, remedy: str) -> InvalidFileError:
        return InvalidFileError([Problem(self.name, 0, 0, "", what, remedy)])

    def _at(self, offset: int, what: str, remedy: str) -> InvalidFileError:
        line = self.text.count("\n", 0, offset) + 1
        column = offset - self.text.rfind("\n", 0, offset)
        return InvalidFileError([Problem(self.name, line, column, "", what, remedy)])

    def _guard(self) -> None:
        from plancompare.model.text import hidden_character

        if found := hidden_character(self.text.replace("\r\n", "\n\n")):
            raise self._at(
                found.start(),
                f"holds the control or bidirectional character U+{ord(found[0]):04X}",
                "delete it",
            )
        too_deep = f"is nested more than {MAXIMUM_DEPTH} levels deep", "make it flatter"
        if found := _DEEP_BLOCK.search(self.text):
            raise self._at(found.start(), *too_deep)
        depth = 0
        for found in _BRACKET.finditer(self.text):
            depth = depth + 1 if found[0] in "[{" else max(0, depth - 1)
            if depth > MAXIMUM_DEPTH:
                raise self._at(found.start(), *too_deep)
        if _MAYBE_ALIAS.search(self.text):
            self._refuse_aliases()

    def _refuse_aliases(self) -> None:
        from ruamel.yaml.events import AliasEvent

        for event in self._guarded(lambda yaml: list(yaml.parse(self.text))):
            if isinstance(event, AliasEvent):
                mark = event.start_mark
                raise InvalidFileError(
                    [
                        Problem(
                            self.name,
                            mark.line + 1,
                            mark.column + 1,
                            "",
                            "an alias (*name) is not allowed",
                            "write the value out again, or put it in quotes",
                        )
                    ]
                )

    def _guarded(self, work: Any) -> Any:
        from ruamel.yaml import YAML
        from ruamel.yaml.error import MarkedYAMLError, YAMLError

        try:
            return work(YAML(typ="safe", pure=False))
        except MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            said = f"{error.problem or ''} {error.context or ''}"
            what, remedy = next(
                (hint for start, hint in _HINTS.items() if start in said),
                (error.problem or "is not YAML", "see the YAML 1.2 specification"),
            )
            line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
            raise InvalidFileError(
                [Problem(self.name, line, column, "", what, remedy)]
            ) from None
        except (YAMLError, ValueError) as error:
            what = str(error).splitlines()[0] if str(error) else "is not YAML"
            raise self._refused(what, "mend or delete that place") from None

    @cached_property
    def json(self) -> str:
        """The data of the file as JSON; dates are written as ISO 8601 text."""
        data = self._guarded(lambda yaml: yaml.load(self.text))
        if data is None:
            raise self._refused("is empty", "write a plan, or delete the file")
        try:
            return json.dumps(data, default=str)
        except (TypeError, ValueError):
            raise self._refused(
                "a field name is itself a list or a mapping", "write a plain name before the colon"
            ) from None

    @cached_property
    def _root(self) -> Any:
        return self._guarded(lambda yaml: yaml.compose(self.text))

    def problem(self, place: tuple[str | int, ...], what: str, remedy: str) -> Problem:
        """A problem at a place of the data; where the place is not in the file, near it.

        Parts of the place that the file does not have, such as the name of a union's branch, are
        passed over.
        """
        from ruamel.yaml.nodes import MappingNode, SequenceNode

        node, mark, where = self._root, self._root.start_mark, ""
        for part in place:
            if isinstance(node, MappingNode) and isinstance(part, str):
                for key, value in node.value:
                    if key.value == part:
                        node, mark = value, key.start_mark
                        where += f".{part}" if where else part
                        break
            elif isinstance(node, SequenceNode) and isinstance(part, int):
                if part < len(node.value):
                    node = node.value[part]
                    mark = node.start_mark
                    where += f"[{part}]"
        return Problem(self.name, mark.line + 1, mark.column + 1, where, what, remedy)


def files_in(folder: Path) -> Iterator[Path]:
    """The YAML files of a folder, in the order of their names."""
    yield from sorted([*folder.glob("*.yaml"), *folder.glob("*.yml")])
