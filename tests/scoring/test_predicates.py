"""Tests on terms: what is true, what is false, and what nobody can tell."""

import pickle
from typing import Any, ClassVar, Literal

import pytest

from plancompare import KINDS, Event, Provision, Term
from plancompare.model.predicate_syntax import parse_predicate
from plancompare.testing import forget_kind

GROUPS = {"e3": ("france", "germany", "united-kingdom")}


def holds(kind: str, wish: Any, terms: dict[str, Any] | None, *, partial: bool = False) -> Any:
    """Whether a clause of a kind, with placeholders for its keys, passes."""
    model = KINDS[kind]
    predicate, faults = parse_predicate(wish, model)
    assert not faults
    if terms is None:
        return predicate.holds(None, GROUPS, partial=partial)
    keys = {
        "security-guarantee": {"beneficiary": "ukraine"},
        "force-ceiling": {"party": "ukraine"},
        "elections": {"party": "ukraine"},
        "organisation-membership": {"candidate": "ukraine", "organisation": "nato"},
        "ceasefire": {"scope": "general"},
        "frozen-assets": {"owner": "russia"},
    }[kind]
    clause = model.model_validate({**keys, **terms})
    return predicate.holds(vars(clause), GROUPS, partial=partial)


@pytest.mark.parametrize(
    ("test", "value", "truth"),
    [
        ({"equals": 800000}, 800000, True),
        ({"differs": 800000}, 600000, True),
        ({"one_of": [600000, 800000]}, 800000, True),
        ({"one_of": [600000, 800000]}, 700000, False),
        ({"one_of": [600000, 800000]}, 600000, True),
        ({"none_of": [600000, 800000]}, 800000, False),
        ({"none_of": [600000, 800000]}, 700000, True),
        ({"at_least": 800000}, 600000, False),
        ({"below": "unlimited"}, 800000, True),
        ({"below": "unlimited"}, "unlimited", False),
        ({"at_most": 800000}, 800000, True),
        ({"above": 600000}, 800000, True),
        ({"above": 600000}, None, None),
    ],
)
def test_a_number(test: dict[str, Any], value: Any, truth: Any) -> None:
    assert holds("force-ceiling", {"personnel": test}, {"personnel": value}) is truth


@pytest.mark.parametrize(
    ("test", "value", "truth"),
    [
        ({"includes": ["france"]}, ["france", "poland"], True),
        ({"includes": ["france", "poland"]}, ["france"], False),
        ({"includes": ["france"]}, ["e3"], True),  # a closed group lets one look inside
        ({"includes": ["e3"]}, ["france", "germany", "united-kingdom"], False),
        ({"includes": ["poland"]}, ["e3", "others"], None),  # an open list
        ({"excludes": ["russia"]}, ["france"], True),
        ({"excludes": ["france"]}, ["e3"], False),
        ({"differs": ["france"]}, ["france", "others"], None),
        ({"equals": ["france"]}, ["france", "others"], None),
        ({"excludes": ["russia", "china"]}, ["china"], False),
        ({"excludes": ["russia"]}, ["others"], None),
        ({"equals": ["france"]}, ["france"], True),
        ({"equals": ["france", "poland"]}, ["france", "others"], None),
        ({"equals": ["france"]}, ["poland"], False),
        ({"equals": ["france"]}, ["others", "poland"], False),
        ({"one_of": [["france"], ["poland"]]}, ["poland"], True),
        ({"one_of": [["france"], ["poland"]]}, ["france", "others"], None),
        ({"one_of": [["france"], ["poland"]]}, ["germany", "others"], False),
        ({"one_of": [["france"], ["france", "others"]]}, ["france", "others"], True),
        ({"none_of": [["france"], ["poland"]]}, ["poland"], False),
        ({"none_of": [["france"], ["poland"]]}, ["france", "others"], None),
        ({"none_of": [["france"], ["poland"]]}, ["germany", "others"], True),
    ],
)
def test_a_set_of_parties(test: dict[str, Any], value: list[str], truth: Any) -> None:
    assert holds("security-guarantee", {"guarantors": test}, {"guarantors": value}) is truth


