"""Strategies that draw plans together with what is known to have been done to them."""

from __future__ import annotations

import random
from typing import Any, NamedTuple

from hypothesis import strategies as st

from plancompare.diffing.change import ChangeKind
from plancompare.model import Plan, Point, Provision, Treatment
from plancompare.testing.strategies import evidence, plans, provisions, term_values

__all__ = ["EditedPlan", "TermEdit", "edited_plans", "one_term_changed", "reordered", "revisions"]


class TermEdit(NamedTuple):
    """A plan, the same plan with one term of one provision changed, and which term that is."""

    before: Plan
    after: Plan
    issue: str
    term: str


@st.composite
def one_term_changed(draw: st.DrawFn, of: st.SearchStrategy[Plan] | None = None) -> TermEdit:
    """Plans with one term of one provision set to another value; both values are stated."""
    plan = draw((plans() if of is None else of).filter(lambda one: bool(one.stated)))
    issue = draw(st.sampled_from(sorted(plan.stated)))
    provision, point = plan.stated[issue]
    name, changed = draw(_another_value(provision))
    return TermEdit(plan, _with_provision(plan, point, provision, changed), issue, name)


@st.composite
def _another_value(draw: st.DrawFn, provision: Provision) -> tuple[str, Provision]:
    """A stated term, and the provision with another value of it."""
    stated = [name for name in provision.spec.terms if getattr(provision, name) is not None]
    name = draw(st.sampled_from(stated))
    old = getattr(provision, name)
    changed = draw(
        term_values(type(provision), name)
        .map(lambda value: provision.model_copy(update={name: value, "readings": ()}))
        .filter(lambda one: getattr(one, name) != old)
    )
    return name, changed


def _with_provision(plan: Plan, point: Point, old: Provision, new: Provision) -> Plan:
    provisions_ = tuple(new if one is old else one for one in point.provisions)
    edited = point.model_copy(update={"provisions": provisions_})
    return plan.model_copy(
        update={"points": tuple(edited if one is point else one for one in plan.points)}
    )


@st.composite
def reordered(draw: st.DrawFn, of: st.SearchStrategy[Plan] | None = None) -> tuple[Plan, Plan]:
    """Plans with their points shuffled and renumbered, reworded and cited otherwise."""
    plan = draw(plans() if of is None else of)
    rng = random.Random(draw(st.integers(0, 2**32)))  # noqa: S311 - not for secrets
    shuffled = list(plan.points)
    rng.shuffle(shuffled)
    cited = draw(st.lists(evidence(), max_size=1).map(tuple))
    made = []
    for index, point in enumerate(shuffled):
        moved = tuple(
            one.model_copy(update={"evidence": cited, "at": (), "note": "Reworded."})
            for one in point.provisions
        )
        made.append(
            point.model_copy(
                update={
                    "number": str(index + 101),
                    "summary": "Reworded.",
                    "provisions": moved,
                    "replaces": (),
                }
            )
        )
    return plan, plan.model_copy(update={"points": tuple(made)})


class EditedPlan(NamedTuple):
    """A plan, the true changes by issue, and the plan after them."""

    before: Plan
    changes: dict[str, ChangeKind]
    after: Plan


@st.composite
def edited_plans(
    draw: st.DrawFn, of: st.SearchStrategy[Plan] | None = None, max_edits: int = 4
) -> EditedPlan:
    """Full plans with up to `max_edits` known changes, and the points moved about at random.

    What a differ ought to find is in `changes`; score your own with it. Each issue is edited once.
    """
    drawn = plans() if of is None else of
    plan = draw(drawn.filter(lambda one: one.disclosure == "full" and bool(one.points)))
    after = plan
    changes: dict[str, ChangeKind] = {}
    for _ in range(draw(st.integers(0, max_edits))):
        free = sorted(set(after.stated) - set(changes))
        act = draw(st.sampled_from(("add", "remove", "defer", "change") if free else ("add",)))
        if act == "add":
            new = draw(
                provisions().filter(
                    lambda one: (
                        plan.treatment(one.issue) is Treatment.SILENT
                        and one.issue not in plan.listed
                    )
                )
            )
            if new.issue in changes:
                continue
            after = _put(after, draw(st.integers(0, len(after.points) - 1)), new)
            changes[new.issue] = ChangeKind.ADDED
            continue
        issue = draw(st.sampled_from(free))
        old, point = after.stated[issue]
        if act == "change":
            after = _with_provision(after, point, old, draw(_another_value(old))[1])
            changes[issue] = ChangeKind.CHANGED
            continue
        rest = tuple(one for one in point.provisions if one is not old)
        shorter = point.model_copy(update={"provisions": rest})
        points = tuple(shorter if one is point else one for one in after.points)
        more: dict[str, Any] = {"points": points}
        if act == "defer":
            more["defers"] = (*after.defers, {"issues": (issue,)})
        after = after.model_copy(update=more)
        changes[issue] = ChangeKind.REOPENED if act == "defer" else ChangeKind.REMOVED
    return EditedPlan(plan, changes, _shuffled(draw, after))


def _put(plan: Plan, position: int, provision: Provision) -> Plan:
    point = plan.points[position]
    longer = point.model_copy(update={"provisions": (*point.provisions, provision)})
    return plan.model_copy(
        update={"points": tuple(longer if one is point else one for one in plan.points)}
    )


def _shuffled(draw: st.DrawFn, plan: Plan) -> Plan:
    if not draw(st.booleans()):
        return plan
    points = list(plan.points)
    random.Random(draw(st.integers(0, 99))).shuffle(points)  # noqa: S311 - not for secrets
    return plan.model_copy(
        update={
            "points": tuple(
                point.model_copy(update={"number": str(index)})
                for index, point in enumerate(points, 1)
            )
        }
    )


@st.composite
def revisions(
    draw: st.DrawFn, count: int = 2, of: st.SearchStrategy[Plan] | None = None
) -> tuple[Plan, ...]:
    """A base and `count` revisions of it, each with edits of its own and an id of its own.

    Where a real plan will do as the base, `of=st.just(plan)` draws several times faster.
    """
    drawn = plans("base") if of is None else of
    base = draw(drawn.filter(lambda one: one.disclosure == "full"))
    made = [
        draw(edited_plans(st.just(base))).after.model_copy(
            update={"id": f"revision-{number}", "revises": base.id}
        )
        for number in range(1, count + 1)
    ]
    return (base, *made)
