"""Names by which plans, parties, places, treaties, events, sources, points and issues are known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from plancompare.model.shared import Shared

__all__ = [
    "OTHERS",
    "EventId",
    "IssueId",
    "Label",
    "Labels",
    "PartyGroup",
    "PartyId",
    "PartyOrPlaceId",
    "PlaceId",
    "PlanId",
    "Refers",
    "Register",
    "Slug",
    "SourceId",
    "TreatyId",
    "kind_of_issue",
    "label_order",
]

OTHERS = "others"
"""As a member of a set: the list is open; others belong to it that the text does not name."""

Register = Literal["source", "party", "place", "treaty", "event", "plan"]

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=80), Shared()]
"""A name in lower case: letters, digits and single hyphens."""


@dataclass(frozen=True, slots=True)
class Refers:
    """Marks an id: the registers in which it must be found."""

    registers: tuple[Register, ...]


SourceId = Annotated[Slug, Refers(("source",))]
PartyId = Annotated[Slug, Refers(("party",))]
PlaceId = Annotated[Slug, Refers(("place",))]
TreatyId = Annotated[Slug, Refers(("treaty",))]
EventId = Annotated[Slug, Refers(("event",))]
PlanId = Annotated[Slug, Refers(("plan",))]
PartyOrPlaceId = Annotated[Slug, Refers(("party", "place"))]


def _sorted_group(group: str) -> str:
    members = group.split("+")
    if len(members) < 2 or len(set(members)) < len(members):
        raise PydanticCustomError(
            "party_group", "names fewer than two different parties; write them as a+b"
        )
    return "+".join(sorted(members))


PartyGroup = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9-]+(\+[a-z0-9-]+)*$", max_length=400),
    AfterValidator(_sorted_group),
    Shared(),
    Refers(("party",)),
]
"""Those between whom something is agreed, sorted and joined: `russia+ukraine`."""


def _printed(label: Any) -> Any:
    return str(label) if isinstance(label, int) and not isinstance(label, bool) else label


Label = Annotated[
    str,
    BeforeValidator(_printed, json_schema_input_type=int | str),
    StringConstraints(pattern=r"^[0-9A-Za-z]+([.-]?[0-9A-Za-z]+)*$", max_length=20),
]
"""A point's number as the document prints it: `6`, `10a`, `II.3`."""

_PIECES = re.compile(r"\d+|\D+")


def label_order(label: str) -> tuple[tuple[int, int, str], ...]:
    """A sort key that puts 2 before 10 and 10a after 10.

    >>> sorted(["10a", "10", "2"], key=label_order)
    ['2', '10', '10a']
    """
    return tuple(
        (0, int(piece), "") if piece.isdecimal() else (1, 0, piece)
        for piece in _PIECES.findall(label)
    )


def _in_order(labels: tuple[str, ...]) -> tuple[str, ...]:
    ordered = tuple(sorted(labels, key=label_order))
    for one, next_ in pairwise(ordered):
        if one == next_:
            raise PydanticCustomError("repeated_member", "names {member} twice", {"member": one})
    return ordered


Labels = Annotated[tuple[Label, ...], AfterValidator(_in_order), Shared()]
"""Labels without doubles, in the order in which a reader counts."""

IssueId = Annotated[
    str,
    StringConstraints(
        pattern=r"^[a-z0-9-]+(/[a-z0-9-]+(\+[a-z0-9-]+)*)*(#[a-z0-9-]+)?$", max_length=400
    ),
]
"""Kind, key and part of what is negotiated: `force-ceiling/ukraine`."""


def kind_of_issue(issue: str) -> str:
    """The kind at the head of an issue id.

    >>> kind_of_issue("force-withdrawal/x/y#phase-1")
    'force-withdrawal'
    """
    return issue.partition("/")[0].partition("#")[0]
