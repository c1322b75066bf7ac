"""Validation errors as problems: where in the file, what is wrong, what to do."""

from __future__ import annotations

import re
import typing
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError

from plancompare.errors import MOST_PROBLEMS, Problem, listed, nearest, shown
from plancompare.library.node import Part, Spot
from plancompare.library.own_kinds import known_kinds
from plancompare.library.tree import Tree
from plancompare.model import KINDS, Provision
from plancompare.model.evidence import TODO
from plancompare.model.faults import FAULTS

__all__ = ["UNWRITTEN", "explain"]


_UNKNOWN_KIND = re.compile("unknown kind '(.*)'")


class Words(NamedTuple):
    """What is wrong, and what to do."""

    what: str
    remedy: str


UNWRITTEN = "is still to be written"
"""What is said of a place where `TODO` stands."""

_QUOTE = "put it in quotes"
_WHOLE = ("a whole number", "write digits only, such as 600000")
_TEXT = ("text", "write text, or leave the field out")
_LIST = ("a list", "write [a, b], or one item per line after a hyphen")
_MAPPING = ("a mapping", "write name: value")
_DATE = ("a date", "write it like 2025-11-20")
_NOT_A = {
    "int_type": _WHOLE,
    "string_type": _TEXT,
    "tuple_type": _LIST,
    "dict_type": _MAPPING,
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "date_type": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
    "bool_type": ("true or false", "write true or false"),
    "bool_parsing": ("true or false", "write true or false"),
}

_FORMS = (
    (r"^[a-z0-9]+(-[a-z0-9]+)*$", "a name in lower case with hyphens, such as united-states"),
    ("hour|day|week", "a length of time, such as 100 days, 1 month or 10 years"),
    ("[A-Z]{3}", "an amount and a currency, such as 100e9 USD"),
    ("/[0-9]", "a fraction, such as 1/2"),
    (":[0-9]", 'a ratio in quotes, such as "30:1"'),
    ("[12][0-9]{3}", "a date such as 2025-11-20 or 2025-11"),
    ("https?", "a web address that begins with https://"),
    ("[a-z]{2,3}", "the code of a language, such as en"),
    ("[.-]?", "a number as printed, such as 6, 10a or II.3"),
    ("#", "an issue, such as force-ceiling/ukraine"),
    (r"\+", "names joined by +, such as russia+ukraine"),
)

_SAID = {
    "missing": ("the field {name!r} is missing", "add it"),
    "string_too_long": ("is longer than {max_length} characters", "shorten it"),
    "too_short": ("is empty", "name at least one"),
    "greater_than_equal": ("{seen} is out of range", "write at least {ge}"),
    "less_than_equal": ("{seen} is out of range", "write at most {le}"),
    "other": ("{seen} is refused: {message}", "see the schema of the file"),
}

_REMEDIES = {
    "hidden_character": "delete it, or describe it in words",
    "blank_text": "write something, or leave the field out",
    "repeated_member": "name it once",
    "party_group": "name those between whom it is agreed",
    "exactly_one": "keep one of them",
    "closed_group": "name its members, or leave out closed",
    "partial_date": "correct the date",
    "zero_denominator": "correct the number",
    "inexact": "write it as one, such as 2/3",
    "share": "write at most 1",
    "split": "correct the shares",
    "absurd_amount": "correct the amount",
    "overrides": "write name: value for each term that is read otherwise",
}


def explain(
    document: Tree, model: type[BaseModel], error: ValidationError
) -> list[tuple[Spot, Problem]]:
    """The faults that a validation found, the first few hundred of them, and their spots.

    The branches of a union all complain of one value; that is one fault.
    """
    spots: dict[Any, Spot] = {}
    said: dict[Any, list[Words]] = {}
    for one in islice(error.errors(include_url=False), MOST_PROBLEMS + 1):
        for place, words in _explained(document, model, one):
            spot = document.root.spot(place)
            apart = words if one["type"] in ("missing", FAULTS) else None
            spots[spot.where, apart] = spot
            said.setdefault((spot.where, apart), []).append(words)
    return [(spot, document.problem_in(spot, *_united(said[key]))) for key, spot in spots.items()]


