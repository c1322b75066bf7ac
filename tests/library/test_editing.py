"""Editing in place: what differs is changed, and the rest stays as somebody wrote it."""

import difflib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

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
        "+  - {sources: [gazette-2025], basis: document-text, checked: one-source, "
        "locator: 'page 1, top'}\n",
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
    "all points": (
        lambda data: data.pop("points"),
        "",
    ),
    "a clause more": (
        lambda data: data["points"][0]["provisions"].append({"kind": "amnesty"}),
        "+      - kind: amnesty\n",
    ),
    "a field at the end of a list that also grew": (
        lambda data: (
            data["points"][0]["provisions"].append({"kind": "amnesty"}),
            data["points"][0].update(note="Both."),
        ),
        "+      - kind: amnesty\n+    note: Both.\n",
    ),
    "a first field": (
        lambda data: data["points"][2].pop("number"),
        "",
    ),
}


def changed(plan: Plan, change: Change) -> Plan:
    data = plain(plan)
    change(data)
    return Plan.model_validate(data)


@pytest.mark.parametrize(("change", "difference"), CASES.values(), ids=CASES)
def test_only_what_differs_is_changed(
    library: Library, change: Change, difference: str
) -> None:
    path = Path("draft.yaml")
    path.write_text(COMMENTED, "utf-8")
    after = changed(read_plan(path), change)
    edit(path, after)
    lines = difflib.ndiff(COMMENTED.splitlines(True), path.read_text("utf-8").splitlines(True))
    found = "".join(one[0] + one[2:] for one in lines if one[0] in "+-")
    if not difference: print(found)
    assert read_plan(path) == after
    assert found == difference
