"""What one plan does about one issue, in the words of a table cell."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from plancompare.diffing.cell import Cell
from plancompare.model import Evidence, Provision, Treatment
from plancompare.model.evidence import best_checked
from plancompare.model.spelling import spell

__all__ = [
    "cell_text",
    "dated",
    "marked",
    "points_text",
    "sources_text",
    "term_name",
    "term_text",
    "treatment_text",
    "weakness",
]

_WEAK = {"press-report": "press report", "inference": "inference"}


def dated(as_of: datetime.date | None) -> str:
    """By when what counts had been said, if that was limited."""
    return f", as of {as_of}" if as_of else ""


def term_name(name: str) -> str:
    """A term's name in words."""
    return name.replace("_", " ")


def term_text(provision: Provision, name: str, *, public: bool = True) -> str:
    """One term with its value, or why there is none."""
    silence = "none" if provision.spec.terms[name].none_if_silent else "not stated"
    value = getattr(provision, name)
    return f"{term_name(name)}: {spell(value, silence if public else 'not public')}"


def _terms_text(provision: Provision) -> str:
    """Every stated term in one line; a commitment goes without saying."""
    stated = [
        term_text(provision, name)
        for name in provision.spec.terms
        if (value := getattr(provision, name)) is not None
        and not (name == "modality" and value == "commitment")
    ]
    return "; ".join(stated) or "stated, without terms"


def treatment_text(cell: Cell) -> str:
    """The treatment of an issue in words, with its terms if it is stated."""
    match cell.treatment:
        case Treatment.STATED:
            assert cell.provision is not None
            return _terms_text(cell.provision)
        case Treatment.DEFERRED:
            return f"left to {', '.join(cell.left_to) or 'later'}"
        case Treatment.UNDISCLOSED:
            return f"not public; reported as {cell.reported}" if cell.reported else "not public"
    if cell.left_to:
        return f"moved to {', '.join(cell.left_to)}"
    return "left out" if cell.entry else "no clause"


def cell_text(cell: Cell) -> str:
    """The treatment of an issue in words, marked where it rests on little."""
    return marked(treatment_text(cell), cell)


def marked(text: str, cell: Cell) -> str:
    """A text with the mark of a cell, if it has one: on a line of its own under several lines."""
    mark = weakness(cell)
    return f"{text}{chr(10) if chr(10) in text else ' '}({mark})" if mark else text


def weakness(cell: Cell) -> str:
    """What is weak about the evidence: none, unverified, a press report, an inference."""
    if not cell.evidence:
        return "no source" if cell.provision or cell.entry else ""
    if best_checked(cell.evidence) == "unverified":
        return "unverified"
    bases = {one.basis for one in cell.evidence}
    weak = [word for basis, word in _WEAK.items() if basis in bases]
    return ", ".join(weak) if len(weak) == len(bases) else ""


def points_text(before: Cell, after: Cell) -> str:
    """Where the clause stands on both sides."""
    return " → ".join(", ".join(cell.points) or "\N{EN DASH}" for cell in (before, after))


def sources_text(evidence: Iterable[Evidence]) -> str:
    """What a claim rests on: sources, place in them, how it was checked."""
    return "\n".join(
        f"{', '.join(one.sources)}{f' ({one.locator})' if one.locator else ''}: {one.checked}"
        for one in evidence
    )
