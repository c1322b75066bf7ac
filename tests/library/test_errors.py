"""Errors: each says where, what is wrong and what to do, on a line of its own."""

import pytest

from plancompare import InvalidFileError, PlancompareError, Problem, UnknownIdError
from plancompare.errors import listed, nearest, shown


def test_a_problem_of_a_whole_file_has_no_line() -> None:
    assert str(Problem("a.yaml", 0, 0, "", "is empty", "fill it")) == "a.yaml: is empty; fill it"
    assert str(Problem("a.yaml", 2, 5, "id", "odd", "mend it")) == "a.yaml:2:5: id: odd; mend it"


def test_problems_are_sorted_by_place_and_said_once() -> None:
    late, early = (Problem("a.yaml", line, 1, "", "odd", "mend it") for line in (10, 9))
    error = InvalidFileError([late, early, late])
    assert error.problems == (early, late)
    assert str(error) == "a.yaml:9:1: odd; mend it\na.yaml:10:1: odd; mend it"


@pytest.mark.parametrize("text", ["\x1b[2J", "\u202e", "a\nb", "\0", "\ud800", "x" * 10**6])
def test_a_problem_stays_on_its_line_and_hides_nothing(text: str) -> None:
    said = str(Problem(text, 1, 1, text, text, text))
    assert said.isprintable()
    assert len(said) < 20_000
    assert said.count(": ") >= 2


def test_an_error_is_caught_by_what_it_is() -> None:
    assert issubclass(InvalidFileError, PlancompareError | ValueError)
    assert issubclass(UnknownIdError, PlancompareError | LookupError)


def test_alternatives_are_listed_as_a_reader_expects() -> None:
    assert [listed([]), listed(["a"]), listed(["a", "b"])] == ["", "a", "a or b"]
    assert nearest("abd", ["abc", "abx", "zzz"]) == "did you mean abx or abc?"
    assert nearest("q", ["abc"]) == "write one of abc"
    assert nearest("q", ["abc"], "give up") == "give up"
    assert nearest("q", []) == "there are none"
    assert shown("tab\there", 3) == "tab…"
