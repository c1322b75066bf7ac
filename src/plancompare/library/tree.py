"""Data read from a file, with the place of everything in it, whatever the sort of file."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Iterable
from pathlib import Path

from plancompare.errors import Problem
from plancompare.library.node import Node, Part, Spot

__all__ = ["Tree"]


class Tree(ABC):
    """What a file holds: not yet understood, but each part of it can be pointed at."""

    name: str
    root: Node
    faults: tuple[Problem, ...]
    """What was refused while reading; `root` holds the rest."""
    bears: str | None = None
    """The id that the file's name promises, where it promises one."""
    near: tuple[Path, ...] = ()
    """Folders of the libraries it belongs to, where a file with kinds may lie."""

    @property
    def json(self) -> str:
        """The data of the file as JSON; dates are text."""
        return json.dumps(self.root.data)

    def problem(self, place: Iterable[Part], what: str, remedy: str) -> Problem:
        """A problem at a place of the data; where the place is not in the file, near it."""
        return self.problem_in(self.root.spot(place), what, remedy)

    def says(self, word: str) -> bool:
        """Whether a word stands anywhere in it."""
        return word in self.json

    @abstractmethod
    def problem_in(self, spot: Spot, what: str, remedy: str) -> Problem:
        """A problem at a spot."""
