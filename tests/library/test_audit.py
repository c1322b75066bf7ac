"""The audit: whether a plan, and the files of a library together, fit."""

from collections.abc import Callable
from pathlib import Path

import pytest

import plancompare
from plancompare import Library

Faults = Callable[..., list[str]]

CITED = "evidence: [{sources: [ministry-2025], basis: inference, checked: unverified}]"
CITE = "add evidence: with sources, basis and checked"


def test_the_shipped_library_has_no_problem() -> None:
    assert plancompare.check() == []


def test_the_small_library_has_no_problem(library: Library, draft: str) -> None:
    Path("proposals/draft.yaml").write_text(draft, "utf-8")
    assert plancompare.check(library=library) == []


def test_a_plan_is_named_by_its_file(spoilt: Faults) -> None:
    assert spoilt("id: draft", "id: other") == [
        "1:1: id: the id 'other' is not the name of the file; "
        "write id: draft, or rename the file to other.yaml"
    ]


def test_every_claim_cites_a_source(faults: Faults, draft: str) -> None:
    uncited = "\n".join(
        line for line in draft.split("\n") if "evidence" not in line and "sources" not in line
    )
    text = uncited.replace("disclosure: full", "disclosure: partial") + (
        "reports: [{says: It has two points.}]\n"
        "omits: [{issues: [amnesty]}]\n"
        "defers: [{issues: [neutral-status/south]}]\n"
        "undisclosed: [{issues: [force-ceiling/south], reported: modified}]\n"
    )
    assert faults(text) == [
        f"1:1: the plan cites no source; {CITE}",
        f"11:9: points[0].provisions[0]: force-ceiling/north cites no source; {CITE}",
        f"14:11: reports[0]: the entry cites no source; {CITE}",
        f"15:9: omits[0]: the entry cites no source; {CITE}",
        f"16:10: defers[0]: the entry cites no source; {CITE}",
        f"17:15: undisclosed[0]: the entry cites no source; {CITE}",
    ]


@pytest.mark.parametrize(
    ("issue", "said"),
    [
        ("amnesti", "amnesti: unknown kind 'amnesti'; did you mean amnesty?"),
        (
            "force-ceiling",
            "force-ceiling has 0 keys; write it as force-ceiling/party or force-ceiling/party/area",
        ),
        (
            "neutral-status/south/x",
            "neutral-status/south/x has 2 keys; write it as neutral-status/party",
        ),
        (
            "ratification/south/weather",
            "ratification/south/weather: weather cannot stand there; "
            "write it as ratification/party/object",
        ),
        ("force-ceiling/sout", "unknown party 'sout'; did you mean south?"),
        (
            "arms-control/south+north#later",
            "arms-control/south+north#later is not in order; write arms-control/north+south#later",
        ),
    ],
)
@pytest.mark.parametrize("entry", ["omits", "defers"])
def test_an_issue_that_is_listed_must_be_one_that_a_clause_could_state(
    faults: Faults, draft: str, issue: str, said: str, entry: str
) -> None:
    listed = f"{entry}:\n  - {{issues: [territorial-status/valley, {issue}], {CITED}}}\n"
    assert faults(draft + listed) == [f"19:42: {entry}[0].issues[1]: {said}"]


def test_a_plan_that_revises_nothing_replaces_nothing(faults: Faults, draft: str) -> None:
    replacing = draft.replace("heading: Forces", "heading: Forces\n    replaces: [1, 3]")
    nothing = "the plan revises nothing; add revises: with the id of that plan"
    assert faults(replacing) == [
        f"12:16: points[0].replaces[0]: {nothing}",
        f"12:19: points[0].replaces[1]: {nothing}",
    ]


def test_a_point_that_the_revised_plan_lacks_cannot_be_replaced(faults: Faults, draft: str) -> None:
    replacing = draft.replace("heading: Forces", "heading: Forces\n    replaces: [1, 3]")
    Path("proposals/older.yaml").write_text(draft.replace("id: draft", "id: older"), "utf-8")
    assert faults(replacing + "revises: older\n") == [
        "12:19: points[0].replaces[1]: older has no point 3; its points are 1"
    ]


def test_the_lineage_of_a_plan_is_no_circle(library: Library, draft: str) -> None:
    for name, revised in (("one", "two"), ("two", "three"), ("three", "two")):
        text = draft.replace("id: draft", f"id: {name}\nrevises: {revised}")
        Path(f"proposals/{name}.yaml").write_text(text, "utf-8")
    assert [
        str(one).removeprefix(f"{Path.cwd()}/") for one in plancompare.check(library=library)
    ] == [
        "proposals/one.yaml:2:1: revises: two revises itself in a circle; name the earlier draft",
        "proposals/three.yaml:2:1: revises: three revises itself in a circle; "
        "name the earlier draft",
        "proposals/two.yaml:2:1: revises: two revises itself in a circle; name the earlier draft",
    ]


MORE = "add what is missing, or list what it held in omits"


def test_points_are_numbered_without_gaps(faults: Faults, draft: str) -> None:
    text = f"{draft}  - number: 3\n  - number: 3a\n  - number: 99999999999999999999\n"
    assert faults(text) == [
        f"18:5: points[1].number: point 2 is missing before point 3; {MORE}",
        f"20:5: points[3].number: points 4 to 99999999999999999998 are missing "
        f"before point 99999999999999999999; {MORE}",
    ]


