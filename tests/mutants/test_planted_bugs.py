"""Each planted bug is caught by at least one shipped law, and no law fails without one.

A bug is a module in `planted`; it replaces one function of the library for the time of a test.
"""

from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

import plancompare
from plancompare.diffing.change import ChangeKind
from plancompare.model import Plan
from plancompare.testing import laws
from plancompare.testing.edits import EditedPlan

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


def broken_laws() -> list[str]:
    """The laws that fail on real plans and on one edited plan."""
    cases: list[tuple[Callable[..., None], tuple[Any, ...]]] = [
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
    failed = []
    for law, plans in cases:
        try:
            law(*plans)
        except Exception:  # noqa: BLE001 - a bug may show in any way
            failed.append(law.__name__)
    return failed


def test_without_a_bug_no_law_fails() -> None:
    assert broken_laws() == []


BUGS = sorted((Path(__file__).parent / "planted").glob("[a-z]*.py"))


@pytest.mark.parametrize("path", BUGS, ids=lambda path: path.stem)
def test_a_planted_bug_breaks_a_law(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    bug = module_from_spec(spec)
    spec.loader.exec_module(bug)
    bug.plant(monkeypatch)
    assert broken_laws()
