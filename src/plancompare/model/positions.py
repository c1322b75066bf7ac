"""What stakeholders said: positions on issues and statements on plans, dated and cited.

Facts only. How a position bears on a plan is derived elsewhere, and what that is worth to whom
stands in a rule.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import Field, model_validator

from plancompare.errors import nearest
from plancompare.model.evidence import Evidence
from plancompare.model.faults import Fault, refuse
from plancompare.model.frozen import Frozen
from plancompare.model.identifiers import PartyId, PlanId, Slug, kind_of_issue
from plancompare.model.patterns import IssuePattern
from plancompare.model.predicate_syntax import parse_predicate
from plancompare.model.predicates import Predicate
from plancompare.model.provision import KINDS
from plancompare.model.scales import SetOf
from plancompare.model.text import Text
from plancompare.model.timing import PartialDate, last_day
from plancompare.model.wishes import Wish, WrittenPredicate

__all__ = ["Position", "Salience", "Stakeholder", "Statement"]

_NOTHING = Wish("[]")


class Salience(Frozen):
    """How much weight a stakeholder gave to an issue in public, and from what that is concluded."""

    level: Literal["high", "medium", "low", "not-assessed"]
    reason: Text


class Position(Frozen):
    """What a stakeholder said it prefers, accepts or rejects on an issue.

    `strength` grades a refusal: *ruled out* is a red line, and `line` says in own words or a short
    quote what was ruled out; a *principle* or a *firm remark* is less. A later statement replaces
    an earlier one only where it `supersedes` it. `on_absence` says why a plan without a clause does
    not cross the line, where `rejects` tests an ordered term and no list names `absent`.

    >>> position = Position(
    ...     id="a-limit", issues=("force-ceiling/ukraine",), says="No limit on forces.",
    ...     rejects={"personnel": {"below": "unlimited"}}, strength="ruled-out",
    ...     line="limits on the size of the forces", on_absence="no clause, no limit",
    ...     stated_on="2025-11-20", speaker="UN mission", confidence="high",
    ...     salience={"level": "high", "reason": "named among the red lines"})
    >>> print(position.rejected)
    personnel below unlimited
    """

    id: Slug
    about: Slug | None = None
    issues: Annotated[SetOf[IssuePattern], Field(min_length=1)]
    says: Text
    prefers: WrittenPredicate = _NOTHING
    accepts: WrittenPredicate = _NOTHING
    rejects: WrittenPredicate = _NOTHING
    strength: Literal["ruled-out", "principle", "firm-remark"] | None = None
    line: Text | None = None
    on_absence: Text | None = None
    salience: Salience
    confidence: Literal["high", "medium", "low"]
    stated_on: PartialDate
    speaker: Text
    joint_with: SetOf[PartyId] = ()
    supersedes: SetOf[Slug] = ()
    evidence: tuple[Evidence, ...] = ()
    note: Text | None = None

    @model_validator(mode="after")
    def _is_coherent(self) -> Self:
        refuse(self._faults())
        return self

    @property
    def kind(self) -> str:
        """The kind of provision of its issues."""
        return kind_of_issue(self.issues[0])

    @property
    def topic(self) -> str:
        """The topic under which its kind is grouped."""
        return KINDS[self.kind].topic

    @cached_property
    def predicates(self) -> dict[str, Predicate]:
        """What it prefers, accepts and rejects, as the terms of the kind read it, in that order."""
        return {name: predicate for name, (predicate, _) in self._read.items()}

    @property
    def preferred(self) -> Predicate:
        """What was called the aim."""
        return self.predicates["prefers"]

    @property
    def accepted(self) -> Predicate:
        """What was called acceptable."""
        return self.predicates["accepts"]

    @property
    def rejected(self) -> Predicate:
        """What was refused; ruled out where `strength` says so."""
        return self.predicates["rejects"]

    @property
    def is_red_line(self) -> bool:
        """Whether the speaker ruled something out."""
        return self.strength == "ruled-out"

    @cached_property
    def inferred(self) -> bool:
        """Whether all of it rests on inference; such a line is counted apart from declared ones."""
        return bool(self.evidence) and all(one.basis == "inference" for one in self.evidence)

    def said_by(self, day: datetime.date) -> bool:
        """Whether it had been said on a day; a month stands for its last day."""
        return last_day(self.stated_on) <= day

    @cached_property
    def _read(self) -> dict[str, tuple[Predicate, tuple[Fault, ...]]]:
        """The predicates, and what is wrong with each."""
        kind, written = KINDS[self.kind], ("prefers", "accepts", "rejects")
        return {name: parse_predicate(getattr(self, name).given, kind) for name in written}

    def _faults(self) -> Iterator[Fault]:
        kinds = {kind_of_issue(issue) for issue in self.issues}
        if len(kinds) > 1:
            what = f"the issues are of {len(kinds)} kinds: {', '.join(sorted(kinds))}"
            yield Fault(("issues",), what, "make one position for each kind")
        name = self.kind
        if name not in KINDS:
            yield Fault(("issues",), f"unknown kind {name!r}", nearest(name, KINDS))
            return
        for field, (_, faults) in self._read.items():
            for fault in faults:
                yield fault._replace(place=(field, *fault.place))
        if not any(getattr(self, field).given for field in self._read):
            remedy = "add one of prefers, accepts or rejects, or list the issue in not_found"
            yield Fault((), "says nothing of the issue", remedy)
        yield from self._faults_of_refusal()

    def _faults_of_refusal(self) -> Iterator[Fault]:
        if self.rejects.given and not self.strength:
            remedy = "grade the refusal: strength: ruled-out, principle or firm-remark"
            yield Fault(("rejects",), "rejects has no strength", remedy)
        if self.strength and not self.rejects.given:
            remedy = "say under rejects what was refused, or take strength out"
            yield Fault(("strength",), "a strength without a refusal", remedy)
        if self.is_red_line and not self.line:
            remedy = "add line: with a paraphrase or a short quote"
            yield Fault(("strength",), "a red line does not say what was ruled out", remedy)
        if self.line and not self.is_red_line:
            yield Fault(("line",), "nothing was ruled out", "take line out, or grade the refusal")


class Statement(Frozen):
    """What a stakeholder said of a plan as a whole; shown beside verdicts, never mixed into them."""

    id: Slug
    plan: PlanId
    stance: Literal[
        "basis",
        "concept",
        "doable",
        "welcomed",
        "accepted-in-part",
        "needs-work",
        "unconstructive",
        "refused",
        "not-discussed",
        "outdated",
        "other",
    ]
    says: Text
    stated_on: PartialDate
    speaker: Text
    joint_with: SetOf[PartyId] = ()
    evidence: tuple[Evidence, ...] = ()
    note: Text | None = None


class Stakeholder(Frozen):
    """The file `positions/<stakeholder>.yaml`: positions and statements of one party.

    What it said together with others stands in one file only and names them in `joint_with`.
    `not_found` lists issues on which a search found no public statement: missing data, not
    indifference.
    """

    party: PartyId
    note: Text | None = None
    not_found: SetOf[IssuePattern] = ()
    positions: tuple[Position, ...] = ()
    statements: tuple[Statement, ...] = ()

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        refuse(self._faults())
        return self

    def _faults(self) -> Iterator[Fault]:
        for name in ("positions", "statements"):
            first: dict[str, int] = {}
            for index, one in enumerate(getattr(self, name)):
                if one.id in first:
                    what = f"the id {one.id!r} stands twice, first at {name}[{first[one.id]}]"
                    yield Fault((name, index, "id"), what, "rename one of the two")
                first.setdefault(one.id, index)

    @cached_property
    def derived(self) -> dict[datetime.date | None, Any]:
        """What has been derived of it as of some day, kept with it and never part of its value."""
        return {}

    def in_effect(self, as_of: datetime.date | None = None) -> tuple[Position, ...]:
        """The positions that hold on a day, or after the last statement on record: those said by
        then, less those that one of them supersedes, each with what was known of it by then.
        """
        said = [one for one in self.positions if as_of is None or one.said_by(as_of)]
        replaced = {old for one in said for old in one.supersedes}
        return tuple(_as_known(one, as_of) for one in said if one.id not in replaced)

    def stated(self, as_of: datetime.date | None = None) -> tuple[Statement, ...]:
        """What had been said of plans as a whole by a day, oldest first."""
        said = [one for one in self.statements if as_of is None or last_day(one.stated_on) <= as_of]
        said.sort(key=lambda one: (last_day(one.stated_on), one.id))
        return tuple(_as_known(one, as_of) for one in said)

    def known_by(self, day: datetime.date) -> Stakeholder:
        """The same with what had been said by a day and was not replaced by then, and nothing else."""
        return self.model_copy(
            update={"positions": self.in_effect(day), "statements": self.stated(day)}
        )

    def without_source(self, source: str) -> Stakeholder:
        """The same without one source: a claim that rests on it alone is gone."""
        return self.model_copy(
            update={
                "positions": tuple(_without(source, self.positions)),
                "statements": tuple(_without(source, self.statements)),
            }
        )


_Claim = TypeVar("_Claim", Position, Statement)


def _as_known(claim: _Claim, as_of: datetime.date | None) -> _Claim:
    """A claim without the evidence of what was said only later, such as a restatement."""
    if as_of is None:
        return claim
    known = tuple(
        one for one in claim.evidence if one.said_on is None or last_day(one.said_on) <= as_of
    )
    if len(known) == len(claim.evidence):
        return claim
    return claim.model_copy(update={"evidence": known or claim.evidence})


def _without(source: str, claims: tuple[Any, ...]) -> Iterator[Any]:
    for claim in claims:
        if not any(source in one.sources for one in claim.evidence):
            yield claim
            continue
        kept = [
            one.model_copy(update={"sources": rest})
            for one in claim.evidence
            if (rest := tuple(name for name in one.sources if name != source))
        ]
        if kept:
            yield claim.model_copy(update={"evidence": tuple(kept)})
