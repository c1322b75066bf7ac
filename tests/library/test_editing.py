"""Editing in place: what differs is changed, and the rest stays as somebody wrote it."""

import difflib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import plancompare
from plancompare import InvalidFileError, Library, Plan, PlancompareError, Point
from plancompare.library.reading import read_plan
from plancompare.library.shipped import home
from plancompare.library.writing import edit, plain

COMMENTED = """\
# A draft, entered by hand.
title: A draft   # as printed
id: draft

conflict: north-south
date: 2025-11-20
text_status: official
disclosure: full
proponents: [south, north]  # in the order of the text

evidence:
  # the only copy
  - {sources: [gazette-2025], basis: document-text, checked: one-source}
points:
  # the first one
  - number: 1
    heading: Forces
    summary: >-
      The forces of the north
      are limited.

    provisions:
      - kind: force-ceiling   # a ceiling
        party: north
        modality: commitment
        personnel: 600000   # sic
        at: [1, 2]
        # who says so
        evidence:
          - {sources: [ministry-2025, gazette-2025], basis: inference, checked: unverified}

  # the second one
  - number: 2
    note: |
      Two
      lines.
    heading:
# the last one
  - number: 3
    heading: "Borders"

# the end
"""

Change = Callable[[dict[str, Any]], object]


def first(data: dict[str, Any]) -> dict[str, Any]:
    clause: dict[str, Any] = data["points"][0]["provisions"][0]
    return clause


CASES: dict[str, tuple[Change, str]] = {
    "a number": (
        lambda data: first(data).update(personnel=800_000),
        "-        personnel: 600000   # sic\n+        personnel: 800000   # sic\n",
    ),
    "a number that becomes a word": (
        lambda data: first(data).update(personnel="unlimited"),
        "-        personnel: 600000   # sic\n+        personnel: unlimited   # sic\n",
    ),
    "a term that is added": (
        lambda data: first(data).update(period="peacetime"),
        "+        period: peacetime\n",
    ),
    "a term that is taken away": (
        lambda data: first(data).pop("personnel"),
        "-        personnel: 600000   # sic\n",
    ),
    "a term that was written at its default": (
        lambda data: first(data).update(modality="expectation"),
        "-        modality: commitment\n+        modality: expectation\n",
    ),
    "the title": (
        lambda data: data.update(title="A draft: the second"),
        "-title: A draft   # as printed\n+title: 'A draft: the second'   # as printed\n",
    ),
    "the date": (
        lambda data: data.update(date="2025-11-21"),
        "-date: 2025-11-20\n+date: 2025-11-21\n",
    ),
    "a folded text": (
        lambda data: data["points"][0].update(summary="The forces of the south are limited."),
        "-      The forces of the north\n-      are limited.\n"
        "+      The forces of the south are limited.\n",
    ),
    "a text of two lines": (
        lambda data: data["points"][1].update(note="Three\nnew\nlines.\n"),
        '-    note: |\n-      Two\n-      lines.\n+    note: "Three\\nnew\\nlines.\\n"\n',
    ),
    "a field that was left empty": (
        lambda data: data["points"][1].update(heading="Rivers"),
        "-    heading:\n+    heading: Rivers\n",
    ),
    "a text in quotes": (
        lambda data: data["points"][2].update(heading="7"),
        "-    heading: \"Borders\"\n+    heading: '7'\n",
    ),
    "a set in an order of its own": (
        lambda data: data.update(proponents=["league", "north", "south"]),
        "-proponents: [south, north]  # in the order of the text\n"
        "+proponents: [south, north, league]  # in the order of the text\n",
    ),
    "numbers of points": (
        lambda data: first(data).update(at=["1", "3"]),
        "-        at: [1, 2]\n+        at: [1, 3]\n",
    ),
    "a number as printed": (
        lambda data: data["points"][2].update(number="4"),
        "-  - number: 3\n+  - number: 4\n",
    ),
    "a value inside braces": (
        lambda data: first(data)["evidence"][0].update(basis="press-report"),
        "-          - {sources: [ministry-2025, gazette-2025], basis: inference, "
        "checked: unverified}\n"
        "+          - {sources: [ministry-2025, gazette-2025], basis: press-report, "
        "checked: unverified}\n",
    ),
    "a field more inside braces": (
        lambda data: data["evidence"][0].update(locator="page 1, top"),
        "-  - {sources: [gazette-2025], basis: document-text, checked: one-source}\n"
        "+  - {sources: [gazette-2025], locator: 'page 1, top', basis: document-text, "
        "checked: one-source}\n",
    ),
    "a point that is added at the end": (
        lambda data: data["points"].append({"number": "4", "heading": "Last"}),
        "+  - number: '4'\n+    heading: Last\n",
    ),
    "a point that is added before all": (
        lambda data: data["points"].insert(0, {"number": "0"}),
        "+  - number: '0'\n",
    ),
    "a point that is added between": (
        lambda data: data["points"].insert(1, {"number": "1a"}),
        "+  - number: 1a\n",
    ),
    "a point that is taken away": (
        lambda data: data["points"].pop(1),
        "-  - number: 2\n-    note: |\n-      Two\n-      lines.\n-    heading:\n",
    ),
    "a clause more": (
        lambda data: data["points"][0]["provisions"].append({"kind": "amnesty"}),
        "+      - kind: amnesty\n+        evidence: TODO\n",
    ),
    "a field at the end of a list that also grew": (
        lambda data: (
            data["points"][0]["provisions"].append({"kind": "amnesty"}),
            data["points"][0].update(note="Both."),
        ),
        "+      - kind: amnesty\n+        evidence: TODO\n+    note: Both.\n",
    ),
    "a first field": (
        lambda data: (data["points"][2].pop("number"), data.update(disclosure="partial")),
        "-disclosure: full\n+disclosure: partial\n"
        '-  - number: 3\n-    heading: "Borders"\n+  - heading: Borders\n',
    ),
}


