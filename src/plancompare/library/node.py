"""What a YAML file holds, with the place of everything in it.

Plain scalars mean what the core schema of YAML 1.2 says: `no` is a word, `010` is ten, and a date
is text until a field asks for a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

__all__ = ["Node", "Part", "Spot", "meaning"]

Part = str | int
"""One step into a file: a field by name, an item by its position or, in a set, by its text."""

_MOST_DIGITS = 100
_NUMBER = re.compile(
    r"(?P<int>[-+]?[0-9]+)|0o(?P<oct>[0-7]+)|0x(?P<hex>[0-9a-fA-F]+)"
    r"|(?P<float>[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?)"
    r"|(?P<none>[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))"
)
_WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NUMERIC = frozenset("+-.0123456789")


def meaning(text: str) -> Any:
    """The value of a plain scalar. Raises `ValueError` for a number that is none or is absurd.

    >>> [meaning(one) for one in ("no", "600000", "1e3", "2025-11-20", "~")]
    ['no', 600000, 1000.0, '2025-11-20', None]
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMERIC or not (found := _NUMBER.fullmatch(text)):
        return text
    if len(text) > _MOST_DIGITS:
        raise ValueError(f"is a number of {len(text)} characters")
    if found["float"]:
        value = float(text)
        if abs(value) == float("inf"):
            raise ValueError(f"{text} is too large for a number")
        return value
    if found["none"]:
        raise ValueError(f"{text} is not a number")
    if found["int"]:
        return int(text)
    return int(found["oct"], 8) if found["oct"] else int(found["hex"], 16)


class Node:
    """A scalar, a list of nodes or a mapping of names to nodes, and where it begins.

    The place of a field is that of its name. An item keeps its number when others are taken out.
    """

    __slots__ = ("index", "mark", "touched", "value")

    def __init__(self, mark: Any, value: Any) -> None:
        self.mark = mark
        self.value = value
        self.index = 0
        """As an item of a list: its number in the file, from 0."""
        self.touched = False
        """Whether something was taken out of it, here or anywhere below."""

    @property
    def data(self) -> Any:
        """The plain data of the node."""
        value = self.value
        if type(value) is dict:
            return {name: node.data for name, node in value.items()}
        if type(value) is list:
            return [node.data for node in value]
        return value

    def holds(self, text: str) -> bool:
        """Whether a scalar stands here or below that is this text, or names joined by + with it."""
        value = self.value
        if type(value) is dict:
            return any(node.holds(text) for node in value.values())
        if type(value) is list:
            return any(node.holds(text) for node in value)
        return value == text or text in str(value).split("+")

    def step(self, part: Part) -> Node | None:
        """The node of a field by its name, or of an item by its number or by what it holds."""
        value = self.value
        if type(value) is dict:
            return value.get(part)
        if type(value) is not list:
            return None
        if isinstance(part, int):
            return value[part] if part < len(value) else None
        exact = (node for node in value if node.value == part)
        return next(exact, None) or next((node for node in value if node.holds(part)), None)

    def spot(self, place: Iterable[Part]) -> Spot:
        """Where a place is, or the nearest spot above it.

        Parts that the file does not have, such as the name of a union's branch, are passed over.
        """
        node, where, above = self, "", []
        for part in place:
            below = node.step(part)
            if below is not None:
                where += f".{part}" if type(node.value) is dict else f"[{below.index}]"
                above.append(node)
                node = below
        return Spot(node, where.removeprefix("."), tuple(above))


class Spot(NamedTuple):
    """A node, its place in words, and the nodes around it from the root inwards."""

    node: Node
    where: str
    above: tuple[Node, ...]

    def take_out(self) -> None:
        """Take the node out of the data; the root stays."""
        for node in (*self.above, self.node):
            node.touched = True
        if self.above:
            value = self.above[-1].value
            if type(value) is dict:
                self.above[-1].value = {k: v for k, v in value.items() if v is not self.node}
            else:
                self.above[-1].value = [one for one in value if one is not self.node]
