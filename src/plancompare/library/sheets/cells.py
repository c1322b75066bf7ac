"""One cell: how a value is written in it, and which value is read from it.

Text stands as it is, numbers as numbers, and the members of a list with commas between them. What
would be taken for something else, by this reader or by a spreadsheet, has an apostrophe before it;
what cannot be written so follows `json:`. Reading gives back exactly what was written.
"""

from __future__ import annotations

import json
import re
from typing import Any

from plancompare.library.composing import MAXIMUM_DEPTH
from plancompare.library.sheets.shapes import Shape

__all__ = ["FORMULA_OPENINGS", "Value", "is_blank", "read_cell", "write_cell"]

Value = str | int | float | bool
"""What a cell can hold."""

FORMULA_OPENINGS = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")  # the last four are full-width
"""Text that begins so is taken for a formula by some spreadsheet."""

_TEXT, _JSON = "'", "json:"
_WHOLE = re.compile(r"[+-]?[0-9]{1,100}")
_ALTERED = re.compile("_x[0-9A-Fa-f]{4}_|x005F_|[\ufffe\uffff]")
"""What the format of workbooks gives a meaning of its own, or cannot hold."""
_MOST_EXACT = 10**15


def is_blank(value: Value | None) -> bool:
    """Whether nothing stands in a cell."""
    return value is None or (isinstance(value, str) and not value.strip())


def read_cell(value: Value, shape: Shape) -> Any:
    """The data in a cell. Raises `ValueError` with what is wrong."""
    if isinstance(value, bool):
        return value if bool in shape.scalars else str(value).lower()
    if isinstance(value, float):
        value = int(value) if value.is_integer() else repr(value)
    if isinstance(value, int):
        return value if int in shape.scalars else read_cell(str(value), shape)
    if value.startswith(_TEXT):
        return value[1:]
    if value.startswith(_JSON):
        return _decoded(value.removeprefix(_JSON))
    text = value if shape.is_free else value.strip()
    if shape.member and text not in shape.words:
        parts = [value] if shape.member.is_free else text.split(",")
        return [
            _single(part if shape.member.is_free else part.strip(), shape.member) for part in parts
        ]
    return _single(text, shape)


def _single(text: str, shape: Shape) -> Any:
    if text not in shape.words:
        if int in shape.scalars and _WHOLE.fullmatch(text):
            return int(text)
        if bool in shape.scalars and text.lower() in ("true", "false"):
            return text.lower() == "true"
    return text


def _decoded(text: str) -> Any:
    depth = deepest = 0
    for one in text:
        depth += (one in "[{") - (one in "]}")
        deepest = max(deepest, depth)
    if deepest > MAXIMUM_DEPTH:
        raise ValueError(f"is nested more than {MAXIMUM_DEPTH} levels deep")
    try:
        return json.loads(text)
    except ValueError:
        raise ValueError("begins with json: and is not JSON") from None


def write_cell(data: Any, shape: Shape) -> str | int:
    """The content of a cell from which `read_cell` reads the same data."""
    plain = _plain(data, shape)
    if plain is not None and _same(plain, data, shape):
        return plain
    if isinstance(data, str) and not _ALTERED.search(data):
        return _TEXT + data
    return _JSON + json.dumps(data).replace("_", "\\u005f")


def _plain(data: Any, shape: Shape) -> str | int | None:
    match data:
        case bool():
            return str(data).lower()
        case int():
            return data if abs(data) < _MOST_EXACT else str(data)
        case str():
            return data
        case [*members] if members and all(isinstance(one, str) for one in members):
            free = shape.member is None or shape.member.is_free
            return None if free and len(members) > 1 else ", ".join(members)
    return None


def _same(plain: str | int, data: Any, shape: Shape) -> bool:
    """Whether the plain way of writing is understood, here and by spreadsheets."""
    if isinstance(plain, str) and (
        is_blank(plain) or plain.startswith(FORMULA_OPENINGS) or _ALTERED.search(plain)
    ):
        return False
    try:
        return json.dumps(read_cell(plain, shape)) == json.dumps(data)
    except ValueError:
        return False
