"""What becomes of an issue follows from two treatments, and shifts from the scale of the term."""

import datetime
from typing import Any

import pytest

from plancompare import Plan, Point, UnknownIdError, diff, load
from plancompare.model import (
    Amnesty,
    ArmsControl,
    Compensation,
    Deadline,
    Dialogue,
    Elections,
    Event,
    ForceCeiling,
    MarketAccess,
    OrganisationMembership,
    ResourceSharing,
    SecurityGuarantee,
    Span,
)
from plancompare.model.topics import TOPICS

CEILING = "force-ceiling/ukraine"


def plan(*provisions: Any, plan_id: Any = "a", disclosure: Any = "full", **lists: Any) -> Any:
    return Plan(
        id=plan_id,
        title="A draft",
        conflict="russia-ukraine",
        date=datetime.date(2025, 11, 20),
        text_status="leaked",
        disclosure=disclosure,
        points=tuple(
            Point(number=str(number), provisions=(provision,))
            for number, provision in enumerate(provisions, 1)
        ),
        **lists,
    )


SILENT = plan(plan_id="silent")
STATED = plan(ForceCeiling(party="ukraine", personnel=600000), plan_id="stated")
OTHER = plan(ForceCeiling(party="ukraine", personnel=800000), plan_id="other")
DEFERRED = plan(plan_id="deferred", defers=({"issues": (CEILING,), "to": ("ukraine",)},))
OMITTED = plan(plan_id="omitted", omits=({"issues": (CEILING,)},))
UNDISCLOSED = plan(plan_id="partial", disclosure="partial")
MODIFIED = plan(
    plan_id="modified",
    disclosure="partial",
    undisclosed=({"issues": (CEILING,), "reported": "modified"},),
)
REPORTED = plan(ForceCeiling(party="ukraine"), plan_id="reported", disclosure="partial")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (STATED, OTHER, "changed"),
        (SILENT, STATED, "added"),
        (STATED, SILENT, "removed"),
        (STATED, OMITTED, "removed"),
        (OMITTED, STATED, "added"),
        (STATED, DEFERRED, "reopened"),
        (SILENT, DEFERRED, "reopened"),
        (OMITTED, DEFERRED, "reopened"),
        (DEFERRED, STATED, "settled"),
        (DEFERRED, SILENT, "settled"),
        (DEFERRED, OMITTED, "settled"),
        (STATED, UNDISCLOSED, "unknown"),
        (UNDISCLOSED, STATED, "unknown"),
        (UNDISCLOSED, DEFERRED, "unknown"),
        (MODIFIED, STATED, "unknown"),
        (MODIFIED, SILENT, "unknown"),
        (STATED, REPORTED, "unknown"),
        (REPORTED, OTHER, "unknown"),
    ],
    ids=lambda one: getattr(one, "id", one),
)
def test_a_change_follows_from_two_treatments(before: Any, after: Any, expected: Any) -> None:
    assert diff(before, after).change(CEILING).change == expected


def test_left_to_somebody_else_is_an_edit_and_no_change() -> None:
    other = plan(plan_id="b", defers=({"issues": (CEILING,), "to": ("russia",)},))
    assert diff(DEFERRED, other).change(CEILING).change == "kept"
    assert diff(DEFERRED, other)


def test_silence_on_both_sides_is_no_row() -> None:
    assert diff(SILENT, OMITTED).changes == ()
    assert str(diff(SILENT, OMITTED)) == ("silent -> omitted: no known change; 0 kept; 0 unknown")


def test_equal_plans_have_an_empty_diff() -> None:
    assert not diff(MODIFIED, MODIFIED)
    assert str(diff(MODIFIED, MODIFIED)) == "modified and modified are equal"


def test_a_report_of_modification_is_shown_and_not_counted() -> None:
    change = diff(STATED, MODIFIED).change(CEILING)
    assert (change.change, change.reported) == ("unknown", "modified")
    assert str(change) == "force-ceiling/ukraine: unknown"


def test_a_term_that_one_side_does_not_disclose_is_listed_beside_a_known_change() -> None:
    full = plan(ForceCeiling(party="ukraine", personnel=600000, period="always"))
    partial = plan(
        ForceCeiling(party="ukraine", personnel=800000), plan_id="b", disclosure="partial"
    )
    for one, other in ((full, partial), (partial, full)):
        change = diff(one, other).change(CEILING)
        assert change.change == "changed"
        assert [term.term for term in change.terms] == ["personnel"]
        assert change.unknown_terms == ("period",)


