"""The verdict on one content of a clause, from what was ruled out, refused, wished and accepted."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TypeAlias

from plancompare.model.term_tests import Content, Groups, Judge, Truth

__all__ = ["Ruling", "Verdict", "ruling"]


class Verdict(StrEnum):
    """How a plan's treatment of an issue stands to a position."""

    PREFERRED = "preferred"
    ACCEPTABLE = "acceptable"
    CONTRARY = "contrary"
    REJECTED = "rejected"
    UNADDRESSED = "unaddressed"
    OPEN = "open"


Ruling: TypeAlias = Callable[[Content, Groups, bool], Verdict]
"""Gives the verdict on a content, in a text that is partly disclosed or not."""

_PREFERRED, _ACCEPTABLE, _CONTRARY, _REJECTED, _UNADDRESSED, _OPEN = Verdict


def ruling(  # noqa: C901 - four questions in a row
    ruled_out: Judge | None, refused: Judge | None, wished: Judge | None, accepted: Judge | None
) -> Ruling:
    """What follows for any content: a red line is judged first, then lesser refusals, then what
    was wished.
    """

    def rule(content: Content, groups: Groups, partial: bool) -> Verdict:
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
