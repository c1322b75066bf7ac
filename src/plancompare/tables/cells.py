"""What one plan does about one issue, in the words of a table cell."""

from __future__ import annotations

from collections.abc import Iterable

from plancompare.diffing.cell import Cell
from plancompare.model import Evidence, Treatment
from plancompare.model.evidence import best_checked
from plancompare.model.spelling import spell

__all__ = ["cell_text", "mark", "points_text", "sources_text", "term_name", "terms_text"]

_BASIS = {
    "press-report": "press report",
    "inference": "inference",
}


def term_name(name: str) -> str:
    """A term's name in words."""
    return name.replace("_", " ")


def terms_text(cell: Cell, names: Iterable[str] | None = None) -> str:
    """The terms a clause states: all of them in one line, or those named with a line each."""
    provision = cell.provision
    assert provision is not None
    lines = []
    for name, spec in provision.spec.terms.items():
        value = getattr(provision, name)
        if names is None:
            wanted = value is not None and not (name == "modality" and value == "commitment")
        else:
            wanted = name in names
        if wanted:
            silence = "none" if spec.none_if_silent else "not stated"
            lines.append(f"{term_name(name)}: {spell(value, silence)}")
    return ("; " if names is None else "\n").join(lines) or "stated, without terms"


def mark(evidence: tuple[Evidence, ...]) -> str:
    """A mark for what rests on weak evidence: unverified, a press report, an inference."""
    if not evidence:
        return ""
    if best_checked(evidence) == "unverified":
        return "(unverified)"
    bases = {one.basis for one in evidence}
    if bases <= set(_BASIS):
        return f"({', '.join(sorted(_BASIS[one] for one in bases))})"
    return ""


def cell_text(cell: Cell, names: Iterable[str] | None = None) -> str:
    """The treatment of an issue in words, with its terms if it is stated, and its mark."""
    match cell.treatment:
        case Treatment.STATED:
            text = terms_text(cell, names)
        case Treatment.DEFERRED:
            text = f"left to {', '.join(cell.left_to) or 'later'}"
        case Treatment.UNDISCLOSED:
            text = f"not public; reported: {cell.reported}" if cell.reported else "not public"
        case _ if cell.left_to:
            text = f"moved to {', '.join(cell.left_to)}"
        case _:
            text = "left out" if cell.entry else "no clause"
    return "\n".join(filter(None, (text, mark(cell.evidence))))


def points_text(before: Cell, after: Cell) -> str:
    """Where the clause stands on both sides."""
    return " → ".join(", ".join(cell.points) or "–" for cell in (before, after))


def sources_text(evidence: tuple[Evidence, ...]) -> str:
    """What a claim rests on: sources, place in them, how it was checked."""
    return "\n".join(
        f"{', '.join(one.sources)}{f' ({one.locator})' if one.locator else ''}: {one.checked}"
        for one in evidence
    )