def test_a_term_that_neither_side_states_is_ignored() -> None:
    full = plan(ForceCeiling(party="ukraine", personnel=800000))
    partial = plan(
        ForceCeiling(party="ukraine", personnel=800000), plan_id="b", disclosure="partial"
    )
    assert diff(full, partial).change(CEILING).change == "kept"


def test_an_issue_that_is_not_there_is_an_error_with_a_near_name() -> None:
    with pytest.raises(UnknownIdError, match=r"did you mean force-ceiling/ukraine\?"):
        diff(STATED, OTHER).change("force-cieling/ukraine")


def of(kind: Any, **keys: Any) -> Any:
    return lambda **terms: kind(**keys, **terms)


ceiling = of(ForceCeiling, party="ukraine")
member = of(OrganisationMembership, candidate="ukraine", organisation="nato")
guarantee = of(SecurityGuarantee, beneficiary="ukraine")
dialogue = of(Dialogue, between="nato+russia")
elections = of(Elections, party="ukraine")
access = of(MarketAccess, party="ukraine", market="european-union")
SIGNED, TRUCE = "signature", "ceasefire"


@pytest.mark.parametrize(
    ("make", "term", "before", "after", "word"),
    [
        (ceiling, "personnel", 600000, 800000, "raised"),
        (ceiling, "personnel", 600000, "unlimited", "raised"),
        (ceiling, "period", "always", "peacetime", "narrowed"),
        (ceiling, "period", None, "peacetime", "specified"),
        (ceiling, "counts", ["army"], ["army", "navy"], "widened"),
        (ceiling, "counts", ["army"], ["navy"], "replaced"),
        (ceiling, "modality", "commitment", "expectation", "weakened"),
        (ceiling, "modality", "commitment", "declaration", "replaced"),
        (ceiling, "conditions", None, [SIGNED], "made conditional"),
        (ceiling, "conditions", [], [SIGNED], "made conditional"),
        (ceiling, "conditions", [SIGNED], [SIGNED, TRUCE], "widened"),
        (ceiling, "conditions", [SIGNED], [TRUCE], "replaced"),
        (member, "path", "barred", "eligible", "raised"),
        (member, "candidate_instrument", "constitution", None, "dropped"),
        (member, "candidate_instrument", "constitution", "domestic-law", "weakened"),
        (member, "candidate_instrument", "constitution", "treaty", "replaced"),
        (member, "candidate_instrument", "constitution", "security-council-resolution", "replaced"),
        (guarantee, "model", "consultation", "article-5-like", "strengthened"),
        (guarantee, "duration", {"length": "10 years"}, {"indefinite": True}, "lengthened"),
        (guarantee, "duration", {"length": "10 years"}, {"length": "120 months"}, "replaced"),
        (guarantee, "duration", {"length": "10 years"}, {"until": SIGNED}, "replaced"),
        (dialogue, "mediators", ["united-states"], None, "dropped"),
        (dialogue, "mediators", ["united-states"], [], "dropped"),
        (elections, "deadline", {"within": "100 days"}, {"within": "1 year"}, "put back"),
        (elections, "deadline", {"on": "2026-03-01"}, {"on": "2026-02-01"}, "brought forward"),
        (elections, "deadline", {"within": "100 days"}, {"on": "2026-02-01"}, "replaced"),
        (
            elections,
            "deadline",
            {"within": "30 days"},
            {"within": "90 days", "after": SIGNED},
            "replaced",
        ),
        (
            elections,
            "deadline",
            {"promptly": "at-once"},
            {"promptly": "as-soon-as-possible"},
            "put back",
        ),
        (elections, "deadline", None, {"within": "100 days"}, "introduced"),
        (access, "duration", {"length": "30 days"}, {"length": "1 month"}, "replaced"),
        (access, "duration", {"length": "27 days"}, {"length": "1 month"}, "lengthened"),
        (access, "duration", {"length": "2 weeks"}, {"length": "14 days"}, "replaced"),
        (access, "duration", {"length": "1 year"}, {"length": "11 months"}, "shortened"),
    ],
)
def test_shifts_speak_in_the_words_of_the_terms_own_scale(
    make: Any, term: Any, before: Any, after: Any, word: Any
) -> None:
    one, other = plan(make(**{term: before})), plan(make(**{term: after}), plan_id="b")
    (change,) = diff(one, other).changes
    assert [(found.term, found.shift) for found in change.terms] == [(term, word)]
    (back,) = diff(other, one).changes
    assert [found.shift for found in back.terms] == [change.terms[0].shift.inverse]


