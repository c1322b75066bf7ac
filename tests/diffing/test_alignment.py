"""Points find their counterparts by declaration, shared issues and text, in that order of trust."""

import datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from plancompare import Plan, Point, align, diff, load
from plancompare.diffing.fields import field_edits
from plancompare.model import Amnesty, ClaimsWaiver, Elections, ForceCeiling
from plancompare.testing import laws, plans

CAP, VOTE = ForceCeiling(party="ukraine"), Elections(party="ukraine")


def plan(*points: Any, plan_id: Any = "a", **more: Any) -> Any:
    return Plan(
        id=plan_id,
        title="A draft",
        conflict="russia-ukraine",
        date=datetime.date(2025, 11, 20),
        text_status="leaked",
        disclosure=more.pop("disclosure", "full"),
        points=points,
        **more,
    )


def kinds(alignment: Any) -> Any:
    return [str(group.kind) for group in alignment.groups]


def test_renumbered_points_are_linked_by_the_issues_they_share() -> None:
    before = plan(Point(number="1", provisions=(CAP,)), Point(number="2", provisions=(VOTE,)))
    after = plan(
        Point(number="1", provisions=(VOTE,)),
        Point(number="2", provisions=(CAP,)),
        plan_id="b",
    )
    found = align(before, after)
    assert [(link.before, link.after, str(link.basis)) for link in found.links] == [
        (0, 1, "shared issues"),
        (1, 0, "shared issues"),
    ]
    assert found.links[0].why == "both state force-ceiling/ukraine"
    assert not [one for one in diff(before, after).changes if one.change != "kept"]


def test_a_split_point_and_its_reverse() -> None:
    whole = plan(Point(number="1", provisions=(CAP, VOTE)))
    parts = plan(
        Point(number="1", provisions=(CAP,)),
        Point(number="2", provisions=(VOTE,)),
        plan_id="b",
    )
    assert kinds(align(whole, parts)) == ["split"]
    assert kinds(align(parts, whole)) == ["merged"]


def test_points_that_swap_parts_are_reorganised() -> None:
    before = plan(
        Point(number="1", provisions=(CAP, VOTE)), Point(number="2", provisions=(Amnesty(),))
    )
    after = plan(
        Point(number="1", provisions=(CAP, Amnesty())),
        Point(number="2", provisions=(VOTE, ClaimsWaiver())),
        plan_id="b",
    )
    assert kinds(align(before, after)) == ["reorganised"]


def test_declared_links_win_and_say_why() -> None:
    before = plan(Point(number="3", provisions=(CAP,)))
    after = plan(
        Point(number="7", provisions=(VOTE,), replaces=("3", "9")), plan_id="b", revises="a"
    )
    (link,) = align(before, after).links
    assert (str(link.basis), link.why) == ("declared", "replaces point 3")
    assert align(after, before).links == (link.swapped(),)


def test_a_crosswalk_links_points_by_their_numbers() -> None:
    before = plan(Point(number="1", provisions=(CAP,)))
    after = plan(Point(number="5", provisions=(VOTE,)), plan_id="b")
    (link,) = align(before, after, crosswalk=[("1", "5"), ("1", "8"), ("2", "5")]).links
    assert (str(link.basis), link.why) == ("declared", "named in a crosswalk")


def test_points_without_provisions_align_by_text() -> None:
    before = plan(
        Point(number="1", text="The armed forces are limited to 600,000 personnel."),
        Point(number="2", text="Elections are held in 100 days."),
        Point(number="3", text="Frozen funds are released."),
    )
    after = plan(
        Point(number="1", text="Elections are held in 90 days."),
        Point(number="2", text="The armed forces are limited to 800,000 personnel."),
        Point(number="3", text="Power of the plant is shared equally, half and half."),
        plan_id="b",
    )
    found = align(before, after)
    assert [(link.before, link.after) for link in found.links] == [(0, 1), (1, 0)]
    assert found.links[0].why.startswith("texts are 9")
    assert kinds(found) == ["one-to-one", "one-to-one", "only-left", "only-right"]


