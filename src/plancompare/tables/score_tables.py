"""Scores as tables: intervals as bars that read without colour, crossings and coverage beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil, floor, sqrt

from plancompare.scoring.aggregation import AGGREGATIONS, Interval
from plancompare.scoring.bench import LineState
from plancompare.scoring.pairing import PairFinding, percentage
from plancompare.scoring.panel import ScorePanel
from plancompare.scoring.robustness import Robustness
from plancompare.scoring.score import Score
from plancompare.tables.table import Row, Table

__all__ = ["interval_bar", "score_table"]

_CELLS = 16
_MOST_BREAK_EVEN = 3
_MOST_WEIGHTS = 3
_LEAST_RISE = 0.01
_KNOWN, _NOT = "█", "·"


def interval_bar(interval: Interval, cells: int = _CELLS) -> str:
    """An interval from 0 to 1 as a bar; what it covers is solid, at least one cell.

    >>> interval_bar(Interval(Fraction(1, 4), Fraction(1, 2)), 8)
    '··██····'
    """
    first = min(floor(interval.low * cells), cells - 1)
    last = max(ceil(interval.high * cells), first + 1)
    return _NOT * first + _KNOWN * (last - first) + _NOT * (cells - last)


def score_table(panel: ScorePanel) -> Table:
    """A row for each stakeholder and plan; for one stakeholder, every method and how firm it is."""
    if len(panel.rows) == 1:
        return _methods(panel)
    rows = tuple(
        Row(
            one.table.stakeholder.party,
            (
                one.table.plan.id,
                interval_bar(one.interval) if one.table.addressed else "",
                str(one.interval) if one.table.addressed else "nothing on record",
                _crossings(one),
                str(one.coverage),
            ),
        )
        for scores in panel.rows
        for one in scores
    )
    notes = (
        *_legend(panel),
        *(
            f"{found.stakeholder.party}: {pair.in_words}"
            for found in panel.robustness
            for pair in found.pairs
        ),
        *_drawn(panel.robustness),
        "every method for one stakeholder: --stakeholder NAME",
    )
    columns = ("plan", "0 to 1", "additive value", "red lines", "issues decided")
    return Table(_title(panel), columns, rows, "stakeholder", notes)


def _title(panel: ScorePanel) -> str:
    plans = ", ".join(plan.id for plan in panel.plans)
    day = panel.rows[0][0].table.as_of if panel.rows else None
    rule = panel.rows[0][0].rule.id if panel.rows else ""
    return f"{plans}{f', as of {day}' if day else ''}, rule {rule}"


def _legend(panel: ScorePanel) -> Iterator[str]:
    yield (
        "each interval reaches from the worst to the best that open issues leave possible; figures "
        "of different stakeholders cannot be compared, and none says which plan is better"
    )
    if panel.rows:
        rule = panel.rows[0][0].rule
        values = ", ".join(
            f"{name} {getattr(rule.values, name).value}" for name in type(rule.values).model_fields
        )
        weights = ", ".join(
            f"{name.replace('_', '-')} {getattr(rule.weights, name).weight}"
            for name in type(rule.weights).model_fields
        )
        yield f"rule {rule.id} ({rule.title}): {values}; weights by salience: {weights}"


def _crossings(one: Score) -> str:
    lines = []
    for inferred, kind in ((False, ""), (True, " (inferred)")):
        found = [line.state for line in one.table.lines if line.inferred is inferred]
        crossed, undecided = (
            found.count(state) for state in (LineState.CROSSED, LineState.UNDECIDED)
        )
        if found:
            open_ = f", {undecided} undecided" if undecided else ""
            lines.append(f"{crossed} of {len(found)} crossed{open_}{kind}")
    return "\n".join(lines) or "none on record"


def _methods(panel: ScorePanel) -> Table:
    rows = [
        Row(
            one.table.plan.id,
            (name, interval_bar(one.aggregates[name][-1]), _figures(one, name)),
            f"red lines: {_crossings(one)}; issues decided: {one.coverage}".replace("\n", "; "),
        )
        for one in panel.rows[0]
        for name in AGGREGATIONS
    ]
    party = panel.rows[0][0].table.stakeholder.party
    notes = [*_legend(panel)]
    if not any(one.table.addressed for one in panel.rows[0]):
        notes.append(f"nothing that {party} said is on record by then: no plan is above another")
    for found in panel.robustness:
        rows += _acceptability(found)
        rows += _central_weights(found)
        notes += [line for pair in found.pairs for line in _pair(pair)]
    notes += _drawn(panel.robustness)
    return Table(
        f"{_title(panel)}, {party}",
        ("method", "0 to 1", "value"),
        tuple(rows),
        group_column="plan",
        notes=tuple(notes),
    )


def _figures(one: Score, method: str) -> str:
    first, *rest = one.aggregates[method]
    if not rest:
        return str(first)
    declared = any(not line.inferred for line in one.table.lines)
    return f"{f'lines not crossed: {first}' if declared else 'no declared line'}, then {rest[0]}"


def _acceptability(found: Robustness) -> Iterator[Row]:
    about = (
        "share of the weights and values that respect the stated order, open issues drawn too; "
        "certain is what holds whatever becomes of these"
    )
    drawn = found.acceptability
    for plan, *of_plan in zip(found.plans, drawn.ranks, drawn.certain_ranks, strict=True):
        for place, (share, certain) in enumerate(zip(*of_plan, strict=True), 1):
            bar = interval_bar(Interval(Fraction(0), Fraction(share)))
            sure = f", {certain:.1%} certain" if certain < share else ""
            yield Row(
                "how often at which rank",
                (f"{plan.id}, rank {place}", bar if share else _NOT * _CELLS, f"{share:.1%}{sure}"),
                about,
            )


def _central_weights(found: Robustness) -> Iterator[Row]:
    """For each plan, which issues weigh more where it comes first than in all draws."""
    about = "highest mean shares of the weight where a plan comes first; in brackets, in all draws"
    drawn = found.acceptability
    for plan, central, ranks in zip(found.plans, drawn.central, drawn.ranks, strict=True):
        first = round(ranks[0] * drawn.sample.size)
        weights = "\n".join(_raised(central, first, found)) if central else "never first"
        yield Row("weights that put it first", (plan.id, "", weights), about)


def _raised(central: Sequence[float], draws: int, found: Robustness) -> Iterator[str]:
    """The weights most above the mean of all draws: by a hundredth, and by three standard errors,
    the standard deviation of a weight being no more than its mean.
    """
    pairs = sorted(
        zip(found.criteria, central, found.mean_weights, strict=True),
        key=lambda one: one[2] - Fraction(one[1]),
    )
    told = [
        f"{name} {weight:.0%} ({float(mean):.0%})"
        for name, weight, mean in pairs[:_MOST_WEIGHTS]
        if weight - mean >= max(_LEAST_RISE, 3 * mean / sqrt(draws))
    ]
    yield from told or ["none clearly higher"]


def _pair(pair: PairFinding) -> Iterator[str]:
    yield pair.in_words
    if pair.exact is not None:
        yield (
            f"over all weights, with the rule's values, {pair.one} is above {pair.other} in "
            f"{float(pair.exact):.1%} (exact)"
        )
    nearest = sorted(pair.break_even, key=lambda one: abs(one.level - one.now))
    if nearest:
        yield "level at: " + "; ".join(
            f"{one.criterion} with {percentage(one.level)} of the weight, now {percentage(one.now)}"
            for one in nearest[:_MOST_BREAK_EVEN]
        )


def _drawn(found: Sequence[Robustness]) -> Iterator[str]:
    if found:
        sample, error = found[0].acceptability.sample, found[0].acceptability.error
        yield (
            f"{sample.size:,} draws from seed {sample.seed}; standard error of a share at most "
            f"{error:.1%}"
        )
