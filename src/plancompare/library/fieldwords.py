"""The types of fields in words, with an example of each: for the codebook and for forms."""

from __future__ import annotations

import datetime
import re
import types
import typing
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Union

from pydantic import ValidationError

from plancompare.model import (
    Count,
    Deadline,
    Event,
    Kilometres,
    Limit,
    Money,
    PartialDate,
    PartyGroup,
    Provision,
    Ratio,
    Share,
    Span,
    Split,
)
from plancompare.model.identifiers import IssueId, Label, Refers, Slug
from plancompare.model.terms import Mark
from plancompare.model.text import Quote, Text
from plancompare.model.timing import Day, Duration

__all__ = ["examples_of", "values_in_words"]

_KNOWN: tuple[tuple[Any, str, Any], ...] = (
    (Limit, "a whole number, or unlimited", 1000),
    (Count, "a whole number", 1000),
    (Kilometres, "whole kilometres", 30),
    (Share, "a fraction, such as 1/2", "1/2"),
    (Ratio, 'so many for so many, such as "2:1"', "2:1"),
    (Money, "an amount and a currency, such as 100e9 USD, or remainder", "100e6 USD"),
    (Split, "a share for each party", {"a-party": "1/2"}),
    (Duration, "a length of time, such as 100 days", "100 days"),
    (Event, "an event, optionally by and against parties", "an-event"),
    (Span, "a length of time, until an event, or indefinite", {"length": "100 days"}),
    (
        Deadline,
        "on a date, within a time, promptly, or before an event; optionally after one",
        {"within": "100 days"},
    ),
    (PartialDate, "a date, such as 2025-11-20 or 2025-11", "2025-11"),
    (Day, "a date, such as 2025-11-20", "2025-11-20"),
    (PartyGroup, "parties joined by +", "a-party+b-party"),
    (IssueId, "an issue, such as force-ceiling/ukraine", "force-ceiling/a-party"),
    (Label, "a number as printed", "1"),
    (Slug, "a name in lower case with hyphens", "a-name"),
    (Quote, "a few quoted words", "a few words"),
    (Text, "text", "some text"),
    (datetime.date, "a date, such as 2025-11-20", "2025-11-20"),
    (bool, "true or false", True),
    (int, "a whole number", 1),
    (float, "a number", 1.5),
    (str, "text", "some text"),
)
_FORMS = ("a-name", "en", "1", "https://example.org")
"""Examples to try for text of a certain form."""

_ARTICLES = {"event": "an"}


def values_in_words(annotation: Any) -> str:
    """What a field may hold.

    >>> values_in_words(Literal["yes", "no"])
    'yes, no'
    """
    bare = _bare(annotation)
    known = _known(bare)
    if known:
        return known[0]
    origin, arguments = typing.get_origin(bare), typing.get_args(bare)
    if origin is Annotated:
        example = _of_a_form(arguments)
        return (
            _referred(arguments)
            or (f"text such as {example}" if example else "")
            or values_in_words(arguments[0])
        )
    if origin is Literal:
        return ", ".join(map(str, arguments))
    if origin in (Union, types.UnionType):
        return ", or ".join(values_in_words(one) for one in arguments if one is not type(None))
    if origin in (tuple, list, set, frozenset):
        return f"any of: {values_in_words(arguments[0])}"
    return str(getattr(bare, "__name__", bare)).lower()


def _referred(arguments: tuple[Any, ...]) -> str:
    names = [name for one in arguments if isinstance(one, Refers) for name in one.registers]
    return " or ".join(f"{_ARTICLES.get(name, 'a')} {name}" for name in names)


def _patterns(arguments: tuple[Any, ...]) -> list[str]:
    return [found for one in arguments if (found := getattr(one, "pattern", None))]


def _of_a_form(arguments: tuple[Any, ...]) -> str | None:
    """Text that matches the patterns among some annotations, if there are any."""
    patterns = _patterns(arguments)
    fitting = (one for one in _FORMS if all(re.search(pattern, one) for pattern in patterns))
    return next(fitting, None) if patterns else None


def _bare(annotation: Any) -> Any:
    """An annotation without what only says which part of a provision it is."""
    while typing.get_origin(annotation) is Annotated:
        inner, *extras = typing.get_args(annotation)
        kept = tuple(one for one in extras if not isinstance(one, Mark))
        if len(kept) == len(extras):
            break
        annotation = Annotated[(inner, *kept)] if kept else inner
    if typing.get_origin(annotation) in (Union, types.UnionType):
        members = [one for one in typing.get_args(annotation) if one is not type(None)]
        if len(members) == 1:
            return _bare(members[0])
    return annotation


def _known(annotation: Any) -> tuple[str, Any] | None:
    for known, words, example in _KNOWN:
        if annotation is known or annotation == known:
            return words, example
    return None


def examples_of(kind: type[Provision]) -> Mapping[str, Any]:
    """A form to fill in: a value for each key and term of a kind for which one is known."""
    found: dict[str, Any] = {}
    for name in (*kind.spec.keys, *kind.spec.terms):
        is_key = name in kind.spec.keys
        example = _example(kind.model_fields[name].rebuild_annotation())
        wanted = kind.model_fields[name].is_required() if is_key else name not in _SHARED
        if wanted and example is not None:
            found[name] = example
    try:
        kind.model_validate(found)
    except ValidationError as error:
        for one in error.errors(include_url=False):
            if one["loc"]:
                found.pop(str(one["loc"][0]), None)
    return found


_SHARED = frozenset(Provision.spec.terms)


def _example(annotation: Any) -> Any:
    bare = _bare(annotation)
    known = _known(bare)
    if known:
        return known[1]
    origin, arguments = typing.get_origin(bare), typing.get_args(bare)
    if origin is Annotated:
        words = _referred(arguments)
        if words:
            return words.partition(" or ")[0].replace(" ", "-")
        return _of_a_form(arguments) if _patterns(arguments) else _example(arguments[0])
    if origin is Literal:
        return arguments[0]
    if origin in (Union, types.UnionType):
        return _example(arguments[0])
    if origin in (tuple, list, set, frozenset):
        member = _example(arguments[0])
        return None if member is None else [member]
    return None