def test_each_point_is_linked_by_text_at_most_once() -> None:
    same = "Prisoners are exchanged."
    before = plan(Point(number="1", text=same), Point(number="2", text=same))
    after = plan(Point(number="1", text=same), plan_id="b")
    assert len(align(before, after).links) == 1
    assert align(after, before) == align(before, after).swapped()


@given(
    st.lists(st.text("ab ", min_size=1).filter(str.strip), max_size=5),
    st.lists(st.text("ab ", min_size=1).filter(str.strip), max_size=5),
)
def test_aligning_by_text_mirrors_even_with_equal_scores(left: Any, right: Any) -> None:
    one, other = (
        plan(*(Point(number=str(i), text=text) for i, text in enumerate(texts, 1)), plan_id=name)
        for name, texts in (("a", left), ("b", right))
    )
    laws.alignment_mirrors(one, other)
    laws.alignment_covers_every_point_once(one, other)


@given(plans("one"), plans("other"))
def test_links_by_issues_hold_exactly_where_issues_are_shared(one: Any, other: Any) -> None:
    for link in align(one, other).links:
        shared = {p.issue for p in one.points[link.before].provisions} & {
            p.issue for p in other.points[link.after].provisions
        }
        assert bool(shared) == (link.basis == "shared issues")


def test_the_european_text_follows_the_numbers_of_the_draft_it_revises() -> None:
    found = align(load("us-28"), load("europe-28"))
    assert [group.before for group in found.groups if not group.after] == [(2,)]
    assert kinds(found).count("one-to-one") == 27


def test_edits_name_what_was_reworded_renumbered_and_moved() -> None:
    before = plan(
        Point(number="1", summary="First.", provisions=(CAP,)),
        Point(number="2", provisions=(VOTE,)),
        Point(number="3", provisions=(Amnesty(),)),
        Point(number="4", provisions=(ClaimsWaiver(),)),
    )
    after = plan(
        Point(number="1", provisions=(VOTE,)),
        Point(number="2", provisions=(Amnesty(),)),
        Point(number="3", summary="Reworded.", provisions=(CAP,)),
        Point(number="4", heading="New"),
        plan_id="b",
    )
    found = diff(before, after)
    assert [(edit.positions, edit.moved) for edit in found.edits] == [
        ((0, 2), True),
        ((1, 0), False),
        ((2, 1), False),
        ((3, None), False),
        ((None, 3), False),
    ]
    assert [(one.path, one.before, one.after) for one in found.edits[0].fields] == [
        (("number",), "1", "3"),
        (("summary",), "First.", "Reworded."),
    ]
    assert found.edits[3].fields == ()
    assert [one.path for one in found.metadata] == [("id",)]


def test_field_edits_tell_what_came_and_went() -> None:
    before = plan(Point(number="1", heading="Forces", provisions=(CAP,)))
    after = plan(
        Point(number="1", note="New.", provisions=(CAP, VOTE)),
        plan_id="b",
    )
    (edit,) = diff(before, after).edits
    assert [(one.path, one.before) for one in edit.fields] == [
        (("heading",), "Forces"),
        (("note",), None),
        (("provisions", 1), None),
    ]
    (back,) = diff(after, before).edits
    assert back.fields[2].after is None


def test_long_texts_align_by_the_rare_words_they_share() -> None:
    """Beyond ten thousand pairs only points that share a rare word are compared."""
    before = plan(
        *(Point(number=str(i), text=f"Measure {i} of the programme.") for i in range(1, 121))
    )
    after = plan(
        *(Point(number=str(i), text=f"Measure {121 - i} of the programme.") for i in range(1, 121)),
        plan_id="b",
    )
    found = align(before, after)
    assert [(link.before, link.after) for link in found.links] == [(i, 119 - i) for i in range(120)]
    laws.alignment_mirrors(before, after)


