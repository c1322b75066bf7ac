"""Ids that name nothing, each shown where it stands in the file."""

from collections.abc import Callable
from pathlib import Path

import pytest

import plancompare
from plancompare import Library

Faults = Callable[..., list[str]]
CLAUSE = "points[0].provisions[0]"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "sources: [ministry-2025]",
            "sources: [ministry-2024]",
            f"17:24: {CLAUSE}.evidence[0].sources[0]: unknown source 'ministry-2024'; "
            "did you mean ministry-2025?",
        ),
        (
            "sources: [gazette-2025]",
            "sources: [zzz, gazette-2025]",
            "8:16: evidence[0].sources[0]: unknown source 'zzz'; add it to seeds/sources.yaml",
        ),
        (
            "party: north",
            "party: nord",
            f"14:9: {CLAUSE}.party: unknown party 'nord'; did you mean north?",
        ),
        (
            "text_status: official",
            "proponents: [south, nowhere, league]\ntext_status: official",
            "5:21: proponents[1]: unknown party 'nowhere'; add it to seeds/parties.yaml",
        ),
        (
            "personnel: 600000",
            "conditions: [ceasefire, {event: signature, by: [south, east]}]",
            f"15:64: {CLAUSE}.conditions[1].by[1]: unknown party 'east'; "
            "add it to seeds/parties.yaml",
        ),
        (
            "personnel: 600000",
            "conditions: [ceasefire, sign]",
            f"15:33: {CLAUSE}.conditions[1]: unknown event 'sign'; did you mean signature?",
        ),
        (
            "personnel: 600000",
            "deadline: {within: 3 days, after: [x]}",
            f"15:36: {CLAUSE}.deadline.after: a list is not a mapping; write name: value",
        ),
        (
            "personnel: 600000",
            "deadline: {within: 3 days, after: cease-fire}",
            f"15:36: {CLAUSE}.deadline.after: unknown event 'cease-fire'; did you mean ceasefire?",
        ),
        (
            "        personnel: 600000",
            "        readings:\n          - why: bracketed\n            says: x\n"
            "            terms: {conditions: [signatur]}",
            f"18:34: {CLAUSE}.readings[0].terms.conditions[0]: unknown event 'signatur'; "
            "did you mean signature?",
        ),
        (
            "disclosure: full",
            "disclosure: full\nrevises: daft",
            "7:1: revises: unknown plan 'daft'; add that plan to the library",
        ),
    ],
)
def test_an_id_must_be_known_where_it_is_used(
    spoilt: Faults, old: str, new: str, said: str
) -> None:
    assert said in spoilt(old, new)


@pytest.mark.parametrize(
    ("clause", "said"),
    [
        (
            "kind: territorial-status, region: hill",
            "region: unknown place 'hill'; add it to seeds/places.yaml",
        ),
        (
            "kind: arms-control, between: north+wset",
            "between: unknown party 'wset'; add it to seeds/parties.yaml",
        ),
        (
            "kind: arms-control, between: north+south, treaties: [river-treaty, brook-treaty]",
            "treaties[1]: unknown treaty 'brook-treaty'; did you mean river-treaty?",
        ),
        (
            "kind: resource-sharing, source: vally, product: profits",
            "source: unknown party or place 'vally'; did you mean valley?",
        ),
        (
            "kind: resource-sharing, source: league, product: profits, split: {south: 1, east: 0}",
            "split.east: unknown party 'east'; add it to seeds/parties.yaml",
        ),
        ("kind: facility-control, facility: valley, supervisors: [south, others]", None),
    ],
)
def test_each_kind_of_id_is_sought_in_its_register(
    faults: Faults, draft: str, clause: str, said: str | None
) -> None:
    head, _, _ = draft.partition("kind: force")
    cited = "evidence: [{sources: [ministry-2025], basis: inference, checked: unverified}]"
    found = faults(f"{head}{{{clause}, {cited}}}\nnot: known\n")
    place = "points[0].provisions[0]."
    assert [one.partition(place)[2] for one in found if place in one] == ([said] if said else [])


def test_a_known_plan_may_be_revised_point_by_point(library: Library, draft: str) -> None:
    Path("proposals/older.yaml").write_text(draft.replace("id: draft", "id: older"), "utf-8")
    later = draft.replace("disclosure: full", "disclosure: full\nrevises: older")
    later = later.replace("heading: Forces", "heading: Forces\n    replaces: [1]")
    Path("draft.yaml").write_text(later, "utf-8")
    assert plancompare.load_plan("draft.yaml", library).points[0].replaces == ("1",)
