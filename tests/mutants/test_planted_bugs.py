"""Each planted bug is caught by at least one shipped law, and no law fails without one.

A bug is a module in `planted`; it replaces one function of the library for the time of a test.
"""

import datetime
from collections.abc import Callable, Iterator
from functools import partial
from importlib.util import module_from_spec, spec_from_file_location
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

import plancompare
from plancompare import KINDS, Library, Stakeholder
from plancompare.diffing.change import ChangeKind
from plancompare.model import Plan, Position
from plancompare.model.predicate_syntax import parse_predicate
from plancompare.testing import laws, scoring_laws
from plancompare.testing.edits import EditedPlan

Case = tuple[Callable[..., None], tuple[Any, ...]]

PLANS = [plancompare.load(one) for one in ("us-28", "geneva", "europe-28")]


def with_ceiling(personnel: int, plan_id: str) -> Plan:
    """The first plan with another limit and nothing else touched."""
    plan = PLANS[0]
    ceiling, point = plan.stated["force-ceiling/ukraine"]
    changed = ceiling.model_copy(update={"personnel": personnel})
    points = [
        one.model_copy(update={"provisions": (changed,)}) if one is point else one
        for one in plan.points
    ]
    return plan.model_copy(update={"id": plan_id, "points": tuple(points)})


def reworded(plan: Plan) -> Plan:
    """The same plan with another note on every clause."""
    points = [
        point.model_copy(
            update={
                "provisions": tuple(
                    one.model_copy(update={"note": "Reworded."}) for one in point.provisions
                )
            }
        )
        for point in plan.points
    ]
    return plan.model_copy(update={"points": tuple(points)})


LOWER, HIGHER = with_ceiling(500000, "lower"), with_ceiling(700000, "higher")
SHORTER = LOWER.model_copy(
    update={"points": tuple(point for point in LOWER.points[::-1] if point.number != "26")}
)
TEXT = "Terms\n\n1) Fire shall cease within 48 hours.\n2) Ships pass\nfreely.\n"
REVISED = "Terms\n\n1) Fire may cease within 72 hours.\n2) Ships pass freely.\n"
EDITED = EditedPlan(
    PLANS[0],
    {
        "force-ceiling/ukraine": ChangeKind.CHANGED,
        "amnesty": ChangeKind.REMOVED,
        "claims-waiver": ChangeKind.REMOVED,
    },
    SHORTER,
)


LIBRARY = Library()
RULE = LIBRARY.rule()
PARTIES = [LIBRARY.stakeholder(one) for one in ("ukraine", "russia")]
MID_NOVEMBER = datetime.date(2025, 11, 15)


def draft(*clauses: dict[str, Any], **fields: Any) -> Plan:
    """The first plan with some clauses in one point and nothing else."""
    point = {"number": "1", "provisions": clauses}
    return PLANS[0].model_copy(update={"id": "draft", "points": [point], **fields})


def said(issue: str, **fields: Any) -> Position:
    """One statement; a refusal in it is a red line."""
    refusal = {"strength": "ruled-out", "line": "that"} if "rejects" in fields else {}
    return Position.model_validate(
        {
            "id": issue.replace("/", "-").replace("*", "any"),
            "issues": [issue],
            "says": "Said so.",
            "salience": {"level": "high", "reason": "said so"},
            "confidence": "high",
            "stated_on": "2025-11",
            "speaker": "A speaker",
            **refusal,
            **fields,
        }
    )


PHASE = {"kind": "ceasefire", "scope": "general", "part": "phase-1"}
RIVAL = {"why": "rival-report", "says": "Twenty by another report.", "terms": {"personnel": 20}}
CEILING = {"kind": "force-ceiling", "party": "a", "personnel": 5, "readings": [RIVAL]}
OVER = {"kind": "force-ceiling", "party": "c", "personnel": 50}
MANY, FEW = draft(PHASE, CEILING, OVER), draft({**CEILING, "readings": []}, disclosure="partial")
DEFERRED = draft(defers=[{"issues": ["ceasefire/general"]}])
SETTLED = draft({"kind": "ceasefire", "scope": "general", "conditions": ["signature"]})
BARE, BARE_IN_PART = (
    draft({"kind": "ceasefire", "scope": "general"}, disclosure=how) for how in ("full", "partial")
)
CEILED, LIMITED = (
    draft({"kind": "force-ceiling", "party": "a", "personnel": 5, "period": period})
    for period in ("peacetime", None)
)
PAIRED = Stakeholder(
    party="upstream",
    positions=(
        said(
            "force-ceiling/a",
            prefers={"period": {"equals": "peacetime"}, "personnel": {"at_most": 9}},
        ),
    ),
)
SPOKEN = Stakeholder(
    party="upstream",
    positions=(
        said("force-ceiling/*", rejects={"personnel": {"above": 9}}, on_absence="none"),
        said("ceasefire/general", prefers=["absent", {"conditions": {"equals": []}}]),
    ),
)


