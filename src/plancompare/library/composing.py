"""From the events of a YAML parser to nodes, without recursion and within bounds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from plancompare.errors import MOST_PROBLEMS, InvalidFileError, Problem
from plancompare.library.node import Node, meaning
from plancompare.library.textfile import hidden
from plancompare.model.text import hidden_character

__all__ = ["MAXIMUM_DEPTH", "MAXIMUM_VALUES", "Composer"]

MAXIMUM_DEPTH = 100
MAXIMUM_VALUES = 500_000
"""Names, scalars, lists and mappings; a plan of 28 points has about four thousand."""

_QUOTE = "take it out, or put the value in quotes"


class _Frame:
    """A list or mapping that is still being read."""

    __slots__ = ("is_name", "items", "mark", "name", "node", "refused")

    def __init__(self, node: Node, *, is_name: bool, refused: bool) -> None:
        self.node = node
        self.is_name = is_name
        """Whether it stands where a field name must stand."""
        self.refused = refused
        self.items = 0
        """In a list: how many were read, also of those left out."""
        self.name: str | None = None
        """In a mapping: the name that waits for its value."""
        self.mark: Any = None
        """Where that name stands; None if it was refused, and its value is to be left out."""


class Composer:
    """Takes the events of one document; then `root` holds its data, without what `faults` names.

    Aliases, tags and merge keys are refused, so that a file means what it shows and a small file
    stays small in memory. Raises `InvalidFileError` where there is no point in reading on.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Problem] = []
        self.root: Node | None = None
        self._open: list[_Frame] = []

    def compose(self, events: Iterable[Any]) -> None:
        """Take all events. Their classes are known by name: the parser is loaded late."""
        take = {
            "ScalarEvent": self._scalar,
            "MappingStartEvent": self._begin,
            "SequenceStartEvent": self._begin,
            "MappingEndEvent": self._end,
            "SequenceEndEvent": self._end,
            "AliasEvent": self._alias,
            "DocumentStartEvent": self._document,
        }
        for count, event in enumerate(events):
            if count > MAXIMUM_VALUES:
                self._stop(event, f"holds more than {MAXIMUM_VALUES:,} values", "split the file")
            if handler := take.get(type(event).__name__):
                handler(event)

    def _fault(self, event: Any, what: str, remedy: str) -> None:
        mark = event.start_mark
        self.faults.append(Problem(self.file, mark.line + 1, mark.column + 1, "", what, remedy))
        for frame in self._open:
            frame.node.touched = True
        if len(self.faults) > MOST_PROBLEMS:
            raise InvalidFileError(self.faults)

    def _stop(self, event: Any, what: str, remedy: str) -> None:
        self._fault(event, what, remedy)
        raise InvalidFileError(self.faults)

    def _document(self, event: Any) -> None:
        if self.root:
            self._stop(event, "a second document begins", "put it into a file of its own")
        if event.version or event.tags:
            self._fault(event, "a directive (%) is not allowed", "take it out")

    def _alias(self, event: Any) -> None:
        remedy = "write the value out again, or put it in quotes"
        self._fault(event, "an alias (*name) is not allowed", remedy)
        self._pass(event)

    def _tagged(self, event: Any) -> bool:
        """Whether a value carries a tag and so may mean something else. Anchors change nothing."""
        if event.anchor is not None:
            self._fault(event, "an anchor (&name) is not allowed", _QUOTE)
        if event.tag is not None:
            self._fault(event, "a tag (!name) is not allowed", _QUOTE)
        return event.tag is not None

    @property
    def _wants_name(self) -> bool:
        frame = self._open[-1] if self._open else None
        return frame is not None and type(frame.node.value) is dict and frame.name is None

    def _begin(self, event: Any) -> None:
        if len(self._open) == MAXIMUM_DEPTH:
            what = f"is nested more than {MAXIMUM_DEPTH} levels deep"
            self._stop(event, what, "make it flatter")
        is_name = self._wants_name
        if is_name:
            what = "a field name is itself a list or a mapping"
            self._fault(event, what, "write a plain name before the colon")
        node = Node(event.start_mark, {} if type(event).__name__[0] == "M" else [])
        self._open.append(_Frame(node, is_name=is_name, refused=self._tagged(event)))

    def _end(self, event: Any) -> None:
        frame = self._open.pop()
        if frame.is_name or frame.refused:
            self._pass(event)
        else:
            self._put(frame.node)

    def _scalar(self, event: Any) -> None:
        tagged = event.tag is not None or event.anchor is not None
        if tagged:
            tagged = self._tagged(event)
        text = event.value
        if event.style == '"' and (found := hidden_character(text)):
            self._fault(event, hidden(found[0]), "delete it")
            tagged = True
        if tagged:
            self._pass(event)
        elif self._wants_name:
            self._name(event, text)
        elif event.style:
            self._put(Node(event.start_mark, text))
        else:
            try:
                self._put(Node(event.start_mark, meaning(text)))
            except ValueError as error:
                self._fault(event, str(error), "correct it, or put it in quotes")
                self._pass(event)

    def _name(self, event: Any, name: str) -> None:
        frame = self._open[-1]
        frame.name = name
        frame.mark = event.start_mark
        if name in frame.node.value:
            first = frame.node.value[name].mark.line + 1
            what = f"the field {name[:80]!r} stands twice, first in line {first}"
            self._fault(event, what, "keep one of the two")
            frame.mark = None
        elif name == "<<" and not event.style:
            self._fault(event, "a merge key (<<) is not allowed", "write the fields out")
            frame.mark = None

    def _put(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        frame = self._open[-1]
        if type(frame.node.value) is list:
            node.index = frame.items
            frame.items += 1
            frame.node.value.append(node)
            return
        if frame.mark is not None:
            node.mark = frame.mark
            frame.node.value[frame.name] = node
        frame.name = None

    def _pass(self, event: Any) -> None:
        """Leave out a value, or a name together with its value."""
        if self._wants_name:
            self._open[-1].name = ""
            self._open[-1].mark = None
        elif self._open:
            self._open[-1].name = None
            self._open[-1].items += 1
