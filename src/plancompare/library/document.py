"""One YAML file: its text, its data, and the place of everything in it. The door to ruamel.yaml."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

from plancompare.errors import InvalidFileError, Problem
from plancompare.library.composing import Composer
from plancompare.library.node import Spot
from plancompare.library.syntax import syntax_problem
from plancompare.library.textfile import read_text, refused, visible_only
from plancompare.library.tree import Tree
from plancompare.model.evidence import TODO

__all__ = ["Document", "dumped", "nodes"]


class Document(Tree):
    """A file that was read but not yet understood.

    Raises `InvalidFileError` where it is not YAML. Where it is YAML of a sort that is refused,
    `faults` says so, and `root` holds the rest.
    """

    def __init__(self, path: Path | str, text: str | None = None) -> None:
        from ruamel.yaml import YAML
        from ruamel.yaml.error import YAMLError

        self.name = str(path)
        self.bears = Path(path).stem
        self.text = read_text(path) if text is None else text
        visible_only(self.name, self.text)
        composer = Composer(self.name)
        try:
            composer.compose(YAML(typ="safe", pure=False).parse(self.text))
        except YAMLError as error:
            fault = syntax_problem(self.name, self.text, error)
            raise InvalidFileError([*composer.faults, fault]) from None
        self.faults = tuple(composer.faults)
        if composer.root is None or composer.root.value is None:
            if self.faults:
                raise InvalidFileError(self.faults)
            raise refused(self.name, "is empty", "write name: value, or delete the file")
        self.root = composer.root

    def says(self, word: str) -> bool:
        return word in self.text

    def problem_in(self, spot: Spot, what: str, remedy: str) -> Problem:
        mark, todo = spot.node.mark, spot.node.value == TODO
        return Problem(self.name, mark.line + 1, mark.column + 1, spot.where, what, remedy, todo)


def nodes(text: str) -> Any:
    """The parsed nodes of a YAML text, with the marks where each begins and ends."""
    from ruamel.yaml import YAML

    return YAML(typ="safe", pure=False).compose(text)


def dumped(data: Any, *, inline: bool = False, compact: bool = False) -> str:
    """Data as YAML text: in canonical layout, in one line with brackets, or with short lists so."""
    from ruamel.yaml import YAML

    yaml = YAML(typ="rt")
    yaml.Emitter = _emitter()
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = 10**9 if inline else 100
    yaml.default_flow_style = inline
    stream = StringIO()
    yaml.dump(_compact(data) if compact else data, stream)
    return stream.getvalue()


def _compact(data: Any) -> Any:
    """The same data, in which a list of scalars is to be written in one line."""
    from ruamel.yaml.comments import CommentedSeq

    if isinstance(data, dict):
        return {name: _compact(value) for name, value in data.items()}
    if isinstance(data, list):
        sequence = CommentedSeq(map(_compact, data))
        if not any(isinstance(one, dict | list) for one in data):
            sequence.fa.set_flow_style()
        return sequence
    return data


_UNFOLDED = re.compile(r"[ \t]{2}|[\t\ufffe\uffff]")
_UNFOLDED_IN_QUOTES = re.compile(rf"{_UNFOLDED.pattern}|['\"\\]")
"""Where such text is folded the emitter loses a space; it is written in one line instead."""


@cache
def _emitter() -> Any:
    from ruamel.yaml.emitter import Emitter

    class Faithful(Emitter):
        """An emitter that does not fold what it could not read back."""

        def write_plain(self, text: str, split: bool = True) -> None:  # noqa: FBT002 - as called
            self._written(super().write_plain, text, split)

        def write_single_quoted(self, text: str, split: bool = True) -> None:  # noqa: FBT002 - as called
            self._written(super().write_single_quoted, text, split)

        def write_double_quoted(self, text: str, split: bool = True) -> None:  # noqa: FBT002 - as called
            self._written(super().write_double_quoted, text, split, _UNFOLDED_IN_QUOTES)

        def _written(
            self,
            write: Callable[..., None],
            text: str,
            split: bool,
            whole: re.Pattern[str] = _UNFOLDED,
        ) -> None:
            width = self.best_width
            if whole.search(text):
                self.best_width = 10**9
            write(text, split)
            self.best_width = width

    return Faithful
