"""Results of scoring as tables and as records; loaded only when there is one to show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from plancompare.library.writing import plain
from plancompare.model import Stakeholder
from plancompare.scoring.crossings import Crossings
from plancompare.scoring.panel import ScorePanel, VerdictPanel
from plancompare.scoring.score import Score
from plancompare.scoring.verdict import VerdictTable
from plancompare.tables.line_tables import crossings_table
from plancompare.tables.position_tables import positions_table
from plancompare.tables.score_tables import score_table
from plancompare.tables.scoring_records import crossings_record, score_record, verdict_record
from plancompare.tables.table import Table
from plancompare.tables.verdict_tables import verdict_table

__all__ = ["ScoringResult", "record_of", "table_of"]

ScoringResult = VerdictTable | VerdictPanel | Crossings | Score | ScorePanel | Stakeholder


def table_of(result: ScoringResult, *, topics: Iterable[str], sources: bool) -> Table:
    """A result as a table."""
    match result:
        case VerdictTable():
            return verdict_table(VerdictPanel(((result,),)), topics=topics, sources=sources)
        case VerdictPanel():
            return verdict_table(result, topics=topics, sources=sources)
        case Crossings():
            return crossings_table(result, topics=topics, sources=sources)
        case Score():
            return score_table(ScorePanel(((result,),)))
        case ScorePanel():
            return score_table(result)
    return positions_table(result, topics=topics, sources=sources)


def record_of(result: ScoringResult) -> Any:
    """A result as a plain record."""
    match result:
        case VerdictTable():
            return verdict_record(VerdictPanel(((result,),)))
        case VerdictPanel():
            return verdict_record(result)
        case Crossings():
            return crossings_record(result)
        case Score():
            return score_record(ScorePanel(((result,),)))
        case ScorePanel():
            return score_record(result)
    return plain(result)
