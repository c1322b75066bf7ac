"""Changes to the text of a file, so small that everything else stays as somebody wrote it."""

from __future__ import annotations

import json
import re
import textwrap
from collections import defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Any

from plancompare.library.document import dumped, nodes
from plancompare.library.node import Part
from plancompare.model import KINDS

__all__ = ["Editor", "edited"]


_BARE = re.compile(r"[1-9][0-9]*|[12][0-9]{3}-[0-9]{2}-[0-9]{2}")


def edited(
    text: str, before: dict[str, Any], after: dict[str, Any], place: Iterable[Part] = ()
) -> str:
    """The text of a file that holds `before` at a place, changed so that it holds `after` there.

    Both are plain data in canonical order. New values come in canonical layout.
    """
    if before == after:
        return text
    editor = Editor(text if text.endswith("\n") else f"{text}\n")
    node = nodes(editor.text)
    for part in place:
        below = node.value if isinstance(part, int) else {one.value: two for one, two in node.value}
        node = below[part]
    editor.update(node, before, after)
    return editor.result()


class Editor:
    """Collects replacements of stretches of a text, guided by the nodes parsed from it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.replaced: list[tuple[int, int, str]] = []
        self._inserted: dict[int, str] = defaultdict(str)

    def result(self) -> str:
        """The text with every change made, from the last to the first."""
        text = self.text
        inserted = [(offset, offset, new) for offset, new in self._inserted.items()]
        for start, end, new in sorted([*self.replaced, *inserted], reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def update(self, node: Any, before: Any, after: Any, key: Any = None) -> None:
        """Change a node, the value of a key if there is one, from one meaning to another."""
        if before == after:
            return
        if node.id == "mapping" and isinstance(before, dict) and isinstance(after, dict) and after:
            if not node.flow_style:
                self._update_mapping(node, before, after)
                return
            if before.keys() == after.keys() == {name.value for name, _ in node.value}:
                for name, value in node.value:
                    self.update(value, before[name.value], after[name.value])
                return
        if node.id == "sequence" and isinstance(before, list) and isinstance(after, list) and after:
            written = [one.value for one in node.value]
            if written != [*map(str, before)] and all(isinstance(one, str) for one in written):
                new = {str(one): one for one in after}  # a set, written in an order of its own
                after = [new.pop(one) for one in written if one in new] + [*new.values()]
            elif not node.flow_style:
                self._update_sequence(node, before, after)
                return
        self._replace(node, after, key)

    def _update_mapping(self, node: Any, before: dict[str, Any], after: dict[str, Any]) -> None:
        entries = {key.value: (key, value) for key, value in node.value}
        gone = [entries[name] for name in before if name not in after]
        if any(not self.begins_line(key) for key, _ in gone):  # it stands beside the hyphen
            block = dumped(after).rstrip("\n").replace("\n", "\n" + " " * node.start_mark.column)
            self.replaced.append((node.start_mark.index, self.end(node), block))
            return
        for key, value in gone:
            self._delete(key, value)
        last = None
        for name, value in after.items():
            if name in entries:
                key, old = entries[name]
                self.update(old, before.get(name), value, key)
                last = old
            elif before.get(name) != value:  # what is not written means its default
                self._insert_entry(node, last, dumped({name: value}, compact=True))

    def _insert_entry(self, node: Any, last: Any, block: str) -> None:
        """A new entry after the entry with the value `last`, or before all others."""
        margin = " " * node.start_mark.column
        if last is None:
            block = block.replace("\n", "\n" + margin)
            self._inserted[node.start_mark.index] += block
        else:
            self._inserted[self.line_end(last)] += textwrap.indent(block, margin)

    def _update_sequence(self, node: Any, before: list[Any], after: list[Any]) -> None:
        old, new = [*map(_identity, before)], [*map(_identity, after)]
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        for _, left, left_end, right, right_end in matcher.get_opcodes():
            paired = min(left_end - left, right_end - right)
            for offset in range(paired):
                child = node.value[left + offset]
                self.update(child, before[left + offset], after[right + offset])
            for child in node.value[left + paired : left_end]:
                self._delete(child, child)
            if right + paired < right_end:
                block = _listed(after[right + paired : right_end], node.start_mark.column)
                self._inserted[self.after_item(node, left + paired)] += block

    def after_item(self, node: Any, count: int) -> int:
        """Where an item is inserted after so many others; comments stay with what follows them."""
        if count:
            return self.line_end(node.value[count - 1])
        offset = self._line_start(node.value[0])
        while self.text[self.line_start_at(offset - 1) : offset].lstrip().startswith("#"):
            offset = self.line_start_at(offset - 1)
        return offset

    def _delete(self, first: Any, last: Any) -> None:
        self.replaced.append((self._line_start(first), self.line_end(last), ""))

    def _replace(self, node: Any, value: Any, key: Any) -> None:
        start, end, new = node.start_mark.index, self.end(node), _inline(value, node)
        if key is not None and node.id == "scalar" and node.style in (">", "|"):
            new = _folded(value, key.start_mark.column + 2) or new
        elif key is not None and node.id == "scalar" and _holds_mappings(value):
            new = "\n" + _listed(value, key.start_mark.column + 2).rstrip("\n")
            start = self.text.index(":", key.end_mark.index) + 1
        elif key is not None and (not node.value or getattr(node, "flow_style", None) is False):
            start = self.text.index(":", key.end_mark.index) + 1
            end = max(start, end)
            new = f" {new}"
        self.replaced.append((start, end, new))

    def begins_line(self, node: Any) -> bool:
        return not self.text[self._line_start(node) : node.start_mark.index].strip()

    def _line_start(self, node: Any) -> int:
        return self.line_start_at(node.start_mark.index)

    def line_start_at(self, offset: int) -> int:
        return self.text.rfind("\n", 0, max(offset, 0)) + 1

    def line_end(self, node: Any) -> int:
        return self.text.index("\n", self.end(node)) + 1

    def end(self, node: Any) -> int:
        """Where a node ends, without the comments and blank lines that the parser counts to it."""
        if node.id != "scalar" and node.value and not node.flow_style:
            last = node.value[-1]
            return self.end(last[1] if node.id == "mapping" else last)
        end: int = node.end_mark.index
        if node.id == "scalar" and node.style in (">", "|"):
            return len(self.text[:end].rstrip())
        return end


def _identity(item: Any) -> str:
    """What makes an item the same one, whatever becomes of the rest of it."""
    if isinstance(item, dict):
        kind = KINDS.get(item.get("kind", ""))
        names = ["kind", *kind.spec.keys, "part"] if kind else ["number"]
        found = [item[name] for name in names if name in item]
        return json.dumps(found or item)
    return json.dumps(item)


def _inline(value: Any, node: Any) -> str:
    """A value in one line; numbers of points and dates get no quotes where they had none."""
    written = node.value if node.id == "sequence" else [node]
    values = value if isinstance(value, list) else [value]
    if all(one.tag.endswith((":int", ":timestamp")) for one in written) and all(
        isinstance(one, str) and _BARE.fullmatch(one) for one in values
    ):
        return f"[{', '.join(values)}]" if isinstance(value, list) else str(value)
    if isinstance(value, str) and "\n" in value:
        return json.dumps(value, ensure_ascii=False)
    return dumped([value], inline=True)[1:-2]


def _holds_mappings(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(one, dict) for one in value)


def _listed(items: list[Any], margin: int) -> str:
    """Items of a list, one below the other."""
    return textwrap.indent(textwrap.dedent(dumped(items, compact=True)), " " * margin)


def _folded(value: Any, margin: int) -> str | None:
    """Text as a folded block; None where folding would alter it."""
    if not isinstance(value, str):
        return None
    lines = textwrap.wrap(value, 100, break_long_words=False, break_on_hyphens=False)
    if " ".join(lines) != value or value[:1] == " ":
        return None
    return "".join([">-", *(f"\n{' ' * margin}{line}" for line in lines)])
