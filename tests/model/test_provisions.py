"""Kinds of provision: what a declaration gives, and what a user's own kind gets without more."""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal

import pytest
from pydantic import ValidationError

from plancompare import (
    KINDS,
    Beneficiary,
    Evidence,
    Key,
    NoneIfSilent,
    Obligor,
    PartyId,
    PlaceId,
    Plan,
    Point,
    Provision,
    Reading,
    SetOf,
    Term,
    Treatment,
    chain,
    diff,
)
from plancompare.model import (
    Amnesty,
    ForceCeiling,
    ForceWithdrawal,
    Forfeiture,
    NonAggressionPact,
    SecurityGuarantee,
    TerritorialStatus,
)
from plancompare.model.spelling import spell


@pytest.fixture
def forget() -> Iterator[None]:
    """Kinds defined in a test are forgotten after it."""
    before = dict(KINDS)
    yield
    for name in set(KINDS) - set(before):
        del KINDS[name]
    for model in (Point, Plan):
        model.model_rebuild(force=True)


def plan(*points: Any, **more: Any) -> Any:
    fields = {
        "id": "a",
        "title": "A draft",
        "conflict": "russia-ukraine",
        "date": "2025-11-20",
        "text_status": "leaked",
        "disclosure": "full",
    }
    return Plan(**(fields | more), points=points)


def test_there_are_fifty_kinds_and_each_says_what_it_is_for() -> None:
    shipped = [kind for kind in KINDS.values() if kind.__module__.startswith("plancompare.model")]
    assert len(shipped) == 50
    for kind in shipped:
        assert (kind.__doc__ or "").strip().endswith(".")
        assert 1 <= len(set(kind.spec.terms) - set(Provision.spec.terms)) <= 5


@pytest.mark.parametrize(
    ("provision", "issue"),
    [
        (ForceCeiling(party="ukraine"), "force-ceiling/ukraine"),
        (ForceCeiling(party="ukraine", area="crimea"), "force-ceiling/ukraine/crimea"),
        (Amnesty(), "amnesty"),
        (
            NonAggressionPact(between="ukraine+russia"),
            "non-aggression-pact/russia+ukraine",
        ),
        (
            ForceWithdrawal(force="russia", area="kherson", part="phase-1"),
            "force-withdrawal/russia/kherson#phase-1",
        ),
        (
            Forfeiture(holder="ukraine", benefit="security-guarantee", act="armed-attack"),
            "forfeiture/ukraine/security-guarantee/armed-attack",
        ),
    ],
)
def test_an_issue_is_kind_key_and_part(provision: Any, issue: Any) -> None:
    assert provision.issue == issue


def test_who_owes_and_who_benefits_follows_from_roles() -> None:
    guarantee = SecurityGuarantee(beneficiary="ukraine", guarantors=("others", "united-states"))
    assert guarantee.obligors == ("united-states",)
    assert guarantee.beneficiaries == ("ukraine",)
    assert NonAggressionPact(between="russia+ukraine", other_parties=("nato",)).obligors == (
        "nato",
        "russia",
        "ukraine",
    )
    assert TerritorialStatus(region="crimea").beneficiaries == ()


def test_stated_terms_are_plain_values() -> None:
    ceiling = ForceCeiling.model_validate(
        {"party": "ukraine", "personnel": 800000, "conditions": ["signature"]}
    )
    assert ceiling.terms() == {
        "modality": "commitment",
        "conditions": ["signature"],
        "personnel": 800000,
    }


def test_the_best_check_counts_and_no_evidence_is_unverified() -> None:
    weak = Evidence(sources=("a",), basis="press-report", checked="unverified")
    good = Evidence(sources=("b",), basis="document-text", checked="two-sources")
    assert ForceCeiling(party="ukraine").checked == "unverified"
    assert ForceCeiling(party="ukraine", evidence=(weak, good)).checked == "two-sources"


def test_values_are_frozen_hashable_and_copied_soundly() -> None:
    ceiling = ForceCeiling(party="ukraine", personnel=600000)
    assert ceiling.issue == "force-ceiling/ukraine"  # fills the cache
    moved = ceiling.model_copy(update={"party": "russia"})
    assert moved.issue == "force-ceiling/russia"
    assert hash(ceiling) == hash(ForceCeiling(party="ukraine", personnel=600000))
    with pytest.raises(ValidationError):
        ceiling.personnel = 1
    with pytest.raises(ValidationError):
        ceiling.model_copy(update={"personnel": "many"})


