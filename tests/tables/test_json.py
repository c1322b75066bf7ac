"""`json` is a contract: exactly the documented keys, and its schema."""

import json
import re
from itertools import product
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import plancompare

PLANS = ["us-28", "europe-28", "geneva"]
DOCUMENT = Path(__file__).parents[2] / "docs" / "json.md"
CHANGE = {
    "issue",
    "kind",
    "topic",
    "change",
    "before",
    "after",
    "terms",
    "unknown_terms",
    "reported",
    "points",
    "evidence",
}
CELL = {"treatment", "terms", "points", "left_to", "reported", "evidence"}
EVIDENCE = {"sources", "basis", "checked"}
OPTIONAL = {"locator", "speaker", "said_on", "note"}


def valid(found: Any, name: str) -> None:
    schema = plancompare.schema(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(found, schema)


@pytest.mark.parametrize(("before", "after"), [*product(PLANS, repeat=2)])
def test_a_diff_keeps_its_contract(before: str, after: str) -> None:
    changes = plancompare.diff(plancompare.load(before), plancompare.load(after))
    source = plancompare.render(changes, "json")
    found = json.loads(source)
    valid(found, "diff")
    assert source.endswith("}\n")
    assert set(found) == {"base", "target", "summary", "changes", "wording"}
    assert (found["base"], found["target"]) == (before, after)
    assert found["summary"] == changes.summary
    assert sum(found["summary"].values()) == len(found["changes"])
    for one in found["changes"]:
        assert set(one) == CHANGE
        assert {tuple(term) for term in one["terms"]} <= {("term", "before", "after", "shift")}
        assert bool(one["terms"]) == (one["change"] == "changed")
        assert set(one["points"]) == set(one["evidence"]) == {"before", "after"}
        for piece in (*one["evidence"]["before"], *one["evidence"]["after"]):
            assert set(piece) >= EVIDENCE
            assert set(piece) <= EVIDENCE | OPTIONAL
        for term in one["terms"]:
            assert one["before"].get(term["term"]) == term["before"]
            assert one["after"].get(term["term"]) == term["after"]


def test_a_matrix_keeps_its_contract() -> None:
    table = plancompare.matrix([plancompare.load(name) for name in PLANS])
    found = json.loads(plancompare.render(table, "json"))
    valid(found, "matrix")
    assert set(found) == {"plans", "rows"}
    assert found["plans"] == PLANS
    assert len(found["rows"]) == len(table.rows)
    for row in found["rows"]:
        assert set(row) == {"issue", "topic", "cells"}
        assert list(row["cells"]) == PLANS
        for cell in row["cells"].values():
            assert set(cell) == CELL
            assert (cell["terms"] is not None) == (cell["treatment"] == "stated")


def test_topics_and_kinds_shorten_the_list_and_not_the_summary() -> None:
    changes = plancompare.diff(plancompare.load("us-28"), plancompare.load("europe-28"))
    source = plancompare.render(changes, "json", topics=["military"], only=["changed"])
    found = json.loads(source)
    assert [one["issue"] for one in found["changes"]] == [
        "force-ceiling/ukraine",
        "foreign-forces/ukraine/nato",
        "weapons-stationing/poland/fighter-aircraft",
    ]
    assert found["summary"] == changes.summary


def test_a_plan_is_printed_with_the_keys_of_its_file() -> None:
    geneva = plancompare.load("geneva")
    source = plancompare.render(geneva, "json", topics=["economy"])
    assert plancompare.Plan.model_validate_json(source) == geneva


def test_the_catalogue_is_a_list_of_entries() -> None:
    found = json.loads(plancompare.render(plancompare.catalogue(), "json"))
    assert [set(one) for one in found] == [set(plancompare.catalogue()[0]._fields)] * 3


def test_every_key_and_word_of_the_contract_is_documented() -> None:
    said = set(re.findall(r"`([a-z_]+)`", DOCUMENT.read_text("utf-8")))
    names = {"base", "target", "summary", "changes", "plans", "rows", "cells", "term", "shift"}
    words = {*map(str, plancompare.ChangeKind), *map(str, plancompare.Treatment)}
    assert names | CHANGE | CELL | EVIDENCE | OPTIONAL | words <= said
