"""How a conflict of a merge was decided, by whom and why: kept beside the plan, applied again."""

from __future__ import annotations

from typing import Self

from pydantic import JsonValue, model_validator

from plancompare.model.faults import Fault, refuse
from plancompare.model.frozen import Frozen
from plancompare.model.identifiers import IssueId, Slug
from plancompare.model.text import Text
from plancompare.model.timing import PartialDate

__all__ = ["Decision", "Decisions"]


class Decision(Frozen):
    """One conflict, decided: the plan whose content is taken, or a value of one's own for a term."""

    issue: IssueId
    term: str | None = None
    take: Slug | None = None
    value: JsonValue = None
    author: Text
    reason: Text
    decided_on: PartialDate | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.take is None) == (self.value is None):
            refuse([Fault((), "needs either take or value", "name a plan, or give a value")])
        if self.value is not None and self.term is None:
            refuse([Fault(("value",), "belongs to no term", "name the term")])
        return self


class Decisions(Frozen):
    """The file that keeps decisions beside a merged plan."""

    decisions: tuple[Decision, ...] = ()
