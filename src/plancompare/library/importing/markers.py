"""What opens an item at the beginning of a line: `1.`, `(a)`, `Point 3:`, `ii)`, a bullet."""

from __future__ import annotations

import re
from typing import NamedTuple

from plancompare.library.importing.numerals import TENS, Numeral, numeral, numerals

__all__ = ["Marker", "Readings", "Style", "marker"]

_UNITS = (
    "point|item|article|clause|paragraph|principle|punkt|artikel|paragraf|punto|artículo|"
    "пункт|стаття|статья|№|no\\.?"
)
_DIVISIONS = "section|part|chapter|title|abschnitt|teil|titre|partie|розділ|раздел|частина|часть"
_BULLETS = "-*+•‣⁃◦∙·▪▫●○■□▶►➢➤✓–—"
_NUMERAL = r"[^\W_]+(?:[-'\u2019 ][^\W\d_]+)?"
_SIGNS = r"\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3220-\u3229"  # such as those in circles
_CAPITAL = r"(?-i:[^\W\da-zа-яёіїєґ_])"
_MARKER = re.compile(
    rf"""\s*(?:
      (?:(?P<unit>{_UNITS})|(?P<division>{_DIVISIONS}))\s{{0,4}}(?P<worded>{_NUMERAL}?)
      (?P<end>[.):](?=\s|$)|\s?[\u2013\u2014-](?=\s)|(?=\s*$|\s+{_CAPITAL}))
    | (?P<levels>\d{{1,3}}(?:\.\d{{1,3}}){{1,4}}(?:[.)](?=\s|$)|(?=\s+{_CAPITAL})))
    | (?P<open>[(\[（]?)(?P<figure>\d{{1,3}}|[一二三四五六七八九十]{{1,3}})\s?
      (?P<close>[.):\]．）、：]{{1,2}}|[\u2013\u2014-](?=\s))(?=\s|$|[^\W\d_])
    | (?P<sign>[{_SIGNS}])
    | 第(?P<counted>[^\W_]{{1,5}}?)[条條章节節项項款點点](?:[.:、：]|(?=\s|$))
    | (?P<bare>\d{{1,3}})(?:\s+(?={_CAPITAL})|\s*$)
    | (?P<bracket>[(\[]?)(?P<sequence>[^\W\d_]{{1,7}})(?P<shut>[.)\]]{{1,2}})(?=\s|$)
    | (?P<word>[^\W\d_]{{2,}}(?:[-'\u2019 ][^\W\d_]+)?)(?P<stop>[.,:)])(?=\s|$)
    | (?P<bullet>[{_BULLETS}])(?=\s)
    )""",
    re.VERBOSE | re.IGNORECASE,
)


_PROSE = re.compile(rf"\s*(?!第)([^\W\d_{_SIGNS}]+)\s")
_LEADS = frozenset((*_UNITS.split("|"), *_DIVISIONS.split("|"), "no", *TENS))
"""The words that a marker of more than one word can begin with."""


class Style(NamedTuple):
    """What markers of one list have in common: the system of numerals, and what is around them."""

    system: str
    around: str = ""


class Marker(NamedTuple):
    """A marker: as printed, where the text after it begins, its indent, every way to read it."""

    printed: str
    end: int
    indent: int
    readings: tuple[tuple[Style, int, str], ...]
    """Style, value and label; a bullet has the value 0 and no label."""


Readings = tuple[tuple[Style, int, str], ...]


def marker(line: str, known: dict[str, Readings] | None = None) -> Marker | None:
    """The marker that a line begins with, if there is one.

    `known` remembers how markers are read, since most of a text's stand in it many times.

    >>> found = marker("  b) the crossings;")
    >>> found.printed, found.indent, found.readings[0]
    ('b)', 2, (Style(system='lower letter', around=')'), 2, 'b'))
    >>> marker("The parties agree.") is None
    True
    """
    prose = _PROSE.match(line)
    if prose is not None and prose[1].casefold() not in _LEADS:
        return None
    found = _MARKER.match(line)
    if found is None:
        return None
    whole = found[0]
    readings = known.get(whole) if known is not None else None
    if readings is None:
        readings = _readings(found)
        if known is not None:
            known[whole] = readings
    if not readings:
        return None
    printed = whole.strip()
    start = whole.index(printed)
    return Marker(printed, len(whole), len(whole[:start].expandtabs(4)), readings)


def _readings(found: re.Match[str]) -> Readings:
    match found.lastgroup:
        case "end":
            name = "worded " if found["unit"] else "division "
            unit = found["unit"] or found["division"]
            return _styled(numerals(found["worded"].strip()), name, unit.casefold())
        case "levels":
            numbers = [*map(int, found["levels"].rstrip(".)").split("."))]
            return ((Style("levels"), numbers[-1], ".".join(map(str, numbers))),)
        case "close":
            return _styled(numerals(found["figure"]), "", found["open"] + found["close"][:1])
        case "sign":
            return _styled(numerals(found["sign"]), "", "")
        case "counted":
            return _styled(numerals(found["counted"]), "worded ", "第")
        case "bare":
            return _styled(numerals(found["bare"]), "bare ", "")
        case "shut":
            around = found["bracket"] + found["shut"][:1]
            return _styled(numerals(found["sequence"]), "", around)
        case "stop":
            value = numeral(found["word"])
            return () if value is None else ((Style("word"), value, str(value)),)
    return ((Style("bullet", found["bullet"]), 0, ""),)


def _styled(
    readings: tuple[Numeral, ...], before: str, around: str
) -> tuple[tuple[Style, int, str], ...]:
    return tuple(
        (Style(before + system, around), value, label) for system, value, label in readings
    )
