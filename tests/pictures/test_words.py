"""The words of pictures are there in every language, and texts fit their room."""

import string

import pytest

from plancompare import UnknownIdError
from plancompare.diffing.alignment import Basis
from plancompare.diffing.lineage import Fate
from plancompare.report.labels import LANGUAGES, labels
from plancompare.report.pictures.lettering import cut, room, wrapped
from plancompare.report.pictures.words import Words, _entries


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_language_has_the_same_words_with_the_same_gaps() -> None:
    assert tuple(_entries()) == LANGUAGES
    english = _entries()["en"]
    for words in _entries().values():
        assert words.keys() == english.keys()
        assert all(gaps(words[key]) == gaps(text) for key, text in english.items())
        assert all(text.strip() == text and text for text in words.values())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_fate_and_basis_has_its_word(lang: str) -> None:
    words = _entries()[lang]
    assert {f"link_{one}" for one in Basis} <= words.keys()
    assert labels(lang).groups["fates"].keys() == set(Fate)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_page_and_picture_call_a_verdict_by_one_word(lang: str) -> None:
    page = labels(lang).ui["heat_caption"].split()[0]
    assert Words(lang).word("heat", plans="").split()[0] == page


def test_an_unknown_language_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownIdError, match="unknown language 'de'; write one of en, ru or uk"):
        Words("de")


def test_issues_are_named_by_what_they_are_about() -> None:
    words = Words()
    assert words.issue("amnesty") == "Amnesty"
    assert words.issue("force-withdrawal/russia/sumy#phase-1") == (
        "Force withdrawal: Russia, Sumy (phase 1)"
    )
    assert words.issue("territorial-negotiation/russia+ukraine") == (
        "Territorial negotiation: Russia \N{EN DASH} Ukraine"
    )
    assert Words("uk").issue("sovereignty/ukraine") == "Суверенітет: Україна"


def test_an_id_that_no_register_has_stands_for_itself() -> None:
    assert (Words().party("nobody-known"), Words().place("isle")) == ("nobody-known", "isle")


def test_lines_fit_and_lose_nothing() -> None:
    text = "Dnipropetrovsk and a very-long-word-that-nobody-would-write " + "x" * 90
    lines = wrapped(text, 80)
    assert all(room(line) <= 80 for line in lines)
    letters = [[one for one in found if one.isalpha()] for found in ("".join(lines), text)]
    assert letters[0] == letters[1]
    assert "nobody-" in " ".join(lines).split()
    assert wrapped("", 80) == [""]


def test_what_is_cut_says_so() -> None:
    assert cut("one two three four", 40, 5) == ["one", "two", "three", "four"]
    kept = cut("one two three four", 40, 2)
    assert len(kept) == 2
    assert kept[-1].endswith("…")
    assert all(room(line) <= 40 for line in kept)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Днепропетровская", ["Днепропе-", "тровская"]),
        ("Дніпропетровська", ["Дніпропе-", "тровська"]),
        ("administrative", ["administra-", "tive"]),
        ("x" * 12, ["xxxxxxxxx-", "xxx"]),
        ("a1" * 8, ["a1" * 5, "a1" * 3]),
    ],
)
def test_a_word_that_is_too_long_is_broken_after_a_vowel(word: str, parts: list[str]) -> None:
    assert wrapped(word, 80) == parts
    assert wrapped(word, 160) == [word]