def test_a_reading_overrides_terms() -> None:
    ceiling = ForceCeiling.model_validate(
        {
            "party": "ukraine",
            "personnel": 800000,
            "readings": [
                {"why": "rival-report", "says": "No limit.", "terms": {"personnel": "unlimited"}}
            ],
        }
    )
    (reading,) = ceiling.readings
    assert ceiling.under(reading).personnel == "unlimited"
    assert ceiling.under(reading).readings == ()
    assert dict(reading.terms) == {"personnel": "unlimited"}
    assert len(reading.terms) == 1
    assert repr(reading.terms) == "Overrides({'personnel': 'unlimited'})"
    assert hash(ceiling) == hash(ceiling.model_copy())
    assert hash(reading.model_copy(update={"terms": {"a": [{"b": 1}]}}))


def test_a_reading_of_unknown_terms_or_wrong_values_is_refused() -> None:
    for terms, said in (
        ({"staff": 1}, "force-ceiling has no term 'staff'"),
        ({"personnel": "many"}, "readings.0.terms.personnel"),
        ({"party": "russia"}, "force-ceiling has no term 'party'"),
        ("personnel", "is not a mapping of terms to rival values"),
        ({1: 2}, "is not a mapping of terms to rival values"),
    ):
        with pytest.raises(ValidationError, match=said):
            ForceCeiling.model_validate(
                {
                    "party": "ukraine",
                    "readings": [{"why": "bracketed", "says": "Open.", "terms": terms}],
                }
            )


def test_a_users_own_kind_is_read_compared_and_described(forget: Any) -> None:
    class TankZone(Provision):
        """How many tanks may be in a zone."""

        kind: Literal["tank-zone"] = "tank-zone"
        topic: ClassVar[str] = "zones"

        zone: Key[PlaceId]
        party: Key[Obligor[PartyId | None]] = None
        tanks: Term[int] = None
        watched_by: NoneIfSilent[Beneficiary[Term[SetOf[PartyId]]]] = None

    clause = {"kind": "tank-zone", "zone": "kherson", "tanks": 3}
    before = plan({"number": "1", "provisions": [clause]})
    after = plan({"number": "1", "provisions": [{**clause, "watched_by": ["nato"]}]}, id="b")
    assert isinstance(before.points[0].provisions[0], TankZone)
    assert before.treatment("tank-zone/kherson") is Treatment.STATED
    (change,) = diff(before, after).changes
    assert (str(change), change.topic) == (
        "tank-zone/kherson: watched_by not stated -> nato (introduced)",
        "zones",
    )
    assert "tank-zone" in str(Plan.model_json_schema())


def test_a_kind_that_is_declared_wrongly_is_refused_at_once(forget: Any) -> None:
    with pytest.raises(TypeError, match="kind 'amnesty' is already defined by Amnesty"):

        class Second(Provision):
            kind: Literal["amnesty"] = "amnesty"
            topic: ClassVar[str] = "justice"

    with pytest.raises(TypeError, match="kind 'no-topic' names no topic"):

        class NoTopic(Provision):
            kind: Literal["no-topic"] = "no-topic"

    with pytest.raises(TypeError, match="kind 'typo' uses a name in its fields that is not"):

        class Typo(Provision):
            kind: Literal["typo"] = "typo"
            topic: ClassVar[str] = "military"
            party: "Keey[PartyId]"  # type: ignore[name-defined]  # noqa: F821 - misspelt on purpose

    with pytest.raises(TypeError, match="only the last key may be optional, not area"):

        class OptionalFirst(Provision):
            kind: Literal["optional-first"] = "optional-first"
            topic: ClassVar[str] = "military"
            area: Key[PlaceId | None] = None
            party: Key[PartyId]


