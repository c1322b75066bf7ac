"""Values are canonical, ordered where they have an order, and refuse what they cannot mean."""

import datetime
from typing import Annotated, Any, get_args

import pytest
from pydantic import TypeAdapter, ValidationError, create_model

from plancompare import Deadline, Event, Scale, Shift, Span, chain
from plancompare.model import (
    Count,
    Duration,
    Limit,
    Money,
    PartialDate,
    Ratio,
    SetOf,
    Share,
    Split,
)
from plancompare.model.frozen import Frozen
from plancompare.model.identifiers import (
    IssueId,
    Label,
    Labels,
    PartyGroup,
    PartyId,
    kind_of_issue,
    label_order,
)
from plancompare.model.quantities import amount_of
from plancompare.model.registers import Names, Party, Source
from plancompare.model.scales import Inclusion, Measure
from plancompare.model.shared import Shared
from plancompare.model.text import Quote, Text
from plancompare.model.timing import DeadlineScale, DurationScale, SpanScale, last_day

SIGNED = Event(event="signature")
NEW_YEAR, NEXT_DAY = datetime.date(2025, 1, 1), datetime.date(2025, 1, 2)
RATIO = next(one for one in get_args(Ratio) if isinstance(one, Measure))


def read(type_: Any, value: Any) -> Any:
    return TypeAdapter(type_).validate_python(value)


@pytest.mark.parametrize(
    ("type_", "given", "canonical"),
    [
        (Money, "100e9 USD", "100e9 USD"),
        (Money, "100000000000 USD", "100e9 USD"),
        (Money, "2500000 EUR", "2.5e6 EUR"),
        (Money, "1.50 UAH", "1.5 UAH"),
        (Money, "0 USD", "0 USD"),
        (Money, "1e18 USD", "1000000000e9 USD"),
        (Money, "1000000000 USD", "1e9 USD"),
        (Money, "1.2345e9 USD", "1234.5e6 USD"),
        (Money, "remainder", "remainder"),
        (Share, "2/4", "1/2"),
        (Share, 1, "1"),
        (Share, "0/7", "0"),
        (Ratio, "60:2", "30:1"),
        (Ratio, "0:5", "0:1"),
        (Limit, "unlimited", "unlimited"),
        (Limit, 600000, 600000),
        (Label, 6, "6"),
        (Label, "10a", "10a"),
        (Labels, (10, "2", "10a"), ("2", "10", "10a")),
        (PartyGroup, "ukraine+russia", "russia+ukraine"),
        (SetOf[PartyId], ("ukraine", "nato"), ("nato", "ukraine")),
        (Split, {"ukraine": "1/2", "russia": "2/4"}, (("russia", "1/2"), ("ukraine", "1/2"))),
        (PartialDate, "2025-11", "2025-11"),
        (Duration, "100 days", "100 days"),
        (Text, "Київ, 600,000.", "Київ, 600,000."),
        (IssueId, "force-withdrawal/x/y#phase-1", "force-withdrawal/x/y#phase-1"),
    ],
)
def test_equal_amounts_have_one_spelling(type_: Any, given: Any, canonical: Any) -> None:
    assert read(type_, given) == canonical
    assert read(type_, canonical) == canonical


@pytest.mark.parametrize(
    ("type_", "given"),
    [
        (Count, -1),
        (Count, True),
        (Count, "6"),
        (Count, 10**16),
        (Limit, "many"),
        (Limit, 1.5),
        (Money, "100 dollars"),
        (Money, "1e50 USD"),
        (Share, "3/2"),
        (Share, "1/0"),
        (Share, True),
        (Ratio, "1:0"),
        (Ratio, "1"),
        (Label, True),
        (Label, "6 a"),
        (Labels, ("6", "6")),
        (PartyGroup, "ukraine"),
        (PartyGroup, "ukraine+ukraine"),
        (SetOf[PartyId], ("nato", "nato")),
        (Split, {"ukraine": "1/2", "russia": "2/3"}),
        (Split, ["ukraine"]),
        (PartialDate, "2025-13"),
        (PartialDate, "2025-02-30"),
        (Duration, "1 days"),
        (Duration, "0 days"),
        (Duration, "two weeks"),
        (Text, "   "),
        (Text, "left\u202eright"),
        (Text, "bell\x07"),
        (Quote, "x" * 121),
        (IssueId, "Force ceiling"),
        (PartyId, "United States"),
    ],
)
def test_what_cannot_be_meant_is_refused(type_: Any, given: Any) -> None:
    with pytest.raises(ValidationError):
        read(type_, given)


