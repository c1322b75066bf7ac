"""The matrix as the page shows it: rows by topic, each cell with its clause, each row with marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, permutations
from typing import Any, NamedTuple

from plancompare.diffing.cell import Cell
from plancompare.diffing.change import ChangeKind, change_between
from plancompare.diffing.matrix import Matrix, Row
from plancompare.model import Plan, Provision, Reading, Treatment
from plancompare.report.names import Names
from plancompare.tables.cells import weakness

__all__ = ["CellView", "RowView", "TopicView", "brief", "matrix_view"]

STEADY = (ChangeKind.KEPT, ChangeKind.UNKNOWN)


class CellView(NamedTuple):
    """What one plan does about one issue: terms if it states any, else a few words.

    `home` is the row where the words of its point stand; other clauses of the point lead there.
    """

    cell: Cell
    home: int
    terms: tuple[tuple[str, str], ...]
    words: str
    weak: str
    readings: tuple[tuple[Reading, str], ...]

    @property
    def line(self) -> str:
        """All of it in one line."""
        return self.words or _line(self.terms)


class RowView(NamedTuple):
    """One issue; `changes` are the kinds of change from one plan to a later one."""

    number: int
    issue: str
    name: str
    parties: tuple[str, ...]
    changes: tuple[ChangeKind, ...]
    differs: bool
    cells: tuple[CellView, ...]


class TopicView(NamedTuple):
    """The issues of one topic, how many differ between some plans, and how many stay unknown."""

    topic: str
    rows: tuple[RowView, ...]

    @property
    def differing(self) -> tuple[RowView, ...]:
        """Issues that two plans are known to treat differently."""
        return tuple(row for row in self.rows if row.differs)

    @property
    def unknown(self) -> tuple[RowView, ...]:
        """Issues on which no difference is known and some comparison cannot be made."""
        return tuple(
            row for row in self.rows if not row.differs and ChangeKind.UNKNOWN in row.changes
        )


def matrix_view(matrix: Matrix, names: Names) -> tuple[TopicView, ...]:
    """The rows by topic."""
    homes: dict[tuple[int, str], int] = {}
    for number, row in enumerate(matrix.rows):
        for place, cell in enumerate(row.cells):
            if cell.provision and cell.point:
                homes.setdefault((place, cell.point.name), number)
    rows = [_row(number, row, matrix.plans, names, homes) for number, row in enumerate(matrix.rows)]
    found = groupby(rows, key=lambda row: matrix.rows[row.number].topic)
    return tuple(TopicView(topic, tuple(members)) for topic, members in found)


def _row(
    number: int,
    row: Row,
    plans: Sequence[Plan],
    names: Names,
    homes: Mapping[tuple[int, str], int],
) -> RowView:
    changes = _changes(row, plans)
    return RowView(
        number,
        row.issue,
        names.issue(row.issue),
        tuple(sorted(_parties(row, names))),
        tuple(kind for kind in ChangeKind if kind in changes),
        not changes.issubset(STEADY),
        tuple(
            _cell(
                cell, homes.get((place, cell.point.name), number) if cell.point else number, names
            )
            for place, cell in enumerate(row.cells)
        ),
    )


def _changes(row: Row, plans: Sequence[Plan]) -> set[ChangeKind]:
    """From each plan to each later one; those that treat the issue alike are taken once."""
    first: dict[Any, int] = {}
    last: dict[Any, int] = {}
    for place, (cell, plan) in enumerate(zip(row.cells, plans, strict=True)):
        content = cell.treatment, plan.disclosure, _content(cell)
        first.setdefault(content, place)
        last[content] = place
    found = set()
    for one, other in permutations(first, 2):
        start, end = first[one], last[other]
        if start < end and (
            change := change_between(
                row.issue, row.cells[start], row.cells[end], (plans[start], plans[end])
            )
        ):
            found.add(change.change)
    return found or {ChangeKind.KEPT}


def _content(cell: Cell) -> tuple[Any, ...]:
    """Everything in a clause that can make a change."""
    if cell.provision is None:
        return ()
    return tuple(getattr(cell.provision, name) for name in cell.provision.spec.terms)


def _parties(row: Row, names: Names) -> Iterator[str]:
    known = names.library.parties
    found = {part for key in row.issue.partition("#")[0].split("/")[1:] for part in key.split("+")}
    for cell in row.cells:
        if cell.provision:
            found.update(cell.provision.obligors, cell.provision.beneficiaries)
    return (one for one in found if one in known)


def _cell(cell: Cell, home: int, names: Names) -> CellView:
    """A cell in words."""
    provision = cell.provision
    terms = tuple(_terms(cell, names))
    return CellView(
        cell,
        home,
        terms,
        "" if terms else brief(cell, names),
        weakness(cell),
        tuple((reading, _rival(provision, reading, names)) for reading in provision.readings)
        if provision
        else (),
    )


def _rival(provision: Provision, reading: Reading, names: Names) -> str:
    """The terms that a reading gives another value, in words."""
    rival = provision.under(reading) if reading.terms else provision
    return "; ".join(f"{names.term(one)}: {names.of_term(rival, one)}" for one in reading.terms)


def _terms(cell: Cell, names: Names) -> Iterator[tuple[str, str]]:
    """The stated terms; a commitment goes without saying."""
    provision = cell.provision
    for name in provision.spec.terms if provision else ():
        value = getattr(provision, name)
        if value is not None and not (name == "modality" and value == "commitment"):
            yield names.term(name), names.value(value)


def _line(terms: Iterable[tuple[str, str]]) -> str:
    return "; ".join(f"{name}: {value}" for name, value in terms)


def brief(cell: Cell, names: Names) -> str:
    """The treatment in a few words."""
    ui, said = names.labels.ui, names.labels.said
    match cell.treatment:
        case Treatment.STATED:
            return _line(_terms(cell, names)) or ui["no_terms"]
        case Treatment.DEFERRED:
            return said("left_to", who=names.named(cell.left_to) or ui["later"])
        case Treatment.UNDISCLOSED:
            return (
                said("reported_as", what=names.name(cell.reported))
                if cell.reported
                else ui["not_public"]
            )
    if cell.left_to:
        return said("moved_to", who=names.named(cell.left_to))
    return ui["left_out"] if cell.entry else ui["no_clause"]
