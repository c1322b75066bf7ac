"""Putting merged clauses back into points: the base's points, in its order, with what came in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

from plancompare.diffing.alignment import align
from plancompare.diffing.cell import Cell
from plancompare.model import (
    Deferral,
    Listing,
    Omission,
    Plan,
    Point,
    Provision,
    Treatment,
    Undisclosed,
)
from plancompare.model.identifiers import label_order

__all__ = ["assemble"]

_TEXT = ("heading", "summary", "text", "note", "evidence")


def assemble(base: Plan, revisions: Sequence[Plan], results: Mapping[str, Cell]) -> Plan:
    """A plan that treats every issue as `results` says.

    Clauses of the base stay where they are; new ones go to the point that their own point belongs
    to, else to a new point at the end. Points left without clause and counterpart go.
    """
    counterparts = [_counterparts(base, revision) for revision in revisions]
    homes: dict[str, int] = {}
    strangers: dict[str, tuple[Plan, Point]] = {}
    for revision, found in zip(revisions, counterparts, strict=True):
        for position, point in enumerate(revision.points):
            for provision in point.provisions:
                if provision.issue in base.stated:
                    continue
                if position in found:
                    homes.setdefault(provision.issue, found[position])
                else:
                    strangers.setdefault(provision.issue, (revision, point))
    points = _kept_points(base, revisions, counterparts, results, homes)
    points += _new_points(points, results, strangers, homes)
    ids = sorted(plan.id for plan in revisions)
    return base.model_copy(
        update={
            "id": "merge",
            "title": f"Merge of {', '.join(ids)} on {base.id}",
            "date": max(plan.date for plan in (base, *revisions)),
            "revises": base.id,
            "responds_to": None,
            "reports": (),
            "note": "Assembled from other texts; no party has proposed it as a whole.",
            "points": tuple(points),
            **_lists(base, results),
        }
    )


def _lists(base: Plan, results: Mapping[str, Cell]) -> dict[str, tuple[Listing, ...]]:
    """What the merged plan omits, defers and keeps back, with the entries it comes from."""
    issues: dict[Listing, list[str]] = {}
    for issue, result in results.items():
        entry = result.entry
        if result.treatment is Treatment.SILENT and entry is None and base.disclosure == "partial":
            entry = Omission(issues=(issue,))  # in a partial plan silence has to be said
        if result.provision is None and entry is not None:
            issues.setdefault(entry.model_copy(update={"issues": ("issue",)}), []).append(issue)
    made = [entry.model_copy(update={"issues": tuple(all_)}) for entry, all_ in issues.items()]
    made.sort(key=lambda entry: entry.issues)
    fields = {"omits": Omission, "defers": Deferral, "undisclosed": Undisclosed}
    return {
        name: tuple(one for one in made if isinstance(one, kind)) for name, kind in fields.items()
    }


def _counterparts(base: Plan, revision: Plan) -> dict[int, int]:
    """For each point of a revision the first point of the base that it belongs to."""
    found: dict[int, int] = {}
    for link in align(base, revision).links:
        found.setdefault(link.after, link.before)
    return found


def _kept_points(
    base: Plan,
    revisions: Sequence[Plan],
    counterparts: Sequence[Mapping[int, int]],
    results: Mapping[str, Cell],
    homes: Mapping[str, int],
) -> list[Point]:
    arriving: dict[int, list[Provision]] = {}
    for issue in sorted(homes):
        if clause := results[issue].provision:
            arriving.setdefault(homes[issue], []).append(clause)
    full = sum(revision.disclosure == "full" for revision in revisions)
    counterpart_of: dict[int, list[Point]] = {}
    for revision, found in zip(revisions, counterparts, strict=True):
        for where, home in found.items():
            counterpart_of.setdefault(home, []).append(revision.points[where])
    points: list[Point] = []
    for position, point in enumerate(base.points):
        others = counterpart_of.get(position, [])
        clauses = [
            clause
            for old in point.provisions
            if (clause := results[old.issue].provision) is not None
        ]
        clauses += arriving.get(position, [])
        if clauses or _lives_on(point, others, full):
            changed = _text(point, others)
            if tuple(clauses) != point.provisions:
                changed["provisions"] = tuple(clauses)
            points.append(point.model_copy(update=changed) if changed else point)
    return points


def _lives_on(point: Point, others: Sequence[Point], full: int) -> bool:
    """Whether a point without clauses stays: if it was emptied, because a revision rewrote it; if
    it never had any, because no full revision left it out.
    """
    if point.provisions:
        return any(one != point for one in others)
    return len(others) >= full


def _text(point: Point, others: Sequence[Point]) -> dict[str, Any]:
    """Wording from the one counterpart that changes it; the base's where several differ."""
    changed: dict[str, Any] = {}
    for name in _TEXT:
        values = {getattr(one, name) for one in others} - {getattr(point, name), None, ()}
        if len(values) == 1:
            changed[name] = values.pop()
    return changed


def _new_points(
    points: Sequence[Point],
    results: Mapping[str, Cell],
    strangers: Mapping[str, tuple[Plan, Point]],
    homes: Mapping[str, int],
) -> list[Point]:
    taken = {point.number for point in points}
    groups: dict[tuple[Any, str], tuple[Point, list[Provision]]] = {}
    for issue, (plan, point) in sorted(strangers.items()):
        clause = results[issue].provision
        if clause is not None and issue not in homes:
            key = (label_order(point.number or ""), plan.id)
            groups.setdefault(key, (point, []))[1].append(clause)
    made: list[Point] = []
    for _, (point, clauses) in sorted(groups.items(), key=lambda item: item[0]):
        number = point.number
        if number is None or number in taken:
            number = next(one for one in map(str, count(len(points) + 1)) if one not in taken)
        taken.add(number)
        fresh = {"number": number, "replaces": (), "provisions": tuple(clauses)}
        made.append(point.model_copy(update=fresh))
    return made
