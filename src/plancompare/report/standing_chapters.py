"""Red lines and scores of stakeholders as chapters of a document."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from plancompare.model import Plan
from plancompare.report.changes_view import PairView
from plancompare.report.chapter import Chapter, Grid, GridRow, Line, Run, texts
from plancompare.report.citing import Citing
from plancompare.report.names import Names
from plancompare.report.standing_view import ClauseView, LineView, StandingView, finding
from plancompare.scoring.aggregation import Interval
from plancompare.scoring.bench import LineState

__all__ = ["crossings_chapter", "lines_chapter", "scores_chapter"]


def crossings_chapter(pair: PairView, topics: Collection[str], names: Names) -> Chapter:
    """The red lines whose state two plans do not share, by stakeholder."""
    ui, word = names.labels.ui, names.labels.word
    rows = tuple(
        GridRow(
            (
                (tuple(_line(row.position.line or row.position.says, row.before.inferred, names)),),
                *map(texts, (word("lines", row.before.state), word("lines", row.after.state))),
                ((Run(word("effects", row.effect), bold=True),),),
            ),
            ((Run(names.name(row.stakeholder), bold=True),),),
        )
        for row in pair.crossings
        if not topics or row.position.topic in topics
    )
    before, after = pair.diff.before.id, pair.diff.after.id
    grid = Grid((ui["line"], before, after, ui["effect"]), rows)
    return Chapter(2, f"{ui['lines_changed']}: {before} → {after}", grid=grid)


def lines_chapter(
    standings: Sequence[StandingView],
    plans: Iterable[Plan],
    topics: Collection[str],
    names: Names,
    citing: Citing,
) -> Chapter:
    """Every red line with its source, and for each plan the clause that decides it."""
    ui = names.labels.ui
    plans = tuple(plans)
    rows = tuple(
        GridRow(tuple(_states(line, names, citing)), tuple(_counts(one, plans, names)))
        for one in standings
        for line in one.lines
        if not topics or line.position.topic in topics
    )
    without = [one.name for one in standings if not one.lines]
    lines = [ui["lines_note"], ui["lines_table_caption"]]
    if without:
        lines.append(names.labels.said("no_lines", who=", ".join(without)))
    grid = Grid((ui["line"], *(plan.id for plan in plans)), rows)
    return Chapter(1, ui["lines"], texts(*lines), grid)


def _line(text: str, inferred: bool, names: Names) -> Iterator[Run]:
    yield Run(text, free=True)
    if inferred:
        yield Run(f" ({names.labels.ui['inferred']})")


def _counts(one: StandingView, plans: Sequence[Plan], names: Names) -> Iterator[Line]:
    """The stakeholder, and how many of its lines each plan leaves in each state."""
    ui, word = names.labels.ui, names.labels.word
    yield (Run(one.name, bold=True),)
    for place, plan in enumerate(plans):
        counts = []
        for state in (LineState.CROSSED, LineState.UNDECIDED, LineState.MET):
            declared = one.counted(place, state, inferred=False)
            inferred = one.counted(place, state, inferred=True)
            more = f" + {inferred} {ui['inferred_short']}" if inferred else ""
            if declared or inferred:
                counts.append(f"{word('lines', state)} {declared}{more}")
        yield (Run(f"{plan.id}: {', '.join(counts)}", small=True),)


def _states(line: LineView, names: Names, citing: Citing) -> Iterator[tuple[Line, ...]]:
    position = line.position
    speaker = (
        Run(position.speaker, free=True, small=True),
        Run(f", {position.stated_on}", small=True),
    )
    said = tuple(_line(position.line or position.says, position.inferred, names))
    yield (said, speaker, *citing.lines(position.evidence))
    for state, clauses in line.states:
        head = (Run(names.labels.word("lines", state), bold=True),)
        yield (head, *(found for one in clauses for found in _clause(one, state, citing)))


def _clause(clause: ClauseView, state: LineState, citing: Citing) -> Iterator[Line]:
    issues = "; ".join(name for name, _ in clause.issues)
    yield (Run(f"{issues}: {clause.words}"),)
    if state is not LineState.MET and clause.evidence:
        yield from citing.lines(clause.evidence)


def scores_chapter(
    standings: Sequence[StandingView], plans: Iterable[Plan], names: Names
) -> Chapter:
    """The figure of each method as an interval, what it rests on, and how firm the order is."""
    ui = names.labels.ui
    scored = [one for one in standings if one.verdicts]
    rows = tuple(row for one in scored for row in _scores(one, names))
    silent = [one.name for one in standings if not one.verdicts]
    lines = [ui["scores_note"]]
    if silent:
        lines.append(names.labels.said("no_positions", who=", ".join(silent)))
    grid = Grid((ui["method_word"], *(plan.id for plan in plans)), rows)
    return Chapter(1, ui["scores"], texts(*lines), grid if rows else None)


def _scores(one: StandingView, names: Names) -> Iterator[GridRow]:
    ui, word, said = names.labels.ui, names.labels.word, names.labels.said
    group: tuple[Line, ...] = ((Run(one.name, bold=True),),)
    if one.robustness:
        group += tuple(
            (
                Run(word("firmness", pair.firmness), bold=True, small=True),
                Run(f": {finding(pair, names)}", small=True),
            )
            for pair in one.robustness.pairs
        )
    for method, found in one.methods:
        shown = (_interval(intervals[0], names) for intervals in found)
        yield GridRow(tuple(map(texts, (word("methods", method), *shown))), group)
    covered = (
        said(
            "covered",
            decided=score.coverage.decided,
            all=sum(score.coverage),
            open=score.coverage.open,
            without=score.coverage.unaddressed,
        )
        for score in one.scores
    )
    yield GridRow(tuple(map(texts, (ui["coverage"], *covered))), group)
    if one.robustness:
        drawn = one.robustness.acceptability
        parts = zip(drawn.ranks, drawn.certain_ranks, strict=True)
        ranks = (_ranks(shares, certain, names) for shares, certain in parts)
        yield GridRow(tuple(map(texts, (ui["ranks"], *ranks))), group)


def _interval(one: Interval, names: Names) -> str:
    low, high = (names.labels.decimal(float(bound)) for bound in one)
    return low if one.low == one.high else f"{low} {names.labels.ui['to']} {high}"


def _ranks(shares: Sequence[float], certain: Sequence[float], names: Names) -> str:
    return ", ".join(
        f"{names.labels.said('rank', rank=rank)}: {names.labels.share(share, sure)}"
        for rank, (share, sure) in enumerate(zip(shares, certain, strict=True), 1)
        if share
    )
