"""Values that show themselves in a notebook and as data frames, without knowing how.

The floors above know. Which module does it is said once, by the package itself, through which every
import passes; it is loaded when a value is first shown.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, cast

__all__ = ["Presented", "present_by"]


class _Presenter(Protocol):
    """What a module that presents values offers."""

    def markup(self, value: Any, format: str) -> str:  # noqa: A002 - the word users know
        """A value in a format for documents."""

    def data_frame(self, value: Any, table: str | None) -> Any:
        """A value as a data frame."""


_find: Callable[[], Any] | None = None


def present_by(find: Callable[[], Any]) -> None:
    """Say where the module is that presents values; called when it is first needed."""
    global _find  # noqa: PLW0603 - one place, written once when the package is imported
    _find = find


def _presenter() -> _Presenter:
    assert _find is not None, "the package says so when it is imported"
    return cast("_Presenter", _find())


class Presented:
    """A value that a notebook shows as a table, and that can become a data frame."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return _presenter().markup(self, "html")

    def _repr_markdown_(self) -> str:
        return _presenter().markup(self, "markdown")

    def to_dataframe(self, table: str | None = None) -> Any:
        """The value as a pandas `DataFrame`, one row for each thing; needs plancompare[frames].

        Some values have several tables; without a name, the first is given: of a plan `provisions`,
        `terms`, `points`, `readings`, `issues`, `reports` and `evidence`; of a diff `changes` and
        `term_changes`; of a matrix `issues`; of verdicts `verdicts` and `red_lines`; of scores
        `scores`. Raises `UnknownIdError` or `MissingLibraryError`.

        >>> import plancompare
        >>> terms = plancompare.load("us-28").to_dataframe("terms")
        >>> terms[terms.issue == "force-ceiling/ukraine"].set_index("term").value["personnel"]
        '600,000'
        """
        return _presenter().data_frame(self, table)
