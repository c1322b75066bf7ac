"""Predicates as files write them, read against the terms of a kind."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from plancompare.errors import nearest
from plancompare.model.faults import Fault
from plancompare.model.predicates import ABSENT, PRESENT, Alternative, Predicate
from plancompare.model.provision import Provision
from plancompare.model.scales import Chains
from plancompare.model.term_tests import OPS, ORDERED, Test
from plancompare.model.terms import TermSpec, Unordered

__all__ = ["parse_predicate"]

Place = tuple[str | int, ...]


def parse_predicate(given: Any, kind: type[Provision]) -> tuple[Predicate, tuple[Fault, ...]]:
    """A predicate on clauses of a kind, and every fault found in it.

    A file writes `present`, `absent`, a mapping of terms to tests that must all hold, or a list of
    these, of which any will do.

    >>> from plancompare.model import ForceCeiling
    >>> str(parse_predicate(["absent", {"personnel": {"at_least": 800000}}], ForceCeiling)[0])
    'absent; or personnel at least 800000'
    """
    reader = _Reader(kind)
    if isinstance(given, list):
        found = [reader.alternative(one, (index,)) for index, one in enumerate(given)]
    else:
        found = [reader.alternative(given, ())]
    return Predicate(tuple(dict.fromkeys(filter(None, found)))), tuple(reader.faults)


@dataclass
class _Reader:
    """Reads the tests of one predicate, and keeps what is wrong with them."""

    kind: type[Provision]
    faults: list[Fault] = field(default_factory=list)

    def refuse(self, place: Place, what: str, remedy: str) -> None:
        self.faults.append(Fault(place, what, remedy))

    def alternative(self, given: Any, place: Place) -> Alternative | None:
        if given in ("present", "absent"):
            return PRESENT if given == "present" else ABSENT
        if isinstance(given, Mapping) and given:
            return Alternative(None, tuple(self.tests(given, place)))
        self.refuse(place, "is no predicate", "write present, absent, or term: {test: value}")
        return None

    def tests(self, given: Mapping[str, Any], place: Place) -> Iterator[Test]:
        terms = self.kind.spec.terms
        for term, tests in given.items():
            if (spec := terms.get(term)) is None:
                name = self.kind.model_fields["kind"].default
                self.refuse(
                    (*place, term), f"{name} has no term {term!r}", nearest(str(term), terms)
                )
            elif isinstance(tests, Mapping) and tests:
                for op, value in tests.items():
                    if (one := self.test(spec, op, value, (*place, term, op))) is not None:
                        yield one
            else:
                self.refuse((*place, term), "names no test", f"write {term}: {{equals: value}}")

    def test(self, spec: TermSpec, op: Any, value: Any, place: Place) -> Test | None:
        if misfit := _misfit(op, spec):
            self.refuse(place, *misfit)
            return None
        many = op in ("one_of", "none_of")
        if (many or op in ("includes", "excludes")) and not (isinstance(value, list) and value):
            self.refuse(place, "names nothing", f"write {op}: [one, other]")
            return None
        places = [(*place, index) for index in range(len(value))] if many else [place]
        values = value if many else [value]
        read = [self.value(spec, one, at) for one, at in zip(values, places, strict=True)]
        if None in read:
            return None
        scale = spec.scale
        if op in ORDERED and isinstance(scale, Chains):
            on_chain = any(read[0] in chain for chain in scale.chains)
            if not on_chain:
                order = "; ".join(" < ".join(chain) for chain in scale.chains)
                self.refuse(place, f"{value!r} is not on the scale", f"write a value of {order}")
                return None
        return Test(spec.name, op, tuple(read) if many else read[0], spec)

    def value(self, spec: TermSpec, given: Any, place: Place) -> Any:
        """A value as the term has it; None with a fault noted."""
        try:
            value = _adapter(self.kind, spec.name).validate_json(json.dumps(given))
        except ValidationError as error:
            value, what = None, error.errors()[0]["msg"]
        else:
            what = "names nothing"
        if value is None:
            remedy = f"write a value as {spec.name} has it in a plan"
            self.refuse(place, f"{given!r} does not fit: {what}", remedy)
        return value


def _misfit(op: Any, spec: TermSpec) -> tuple[str, str] | None:
    if op not in OPS:
        return f"there is no test {op!r}", nearest(str(op), OPS)
    if op in ("includes", "excludes") and not spec.is_set:
        return f"{spec.name} is not a set", "use equals, differs, one_of or none_of"
    if op in ORDERED and spec.is_set:
        return f"{spec.name} is a set, which has no more and less", "use includes or excludes"
    if op in ORDERED and isinstance(spec.scale, Unordered):
        return f"the values of {spec.name} have no order", "use equals, differs, one_of or none_of"
    return None


@cache
def _adapter(kind: type[Provision], term: str) -> TypeAdapter[Any]:
    annotation: Any = kind.model_fields[term].annotation
    return TypeAdapter(annotation)