def test_values_on_no_common_chain_cannot_be_compared() -> None:
    wish = {"candidate_instrument": {"at_least": "domestic-law"}}
    terms = {"candidate_instrument": "treaty"}
    assert holds("organisation-membership", wish, terms) is None


def test_where_silence_means_none_equality_is_known_and_order_is_not() -> None:
    assert holds("elections", {"deadline": {"equals": {"within": "90 days"}}}, {}) is False
    assert holds("elections", {"deadline": {"differs": {"within": "90 days"}}}, {}) is True
    assert holds("elections", {"deadline": {"one_of": [{"within": "90 days"}]}}, {}) is False
    assert holds("elections", {"deadline": {"none_of": [{"within": "90 days"}]}}, {}) is True
    assert holds("elections", {"deadline": {"at_most": {"within": "90 days"}}}, {}) is None
    assert holds("ceasefire", {"conditions": {"equals": []}}, {}) is True


def test_in_a_partly_disclosed_text_silence_decides_nothing() -> None:
    wish: dict[str, Any] = {"conditions": {"equals": []}}
    assert holds("ceasefire", wish, {}, partial=True) is None
    two = {**wish, "deadline": {"differs": {"within": "90 days"}}}
    assert holds("ceasefire", two, {}, partial=True) is None
    assert holds("ceasefire", [two, "absent"], {}, partial=True) is None
    assert holds("ceasefire", [two, "absent"], {}) is True


def test_a_text_counts_as_fully_disclosed_where_nothing_else_is_said() -> None:
    predicate, _ = parse_predicate({"conditions": {"equals": []}}, KINDS["ceasefire"])
    assert predicate.holds({"conditions": None}) is True


def test_several_tests_and_alternatives_look_into_groups_as_one_does() -> None:
    wish = {"guarantors": {"includes": ["france"], "excludes": ["poland"]}}
    assert holds("security-guarantee", wish, {"guarantors": ["e3"]}) is True
    assert holds("security-guarantee", ["absent", wish], {"guarantors": ["e3"]}) is True


def test_an_event_matches_in_the_fields_that_are_given() -> None:
    paid = {"event": "compensation-paid", "by": ["russia"]}
    assert holds("frozen-assets", {"until": {"equals": "compensation-paid"}}, {"until": paid})
    asked = {"until": {"equals": paid}}
    assert holds("frozen-assets", asked, {"until": "compensation-paid"}) is False
    wish = {"conditions": {"includes": ["signature"]}}
    by_russia = {"conditions": [{"event": "signature", "by": ["russia"]}]}
    assert holds("ceasefire", wish, by_russia) is True


def test_presence_is_asked_of_the_clause_itself() -> None:
    for wish, without, within in (("absent", True, False), ("present", False, True)):
        assert holds("force-ceiling", wish, None) is without
        assert holds("force-ceiling", wish, {}) is within


def test_every_test_of_a_mapping_must_hold_and_any_of_a_list_will_do() -> None:
    wish = {"personnel": {"at_least": 800000, "below": "unlimited"}, "period": {"equals": "always"}}
    assert holds("force-ceiling", wish, {"personnel": 800000, "period": "always"}) is True
    assert holds("force-ceiling", wish, {"personnel": 800000, "period": "peacetime"}) is False
    assert holds("force-ceiling", [wish, "absent"], None) is True


