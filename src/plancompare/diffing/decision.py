"""How a conflict of a merge was decided, by whom and why: kept beside the plan, applied again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Self

from pydantic import JsonValue, ValidationError, model_validator

from plancompare.errors import PlancompareError
from plancompare.model import Provision
from plancompare.model.faults import Fault, refuse
from plancompare.model.frozen import Frozen
from plancompare.model.identifiers import IssueId, Slug
from plancompare.model.text import Text
from plancompare.model.timing import PartialDate

__all__ = ["Decision", "Decisions", "Place", "by_place", "own_value", "shown_place", "taken"]

Place = tuple[str, str | None]
"""An issue, and the term of it that is in dispute; no term where the issue itself is."""


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


def by_place(decisions: Iterable[Decision]) -> dict[Place, Decision]:
    """Decisions by what they decide. Raises `PlancompareError` where two decide the same."""
    chosen: dict[Place, Decision] = {}
    for one in decisions:
        place = one.issue, one.term
        if place in chosen:
            raise PlancompareError(f"two decisions on {shown_place(place)}; keep one of them")
        chosen[place] = one
    return chosen


def shown_place(place: Place) -> str:
    """A place in one line.

    >>> shown_place(("force-ceiling/ukraine", "personnel"))
    'force-ceiling/ukraine personnel'
    """
    return " ".join(filter(None, place))


def taken(decision: Decision, sides: Mapping[str, Any]) -> Any:
    """What the side that a decision takes says. Raises `PlancompareError` if it is not there."""
    if decision.take is None or decision.take not in sides:
        raise PlancompareError(
            f"the decision on {shown_place((decision.issue, decision.term))} takes "
            f"{decision.take!r}; name one of {', '.join(sorted(sides))}"
        )
    return sides[decision.take]


def own_value(clause: Provision, term: str, value: JsonValue) -> Any:
    """A value of one's own, as the term keeps it. Raises `PlancompareError` if it cannot be one."""
    plain = clause.model_dump(mode="json")
    try:
        decided = type(clause).model_validate_json(json.dumps({**plain, term: value}))
    except ValidationError as error:
        what = "; ".join(one["msg"] for one in error.errors())
        raise PlancompareError(
            f"the decision on {clause.issue} {term} gives {value!r}, which the term cannot be: "
            f"{what}; write the value as in a plan"
        ) from error
    return getattr(decided, term)
