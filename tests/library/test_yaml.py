"""YAML: what is not YAML, and what is YAML but refused because it may mean what it does not show."""

from collections.abc import Callable
from pathlib import Path

import pytest

import plancompare
from plancompare import Library

Faults = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "title: A draft",
            "title: A draft\ntitle: B",
            "3:1: the field 'title' stands twice, first in line 2; keep one of the two",
        ),
        (
            "        party: north",
            "        party: north\n        'party': south",
            "15:9: the field 'party' stands twice, first in line 14; keep one of the two",
        ),
        (
            "    heading: Forces",
            "\theading: Forces",
            "11:1: a tab indents the line; indent with spaces",
        ),
        (
            "  - number: 1",
            "\t- number: 1",
            "10:1: a tab indents the line; indent with spaces",
        ),
        (
            "title: A draft",
            "title: &name A draft",
            "2:8: an anchor (&name) is not allowed; take it out, or put the value in quotes",
        ),
        (
            "title: A draft",
            "title: *name",
            "2:8: an alias (*name) is not allowed; write the value out again, or put it in quotes",
        ),
        (
            "title: A draft",
            "title: !!str A draft",
            "2:8: a tag (!name) is not allowed; take it out, or put the value in quotes",
        ),
        (
            "title: A draft",
            "title: !!python/object/apply:os.system [ls]",
            "2:8: a tag (!name) is not allowed; take it out, or put the value in quotes",
        ),
        (
            "    heading: Forces",
            "    <<: {heading: Forces}",
            "11:5: a merge key (<<) is not allowed; write the fields out",
        ),
        (
            "    heading: Forces",
            "    [a]: Forces",
            "11:5: a field name is itself a list or a mapping; write a plain name before the colon",
        ),
        (
            "    heading: Forces",
            "    ? {a: b}\n    : Forces",
            "11:7: a field name is itself a list or a mapping; write a plain name before the colon",
        ),
        (
            "    heading: Forces",
            "    *a : Forces",
            "11:5: an alias (*name) is not allowed; write the value out again, or put it in quotes",
        ),
        (
            "id: draft",
            "%YAML 1.1\n---\nid: draft",
            "1:1: a directive (%) is not allowed; take it out",
        ),
        (
            "id: draft",
            "%YAML 3.0\n---\nid: draft",
            "1:1: a directive (%) is not allowed; take it out",
        ),
        (
            "title: A draft",
            "title: A draft\n---\nid: other",
            "3:1: a second document begins; put it into a file of its own",
        ),
    ],
)
def test_a_file_must_mean_what_it_shows(spoilt: Faults, old: str, new: str, said: str) -> None:
    assert spoilt(old, new)[-1:] == [said]


@pytest.mark.parametrize("name", ["7", "true", "null", ".nan", "2025-01-01"])
def test_a_field_name_that_is_no_word_is_an_unknown_field(spoilt: Faults, name: str) -> None:
    (said,) = spoilt("title: A draft", f"title: A draft\n{name}: x")
    assert said.startswith(f"3:1: {name}: unknown field '{name}'; the fields here are id, title")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (".nan", ".nan is not a number"),
        ("-.inf", "-.inf is not a number"),
        ("1e400", "1e400 is too large for a number"),
        ("1" * 5000, "is a number of 5000 characters"),
        ("0x" + "f" * 5000, "is a number of 5002 characters"),
    ],
)
@pytest.mark.parametrize("field", ["personnel", "note"])
def test_a_number_that_is_none_or_absurd_is_refused_whatever_its_field(
    spoilt: Faults, number: str, said: str, field: str
) -> None:
    column = 11 + len(field)
    expected = f"15:{column}: {said}; correct it, or put it in quotes"
    assert spoilt("personnel: 600000", f"{field}: {number}") == [expected]


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ('"A draft', "2:8: the quotation mark here is not closed; close it"),
        (
            "[A draft",
            "2:8: the bracket here is not closed, or a comma is missing; "
            "close it, and put a comma between its items",
        ),
        (
            '"a \\q"',
            "2:11: a backslash stands before something that it gives no meaning; "
            "write two backslashes, or use single quotes",
        ),
        (
            '"a \\ud800"',
            "2:13: a backslash stands before something that it gives no meaning; "
            "write two backslashes, or use single quotes",
        ),
        (
            "a: b",
            "2:9: a colon followed by a space stands inside a plain value, or the line is "
            "indented wrongly; put the value in quotes, or align the line with its neighbours",
        ),
        ("@a", "2:8: a value cannot begin with @; put the value in quotes"),
        ("`a`", "2:8: a value cannot begin with `; put the value in quotes"),
        ("%a", "2:8: a value cannot begin with %; put the value in quotes"),
        ("* a", "2:9: a value begins with *; put the value in quotes"),
        ("& a", "2:9: a value begins with &; put the value in quotes"),
        ("!<a", "2:11: a value begins with !; put the value in quotes"),
        (
            "> a",
            "2:10: text follows the sign | or > on its line; "
            "begin the text on the next line, or put the value in quotes",
        ),
        (
            "A draft\nplain",
            "4:1: a field name is not followed by a colon; "
            "write name: value, and indent the further lines of a long value",
        ),
        (
            "]",
            "2:8: the line does not fit the list or mapping around it; "
            "align it with its neighbours, and put a value with special characters in quotes",
        ),
    ],
)
def test_a_slip_of_the_pen_is_explained(spoilt: Faults, title: str, said: str) -> None:
    assert spoilt("title: A draft", f"title: {title}") == [said]


@pytest.mark.parametrize("text", ["", "\n", "# nothing but a comment\n", "---\n", "~\n", "null"])
def test_an_empty_file_is_called_empty(faults: Faults, text: str) -> None:
    assert faults(text) == [" is empty; write name: value, or delete the file"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- a", "1:1: a list is not a mapping; write name: value"),
        ("just words", "1:1: 'just words' is not a mapping; write name: value"),
        ("7", "1:1: 7 is not a mapping; write name: value"),
        ("!x\n", "1:1: a tag (!name) is not allowed; take it out, or put the value in quotes"),
        ("[a]b", "1:4: text follows after the end of the data; delete it, or align it"),
        ("%a", "1:3: a line begins with %; take it out, or put the value in quotes"),
    ],
)
def test_a_file_must_hold_one_mapping(faults: Faults, text: str, said: str) -> None:
    assert faults(text) == [said]


@pytest.mark.parametrize(
    ("written", "number"), [("0o17", 15), ("0xff", 255), ("+7", 7), ("010", 10)]
)
def test_numbers_are_read_as_yaml_1_2_says(
    library: Library, draft: str, written: str, number: int
) -> None:
    Path("draft.yaml").write_text(draft.replace("600000", written), "utf-8")
    plan = plancompare.load_plan("draft.yaml", library)
    assert plan.points[0].provisions[0].terms()["personnel"] == number
