"""Provisions that a text may state, proposed from its words: never more than a proposal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice, product
from typing import Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from pydantic import ValidationError

from plancompare.library.document import dumped
from plancompare.library.importing.finding import Find, Names, finds, values
from plancompare.library.library import Library
from plancompare.library.writing import plain
from plancompare.model import KINDS, Plan, Point, Provision
from plancompare.model.identifiers import Refers

__all__ = ["Proposal", "proposals"]

_CUES = {
    "ceasefire": r"cease-?\s?fires?\b|ceases?\s+fire|fire\s+ceases|hostilities\s+(?:shall\s+)?(?:end|cease|stop)|truce",
    "force-ceiling": r"(?:personnel|troops|soldiers|forces).{0,80}(?:limit|cap|ceiling|exceed|more than)"
    r"|(?:limit|cap|ceiling|exceed|more than).{0,80}(?:personnel|troops|soldiers)",
    "force-withdrawal": r"withdraw",
    "foreign-forces": r"foreign\s+(?:troops|forces)",
    "demilitarised-zone": r"demilitari[sz]ed",
    "elections": r"\belections?\b",
    "ratification": r"\bratif",
    "amnesty": r"\bamnest|\bpardon",
    "claims-waiver": r"waive.{0,40}claims|claims.{0,40}waive",
    "sanctions-relief": r"\bsanctions?\b",
    "release-of-persons": r"prisoner|detainee|hostage|captives?\b",
    "security-guarantee": r"(?:security\s+(?:guarantee|assurance))|guarantee.{0,20}security",
    "freedom-of-navigation": r"navigation|\bshipping\b",
    "reconstruction-measure": r"reconstruct|rebuil",
    "frozen-assets": r"(?:frozen|blocked).{0,20}assets|assets.{0,20}(?:frozen|blocked)",
    "compensation": r"\bcompensat|\breparation",
    "organisation-membership": r"\baccession|\bmembership|\bjoin\b",
    "neutral-status": r"\bneutral",
    "nuclear-status": r"non-nuclear|nuclear\s+weapon",
    "legal-force": r"legally\s+binding",
    "implementation-mechanism": r"\bmonitor|\bcommission\b|\bverif",
    "language-status": r"official\s+language",
    "sovereignty": r"\bsovereignty\b",
}
"""Words by which a clause of a kind may be known; for other kinds the words of their own names."""

_WITHIN = re.compile(r"\b(?:with)?in\s*\Z", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|until|before|on)\s*\Z", re.IGNORECASE)
_KEYS_TRIED = 60
_STEM = 6
_DULL = frozenset(("none", "any", "yes", "no", "full", "others", "other"))


class Proposal(NamedTuple):
    """What one point may state: provisions as plain data, and everything said as comment lines."""

    provisions: tuple[Mapping[str, Any], ...]
    comments: tuple[str, ...]


def proposals(plan: Plan, library: Library) -> dict[int, Proposal]:
    """For each point that may state something, by position, what it is; no issue is proposed twice.

    A point with provisions is left alone. The proposals together, taken as they are, give a plan
    that can be read.
    """
    names = Names(library)
    taken = set(plan.stated) | set(plan.listed)
    made: dict[int, Proposal] = {}
    for place, point in enumerate(plan.points):
        text = "\n".join(filter(None, (point.heading, point.text)))
        if point.provisions or not text:
            continue
        found = finds(text, names)
        clauses = list(_clauses(text, found, taken))
        if clauses or found:
            made[place] = Proposal(tuple(clauses), tuple(_comments(point, clauses, found)))
    return made


def _clauses(text: str, found: Sequence[Find], taken: set[str]) -> Iterator[dict[str, Any]]:
    for kind in KINDS.values():
        if not _cue(kind).search(text):
            continue
        clause = _keyed(kind, text, found, taken)
        if clause is not None:
            taken.add(clause.issue)
            yield _with_terms(kind, clause, text, found)


@cache
def _cue(kind: type[Provision]) -> re.Pattern[str]:
    """What a text has to hold for a kind to be proposed."""
    name = kind.model_fields["kind"].default
    words = [word[:_STEM] for word in name.split("-") if len(word) > 3]
    every = "".join(rf"(?=.*\b{re.escape(word)})" for word in words) or r"(?!)"
    pattern = _CUES.get(name, rf"\A{every}")
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


def _valid(kind: type[Provision], fields: Mapping[str, Any]) -> Provision | None:
    try:
        return kind.model_validate(fields)
    except ValidationError:
        return None


def _keyed(
    kind: type[Provision], text: str, found: Sequence[Find], taken: set[str]
) -> Provision | None:
    """A clause of a kind about something that the text names; None where it names no such thing."""
    hints = get_type_hints(kind, include_extras=True)
    required = [name for name in kind.spec.keys if kind.model_fields[name].is_required()]
    choices = [_choices(hints[name], text, found) for name in required]
    for chosen in islice(product(*choices), _KEYS_TRIED):
        clause = _valid(kind, dict(zip(required, chosen, strict=True)))
        if clause is not None and clause.issue not in taken:
            return clause
    return None


def _choices(annotation: Any, text: str, found: Sequence[Find]) -> list[str]:
    """What a text offers for a key: names from the right registers, or words of a fixed list."""
    registers, options = set[Any](), []
    for part in _parts(annotation):
        if isinstance(part, Refers):
            registers.update(part.registers)
        elif get_origin(part) is Literal:
            options += [one for one in get_args(part) if isinstance(one, str)]
    named = [str(one) for one in values(found, *registers)]
    pair = ["+".join(sorted(named[:2]))] if "party" in registers and len(named) > 1 else []
    return [*named, *pair, *(one for one in options if _says(text, one))]


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in (*get_args(annotation), *getattr(annotation, "__metadata__", ())):
        if get_origin(annotation) is not Literal:
            yield from _parts(part)


def _says(text: str, option: str) -> bool:
    if option in _DULL:
        return False
    words = r"[\s-]+".join(map(re.escape, option.split("-")))
    return re.search(rf"\b{words}", text, re.IGNORECASE) is not None


def _with_terms(
    kind: type[Provision], clause: Provision, text: str, found: Sequence[Find]
) -> dict[str, Any]:
    """The clause as plain data, with every term for which the text offers a fitting value."""
    given: dict[str, Any] = plain(clause)
    hints = get_type_hints(kind)
    for name in kind.spec.terms:
        for value in _offers(name, hints[name], text, found):
            made = _valid(kind, {**given, name: value})
            if made is not None:
                given = plain(made)
                break
    return given


def _offers(name: str, annotation: Any, text: str, found: Iterable[Find]) -> Iterator[Any]:
    """What the text offers for a term, by what the term is called and what it may hold."""
    found = list(found)
    if name == "deadline":
        for one in found:
            before = text[max(0, one.place - 12) : one.place]
            if one.sort == "duration" and _WITHIN.search(before):
                yield {"within": one.value}
            elif one.sort == "date" and _BY.search(before):
                yield {"on": one.value}
        return
    if name in ("modality", "conditions"):
        return
    options = [
        option
        for part in _parts(annotation)
        if get_origin(part) is Literal
        for option in get_args(part)
        if isinstance(option, str) and _says(text, option)
    ]
    yield from options
    yield from values(found, *(("distance",) if name.endswith("_km") else ("number",)))
    yield from values(found, "money")
    yield from values(found, "share")
    for one in found:
        if one.sort == "duration" and not _WITHIN.search(text[max(0, one.place - 12) : one.place]):
            yield {"length": one.value}


def _comments(point: Point, clauses: Sequence[Any], found: Sequence[Find]) -> Iterator[str]:
    """Lines for the file: what was found, then provisions that hold once the # is taken out."""
    if found:
        said = "; ".join(dict.fromkeys(_found(one) for one in found))
        yield f"Found in the text: {said}"
    if clauses:
        yield "Proposed from its words, not checked; correct, cite a source, take out the #:"
        yield from dumped({"provisions": list(clauses)}).splitlines()


def _found(one: Find) -> str:
    """What the text says, and how a file would, where that differs."""
    words = " ".join(one.words.split())
    return words if words == str(one.value) else f"{words} = {one.value}"
