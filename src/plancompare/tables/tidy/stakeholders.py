"""What stakeholders said, and how plans stand to it: positions, verdicts, red lines, scores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plancompare.model import Stakeholder
from plancompare.scoring.bench import LineState, RedLine
from plancompare.scoring.score import Score
from plancompare.scoring.verdict import VerdictTable
from plancompare.tables.tidy.plans import ISSUE, KIND, PLAN, TO_PLAN, TOPIC
from plancompare.tables.tidy.shape import Column, Link, Shape, TidyTable, Value, as_json, joined

__all__ = [
    "positions_table",
    "red_lines_table",
    "scores_table",
    "statements_table",
    "tidy_stakeholders",
    "verdicts_table",
]

_WHO = Column("stakeholder", "id of the party whose positions are on record", required=True)
_TO_WHO = Link(("stakeholder",), "stakeholders", ("stakeholder",))
_SAID = (
    Column("stated_on", "day, or month where the day is not known", required=True),
    Column("speaker", "who spoke for the party", required=True),
    Column("joint_with", "ids of the parties with whom it was said together"),
)
_NOTE = Column("note", "remark of the encoder")

STAKEHOLDERS = Shape(
    "stakeholders",
    "One row for each party whose positions are on record.",
    (
        _WHO,
        Column("positions", "how many positions are on record", "integer", required=True),
        Column("statements", "how many statements on plans as a whole", "integer", required=True),
        Column("not_found", "issues on which no public statement was found: missing, not neutral"),
        _NOTE,
    ),
    ("stakeholder",),
    (Link(("stakeholder",), "parties", ("party",)),),
)

POSITIONS = Shape(
    "positions",
    "One row for each position; what was said together stands with each of the parties.",
    (
        _WHO,
        Column("position", "id of the position", required=True),
        Column("about", "id shared by positions on one matter"),
        Column("issues", "issues on which it bears; * stands for every key", required=True),
        KIND,
        TOPIC,
        Column("says", "what was said, in own words", required=True),
        Column("prefers", "what was called the aim, in words"),
        Column("accepts", "what was called acceptable, in words"),
        Column("rejects", "what was refused, in words"),
        Column("prefers_json", "the same as JSON, as files write it"),
        Column("accepts_json", "the same as JSON, as files write it"),
        Column("rejects_json", "the same as JSON, as files write it"),
        Column("strength", "how strong a refusal was: ruled-out, principle or firm-remark"),
        Column("line", "what was ruled out: the red line, in own words or a short quote"),
        Column("inferred", "whether all of it rests on inference", "boolean", required=True),
        Column("on_absence", "why a plan without a clause does not cross the line"),
        Column("salience", "how much weight was given to it in public", required=True),
        Column("salience_reason", "from what that is concluded", required=True),
        Column("confidence", "how sure the encoder is", required=True),
        *_SAID,
        Column("supersedes", "ids of earlier positions that it replaces"),
        _NOTE,
    ),
    ("stakeholder", "position"),
    (_TO_WHO,),
)

STATEMENTS = Shape(
    "statements",
    "One row for each statement on a plan as a whole; never part of a verdict.",
    (
        _WHO,
        Column("statement", "id of the statement", required=True),
        Column("plan", "id of the plan", required=True),
        Column("stance", "how the plan was called", required=True),
        Column("says", "what was said, in own words", required=True),
        *_SAID,
        _NOTE,
    ),
    ("stakeholder", "statement"),
    (_TO_WHO,),
)

VERDICTS = Shape(
    "verdicts",
    "One row for each plan, stakeholder, and issue that either of them treats.",
    (
        PLAN,
        _WHO,
        ISSUE,
        TOPIC,
        Column("verdict", "how the plan's treatment stands to what was said", required=True),
        Column("treatment", "how the plan treats the issue", required=True),
        Column("salience", "the highest salience among the positions"),
        Column("positions", "ids of the positions that bear on it"),
        Column("as_of", "only what had been said by this day counts; empty: all", "date"),
    ),
    ("plan", "stakeholder", "issue"),
    (TO_PLAN, _TO_WHO),
)

RED_LINES = Shape(
    "red_lines",
    "One row for each plan and each red line.",
    (
        PLAN,
        _WHO,
        Column("position", "id of the position that draws the line", required=True),
        Column("line", "what was ruled out", required=True),
        Column("inferred", "whether the line rests on inference", "boolean", required=True),
        Column("state", "crossed, met (not crossed) or undecided", required=True),
        Column("crossed_on", "issues on which it is crossed"),
        Column("undecided_on", "issues on which that cannot be told"),
        Column("as_of", "only what had been said by this day counts; empty: all", "date"),
    ),
    ("plan", "stakeholder", "position"),
    (TO_PLAN, _TO_WHO, Link(("stakeholder", "position"), "positions", ("stakeholder", "position"))),
)

SCORES = Shape(
    "scores",
    "One row for each plan, stakeholder and method of adding up. Figures of different "
    "stakeholders cannot be compared.",
    (
        PLAN,
        _WHO,
        Column("rule", "id of the rule by which verdicts become numbers", required=True),
        Column("method", "the method of adding up", required=True),
        Column(
            "part", "running number, for methods with several figures", "integer", required=True
        ),
        Column("low", "the worst that open issues leave possible", "number", required=True),
        Column("high", "the best that open issues leave possible", "number", required=True),
        Column("low_exact", "the same as a fraction", required=True),
        Column("high_exact", "the same as a fraction", required=True),
        Column("decided", "on how many issues there is a verdict", "integer", required=True),
        Column("open", "how many issues are open", "integer", required=True),
        Column("unaddressed", "on how many issues nothing is on record", "integer", required=True),
        Column("as_of", "only what had been said by this day counts; empty: all", "date"),
    ),
    ("plan", "stakeholder", "method", "part"),
    (TO_PLAN, _TO_WHO),
)


def tidy_stakeholders(stakeholders: Iterable[Stakeholder]) -> TidyTable:
    """A row for each stakeholder."""
    return STAKEHOLDERS.filled(
        (one.party, len(one.positions), len(one.statements), joined(one.not_found), one.note)
        for one in stakeholders
    )


def positions_table(stakeholders: Iterable[Stakeholder]) -> TidyTable:
    """A row for each position, with its predicates in words and as JSON."""
    return POSITIONS.filled(
        (
            who.party,
            one.id,
            one.about,
            "; ".join(one.issues),
            one.kind,
            one.topic,
            one.says,
            *(str(wish) if wish else None for wish in one.predicates.values()),
            *(
                as_json(wish.given) if wish.given else None
                for wish in (one.prefers, one.accepts, one.rejects)
            ),
            one.strength,
            one.line,
            one.inferred,
            one.on_absence,
            one.salience.level,
            one.salience.reason,
            one.confidence,
            one.stated_on,
            one.speaker,
            joined(one.joint_with),
            joined(one.supersedes),
            one.note,
        )
        for who in stakeholders
        for one in who.positions
    )


def statements_table(stakeholders: Iterable[Stakeholder]) -> TidyTable:
    """A row for each statement on a plan as a whole."""
    return STATEMENTS.filled(
        (
            who.party,
            one.id,
            one.plan,
            one.stance,
            one.says,
            one.stated_on,
            one.speaker,
            joined(one.joint_with),
            one.note,
        )
        for who in stakeholders
        for one in who.statements
    )


def _as_of(table: VerdictTable) -> str | None:
    return table.as_of.isoformat() if table.as_of else None


def verdicts_table(tables: Iterable[VerdictTable]) -> TidyTable:
    """A row for each verdict."""
    return VERDICTS.filled(
        (
            table.plan.id,
            table.stakeholder.party,
            row.issue,
            row.topic,
            row.verdict.value,
            row.cell.treatment.value,
            row.salience.level if row.salience else None,
            joined(one.id for one in row.positions),
            _as_of(table),
        )
        for table in tables
        for row in table.rows
    )


def red_lines_table(tables: Iterable[VerdictTable]) -> TidyTable:
    """A row for each red line on each plan."""
    return RED_LINES.filled(
        (
            table.plan.id,
            table.stakeholder.party,
            line.position.id,
            line.position.line,
            line.inferred,
            line.state.value,
            _where(line, LineState.CROSSED),
            _where(line, LineState.UNDECIDED),
            _as_of(table),
        )
        for table in tables
        for line in table.lines
    )


def _where(line: RedLine, state: LineState) -> str | None:
    return joined(issue for issue, found in line.issues if found is state)


def scores_table(scores: Iterable[Score]) -> TidyTable:
    """A row for each method of each score."""
    return SCORES.filled(row for one in scores for row in _figures(one))


def _figures(one: Score) -> Iterator[tuple[Value, ...]]:
    head = one.table.plan.id, one.table.stakeholder.party, one.rule.id
    for method, intervals in one.aggregates.items():
        for part, (low, high) in enumerate(intervals, 1):
            figures = float(low), float(high), str(low), str(high)
            yield *head, method, part, *figures, *one.coverage, _as_of(one.table)