def texts(*written: str, plan_id: str = "a") -> Any:
    return plan(
        *(Point(number=str(i), text=one) for i, one in enumerate(written, 1)), plan_id=plan_id
    )


def test_a_link_by_text_says_how_alike_the_texts_are() -> None:
    before = texts("Forces leave the line of contact.", "Prisoners are exchanged.")
    after = texts("FORCES leave\tthe line of contact now.", plan_id="b")
    (link,) = align(before, after).links
    assert (link.basis, link.why) == ("text", "texts are 94 % alike")
    headed = plan(Point(number="1", heading="Forces leave", summary="the line of contact."))
    (link,) = align(headed, texts("Forces leave the line of contact.", plan_id="b")).links
    assert link.why == "texts are 100 % alike"


def test_a_text_that_is_a_small_part_of_another_is_not_like_it() -> None:
    long = "Prisoners are exchanged, all for all, within a month, and nobody is tried for it."
    assert align(texts("Prisoners are exchanged."), texts(long, plan_id="b")).links == ()


def test_texts_of_a_few_points_need_no_word_in_common() -> None:
    assert len(align(texts("Demilitarisation"), texts("Demilitarization", plan_id="b")).links) == 1


def test_as_many_equal_texts_are_linked_as_there_are() -> None:
    before, after = (
        texts(*["Prisoners are exchanged."] * 8),
        texts(*["Prisoners are exchanged."] * 8),
    )
    assert len(align(before, after).links) == 8


def test_among_very_many_points_a_frequent_word_links_nothing() -> None:
    for count, links in ((100, 100), (101, 0)):
        many = ["Clause of the programme."] * count
        assert len(align(texts(*many), texts(*many, plan_id="b")).links) == links


def test_among_very_many_points_a_word_is_rare_up_to_two_dozen_texts() -> None:
    rest = [f"Clause {'of the programme ' * 3}"] * 120
    rare = ["Harbour clause."] * 12
    found = align(texts(*rare, *rest), texts(*rare, *rest, plan_id="b"))
    assert len(found.links) == 12
    one_more = align(texts(*rare, "Harbour clause.", *rest), texts(*rare, *rest, plan_id="b"))
    assert one_more.links == ()


def test_a_link_by_issues_names_all_that_are_shared() -> None:
    both = Point(number="1", provisions=(VOTE, CAP))
    (link,) = align(plan(both), plan(both, plan_id="b")).links
    assert link.why == "both state elections/ukraine, force-ceiling/ukraine"


def test_as_few_points_as_possible_count_as_moved() -> None:
    clauses = [
        Point(number=str(i), provisions=(CAP.model_copy(update={"part": f"phase-{i}"}),))
        for i in range(5)
    ]
    for order, moved in (((0, 2, 3, 1, 4), (1, 3)), ((0, 3, 1, 2, 4), (3, 1))):
        after = plan(*(clauses[i] for i in order), plan_id="b")
        edits = diff(plan(*clauses), after).edits
        assert [edit.positions for edit in edits if edit.moved] == [moved]


def test_field_edits_go_into_what_differs_throughout_and_count_as_people_do() -> None:
    one = Point(number="1", provisions=(CAP,))
    other = Point(number="2", heading="Money", text="Paid.", note="New.", provisions=(VOTE,))
    paths = [edit.path for edit in field_edits(one, other)]
    assert ("provisions", 0, "kind") in paths
    assert ("number",) in paths
    readings = [
        CAP.model_copy(
            update={"readings": ({"why": "bracketed", "says": "Open.", "terms": terms},)}
        )
        for terms in ({"personnel": 1}, {"period": "always"})
    ]
    assert [edit.path[-2:] for edit in field_edits(*readings)] == [
        ("terms", "period"),
        ("terms", "personnel"),
    ]
    labels = tuple(str(number) for number in range(1, 12))
    renamed = tuple(f"{label}a" for label in labels)
    edits = field_edits(Point(replaces=labels), Point(replaces=renamed))
    assert [edit.path for edit in edits] == [("replaces", place) for place in range(11)]
