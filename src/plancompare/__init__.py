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
    from plancompare.diffing.alignment import Alignment, align
    from plancompare.diffing.amendment import (
        Amendment,
        PatchConflictError,
        compose,
        invert,
        patch,
    )
    from plancompare.diffing.change import Change, ChangeKind, TermChange
    from plancompare.diffing.decision import Decision
    from plancompare.diffing.lineage import Lineage, lineage
    from plancompare.diffing.matrix import Matrix, matrix
    from plancompare.diffing.merge import Merge, merge
    from plancompare.diffing.plandiff import PlanDiff, diff
    from plancompare.errors import InvalidFileError, PlancompareError, Problem, UnknownIdError
    from plancompare.library.doors import catalogue, check, load, load_plan, save_csv, save_plan
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
    "diffing.alignment": ("Alignment", "align"),
    "diffing.amendment": ("Amendment", "PatchConflictError", "compose", "invert", "patch"),
    "diffing.change": ("Change", "ChangeKind", "TermChange"),
    "diffing.decision": ("Decision",),
    "diffing.lineage": ("Lineage", "lineage"),
    "diffing.matrix": ("Matrix", "matrix"),
    "diffing.merge": ("Merge", "merge"),
    "diffing.plandiff": ("PlanDiff", "diff"),
    "errors": ("InvalidFileError", "PlancompareError", "Problem", "UnknownIdError"),
    "library.doors": ("catalogue", "check", "load", "load_plan", "save_csv", "save_plan"),
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
    "Amendment",
    "Beneficiary",
    "Change",
    "ChangeKind",
    "Deadline",
    "Decision",
    "Event",
    "Evidence",
    "InvalidFileError",
    "Key",
    "Library",
    "Lineage",
    "Matrix",
    "Merge",
    "Modality",
    "NoneIfSilent",
    "Obligor",
    "Party",
    "PartyId",
    "PatchConflictError",
    "Place",
    "PlaceId",
    "Plan",
    "PlanDiff",
    "PlancompareError",
    "Point",
    "Problem",
    "Provision",
    "Reading",
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
    "compose",
    "diff",
    "invert",
    "lineage",
    "load",
    "load_plan",
    "matrix",
    "merge",
    "patch",
    "render",
    "save_csv",
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