@pytest.mark.parametrize(
    ("wish", "message", "remedy"),
    [
        ("maybe", "is no predicate", "write present, absent, or term: {test: value}"),
        ({}, "is no predicate", "write present, absent, or term: {test: value}"),
        (
            {"soldiers": {"equals": 1}},
            "force-ceiling has no term 'soldiers'",
            "write one of conditions, counts, deadline, modality, period or personnel",
        ),
        (
            {"soldiers": {"equals": 1}, "personell": {"equals": 1}},
            "force-ceiling has no term 'soldiers'",
            "write one of conditions, counts, deadline, modality, period or personnel",
        ),
        (
            {"personell": {"equals": 1}},
            "force-ceiling has no term 'personell'",
            "did you mean personnel?",
        ),
        ({"personnel": 600000}, "names no test", "write personnel: {equals: value}"),
        ({"personnel": {"more": 1}}, "there is no test 'more'", "write one of above, at_least"),
        (
            {"personnel": {"includes": [1]}},
            "personnel is not a set",
            "use equals, differs, one_of or none_of",
        ),
        (
            {"personnel": {"excludes": [1]}},
            "personnel is not a set",
            "use equals, differs, one_of or none_of",
        ),
        (
            {"counts": {"at_least": ["army"]}},
            "counts is a set, which has no more and less",
            "use includes or excludes",
        ),
        ({"counts": {"includes": []}}, "names nothing", "write includes: [one, other]"),
        ({"counts": {"excludes": []}}, "names nothing", "write excludes: [one, other]"),
        ({"personnel": {"one_of": 5}}, "names nothing", "write one_of: [one, other]"),
        (
            {"personnel": {"equals": "many"}},
            "'many' does not fit",
            "write a value as personnel has it in a plan",
        ),
        (
            {"period": {"equals": "often"}},
            "'often' does not fit: Input should be 'peacetime'",
            "write a value as period has it in a plan",
        ),
        (
            {"period": {"equals": None}},
            "None does not fit: names nothing",
            "write a value as period has it in a plan",
        ),
        (
            {"modality": {"at_least": "permission"}},
            "'permission' is not on the scale",
            "write a value of statement < expectation < negotiation < commitment",
        ),
    ],
)
def test_what_cannot_be_asked_is_said_with_its_remedy(wish: Any, message: str, remedy: str) -> None:
    _, faults = parse_predicate(wish, KINDS["force-ceiling"])
    assert faults[0].what.startswith(message)
    assert faults[0].remedy.startswith(remedy)


def test_values_without_an_order_are_not_compared_by_more_and_less() -> None:
    kind = KINDS["territorial-status"]
    _, faults = parse_predicate({"attributed_to": {"above": "russia"}}, kind)
    assert faults[0].what == "the values of attributed_to have no order"
    assert faults[0].remedy == "use equals, differs, one_of or none_of"


def test_a_value_beside_several_chains_gets_all_of_them() -> None:
    wish = {"candidate_instrument": {"at_least": "security-council-resolution"}}
    _, (fault,) = parse_predicate(wish, KINDS["organisation-membership"])
    assert fault.what == "'security-council-resolution' is not on the scale"
    assert fault.remedy == (
        "write a value of political-declaration < agreement < treaty < founding-treaty; "
        "executive-act < domestic-law < constitution"
    )


def test_a_term_of_several_types_is_asked_for_a_value_of_any() -> None:
    class Tribunal(Provision):
        """A court for one matter."""

        kind: Literal["tribunal"] = "tribunal"
        topic: ClassVar[str] = "justice"

        judges: Term[int | Literal["open"] | Event] = None

    forget_kind(Tribunal)
    values: tuple[Any, ...] = (3, "open", Event(event="signature"))
    for asked, wanted in zip((3, "open", "signature"), values, strict=True):
        predicate, faults = parse_predicate({"judges": {"equals": asked}}, Tribunal)
        assert not faults
        for value in values:
            assert predicate.holds(vars(Tribunal(judges=value))) is (value == wanted)
    _, (fault,) = parse_predicate({"judges": {"equals": None}}, Tribunal)
    assert fault.what == "None does not fit: names nothing"


@pytest.mark.parametrize(
    ("wish", "place", "what"),
    [
        ({"personnel": 600000}, ("personnel",), "names no test"),
        ({"counts": {"includes": []}}, ("counts", "includes"), "names nothing"),
        (
            {"modality": {"at_least": "permission"}},
            ("modality", "at_least"),
            "'permission' is not on the scale",
        ),
    ],
)
def test_a_fault_is_told_at_its_place(wish: Any, place: tuple[Any, ...], what: str) -> None:
    _, (fault,) = parse_predicate(wish, KINDS["force-ceiling"])
    assert (fault.place, fault.what) == (place, what)


