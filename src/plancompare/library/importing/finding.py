"""What in a text may be a term of a clause: sums, shares, numbers, times, dates, and known names."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from plancompare.library.importing.numerals import numeral
from plancompare.library.library import Library
from plancompare.model.identifiers import Register

__all__ = ["Find", "Names", "finds"]

Sort = Literal["money", "share", "duration", "date", "distance", "number"] | Register

_POWERS = {"thousand": 3, "million": 6, "mn": 6, "billion": 9, "bn": 9, "trillion": 12}
_CURRENCIES = {
    "$": "USD", "us$": "USD", "dollars": "USD", "dollar": "USD", "usd": "USD",
    "€": "EUR", "euros": "EUR", "euro": "EUR", "eur": "EUR",
    "£": "GBP", "pounds": "GBP", "gbp": "GBP",
}  # fmt: skip
_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_MONTHS = _MONTH.split("|")
_NUMBER = r"\d{1,3}(?:[,\u00a0\u202f' ]\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d{1,6})?"
_POWER = "|".join(_POWERS)
_PATTERN = re.compile(
    rf"""
      (?P<sign>US\$|[$€£]|\b(?:USD|EUR|GBP))\s?(?P<sum>{_NUMBER})(?:\s?(?P<sum_power>{_POWER})\b)?
    | (?P<day>\d{{1,2}})\s(?P<month>{_MONTH})\s(?P<year>[12]\d{{3}})
    | (?P<month_first>{_MONTH})\s(?P<day_after>\d{{1,2}}),\s(?P<year_after>[12]\d{{3}})
    | (?P<iso>[12]\d{{3}}-\d\d-\d\d)
    | (?<![\w.,-])(?P<number>{_NUMBER})(?:[\s-]?(?P<power>{_POWER})\b)?
      (?:\s?(?P<share>%|per\ ?cent)
        |[\s-](?P<unit>hour|day|week|month|year)s?\b
        |[\s-]?(?P<distance>km\b|kilomet(?:er|re)s?\b)
        |\s(?P<currency>dollars?|euros?|pounds|USD|EUR|GBP)\b)?
    | \b(?P<word>[a-z]+(?:-[a-z]+)?)[\s-](?P<word_unit>hour|day|week|month|year)s?\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Find(NamedTuple):
    """Something found: what sort of thing, its value as a file would hold it, its words, where."""

    sort: Sort
    value: str | int
    words: str
    place: int


class Names:
    """The names of parties, places and treaties in a library, to be looked for in texts."""

    def __init__(self, library: Library) -> None:
        registers: tuple[Register, ...] = ("party", "place", "treaty")
        self._ids: dict[str, tuple[Register, str]] = {}
        for register in registers:
            for entry in library.entries(register).values():
                for name in filter(None, (entry.names.en, entry.names.uk, entry.names.ru)):
                    self._ids.setdefault(name.casefold(), (register, entry.id))
        longest_first = sorted(self._ids, key=lambda name: (-len(name), name))
        either = "|".join(map(re.escape, longest_first)) or r"(?!)"
        self._pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)

    def find(self, text: str) -> Iterator[Find]:
        """Every known name in a text."""
        for found in self._pattern.finditer(text):
            known = self._ids.get(found[0].casefold())
            if known is not None:
                yield Find(known[0], known[1], found[0], found.start())


def finds(text: str, names: Names) -> list[Find]:
    """What a text may say in terms, in its order."""
    found = [one for match in _PATTERN.finditer(text) if (one := _find(match)) is not None]
    return sorted([*found, *names.find(text)], key=lambda one: one.place)


def _find(found: re.Match[str]) -> Find | None:
    given: Mapping[str, str | None] = found.groupdict()
    made = _value(given)
    return None if made is None else Find(made[0], made[1], found[0].strip(), found.start())


def _value(given: Mapping[str, str | None]) -> tuple[Sort, str | int] | None:
    if given["sum"]:
        return _money(given["sum"], given["sum_power"], given["sign"] or "")
    if date := _date(given):
        return "date", date
    if unit := given["unit"] or given["word_unit"]:
        count = given["number"] if given["unit"] else str(numeral(given["word"] or "") or "")
        return _duration(count or "", unit.lower())
    if not given["number"]:
        return None
    amount = _amount(given["number"], given["power"])
    if given["currency"]:
        return _money(given["number"], given["power"], given["currency"])
    if given["share"]:
        share = Fraction(amount) / 100
        return ("share", str(share)) if share <= 1 else None
    if amount != int(amount):
        return None
    return "distance" if given["distance"] else "number", int(amount)


def _amount(number: str, power: str | None) -> Decimal:
    plain = re.sub(r"[^\d.]", "", number)
    return Decimal(plain).scaleb(_POWERS[power.lower()] if power else 0)


def _money(number: str, power: str | None, currency: str) -> tuple[Sort, str]:
    return "money", f"{_amount(number, power):f} {_CURRENCIES[currency.lower()]}"


def _duration(count: str, unit: str) -> tuple[Sort, str] | None:
    if not count.isdecimal() or not 0 < int(count) < 10**6:
        return None
    return "duration", f"{int(count)} {unit}{'s' * (int(count) != 1)}"


def _date(given: Mapping[str, str | None]) -> str | None:
    if iso := given["iso"]:
        year, month, day = map(int, iso.split("-"))
    elif given["month"] or given["month_first"]:
        name = given["month"] or given["month_first"] or ""
        month = _MONTHS.index(name.lower()) + 1
        year = int(given["year"] or given["year_after"] or 0)
        day = int(given["day"] or given["day_after"] or 0)
    else:
        return None
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def values(found: Iterable[Find], *sorts: Sort) -> list[str | int]:
    """The different values of some sorts, in the order of the text."""
    return list(dict.fromkeys(one.value for one in found if one.sort in sorts))
