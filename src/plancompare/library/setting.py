"""One term of one clause, set in place, with the source that shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from plancompare.errors import InvalidFileError, PlancompareError, Problem, nearest, shown
from plancompare.library.document import Document, dumped
from plancompare.library.editing import edited
from plancompare.library.library import Library
from plancompare.library.node import Part
from plancompare.library.opening import open_yaml
from plancompare.library.reading import examine
from plancompare.library.rules import dangling
from plancompare.library.writing import plain, replace_text
from plancompare.model import Plan, Provision

__all__ = ["UNSET", "Clause", "parsed", "set_term"]

UNSET = object()
"""As a value: the term is taken out."""


def parsed(text: str) -> Any:
    """A value as it would stand in a file. Raises `InvalidFileError` where it is not YAML.

    >>> parsed("{within: 30 days, after: signature}")
    {'within': '30 days', 'after': 'signature'}
    """
    if text.strip() in ("", "~", "null"):
        raise PlancompareError("VALUE is empty; give --unset to take the term out")
    document = Document("VALUE", text)
    if document.faults:
        raise InvalidFileError(document.faults)
    return document.root.data


class Clause(NamedTuple):
    """A clause of a file, with its place there and in the plan as far as it can be read."""

    document: Document
    plan: Plan
    problems: list[Problem]
    place: tuple[Part, ...]
    provision: Provision

    @classmethod
    def find(cls, path: Path | str, issue: str) -> Clause:
        """The clause on an issue. Raises `PlancompareError` where the file states none."""
        document = open_yaml(path)
        plan, problems = examine(document, Plan)
        if plan is None:
            raise InvalidFileError(problems)
        for index, point in enumerate(plan.points):
            for position, provision in enumerate(point.provisions):
                if provision.issue == issue:
                    place = ("points", index, "provisions", position)
                    return cls(document, plan, problems, place, provision)
        what = f"{shown(str(path))}: states no issue {shown(issue, 200)}"
        remedy = nearest(issue, plan.stated, "write the clause into its point first")
        raise PlancompareError(f"{what}; {remedy}")

    @property
    def written_at(self) -> tuple[Part, ...]:
        """The place in the file, where parts that cannot be read are counted."""
        spot = self.document.root.spot(self.place)
        _, _, point, _ = spot.above
        return ("points", point.index, "provisions", spot.node.index)

    def problem(self, where: str, what: str, remedy: str) -> Problem:
        """A problem of the clause as it would be, at the place of the clause as it is."""
        field = re.split(r"[.\[]", where)[0]
        spot = self.document.root.spot((*self.place, field))
        found = self.document.problem_in(spot, what, remedy)
        return replace(found, where=f"{self.provision.issue} {where}", todo=False)

    def with_(self, provision: Provision) -> Plan:
        """The plan with another clause in this place."""
        _, index, _, position = self.place
        points = [*self.plan.points]
        provisions = [*points[int(index)].provisions]
        provisions[int(position)] = provision
        points[int(index)] = points[int(index)].model_copy(update={"provisions": provisions})
        return self.plan.model_copy(update={"points": points})


def set_term(
    path: Path | str,
    issue: str,
    term: str,
    value: Any,
    evidence: dict[str, Any] | None = None,
    *,
    library: Library,
) -> tuple[Provision, Provision]:
    """Set a term in the file of a plan, and add to the clause the evidence for it.

    Comments, order and blank lines stay. Nothing is written unless the clause is sound and all it
    refers to is known; otherwise `InvalidFileError` names every fault. Evidence may be left out
    only while the clause cites nothing. Gives the clause before and after.
    """
    clause = Clause.find(path, issue)
    before = clause.provision
    _can_be_set(before, term, value, evidence)
    data = plain(before)
    data.pop(term, None)
    if value is not UNSET:
        data[term] = value
    if evidence and not any(_covers(one, evidence) for one in data.get("evidence", ())):
        data["evidence"] = [*data.get("evidence", ()), evidence]
    after, problems = examine(Document(path, dumped(data)), type(before))
    found = [clause.problem(one.where, one.what, one.remedy) for one in problems]
    if after is not None:
        found += _unknown(clause, after, term, library)
    if found or after is None:
        raise InvalidFileError(found)
    old, new = plain(before, todo=True), plain(after, todo=True)
    text = edited(clause.document.text, old, new, clause.written_at)
    replace_text(path, text, clause.with_(after), clause.problems)
    return before, after


def _can_be_set(
    provision: Provision, term: str, value: Any, evidence: dict[str, Any] | None
) -> None:
    spec, kind = provision.spec, provision.kind
    if term in (*spec.keys, "kind", "part"):
        remedy = "write another clause into the file"
        raise PlancompareError(f"{term} says which issue it is, and is not a term; {remedy}")
    if term not in spec.terms:
        remedy = nearest(term, spec.terms, f"its terms are {', '.join(spec.terms)}")
        raise PlancompareError(f"{kind} has no term {shown(repr(term), 200)}; {remedy}")
    if value is UNSET and type(provision).model_fields[term].default is not None:
        raise PlancompareError(f"{term} is always stated; set another value")
    if evidence is None and provision.evidence:
        what = f"{provision.issue} cites sources, which may not show the change"
        raise PlancompareError(f"{what}; name one that does with --source")


def _covers(known: dict[str, Any], wanted: dict[str, Any]) -> bool:
    """Whether evidence says the same already, and cites these sources among its own."""
    rest = {**known, "sources": wanted["sources"]}
    return rest == wanted and {*wanted["sources"]} <= {*known["sources"]}


def _unknown(clause: Clause, after: Provision, term: str, library: Library) -> Iterator[Problem]:
    """What the term or the evidence refers to and is not known."""
    for place, what, remedy in dangling(after, library):
        if place[0] in (term, "evidence"):
            yield clause.problem(str(place[0]), what, remedy)