def changed(plan: Plan, change: Change) -> Plan:
    data = plain(plan)
    change(data)
    return Plan.model_validate(data)


@pytest.mark.parametrize(("change", "difference"), CASES.values(), ids=CASES)
def test_only_what_differs_is_changed(library: Library, change: Change, difference: str) -> None:
    path = Path("draft.yaml")
    path.write_text(COMMENTED, "utf-8")
    after = changed(read_plan(path), change)
    edit(path, after)
    lines = difflib.unified_diff(
        COMMENTED.splitlines(keepends=True), path.read_text("utf-8").splitlines(keepends=True), n=0
    )
    assert read_plan(path) == after
    assert "".join(one for one in [*lines][2:] if not one.startswith("@@")) == difference


def test_an_equal_plan_changes_no_byte(library: Library) -> None:
    path = Path("draft.yaml")
    for text in (COMMENTED, COMMENTED.rstrip("\n"), COMMENTED.replace("\n", "\r\n")):
        path.write_bytes(text.encode())
        edit(path, read_plan(path))
        assert path.read_bytes() == text.encode()


def test_a_field_can_come_before_all_others_of_its_item(library: Library) -> None:
    path = Path("draft.yaml")
    text = COMMENTED.replace("disclosure: full", "disclosure: partial")
    text = text.replace("  - number: 3\n    heading", "  - heading")
    path.write_text(text, "utf-8")
    edit(path, changed(read_plan(path), lambda data: data["points"][2].update(number="III")))
    after = text.replace('  - heading: "Borders', '  - number: III\n    heading: "Borders')
    assert path.read_text("utf-8") == after


def test_a_folded_word_can_become_a_number(library: Library) -> None:
    path = Path("draft.yaml")
    folded = "personnel: >-\n          unlimited\n"
    text = COMMENTED.replace("personnel: 600000   # sic\n", folded)
    path.write_text(text, "utf-8")
    edit(path, changed(read_plan(path), lambda data: first(data).update(personnel=5)))
    assert path.read_text("utf-8") == text.replace(folded, "personnel: 5\n")


def test_a_list_that_empties_goes_with_its_name(library: Library) -> None:
    path = Path("draft.yaml")
    path.write_text(COMMENTED, "utf-8")
    edit(path, read_plan(path).model_copy(update={"points": ()}))
    head, _, _ = COMMENTED.partition("points:")
    assert path.read_text("utf-8") == f"{head}\n# the end\n"


def test_lists_and_mappings_can_become_something_else(library: Library) -> None:
    path = Path("draft.yaml")
    path.write_text(
        COMMENTED.replace(
            "at: [1, 2]",
            "deadline:\n          after:\n            event: ceasefire\n"
            "            by:\n            - south\n          within: 3 days\n"
            "        conditions:\n        - signature\n        - event: ceasefire\n"
            "          by: [north]",
        ),
        "utf-8",
    )
    before = read_plan(path)

    def change(data: dict[str, Any]) -> None:
        first(data)["deadline"]["after"] = "signature"
        first(data)["conditions"] = [{"event": "signature", "by": ["south"]}, "ceasefire"]

    edit(path, changed(before, change))
    text = path.read_text("utf-8")
    assert "          after: signature\n          within: 3 days\n" in text
    assert read_plan(path) == changed(before, change)


