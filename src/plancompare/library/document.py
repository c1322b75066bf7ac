"""One YAML file: its text, its data, and the place of everything in it. The door to ruamel.yaml."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

from plancompare.errors import InvalidFileError, Problem
from plancompare.library.composing import Composer
from plancompare.library.node import Spot
from plancompare.library.syntax import syntax_problem
from plancompare.library.textfile import read_text, refused, visible_only
from plancompare.library.tree import Tree

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

    def problem_in(self, spot: Spot, what: str, remedy: str) -> Problem:
        mark = spot.node.mark
        return Problem(self.name, mark.line + 1, mark.column + 1, spot.where, what, remedy)


def nodes(text: str) -> Any:
    """The parsed nodes of a YAML text, with the marks where each begins and ends."""
    from ruamel.yaml import YAML

    return YAML(typ="safe", pure=False).compose(text)


def dumped(data: Any, *, inline: bool = False) -> str:
    """Data as YAML text: in canonical layout, or in one line with brackets."""
    from ruamel.yaml import YAML

    yaml = YAML(typ="rt")
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = 10**9 if inline else 100
    yaml.default_flow_style = inline
    stream = StringIO()
    yaml.dump(data, stream)
    return stream.getvalue()
