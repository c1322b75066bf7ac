"""A kind of one's own is held to every law that concerns it."""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal

import pytest
from hypothesis import find, settings
from hypothesis import strategies as st

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
from plancompare.model import Deadline, Kilometres, Money, Ratio, Share, Shift, Span
from plancompare.testing import (
    check_kind,
    edited_plans,
    forget_kind,
    plans,
    provisions,
    revisions,
    term_values,
    values,
)


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
    class Crooked(type(chain("a", "b"))):  # type: ignore[misc]
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
        check_kind(Plan)  # type: ignore[arg-type]

    class Vague(Provision):
        """A term of bytes."""

        kind: Literal["vague"] = "vague"
        topic: ClassVar[str] = "military"
        seal: Term[bytes] = None

    with pytest.raises(TypeError, match=r"Vague\.seal: no strategy for <class 'bytes'>"):
        check_kind(Vague)


def test_forgetting_what_is_not_known_is_an_error() -> None:
    with pytest.raises(UnknownIdError, match="unknown kind 'Plan'"):
        forget_kind(Plan)  # type: ignore[arg-type]


@pytest.mark.parametrize("model", [Plan, Point, Provision, Evidence])
def test_hypothesis_draws_the_model_by_its_types(model: type) -> None:
    quick = settings(max_examples=50, database=None)
    assert isinstance(find(st.from_type(model), lambda _: True, settings=quick), model)


@pytest.mark.parametrize(
    "type_",
    [Money, Ratio, Share, Span, Deadline, Evidence, int, bool, str, SetOf[PartyId], int | str],
)
def test_values_of_every_type_of_the_library_can_be_drawn(type_: Any) -> None:
    assert find(values(type_), lambda _: True, settings=settings(database=None)) is not None


def test_the_strategies_reach_every_kind() -> None:
    """Each kind by itself; the general strategy samples from exactly these."""
    for name, kind in sorted(KINDS.items()):
        found = find(provisions(st.just(kind)), lambda _: True, settings=settings(database=None))
        assert found.kind == name
        for term in kind.spec.terms:
            assert not term_values(kind, term).is_empty


@pytest.mark.parametrize("wanted", [one for one in ChangeKind if one is not ChangeKind.KEPT])
def test_the_strategies_reach_every_kind_of_change(wanted: ChangeKind) -> None:
    pairs = st.one_of(
        edited_plans().map(lambda one: (one.before, one.after)),
        edited_plans().map(lambda one: (one.after, one.before)),
        st.tuples(plans("one"), plans("other")),
    )
    find(
        pairs,
        lambda pair: any(one.change is wanted for one in diff(*pair).changes),
        settings=settings(max_examples=2000, database=None),
    )


def test_revisions_share_a_base_and_differ_in_id() -> None:
    base, *made = find(revisions(3), lambda _: True, settings=settings(database=None))
    assert [one.revises for one in made] == [base.id] * 3
    assert len({one.id for one in made}) == 3
