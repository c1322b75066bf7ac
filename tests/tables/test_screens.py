"""Tables on a screen: they fit its width and say the same in every layout."""

import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

import plancompare
from plancompare import Plan
from plancompare.tables.table import Row, Table
from plancompare.tables.text import to_text
from plancompare.tables.wrapping import column_widths, wrap

PLANS = ["us-28", "europe-28", "geneva"]
CODES = re.compile(r"\x1b\[[0-9;]*m")
WORDS = st.text(alphabet="ab/-+# \n", max_size=40)


def shown(result: object, width: int, **options: object) -> str:
    return plancompare.render(result, "text", width=width, **options)  # type: ignore[arg-type] # options of any kind


@pytest.mark.parametrize("width", [40, 50, 60, 80, 100, 140, 200])
def test_no_line_is_longer_than_the_width(width: int) -> None:
    plans = [plancompare.load(name) for name in PLANS]
    texts = [shown(plancompare.catalogue(), width), shown(plancompare.matrix(plans), width)]
    texts += [shown(plan, width, sources=True) for plan in plans]
    texts += [
        shown(plancompare.diff(one, other), width, sources=sources)
        for one, other in product(plans, repeat=2)
        for sources in (False, True)
    ]
    for text in texts:
        assert max(map(len, text.split("\n"))) <= width
        assert not [line for line in text.split("\n") if line != line.rstrip()]


@pytest.mark.parametrize("width", [40, 60, 100])
def test_hostile_text_fits_the_width_too(hostile_plan: Plan, width: int) -> None:
    text = shown(hostile_plan, width, sources=True)
    assert max(map(len, text.split("\n"))) <= width


@pytest.mark.parametrize("width", [40, 80, 140])
def test_the_terminal_shows_the_same_text_with_colour(width: int) -> None:
    changes = plancompare.diff(plancompare.load("us-28"), plancompare.load("geneva"))
    coloured = plancompare.render(changes, "terminal", width=width)
    assert coloured != CODES.sub("", coloured)
    lines = [line.rstrip() for line in CODES.sub("", coloured).split("\n")]
    assert "\n".join(lines) == shown(changes, width)


def test_a_term_stands_in_one_line_with_its_shift() -> None:
    changes = plancompare.diff(plancompare.load("us-28"), plancompare.load("europe-28"))
    text = shown(changes, 100)
    assert re.search(r"personnel: 600,000 +personnel: 800,000 +raised +6 → 6", text)
    assert re.search(r"period: always +period: peacetime +narrowed\n", text)


def test_a_wide_screen_has_the_issue_beside_its_row_and_a_narrow_one_above() -> None:
    changes = plancompare.diff(plancompare.load("us-28"), plancompare.load("europe-28"))
    assert re.search(r"^force-ceiling/ukraine +personnel", shown(changes, 160), re.MULTILINE)
    assert "\nforce-ceiling/ukraine\n  personnel: 600,000 " in shown(changes, 80)
    assert "\nforce-ceiling/ukraine\n  us-28: personnel: 600,000; period: always\n" in shown(
        changes, 50
    )


def test_rows_of_several_lines_are_set_apart() -> None:
    rows = (
        Row("", ("one", "x")),
        Row("", ("two", "x")),
        Row("", ("three", "x\ny")),
        Row("", ("four", "x")),
    )
    text = to_text(Table("Title", ("a", "b"), rows))
    assert text == (
        "Title\n\na      b\n-----  -\none    x\ntwo    x\n\nthree  x\n       y\n\nfour   x\n"
    )


def test_a_long_heading_goes_on_without_a_rule() -> None:
    table = Table("Title", ("a",), (Row("many words " * 10, ("x",), "About"),))
    lines = to_text(table, 40).split("\n")
    assert "── many words many" in [line[:18] for line in lines]
    assert "   words many words" in lines
    assert "About" in lines


def test_a_list_leaves_out_empty_cells() -> None:
    words = "some words " * 9
    rows = (Row("", ("one", words, words, words)), Row("", ("two", words, "", words)))
    text = to_text(Table("T", ("a", "b", "c", "d"), rows, leading=True), 40)
    assert text.startswith("T\n\none\n  b: some words")
    assert text.count("\n  b: some words") == text.count("\n  d: some words") == 2
    assert text.count("\n  c:") == 1


def test_a_table_without_rows_is_its_title_and_notes() -> None:
    assert to_text(Table("Title", ("a", "b"), (), notes=("note\nmore",))) == (
        "Title\n\nnote\n  more\n"
    )


@given(
    st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=5),
    st.integers(40, 90),
    st.sampled_from([(), (1, 2)]),
    st.booleans(),
)
def test_any_table_fits_and_loses_no_letter(
    cells: list[tuple[str, str, str]], width: int, aligned: tuple[int, ...], leading: bool
) -> None:
    rows = tuple(Row("group", row) for row in cells)
    table = Table("T", ("x", "y", "z"), rows, aligned=aligned, leading=leading)
    text = to_text(table, width)
    assert max(map(len, text.split("\n"))) <= width
    for letter in "ab/+#":
        said = sum(cell.count(letter) for row in cells for cell in row)
        assert text.count(letter) == said


@given(WORDS, st.integers(1, 30))
def test_wrapping_keeps_every_letter_in_order_and_no_line_too_long(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(
    st.lists(st.lists(WORDS, min_size=1, max_size=4), min_size=1, max_size=6), st.integers(10, 120)
)
def test_columns_take_the_room_there_is_and_no_more_than_they_want(
    columns: list[list[str]], width: int
) -> None:
    widths = column_widths(columns, width, 2)
    wanted = [max(len(line) for cell in cells for line in cell.split("\n")) for cells in columns]
    room = max(width - 2 * (len(columns) - 1), len(columns))
    assert sum(widths) == min(sum(wanted), room)
    assert all(0 <= one <= most for one, most in zip(widths, wanted, strict=True))