@pytest.mark.parametrize(
    ("one", "other", "word"),
    [
        ("100e9 USD", "90e9 USD", "lowered"),
        ("100e9 USD", "90e9 EUR", "replaced"),
        ("100e9 USD", "remainder", "replaced"),
    ],
)
def test_money_has_an_order_within_one_currency(one: Any, other: Any, word: Any) -> None:
    from plancompare.model import AssetAllocation

    made = [
        plan(AssetAllocation(owner="russia", purpose="reconstruction", amount=amount), plan_id=name)
        for name, amount in (("a", one), ("b", other))
    ]
    assert diff(*made).changes[0].terms[0].shift == word


def test_silence_means_none_for_terms_that_say_so() -> None:
    """No exceptions stated and none listed are the same in a full text, not in a partial one."""
    unsaid, none = Amnesty(extent="full"), Amnesty(extent="full", excepts=())
    assert diff(plan(unsaid), plan(none, plan_id="b")).change("amnesty").change == "kept"
    partial = plan(unsaid, plan_id="b", disclosure="partial")
    assert diff(plan(none), partial).change("amnesty").unknown_terms == ("excepts",)


def test_unordered_values_are_replaced() -> None:
    one = Compensation(beneficiary="ukraine", covers=("damage",))
    other = Compensation(beneficiary="ukraine", covers=("reconstruction",))
    assert diff(plan(one), plan(other, plan_id="b")).changes[0].terms[0].shift == "replaced"
    extend = ArmsControl(between="russia+united-states", action="extend")
    replace = ArmsControl(between="russia+united-states", action="replace")
    assert diff(plan(extend), plan(replace, plan_id="b")).changes[0].terms[0].shift == "replaced"


def test_a_split_is_spelled_out() -> None:
    halves = ResourceSharing(
        source="zaporizhzhia-npp",
        product="electricity",
        split=(("russia", "1/2"), ("ukraine", "1/2")),
    )
    rest = ResourceSharing(
        source="zaporizhzhia-npp", product="electricity", split=(("ukraine", "1"),)
    )
    (change,) = diff(plan(halves), plan(rest, plan_id="b")).changes
    assert str(change).endswith("split russia 1/2, ukraine 1/2 -> ukraine 1 (replaced)")


def test_deadlines_and_spans_in_words() -> None:
    assert str(Deadline(before=Event(event="signature"))) == "before signature"
    assert str(Deadline(on=datetime.date(2026, 1, 1))) == "on 2026-01-01"
    assert str(Span(until=Event(event="signature"))) == "until signature"
    assert str(Span(indefinite=True)) == "indefinite"


def test_a_diff_is_told_in_one_line() -> None:
    us, geneva, europe = (load(one) for one in ("us-28", "geneva", "europe-28"))
    assert str(diff(us, europe)) == (
        "us-28 -> europe-28: 13 changed, 4 added, 21 removed; 40 kept; 0 unknown"
    )
    assert str(diff(us, us)) == "us-28 and us-28 are equal"
    again = us.model_copy(update={"id": "again"})
    assert str(diff(us, again)) == "us-28 -> again: no known change; 74 kept; 0 unknown"
    assert str(diff(us, geneva)) == (
        "us-28 -> geneva: 1 changed, 9 removed, 14 reopened; 5 kept; 45 unknown"
    )


def test_changes_come_by_topic_and_user_defined_ones_last() -> None:
    us, europe = load("us-28"), load("europe-28")
    topics = [change.topic for change in diff(us, europe).changes]
    assert topics == sorted(topics, key=TOPICS.index)
    assert topics != sorted(topics)
    listed = plan(ceiling(personnel=1), omits=({"issues": ("fishing-rights/lake",)},))
    stated = plan(plan_id="b", defers=({"issues": ("fishing-rights/lake",)},))
    assert [one.topic for one in diff(listed, stated).changes] == ["military", ""]


def test_an_unknown_issue_is_named_as_such() -> None:
    with pytest.raises(UnknownIdError) as error:
        diff(STATED, OTHER).change("force-cieling/ukraine")
    assert str(error.value).startswith("unknown issue 'force-cieling/ukraine'; ")