def test_a_class_between_needs_no_kind(forget: Any) -> None:
    class Zonal(Provision):
        zone: Key[PlaceId]

    class Fenced(Zonal):
        kind: Literal["fenced"] = "fenced"
        topic: ClassVar[str] = "zones"

    assert Fenced(zone="kherson").issue == "fenced/kherson"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            {"points": [{"number": "1"}, {"number": "1"}]},
            "points.1.number: point 1 stands twice",
        ),
        ({"points": [{"heading": "None"}]}, "a point of a fully disclosed text has no number"),
        (
            {"points": [{"number": "1", "provisions": [{"kind": "amnesty"}, {"kind": "amnesty"}]}]},
            "states the issue amnesty again, already stated in point 1",
        ),
        (
            {
                "points": [{"number": "1", "provisions": [{"kind": "amnesty"}]}],
                "omits": [{"issues": ["amnesty"]}],
            },
            "amnesty is listed here, but was treated already in point 1",
        ),
        (
            {"defers": [{"issues": ["amnesty"]}], "omits": [{"issues": ["amnesty"]}]},
            "treated already in omits",
        ),
        (
            {"undisclosed": [{"issues": ["amnesty"], "reported": "modified"}]},
            "a fully disclosed text leaves nothing undisclosed",
        ),
        ({"revises": "a"}, "the plan revises or answers itself"),
    ],
)
def test_what_cannot_be_true_of_one_plan_is_refused(fields: Any, said: Any) -> None:
    fields = dict(fields)
    points = fields.pop("points", [])
    with pytest.raises(ValidationError, match=said):
        plan(*points, **fields)


def test_points_are_named_by_number_then_heading() -> None:
    assert Point(number="6").name == "6"
    assert Point(heading="Forces").name == "Forces"
    assert Point().name == "unnumbered"
    assert Point().labels(Amnesty()) == ()
    assert Point(number="6").labels(Amnesty()) == ("6",)
    assert Point(number="6").labels(Amnesty.model_validate({"at": [6, 10]})) == ("6", "10")


def test_values_are_spelled_for_people() -> None:
    assert spell(()) == "none"
    assert spell(None, "none") == "none"
    assert spell("2.5e6 EUR") == "2.5 million EUR"
    assert spell("100 USD") == "100 USD"
    assert spell("30:1") == "30:1"


def test_a_declaration_gives_keys_terms_scales_and_roles(forget: Any) -> None:
    class Patrol(Provision):
        """Who patrols a stretch of a zone, in what strength, whom it takes along."""

        kind: Literal["patrol"] = "patrol"
        topic: ClassVar[str] = "zones"

        zone: Key[PlaceId]
        stretch: Key[PlaceId]
        by: Key[Obligor[PartyId | None]] = None
        strength: Term[Annotated[Literal["light", "heavy"], chain("light", "heavy")]] = None
        guests: NoneIfSilent[Beneficiary[Term[SetOf[PartyId]]]] = None
        languages: Term[SetOf[PartyId]] = None
        route: Term[str] = None
        open_to: Term[Beneficiary[SetOf[PartyId] | Literal["all"]]] = None

    spec = Patrol.spec
    assert spec.keys == ("zone", "stretch", "by")
    assert (spec.obligors, spec.beneficiaries) == (("by",), ("guests", "open_to"))
    own = [name for name in spec.terms if name not in Provision.spec.terms]
    assert own == ["strength", "guests", "languages", "route", "open_to"]
    assert {name: one.name for name, one in spec.terms.items()} == {one: one for one in spec.terms}
    assert [spec.terms[name].none_if_silent for name in own] == [
        False,
        True,
        False,
        False,
        False,
    ]
    assert [spec.terms[name].is_set for name in own] == [False, True, True, False, True]
    route = spec.terms["route"].scale
    assert (route.compare("river", "river"), route.compare("river", "road")) == (0, None)

    clause = {"kind": "patrol", "zone": "kherson", "stretch": "crimea", "by": "nato"}
    before = plan({"number": "1", "provisions": [{**clause, "strength": "light"}]})
    heavy = {**clause, "strength": "heavy", "guests": [], "languages": []}
    after = plan({"number": "1", "provisions": [heavy]}, id="b")
    (change,) = diff(before, after).changes
    assert [(one.term, str(one.shift)) for one in change.terms] == [
        ("strength", "raised"),
        ("languages", "specified"),  # of guests, none is what silence means
    ]


