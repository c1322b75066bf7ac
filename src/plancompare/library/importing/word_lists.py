"""The numbers that Word puts before paragraphs, which stand in no paragraph themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

__all__ = ["Numbering", "Styles", "whole"]


class _Level(NamedTuple):
    """How one level of a list is numbered."""

    format: str = "decimal"
    text: str = "%1."
    start: int = 1


def whole(text: str | None, otherwise: int = 0) -> int:
    """A number written in an attribute."""
    return int(text) if text and text.isdecimal() and len(text) < 10 else otherwise


class Numbering:
    """The lists that a document defines, and how far each of them has counted."""

    def __init__(self) -> None:
        self._abstract: dict[str, dict[int, _Level]] = defaultdict(dict)
        self._lists: dict[str, str] = {}
        self._counted: dict[str, dict[int, int]] = defaultdict(dict)
        self._open = ""
        self._list = ""
        self._level = 0

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        """Take up the beginning of an element."""
        value = given.get("val", "")
        match tag:
            case "abstractNum":
                self._open = given.get("abstractNumId", "")
            case "num":
                self._list = given.get("numId", "")
            case "abstractNumId":
                self._lists[self._list] = value
            case "lvl" if self._open:
                self._level = whole(given.get("ilvl"))
                self._abstract[self._open][self._level] = _Level()
            case "start" if self._open:
                self._change(start=whole(value, 1))
            case "numFmt" if self._open:
                self._change(format=value)
            case "lvlText" if self._open:
                self._change(text=value)

    def _change(self, **fields: str | int) -> None:
        levels = self._abstract[self._open]
        levels[self._level] = levels.get(self._level, _Level())._replace(**fields)  # type: ignore[arg-type] # each has the type of its field

    def end(self, tag: str) -> None:
        """Take up the end of an element."""
        if tag == "abstractNum":
            self._open = ""

    def marker(self, number: str, level: int) -> str:
        """What Word shows before the next paragraph of a list; nothing if there is no such list."""
        abstract = self._lists.get(number)
        if abstract is None:
            return ""
        levels, counted = self._abstract[abstract], self._counted[abstract]
        here = levels.get(level, _Level())
        counted[level] = counted.get(level, here.start - 1) + 1
        for deeper in [one for one in counted if one > level]:
            del counted[deeper]
        if here.format == "bullet":
            return "• "
        if here.format == "none":
            return ""
        shown = here.text
        for one in range(level + 1):
            form = levels.get(one, _Level())
            value = counted.get(one, form.start)
            shown = shown.replace(f"%{one + 1}", _written(value, form.format))
        return f"{shown} " if shown else ""


def _written(number: int, form: str) -> str:
    match form:
        case "lowerLetter":
            return _letters(number, "a")
        case "upperLetter":
            return _letters(number, "A")
        case "lowerRoman":
            return _roman(number).lower()
        case "upperRoman":
            return _roman(number)
    return str(number)


def _letters(number: int, first: str) -> str:
    """As Word goes on after z: aa, bb."""
    times, place = divmod(max(number, 1) - 1, 26)
    return chr(ord(first) + place) * (min(times, 9) + 1)


def _roman(number: int) -> str:
    signs = zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
    text, number = "", min(number, 3999)
    for size, sign in signs:
        text += sign * (number // size)
        number %= size
    return text


class _Style(NamedTuple):
    """What a style says of its paragraphs."""

    base: str = ""
    number: str = ""
    level: int = 0
    heading: bool = False


class Styles:
    """The styles that a document defines: which of them are headings, which are numbered."""

    def __init__(self) -> None:
        self._styles: dict[str, _Style] = {}
        self._open = ""

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        """Take up the beginning of an element."""
        value = given.get("val", "")
        if tag == "style":
            self._open = given.get("styleId", "")
            self._styles[self._open] = _Style()
        elif self._open:
            style = self._styles[self._open]
            match tag:
                case "basedOn":
                    style = style._replace(base=value)
                case "numId":
                    style = style._replace(number=value)
                case "ilvl":
                    style = style._replace(level=whole(value))
                case "outlineLvl":
                    style = style._replace(heading=whole(value, 9) < 9)
                case "name":
                    named = value.lower().startswith(("heading", "title"))
                    style = style._replace(heading=style.heading or named)
            self._styles[self._open] = style

    def end(self, tag: str) -> None:
        """Take up the end of an element."""
        if tag == "style":
            self._open = ""

    def numbered(self, name: str) -> tuple[str, int]:
        """The list and level of a style, or of the one that it is based on."""
        for _ in range(10):
            style = self._styles.get(name, _Style())
            if style.number or not style.base:
                return style.number, style.level
            name = style.base
        return "", 0

    def is_heading(self, name: str) -> bool:
        """Whether paragraphs of a style are headings."""
        return self._styles.get(name, _Style()).heading
