"""A new draft: the structure of the one it revises, none of its facts, and TODO for the rest."""

import re

import pytest

import plancompare
from plancompare import InvalidFileError, Library, Plan
from plancompare.library.audit import audit_plan
from plancompare.library.document import Document
from plancompare.library.drafting import FIELDS, drafted

GIVEN = {
    "title": "A draft: the second",
    "date": "2025-12-02",
    "text_status": "reported",
    "disclosure": "partial",
}


def plan_of(text: str, library: Library | None = None) -> Plan:
    plan, problems, _ = audit_plan(Document("draft.yaml", text), library or Library())
    assert all(problem.todo for problem in problems)
    assert plan is not None
    return plan


@pytest.mark.parametrize("name", ["us-28", "europe-28", "geneva"])
def test_structure_is_copied_and_no_fact_about_the_other_text(name: str) -> None:
    base = plancompare.load(name)
    draft = plan_of(drafted("draft", base, GIVEN))
    assert (draft.revises, draft.conflict) == (base.id, base.conflict)
    assert [*draft.stated] == [*base.stated]
    for mine, theirs in zip(draft.points, base.points, strict=True):
        assert (mine.number, mine.heading) == (theirs.number, theirs.heading)
        assert mine.replaces == ((theirs.number,) if theirs.number else ())
        assert (mine.summary, mine.text, mine.note, mine.evidence) == (None, None, None, ())
        for clause, other in zip(mine.provisions, theirs.provisions, strict=True):
            assert (clause.terms(), clause.at) == (other.terms(), other.at)
            assert not any((clause.evidence, clause.readings, clause.wording, clause.note))
    assert not any((draft.evidence, draft.proponents, draft.reports, [*draft.listings]))


def test_what_only_the_new_text_can_tell_is_to_do() -> None:
    text = drafted("draft", plancompare.load("us-28"))
    plan, problems, progress = audit_plan(Document("draft.yaml", text), Library())
    assert plan is None
    assert {problem.where for problem in problems} >= {*FIELDS, "evidence"} - {"conflict"}
    assert all(problem.todo for problem in problems)
    assert progress
    assert progress.uncited == 1 + len(plancompare.load("us-28").stated)


def test_a_skeleton_asks_for_all_that_a_plan_has_to_say(library: Library) -> None:
    text = drafted("draft")
    _, problems, progress = audit_plan(Document("draft.yaml", text), library)
    assert [problem.where for problem in problems] == [*FIELDS, "evidence"]
    assert str(progress) == "0 of 0 points typed, 1 claim without a source"


def test_the_examples_of_a_skeleton_can_be_used(library: Library) -> None:
    head, _, examples = drafted("draft", given={**GIVEN, "conflict": "north-south"}).partition("#")
    assert not head
    text = re.sub("^# (?=[ a-z]+:$|  )", "", f"#{examples}", flags=re.MULTILINE)
    for example, real in (
        ("the-id-of-a-party", "north"),
        ("the-id-of-a-source", "gazette-2025"),
        ("the-id-of-a-place", "valley"),
    ):
        text = text.replace(example, real)
    draft = plan_of(text, library)
    assert [*draft.stated] == ["force-ceiling/north"]
    assert [*draft.listed] == ["amnesty", "territorial-status/valley"]


def test_what_is_given_must_fit() -> None:
    with pytest.raises(InvalidFileError) as caught:
        drafted("A draft", given={**GIVEN, "date": "soon", "title": "7"})
    assert str(caught.value) == (
        "A draft.yaml:2:1: id: 'A draft' does not have the right form; "
        "write a name in lower case with hyphens, such as united-states\n"
        "A draft.yaml:5:1: date: 'soon' is not a date; write it like 2025-11-20"
    )


def test_a_draft_is_the_same_every_time() -> None:
    base = plancompare.load("europe-28")
    assert drafted("draft", base, GIVEN) == drafted("draft", base, dict(reversed(GIVEN.items())))