@pytest.mark.parametrize("name", ["us-28", "europe-28", "geneva"])
def test_one_term_of_a_real_plan_is_one_line(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.yaml"
    text = (home() / "proposals" / f"{name}.yaml").read_text("utf-8")
    path.write_text(text, "utf-8")
    plan = read_plan(path)
    (place, clause) = next(
        ((index, number), clause)
        for index, point in enumerate(plan.points)
        for number, clause in enumerate(point.provisions)
        if clause.kind == "force-ceiling"
    )
    points = list(plan.points)
    clauses = list(points[place[0]].provisions)
    clauses[place[1]] = clause.model_copy(update={"personnel": 123_456, "readings": ()})
    points[place[0]] = points[place[0]].model_copy(update={"provisions": tuple(clauses)})
    edit(path, plan.model_copy(update={"points": tuple(points)}))
    after = path.read_text("utf-8")
    assert "personnel: 123456\n" in after
    assert abs(len(after) - len(text)) < 2000


def test_a_layout_that_cannot_be_edited_is_left_alone(library: Library) -> None:
    path = Path("draft.yaml")
    odd = COMMENTED.replace("  - number: 2\n", "  - # odd\n    number: 2\n")
    path.write_text(odd, "utf-8")
    before = read_plan(path)
    after = before.model_copy(update={"points": (before.points[0], before.points[2])})
    with pytest.raises(PlancompareError) as caught:
        edit(path, after)
    assert str(caught.value) == (
        "draft.yaml: is laid out in a way that cannot be edited in place; "
        "write it anew with save_plan()"
    )
    assert path.read_text("utf-8") == odd


def test_a_file_that_is_no_plan_is_not_edited(library: Library) -> None:
    Path("draft.yaml").write_text("title: 7\n", "utf-8")
    with pytest.raises(InvalidFileError, match=r"draft.yaml:1:1: title: 7 is not text"):
        edit("draft.yaml", plancompare.load("us-28"))
    assert Path("draft.yaml").read_text("utf-8") == "title: 7\n"


PLANS = {name: plancompare.load(name) for name in ("us-28", "europe-28", "geneva")}
WORDS = [
    *("x: y # no", "- a", "'q", "{a: b}, [c]", "a\nb\n\nc  d", " lead", "tail ", "7", "no", "~"),
    *("2025-01-01", "long " * 60, "@x", "# c", "100%", "a,b]", "\u2014", "x:", "|", "1e3", "- "),
]


@st.composite
def rewritten(draw: st.DrawFn) -> tuple[str, Plan]:
    """The name of a real plan, and what it is to become."""
    name = draw(st.sampled_from(sorted(PLANS)))
    points = list(PLANS[name].points)
    word = st.sampled_from(WORDS)
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(points) - 1))
        point = points[place]
        fresh = f"X{draw(st.integers(0, 10**6))}"
        match draw(st.integers(0, 5)):
            case 0 if len(points) > 5:
                points.pop(place)
            case 1:
                points.insert(place, points.pop())
            case 2 if fresh not in {one.number for one in points}:
                points.insert(place, Point(number=fresh, heading=draw(word)))
            case 3:
                update = {"summary": draw(word), "heading": draw(st.none() | word)}
                points[place] = point.model_copy(update=update)
            case 4:
                points[place] = point.model_copy(update={"provisions": point.provisions[1:]})
            case _:
                points[place] = point.model_copy(update={"evidence": point.evidence[:-1]})
    return name, PLANS[name].model_copy(update={"points": tuple(points)})


@settings(max_examples=settings().max_examples // 3)
@given(rewritten())
def test_any_plan_can_become_another_in_place(
    tmp_path_factory: pytest.TempPathFactory, case: tuple[str, Plan]
) -> None:
    name, after = case
    path = tmp_path_factory.getbasetemp() / f"{name}.yaml"
    text = (home() / "proposals" / f"{name}.yaml").read_text("utf-8")
    path.write_text(text.replace("\n      - kind", "\n      # a clause\n      - kind"), "utf-8")
    edit(path, after)
    assert read_plan(path) == after
    for line in text.split("\n"):
        assert not line.startswith("#") or line in path.read_text("utf-8")