def test_every_optional_key_that_is_not_last_is_named(forget: Any) -> None:
    with pytest.raises(TypeError) as error:

        class Twofold(Provision):
            kind: Literal["twofold"] = "twofold"
            topic: ClassVar[str] = "military"
            area: Key[PlaceId | None] = None
            party: Key[PartyId | None] = None

    assert str(error.value) == "only the last key may be optional, not area, party"


def test_two_sources_are_better_than_one() -> None:
    two, one = (
        Evidence(sources=("a",), basis="press-report", checked=checked)
        for checked in ("two-sources", "one-source")
    )
    assert ForceCeiling(party="ukraine", evidence=(one, two)).checked == "two-sources"


def test_readings_that_differ_are_told_apart() -> None:
    one, other = (
        Reading.model_validate({"why": "bracketed", "says": "Open.", "terms": {"personnel": size}})
        for size in (1, 2)
    )
    assert one != other
    assert hash(one.terms) != hash(other.terms)


def test_what_is_no_mapping_of_terms_is_refused_in_words() -> None:
    with pytest.raises(ValidationError) as error:
        Reading.model_validate({"why": "bracketed", "says": "Open.", "terms": "personnel"})
    (one,) = error.value.errors()
    assert (one["type"], one["msg"]) == (
        "overrides",
        "is not a mapping of terms to rival values",
    )


def faults(error: pytest.ExceptionInfo[ValidationError]) -> list[str]:
    (one,) = error.value.errors()
    told = [f"{'.'.join(map(str, place))}: {what}" for place, what, _ in one["ctx"]["faults"]]
    assert one["msg"] == "; ".join(told)
    return [
        f"{'.'.join(map(str, place))}: {what}; {todo}" for place, what, todo in one["ctx"]["faults"]
    ]


def test_the_issues_of_a_plan_are_those_it_states_and_then_those_it_lists() -> None:
    treated = plan(
        {"number": "1", "provisions": [{"kind": "force-ceiling", "party": "ukraine"}]},
        {"number": "2", "provisions": [{"kind": "amnesty"}]},
        omits=[{"issues": ["elections/ukraine"]}],
        defers=[{"issues": ["compensation/ukraine"]}],
    )
    assert treated.issues == (
        "force-ceiling/ukraine",
        "amnesty",
        "elections/ukraine",
        "compensation/ukraine",
    )


def test_every_fault_of_a_plan_has_its_place_and_a_remedy() -> None:
    amnesty = {"provisions": [{"kind": "amnesty"}]}
    with pytest.raises(ValidationError) as error:
        plan(
            {"number": "1", **amnesty},
            {"number": "2"},
            {"number": "2", **amnesty},
            {"heading": "Forces"},
            id="a",
            responds_to="a",
            omits=[{"issues": ["elections/ukraine"]}, {"issues": ["amnesty"]}],
            undisclosed=[{"issues": ["elections/ukraine"], "reported": "modified"}],
        )
    assert faults(error) == [
        "points.2.number: point 2 stands twice; number it otherwise, or merge it with points[1]",
        "points.2.provisions.0: states the issue amnesty again, already stated in point 1; "
        "merge the two clauses, tell them apart by part, or make one a reading",
        "points.3: a point of a fully disclosed text has no number; "
        "give it the number that the document prints",
        "omits.1.issues.amnesty: amnesty is listed here, but was treated already in point 1; "
        "keep one of the two",
        "undisclosed.0: a fully disclosed text leaves nothing undisclosed; "
        "set disclosure: partial, or state the issues",
        "undisclosed.0.issues.elections/ukraine: elections/ukraine is listed here, "
        "but was treated already in omits; keep one of the two",
        "id: the plan revises or answers itself; name the earlier draft",
    ]


def test_every_fault_of_a_reading_has_its_place_and_a_remedy() -> None:
    terms = ({"period": "always"}, {"staff": 1}, {"period": "often"})
    with pytest.raises(ValidationError) as error:
        ForceCeiling.model_validate(
            {
                "party": "ukraine",
                "readings": [{"why": "bracketed", "says": "Open.", "terms": one} for one in terms],
            }
        )
    assert faults(error) == [
        "readings.1.terms.staff: force-ceiling has no term 'staff'; "
        "use one of: modality, conditions, deadline, personnel, period, counts",
        "readings.2.terms.period: Input should be 'peacetime' or 'always'; "
        "write the value as in the clause itself",
    ]
