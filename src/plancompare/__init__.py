"""Compare peace proposals as data: typed, sourced, diffable.

Every name below is loaded on first use, so that `import plancompare` costs next to nothing.

>>> import plancompare
>>> changes = plancompare.diff(plancompare.load("us-28"), plancompare.load("europe-28"))
>>> print(changes.change("force-ceiling/ukraine"))
force-ceiling/ukraine: personnel 600,000 -> 800,000 (raised), period always -> peacetime (narrowed)
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from plancompare.diffing.alignment import Alignment, Group, Link, align
    from plancompare.diffing.change import Change, ChangeKind, TermChange
    from plancompare.diffing.matrix import Cell, Matrix, Row, matrix
    from plancompare.diffing.plandiff import Edit, PlanDiff, diff
    from plancompare.errors import InvalidFileError, PlancompareError, Problem, UnknownIdError
    from plancompare.library.doors import catalogue, check, load, load_plan, save_plan
    from plancompare.library.library import Library
    from plancompare.model.evidence import Evidence
    from plancompare.model.identifiers import PartyId, PlaceId
    from plancompare.model.plan import Plan, Treatment
    from plancompare.model.point import Point
    from plancompare.model.provision import KINDS, Modality, Provision, Reading
    from plancompare.model.registers import Party, Place, Source
    from plancompare.model.scales import Scale, SetOf, Shift, chain
    from plancompare.model.terms import Beneficiary, Key, NoneIfSilent, Obligor, Term
    from plancompare.model.timing import Deadline, Event, Span
    from plancompare.tables.rendering import FORMATS, render
    from plancompare.tables.schemas import schema

_DOORS = {
    "diffing.alignment": ("Alignment", "Group", "Link", "align"),
    "diffing.change": ("Change", "ChangeKind", "TermChange"),
    "diffing.matrix": ("Cell", "Matrix", "Row", "matrix"),
    "diffing.plandiff": ("Edit", "PlanDiff", "diff"),
    "errors": ("InvalidFileError", "PlancompareError", "Problem", "UnknownIdError"),
    "library.doors": ("catalogue", "check", "load", "load_plan", "save_plan"),
    "library.library": ("Library",),
    "model.evidence": ("Evidence",),
    "model.identifiers": ("PartyId", "PlaceId"),
    "model.plan": ("Plan", "Treatment"),
    "model.point": ("Point",),
    "model.provision": ("KINDS", "Modality", "Provision", "Reading"),
    "model.registers": ("Party", "Place", "Source"),
    "model.scales": ("Scale", "SetOf", "Shift", "chain"),
    "model.terms": ("Beneficiary", "Key", "NoneIfSilent", "Obligor", "Term"),
    "model.timing": ("Deadline", "Event", "Span"),
    "tables.rendering": ("FORMATS", "render"),
    "tables.schemas": ("schema",),
}
_HOMES = {name: module for module, names in _DOORS.items() for name in names}

__all__ = [
    "FORMATS",
    "KINDS",
    "Alignment",
    "Beneficiary",
    "Cell",
    "Change",
    "ChangeKind",
    "Deadline",
    "Edit",
    "Event",
    "Evidence",
    "Group",
    "InvalidFileError",
    "Key",
    "Library",
    "Link",
    "Matrix",
    "Modality",
    "NoneIfSilent",
    "Obligor",
    "Party",
    "PartyId",
    "Place",
    "PlaceId",
    "Plan",
    "PlanDiff",
    "PlancompareError",
    "Point",
    "Problem",
    "Provision",
    "Reading",
    "Row",
    "Scale",
    "SetOf",
    "Shift",
    "Source",
    "Span",
    "Term",
    "TermChange",
    "Treatment",
    "UnknownIdError",
    "align",
    "catalogue",
    "chain",
    "check",
    "diff",
    "load",
    "load_plan",
    "matrix",
    "render",
    "save_plan",
    "schema",
]

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'plancompare' has no attribute {name!r}")
    import_module("plancompare.model")  # the catalogue of kinds comes first
    value = getattr(import_module(f"plancompare.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
