"""What one plan does about one issue."""

from __future__ import annotations

from typing import Any, NamedTuple

from plancompare.model import (
    Deferral,
    Evidence,
    Listing,
    Omission,
    Plan,
    Point,
    Provision,
    Treatment,
    Undisclosed,
)

__all__ = ["Cell", "cell"]


class Cell(NamedTuple):
    """A plan's treatment of an issue, with the clause that states it or the entry that lists it."""

    treatment: Treatment
    provision: Provision | None = None
    point: Point | None = None
    entry: Listing | None = None

    @property
    def terms(self) -> dict[str, Any] | None:
        """The stated terms as plain values; none if the plan does not state the issue."""
        return self.provision.terms() if self.provision else None

    @property
    def points(self) -> tuple[str, ...]:
        """Where the clause stands, as printed; empty for points without a public number."""
        if self.provision is None or self.point is None:
            return ()
        return self.point.labels(self.provision)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What the treatment rests on: the clause's evidence, or that of the list entry."""
        if self.provision:
            return self.provision.evidence
        return self.entry.evidence if self.entry else ()

    @property
    def left_to(self) -> tuple[str, ...]:
        """To whom a deferred issue is left, or to which track an omitted one was moved."""
        match self.entry:
            case Deferral(to=parties):
                return parties
            case Omission(to=str(track)):
                return (track,)
        return ()

    @property
    def reported(self) -> str | None:
        """What is reported of an issue whose content is not public, such as `modified`."""
        return self.entry.reported if isinstance(self.entry, Undisclosed) else None


def cell(plan: Plan, issue: str) -> Cell:
    """How a plan treats an issue, and where."""
    if found := plan.stated.get(issue):
        return Cell(Treatment.STATED, *found)
    return Cell(plan.treatment(issue), entry=plan.listed.get(issue))
