"""Strategies that draw plans and their parts."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import cache
from typing import Any, get_type_hints

from hypothesis import strategies as st

from plancompare.model import (
    KINDS,
    Deferral,
    Evidence,
    Omission,
    Plan,
    Point,
    Provision,
    Reading,
    Undisclosed,
)
from plancompare.testing.drawing import IDS, values

__all__ = ["evidence", "plans", "points", "provisions", "term_values"]


@cache
def evidence() -> st.SearchStrategy[Evidence]:
    """Evidence that cites shipped sources."""
    return st.builds(
        Evidence,
        sources=st.lists(st.sampled_from(IDS["source"]), min_size=1, unique=True).map(tuple),
        locator=st.none() | st.just("point 6"),
        basis=st.sampled_from(("document-text", "official-statement", "press-report", "inference")),
        checked=st.sampled_from(("two-sources", "one-source", "unverified")),
    )


_READING = Reading.model_validate(
    {"why": "ambiguous-wording", "says": "Another view.", "terms": {"modality": "permission"}}
)

# Made once: to build and check a strategy takes Hypothesis longer than to draw from it.
_CITED = st.lists(evidence(), max_size=1).map(tuple)
_PARTS = st.none() | st.sampled_from(("phase-1", "phase-2"))
_NOTES = st.none() | st.just("A note.")
_ONE_IN_TEN = st.integers(0, 9).map(lambda drawn: drawn == 9)
_HEADINGS = st.none() | st.sampled_from(("Forces", "Territory", "Elections"))


@st.composite
def provisions(
    draw: st.DrawFn, kinds: st.SearchStrategy[type[Provision]] | None = None
) -> Provision:
    """Provisions of every kind known when it is drawn, user-defined ones included.

    `kinds` limits it to some. Every term may be stated or not.
    """
    if kinds is None:
        kinds = st.sampled_from([KINDS[name] for name in sorted(KINDS)])
    kind = draw(kinds)
    fields: dict[str, Any] = {}
    for name in kind.spec.keys:
        fields[name] = draw(_key_values(kind, name))
    for name in kind.spec.terms:
        if name == "modality" or draw(st.booleans()):
            fields[name] = draw(term_values(kind, name))
    fields["part"] = draw(_PARTS)
    fields["evidence"] = draw(_CITED)
    fields["note"] = draw(_NOTES)
    if draw(_ONE_IN_TEN):
        fields["readings"] = (_READING,)
    return kind(**fields)


@cache
def _hints(kind: type[Provision]) -> dict[str, Any]:
    return get_type_hints(kind, include_extras=True)


@cache
def term_values(kind: type[Provision], name: str) -> st.SearchStrategy[Any]:
    """Valid values of one key or term of a kind; None is not among them."""
    return values(_hints(kind)[name])


@cache
def _key_values(kind: type[Provision], name: str) -> st.SearchStrategy[Any]:
    drawn = term_values(kind, name)
    return drawn if kind.model_fields[name].is_required() else st.none() | drawn


@st.composite
def points(draw: st.DrawFn, number: str | None = None) -> Point:
    """Points with up to three provisions of different issues; some have text only."""
    found = draw(st.lists(provisions(), max_size=3, unique_by=lambda one: one.issue))
    return Point(
        number=number or draw(st.integers(1, 40).map(str)),
        heading=draw(_HEADINGS),
        summary=draw(st.none() | st.sampled_from(("Forces leave the line.", "No clause."))),
        provisions=tuple(found),
        evidence=draw(_CITED),
    )


@st.composite
def plans(
    draw: st.DrawFn,
    plan_id: str = "drawn",
    *,
    max_points: int = 5,
    kinds: st.SearchStrategy[type[Provision]] | None = None,
) -> Plan:
    """Plans of up to `max_points` points, fully or partly disclosed; each issue occurs once.

    Partly disclosed ones also omit, defer and keep back issues.
    """
    found = draw(
        st.lists(provisions(kinds), max_size=2 * max_points, unique_by=lambda one: one.issue)
    )
    sizes = draw(st.lists(st.integers(0, 3), min_size=1, max_size=max_points))
    partial = draw(st.booleans())
    made, start = [], 0
    for index, size in enumerate(sizes):
        chosen = found[start:] if index == len(sizes) - 1 else found[start : start + size]
        start += size
        made.append(
            Point(
                number=None if partial and draw(st.booleans()) else str(index + 1),
                heading=draw(_HEADINGS),
                summary=draw(st.none() | st.sampled_from(("Forces leave.", "No clause."))),
                provisions=tuple(chosen),
            )
        )
    lists: dict[str, Any] = {}
    if draw(st.booleans()):
        stated = {one.issue for one in found}
        rest = draw(st.lists(provisions(kinds), max_size=4, unique_by=lambda one: one.issue))
        free = [one.issue for one in rest if one.issue not in stated]
        entries: Sequence[tuple[str, Any]] = (
            ("omits", Omission),
            ("defers", Deferral),
            ("undisclosed", Undisclosed),
        )
        for issue, (name, entry) in zip(free, entries if partial else entries[:2], strict=False):
            more = {"reported": "modified"} if entry is Undisclosed else {}
            lists[name] = (entry(issues=(issue,), **more),)
    return Plan(
        id=plan_id,
        title=draw(st.sampled_from(("A draft", "Another draft"))),
        conflict="russia-ukraine",
        date=draw(st.dates(datetime.date(2025, 1, 1), datetime.date(2025, 12, 31))),
        text_status="reported" if partial else "leaked",
        disclosure="partial" if partial else "full",
        points=tuple(made),
        **lists,
    )