def test_events_are_names_or_mappings() -> None:
    bare = read(Event, "signature")
    assert bare == Event(event="signature")
    assert bare.model_dump() == "signature"
    attack = Event(event="armed-attack", by=("russia",), against=("ukraine",))
    assert attack.model_dump(mode="json") == {
        "event": "armed-attack",
        "by": ["russia"],
        "against": ["ukraine"],
    }
    assert Event(event="armed-attack", by=("russia",)).model_dump() == {
        "event": "armed-attack",
        "by": ("russia",),
    }
    assert str(attack) == "armed-attack by russia against ukraine"
    assert read(Event, attack.model_dump()) == attack
    schema = TypeAdapter(Event).json_schema()
    assert [one.get("type") for one in schema["anyOf"]] == ["string", "object"]


@pytest.mark.parametrize("model", [Deadline, Span])
def test_a_time_is_said_in_exactly_one_way(model: Any) -> None:
    with pytest.raises(ValidationError, match="needs exactly one of"):
        model()


def test_a_deadline_said_twice_is_refused() -> None:
    with pytest.raises(ValidationError, match="has within, promptly"):
        Deadline(within="1 day", promptly="at-once")


@pytest.mark.parametrize(
    ("scale", "low", "high"),
    [
        (DurationScale(), "100 days", "4 months"),
        (DurationScale(), "11 months", "1 year"),
        (DurationScale(), "23 hours", "1 day"),
        (SpanScale(), Span(length="1 day"), Span(length="2 days")),
        (SpanScale(), Span(length="9999 years"), Span(indefinite=True)),
        (DeadlineScale(), Deadline(on=NEW_YEAR), Deadline(on=NEXT_DAY)),
        (DeadlineScale(), Deadline(within="1 day"), Deadline(within="2 days")),
        (
            DeadlineScale(),
            Deadline(promptly="at-once"),
            Deadline(promptly="as-soon-as-possible"),
        ),
        (Inclusion(), ("a",), ("a", "b")),
        (RATIO, "30:1", "50:1"),
        (chain("a", "b"), "a", "b"),
    ],
)
def test_orders_run_both_ways(scale: Any, low: Any, high: Any) -> None:
    assert scale.compare(low, high) == -1
    assert scale.compare(high, low) == 1
    assert scale.compare(low, low) == scale.compare(high, high) == 0
    assert scale.shift(low, high).inverse == scale.shift(high, low)


@pytest.mark.parametrize(
    ("scale", "one", "other"),
    [
        (DurationScale(), "30 days", "1 month"),
        (SpanScale(), Span(until=SIGNED), Span(indefinite=True)),
        (DeadlineScale(), Deadline(before=SIGNED), Deadline(before=Event(event="elections"))),
        (DeadlineScale(), Deadline(on=NEW_YEAR), Deadline(on=NEXT_DAY, after=SIGNED)),
        (DeadlineScale(), Deadline(promptly="at-once"), Deadline(on=NEW_YEAR)),
        (Inclusion(), ("a",), ("b",)),
        (chain("a", "b"), "a", "c"),
        (Measure(lambda value: (type(value).__name__, value, value)), 1, "1"),
    ],
)
def test_values_without_an_order_are_replaced(scale: Any, one: Any, other: Any) -> None:
    assert scale.compare(one, other) is None
    assert scale.shift(one, other) is Shift.REPLACED


def test_equal_sizes_in_other_words_are_neither_more_nor_less() -> None:
    assert DurationScale().compare("2 weeks", "14 days") == 0
    assert DurationScale().compare("1 year", "12 months") == 0


def test_a_scale_of_ones_own_says_how_its_values_compare() -> None:
    with pytest.raises(NotImplementedError):
        Scale().compare(1, 2)


def test_every_shift_has_an_inverse() -> None:
    assert {one.inverse.inverse for one in Shift} == set(Shift)
    assert [one for one in Shift if one.inverse is one] == [Shift.REPLACED]


def test_partial_dates_end_on_their_last_possible_day() -> None:
    assert last_day("2024-02") == datetime.date(2024, 2, 29)
    assert last_day("2025") == datetime.date(2025, 12, 31)
    assert last_day("2025-11-23") == datetime.date(2025, 11, 23)


def test_labels_sort_as_a_reader_counts() -> None:
    assert sorted(["10", "2", "10a", "II.3"], key=label_order) == ["2", "10", "10a", "II.3"]


def test_the_kind_is_the_head_of_an_issue() -> None:
    for issue in ("amnesty", "amnesty/ukraine", "amnesty#phase-1", "amnesty/a/b#phase-1"):
        assert kind_of_issue(issue) == "amnesty"


def test_money_is_exact() -> None:
    assert [str(part) for part in amount_of("2.5e6 EUR")] == ["2500000", "EUR"]


