"""What can be corrected in the file of a plan without judgement: order and spelling."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from plancompare.errors import PlancompareError, shown
from plancompare.library.document import Document, dumped, nodes
from plancompare.library.editing import Editor
from plancompare.library.node import Node, Part
from plancompare.library.opening import open_yaml
from plancompare.library.reading import examine
from plancompare.library.rules import in_order
from plancompare.library.writing import plain, replace_text
from plancompare.model import Plan

__all__ = ["Fix", "fix"]

_LISTINGS = ("omits", "defers", "undisclosed")
_ROUNDS = 8


class Fix(NamedTuple):
    """One correction: its place, what stood there, and what stands there now."""

    file: str
    line: int
    column: int
    where: str
    before: str
    after: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}: {self.where}"
        return f"{shown(place)}: {shown(self.before, 200)} -> {shown(self.after, 200)}"


def fix(path: Path | str) -> list[Fix]:
    """Bring sets into order, and numbers, money and issues into canonical spelling, in place.

    The meaning of the file, its comments and its layout stay; what is wrong is left as it is.
    Fixing again changes nothing. Raises `PlancompareError` where the file is not YAML.
    """
    document = open_yaml(path)
    before, problems = examine(document, Plan)
    fixes: list[Fix] = []
    text = document.text
    for _ in range(_ROUNDS):
        text, found = _one_round(document.name, text)
        if not found:
            break
        fixes += found
    if fixes and before is not None:
        after, _ = examine(Document(path, text), Plan)
        if after is None or plain(after) != _spelt(plain(before)):
            what = f"{shown(str(path))}: cannot be fixed without altering what it says"
            raise PlancompareError(f"{what}; see what check says of it")
        replace_text(path, text, after, problems)
    return sorted(fixes)


def _spelt(plan: dict[str, Any]) -> dict[str, Any]:
    """Plain data of a plan, with the issues of its listings in canonical spelling."""
    for entry in (entry for name in _LISTINGS for entry in plan.get(name, ())):
        entry["issues"] = sorted(map(in_order, entry["issues"]))
    return plan


def _one_round(file: str, text: str) -> tuple[str, list[Fix]]:
    """The text after all corrections that do not lie within one another, innermost first."""
    document = Document(file, text)
    plan, _ = examine(document, Plan)
    if plan is None:
        return text, []
    fixer = _Fixer(document)
    fixer.compare(nodes(fixer.editor.text), document.root, plain(plan), ())
    return fixer.editor.result(), fixer.fixes


class _Fixer:
    """Holds a file against its canonical data, and collects what differs in order or spelling."""

    def __init__(self, document: Document) -> None:
        text = document.text
        self.editor = Editor(text if text.endswith("\n") else f"{text}\n")
        self.fixes: list[Fix] = []
        self._document = document

    def compare(self, written: Any, node: Node, value: Any, place: tuple[Part, ...]) -> None:
        """Compare a node, as parsed and as read, with the value it should have."""
        if isinstance(value, dict) and type(node.value) is dict:
            entries = {name.value: child for name, child in written.value}
            for name, child in node.value.items():
                if name in value:
                    self.compare(entries[name], child, value[name], (*place, name))
        elif isinstance(value, list) and type(node.value) is list:
            self._compare_lists(written, node, value, place)
        elif _is_scalar(value) and _is_scalar(node.value):
            if place[:1] in {(name,) for name in _LISTINGS} and "issues" in place:
                value = in_order(value)
            if str(node.value) != str(value):
                self._note(place, node, node.value, value)
                span = written.start_mark.index, written.end_mark.index
                self.editor.replaced.append((*span, dumped([value], inline=True)[1:-2]))

    def _compare_lists(
        self, written: Any, node: Node, value: list[Any], place: tuple[Part, ...]
    ) -> None:
        count = len(self.fixes)
        members = [*map(_loose, (one.data for one in node.value))]
        wanted = [*map(_loose, value)]
        for index, position in _paired(members, wanted, node):
            child = node.value[index]
            self.compare(written.value[child.index], child, value[position], (*place, index))
        if count == len(self.fixes) and members != wanted and sorted(members) == sorted(wanted):
            order = [members.index(one) for one in wanted]
            self._reorder(written, node, order, place)

    def _reorder(self, written: Any, node: Node, order: list[int], place: tuple[Part, ...]) -> None:
        spans = [*self._spans(written)]
        if len(spans) == len(order) == len(written.value):
            data = node.data
            self._note(place, node, data, [data[index] for index in order])
            texts = [self.editor.text[start:end] for start, end in spans]
            for (start, end), index in zip(spans, order, strict=True):
                self.editor.replaced.append((start, end, texts[index]))

    def _spans(self, written: Any) -> Iterator[tuple[int, int]]:
        """Where each item stands, comments included; nothing where comments would be torn off."""
        editor, items = self.editor, written.value
        if written.flow_style:
            spans = [(one.start_mark.index, editor.end(one)) for one in items]
            if "#" not in editor.text[spans[0][0] : spans[-1][1]]:
                yield from spans
        elif editor.begins_line(written):
            start = editor.after_item(written, 0)
            for one in items:
                yield start, (start := editor.line_end(one))

    def _note(self, place: tuple[Part, ...], node: Node, before: Any, after: Any) -> None:
        where = self._document.root.spot(place).where
        mark = node.mark
        at = (self._document.name, mark.line + 1, mark.column + 1)
        self.fixes.append(Fix(*at, where, _said(before), _said(after)))


def _is_scalar(value: Any) -> bool:
    return not isinstance(value, dict | list)


def _loose(value: Any) -> str:
    """What a value says, whatever the order of sets in it and the way an event is written."""
    if isinstance(value, dict):
        if [*value] == ["event"]:
            return _loose(value["event"])
        return json.dumps(sorted((name, _loose(one)) for name, one in value.items()))
    return json.dumps(sorted(map(_loose, value))) if isinstance(value, list) else str(value)


def _paired(members: list[str], wanted: list[str], node: Node) -> Iterator[tuple[int, int]]:
    """Which item of a list is which of the canonical list; in a set, equal ones, and one more."""
    if all(type(one.value) is dict for one in node.value) and sorted(members) != sorted(wanted):
        yield from zip(range(len(members)), range(len(wanted)), strict=False)
        return
    left = [*range(len(wanted))]
    others = []
    for index, member in enumerate(members):
        if member in wanted:
            position = wanted.index(member)
            left.remove(position)
            yield index, position
        else:
            others.append(index)
    if len(others) == len(left) == 1:
        yield others[0], left[0]


def _said(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_said, value))}]"
    return dumped([value], inline=True)[1:-2]