def test_a_gap_is_no_fault_where_what_stood_there_is_accounted_for(
    library: Library, faults: Faults, draft: str
) -> None:
    older = draft.replace("id: draft", "id: older") + "".join(
        f"  - number: {number}\n    provisions:\n"
        f"      - {{kind: neutral-status, party: {party}, {CITED}}}\n"
        for number, party in ((2, "north"), (3, "south"), (4, "league"))
    )
    Path("proposals/older.yaml").write_text(older, "utf-8")
    later = draft.replace("disclosure: full", "disclosure: full\nrevises: older")
    later = f"{later}  - number: 5\nomits:\n  - {{issues: [neutral-status/south], {CITED}}}\n"
    assert faults(later) == [
        f"19:5: points[1].number: point 2 is missing before point 5; {MORE}",
        f"19:5: points[1].number: point 4 is missing before point 5; {MORE}",
    ]


def test_a_partial_plan_may_have_gaps(library: Library, draft: str) -> None:
    text = draft.replace("disclosure: full", "disclosure: partial")
    Path("draft.yaml").write_text(f"{text}  - number: 9\n", "utf-8")
    assert plancompare.check("draft.yaml", library=library) == []


def test_a_source_that_nothing_cites_is_an_orphan(library: Library, draft: str) -> None:
    Path("proposals/draft.yaml").write_text(draft.replace("gazette", "ministry"), "utf-8")
    assert [
        str(one).removeprefix(f"{Path.cwd()}/") for one in plancompare.check(library=library)
    ] == [
        "seeds/sources.yaml:2:6: sources[0].id: nothing cites the source 'gazette-2025'; "
        "cite it, or take it out"
    ]


def test_registers_are_checked_before_the_plans_that_rest_on_them(
    folder: Path, library: Library
) -> None:
    Path("seeds/places.yaml").write_text(
        "places:\n"
        "  - {id: valley, kind: hill, names: {en: Valley}}\n"
        "  - {id: a, kind: region, names: {en: A}, part_of: b}\n",
        "utf-8",
    )
    Path("seeds/events.yaml").write_text("events: [{id: signature, names: {en: x}}", "utf-8")
    Path("seeds/parties.yaml").write_text(
        "parties:\n"
        "  - {id: north, kind: state, names: {en: North}}\n"
        "  - {id: north, kind: group, names: {en: North}, closed: true}\n"
        "  - {id: league, kind: group, names: {en: L}, members: [south, north]}\n",
        "utf-8",
    )
    Path("seeds/treaties.yaml").write_text("treaties: [", "utf-8")
    Path("proposals/draft.yaml").write_text("not: looked at\n", "utf-8")
    kinds = "region, zone, city, waterway, facility or country"
    assert [
        str(one).removeprefix(f"{folder}/seeds/") for one in plancompare.check(library=library)
    ] == [
        "events.yaml:1:9: the bracket here is not closed, or a comma is missing; "
        "close it, and put a comma between its items",
        "parties.yaml:3:5: parties[1]: is a closed group without members; "
        "name its members, or leave out closed",
        "places.yaml:2:18: places[0].kind: 'hill' is not a value of this field; "
        f"write one of {kinds}",
        "treaties.yaml:2:1: a value is missing here, or a bracket before it is not closed; "
        "write the value, or close the bracket",
    ]


def test_members_and_places_must_be_known_and_ids_used_once(folder: Path, library: Library) -> None:
    more = folder / "more"
    (more / "seeds").mkdir(parents=True)
    (more / "seeds" / "parties.yaml").write_text(
        "parties:\n"
        "  - {id: north, kind: state, names: {en: North}}\n"
        "  - {id: union, kind: group, names: {en: U}, members: [south, wst]}\n",
        "utf-8",
    )
    both = Library(folder, more, shipped=False)
    assert [
        str(one).removeprefix(f"{folder}/more/seeds/") for one in plancompare.check(library=both)
    ] == [
        f"parties.yaml:2:6: parties[0].id: the party 'north' stands twice, "
        f"first in {folder}/seeds/parties.yaml; keep one of the two",
    ]
    text = (more / "seeds" / "parties.yaml").read_text("utf-8").replace("id: north", "id: east")
    (more / "seeds" / "parties.yaml").write_text(text, "utf-8")
    both = Library(folder, more, shipped=False)
    assert [
        str(one).removeprefix(f"{folder}/more/seeds/") for one in plancompare.check(library=both)
    ] == [
        "parties.yaml:3:63: parties[1].members[1]: unknown party 'wst'; "
        "add it to seeds/parties.yaml",
    ]


def test_a_broken_plan_of_a_library_is_reported_with_the_others(
    library: Library, draft: str, folder: Path
) -> None:
    Path("proposals/draft.yaml").write_text(draft.replace("party: north", "party: nort"), "utf-8")
    Path("proposals/other.yaml").write_text("[", "utf-8")
    Path("proposals/third.yaml").write_text("title: 7\n", "utf-8")
    said = [
        str(one).removeprefix(f"{folder}/proposals/") for one in plancompare.check(library=library)
    ]
    assert said[0] == (
        "draft.yaml:14:9: points[0].provisions[0].party: unknown party 'nort'; did you mean north?"
    )
    assert [one.partition(":")[0] for one in said[1:]] == ["other.yaml"] + 6 * ["third.yaml"]


def test_a_plan_cannot_be_checked_against_broken_registers(library: Library, draft: str) -> None:
    Path("draft.yaml").write_text(draft, "utf-8")
    Path("seeds/parties.yaml").write_text("partys: []\n", "utf-8")
    (said,) = plancompare.check("draft.yaml", library=library)
    assert str(said).endswith("partys: unknown field 'partys'; did you mean parties?")


def test_a_register_in_which_too_much_is_wrong_is_not_looked_at_further(library: Library) -> None:
    Path("seeds/parties.yaml").write_text("parties:\n" + "- {id: 7}\n" * 300, "utf-8")
    said = plancompare.check(library=library)
    assert len(said) == 201
    assert str(said[-1]).endswith(": more problems follow; mend the others first")
