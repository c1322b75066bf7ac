"""The seeded generator: what it says it did is what the library finds."""

from pathlib import Path

import pytest
from benchmarks.diff import compare, edits_found
from benchmarks.drafts import SHIPPED, draft
from benchmarks.revisions import renumbered, revise

import plancompare

SIZES = (5, 12, 28)
SEEDS = range(6)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("size", SIZES)
def test_the_diff_finds_the_true_edits_and_nothing_else(size: int, seed: int) -> None:
    plan = draft(size, seed)
    revised, truth = revise(plan, seed, rate=0.2)
    found = edits_found(compare(plan, revised))
    assert len(found) == len(set(found))
    assert set(found) == truth
    assert {edit.change for edit in truth} >= {"added", "removed"}


def test_terms_change_too() -> None:
    _, truth = revise(draft(28, 1), 1, rate=0.2)
    assert any(edit.change == "changed" and edit.terms for edit in truth)


@pytest.mark.parametrize("size", SIZES)
def test_other_numbers_are_no_change(size: int) -> None:
    plan = draft(size, 3)
    later = renumbered(plan)
    assert later != plan
    assert edits_found(compare(plan, later)) == []


@pytest.mark.parametrize("size", SIZES)
def test_the_same_seed_gives_the_same_drafts(size: int) -> None:
    assert draft(size, 4) == draft(size, 4) != draft(size, 5)
    assert revise(draft(size, 4), 1, 0.1) == revise(draft(size, 4), 1, 0.1)


def test_drafts_are_of_many_kinds_and_of_the_size_of_real_plans() -> None:
    plan = draft(28, 20251120)
    assert 70 <= len(plan.stated) <= 110
    assert 35_000 <= len(plan.model_dump_json(exclude_defaults=True)) <= 60_000
    assert len({one.kind for one in plan.provisions}) > 30
    assert {one.kind for one in draft(280, 1).provisions} == {
        kind.model_fields["kind"].default for kind in SHIPPED
    }


def test_a_draft_is_a_plan_like_any_other(tmp_path: Path) -> None:
    plan = draft(5, 1)
    plancompare.save_plan(plan, tmp_path / f"{plan.id}.yaml")
    assert plancompare.Library(tmp_path, shipped=False).load(plan.id) == plan
