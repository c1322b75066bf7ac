"""Numbered texts as newspapers, mail and web pages print them, about a conflict that never was."""

from pathlib import Path

import pytest

import plancompare
from plancompare.testing import laws

LAYOUTS = Path(__file__).parent / "layouts"

POINTS = {
    "arabic-digits.txt": ["1", "2", "3"],
    "brackets.txt": ["1", "2", "3"],
    "bullets.txt": [None, None, None],
    "chinese-articles.txt": ["1", "2", "12"],
    "chinese.txt": ["1", "2", "3"],
    "circled.txt": ["1", "2"],
    "dotted.txt": ["1", "2", "3", "4"],
    "gaps-and-letters.txt": ["1", "2", "4"],
    "gaps.txt": ["3", "4", "7", "8"],
    "levels.txt": ["1", "2"],
    "marked.md": ["1", "2", "3"],
    "nested.txt": ["1", "2", "3"],
    "numbers-alone.txt": ["1", "2", "3"],
    "page.html": ["1", "2", "5"],
    "roman.txt": ["I", "II", "III"],
    "running-sections.txt": ["1", "2", "3", "4"],
    "sections.txt": ["1", "2", "II.1", "II.2"],
    "titled.txt": ["1", "2"],
    "ukrainian.txt": ["1", "2", "3"],
    "unnumbered.txt": [],
    "words.txt": ["1", "2", "3", "4"],
    "worded.txt": ["1", "2", "4"],
}


def imported(name: str) -> plancompare.Plan:
    return plancompare.import_file(LAYOUTS / name)


def test_every_layout_is_expected() -> None:
    assert {path.name for path in LAYOUTS.iterdir()} == set(POINTS)


@pytest.mark.parametrize("name", POINTS)
def test_a_layout_gives_its_points(name: str) -> None:
    assert [point.number for point in imported(name).points] == POINTS[name]


@pytest.mark.parametrize("name", POINTS)
def test_nothing_of_a_layout_is_lost(name: str) -> None:
    laws.import_keeps_every_character((LAYOUTS / name).read_text("utf-8"))


@pytest.mark.parametrize("name", [name for name in POINTS if name.endswith(".txt")])
def test_a_plan_written_back_imports_as_the_same_points(name: str) -> None:
    plan = imported(name)
    again = plancompare.import_text(plan.text, id=plan.id, title=plan.title)
    assert [point.number for point in again.points] == POINTS[name]
    assert again.text == plan.text


@pytest.mark.parametrize("name", POINTS)
def test_an_imported_plan_survives_its_file(name: str) -> None:
    laws.reading_what_was_written(imported(name))


def test_what_stands_above_the_first_point_is_the_preamble() -> None:
    plan = imported("dotted.txt")
    assert plan.title == "A PLAN FOR THE SORRA"
    assert plan.preamble == "A PLAN FOR THE SORRA\n\nRead out in Port Veld on 4 March."


def test_wrapped_lines_are_joined_and_lists_in_a_point_kept() -> None:
    points = imported("dotted.txt").points
    assert points[1].text == (
        "Forces go back behind the lines of last spring, and stay there until the commission says "
        "otherwise."
    )
    assert points[2].text == (
        "The commission has twelve members:\n"
        "a) five from the North;\nb) five from the South;\nc) two from elsewhere."
    )


def test_a_number_in_a_wrapped_line_opens_no_point() -> None:
    assert imported("gaps.txt").points[2].text == (
        "The harbour is shared, as in article\n12. of the old treaty."
    )


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1) Fire\n2) Forces\n4) Schools\n7) Tolls", ["1", "2", "4", "7"]),
        (
            "1. Fire stops\na) at once\nb) everywhere\n3. Schools open\na) in May\n5. Tolls end",
            ["1", "3", "5"],
        ),
    ],
)
def test_a_gap_is_seen_where_all_lines_are_short(text: str, numbers: list[str]) -> None:
    assert [point.number for point in plancompare.import_text(text).points] == numbers


def test_a_heading_above_points_is_their_section() -> None:
    points = imported("sections.txt").points
    assert [point.section for point in points] == [
        "PART I. SECURITY",
        None,
        "PART II. ECONOMY",
        None,
    ]
    assert [point.printed for point in points] == [None, None, "1.", "2."]


def test_a_line_of_its_own_after_the_number_is_the_heading_of_the_point() -> None:
    (first, second) = imported("titled.txt").points
    assert (first.heading, second.heading) == ("Ceasefire", "Withdrawal")
    assert first.text == "Fire ceases at dawn. It shall not be opened again."


def test_what_is_printed_around_a_number_is_kept() -> None:
    assert imported("worded.txt").points[1].printed == "Point 2:"
    assert imported("words.txt").points[0].printed == "First,"
    assert imported("chinese.txt").points[2].printed == "三、"


def test_the_marks_of_markdown_are_not_text() -> None:
    plan = imported("marked.md")
    assert [point.text for point in plan.points] == [
        "Fire ceases.",
        "Forces withdraw, but not from the bridge.",
        "Schools open.",
    ]
    assert plan.points[2].heading == "Schools"


def test_a_page_is_read_as_a_browser_shows_it() -> None:
    plan = imported("page.html")
    assert plan.preamble == "A plan for the Sorra\n\nAs published."
    assert [point.text for point in plan.points] == [
        "Fire ceases.",
        "Forces withdraw:\na. from the valley;\nb. from the bridge.",
        "Ships & barges pass.",
    ]


def test_a_text_without_numbers_is_all_preamble() -> None:
    plan = imported("unnumbered.txt")
    assert plan.preamble is not None
    assert plan.preamble.endswith("\n\nNothing was signed.")


def test_hidden_characters_are_taken_out_and_counted() -> None:
    plan = plancompare.import_text("1. Fire\u200b ceases\u202e.\x07\n2. Forces\u200b leave.")
    assert [point.text for point in plan.points] == ["Fire ceases.", "Forces leave."]
    assert plan.note == (
        "Control and invisible characters taken out of the text on import: "
        "1 x U+0007, 2 x U+200B, 1 x U+202E."
    )
