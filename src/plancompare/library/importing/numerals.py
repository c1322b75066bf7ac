"""Numerals as texts print them: in figures of any script, Roman, as letters or in words."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Literal, NamedTuple

__all__ = ["TENS", "Numeral", "numeral", "numerals"]

System = Literal["figure", "word", "upper roman", "lower roman", "upper letter", "lower letter"]

_CARDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_OTHERS = (  # German, French, Spanish, Russian, Ukrainian
    "erstens zweitens drittens viertens fünftens sechstens siebtens achtens neuntens zehntens",
    "eins zwei drei vier fünf sechs sieben acht neun zehn",
    "premièrement deuxièmement troisièmement quatrièmement cinquièmement sixièmement",
    "primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo",
    "первое второе третье четвёртое пятое шестое седьмое восьмое девятое десятое",
    "во-первых во-вторых в-третьих в-четвёртых в-пятых в-шестых в-седьмых в-восьмых",
    "перше друге третє четверте п'яте шосте сьоме восьме дев'яте десяте",
    "по-перше по-друге по-третє по-четверте по-п'яте по-шосте по-сьоме по-восьме",
)
_WORDS = {
    word: value
    for row in (_CARDINALS, _ORDINALS, *_OTHERS)
    for value, word in enumerate(row.split(), 1)
}
_WORDS |= {f"{word}ly": value for value, word in enumerate(_ORDINALS.split(), 1)}
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_WORDS |= {
    f"{tens}{joint}{unit}": base + value
    for tens, base in TENS.items()
    for joint in ("-", " ")
    for row in (_CARDINALS, _ORDINALS)
    for value, unit in enumerate(row.split()[:9], 1)
}
_WORDS |= {**TENS, "thirtieth": 30}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ALPHABETS = ("abcdefghijklmnopqrstuvwxyz", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", "αβγδεζηθικλμ")
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"


class Numeral(NamedTuple):
    """A numeral as one way to read it: its system, its value, and the label of a point with it."""

    system: System
    value: int
    label: str


def numeral(text: str) -> int | None:
    """The value of a numeral in figures of any script, or in words; None for anything else.

    >>> [numeral(one) for one in ("12", "١٢", "十二", "③", "twenty-one", "Third", "x")]
    [12, 12, 12, 3, 21, 3, None]
    """
    if text.isdecimal():
        return int(text)
    values = [unicodedata.numeric(one, None) for one in text]
    if values and None not in values:
        return _spelt([float(value or 0) for value in values])
    return _WORDS.get(text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))


def _spelt(values: list[float]) -> int | None:
    """A number of signs that have a value each, such as 三 and 十 for thirty."""
    if len(values) == 1:
        return int(values[0]) if values[0].is_integer() else None
    total, unit = 0, 0.0
    for value in values:
        if value == 10:
            total += int(unit or 1) * 10
            unit = 0
        elif value < 10 and not unit:
            unit = value
        else:
            return None
    return total + int(unit)


@lru_cache(maxsize=1024)
def numerals(text: str) -> tuple[Numeral, ...]:
    """Every way to read a numeral, the likeliest first: `i` is a Roman one, or a letter.

    >>> [one.system for one in numerals("i")]
    ['lower roman', 'lower letter']
    """
    value = numeral(text)
    if value is not None:
        return (
            Numeral("word" if text[0].isalpha() and len(text) > 2 else "figure", value, str(value)),
        )
    lower = text.casefold()
    if text not in (lower, text.upper()):
        return ()
    case: Literal["lower", "upper"] = "lower" if text == lower else "upper"
    found = []
    if len(text) <= 7 and (roman := _roman(lower)):
        system: System = "lower roman" if case == "lower" else "upper roman"
        found.append(Numeral(system, roman, text))
    if len(text) == 1:
        system = "lower letter" if case == "lower" else "upper letter"
        found += [
            Numeral(
                system,
                letters.index(lower) + 1,
                text if text.isascii() else str(letters.index(lower) + 1),
            )
            for letters in (*_ALPHABETS, _RUSSIAN)
            if lower in letters
        ]
    return tuple(dict.fromkeys(found))


def _roman(text: str) -> int | None:
    """The value of a Roman numeral in lower case, written as it should be."""
    if any(one not in _ROMAN for one in text):
        return None
    values = [_ROMAN[one] for one in text]
    total = sum(
        -value if any(value < other for other in values[place + 1 : place + 2]) else value
        for place, value in enumerate(values)
    )
    return total if _in_roman(total) == text else None


def _in_roman(value: int) -> str:
    signs = (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    )
    text = ""
    for size, sign in signs:
        text += sign * (value // size)
        value %= size
    return text
