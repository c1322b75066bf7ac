"""What the parser says of text that is not YAML, in words for the person who wrote it."""

from __future__ import annotations

from typing import Any

from plancompare.errors import Problem

__all__ = ["syntax_problem"]

_TAB = ("a tab indents the line", "indent with spaces")
_QUOTE = "put the value in quotes"

_HINTS = {
    "tab character": _TAB,
    "mapping values are not allowed": (
        "a colon followed by a space stands inside a plain value, or the line is indented wrongly",
        "put the value in quotes, or align the line with its neighbours",
    ),
    "while scanning a quoted scalar": ("the quotation mark here is not closed", "close it"),
    "while parsing a quoted scalar": (
        "a backslash stands before something that it gives no meaning",
        "write two backslashes, or use single quotes",
    ),
    "while parsing a flow node": (
        "a value is missing here, or a bracket before it is not closed",
        "write the value, or close the bracket",
    ),
    "while parsing a flow": (
        "the bracket here is not closed, or a comma is missing",
        "close it, and put a comma between its items",
    ),
    "could not find expected ':'": (
        "a field name is not followed by a colon",
        "write name: value, and indent the further lines of a long value",
    ),
    "while scanning a block scalar": (
        "text follows the sign | or > on its line",
        "begin the text on the next line, or put the value in quotes",
    ),
    "document start": ("text follows after the end of the data", "delete it, or align it"),
    "alias": ("a value begins with *", _QUOTE),
    "anchor": ("a value begins with &", _QUOTE),
    " tag": ("a value begins with !", _QUOTE),
    "directive": ("a line begins with %", "take it out, or put the value in quotes"),
    "incompatible": ("a directive (%) is not allowed", "take it out"),
}
_OTHERWISE = (
    "the line does not fit the list or mapping around it",
    "align it with its neighbours, and put a value with special characters in quotes",
)


def syntax_problem(file: str, text: str, error: Any) -> Problem:
    """The fault at which the parser gave up; what is not closed is shown where it begins."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return Problem(file, 0, 0, "", "holds a character that YAML does not allow", "delete it")
    said = f"{error.problem} {error.context}"
    if "scanning a quoted" in said or "expected ',' or" in said:
        mark = error.context_mark
    character = text.split("\n")[mark.line][mark.column :][:1] if "any token" in said else ""
    if character == "\t":
        what, remedy = _TAB
    elif character:
        what, remedy = f"a value cannot begin with {character}", _QUOTE
    else:
        what, remedy = next((hint for sign, hint in _HINTS.items() if sign in said), _OTHERWISE)
    return Problem(file, mark.line + 1, mark.column + 1, "", what, remedy)