def test_all_faults_are_found_at_once() -> None:
    wish = ["nothing", {"soldiers": {"equals": 1}, "personnel": {"equals": -1, "at": 2}}]
    _, faults = parse_predicate(wish, KINDS["force-ceiling"])
    assert [fault.place for fault in faults] == [
        (0,),
        (1, "soldiers"),
        (1, "personnel", "equals"),
        (1, "personnel", "at"),
    ]


def test_a_predicate_reads_as_a_sentence() -> None:
    wish = ["absent", {"personnel": {"at_least": 800000}, "period": {"one_of": ["always"]}}]
    predicate, _ = parse_predicate(wish, KINDS["force-ceiling"])
    assert str(predicate) == "absent; or personnel at least 800000 and period one of [always]"
    assert not parse_predicate([], KINDS["force-ceiling"])[0]
    assert str(parse_predicate([], KINDS["force-ceiling"])[0]) == "nothing"


@pytest.mark.parametrize(
    ("kind", "wish", "negated"),
    [
        ("force-ceiling", "absent", "present"),
        ("force-ceiling", "present", "absent"),
        ("force-ceiling", {"personnel": {"below": 800000}}, "absent; or personnel at least 800000"),
        (
            "force-ceiling",
            ["absent", {"personnel": {"equals": 800000}}],
            "personnel differs 800000",
        ),
        (
            "security-guarantee",
            {"guarantors": {"includes": ["france", "poland"]}},
            "absent; or guarantors excludes [france]; or guarantors excludes [poland]",
        ),
        (
            "security-guarantee",
            {"guarantors": {"excludes": ["france", "poland"]}},
            "absent; or guarantors includes [france]; or guarantors includes [poland]",
        ),
        (
            "elections",
            {"deadline": {"at_most": {"within": "100 days"}}},
            "absent; or deadline above within 100 days",
        ),
    ],
)
def test_the_opposite_of_a_wish_reads_as_one_too(kind: str, wish: Any, negated: str) -> None:
    predicate, _ = parse_predicate(wish, KINDS[kind])
    assert str(predicate.negated()) == negated


def test_an_opposite_tests_the_same_term_on_the_same_scale() -> None:
    wish = {"guarantors": {"includes": ["france", "poland"]}}
    opposite = parse_predicate(wish, KINDS["security-guarantee"])[0].negated()
    given = parse_predicate(wish, KINDS["security-guarantee"])[0]
    for guarantors, truth in ((("france", "poland"), True), (("france",), False), ((), False)):
        clause = {"guarantors": guarantors}
        assert given.holds(clause) is truth
        assert opposite.holds(clause) is not truth
    assert [test.scale for test in opposite.tests] == [test.scale for test in given.tests] * 2


def test_an_opposite_does_not_grow_beyond_what_it_opposes() -> None:
    wish = [
        {
            "personnel": {"at_most": 10 * one},
            "period": {"equals": "always"},
            "modality": {"equals": how},
        }
        for one, how in enumerate(("commitment", "expectation", "permission"), 1)
    ]
    given = parse_predicate(wish, KINDS["force-ceiling"])[0]
    again = given.negated().negated()
    assert [set(one.tests) for one in again.alternatives] == [
        set(one.tests) for one in given.alternatives
    ]


def test_a_predicate_can_be_sent_to_another_process() -> None:
    wish = ["absent", {"personnel": {"below": 800000}, "period": {"one_of": ["peacetime"]}}]
    predicate, _ = parse_predicate(wish, KINDS["force-ceiling"])
    again = pickle.loads(pickle.dumps(predicate))
    assert again == predicate
    assert str(again) == str(predicate)
    assert again.holds(None) is True
    assert again.terms == {"personnel", "period"}
