"""Whether a kind of one's own keeps the laws that every kind has to keep."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from plancompare.diffing.amendment import Amendment, PointEdit
from plancompare.diffing.sealing import SealedAmendment
from plancompare.errors import UnknownIdError
from plancompare.model import KINDS, Plan, Point, Provision
from plancompare.testing import laws
from plancompare.testing.edits import one_term_changed
from plancompare.testing.strategies import plans, provisions, term_values

__all__ = ["check_kind", "forget_kind"]


def check_kind(kind: type[Provision], *, examples: int = 20) -> None:
    """Run every law that concerns one kind, on `examples` drawn values for each of them.

    The values are the same in every run. Raises `TypeError` for a class that is no kind, or that
    has a term for which no values can be drawn; `AssertionError` where a law does not hold, with
    the law and the values that break it.
    """
    name = _name(kind)
    drawn = {term: _values(kind, term) for term in (*kind.spec.keys, *kind.spec.terms)}
    own = st.just(kind)
    of_kind = plans(kinds=own, max_points=2)
    pair = st.tuples(of_kind, plans("other", kinds=own, max_points=2))
    for law in laws.OF_A_PLAN:
        _hold(name, law, st.tuples(of_kind), examples)
    for law_of_two in laws.OF_A_PAIR:
        _hold(name, law_of_two, pair, examples)
    _hold(name, laws.one_term_is_one_change, st.tuples(one_term_changed(of_kind)), examples)
    for term, spec in kind.spec.terms.items():

        def words_invert(one: Any, other: Any, spec: Any = spec) -> None:
            """The word for the way back is the inverse of the word for the way there."""
            if one != other:
                assert spec.scale.shift(one, other).inverse is spec.scale.shift(other, one)

        kept = _kept(kind, term)
        _hold(f"{name}, term {term}", words_invert, st.tuples(kept, kept), examples)
    for term in drawn:
        _reached(kind, name, term, examples)


def _name(kind: type[Provision]) -> str:
    if not (isinstance(kind, type) and issubclass(kind, Provision)):
        raise TypeError(f"{kind!r} is no kind; define a subclass of Provision")
    for name, known in KINDS.items():
        if known is kind:
            return name
    raise TypeError(
        f"{kind.__name__} is not a known kind; give it a field kind: Literal['...'] = '...'"
    )


def _values(kind: type[Provision], term: str) -> st.SearchStrategy[Any]:
    try:
        return term_values(kind, term)
    except TypeError as error:
        raise TypeError(
            f"{kind.__name__}.{term}: {error}; declare it with types of plancompare"
        ) from error


def _kept(kind: type[Provision], term: str) -> st.SearchStrategy[Any]:
    """Values of a term as a provision keeps them: validated and in canonical form."""
    return provisions(st.just(kind)).map(lambda one: getattr(one, term)).filter(_is_stated)


def _is_stated(value: object) -> bool:
    return value is not None


def _quiet(examples: int) -> settings:
    return settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        report_multiple_bugs=False,
        phases=[Phase.explicit, Phase.generate, Phase.shrink],
    )


def _hold(
    name: str,
    law: Callable[..., None],
    values: st.SearchStrategy[tuple[Any, ...]],
    examples: int,
) -> None:
    broken: list[tuple[Any, ...]] = []

    @_quiet(examples)
    @given(values)
    def run(drawn: tuple[Any, ...]) -> None:
        try:
            law(*drawn)
        except Exception:
            broken[:] = [drawn]
            raise

    try:
        run()
    except Exception as error:
        words = (law.__doc__ or "").strip().partition("\n")[0]
        shown = "\n".join(f"  {one}" for one in broken[0]) if broken else "  (none could be drawn)"
        raise AssertionError(
            f"{name} breaks a law, {law.__name__}: {words}\n"
            f"{type(error).__name__}: {error}\nfor\n{shown}"
        ) from error


def _reached(kind: type[Provision], name: str, field: str, examples: int) -> None:
    """Refuse a kind one of whose fields is never stated, for then nothing is known of it."""
    found: list[Any] = []

    @_quiet(max(examples, 20))
    @given(provisions(st.just(kind)))
    def run(one: Provision) -> None:
        found.append(getattr(one, field))

    run()
    if not any(one is not None for one in found):
        raise AssertionError(f"{name}: no drawn provision states {field}")


def forget_kind(kind: type[Provision]) -> None:
    """Take a kind out of the known ones again; for tests that define kinds of their own.

    Raises `UnknownIdError` where it is not known.
    """
    names = [name for name, known in KINDS.items() if known is kind]
    if not names:
        raise UnknownIdError("kind", getattr(kind, "__name__", repr(kind)), KINDS)
    del KINDS[names[0]]
    # Each after those it is made of:
    for model in (Point, Plan, PointEdit, Amendment, SealedAmendment):
        model.model_rebuild(force=True)
