"""What is held against each file of positions once it can be read: one function per rule."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import islice, product
from typing import Any

from plancompare.errors import InvalidFileError, nearest
from plancompare.library.library import Library
from plancompare.library.node import Part
from plancompare.library.rules import CITE, AuditRule, Finding, dangling, faults_of_issue
from plancompare.model import KINDS, Position, Predicate, Provision, Stakeholder, last_day
from plancompare.model.scales import Chains
from plancompare.model.term_tests import Test

__all__ = ["STAKEHOLDER_RULES"]

_WITNESSES = 5_000


def _cited(stakeholder: Stakeholder, library: Library) -> Iterator[Finding]:
    for name in ("positions", "statements"):
        for index, one in enumerate(getattr(stakeholder, name)):
            if not one.evidence:
                yield Finding((name, index, "evidence"), f"{one.id} cites no source", CITE)


def _said_in_the_past(stakeholder: Stakeholder, library: Library) -> Iterator[Finding]:
    today = datetime.date.today()  # noqa: DTZ011 - a calendar day, in the user's own place
    for name in ("positions", "statements"):
        for index, one in enumerate(getattr(stakeholder, name)):
            first = (*map(int, one.stated_on.split("-")), 1, 1)[:3]
            if datetime.date(*first) > today:
                what = f"{one.stated_on} lies in the future"
                yield Finding(
                    (name, index, "stated_on"), what, "write the day on which it was said"
                )


def _known_issues(stakeholder: Stakeholder, library: Library) -> Iterator[Finding]:
    listed: list[tuple[tuple[Part, ...], str]] = [
        (("not_found",), issue) for issue in stakeholder.not_found
    ]
    listed += [
        (("positions", index, "issues"), issue)
        for index, position in enumerate(stakeholder.positions)
        for issue in position.issues
    ]
    for place, issue in listed:
        for _, what, remedy in faults_of_issue(issue, library):
            yield Finding((*place, issue), what, remedy)


def _not_found_stays_empty(stakeholder: Stakeholder, library: Library) -> Iterator[Finding]:
    named = {issue: one.id for one in stakeholder.positions for issue in one.issues}
    for issue in stakeholder.not_found:
        if issue in named:
            what = f"{named[issue]} is a public statement on it"
            yield Finding(("not_found", issue), what, "take the issue out of not_found")


def _known_values(stakeholder: Stakeholder, library: Library) -> Iterator[Finding]:
    """Parties, places and events that a predicate names."""
    for index, position in enumerate(stakeholder.positions):
        for name, wish in position.predicates.items():
            for test in wish.tests:
                values = test.value if test.op in ("one_of", "none_of") else (test.value,)
                for value in values:
                    for found in dangling(_clause(position, {test.term: value}), library):
                        yield found._replace(place=("positions", index, name, *found.place))


def _supersedes(stakeholder: Stakeholder, library: Library) -> Iterator[Finding]:
    said = {
        one.id: (last_day(one.stated_on), index) for index, one in enumerate(stakeholder.positions)
    }
    for index, position in enumerate(stakeholder.positions):
        for old in position.supersedes:
            place = ("positions", index, "supersedes", old)
            if old not in said:
                yield Finding(place, f"there is no position {old!r}", nearest(old, said))
            elif said[old] >= said[position.id]:
                what = f"{old} was not said before {position.id}"
                remedy = "a position can supersede earlier ones only, on one day those above it"
                yield Finding(place, what, remedy)


def _unique(stakeholder: Stakeholder, library: Library) -> Iterator[Finding]:
    """Ids are unique among all stakeholders, so that a joint position can be told from another."""
    try:
        files = library.stakeholders
    except InvalidFileError:  # one of the files is faulty, which is reported of that file
        return
    for name in ("positions", "statements"):
        taken = {
            one.id: other
            for other, file in files.items()
            if other != stakeholder.party
            for one in getattr(file, name)
            if stakeholder.party not in one.joint_with
        }
        for index, one in enumerate(getattr(stakeholder, name)):
            if (other := taken.get(one.id)) and other not in one.joint_with:
                what = f"the id {one.id!r} is taken in the file of {other}"
                yield Finding((name, index, "id"), what, "rename one of the two")


def _decides_on_absence(stakeholder: Stakeholder, library: Library) -> Iterator[Finding]:
    """Whether silence crosses a line is said, not guessed, where more or less is at stake."""
    for index, position in enumerate(stakeholder.positions):
        ordered = any(test.ordered for test in position.rejected.tests)
        named = any(
            one.presence == "absent"
            for other in stakeholder.positions
            if set(other.issues) & set(position.issues)
            for wish in other.predicates.values()
            for one in wish.alternatives
        )
        if position.is_red_line and ordered and not named and not position.on_absence:
            what = "it is not said whether a plan without a clause crosses the line"
            remedy = "put absent on a list, or say in on_absence: why silence does not cross it"
            yield Finding(("positions", index, "rejects"), what, remedy)


def _coherent(stakeholder: Stakeholder, library: Library) -> Iterator[Finding]:
    """What is wanted can be had, and is not wholly ruled out by the same statement."""
    for index, position in enumerate(stakeholder.positions):
        wishes = position.predicates
        for name, wish in wishes.items():
            for alternative in wish.alternatives:
                place = ("positions", index, name)
                found = list(_witnesses(Predicate((alternative,)), position))
                if not found:
                    if alternative.presence is None and all(map(_enumerable, alternative.tests)):
                        what = f"no clause can meet it: {alternative}"
                        yield Finding(place, what, "correct the tests")
                elif name != "rejects" and all(map(wishes["rejects"].holds, found)):
                    what = f"contradicts rejects: {alternative}"
                    yield Finding(place, what, "correct one of the two")


def _enumerable(test: Test) -> bool:
    known = isinstance(test.scale.scale, Chains) or isinstance(test.value, int)
    return known or test.op == "equals" or test.value == "unlimited"


def _witnesses(wish: Predicate, position: Position) -> Iterator[dict[str, Any] | None]:
    """Contents that meet a predicate, made of the values that the position itself mentions."""
    if wish.holds(None):
        yield None
    values: dict[str, dict[str, Any]] = {}
    for one in position.predicates.values():
        for test in one.tests:
            known = values.setdefault(test.term, {})
            known.update((repr(value), value) for value in _mentioned(test))
    combined = product(*(one.values() for one in values.values()))
    for chosen in islice(combined, _WITNESSES):
        content = vars(_clause(position, dict(zip(values, chosen, strict=True))))
        if wish.holds(content):
            yield content


def _mentioned(test: Test) -> Iterator[Any]:
    yield from test.value if test.op in ("one_of", "none_of") else (test.value,)
    if isinstance(test.scale.scale, Chains):
        yield from (value for chain in test.scale.scale.chains for value in chain)
    elif test.scale.is_set:
        yield ()
    elif isinstance(test.value, int):
        yield test.value + 1
        yield max(test.value - 1, 0)
    elif test.value == "unlimited":
        yield 0


def _clause(position: Position, terms: dict[str, Any]) -> Provision:
    kind = KINDS[position.kind]
    return kind.model_construct(**{**dict.fromkeys(kind.spec.keys), **terms})


STAKEHOLDER_RULES: tuple[AuditRule[Stakeholder], ...] = (
    dangling,
    _cited,
    _said_in_the_past,
    _known_issues,
    _not_found_stays_empty,
    _known_values,
    _supersedes,
    _unique,
    _decides_on_absence,
    _coherent,
)
