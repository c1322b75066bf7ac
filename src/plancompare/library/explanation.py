"""Validation errors as problems: where in the file, what is wrong, what to do."""

from __future__ import annotations

import typing
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError

from plancompare.errors import Problem
from plancompare.library.document import Document
from plancompare.model import KINDS, Provision
from plancompare.model.faults import FAULTS

__all__ = ["did_you_mean", "explain"]

_MOST = 200

_NOT_A = {
    "int": ("a whole number", "write digits only, such as 600000"),
    "string": ("text", "put it in quotes"),
    "tuple": ("a list", "write [a, b], or one item per line after a hyphen"),
    "dict": ("a mapping", "write name: value"),
    "model": ("a mapping", "write name: value"),
    "model_attributes": ("a mapping", "write name: value"),
    "date": ("a date", "write it like 2025-11-20"),
    "date_from_datetime": ("a date", "write it like 2025-11-20"),
    "bool": ("true or false", "write true or false"),
    "is_instance": ("of the expected form", "see the schema"),
}

_FORMS = (
    (r"^[a-z0-9]+(-[a-z0-9]+)*$", "a name in lower case with hyphens, such as united-states"),
    ("hour|day|week", "a length of time, such as 100 days, 1 month or 10 years"),
    ("[A-Z]{3}", "an amount and a currency, such as 100e9 USD, or remainder"),
    ("/[0-9]", "a fraction, such as 1/2"),
    (":[0-9]", 'a ratio in quotes, such as "30:1"'),
    ("[12][0-9]{3}", "a date such as 2025-11-20 or 2025-11"),
    ("https?", "a web address that begins with https://"),
    (r"\+", "names joined by +, such as russia+ukraine"),
    ("/", "an issue, such as force-ceiling/ukraine"),
)

_REMEDIES = {
    "hidden_character": "delete it, or describe it in words",
    "blank_text": "write something, or leave the field out",
    "repeated_member": "name it once",
    "party_group": "name those between whom it is agreed",
    "exactly_one": "keep one of them",
    "closed_group": "name its members, or leave out closed",
    "partial_date": "correct the date",
    "zero_denominator": "correct the number",
    "share": "write at most 1",
    "split": "correct the shares",
    "absurd_amount": "correct the amount",
    "overrides": "write name: value for each term that is read otherwise",
}


def did_you_mean(name: str, known: Iterable[str], otherwise: str) -> str:
    """A remedy for a name that is not known: the nearest known ones, or something else."""
    near = get_close_matches(name, sorted(known), n=3, cutoff=0.6)
    return f"did you mean {' or '.join(near)}?" if near else otherwise


def explain(document: Document, model: type[BaseModel], error: ValidationError) -> list[Problem]:
    """Every fault that a validation found, each at its place in the file."""
    problems: dict[tuple[int, int, str], Problem] = {}
    for one in error.errors(include_url=False)[:_MOST]:
        for place, what, remedy in _explained(model, one):
            problem = document.problem(place, what, remedy)
            # the branches of a union all complain of one place; the first one that says more wins
            problems.setdefault((problem.line, problem.column, problem.where), problem)
    return sorted(problems.values())


def _explained(model: type[BaseModel], error: Any) -> Iterator[tuple[tuple[Any, ...], str, str]]:
    place, kind, given = error["loc"], error["type"], error.get("input")
    context = error.get("ctx", {})
    if kind == FAULTS:
        for fault in context["faults"]:
            yield (*place, *fault.place), fault.what, fault.remedy
        return
    fields = _fields_at(model, place[:-1])
    yield place, *_said(kind, place, given, context, fields, error["msg"])


def _said(
    kind: str, place: Any, given: Any, context: Any, fields: Iterable[str], message: str
) -> tuple[str, str]:
    shown = f"{given!r}"[:80]
    name = str(place[-1]) if place else ""
    match kind:
        case "missing":
            return f"the field {name!r} is missing", "add it"
        case "extra_forbidden":
            return f"unknown field {name!r}", did_you_mean(
                name, fields, f"the fields here are {', '.join(fields)}"
            )
        case "union_tag_not_found":
            return "has no kind", f"add kind: with one of {', '.join(sorted(KINDS))}"
        case "union_tag_invalid":
            return f"unknown kind {context['tag']!r}", did_you_mean(
                context["tag"], KINDS, f"known kinds are {', '.join(sorted(KINDS))}"
            )
        case "literal_error":
            known = [one.strip("'") for one in context["expected"].replace(" or ", ", ").split(", ")]
            return f"is {shown}, which is not a value of this field", did_you_mean(
                str(given), known, f"write one of {', '.join(known)}"
            )
        case "string_pattern_mismatch":
            form = next(form for sign, form in _FORMS if sign in context["pattern"])
            return f"{shown} does not have the right form", f"write {form}"
        case "string_too_long":
            return f"is longer than {context['max_length']} characters", "shorten it"
        case "too_short":
            return "is empty", "name at least one"
        case "greater_than_equal" | "less_than_equal":
            bound = context.get("ge", context.get("le"))
            side = "least" if "ge" in context else "most"
            return f"{shown} is out of range", f"write at {side} {bound}"
        case "json_invalid":
            return "holds a number or text that cannot be read", "correct it"
    if kind in _REMEDIES:
        return message, _REMEDIES[kind]
    for ending in ("_type", "_parsing", "_from_float", "_inexact", "_of", "_from_datetime_inexact"):
        if (known := _NOT_A.get(kind.removesuffix(ending))) is not None:
            return f"{shown} is not {known[0]}", known[1]
    return message, "see the schema of the file"


def _fields_at(model: Any, place: Iterable[Any]) -> list[str]:
    """The fields that the mapping at a place may have."""
    for part in place:
        if model is Provision and part in KINDS:
            model = KINDS[part]
        elif isinstance(part, str) and part in getattr(model, "model_fields", {}):
            model = next(iter(_models(model.model_fields[part].annotation)), None)
    return list(getattr(model, "model_fields", {}))


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in typing.get_args(annotation):
        yield from _models(argument)
