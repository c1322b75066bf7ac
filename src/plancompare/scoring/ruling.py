"""The verdict on one content of a clause, from what was ruled out, refused, wished and accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from operator import itemgetter
from typing import Any, TypeAlias

from plancompare.model import Position
from plancompare.model.predicates import any_of
from plancompare.model.term_tests import Content, Groups, Judge, Truth

__all__ = ["Ruling", "Verdict"]


class Verdict(StrEnum):
    """How a plan's treatment of an issue stands to a position."""

    PREFERRED = "preferred"
    ACCEPTABLE = "acceptable"
    CONTRARY = "contrary"
    REJECTED = "rejected"
    UNADDRESSED = "unaddressed"
    OPEN = "open"


_Rule: TypeAlias = Callable[[Content, bool], Verdict]

_QUESTIONS = ("rules out", "rejects", "prefers", "accepts")
_PREFERRED, _ACCEPTABLE, _CONTRARY, _REJECTED, _UNADDRESSED, _OPEN = Verdict


class Ruling:
    """What follows for any content of a clause from the positions that bear on it.

    `rule` gives the verdict on a content, in a text that is partly disclosed or not. That depends on
    nothing but the values of the terms that were spoken of, which drafts of one plan mostly share:
    `known` has a place for what was found for such `values_of` a content, in a full text and in a
    partly disclosed one.
    """

    __slots__ = ("known", "rule", "values_of")

    def __init__(self, positions: Iterable[Position], groups: Groups) -> None:
        judges: dict[str, list[Judge]] = {name: [] for name in _QUESTIONS}
        terms: set[str] = set()
        for one in positions:
            for name, predicate in one.predicates.items():
                if predicate:
                    question = "rules out" if name == "rejects" and one.is_red_line else name
                    judges[question].append(predicate.judge)
                    terms.update(predicate.terms)
        asked = (any_of(some) if some else None for some in judges.values())
        self.rule = _rule(groups, *asked)
        self.values_of: Callable[[Mapping[str, Any]], Any] = itemgetter(
            *(sorted(terms) or ["kind"])
        )
        self.known: tuple[dict[Any, Verdict], dict[Any, Verdict]] = {}, {}


def _rule(  # noqa: C901 - four questions in a row
    groups: Groups,
    ruled_out: Judge | None,
    refused: Judge | None,
    wished: Judge | None,
    accepted: Judge | None,
) -> _Rule:
    """What follows for any content: a red line is judged first, then lesser refusals, then what
    was wished.
    """

    def rule(content: Content, partial: bool) -> Verdict:
        refusal: Truth = False
        if ruled_out is not None:
            truth = ruled_out(content, groups, partial)
            if truth is not False:
                return _REJECTED if truth else _OPEN
        if refused is not None:
            refusal = refused(content, groups, partial)
            if refusal:
                return _CONTRARY
        if wished is not None:
            truth = wished(content, groups, partial)
            if truth is not False:
                return _PREFERRED if truth and refusal is False else _OPEN
        if accepted is not None:
            truth = accepted(content, groups, partial)
            if truth is not False:
                return _ACCEPTABLE if truth and refusal is False else _OPEN
        if wished is not None or (accepted is not None and content is not None):
            return _CONTRARY  # whether it was refused or not
        return _UNADDRESSED if refusal is False else _OPEN

    return rule
