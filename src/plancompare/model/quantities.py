"""Numbers as plans state them: limits, shares, ratios and money, all exact.

Each is kept in one canonical spelling, so that equal amounts are equal values.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, StringConstraints
from pydantic_core import PydanticCustomError

from plancompare.model.identifiers import PartyId
from plancompare.model.scales import Measure

__all__ = ["Count", "Kilometres", "Limit", "Money", "Ratio", "Share", "Split", "amount_of"]

ABSURD = 10**15


def _number(value: int | str) -> tuple[str, Any, Any]:
    size: Any = Decimal("Infinity") if value == "unlimited" else Fraction(value)
    return "number", size, size


Count = Annotated[int, Field(ge=0, le=ABSURD, strict=True), Measure(_number)]
"""A number of things."""

Limit = Annotated[
    Annotated[int, Field(ge=0, le=ABSURD, strict=True)] | Literal["unlimited"], Measure(_number)
]
"""An upper limit; `unlimited` is a stated clause, above every number."""

Kilometres = Annotated[int, Field(ge=0, le=50_000, strict=True), Measure(_number)]
"""A distance in whole kilometres."""


def _fraction(text: Any) -> Any:
    if isinstance(text, int) and not isinstance(text, bool):
        return str(text)
    if isinstance(text, float):
        raise PydanticCustomError("inexact", "is not an exact fraction")
    return text


def _share(text: str) -> str:
    numerator, _, denominator = text.partition("/")
    if denominator and not int(denominator):
        raise PydanticCustomError("zero_denominator", "divides by zero")
    share = Fraction(int(numerator), int(denominator or 1))
    if share > 1:
        raise PydanticCustomError("share", "is more than the whole")
    return str(share)


Share = Annotated[
    str,
    BeforeValidator(_fraction, json_schema_input_type=int | str),
    StringConstraints(pattern=r"^[0-9]{1,9}(/[0-9]{1,9})?$"),
    AfterValidator(_share),
    Measure(_number),
]
"""A part of a whole as an exact fraction: `1/2`."""


def _reduced(text: str) -> str:
    left, right = map(int, text.split(":"))
    if not right:
        raise PydanticCustomError("zero_denominator", "divides by zero")
    ratio = Fraction(left, right)
    return f"{ratio.numerator}:{ratio.denominator}"


def _ratio(text: str) -> tuple[str, Any, Any]:
    return _number(text.replace(":", "/"))


Ratio = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9]{1,9}:[0-9]{1,9}$"),
    AfterValidator(_reduced),
    Measure(_ratio),
]
"""So many for so many, reduced: `30:1`. In YAML it is written in quotes."""


_MONEY = re.compile(r"^([0-9]{1,18})(?:\.([0-9]{1,6}))?(?:e([0-9]{1,2}))? ([A-Z]{3})$")


def amount_of(money: str) -> tuple[Decimal, str]:
    """The exact amount and the currency of a sum of money.

    >>> amount_of("100e9 USD")
    (Decimal('100000000000'), 'USD')
    """
    number, _, currency = money.partition(" ")
    return Decimal(f"{Decimal(number):f}"), currency


def _canonical_money(text: str) -> str:
    amount, currency = amount_of(text)
    if amount > 10**18:
        raise PydanticCustomError("absurd_amount", "is larger than any sum of money")
    for power in (9, 6):
        number = (amount / 10**power).normalize()
        if number >= 1 and number == round(number, 3):
            return f"{number:f}e{power} {currency}"
    return f"{amount.normalize():f} {currency}"


def _size(money: str) -> tuple[str, Any, Any]:
    if money == "remainder":
        return "remainder", 0, 0
    amount, currency = amount_of(money)
    return currency, amount, amount


Money = Annotated[
    Annotated[
        str,
        StringConstraints(pattern=_MONEY.pattern.replace("(?:", "(")),
        AfterValidator(_canonical_money),
    ]
    | Literal["remainder"],
    Measure(_size),
]
"""An amount in one currency, `100e9 USD`, or `remainder`: what is left of a whole."""


def _pairs(split: Any) -> Any:
    return tuple(sorted(split.items())) if isinstance(split, dict) else split


def _at_most_whole(split: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    if sum(Fraction(share) for _, share in split) > 1:
        raise PydanticCustomError("split", "adds up to more than the whole")
    return split


Split = Annotated[
    tuple[tuple[PartyId, Share], ...],
    BeforeValidator(_pairs, json_schema_input_type=dict[str, int | str]),
    AfterValidator(_at_most_whole),
    PlainSerializer(dict),
]
"""Who gets which share of one whole; what is not named is not stated."""
