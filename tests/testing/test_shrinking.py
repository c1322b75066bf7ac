"""What Hypothesis shows of a failing test is a plan that a person can read."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import find, settings
from hypothesis import strategies as st

from plancompare import KINDS, ChangeKind, Plan, merge
from plancompare.library.writing import canonical
from plancompare.testing import edited_plans, plans, revisions

QUICKLY = settings(max_examples=2000, database=None, derandomize=True)

BARE = """\
id: drawn
title: A draft
conflict: russia-ukraine
date: '2025-01-01'
text_status: leaked
disclosure: full
evidence: TODO
points:
  - number: '1'
"""


@pytest.fixture(autouse=True)
def _only_shipped_kinds() -> Iterator[None]:
    """How far a draw shrinks depends on what can be drawn; examples elsewhere define kinds."""
    others = {
        name: kind for name, kind in KINDS.items() if not kind.__module__.startswith("plancompare.")
    }
    for name in others:
        del KINDS[name]
    yield
    KINDS.update(others)


def smallest(strategy: st.SearchStrategy[Any], wanted: Callable[[Any], bool]) -> Any:
    return find(strategy, wanted, settings=QUICKLY)


def states_elections(plan: Plan) -> bool:
    return any(one.kind == "elections" for one in plan.provisions)


def test_the_smallest_plan_is_one_point_of_a_full_text() -> None:
    assert canonical(smallest(plans(), lambda _: True)) == BARE


def test_a_plan_shrinks_to_the_clause_that_matters() -> None:
    found = smallest(plans(), states_elections)
    assert len(found.points) == 1
    assert len(found.stated) <= 2
    (clause,) = (one for one in found.provisions if one.kind == "elections")
    assert clause.terms() == {"modality": "statement"}


def test_a_clause_shrinks_to_the_one_term_that_matters() -> None:
    found = smallest(plans(), lambda plan: any(one.deadline for one in plan.provisions))
    (clause,) = found.provisions
    assert set(clause.terms()) == {"modality", "deadline"}


def test_edits_shrink_to_the_one_that_matters() -> None:
    reopened = ChangeKind.REOPENED
    found = smallest(edited_plans(), lambda edited: reopened in edited.changes.values())
    assert list(found.changes.values()) == [reopened]
    assert len(found.before.points) == len(found.after.points) == 1
    assert len(found.before.stated) <= 1


def test_revisions_shrink_to_the_one_clash_that_matters() -> None:
    base, one, other = smallest(revisions(), lambda drawn: bool(merge(*drawn).conflicts))
    assert len(base.points) == 1
    assert len(base.stated) <= 2
    assert len(merge(base, one, other).conflicts) == 1
