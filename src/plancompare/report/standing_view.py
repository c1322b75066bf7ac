"""How plans stand to one stakeholder as the page shows it: statements, lines, verdicts, scores."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from plancompare.model import Evidence, Position, Stakeholder, Statement
from plancompare.model.predicates import Predicate
from plancompare.model.term_tests import Test
from plancompare.model.topics import topic_order
from plancompare.report.matrix_view import brief
from plancompare.report.names import Names
from plancompare.scoring.aggregation import AGGREGATIONS, Interval
from plancompare.scoring.bench import LineState, RedLine
from plancompare.scoring.pairing import PairFinding
from plancompare.scoring.robustness import Robustness
from plancompare.scoring.ruling import Verdict
from plancompare.scoring.score import Score
from plancompare.scoring.verdict import IssueVerdict, VerdictTable

__all__ = ["StandingView", "finding", "standing_view"]


class SaidView(NamedTuple):
    """One position: its issues in words with their places in the matrix, and its tests in words.

    `line` is its place among the red lines, if it is one.
    """

    position: Position
    issues: tuple[tuple[str, int | None], ...]
    wishes: tuple[tuple[str, str], ...]
    line: int | None


class ClauseView(NamedTuple):
    """What decides whether a line is crossed: what a plan says, on some issues, and from where."""

    words: str
    evidence: tuple[Evidence, ...]
    issues: tuple[tuple[str, int | None], ...]


class LineView(NamedTuple):
    """One red line, and for each plan its state with the clauses that decide it."""

    number: int
    position: Position
    states: tuple[tuple[LineState, tuple[ClauseView, ...]], ...]


class VerdictView(NamedTuple):
    """One issue; for each plan the verdict, and what it adds to the additive value."""

    issue: str
    name: str
    row: int | None
    topic: str
    said: tuple[int, ...]
    cells: tuple[tuple[Verdict | None, Fraction, Fraction, Fraction], ...]


class CoverageView(NamedTuple):
    """How many issues on which there is a position are decided, open and unaddressed by a plan, and
    how many more issues it has.
    """

    decided: int
    open: int
    unaddressed: int
    beyond: int


class StandingView(NamedTuple):
    """One stakeholder before all plans."""

    number: int
    stakeholder: Stakeholder
    name: str
    said: tuple[SaidView, ...]
    statements: tuple[tuple[Statement, ...], ...]
    lines: tuple[LineView, ...]
    verdicts: tuple[VerdictView, ...]
    scores: tuple[Score, ...]
    methods: tuple[tuple[str, tuple[tuple[Interval, ...], ...]], ...]
    robustness: Robustness | None

    def counted(self, plan: int, state: str, *, inferred: bool) -> int:
        """How many red lines a plan leaves in a state, declared or inferred ones."""
        return len(self.scores[plan].table.in_state(LineState(state), inferred=inferred))

    def covered(self, plan: int) -> CoverageView:
        """On what the score of a plan rests; issues without any position are counted apart."""
        coverage, beyond = self.scores[plan].coverage, len(self.scores[plan].table.unaddressed)
        return CoverageView(coverage.decided, coverage.open, coverage.unaddressed - beyond, beyond)


def standing_view(
    number: int,
    scores: Sequence[Score],
    robustness: Robustness | None,
    rows: Mapping[str, int],
    names: Names,
) -> StandingView:
    """Everything about one stakeholder."""
    tables = [one.table for one in scores]
    stakeholder = tables[0].stakeholder
    positions = stakeholder.in_effect(tables[0].as_of)
    lines = {one.position.id: place for place, one in enumerate(tables[0].lines)}
    places = {one.id: place for place, one in enumerate(positions)}
    return StandingView(
        number,
        stakeholder,
        names.name(stakeholder.party),
        tuple(
            SaidView(
                one,
                tuple((names.issue(issue), rows.get(issue)) for issue in one.issues),
                tuple(_wishes(one, names)),
                lines.get(one.id),
            )
            for one in positions
        ),
        tuple(one.statements for one in tables),
        tuple(_lines(tables, rows, names)),
        tuple(_verdicts(scores, places, rows, names)),
        tuple(scores),
        tuple((name, tuple(one.aggregates[name] for one in scores)) for name in AGGREGATIONS),
        robustness,
    )


def _wishes(position: Position, names: Names) -> Iterator[tuple[str, str]]:
    for field, wish in position.predicates.items():
        if wish:
            yield field, _predicate(wish, names)


def _predicate(wish: Predicate, names: Names) -> str:
    ui = names.labels.ui
    found = []
    for one in wish.alternatives:
        tests = [f"{names.term(test.term)}: {_wanted(test, names)}" for test in one.tests]
        found.append(f" {ui['and']} ".join(tests) or ui[one.presence or "present"])
    return f"; {ui['or']} ".join(found)


def _wanted(test: Test, names: Names) -> str:
    """What a test asks for: a value or a list by itself, or with the word that relates to it."""
    wanted = (
        f" {names.labels.ui['or']} ".join(map(names.value, test.value))
        if test.op in ("one_of", "none_of")
        else names.value(test.value)
    )
    if test.op in ("equals", "one_of"):
        return wanted
    return f"{names.labels.word('ops', test.op)} {wanted}"


def _lines(
    tables: Sequence[VerdictTable], rows: Mapping[str, int], names: Names
) -> Iterator[LineView]:
    for number, found in enumerate(zip(*(table.lines for table in tables), strict=True)):
        yield LineView(
            number,
            found[0].position,
            tuple(
                (line.state, tuple(_clauses(line, table, rows, names)))
                for line, table in zip(found, tables, strict=True)
            ),
        )


def _clauses(
    line: RedLine, table: VerdictTable, rows: Mapping[str, int], names: Names
) -> Iterator[ClauseView]:
    """The clauses that tell why a line is in its state; of lines not crossed, the first.

    What is said alike on several issues is given once.
    """
    telling = [issue for issue, state in line.issues if state is line.state]
    found: dict[tuple[str, tuple[Evidence, ...]], list[tuple[str, int | None]]] = {}
    for issue in telling[:1] if line.state is LineState.MET else telling:
        cell = table.verdict(issue).cell
        said = brief(cell, names), cell.evidence
        found.setdefault(said, []).append((names.issue(issue), rows.get(issue)))
    for said, issues in found.items():
        yield ClauseView(*said, tuple(issues))


_NOTHING = (None, Fraction(0), Fraction(0), Fraction(0))


def _verdicts(
    scores: Sequence[Score], places: Mapping[str, int], rows: Mapping[str, int], names: Names
) -> Iterator[VerdictView]:
    found: dict[str, list[tuple[Verdict | None, Fraction, Fraction, Fraction]]] = {}
    known: dict[str, IssueVerdict] = {}
    for plan, score in enumerate(scores):
        added = {one.issue: one for one in score.contributions}
        for row in score.table.addressed:
            known[row.issue] = row
            cells = found.setdefault(row.issue, [_NOTHING] * len(scores))
            one = added.get(row.issue)
            parts = (one.weight, one.low, one.high) if one else _NOTHING[1:]
            cells[plan] = (row.verdict, *parts)
    for issue in sorted(found, key=lambda one: (topic_order(known[one].topic), one)):
        row = known[issue]
        said = tuple(places[one.id] for one in row.positions)
        yield VerdictView(
            issue, names.issue(issue), rows.get(issue), row.topic, said, tuple(found[issue])
        )


def finding(found: PairFinding, names: Names) -> str:
    """How firm the order of two plans is, in words."""
    said, word = names.labels.said, names.labels.word
    percent = names.labels.percent
    above, below, share, certain = found.ahead
    order = "often_above" if certain == share else "often_above_certain"
    often = said(order, above=above, below=below, share=percent(share), certain=percent(certain))
    doubts = []
    by_method: dict[str, list[str]] = {}
    for name, relation in found.methods:
        by_method.setdefault(relation, []).append(word("methods", name))
    against = "below" if above == found.one else "above"
    if found.firmness == "fragile":
        for key, wanted in (("undetermined_by", "undetermined"), ("otherwise_by", against)):
            if wanted in by_method:
                doubts.append(said(key, methods=", ".join(by_method[wanted])))
        if found.hinges:
            doubts.append(said("hangs_on", issues=", ".join(map(names.criterion, found.hinges))))
    if found.firmness == "undetermined":
        for plan, part in zip((found.one, found.other), found.open_parts, strict=True):
            if part.issues:
                weight = percent(float(part.weight))
                doubts.append(
                    said("open_in", plan=plan, count=part.issues, of=part.of, share=weight)
                )
    if found.firmness == "level":
        often = said("level", above=found.one, below=found.other)
    return "; ".join([often, *doubts])
