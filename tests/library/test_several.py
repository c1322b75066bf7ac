"""Several faults in one file: all at once, in the order of the file, and none that only follows."""

from collections.abc import Callable

Faults = Callable[..., list[str]]

MANY = """\
id: drafts
title: 7
conflict: north-south
date: 2025-13-01
text_status: official
disclosure: full
proponents: [north, est]
evidence:
  - {sources: [gazette-2024], basis: document-text, checked: one-source}
points:
  - number: 1
    provisons: []
    provisions:
      - kind: force-ceiling
        party: north
        personnel: .nan
        evidence:
          - {sources: [ministry-2025], basis: document-text, checked: one-source}
  - number: 1
    heading: Forces
    heading: Armies
    provisions:
      - kind: force-ceiling
        party: north
        evidence:
          - {sources: [ministry-2025], basis: document-text, checked: one-source}
      - kind: force-celing
        party: south
      - kind: neutral-status
        part: &x late
        party: south
        note: "a\\u202eb"
        evidence:
          - {sources: [ministry-2025], basis: document-text, checked: one-source}
"""


def test_all_faults_of_a_file_are_named_at_once(faults: Faults) -> None:
    clause = "points[1].provisions"
    assert faults(MANY) == [
        "1:1: id: the id 'drafts' is not the name of the file; "
        "write id: draft, or rename the file to drafts.yaml",
        "2:1: title: 7 is not text; put it in quotes",
        "4:1: date: '2025-13-01' is not a date; write it like 2025-11-20",
        "7:21: proponents[1]: unknown party 'est'; add it to seeds/parties.yaml",
        "9:16: evidence[0].sources[0]: unknown source 'gazette-2024'; did you mean gazette-2025?",
        "12:5: points[0].provisons: unknown field 'provisons'; did you mean provisions?",
        "16:20: .nan is not a number; correct it, or put it in quotes",
        "19:5: points[1].number: point 1 stands twice; "
        "number it otherwise, or merge it with points[0]",
        "21:5: the field 'heading' stands twice, first in line 20; keep one of the two",
        f"23:9: {clause}[0]: states the issue force-ceiling/north again, already stated in "
        "point 1; merge the two clauses, tell them apart by part, or make one a reading",
        f"27:9: {clause}[1].kind: unknown kind 'force-celing'; did you mean force-ceiling?",
        "30:15: an anchor (&name) is not allowed; take it out, or put the value in quotes",
        "32:15: holds the control or bidirectional character U+202E; delete it",
    ]


def test_a_plan_without_its_first_lines_is_still_held_against_the_library(
    faults: Faults, draft: str
) -> None:
    _, _, rest = draft.partition("disclosure: full\n")
    said = faults(rest.replace("north", "nord"))
    names = ("conflict", "date", "disclosure", "id", "text_status", "title")
    assert said == [
        *(f"1:1: the field '{name}' is missing; add it" for name in names),
        "8:9: points[0].provisions[0].party: unknown party 'nord'; did you mean north?",
    ]


def test_what_was_refused_is_not_called_missing_too(spoilt: Faults) -> None:
    assert spoilt("sources: [ministry-2025]", "sources: [&a ministry-2025, *a]") == [
        "17:24: an anchor (&name) is not allowed; take it out, or put the value in quotes",
        "17:42: an alias (*name) is not allowed; write the value out again, or put it in quotes",
    ]
    assert spoilt("number: 1\n", "number: 1.5\n") == [
        "10:5: points[0].number: 1.5 is not text; put it in quotes"
    ]
    assert spoilt("        party: north\n", "        party: [north]\n") == [
        "14:9: points[0].provisions[0].party: a list is not text; "
        "write text, or leave the field out"
    ]


def test_two_missing_fields_are_two_faults(spoilt: Faults) -> None:
    assert spoilt("title: A draft\nconflict: north-south\n", "") == [
        "1:1: the field 'conflict' is missing; add it",
        "1:1: the field 'title' is missing; add it",
    ]


def test_a_list_that_lost_an_item_keeps_counting_as_the_file_does(spoilt: Faults) -> None:
    said = spoilt("disclosure: full", "disclosure: full\nproponents: [!x north, league, est]")
    assert said[-1].startswith("7:32: proponents[2]: unknown party 'est'")


def test_a_syntax_error_comes_after_the_faults_before_it(spoilt: Faults) -> None:
    assert spoilt("title: A draft", "title: !x A draft\nnote: @x") == [
        "2:8: a tag (!name) is not allowed; take it out, or put the value in quotes",
        "3:7: a value cannot begin with @; put the value in quotes",
    ]
