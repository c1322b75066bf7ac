"""Mappings as rows: a field of a field by its name, `deadline.within`, a member by its number."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from plancompare.library.node import Node
from plancompare.library.sheets.cells import Value, read_cell, write_cell
from plancompare.library.sheets.shapes import Shape

__all__ = ["Fields", "field_rows", "node_of"]


def node_of(data: Any, mark: Any) -> Node:
    """Data as nodes that all stand in one place."""
    if isinstance(data, dict):
        return Node(mark, {name: node_of(one, mark) for name, one in data.items()})
    if isinstance(data, list):
        return Node(mark, numbered([node_of(one, mark) for one in data]))
    return Node(mark, data)


def numbered(nodes: list[Node]) -> list[Node]:
    """The members of a list, each with its place in it."""
    for index, node in enumerate(nodes):
        node.index = index
    return nodes


class Fields:
    """A mapping put together from rows of a name and a value, in whatever order they come."""

    def __init__(self, shape: Shape, mark: Any) -> None:
        self._shape = shape
        self._mark = mark
        self._root: dict[str, Any] = {}

    def add(self, name: str, value: Value, mark: Any) -> None:
        """Take one row. Raises `ValueError` with what is wrong with it."""
        *outer, last = name.split(".")
        branch, shape = self._root, self._shape
        for part in outer:
            branch, shape = branch.setdefault(part, {}), shape.below(part)
            if not isinstance(branch, dict):
                what = f"the field {name!r} stands beside one that it is part of"
                raise ValueError(what)  # noqa: TRY004 - it is the value of a cell
        if last in branch:
            raise ValueError(f"the field {name!r} stands twice")
        branch[last] = node_of(read_cell(value, shape.below(last)), mark)

    @property
    def node(self) -> Node:
        """The mapping."""
        return Node(self._mark, {name: _joined(one) for name, one in self._root.items()})


def _joined(branch: Any) -> Node:
    """A branch as a mapping, or as a list where its parts are numbers."""
    if isinstance(branch, Node):
        return branch
    nodes = {name: _joined(one) for name, one in branch.items()}
    mark = next(iter(nodes.values())).mark
    if all(name.isdecimal() for name in nodes):
        return Node(mark, numbered([nodes[name] for name in sorted(nodes, key=int)]))
    return Node(mark, nodes)


def field_rows(data: dict[str, Any], shape: Shape) -> Iterator[tuple[str, str | int]]:
    """Each field of a mapping as rows from which `Fields` puts it together again."""
    for name, value in data.items():
        rows = list(_rows(name, value, shape.below(name)))
        yield from rows if _lossless(rows, name, value, shape) else [(name, _as_json(value))]


def _rows(name: str, data: Any, shape: Shape) -> Iterator[tuple[str, str | int]]:
    cell = write_cell(data, shape)
    if data and isinstance(data, dict | list) and str(cell).startswith("json:"):
        parts = data.items() if isinstance(data, dict) else enumerate(data, 1)
        for part, value in parts:
            yield from _rows(f"{name}.{part}", value, shape.below(str(part)))
    else:
        yield name, cell


def _lossless(rows: list[tuple[str, str | int]], name: str, data: Any, shape: Shape) -> bool:
    fields = Fields(shape, None)
    try:
        for field, value in rows:
            fields.add(field, value, None)
    except ValueError:
        return False
    return json.dumps(fields.node.data, sort_keys=True) == json.dumps({name: data}, sort_keys=True)


def _as_json(data: Any) -> str | int:
    return write_cell(data, Shape())
