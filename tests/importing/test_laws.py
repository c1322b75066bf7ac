"""The laws of texts, on any text and on texts that look like lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import plancompare
from plancompare.diffing import similarity
from plancompare.library.document import Document
from plancompare.library.importing.annotated import annotated
from plancompare.library.reading import read_document
from plancompare.testing import laws

PIECES = (
    *("1.", "2.", "3)", "(a)", "b)", "i.", "II.", "Point 1:", "Part II", "First,", "一、", "①", "1.1", "12"),
    *("\n", "\n\n", "\r\n", "\u2028", "\t", " ", "•", "-", "word-", "The parties", "shall not", "may"),
    *("\u200b", "\x00", "\ud800", "\ufffe", "½", "é", "🙂", "600,000", "don't", "A HEADING"),
)  # fmt: skip
LISTS = st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join) | st.lists(
    st.sampled_from(PIECES), max_size=30
).map("".join)
TEXTS = st.text(st.characters()) | LISTS


@given(TEXTS)
def test_import_keeps_every_character(text: str) -> None:
    for law in laws.OF_A_TEXT:
        law(text)


@given(TEXTS)
def test_an_imported_plan_survives_its_file(text: str) -> None:
    plan = plancompare.import_text(text)
    laws.reading_what_was_written(plan)
    assert read_document(Document("plan.yaml", annotated(plan)), plancompare.Plan) == plan


@given(TEXTS, TEXTS)
def test_redlines_of_any_two_texts(before: str, after: str) -> None:
    for law in laws.OF_TWO_TEXTS:
        law(before, after)
        law(before, before)


@given(LISTS, LISTS, LISTS)
def test_redlines_of_texts_with_much_in_common(one: str, two: str, three: str) -> None:
    for law in laws.OF_TWO_TEXTS:
        law(one + two, one + three + two)
        law(one + "\n" + two, one + " " + two + " ")


@given(LISTS, LISTS)
def test_diffs_of_imported_plans_keep_the_laws(before: str, after: str) -> None:
    plans = plancompare.import_text(before, id="one"), plancompare.import_text(after, id="two")
    for law in laws.OF_A_PAIR:
        law(*plans)
    for form in plancompare.FORMATS:
        plancompare.render(plancompare.diff(*plans), form)


def test_texts_too_long_to_compare_word_by_word_are_compared_at_their_ends(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(similarity, "ALL_WORDS", 3)
    changes = plancompare.redline("Ships shall pass here.", "Ships may always pass here.")
    assert [segment.text for segment in changes.segments if segment.change == "kept"] == [
        "Ships ",
        " pass here.",
    ]
    laws.redline_is_lossless("a b a", "a b a ")
    laws.redline_is_lossless("a", "b")


def test_a_null_character_is_not_taken_for_nothing() -> None:
    laws.redline_is_lossless("\x00", "\r")
    laws.redline_is_lossless("\r", "\x00:")


@given(
    st.text(st.sampled_from("ab  \t\n:#-'\"\\é\ufffe🙂"), min_size=60, max_size=240).filter(
        str.strip
    )
)
def test_no_space_of_a_text_is_lost_where_a_long_line_is_folded(text: str) -> None:
    plan = plancompare.import_text("1. One.")
    point = plan.points[0].model_copy(update={"text": text, "note": text})
    held = plan.model_copy(update={"points": (point,)})
    laws.reading_what_was_written(held)
    assert read_document(Document("plan.yaml", annotated(held)), plancompare.Plan) == held
