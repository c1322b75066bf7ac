"""What holds of positions, verdicts and scores, each law stated once, as a plain function.

A law raises `AssertionError` where it does not hold. Run them on plans and positions of your own.

PYTEST_DONT_REWRITE: where whole plans differ, pytest would take minutes to tell them apart.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from plancompare.model import (
    Plan,
    Predicate,
    Rule,
    Stakeholder,
    Treatment,
    last_day,
    pattern_matches,
)
from plancompare.model.frozen import Frozen
from plancompare.model.term_tests import Content
from plancompare.scoring.bench import LineState
from plancompare.scoring.ruling import Verdict
from plancompare.scoring.score import Score, score
from plancompare.scoring.verdict import VerdictTable, verdicts

__all__ = [
    "better_verdict_never_lowers",
    "contributions_sum_exactly",
    "crossed_line_is_rejected",
    "disclosing_overturns_nothing",
    "figures_are_shares",
    "later_statements_have_no_effect",
    "more_text_overturns_nothing",
    "negation_is_the_opposite",
    "order_and_scale_of_weights_change_nothing",
    "other_plans_change_nothing",
    "positions_bear_on_their_issues",
    "readings_are_all_taken",
    "settling_narrows",
    "silence_crosses_only_where_absence_is_ruled_out",
    "sources_carry_their_claims",
    "superseded_statements_have_no_effect",
    "swapping_parties_swaps_results",
    "verdicts_are_total",
    "weights_are_the_same_for_every_plan",
]

_BETTER = (Verdict.REJECTED, Verdict.CONTRARY, Verdict.ACCEPTABLE, Verdict.PREFERRED)

F = TypeVar("F", bound=Frozen)


def negation_is_the_opposite(predicate: Predicate, content: Content, *, partial: bool) -> None:
    """A negated predicate is true where the predicate is false, and undecided where it is; negated
    twice, it is what it was.
    """
    truth = predicate.holds(content, partial=partial)
    opposite = predicate.negated().holds(content, partial=partial)
    assert opposite is (None if truth is None else not truth)
    assert predicate.negated().negated().holds(content, partial=partial) is truth


def more_text_overturns_nothing(predicate: Predicate, content: Mapping[str, Any]) -> None:
    """What is decided while some terms are undisclosed stays so once they are known."""
    whole = predicate.holds(content)
    for hidden in (test.term for test in predicate.tests):
        part = predicate.holds({**content, hidden: None}, partial=True)
        assert part is None or part is whole


def verdicts_are_total(plan: Plan, stakeholder: Stakeholder) -> None:
    """Every issue of the plan and of the stakeholder has one verdict, unaddressed without a
    position, and open only where something is not known.
    """
    table = verdicts(plan, stakeholder)
    issues = [row.issue for row in table.rows]
    assert len(set(issues)) == len(issues)
    assert set(plan.stated) | set(plan.listed) <= set(issues)
    for row in table.rows:
        if not row.positions:
            assert row.verdict is Verdict.UNADDRESSED
        if row.verdict is Verdict.OPEN:
            assert row.cell.treatment is not Treatment.SILENT or row.cell.left_to


def positions_bear_on_their_issues(plan: Plan, stakeholder: Stakeholder) -> None:
    """On each issue that the plan treats bear just the positions that name it, the whole of which
    it is a part, or a pattern that it fits.
    """
    table = verdicts(plan, stakeholder)
    for issue in (*plan.stated, *plan.listed):
        bearing = {one.id for one in table.verdict(issue).positions}
        assert bearing == {
            one.id
            for one in stakeholder.in_effect()
            if any(pattern_matches(pattern, issue) for pattern in one.issues)
        }


def silence_crosses_only_where_absence_is_ruled_out(plan: Plan, stakeholder: Stakeholder) -> None:
    """Where a plan is silent, it crosses a line only if the absence of a clause was ruled out."""
    table = verdicts(plan, stakeholder)
    for line in table.lines:
        ruled_out = {one.presence for one in line.position.rejected.alternatives}
        for issue, state in line.issues:
            if plan.treatment(issue) is Treatment.SILENT and state is LineState.CROSSED:
                assert "absent" in ruled_out


def readings_are_all_taken(plan: Plan, stakeholder: Stakeholder) -> None:
    """A verdict that is not open holds whichever reading of a clause is the right one."""
    table = verdicts(plan, stakeholder)
    for issue, (clause, point) in plan.stated.items():
        verdict = table.verdict(issue).verdict
        for reading in clause.readings if verdict is not Verdict.OPEN else ():
            settled = clause.under(reading).model_copy(update={"readings": ()})
            clauses = tuple(settled if one is clause else one for one in point.provisions)
            read = point.model_copy(update={"provisions": clauses})
            points = tuple(read if one is point else one for one in plan.points)
            other = plan.model_copy(update={"points": points})
            assert verdicts(other, stakeholder).verdict(issue).verdict is verdict


def disclosing_overturns_nothing(part: Plan, whole: Plan, stakeholder: Stakeholder) -> None:
    """What is decided of a partly disclosed plan stays so when the rest of it becomes known."""
    before, after = verdicts(part, stakeholder), verdicts(whole, stakeholder)
    known = {row.issue: row.verdict for row in after.rows}
    for row in before.rows:
        if row.verdict is not Verdict.OPEN:
            assert known.get(row.issue, row.verdict) is row.verdict
    for one, other in zip(before.lines, after.lines, strict=True):
        assert one.state in (LineState.UNDECIDED, other.state)


def crossed_line_is_rejected(plan: Plan, stakeholder: Stakeholder) -> None:
    """Where a plan crosses a red line on an issue, that issue is rejected, and only a line that
    may be crossed makes it so.
    """
    table = verdicts(plan, stakeholder)
    for row in table.rows:
        states = [
            state for line in table.lines for issue, state in line.issues if issue == row.issue
        ]
        if LineState.CROSSED in states:
            assert row.verdict is Verdict.REJECTED
        if row.verdict is Verdict.REJECTED:
            assert set(states) - {LineState.MET}


def figures_are_shares(plan: Plan, stakeholder: Stakeholder, rule: Rule) -> None:
    """Every figure of every method lies from 0 to 1, the lower bound not above the upper one."""
    for intervals in score(plan, stakeholder, rule=rule).aggregates.values():
        for low, high in intervals:
            assert 0 <= low <= high <= 1


def contributions_sum_exactly(plan: Plan, stakeholder: Stakeholder, rule: Rule) -> None:
    """The contributions of the issues sum to the score, and their weights to the whole."""
    found = score(plan, stakeholder, rule=rule)
    if found.contributions:
        assert sum(one.weight for one in found.contributions) == 1
        assert sum(one.low for one in found.contributions) == found.interval.low
        assert sum(one.high for one in found.contributions) == found.interval.high


def settling_narrows(before: Plan, after: Plan, stakeholder: Stakeholder, rule: Rule) -> None:
    """Settling an open issue narrows every interval, and the new one lies inside the old."""
    one, other = score(before, stakeholder, rule=rule), score(after, stakeholder, rule=rule)
    for name, intervals in one.aggregates.items():
        for wide, narrow in zip(intervals, other.aggregates[name], strict=True):
            assert wide.low <= narrow.low <= narrow.high <= wide.high


def better_verdict_never_lowers(plan: Plan, stakeholder: Stakeholder, rule: Rule) -> None:
    """Moving one issue to a better verdict never lowers a bound of any method."""
    table = verdicts(plan, stakeholder)
    whole = Score(table, rule)
    for row in table.addressed:
        for better in _BETTER[_BETTER.index(row.verdict) + 1 :] if row.verdict in _BETTER else ():
            raised = Score(replace(table, verdicts={**table.verdicts, row.issue: better}), rule)
            for name, intervals in whole.aggregates.items():
                for was, now in zip(intervals, raised.aggregates[name], strict=True):
                    assert now.low >= was.low
                    assert now.high >= was.high


def order_and_scale_of_weights_change_nothing(
    plan: Plan, stakeholder: Stakeholder, rule: Rule
) -> None:
    """Weights three times as large, and points and positions in another order, give equal figures."""
    written = rule.model_dump(mode="json")
    for one in written["weights"].values():
        one["weight"] *= 3
    scaled = Rule.model_validate(written)
    turned = plan.model_copy(update={"points": plan.points[::-1]})
    other = stakeholder.model_copy(update={"positions": stakeholder.positions[::-1]})
    assert (
        score(plan, stakeholder, rule=rule).aggregates
        == score(turned, other, rule=scaled).aggregates
    )


def weights_are_the_same_for_every_plan(
    plan: Plan, other: Plan, stakeholder: Stakeholder, rule: Rule
) -> None:
    """What a stakeholder spoke of weighs the same however many issues of a plan it covers."""

    def weights(one: Plan) -> list[tuple[str, int]]:
        found = score(one, stakeholder, rule=rule).criteria
        return [(each.name, each.weight(rule)) for each in found if each.salience]

    assert sorted(weights(plan)) == sorted(weights(other))


def other_plans_change_nothing(
    plan: Plan, other: Plan, stakeholder: Stakeholder, rule: Rule
) -> None:
    """A plan scores the same whatever other plan was scored before it."""
    from plancompare.scoring.panel import score_panel

    unasked = stakeholder.model_copy()
    alone = score_panel([plan], [unasked], rule=rule).rows[0][0]
    beside = score_panel([other, plan], [stakeholder], rule=rule).rows[0][1]
    assert alone.aggregates == beside.aggregates
    assert alone.table.rows == beside.table.rows


def later_statements_have_no_effect(
    plan: Plan, stakeholder: Stakeholder, as_of: datetime.date
) -> None:
    """What was said after a day, a restatement too, makes no difference to the results as of that
    day; what is known to a month only may have been said on its last day.
    """

    def by_then(said: Any) -> Any:
        cites = [one for one in said.evidence if last_day(one.said_on or said.stated_on) <= as_of]
        return said.model_copy(update={"evidence": tuple(cites) or said.evidence})

    known = stakeholder.model_copy(
        update={
            name: tuple(
                by_then(one)
                for one in getattr(stakeholder, name)
                if last_day(one.stated_on) <= as_of
            )
            for name in ("positions", "statements")
        }
    )
    one, other = verdicts(plan, stakeholder, as_of=as_of), verdicts(plan, known)
    assert (one.rows, one.lines, one.statements) == (other.rows, other.lines, other.statements)


def superseded_statements_have_no_effect(plan: Plan, stakeholder: Stakeholder) -> None:
    """What a later statement replaces makes no difference any more."""
    replaced = {old for one in stakeholder.positions for old in one.supersedes}
    left = tuple(one for one in stakeholder.positions if one.id not in replaced)
    other = verdicts(plan, stakeholder.model_copy(update={"positions": left}))
    table = verdicts(plan, stakeholder)
    assert (table.rows, table.lines) == (other.rows, other.lines)


def sources_carry_their_claims(plan: Plan, stakeholder: Stakeholder, source: str) -> None:
    """Without a source, every claim that rests on it alone is gone, and no other."""
    left = stakeholder.without_source(source)
    kept = {
        one.id
        for one in stakeholder.positions
        if not one.evidence or any(set(cited.sources) - {source} for cited in one.evidence)
    }
    assert {one.id for one in left.positions} == kept
    for row in verdicts(plan, left).rows:
        for position in row.positions:
            assert all(source not in one.sources for one in position.evidence)


def swapping_parties_swaps_results(
    plan: Plan, stakeholder: Stakeholder, one: str, other: str
) -> None:
    """Exchanging two names everywhere exchanges them in the results, and nothing else."""
    names = {one: other, other: one}
    table = verdicts(plan, stakeholder)
    swapped = verdicts(_renamed(plan, names), _renamed(stakeholder, names))
    assert _seen(swapped) == {
        _rename(issue, names): verdict for issue, verdict in _seen(table).items()
    }
    assert [line.state for line in swapped.lines] == [line.state for line in table.lines]


def _seen(table: VerdictTable) -> dict[str, Verdict]:
    return {row.issue: row.verdict for row in table.rows}


def _renamed(value: F, names: dict[str, str]) -> F:
    written = json.loads(value.model_dump_json())
    return type(value).model_validate_json(json.dumps(_walk(written, names)))


def _walk(data: Any, names: dict[str, str]) -> Any:
    if isinstance(data, dict):
        return {_rename(name, names): _walk(one, names) for name, one in data.items()}
    if isinstance(data, list):
        return [_walk(one, names) for one in data]
    return _rename(data, names) if isinstance(data, str) else data


def _rename(text: str, names: dict[str, str]) -> str:
    """Names exchanged in an id or an issue; those joined by + stay in order."""
    return "/".join("+".join(_members(part, names)) for part in text.split("/"))


def _members(part: str, names: dict[str, str]) -> Iterator[str]:
    body, sharp, rest = part.partition("#")
    found = body.split("+")
    new = [names.get(one, one) for one in found]
    *first, last = sorted(new) if new != found else new
    yield from first
    yield f"{last}{sharp}{rest}"
