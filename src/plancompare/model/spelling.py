"""Values of terms in words, for people."""

from __future__ import annotations

import re
from typing import Any

__all__ = ["spell"]

_POWERS = {"e9": " billion", "e6": " million"}
_MONEY = re.compile(r"^([0-9]+(?:\.[0-9]+)?)(e9|e6)? ([A-Z]{3})$")


def spell(value: Any, silence: str = "not stated") -> str:
    """A term's value in words; ids and names of values stay as they are.

    >>> [spell(one) for one in (600000, "100e9 USD", ("nato", "russia"), None, ())]
    ['600,000', '100 billion USD', 'nato, russia', 'not stated', 'none']
    """
    if value is None:
        return silence
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, str):
        if money := _MONEY.match(value):
            return f"{money[1]}{_POWERS.get(money[2], '')} {money[3]}"
        return value
    if isinstance(value, tuple):
        if value and isinstance(value[0], tuple):  # a split
            return ", ".join(f"{who} {share}" for who, share in value)
        return ", ".join(map(spell, value)) or "none"
    return str(value)
