"""Fields: unknown, missing, of the wrong type, in the wrong form."""

from collections.abc import Callable
from pathlib import Path

import pytest

import plancompare
from plancompare import KINDS, Library

Faults = Callable[..., list[str]]
ALL_KINDS = ", ".join(sorted(KINDS))
FIELDS = (
    "id, title, conflict, date, proponents, text_status, disclosure, revises, responds_to, "
    "evidence, note, reports, preamble, points, omits, defers, undisclosed"
)


def test_the_draft_itself_is_sound(draft: str, library: Library) -> None:
    Path("draft.yaml").write_text(draft, encoding="utf-8")
    assert plancompare.load_plan("draft.yaml", library).title == "A draft"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "heading: Forces",
            "headin: Forces",
            "11:5: points[0].headin: unknown field 'headin'; did you mean heading?",
        ),
        (
            "personnel: 600000",
            "personel: 600000",
            "15:9: points[0].provisions[0].personel: unknown field 'personel'; "
            "did you mean personnel?",
        ),
        (
            "text_status: official",
            "text_status: official\nzzz: 1",
            f"6:1: zzz: unknown field 'zzz'; the fields here are {FIELDS}",
        ),
        (
            "kind: force-ceiling",
            "kind: force-celing",
            "13:9: points[0].provisions[0].kind: unknown kind 'force-celing'; "
            "did you mean force-ceiling?",
        ),
        (
            "      - kind: force-ceiling\n        party",
            "      - party",
            f"13:9: points[0].provisions[0]: has no kind; add kind: and one of {ALL_KINDS}",
        ),
        ("title: A draft\n", "", "1:1: the field 'title' is missing; add it"),
        (
            "        party: north\n",
            "",
            "13:9: points[0].provisions[0]: the field 'party' is missing; add it",
        ),
    ],
)
def test_an_unknown_or_missing_field_is_named_with_the_nearest_known_one(
    spoilt: Faults, old: str, new: str, said: str
) -> None:
    assert spoilt(old, new) == [said]


def test_a_kind_like_no_other_is_answered_with_all_kinds(spoilt: Faults) -> None:
    (said,) = spoilt("kind: force-ceiling", "kind: 7")
    assert said.startswith("13:9: points[0].provisions[0].kind: unknown kind '7'; write one of ")
    assert all(kind in said for kind in KINDS)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("many", "'many' is not a whole number; write digits only, such as 600000, or unlimited"),
        ("unlimitd", "'unlimitd' is not a whole number; did you mean unlimited?"),
        ("1.5", "1.5 is not a whole number; write digits only, such as 600000, or unlimited"),
        ("true", "true is not a whole number; write digits only, such as 600000, or unlimited"),
        ("[1]", "a list is not a whole number; write digits only, such as 600000, or unlimited"),
        (
            "600_000",
            "'600_000' is not a whole number; write digits only, such as 600000, or unlimited",
        ),
        ("-5", "-5 is out of range; write at least 0, or unlimited"),
        ("9" * 20, f"{'9' * 20} is out of range; write at most 1000000000000000, or unlimited"),
    ],
)
def test_a_limit_must_be_a_whole_number_or_unlimited(spoilt: Faults, value: str, said: str) -> None:
    place = "15:9: points[0].provisions[0].personnel:"
    assert spoilt("personnel: 600000", f"personnel: {value}") == [f"{place} {said}"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("title: 7", "2:1: title: 7 is not text; put it in quotes"),
        ("title: [a]", "2:1: title: a list is not text; write text, or leave the field out"),
        ("title: {a: b}", "2:1: title: a mapping is not text; write text, or leave the field out"),
        ("title:", "2:1: title: nothing is not text; write text, or leave the field out"),
        ("title: ' '", "2:1: title: is blank; write something, or leave the field out"),
    ],
)
def test_text_must_be_text(spoilt: Faults, line: str, said: str) -> None:
    assert spoilt("title: A draft", line) == [said]


def test_no_is_a_word(library: Library, draft: str) -> None:
    Path("draft.yaml").write_text(draft.replace("A draft", "no"), encoding="utf-8")
    assert plancompare.load_plan("draft.yaml", library).title == "no"


