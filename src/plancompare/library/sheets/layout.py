"""A plan as seven tidy sheets: a row for each of its fields, points, terms, entries and sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel

from plancompare.library.sheets.cells import write_cell
from plancompare.library.sheets.fields import field_rows
from plancompare.library.sheets.shapes import shape_of_model
from plancompare.library.writing import plain
from plancompare.model import (
    KINDS,
    Deferral,
    Evidence,
    Omission,
    Plan,
    Point,
    Provision,
    Reading,
    Report,
    Undisclosed,
)
from plancompare.model.evidence import TODO

__all__ = ["COLUMNS", "LISTS", "NEEDED", "Sheet", "columns_of", "sheets_of"]

LISTS: dict[str, type[BaseModel]] = {
    "omits": Omission,
    "defers": Deferral,
    "undisclosed": Undisclosed,
}
"""The lists of issues that a plan has, which share one sheet, and the models of their entries."""

_OWN_SHEETS = frozenset({Evidence, Point, Provision, Reading, Report, *LISTS.values()})


class Sheet(NamedTuple):
    """A name, a head, and rows of cells; None is a blank one."""

    name: str
    columns: tuple[str, ...]
    rows: list[tuple[str | int | None, ...]]


def columns_of(*models: type[BaseModel]) -> tuple[str, ...]:
    """The fields of some models that stand in a row, rather than in a sheet of their own."""
    return tuple(
        dict.fromkeys(
            name
            for model in models
            for name in model.model_fields
            if not _has_own_sheet(model, name)
        )
    )


def _has_own_sheet(model: type[BaseModel], name: str) -> bool:
    member = shape_of_model(model).below(name).member
    return bool(member and _OWN_SHEETS.issuperset(member.models or {None}))


COLUMNS: dict[str, tuple[str, ...]] = {
    "plan": ("field", "value"),
    "points": ("point", *columns_of(Point)),
    "provisions": ("point", "provision", "kind", "field", "value"),
    "readings": ("provision", "reading", "why", "says", "term", "value"),
    "lists": ("entry", "list", *columns_of(*LISTS.values())),
    "reports": ("report", *columns_of(Report)),
    "evidence": ("of", "number", "evidence", *columns_of(Evidence)),
}
"""Every sheet and its columns."""

NEEDED: dict[str, tuple[str, ...]] = {
    **COLUMNS,
    "points": ("point",),
    "lists": ("entry", "list"),
    "reports": ("report",),
    "evidence": ("of", "number", "evidence"),
}
"""The columns that a sheet cannot do without; without any other, its fields are not stated."""

_BLANK = (None,) * (len(columns_of(Evidence)) - 1)
"""What stands beside `TODO`, in the place of the sources."""


def sheets_of(plan: Plan) -> list[Sheet]:
    """A plan as sheets, from which an equal plan can be read."""
    layout = _Layout()
    layout.plan(plain(plan, todo=True))
    return [Sheet(name, columns, layout.rows[name]) for name, columns in COLUMNS.items()]


class _Layout:
    """Numbers everything that has a row, from 1, and lets rows refer to each other by number."""

    def __init__(self) -> None:
        self.rows: dict[str, list[tuple[str | int | None, ...]]] = {name: [] for name in COLUMNS}
        self._last: dict[str, int] = {}

    def _number(self, what: str) -> int:
        self._last[what] = self._last.get(what, 0) + 1
        return self._last[what]

    def plan(self, plan: dict[str, Any]) -> None:
        fields = {name: plan[name] for name in columns_of(Plan) if name in plan}
        self.rows["plan"] += field_rows(fields, shape_of_model(Plan))
        self._evidence("plan", None, plan)
        for report in plan.get("reports", ()):
            number = self._number("report")
            self.rows["reports"].append((number, *_record(report, Report)))
            self._evidence("report", number, report)
        for point in plan.get("points", ()):
            self._point(point)
        for name, model in LISTS.items():
            for entry in plan.get(name, ()):
                number = self._number("entry")
                shape, columns = shape_of_model(model), COLUMNS["lists"][2:]
                cells = [
                    write_cell(entry[one], shape.below(one)) if one in entry else None
                    for one in columns
                ]
                self.rows["lists"].append((number, name, *cells))
                self._evidence("entry", number, entry)

    def _point(self, point: dict[str, Any]) -> None:
        number = self._number("point")
        self.rows["points"].append((number, *_record(point, Point)))
        self._evidence("point", number, point)
        for provision in point.get("provisions", ()):
            self._provision(number, provision)

    def _provision(self, point: int, provision: dict[str, Any]) -> None:
        number, kind = self._number("provision"), provision["kind"]
        model = KINDS[kind]
        fields = {
            name: value
            for name, value in provision.items()
            if name != "kind" and not _has_own_sheet(model, name)
        }
        rows: list[tuple[Any, Any]] = list(field_rows(fields, shape_of_model(model)))
        for name, value in rows or [(None, None)]:
            self.rows["provisions"].append((point, number, kind, name, value))
        self._evidence("provision", number, provision)
        for reading in provision.get("readings", ()):
            self._reading(number, reading, model)

    def _reading(self, provision: int, reading: dict[str, Any], kind: type[Provision]) -> None:
        number, shape = self._number("reading"), shape_of_model(Reading)
        about = [write_cell(reading[one], shape.below(one)) for one in ("why", "says")]
        terms: list[tuple[Any, Any]] = list(
            field_rows(reading.get("terms", {}), shape_of_model(kind))
        )
        for name, value in terms or [(None, None)]:
            self.rows["readings"].append((provision, number, *about, name, value))
        self._evidence("reading", number, reading)

    def _evidence(self, of: str, number: int | None, value: dict[str, Any]) -> None:
        if value.get("evidence") == TODO:
            self.rows["evidence"].append((of, number, 1, TODO, *_BLANK))
            return
        for place, evidence in enumerate(value.get("evidence", ()), 1):
            self.rows["evidence"].append((of, number, place, *_record(evidence, Evidence)))


def _record(data: dict[str, Any], model: type[BaseModel]) -> Iterator[str | int | None]:
    shape = shape_of_model(model)
    for name in columns_of(model):
        yield write_cell(data[name], shape.below(name)) if name in data else None
