"""What claims from a source rest on, as far as a plan shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, get_args

from pydantic import BaseModel

from plancompare.errors import PlancompareError, listed
from plancompare.model import Evidence, Plan
from plancompare.model.evidence import Basis

__all__ = ["basis_in"]


def basis_in(plan: Plan, sources: Iterable[str]) -> Basis:
    """The one basis of every claim of a plan that cites some sources.

    Raises `PlancompareError` where a source is not cited yet, or on more than one basis.

    >>> import plancompare
    >>> basis_in(plancompare.load("us-28"), ["liga-2025-11-20"])
    'official-statement'
    """
    found: dict[Basis, None] = {}
    for source in sources:
        bases = {one.basis: None for one in _evidence(plan) if source in one.sources}
        if not bases:
            what = f"{plan.id} does not cite {source} yet, so what the claim rests on is not known"
            raise _refused(what, get_args(Basis))
        found |= bases
    if len(found) > 1:
        order = [one for one in get_args(Basis) if one in found]
        raise _refused(f"{plan.id} cites {', '.join(sources)} as {' and as '.join(order)}", order)
    return next(iter(found))


def _refused(what: str, choices: Iterable[str]) -> PlancompareError:
    return PlancompareError(f"{what}; say it with --basis: {listed(list(choices))}")


def _evidence(value: Any) -> Iterator[Evidence]:
    """Every piece of evidence inside a value."""
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _evidence(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _evidence(one)