@pytest.mark.parametrize("date", ["tomorrow", "2025-13-40", "2025-11-20T10:00:00Z", "20251120"])
def test_a_date_must_be_a_day_of_the_calendar(spoilt: Faults, date: str) -> None:
    shown = date if date.isdecimal() else repr(date)
    said = f"4:1: date: {shown} is not a date; write it like 2025-11-20"
    assert spoilt("date: 2025-11-20", f"date: {date}") == [said]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "disclosure: full",
            "disclosure: ful",
            "6:1: disclosure: 'ful' is not a value of this field; did you mean full?",
        ),
        (
            "disclosure: full",
            "disclosure: 7",
            "6:1: disclosure: 7 is not a value of this field; write one of full or partial",
        ),
        (
            "number: 1",
            "number: '§ 1'",
            "10:5: points[0].number: '§ 1' does not have the right form; "
            "write a number as printed, such as 6, 10a or II.3",
        ),
        (
            "party: north",
            "party: The North",
            "14:9: points[0].provisions[0].party: 'The North' does not have the right form; "
            "write a name in lower case with hyphens, such as united-states",
        ),
        (
            "conflict: north-south",
            f"conflict: {'x' * 81}",
            "3:1: conflict: is longer than 80 characters; shorten it",
        ),
        (
            "sources: [gazette-2025]",
            "sources: []",
            "8:6: evidence[0].sources: is empty; name at least one",
        ),
        (
            "sources: [gazette-2025]",
            "sources: [gazette-2025, gazette-2025]",
            "8:6: evidence[0].sources: names gazette-2025 twice; name it once",
        ),
        (
            "points:\n  - number: 1\n    heading",
            "points:\n    number: 1\n    heading",
            "9:1: points: a mapping is not a list; "
            "write [a, b], or one item per line after a hyphen",
        ),
        (
            "    heading: Forces\n",
            "    evidence: [7]\n",
            "11:16: points[0].evidence[0]: 7 is not a mapping; write name: value",
        ),
    ],
)
def test_a_value_in_the_wrong_form_is_answered_with_the_right_one(
    spoilt: Faults, old: str, new: str, said: str
) -> None:
    assert spoilt(old, new) == [said]


AMOUNT = "an amount and a currency, such as 100e9 USD, or remainder"
MEASURES = "military-response, armed-force, intelligence-and-logistics, economic, diplomatic"


@pytest.mark.parametrize(
    ("clause", "said"),
    [
        (
            "{kind: reconstruction-measure, beneficiary: north, component: gas-infrastructure, amount: lots}",
            f"amount: 'lots' does not have the right form; write {AMOUNT}",
        ),
        (
            "{kind: guarantee-response, beneficiary: north, measures: [shrug]}",
            "measures[0]: 'shrug' is not a value of this field; "
            f"write one of {MEASURES} or arms-supply, or others",
        ),
        (
            "{kind: force-ceiling, party: north, deadline: {on: 2025-01-01, within: 3 days}}",
            "deadline: needs exactly one of on, within, promptly, before, has on, within; "
            "keep one of them",
        ),
        (
            "{kind: force-ceiling, party: north, deadline: {within: soon}}",
            "deadline.within: 'soon' does not have the right form; "
            "write a length of time, such as 100 days, 1 month or 10 years",
        ),
        (
            "{kind: force-ceiling, party: north, conditions: [{event: signature, bye: [south]}]}",
            "conditions[0].bye: unknown field 'bye'; did you mean by?",
        ),
        (
            "{kind: force-ceiling, party: north, "
            "readings: [{why: bracketed, says: More., terms: 7}]}",
            "readings[0].terms: is not a mapping of terms to rival values; "
            "write name: value for each term that is read otherwise",
        ),
        (
            "{kind: force-ceiling, party: north, "
            "readings: [{why: bracketed, says: More., terms: {party: south}}]}",
            "readings[0].terms.party: force-ceiling has no term 'party'; "
            "use one of: modality, conditions, deadline, personnel, period, counts",
        ),
    ],
)
def test_a_term_in_the_wrong_form_is_shown_at_its_own_place(
    faults: Faults, draft: str, clause: str, said: str
) -> None:
    head, _, _ = draft.partition("      - kind")
    found = faults(f"{head}      - {clause}\n")
    assert [one.partition(": points[0].provisions[0].")[2] for one in found] == [said]
    assert found[0].startswith("13:")