def _without_kinds(place: tuple[Part, ...]) -> Iterator[Part]:
    """A place without the kinds of provisions, which are no steps in a file."""
    for index, part in enumerate(place):
        if place[max(index - 2, 0) : index][:1] != ("provisions",):
            yield part


def _united(said: list[Words]) -> Words:
    """What all branches of a union say, as one."""
    (what, remedy), *others = said
    for _, other in others:
        if other.startswith("did you mean"):
            return Words(what, other)
        remedy = f"{remedy}, or {other.removeprefix('write ')}"
    return Words(what, remedy)


def _explained(
    document: Tree, model: type[BaseModel], error: Any
) -> Iterator[tuple[tuple[Part, ...], Words]]:
    kind, context = error["type"], error.get("ctx", {})
    place = tuple(_without_kinds(error["loc"]))
    name = str(place[-1]) if place else ""
    if kind == FAULTS:
        for fault in context["faults"]:
            found = _UNKNOWN_KIND.fullmatch(fault.what)
            remedy = _kinds_near(document, found[1]) if found else fault.remedy
            yield (*place, *fault.place), Words(fault.what, remedy)
    elif kind == "extra_forbidden":
        fields = _fields_at(model, error["loc"][:-1])
        remedy = nearest(name, fields, f"the fields here are {', '.join(fields)}")
        yield place, Words(f"unknown field {name!r}", remedy)
    elif kind == "union_tag_invalid":
        tag = context["tag"]
        what = UNWRITTEN if tag == TODO else f"unknown kind {tag!r}"
        yield (*place, "kind"), Words(what, _kinds_near(document, tag))
    else:
        words = _words(name, error)
        yield place, words._replace(what=UNWRITTEN) if error["input"] == TODO else words


def _kinds_near(document: Tree, name: str) -> str:
    folder = Path(document.name).parent
    return known_kinds(name, [*document.near, folder, folder.parent])


def _words(name: str, error: Any) -> Words:
    kind, message, given = error["type"], error["msg"], error["input"]
    context = {"name": name, "seen": _seen(given), "message": message, **error.get("ctx", {})}
    if kind == "union_tag_not_found":
        return Words("has no kind", f"add kind: and one of {', '.join(sorted(KINDS))}")
    if kind == "literal_error":
        known = context["expected"].strip("'").replace("' or '", "', '").split("', '")
        remedy = f"write {'one of ' if len(known) > 1 else ''}{listed(known)}"
        what = f"{context['seen']} is not a value of this field"
        return Words(what, nearest(str(given), known, remedy))
    if kind == "string_pattern_mismatch":
        forms = (form for sign, form in _FORMS if sign in context["pattern"])
        form = next(forms, f"text that matches {context['pattern']}")
        return Words(f"{context['seen']} does not have the right form", f"write {form}")
    if kind in _NOT_A:
        what, remedy = _NOT_A[kind]
        quotable = what == "text" and isinstance(given, int | float)
        return Words(f"{context['seen']} is not {what}", _QUOTE if quotable else remedy)
    if kind in _REMEDIES:
        return Words(message, _REMEDIES[kind])
    what, remedy = _SAID.get(kind, _SAID["other"])
    return Words(what.format_map(context), remedy.format_map(context))


def _seen(given: Any) -> str:
    """What stands in the file, in words."""
    match given:
        case None:
            return "nothing"
        case bool():
            return str(given).lower()
        case dict():
            return "a mapping"
        case list() | tuple():
            return "a list"
    return shown(repr(given), 80)


def _fields_at(model: Any, place: Iterable[Any]) -> list[str]:
    """The fields that the mapping at a place may have."""
    for part in place:
        if model is Provision and part in KINDS:
            model = KINDS[part]
        elif isinstance(part, str) and part in getattr(model, "model_fields", {}):
            model = next(_models(model.model_fields[part].annotation), None)
    return list(getattr(model, "model_fields", {}))


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in typing.get_args(annotation):
        yield from _models(argument)
