"""Fixing what needs no judgement: order and spelling, and nothing else."""

from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import plancompare
from plancompare import InvalidFileError, Library, PlancompareError
from plancompare.library.document import Document, dumped
from plancompare.library.fixing import fix
from plancompare.library.reading import read_plan
from plancompare.library.shipped import home
from plancompare.library.writing import plain

UNTIDY = """\
# A draft, entered by hand.
id: draft
title: A draft
conflict: north-south
date: TODO
text_status: official
disclosure: partial
proponents: [south, north]   # both
evidence:
  - {sources: [ministry-2025, gazette-2025], basis: document-text, checked: one-source}
points:
  - number: 1
    replaces: [10, "2"]
    provisions:
      - kind: asset-allocation
        owner: north
        purpose: reconstruction
        amount: 100000e6 USD     # as printed
        at: [10, 1]
        modality: commitment
        evidence: TODO
      - kind: non-aggression-pact
        between: south+north
        other_parties:
          # the second signatory
          - south
          # the first signatory
          - north   # by treaty

        conditions: [signature, {event: ceasefire, by: [south, north]}]
        evidence: TODO
      - kind: TODO
        evidence: TODO
defers:
  - issues: [dialogue/south+north, amnesty]
    evidence: TODO
"""
FIXES = (
    ("[south, north]   # both", "[north, south]   # both"),
    ("[ministry-2025, gazette-2025]", "[gazette-2025, ministry-2025]"),
    ('[10, "2"]', '["2", 10]'),
    ("100000e6 USD", "100e9 USD"),
    ("[10, 1]", "[1, 10]"),
    ("between: south+north", "between: north+south"),
    (
        """\
          # the second signatory
          - south
          # the first signatory
          - north   # by treaty
""",
        """\
          # the first signatory
          - north   # by treaty
          # the second signatory
          - south
""",
    ),
    (
        "[signature, {event: ceasefire, by: [south, north]}]",
        "[{event: ceasefire, by: [north, south]}, signature]",
    ),
    ("[dialogue/south+north, amnesty]", "[amnesty, dialogue/north+south]"),
)
TIDY = UNTIDY
for before, after in FIXES:
    assert UNTIDY.count(before) == 1
    TIDY = TIDY.replace(before, after)


def fixed(text: str) -> tuple[str, list[str]]:
    path = Path("draft.yaml")
    path.write_text(text, "utf-8")
    said = [str(one).removeprefix("draft.yaml:") for one in fix(path)]
    return path.read_text("utf-8"), said


def test_order_and_spelling_are_fixed_and_comments_kept(library: Library) -> None:
    text, said = fixed(UNTIDY)
    assert text == TIDY
    assert said == [
        "8:1: proponents: [south, north] -> [north, south]",
        "10:6: evidence[0].sources: [ministry-2025, gazette-2025] -> [gazette-2025, ministry-2025]",
        "13:5: points[0].replaces: [10, '2'] -> ['2', 10]",
        "18:9: points[0].provisions[0].amount: 100000e6 USD -> 100e9 USD",
        "19:9: points[0].provisions[0].at: [10, 1] -> [1, 10]",
        "23:9: points[0].provisions[1].between: south+north -> north+south",
        "24:9: points[0].provisions[1].other_parties: [south, north] -> [north, south]",
        "30:9: points[0].provisions[1].conditions: [signature, {event: ceasefire, by: [north, "
        "south]}] -> [{event: ceasefire, by: [north, south]}, signature]",
        "30:52: points[0].provisions[1].conditions[1].by: [south, north] -> [north, south]",
        "35:5: defers[0].issues: [dialogue/north+south, amnesty] -> [amnesty, dialogue/north+south]",
        "35:14: defers[0].issues[0]: dialogue/south+north -> dialogue/north+south",
    ]


def test_fixing_again_changes_nothing(library: Library) -> None:
    assert fixed(TIDY) == (TIDY, [])


def test_what_is_wrong_is_left_and_what_is_around_it_fixed(library: Library) -> None:
    wrong = UNTIDY.replace("[south, north]   # both", "[south, nroth, Nord, north]")
    text, _ = fixed(wrong.replace("id: draft", "id: draft\ncolour: red"))
    assert "proponents: [south, nroth, Nord, north]" in text
    assert "colour: red" in text
    assert "amount: 100e9 USD " in text


def test_comments_are_not_torn_from_members(library: Library) -> None:
    beside = "proponents: [south,  # first\n             north]\n"
    text, said = fixed(UNTIDY.replace("proponents: [south, north]   # both\n", beside))
    assert beside in text
    assert not any("proponents" in one for one in said)


def test_an_event_written_long_is_put_in_order_as_it_is(library: Library) -> None:
    old = "[signature, {event: ceasefire, by: [south, north]}]"
    text, _ = fixed(UNTIDY.replace(old, "[signature, {event: ceasefire}]"))
    assert "conditions: [{event: ceasefire}, signature]\n" in text


def test_a_misspelt_issue_that_is_stated_elsewhere_is_left_to_a_person(library: Library) -> None:
    path = Path("draft.yaml")
    text = UNTIDY.replace("dialogue/south+north", "non-aggression-pact/south+north")
    path.write_text(text, "utf-8")
    with pytest.raises(PlancompareError) as caught:
        fix(path)
    assert str(caught.value) == (
        "draft.yaml: cannot be fixed without altering what it says; see what check says of it"
    )
    assert path.read_text("utf-8") == text


def test_what_is_no_plan_is_not_fixed(library: Library) -> None:
    assert fixed("[1]\n") == ("[1]\n", [])
    with pytest.raises(InvalidFileError):
        fixed("[1\n")


def shuffled(data: Any, order: Random) -> Any:
    """Plain data, with every set in another order; of readings, terms are kept as written."""
    if isinstance(data, dict):
        kept = ("wording", "terms")
        return {name: one if name in kept else shuffled(one, order) for name, one in data.items()}
    if isinstance(data, list):
        if all(isinstance(one, str) for one in data):
            return order.sample(data, len(data))
        return [shuffled(one, order) for one in data]
    return data


@settings(max_examples=settings().max_examples // 10)
@given(
    seed=st.integers(0, 2**32),
    name=st.sampled_from(["us-28", "europe-28", "geneva"]),
    compact=st.booleans(),
)
def test_any_order_is_brought_back(
    tmp_path_factory: pytest.TempPathFactory, seed: int, name: str, *, compact: bool
) -> None:
    plan = read_plan(home() / "proposals" / f"{name}.yaml")
    path = tmp_path_factory.getbasetemp() / f"{name}.yaml"
    path.write_text(dumped(shuffled(plain(plan), Random(seed)), compact=compact), "utf-8")
    fix(path)
    assert Document(path).root.data == plain(plan)
    assert not fix(path)


def test_the_shipped_plans_need_no_fix() -> None:
    for name in ("us-28", "europe-28", "geneva"):
        assert not fix(home() / "proposals" / f"{name}.yaml")
    assert plancompare.check() == []
