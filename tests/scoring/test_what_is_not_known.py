"""Where a text does not say, no verdict is made up: deferred, in parts, partly disclosed."""

from typing import Any

from plancompare import Plan, Stakeholder, verdicts
from plancompare.model import Position
from plancompare.model.predicates import Predicate
from plancompare.tables.explanation import explanation


def draft(*clauses: dict[str, Any], **fields: Any) -> Plan:
    """A plan of some clauses in one point."""
    return Plan.model_validate(
        {
            "id": "draft",
            "title": "A draft",
            "conflict": "river",
            "date": "2025-11-01",
            "text_status": "reported",
            "disclosure": "full",
            "points": [{"number": "1", "provisions": clauses}],
            **fields,
        }
    )


def said(issue: str, **wishes: Any) -> Stakeholder:
    """A party that made one statement, in which a refusal is a red line."""
    refusal = {"strength": "ruled-out", "line": "that"} if "rejects" in wishes else {}
    position = Position.model_validate(
        {
            "id": "said",
            "issues": [issue],
            "says": "Said so.",
            "salience": {"level": "high", "reason": "said so"},
            "confidence": "high",
            "stated_on": "2025-11-20",
            "speaker": "A speaker",
            **refusal,
            **wishes,
        }
    )
    return Stakeholder(party="upstream", positions=(position,))


def seen(plan: Plan, stakeholder: Stakeholder) -> dict[str, str]:
    """The verdict on each issue."""
    return {row.issue: str(row.verdict) for row in verdicts(plan, stakeholder).rows}


def test_a_deferred_clause_may_state_what_silence_would_exclude() -> None:
    wish = said("ceasefire/general", prefers=["absent", {"conditions": {"equals": []}}])
    deferred = draft(defers=[{"issues": ["ceasefire/general"]}])
    assert seen(draft(), wish) == {"ceasefire/general": "preferred"}
    assert seen(deferred, wish) == {"ceasefire/general": "open"}


PHASE = {"kind": "ceasefire", "scope": "general", "part": "phase-1"}


def test_a_position_on_an_issue_bears_on_its_parts() -> None:
    line = said("ceasefire/general", prefers="absent", rejects="present")
    table = verdicts(draft(PHASE), line)
    assert {row.issue: str(row.verdict) for row in table.rows} == {
        "ceasefire/general#phase-1": "rejected"
    }
    assert [str(one.state) for one in table.lines] == ["crossed"]


def test_of_a_partly_disclosed_plan_other_parts_stay_open() -> None:
    line = said("ceasefire/general", prefers="present")
    assert seen(draft(PHASE, disclosure="partial"), line) == {
        "ceasefire/general": "open",
        "ceasefire/general#phase-1": "preferred",
    }


UNLIMITED = {"kind": "force-ceiling", "party": "a", "personnel": "unlimited"}


def test_a_partly_disclosed_plan_may_hold_back_more_of_what_a_pattern_covers() -> None:
    line = said("force-ceiling/*", rejects={"personnel": {"below": "unlimited"}}, on_absence="none")
    assert seen(draft(UNLIMITED), line) == {"force-ceiling/a": "unaddressed"}
    partial = draft(UNLIMITED, disclosure="partial")
    assert seen(partial, line) == {"force-ceiling/a": "unaddressed"}
    assert [str(one.state) for one in verdicts(draft(UNLIMITED), line).lines] == ["met"]
    assert [str(one.state) for one in verdicts(partial, line).lines] == ["undecided"]


def test_an_issue_that_is_named_and_fits_a_pattern_counts_once() -> None:
    line = said("force-ceiling/a", prefers="present")
    twice = line.positions[0].model_copy(update={"issues": ("force-ceiling/*", "force-ceiling/a")})
    table = verdicts(draft(UNLIMITED), Stakeholder(party="upstream", positions=(twice,)))
    assert [len(row.positions) for row in table.rows] == [1]


def test_an_issue_that_only_a_pattern_covers_is_explained_by_its_statement() -> None:
    wish = said("force-ceiling/*", prefers="present")
    text = explanation(verdicts(draft(UNLIMITED), wish), "force-ceiling/b")
    assert "draft (no source): no clause." in text
    assert "upstream (A speaker, 2025-11-20, no source): Said so." in text
    assert text.endswith(
        "Verdict: contrary, since the plan's content is neither the aim nor accepted, "
        "and it was not ruled out."
    )


def test_what_was_refused_in_lesser_words_is_said_to_be_refused() -> None:
    refused = said("force-ceiling/a", rejects="present", strength="principle", line=None)
    text = explanation(verdicts(draft(UNLIMITED), refused), "force-ceiling/a")
    assert text.endswith("since the plan's content was refused, though not ruled out.")


def test_the_opposite_of_nothing_is_anything() -> None:
    anything = Predicate().negated()
    assert anything.holds(None) is True
    assert anything.holds({}) is True
    assert anything.negated() == Predicate()


def test_events_in_a_set_are_matched_one_by_one() -> None:
    by = {"event": "signature", "by": ["a"]}
    wish = said("ceasefire/general", prefers={"conditions": {"equals": ["signature", by]}})
    clause = {"kind": "ceasefire", "scope": "general"}
    both = draft({**clause, "conditions": [by, "ratification"]})
    assert seen(both, wish) == {"ceasefire/general": "contrary"}
    named = draft({**clause, "conditions": [by, {"event": "signature", "by": ["b"]}]})
    assert seen(named, wish) == {"ceasefire/general": "preferred"}