def test_a_closed_group_names_its_members() -> None:
    assert Party(id="e", kind="group", closed=True, names=Names(en="E"), members=("a",)).closed
    with pytest.raises(ValidationError, match="closed group without members"):
        Party(id="e3", kind="group", closed=True, names=Names(en="E3"))


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://a b", "https://x/<script>"])
def test_only_web_addresses_are_links(url: Any) -> None:
    with pytest.raises(ValidationError):
        Source(id="a", title="t", publisher="p", kind="press-report", urls=(url,))


def test_a_number_is_not_taken_for_a_day() -> None:
    with pytest.raises(ValidationError, match="is not a date"):
        Deadline.model_validate({"on": 86400})


@pytest.mark.parametrize(
    ("type_", "given", "code", "said"),
    [
        (Money, "1.000001e18 USD", "absurd_amount", "is larger than any sum of money"),
        (Ratio, "1:0", "zero_denominator", "divides by zero"),
        (Share, "1/0", "zero_denominator", "divides by zero"),
        (Share, "3/2", "share", "is more than the whole"),
        (Split, {"ukraine": "1/2", "russia": "2/3"}, "split", "adds up to more than the whole"),
        (
            PartyGroup,
            "ukraine",
            "party_group",
            "names fewer than two different parties; write them as a+b",
        ),
        (SetOf[PartyId], ("nato", "nato"), "repeated_member", "names nato twice"),
        (Labels, ("6", "6"), "repeated_member", "names 6 twice"),
        (Text, "   ", "blank_text", "is blank"),
        (
            Text,
            "bell\x07",
            "hidden_character",
            "holds the control or bidirectional character U+0007",
        ),
        (
            Span,
            {"length": "1 day", "indefinite": True},
            "exactly_one",
            "needs exactly one of length, until, indefinite, has length, indefinite",
        ),
        (
            Span,
            {},
            "exactly_one",
            "needs exactly one of length, until, indefinite, has none",
        ),
        (Deadline, {"on": 86400}, "date_type", "is not a date"),
        (PartialDate, "2025-13", "partial_date", "is no date of the calendar"),
    ],
)
def test_a_refusal_says_why(type_: Any, given: Any, code: str, said: str) -> None:
    with pytest.raises(ValidationError) as error:
        read(type_, given)
    assert (code, said) in [(one["type"], one["msg"]) for one in error.value.errors()]


def test_a_chain_of_ones_own_has_its_own_words_or_those_of_limits() -> None:
    assert chain("low", "high").shift("low", "high") is Shift.RAISED
    assert chain("low", "high").shift("high", "low") is Shift.LOWERED
    force = chain("low", "high", up=Shift.STRENGTHENED, down=Shift.WEAKENED)
    assert force.shift("low", "high") is Shift.STRENGTHENED
    assert force.shift("high", "low") is Shift.WEAKENED


def test_a_year_is_twelve_months_also_against_days() -> None:
    for year in ("1 year", "12 months"):
        assert DurationScale().compare(year, "367 days") is None
        assert DurationScale().compare(year, "335 days") == 1
        assert DurationScale().compare(year, "373 days") == -1


def test_the_schema_of_an_event_takes_a_name_or_a_mapping() -> None:
    name, mapping = TypeAdapter(Event).json_schema()["anyOf"]
    assert name == {"type": "string", "description": "the name of an event"}
    assert list(mapping["properties"]) == ["event", "by", "against"]


def test_a_type_that_is_shared_is_checked_wherever_it_stands() -> None:
    class Tree(Frozen):
        height: Annotated[int, Shared()]
        branches: Annotated[tuple["Tree", ...], Shared()] = ()

    Tree.model_rebuild(_types_namespace={"Tree": Tree})
    tree = Tree.model_validate({"height": 2, "branches": [{"height": 1}]})
    assert tree.branches == (Tree(height=1),)
    for data in ({"height": "tall"}, {"height": 2, "branches": [{}]}):
        with pytest.raises(ValidationError):
            Tree.model_validate(data)


def test_an_event_in_words_names_everybody() -> None:
    attack = Event(event="armed-attack", by=("a", "b"), against=("c", "d"))
    assert str(attack) == "armed-attack by a, b against c, d"


def test_a_shared_type_that_refers_to_itself_serves_two_models() -> None:
    class Node(Frozen):
        below: tuple["Node", ...] = ()

    Node.model_rebuild(_types_namespace={"Node": Node})
    nodes = Annotated[tuple[Node, ...], Shared()]
    for name in ("Wood", "Forest"):
        model = create_model(name, __base__=Frozen, nodes=(nodes, ...))
        assert model.model_validate({"nodes": [{"below": [{}]}]}).model_dump() == {
            "nodes": ({"below": ({"below": ()},)},)
        }
