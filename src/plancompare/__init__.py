"""Compare peace proposals as data: typed, sourced, diffable.

Every name below is loaded on first use, so that `import plancompare` costs next to nothing.

>>> import plancompare
>>> changes = plancompare.diff(plancompare.load("us-28"), plancompare.load("europe-28"))
>>> print(changes.change("force-ceiling/ukraine"))
force-ceiling/ukraine: personnel 600,000 -> 800,000 (raised), period always -> peacetime (narrowed)
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from plancompare.presenting import present_by
from plancompare.version import __version__ as __version__

if TYPE_CHECKING:
    from plancompare.diffing.alignment import align
    from plancompare.diffing.amendment import (
        Amendment,
        PatchConflictError,
        compose,
        invert,
        patch,
    )
    from plancompare.diffing.change import Change, ChangeKind
    from plancompare.diffing.decision import Decision
    from plancompare.diffing.lineage import lineage
    from plancompare.diffing.matrix import matrix
    from plancompare.diffing.merge import merge
    from plancompare.diffing.plandiff import PlanDiff, diff
    from plancompare.diffing.redline import redline
    from plancompare.errors import InvalidFileError, PlancompareError, Problem, UnknownIdError
    from plancompare.exporting.export import export
    from plancompare.library.doors import catalogue, check, load, load_plan, save_csv, save_plan
    from plancompare.library.importing.drafting import import_text
    from plancompare.library.importing.texts import import_file
    from plancompare.library.library import Library
    from plancompare.model.evidence import Evidence
    from plancompare.model.identifiers import PartyId, PlaceId
    from plancompare.model.plan import Plan, Treatment
    from plancompare.model.point import Point
    from plancompare.model.positions import Stakeholder
    from plancompare.model.provision import KINDS, Modality, Provision, Reading
    from plancompare.model.registers import Party, Place, Source
    from plancompare.model.rules import Rule
    from plancompare.model.scales import Scale, SetOf, Shift, chain
    from plancompare.model.terms import Beneficiary, Key, NoneIfSilent, Obligor, Term
    from plancompare.model.timing import Deadline, Event, Span
    from plancompare.report.page import write_report
    from plancompare.report.pictures.plotting import plot
    from plancompare.scoring.crossings import compare_crossings
    from plancompare.scoring.panel import score_panel, verdict_panel
    from plancompare.scoring.robustness import robustness
    from plancompare.scoring.ruling import Verdict
    from plancompare.scoring.score import score
    from plancompare.scoring.verdict import verdicts
    from plancompare.tables.rendering import FORMATS, render
    from plancompare.tables.schemas import schema

_DOORS = {
    "diffing.alignment": ("align",),
    "diffing.amendment": ("Amendment", "PatchConflictError", "compose", "invert", "patch"),
    "diffing.change": ("Change", "ChangeKind"),
    "diffing.decision": ("Decision",),
    "diffing.lineage": ("lineage",),
    "diffing.matrix": ("matrix",),
    "diffing.merge": ("merge",),
    "diffing.plandiff": ("PlanDiff", "diff"),
    "diffing.redline": ("redline",),
    "errors": ("InvalidFileError", "PlancompareError", "Problem", "UnknownIdError"),
    "exporting.export": ("export",),
    "library.doors": ("catalogue", "check", "load", "load_plan", "save_csv", "save_plan"),
    "library.importing.drafting": ("import_text",),
    "library.importing.texts": ("import_file",),
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
    "model.positions": ("Stakeholder",),
    "model.rules": ("Rule",),
    "report.page": ("write_report",),
    "report.pictures.plotting": ("plot",),
    "scoring.crossings": ("compare_crossings",),
    "scoring.panel": ("score_panel", "verdict_panel"),
    "scoring.robustness": ("robustness",),
    "scoring.score": ("score",),
    "scoring.verdict": ("Verdict", "verdicts"),
    "tables.rendering": ("FORMATS", "render"),
    "tables.schemas": ("schema",),
}
_HOMES = {name: module for module, names in _DOORS.items() for name in names}

__all__ = [
    "FORMATS",
    "KINDS",
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
    "Rule",
    "Scale",
    "SetOf",
    "Shift",
    "Source",
    "Span",
    "Stakeholder",
    "Term",
    "Treatment",
    "UnknownIdError",
    "Verdict",
    "align",
    "catalogue",
    "chain",
    "check",
    "compare_crossings",
    "compose",
    "diff",
    "export",
    "import_file",
    "import_text",
    "invert",
    "lineage",
    "load",
    "load_plan",
    "matrix",
    "merge",
    "patch",
    "plot",
    "redline",
    "render",
    "robustness",
    "save_csv",
    "save_plan",
    "schema",
    "score",
    "score_panel",
    "verdict_panel",
    "verdicts",
    "write_report",
]


present_by(lambda: import_module("plancompare.report.display"))


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'plancompare' has no attribute {name!r}")
    import_module("plancompare.model")  # the catalogue of kinds comes first
    value = getattr(import_module(f"plancompare.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
