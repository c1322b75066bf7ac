"""What plans say of regions: for each plan and place, every clause on territory that names it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plancompare.diffing.cell import Cell, cell
from plancompare.model import KINDS, Plan, Provision, Treatment, kind_of_issue
from plancompare.model.identifiers import Refers
from plancompare.model.kinds.territory import ForceWithdrawal
from plancompare.model.terms import metadata

__all__ = ["RegionView", "TerritoryView", "territory_views"]

STATUS = "territorial-status"


@dataclass(frozen=True, slots=True)
class RegionView:
    """One place in one plan: each issue on territory that names it, and what the plan does.

    `disclosure` is the plan's: it decides what a term that is not stated means.
    """

    place: str
    disclosure: str
    cells: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True, slots=True)
class TerritoryView:
    """One plan: its regions, and its clauses on territory that name none, be they left open or not
    public.
    """

    plan: Plan
    regions: tuple[RegionView, ...]
    elsewhere: tuple[tuple[str, Treatment], ...]


def territory_views(plans: Sequence[Plan], layout: Sequence[str]) -> tuple[TerritoryView, ...]:
    """Every plan's view of the same places: those any of them names, and the layout around them.

    The status of a place is always asked for, so that each plan answers even where it is silent.
    """
    named: dict[str, dict[str, None]] = {}
    for plan in plans:
        for place, issue in _named(plan):
            named.setdefault(place, {f"{STATUS}/{place}": None})[issue] = None
    shown = dict.fromkeys(layout if not named.keys().isdisjoint(layout) else ())
    for place in (*shown, *sorted(named)):
        named.setdefault(place, {f"{STATUS}/{place}": None})
    places = [*shown, *sorted(named.keys() - shown.keys())]
    return tuple(
        TerritoryView(
            plan,
            tuple(
                RegionView(
                    place,
                    plan.disclosure,
                    tuple((one, cell(plan, one)) for one in sorted(named[place], key=_rank)),
                )
                for place in places
            ),
            tuple(_elsewhere(plan)),
        )
        for plan in plans
    )


def _rank(issue: str) -> tuple[bool, str]:
    return kind_of_issue(issue) != STATUS, issue


def _named(plan: Plan) -> Iterator[tuple[str, str]]:
    """Pairs of a place and an issue on territory that names it."""
    for issue in (*plan.stated, *plan.listed):
        for place in _places(issue):
            yield place, issue
    for provision in plan.provisions:
        if isinstance(provision, ForceWithdrawal):
            for place in provision.places or ():
                yield place, provision.issue


def _elsewhere(plan: Plan) -> Iterator[tuple[str, Treatment]]:
    for issue in plan.issues:
        treatment = plan.treatment(issue)
        if treatment is not Treatment.SILENT and _on_territory(issue) and not _places(issue):
            yield issue, treatment


def _on_territory(issue: str) -> type[Provision] | None:
    kind = KINDS.get(kind_of_issue(issue))
    return kind if kind and kind.topic == "territory" else None


def _places(issue: str) -> tuple[str, ...]:
    """The places in the key of an issue on territory."""
    kind = _on_territory(issue)
    if kind is None:
        return ()
    values = issue.partition("#")[0].split("/")[1:]
    return tuple(
        value
        for name, value in zip(kind.spec.keys, values, strict=False)
        if value != "others" and _is_place(kind, name)
    )


def _is_place(kind: type[Provision], name: str) -> bool:
    field = kind.model_fields[name]
    return any(
        isinstance(one, Refers) and "place" in one.registers
        for one in (*metadata(field.annotation), *field.metadata)
    )
