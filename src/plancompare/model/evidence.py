"""Where a claim comes from, and how well it was checked."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from plancompare.model.frozen import Frozen
from plancompare.model.identifiers import SourceId
from plancompare.model.scales import SetOf
from plancompare.model.shared import Shared
from plancompare.model.text import Text
from plancompare.model.timing import PartialDate

__all__ = ["CITES", "TODO", "Basis", "Checked", "Citations", "Cited", "Evidence", "best_checked"]

Basis = Literal["document-text", "official-statement", "press-report", "inference"]
"""What a claim rests on: the document's own text, a statement on record, a report, an inference."""

Checked = Literal["two-sources", "one-source", "unverified"]
"""How well a claim was checked, from well to not at all."""

_ORDER: tuple[Checked, ...] = ("two-sources", "one-source", "unverified")


class Evidence(Frozen):
    """Sources for one claim, with the place in them, what they are, and how well they were checked.

    >>> Evidence(sources=("reuters-2025-11-23",), locator="point 15", basis="document-text",
    ...          checked="unverified").checked
    'unverified'
    """

    sources: Annotated[SetOf[SourceId], Field(min_length=1)]
    locator: Text | None = None
    basis: Basis
    checked: Checked
    speaker: Text | None = None
    said_on: PartialDate | None = None
    note: Text | None = None


TODO = "TODO"
"""What a file says where something is still to be written, such as the evidence of a claim."""

CITES = "cites"
"""Marks the evidence of a claim, which the audit asks for."""


def _none_yet(given: Any) -> Any:
    return () if given == TODO else given


_Evidence = tuple[Evidence, ...]
Citations = Annotated[
    _Evidence,
    BeforeValidator(_none_yet, json_schema_input_type=_Evidence | Literal["TODO"]),
    Shared(),
]
"""Pieces of evidence; in a file, `TODO` says that there is none yet."""

Cited = Annotated[Citations, CITES]
"""The evidence of a claim; without any, the claim is written to a file with `TODO`."""


def best_checked(evidence: tuple[Evidence, ...]) -> Checked:
    """The best check among several pieces of evidence; without any, a claim is unverified."""
    return min((one.checked for one in evidence), key=_ORDER.index, default="unverified")