def anew(stakeholder: Stakeholder) -> Stakeholder:
    """The same as if read for the first time."""
    return Stakeholder.model_validate_json(stakeholder.model_dump_json())


def scoring_cases() -> Iterator[Case]:
    """Each law with values on which it holds, made anew so that nothing is kept from before."""
    ukraine, russia, spoken = map(anew, (*PARTIES, SPOKEN))
    kind = KINDS["security-guarantee"]
    clause = vars(kind.model_validate({"beneficiary": "a", "guarantors": ["b"]}))
    for wish in ({"excludes": ["b", "c"]}, {"includes": ["b", "c"]}, {"equals": ["b"]}):
        predicate, _ = parse_predicate({"guarantors": wish}, kind)
        yield partial(scoring_laws.negation_is_the_opposite, partial=False), (predicate, clause)
        yield scoring_laws.more_text_overturns_nothing, (predicate, clause)
    for plan, stakeholder in [(PLANS[0], ukraine), (PLANS[2], russia), (MANY, spoken)]:
        yield scoring_laws.verdicts_are_total, (plan, stakeholder)
        yield scoring_laws.positions_bear_on_their_issues, (plan, stakeholder)
        yield scoring_laws.crossed_line_is_rejected, (plan, stakeholder)
        yield scoring_laws.silence_crosses_only_where_absence_is_ruled_out, (plan, stakeholder)
        yield scoring_laws.readings_are_all_taken, (plan, stakeholder)
        yield scoring_laws.superseded_statements_have_no_effect, (plan, stakeholder)
        yield scoring_laws.later_statements_have_no_effect, (plan, stakeholder, MID_NOVEMBER)
        yield scoring_laws.figures_are_shares, (plan, stakeholder, RULE)
        yield scoring_laws.contributions_sum_exactly, (plan, stakeholder, RULE)
        yield scoring_laws.better_verdict_never_lowers, (plan, stakeholder, RULE)
        yield scoring_laws.order_and_scale_of_weights_change_nothing, (plan, stakeholder, RULE)
    yield (
        scoring_laws.disclosing_overturns_nothing,
        (FEW, draft({**CEILING, "readings": []}, OVER), spoken),
    )
    for plan, other in permutations((BARE, BARE_IN_PART, SETTLED, CEILED, LIMITED, MANY), 2):
        for one in (SPOKEN, PAIRED):
            values = plan, other, anew(one), RULE
            yield scoring_laws.other_plans_change_nothing, values
    yield scoring_laws.settling_narrows, (DEFERRED, SETTLED, spoken, RULE)
    yield scoring_laws.weights_are_the_same_for_every_plan, (PLANS[0], PLANS[1], ukraine, RULE)
    yield scoring_laws.weights_are_the_same_for_every_plan, (MANY, DEFERRED, spoken, RULE)


def broken_laws() -> Iterator[str]:
    """The laws that fail on real plans, on one edited plan, and on what stakeholders said."""
    cases: list[Case] = [
        (laws.diff_finds_the_true_changes, (EDITED,)),
        (laws.rewording_is_no_change, (PLANS[0], reworded(PLANS[0]))),
    ]
    cases += [(law, (plan,)) for law in laws.OF_A_PLAN for plan in PLANS]
    pairs = [*permutations(PLANS, 2), (PLANS[0], SHORTER), (PLANS[0], LOWER)]
    cases += [(law, pair) for law in laws.OF_A_PAIR for pair in pairs]
    triples = [PLANS, (PLANS[0], SHORTER, PLANS[2]), (PLANS[0], LOWER, HIGHER)]
    cases += [(law, tuple(triple)) for law in laws.OF_A_TRIPLE for triple in triples]
    cases += [(law, (TEXT,)) for law in laws.OF_A_TEXT]
    cases += [(law, (TEXT, REVISED)) for law in laws.OF_TWO_TEXTS]
    for law, values in (*cases, *scoring_cases()):
        try:
            law(*values)
        except Exception as found:  # noqa: BLE001 - a bug may show in any way
            yield f"{law}: {found!r}"


def test_without_a_bug_no_law_fails() -> None:
    assert list(broken_laws()) == []


BUGS = sorted((Path(__file__).parent / "planted").glob("[a-z]*.py"))


@pytest.mark.parametrize("path", BUGS, ids=lambda path: path.stem)
def test_a_planted_bug_breaks_a_law(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    bug = module_from_spec(spec)
    spec.loader.exec_module(bug)
    bug.plant(monkeypatch)
    assert next(broken_laws(), None)
