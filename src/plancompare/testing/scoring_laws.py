"""What holds of positions, verdicts and scores, each law stated once, as a plain function.

A law raises `AssertionError` where it does not hold. Run them on plans and positions of your own.

PYTEST_DONT_REWRITE: where whole plans differ, pytest would take minutes to tell them apart.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeVar

from plancompare.model import Plan, Predicate, Rule, Stakeholder
from plancompare.model.frozen import Frozen
from plancompare.model.predicates import Content
from plancompare.scoring.score import Score, score
from plancompare.scoring.verdict import LineState, Verdict, VerdictTable, verdicts

__all__ = [
    "better_verdict_never_lowers",
    "contributions_sum_exactly",
    "crossed_line_is_rejected",
    "figures_are_shares",
    "later_statements_have_no_effect",
    "negation_is_the_opposite",
    "order_and_scale_of_weights_change_nothing",
    "other_plans_change_nothing",
    "settling_narrows",
    "sources_carry_their_claims",
    "swapping_parties_swaps_results",
    "verdicts_are_total",
]

_BETTER = (Verdict.REJECTED, Verdict.CONTRARY, Verdict.ACCEPTABLE, Verdict.PREFERRED)

F = TypeVar("F", bound=Frozen)


def negation_is_the_opposite(predicate: Predicate, content: Content, *, partial: bool) -> None:
    """A negated predicate is true where the predicate is false, and undecided where it is."""
    truth = predicate.holds(content, partial=partial)
    opposite = predicate.negated().holds(content, partial=partial)
    assert opposite is (None if truth is None else not truth)


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
    for place, row in enumerate(table.addressed):
        for better in _BETTER[_BETTER.index(row.verdict) + 1 :] if row.verdict in _BETTER else ():
            rows = list(table.addressed)
            rows[place] = row._replace(verdict=better)
            raised = Score(replace(table, addressed=tuple(rows)), rule)
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


def other_plans_change_nothing(
    plan: Plan, other: Plan, stakeholder: Stakeholder, rule: Rule
) -> None:
    """A plan scores the same whatever other plan is scored with it."""
    from plancompare.scoring.panel import score_panel

    alone = score_panel([plan], [stakeholder], rule=rule).rows[0][0]
    beside = score_panel([other, plan], [stakeholder], rule=rule).rows[0][1]
    assert alone.aggregates == beside.aggregates
    assert alone.table.rows == beside.table.rows


def later_statements_have_no_effect(
    plan: Plan, stakeholder: Stakeholder, as_of: datetime.date
) -> None:
    """What was said after a day makes no difference to the verdicts as of that day."""
    said = tuple(one for one in stakeholder.positions if one.said_by(as_of))
    known = stakeholder.model_copy(update={"positions": said})
    one, other = (
        verdicts(plan, stakeholder, as_of=as_of),
        verdicts(plan, known, as_of=as_of),
    )
    assert (one.rows, one.lines) == (other.rows, other.lines)


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
