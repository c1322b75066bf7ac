"""What each meaning looks like, on the page and in every picture: declared here and nowhere else.

No two meanings share a look, and those that one picture shows share no pattern.
"""

from __future__ import annotations

from collections.abc import Mapping

from plancompare.diffing.change import ChangeKind
from plancompare.diffing.lineage import Fate
from plancompare.model import Treatment
from plancompare.report.palette import Dash, Look, Pattern
from plancompare.scoring.bench import LineState
from plancompare.scoring.ruling import Verdict

__all__ = [
    "CHANGES",
    "CLAUSES",
    "DIFFERS",
    "FATES",
    "INTERVAL",
    "LINES",
    "PARTIES",
    "RANKS",
    "TREATMENTS",
    "VERDICTS",
]

TREATMENTS: Mapping[str, Look] = {
    Treatment.STATED: Look("slate"),
    Treatment.DEFERRED: Look("brown", Pattern.DOTTED),
    Treatment.UNDISCLOSED: Look("violet", Pattern.LEVEL),
    Treatment.SILENT: Look("line", Pattern.EMPTY),
}
"""How a plan treats an issue, or a region on the map of territory."""

CLAUSES: Mapping[str, Look] = {
    "unattributed": Look("slate", Pattern.STARRED),
    "zone": Look("slate", Pattern.CROSSED),
    "withdrawal": Look("olive", Pattern.RINGED),
    "clause": Look("blue"),
}
"""What a plan states of a region, but for the party to whom it is attributed."""

PARTIES = (
    Look("violet", Pattern.RISING),
    Look("teal", Pattern.FALLING),
    Look("rose", Pattern.SQUARED),
    Look("olive", Pattern.UPRIGHT),
)
"""For those to whom a clause attributes a region, by the order of their ids; beyond four, looks
recur, and the words in the tiles tell.
"""

VERDICTS: Mapping[str, Look] = {
    Verdict.PREFERRED: Look("teal"),
    Verdict.ACCEPTABLE: Look("teal", Pattern.LEVEL),
    Verdict.CONTRARY: Look("brown", Pattern.FALLING),
    Verdict.REJECTED: Look("rose", Pattern.CROSSED),
    Verdict.OPEN: Look("violet", Pattern.DOTTED),
    Verdict.UNADDRESSED: Look("line", Pattern.EMPTY, Dash.SHORT),
}
"""Where no position is on record, nothing is drawn."""

LINES: Mapping[str, Look] = {
    LineState.CROSSED: Look("rose"),
    LineState.UNDECIDED: Look("rose", Pattern.RISING),
}
"""Red lines that a plan leaves crossed or undecided; one that is met has no mark."""

CHANGES: Mapping[str, Look] = {
    ChangeKind.CHANGED: Look("violet"),
    ChangeKind.ADDED: Look("blue", Pattern.SQUARED),
    ChangeKind.REMOVED: Look("brown", Pattern.CROSSED),
    ChangeKind.REOPENED: Look("olive", Pattern.FALLING),
    ChangeKind.SETTLED: Look("teal", Pattern.UPRIGHT),
    ChangeKind.UNKNOWN: Look("line", Pattern.DOTTED),
    ChangeKind.KEPT: Look("line", Pattern.RISING),
}
"""What became of an issue from one plan to another."""

DIFFERS = Look("brown")
"""An issue that two of the plans treat differently, whatever the change."""

_SHARED = (Fate.KEPT, Fate.CHANGED, Fate.REOPENED, Fate.SETTLED, Fate.UNKNOWN)

FATES: Mapping[str, Look] = {
    **{one: CHANGES[one] for one in _SHARED},
    Fate.SPLIT: Look("blue", Pattern.STARRED),
    Fate.MERGED: Look("brown", Pattern.RINGED),
    Fate.REORGANISED: Look("rose", Pattern.LEVEL),
    Fate.MOVED: Look("olive", Pattern.SQUARED),
    Fate.DROPPED: Look("ink", Pattern.CROSSED),
    Fate.NEW: Look("ink", Pattern.EMPTY),
}
"""What became of a point; where an issue can share the fate, it looks the same."""

RANKS = (
    Look("olive"),
    Look("slate", Pattern.RISING),
    Look("rose", Pattern.DOTTED),
    Look("violet", Pattern.CROSSED),
    Look("brown", Pattern.LEVEL),
    Look("blue", Pattern.UPRIGHT),
    Look("slate", Pattern.SQUARED),
    Look("violet", Pattern.RINGED),
)
"""From the first; beyond eight, looks recur in pictures, and the words tell."""

INTERVAL = Look("teal", Pattern.RISING)
"""What a score leaves possible."""
