"""Strategies that draw predicates, stakeholders and rules, and plans in which something settles."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from plancompare.model import (
    KINDS,
    Deferral,
    Omission,
    Plan,
    Point,
    Predicate,
    Provision,
    Rule,
    Stakeholder,
    kind_of_issue,
)
from plancompare.model.predicate_syntax import parse_predicate
from plancompare.model.scales import Chains
from plancompare.model.term_tests import OPS, ORDERED
from plancompare.model.terms import Unordered
from plancompare.testing.strategies import evidence, plans, provisions, term_values

__all__ = ["disclosed_plans", "predicates", "rules", "settled_plans", "stakeholders"]


@st.composite
def predicates(draw: st.DrawFn, kind: type[Provision]) -> Predicate:
    """Predicates on clauses of a kind, as `parse_predicate` reads them."""
    return parse_predicate(draw(_wishes(kind)), kind)[0]


@st.composite
def _wishes(draw: st.DrawFn, kind: type[Provision], least: int = 1) -> list[Any]:
    return draw(
        st.lists(
            st.sampled_from(("present", "absent")) | _alternative(kind),
            min_size=least,
            max_size=3,
        )
    )


@st.composite
def _alternative(draw: st.DrawFn, kind: type[Provision]) -> dict[str, Any]:
    terms = draw(
        st.lists(st.sampled_from(sorted(kind.spec.terms)), min_size=1, max_size=3, unique=True)
    )
    return {term: draw(_test(kind, term)) for term in terms}


@st.composite
def _test(draw: st.DrawFn, kind: type[Provision], term: str) -> dict[str, Any]:
    spec = kind.spec.terms[term]
    fitting = [
        op
        for op in OPS
        if (spec.is_set or op not in ("includes", "excludes"))
        and not (op in ORDERED and (spec.is_set or isinstance(spec.scale, Unordered)))
    ]
    op = draw(st.sampled_from(fitting))
    values = term_values(kind, term).map(lambda one: _written(kind, term, one))
    if op in ("one_of", "none_of"):
        return {op: draw(st.lists(values, min_size=1, max_size=2))}
    if op in ("includes", "excludes"):
        return {op: draw(values.filter(bool))}
    if op in ORDERED and isinstance(spec.scale, Chains):
        on_scale = [value for chain in spec.scale.chains for value in chain]
        return {op: draw(st.sampled_from(on_scale))}
    return {op: draw(values)}


def _written(kind: type[Provision], term: str, value: Any) -> Any:
    """A value as a file writes it."""
    stub = kind.model_construct(**{**dict.fromkeys(kind.spec.keys), term: value})
    return stub.model_dump(mode="json", include={term}, warnings=False)[term]


@st.composite
def stakeholders(draw: st.DrawFn, plan: Plan, party: str = "ukraine") -> Stakeholder:
    """Stakeholders with positions on issues of a plan, and on some that it does not mention.

    Some positions are red lines, some rest on inference, some are about every region or group.
    """
    issues = list(dict.fromkeys((*plan.stated, *plan.listed)))
    more = draw(st.lists(provisions(), max_size=2))
    issues += [one.issue for one in more]
    chosen = draw(st.lists(st.sampled_from(issues), max_size=5)) if issues else []
    found: list[dict[str, Any]] = []
    for index, issue in enumerate(chosen):
        kind = KINDS[kind_of_issue(issue)]
        wide = "/" in issue and "#" not in issue and draw(st.booleans())
        spoken = draw(st.sampled_from(("prefers", "accepts")))
        wishes = {
            name: draw(_wishes(kind, int(name == spoken)))
            for name in ("prefers", "accepts", "rejects")
        }
        strength = draw(st.sampled_from(("ruled-out", "principle", "firm-remark")))
        refusal = {"strength": strength} if wishes["rejects"] else {}
        if refusal and strength == "ruled-out":
            refusal["line"] = "What was ruled out."
        found.append(
            {
                "id": f"position-{index}",
                "issues": [f"{issue.rpartition('/')[0]}/*" if wide else issue],
                "says": "What was said.",
                **wishes,
                **refusal,
                "salience": {
                    "level": draw(st.sampled_from(("high", "medium", "low", "not-assessed"))),
                    "reason": "Drawn.",
                },
                "confidence": draw(st.sampled_from(("high", "medium", "low"))),
                "stated_on": draw(st.sampled_from(("2025-11-20", "2025-11", "2025-12-24"))),
                "speaker": "A speaker",
                "supersedes": draw(st.lists(st.sampled_from(earlier), max_size=1))
                if (earlier := [one["id"] for one in found])
                else [],
                "evidence": [
                    one.model_dump(mode="json")
                    for one in draw(st.lists(evidence(), min_size=1, max_size=2))
                ],
            }
        )
    return Stakeholder.model_validate({"party": party, "positions": found})


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    """Rules that respect the order of verdicts and of salience."""
    values = sorted(draw(st.lists(st.integers(0, 12), min_size=4, max_size=4)))
    if values[0] == values[-1]:
        values = [0, *values[1:3], 12]
    weights = sorted(draw(st.lists(st.integers(0, 9), min_size=3, max_size=3)), reverse=True)
    weights[0] = max(weights[0], 1)
    names = ("rejected", "contrary", "acceptable", "preferred")
    return Rule.model_validate(
        {
            "id": "drawn",
            "title": "A drawn rule",
            "values": {
                name: {"value": f"{value}/12", "reason": "Drawn."}
                for name, value in zip(names, values, strict=True)
            },
            "bounds": {
                "open": {"low": 0, "high": 1, "reason": "Drawn."},
                "unaddressed": {
                    "low": f"{values[1]}/12",
                    "high": f"{values[3]}/12",
                    "reason": "Drawn.",
                },
            },
            "weights": {
                name: {"weight": weight, "reason": "Drawn."}
                for name, weight in zip(
                    ("high", "medium", "low", "not-assessed", "no-position"),
                    (*weights, draw(st.integers(0, 9)), draw(st.integers(0, 1))),
                    strict=True,
                )
            },
            "robust_from": {"share": "19/20", "reason": "Drawn."},
        }
    )


@st.composite
def disclosed_plans(draw: st.DrawFn) -> tuple[Plan, Plan]:
    """A plan of which some clauses and terms are not public, and the same in full."""
    clauses = draw(st.lists(provisions(), max_size=5, unique_by=lambda one: one.issue))
    whole = draw(plans(max_points=1)).model_copy(
        update={
            "points": (Point(number="1", provisions=tuple(clauses)),),
            "disclosure": "full",
            "omits": (),
            "defers": (),
            "undisclosed": (),
        }
    )
    public = []
    for clause in clauses:
        hidden = draw(st.lists(st.sampled_from(sorted(clause.spec.terms)), max_size=2))
        terms = {name: None for name in hidden if name != "modality"}
        if draw(st.booleans()):
            public.append(clause.model_copy(update={**terms, "readings": ()}))
    known = (Point(number="1", provisions=tuple(public)),)
    return whole.model_copy(update={"points": known, "disclosure": "partial"}), whole


@st.composite
def settled_plans(draw: st.DrawFn) -> tuple[Plan, Plan]:
    """A plan that defers some issues, and the same in which one of them is settled: stated, or
    left out.
    """
    base = draw(plans())
    clauses = [
        one.model_copy(update={"part": None})
        for one in draw(st.lists(provisions(), min_size=1, max_size=3))
    ]
    fresh = {one.issue: one for one in clauses if one.issue not in {**base.stated, **base.listed}}
    deferrals = tuple(Deferral(issues=(issue,)) for issue in fresh)
    before = base.model_copy(update={"defers": (*base.defers, *deferrals)})
    if not fresh:
        return before, before
    issue = draw(st.sampled_from(sorted(fresh)))
    rest = tuple(one for one in before.defers if one.issues != (issue,))
    if draw(st.booleans()):
        point = Point(number="99", provisions=(fresh[issue],))
        return before, before.model_copy(update={"defers": rest, "points": (*before.points, point)})
    left_out = Omission(issues=(issue,))
    return before, before.model_copy(update={"defers": rest, "omits": (*before.omits, left_out)})
