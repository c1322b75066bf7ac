"""Files to values: strictly, and with every fault named at once."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from plancompare.errors import MOST_PROBLEMS, InvalidFileError, Problem
from plancompare.library.document import Document
from plancompare.library.explanation import explain
from plancompare.library.node import Node
from plancompare.library.tree import Tree
from plancompare.model import Plan

__all__ = ["examine", "read", "read_document", "read_plan"]

M = TypeVar("M", bound=BaseModel)

_ROUNDS = 8
_STAND_INS = {
    "id": "unnamed",
    "title": "Untitled",
    "conflict": "unnamed",
    "date": "2000-01-01",
    "text_status": "reported",
    "disclosure": "partial",
}
"""For the fields that a plan cannot do without, so that the rest of it can be examined."""


def examine(document: Tree, model: type[M]) -> tuple[M | None, list[Problem]]:
    """The value of a document, and all its faults.

    With faults, the value is what is left without the faulty parts, to look for more faults in it;
    what may only be missing because it was taken out is not reported as missing. None where too
    much is wrong.
    """
    problems = list(document.faults)
    for _ in range(_ROUNDS):
        try:
            return model.model_validate_json(document.json), problems
        except ValidationError as error:
            found = explain(document, model, error)
        problems += [problem for spot, problem in found if not spot.node.touched]
        if len(problems) > MOST_PROBLEMS:
            break
        for spot, _problem in found:
            spot.take_out()
        _complete(document, model)
    return None, problems


def _complete(document: Tree, model: type[BaseModel]) -> None:
    root = document.root
    if model is Plan and type(root.value) is dict:
        for name, value in _STAND_INS.items():
            if name not in root.value:
                root.value[name] = Node(root.mark, value)
                root.value[name].touched = True


def read_document(document: Tree, model: type[M]) -> M:
    """The value of a document. Raises `InvalidFileError` with all faults, each with its place."""
    value, problems = examine(document, model)
    if problems or value is None:
        raise InvalidFileError(problems)
    return value


def read(path: Path | str, model: type[M], near: tuple[Path, ...] = ()) -> M:
    """Read one file as one value; near it are the folders of its library."""
    document = Document(path)
    document.near = near
    return read_document(document, model)


def read_plan(path: Path | str) -> Plan:
    """Read one plan."""
    return read(path, Plan)
