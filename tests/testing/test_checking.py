"""A kind of one's own is held to every law that concerns it."""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from plancompare import (
    KINDS,
    ChangeKind,
    Evidence,
    Key,
    NoneIfSilent,
    Obligor,
    PartyId,
    PlaceId,
    Plan,
    Point,
    Provision,
    SetOf,
    Term,
    UnknownIdError,
    chain,
    diff,
)
from plancompare.model import (
    Day,
    Deadline,
    Kilometres,
    Money,
    Names,
    Ratio,
    Share,
    Shift,
    Slug,
    Span,
)
from plancompare.testing import (
    check_kind,
    edited_plans,
    forget_kind,
    plans,
    points,
    provisions,
    revisions,
    values,
)


def drawn(strategy: st.SearchStrategy[Any], examples: int = 5) -> list[Any]:
    """Some values of a strategy, the same in every run."""
    found: list[Any] = []

    @settings(max_examples=examples, database=None, derandomize=True, phases=[Phase.generate])
    @given(strategy)
    def collect(value: Any) -> None:
        found.append(value)

    collect()
    return found


@pytest.fixture
def forget() -> Iterator[None]:
    """Kinds defined in a test are forgotten after it."""
    before = set(KINDS)
    yield
    for name in set(KINDS) - before:
        forget_kind(KINDS[name])


@pytest.mark.usefixtures("forget")
def test_a_sound_kind_passes() -> None:
    class TankZone(Provision):
        """How many tanks may be in a zone."""

        kind: Literal["tank-zone"] = "tank-zone"
        topic: ClassVar[str] = "zones"

        zone: Key[PlaceId]
        party: Key[Obligor[PartyId | None]] = None
        depth_km: Term[Kilometres] = None
        watched_by: NoneIfSilent[Term[SetOf[PartyId]]] = None

    check_kind(TankZone, examples=5)


@pytest.mark.usefixtures("forget")
def test_a_scale_that_does_not_invert_is_named_with_its_values() -> None:
    class Crooked(type(chain("a", "b"))):  # type: ignore[misc] # a scale made on the fly
        def shift(self, before: Any, after: Any) -> Shift:
            return Shift.RAISED

    crooked = Crooked((("low", "high"),), Shift.RAISED, Shift.LOWERED)

    class Alert(Provision):
        """Level of alert."""

        kind: Literal["alert"] = "alert"
        topic: ClassVar[str] = "military"

        party: Key[PartyId]
        level: Term[Annotated[Literal["low", "high"], crooked]] = None

    with pytest.raises(AssertionError, match="alert breaks a law, diff_mirrors"):
        check_kind(Alert, examples=40)


@pytest.mark.usefixtures("forget")
def test_what_is_no_kind_or_cannot_be_drawn_is_a_type_error() -> None:
    class Between(Provision):
        """No kind by itself."""

    with pytest.raises(TypeError, match="Between is not a known kind"):
        check_kind(Between)
    with pytest.raises(TypeError, match="is no kind; define a subclass of Provision"):
        check_kind(Plan)  # type: ignore[arg-type] # wrong on purpose

    class Vague(Provision):
        """A term of bytes."""

        kind: Literal["vague"] = "vague"
        topic: ClassVar[str] = "military"
        seal: Term[bytes] = None

    with pytest.raises(TypeError, match=r"Vague\.seal: no strategy for <class 'bytes'>"):
        check_kind(Vague)


def test_forgetting_what_is_not_known_is_an_error() -> None:
    with pytest.raises(UnknownIdError, match="unknown kind 'Plan'"):
        forget_kind(Plan)  # type: ignore[arg-type] # wrong on purpose


@pytest.mark.parametrize("model", [Plan, Point, Provision, Evidence])
def test_hypothesis_draws_the_model_by_its_types(model: type) -> None:
    assert all(isinstance(one, model) for one in drawn(st.from_type(model)))


@pytest.mark.parametrize(
    "type_",
    [
        Money,
        Ratio,
        Share,
        Span,
        Deadline,
        Evidence,
        int,
        bool,
        str,
        SetOf[PartyId],
        int | str,
        Day,
        Slug,
        Names,
    ],
)
def test_values_of_every_type_of_the_library_can_be_drawn(type_: Any) -> None:
    valid = TypeAdapter(type_)
    for one in drawn(values(type_)):
        valid.validate_python(one)


def test_a_type_without_a_strategy_is_refused() -> None:
    with pytest.raises(TypeError, match="no strategy for <class 'bytes'>"):
        values(bytes)


def test_the_strategies_reach_every_kind_and_every_term() -> None:
    """Each kind by itself; the general strategy samples from exactly these."""
    for name, kind in sorted(KINDS.items()):
        found = drawn(provisions(st.just(kind)), 40)
        assert {one.kind for one in found} == {name}
        for term in kind.spec.terms:
            assert any(getattr(one, term) is not None for one in found), (name, term)


def test_the_general_strategy_reaches_every_kind() -> None:
    assert {one.kind for one in drawn(provisions(), 2000)} >= set(KINDS)


def test_the_strategies_reach_every_kind_of_change() -> None:
    pairs = [(one.before, one.after) for one in drawn(edited_plans(), 60)]
    pairs += [(after, before) for before, after in pairs]
    pairs += drawn(st.tuples(plans("one"), plans("other")), 60)
    assert {one.change for pair in pairs for one in diff(*pair).changes} == set(ChangeKind)


def test_revisions_share_a_base_and_differ_in_id() -> None:
    for base, *made in drawn(revisions(3)):
        assert [one.revises for one in made] == [base.id] * 3
        assert len({one.id for one in made}) == 3


def test_points_can_be_drawn_by_themselves() -> None:
    assert all(one.number for one in drawn(points()))
    assert {one.number for one in drawn(points(number="7"))} == {"7"}
