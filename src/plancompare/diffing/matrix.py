"""Issues down, plans across: how each of several plans treats each issue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from plancompare.diffing.cell import Cell, cell
from plancompare.diffing.change import ChangeKind, change_between
from plancompare.model import KINDS, Plan, kind_of_issue
from plancompare.model.topics import topic_order
from plancompare.presenting import Presented

__all__ = ["Cell", "Matrix", "Row", "matrix"]

DIFFERING = set(ChangeKind) - {ChangeKind.KEPT, ChangeKind.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Row:
    """One issue and what each plan does about it."""

    issue: str
    topic: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix(Presented):
    """Rows of issues over some plans, by topic and then in the order of the texts."""

    plans: tuple[Plan, ...]
    rows: tuple[Row, ...]

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def only(
        self,
        *,
        topics: Iterable[str] = (),
        contested: bool = False,
        changed: bool = False,
    ) -> Matrix:
        """The rows of some topics; those on which two plans say different things (`contested`); or
        those that two plans are known to treat differently in any way (`changed`).
        """
        wanted = set(topics)
        rows = [row for row in self.rows if not wanted or row.topic in wanted]
        if contested or changed:
            differing = {ChangeKind.CHANGED} if contested else DIFFERING
            rows = [row for row in rows if not differing.isdisjoint(self._changes(row))]
        return replace(self, rows=tuple(rows))

    def _changes(self, row: Row) -> Iterator[ChangeKind]:
        for (plan, one), (other_plan, other) in combinations(
            zip(self.plans, row.cells, strict=True), 2
        ):
            if found := change_between(row.issue, one, other, (plan, other_plan)):
                yield found.change


def matrix(plans: Sequence[Plan]) -> Matrix:
    """How each plan treats each issue that any of them states or lists.

    >>> import plancompare
    >>> table = matrix([plancompare.load("us-28"), plancompare.load("geneva")])
    >>> [str(cell.treatment) for cell in table.rows[0].cells]
    ['stated', 'undisclosed']
    """
    issues = dict.fromkeys(issue for plan in plans for issue in (*plan.stated, *plan.listed))
    rows = [
        Row(
            issue,
            kind.topic if (kind := KINDS.get(kind_of_issue(issue))) else "",
            tuple(cell(plan, issue) for plan in plans),
        )
        for issue in issues
    ]
    return Matrix(tuple(plans), tuple(sorted(rows, key=lambda row: topic_order(row.topic))))
