"""Sheets that somebody filled in as one tree of data, each part with the cell it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from pydantic import BaseModel

from plancompare.errors import CellProblem, InvalidFileError, Problem, listed, nearest
from plancompare.library.node import Node, Spot
from plancompare.library.rules import CITE
from plancompare.library.sheets.cells import read_cell
from plancompare.library.sheets.fields import Fields, node_of, numbered
from plancompare.library.sheets.layout import COLUMNS, LISTS
from plancompare.library.sheets.rows import Cell, Filled, Row, rows_of
from plancompare.library.sheets.shapes import ANYTHING, Shape, shape_of_model
from plancompare.library.tree import Tree
from plancompare.model import KINDS, Evidence, Plan, Point, Reading, Report
from plancompare.model.evidence import TODO

__all__ = ["Spreadsheet"]

_OWNERS = ("plan", "report", "point", "provision", "reading", "entry")
_PLACE = {"of", "number", "evidence"}
"""The columns that say to what a piece of evidence belongs."""
_REMEDIES = {
    "write [a, b], or one item per line after a hyphen": "write a, b in one cell",
    CITE: "add a row to the sheet evidence",
    "put it in quotes": "write an apostrophe before it",
    "keep one of the two": "keep one of the two rows",
    "write name: value": "write a row for each of its fields, such as deadline.within",
}
"""What is said of YAML files, in words for spreadsheets."""


class Spreadsheet(Tree):
    """The sheets of one plan, read but not yet understood.

    Raises `InvalidFileError` where there is no sheet `plan`. Rows may stand in any order.
    """

    def __init__(self, name: str, sheets: Mapping[str, Filled], faults: list[Problem]) -> None:
        self.name = name
        self._sheets = sheets
        self._faults = faults
        self._owners: dict[tuple[str, Decimal | None], Node] = {}
        if "plan" not in sheets:
            what, remedy = "has no sheet 'plan'", "add it, with the columns field and value"
            raise InvalidFileError([*faults, CellProblem(name, 0, 0, "", what, remedy)])
        for one in sheets:
            if one not in COLUMNS and any(map(any, sheets[one].rows)):
                remedy = nearest(one, COLUMNS, f"name it one of {listed([*COLUMNS])}, or delete it")
                self._complain(Cell(sheets[one].file, 0, 0), "this is no sheet of a plan", remedy)
        self.root = self._plan()
        self.root.touched = bool(self._faults)
        self.faults = tuple(self._faults)

    def problem_in(self, spot: Spot, what: str, remedy: str) -> Problem:
        mark: Cell = spot.node.mark
        field = spot.where.rpartition(".")[2].partition("[")[0]
        where = "" if field in (*COLUMNS, *LISTS) else field
        todo = spot.node.value == TODO
        if todo and remedy == CITE:
            remedy = "fill in this row: sources, basis, checked"
        return mark.problem(what, _REMEDIES.get(remedy, remedy), where, todo=todo)

    def _complain(self, mark: Cell, what: str, remedy: str) -> None:
        self._faults.append(mark.problem(what, remedy))

    def _rows(self, name: str) -> Iterator[Row]:
        if name in self._sheets:
            yield from rows_of(name, self._sheets[name], self._complain)

    def _plan(self) -> Node:
        start = Cell(self._sheets["plan"].file, 1, 1)
        fields = Fields(shape_of_model(Plan), start)
        for row in self._rows("plan"):
            self._field(fields, row, "field")
        root = self._owners["plan", None] = fields.node
        root.value["points"] = self._list(self._records("points", "point", Point), start)
        root.value["reports"] = self._list(self._records("reports", "report", Report), start)
        entries = self._records("lists", "entry", *LISTS.values())
        for name in LISTS:
            own = {key: node for key, node in entries.items() if self._is_in(node, name)}
            root.value[name] = self._list(own, start)
        for node in entries.values():
            self._is_in(node, None)
        self._provisions()
        self._readings()
        self._evidence()
        return root

    def _list(self, nodes: Mapping[Decimal, Node], start: Cell) -> Node:
        """Nodes in the order of their numbers."""
        ordered = numbered([nodes[key] for key in sorted(nodes)])
        return Node(ordered[0].mark if ordered else start, ordered)

    def _is_in(self, entry: Node, name: str | None) -> bool:
        """Whether an entry belongs to a list; with None, complain if it belongs to none."""
        found = entry.value.get("list")
        if name is None and found:
            what = f"{found.value!r} is no list of a plan"
            self._complain(found.mark, what, f"write {listed([*LISTS])}")
        elif found is None or found.value != name:
            return False
        else:
            del entry.value["list"]
        return True

    def _records(self, sheet: str, key: str, *models: type[BaseModel]) -> dict[Decimal, Node]:
        """The rows of a sheet by their numbers."""
        found: dict[Decimal, Node] = {}
        for row in self._rows(sheet):
            number = row.number(key)
            if number is None:
                continue
            if number in found:
                what = f"the {key} {number} stands twice"
                self._complain(row.mark_of(key), what, "number one of the two otherwise")
                continue
            named = LISTS.get(row.text("list") or "")
            if sheet == "lists" and not row.text("list"):
                self._complain(row.mark, "the entry names no list", f"write {listed([*LISTS])}")
            shape = shape_of_model(named or models[0])
            found[number] = self._owners[key, number] = self._record(row, shape, {key})
        return found

    def _record(self, row: Row, shape: Shape, keys: set[str]) -> Node:
        fields = {}
        for column, (value, mark) in row.cells.items():
            if column not in keys:
                try:
                    at = ANYTHING if column == "list" else shape.below(column)
                    fields[column] = node_of(read_cell(value, at), mark)
                except ValueError as error:
                    self._complain(mark, str(error), "correct it")
        return Node(row.mark, fields)

    def _field(self, fields: Fields, row: Row, column: str) -> None:
        """Take the field and the value of a row; without a value, the field is not stated."""
        name = row.text(column)
        if "value" not in row.cells:
            return
        value, mark = row.cells["value"]
        if name is None:
            self._complain(mark, f"the value has no {column}", f"name the {column} beside it")
            return
        try:
            fields.add(name, value, mark)
        except ValueError as error:
            self._complain(mark, str(error), "correct it, or delete the row")

    def _owner(self, row: Row, what: str, number: Decimal | None, column: str) -> Node | None:
        owner = self._owners.get((what, number))
        if owner is None and number is not None:
            sheet = {"entry": "lists"}.get(what, f"{what}s")
            said = f"there is no {what} {number} in the sheet {sheet}"
            self._complain(row.mark_of(column), said, "add it there, or correct the number")
        return owner

    def _clauses(self, sheet: str, key: str, constant: tuple[str, ...]) -> dict[Decimal, list[Row]]:
        """Rows by their number; what is the same for all rows of a number need stand only once."""
        found: dict[Decimal, list[Row]] = {}
        for row in self._rows(sheet):
            number = row.number(key)
            if number is not None:
                found.setdefault(number, []).append(row)
        for number, rows in found.items():
            for column in constant:
                said = [row for row in rows if column in row.cells]
                for row in said[1:]:
                    if row.text(column) != said[0].text(column):
                        what = f"the {key} {number} has another {column} in an earlier row"
                        self._complain(row.mark_of(column), what, "write the same in each row")
        return found

    def _provisions(self) -> None:
        for number, rows in sorted(
            self._clauses("provisions", "provision", ("point", "kind")).items()
        ):
            first = _first(rows, "kind")
            kind = first.text("kind") or ""
            shape = shape_of_model(KINDS[kind]) if kind in KINDS else Shape()
            fields = Fields(shape, first.mark_of("kind"))
            for row in rows:
                self._field(fields, row, "field")
            node = self._owners["provision", number] = fields.node
            if kind:
                node.value["kind"] = Node(first.mark_of("kind"), kind)
            place = _first(rows, "point")
            point = self._owner(place, "point", place.number("point"), "point")
            if point:
                _append(point, "provisions", node)

    def _readings(self) -> None:
        constant = ("provision", "why", "says")
        for number, rows in sorted(self._clauses("readings", "reading", constant).items()):
            place = _first(rows, "provision")
            owner = self._owner(place, "provision", place.number("provision"), "provision")
            kind = owner.value["kind"].value if owner and "kind" in owner.value else ""
            terms = Fields(shape_of_model(KINDS[kind]) if kind in KINDS else Shape(), place.mark)
            for row in rows:
                self._field(terms, row, "term")
            node = self._owners["reading", number] = Node(place.mark, {})
            for column in ("why", "says"):
                part = self._record(_first(rows, column), shape_of_model(Reading), set())
                if column in part.value:
                    node.value[column] = part.value[column]
            node.value["terms"] = terms.node
            if owner:
                _append(owner, "readings", node)

    def _evidence(self) -> None:
        found: list[tuple[Decimal, Row]] = []
        for row in self._rows("evidence"):
            number = row.number("evidence")
            if number is not None:
                found.append((number, row))
        for _, row in sorted(found, key=lambda one: one[0]):
            of = row.text("of") or ""
            if of not in _OWNERS:
                what = f"{of!r} is nothing that has evidence" if of else "says not of what"
                remedy = nearest(of, _OWNERS, f"write one of {listed([*_OWNERS])}")
                self._complain(row.mark_of("of"), what, remedy)
                continue
            number = None if of == "plan" else row.number("number")
            owner = self._owner(row, of, number, "number")
            if owner is None:
                continue
            present = owner.value.get("evidence")
            unwritten = row.text("sources") == TODO and row.cells.keys() - _PLACE == {"sources"}
            if present and (unwritten or present.value == TODO):
                remedy = f"delete the row with {TODO}"
                self._complain(row.mark, f"{TODO} stands beside other evidence", remedy)
            elif unwritten:
                owner.value["evidence"] = Node(row.mark_of("sources"), TODO)
            else:
                node = self._record(row, shape_of_model(Evidence), _PLACE)
                _append(owner, "evidence", node)


def _first(rows: list[Row], column: str) -> Row:
    """The first row that has a cell under a column, or else the first."""
    return next((row for row in rows if column in row.cells), rows[0])


def _append(owner: Node, name: str, node: Node) -> None:
    below = owner.value.setdefault(name, Node(node.mark, []))
    node.index = len(below.value)
    below.value.append(node)
