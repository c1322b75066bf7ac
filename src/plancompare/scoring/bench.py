"""A plan before what was said: which verdict each issue gets, and which red lines are crossed.

Every possible content of a clause is judged: its words, its rival readings, and where nothing is
known of it, both that there is none and that there is one. Where the judgements differ, the issue
is open.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from plancompare.diffing.cell import Cell, cell
from plancompare.model import Plan, Position, Treatment
from plancompare.model.predicates import any_of
from plancompare.model.term_tests import Content, Groups, Judge, Truth
from plancompare.scoring.keeping import keep
from plancompare.scoring.ruling import Ruling, Verdict

__all__ = ["Bench", "LineState", "RedLine"]


class LineState(StrEnum):
    """Whether a plan crosses a red line."""

    CROSSED = "crossed"
    MET = "met"
    UNDECIDED = "undecided"


class RedLine(NamedTuple):
    """What a stakeholder ruled out, and whether a plan crosses it; on several issues, on any."""

    position: Position
    state: LineState
    issues: tuple[tuple[str, LineState], ...]

    @property
    def inferred(self) -> bool:
        """Whether the line rests on inference, and so is counted apart from declared ones."""
        return self.position.inferred


class _Unknown(dict[str, Any]):
    """The content of a clause of which nothing is known."""

    def __missing__(self, term: str) -> None:
        return None


_UNKNOWN = _Unknown()
_NO_CLAUSE: tuple[Content, ...] = (None,)
_NOT_KNOWN: tuple[Content, ...] = (None, _UNKNOWN)
_SEVERAL, _ABSENT = object(), object()


class _Possible(dict[str, Any]):
    """What each term may be, where a plan has no clause, or may have several: all of it at once."""

    def __init__(self, contents: Sequence[Content]) -> None:
        super().__init__()
        self._contents = contents

    def __missing__(self, term: str) -> object:
        values = (_ABSENT if one is None else one[term] for one in self._contents)
        found = self[term] = (_SEVERAL, *values)
        return found


class _Read(dict[str, Mapping[str, Any]]):
    """What a plan says by issue and term. Where it is the same, so is the verdict."""

    def __init__(self, bench: Bench) -> None:
        self._contents = bench.contents
        super().__init__(bench.plan.plain)

    def __missing__(self, issue: str) -> Mapping[str, Any]:
        found = self[issue] = _Possible(self._contents(issue))
        return found


class Bench:
    """A plan to be judged, and the closed groups into which predicates may look."""

    __slots__ = ("_cells", "_read", "groups", "partial", "plan")

    def __init__(self, plan: Plan, groups: Groups) -> None:
        self.plan, self.groups = plan, groups
        self.partial = plan.disclosure == "partial"
        self._cells: dict[str, Cell] = {}
        self._read = _Read(self)

    def cell(self, issue: str) -> Cell:
        """How the plan treats an issue."""
        found = self._cells.get(issue)
        if found is None:
            found = self._cells[issue] = cell(self.plan, issue)
        return found

    def contents(self, issue: str) -> Sequence[Content]:
        """Everything that the plan may say on an issue; None for no clause."""
        stated = self.plan.stated.get(issue)
        return stated.provision.contents if stated else possible_contents(self.cell(issue))

    def verdicts(self, rulings: Iterable[tuple[str, Ruling]]) -> dict[str, Verdict]:
        """The verdict on each issue: that on all its possible contents, if they agree."""
        read, partial, found = self._read, self.partial, {}
        for issue, ruling in rulings:
            content, known = read[issue], ruling.known[partial]
            values = ruling.values_of(content)
            verdict = known.get(values)
            if verdict is None:
                if type(content) is _Possible:
                    verdict = self._agreed(issue, ruling)
                else:
                    verdict = ruling.rule(content, partial)
                keep(known, values, verdict)
            found[issue] = verdict
        return found

    def _agreed(self, issue: str, ruling: Ruling) -> Verdict:
        partial = self.partial
        found = {ruling.rule(one, partial or one is _UNKNOWN) for one in self.contents(issue)}
        return found.pop() if len(found) == 1 else Verdict.OPEN

    def holds(self, judge: Judge, content: Content) -> Truth:
        """Whether a possible content is what was described."""
        return judge(content, self.groups, self.partial or content is _UNKNOWN)

    def refuses(self, said: Iterable[Position], issue: str) -> bool:
        """Whether all that the plan may say on an issue was refused, in whatever strength."""
        judge = any_of([one.rejected.judge for one in said])
        return all(self.holds(judge, content) is True for content in self.contents(issue))

    def red_line(self, position: Position, issues: Iterable[str]) -> RedLine:
        """The state of a red line: crossed if it is on any issue. A line on whatever fits a pattern
        cannot be met by a plan of which a part is not known.
        """
        states = tuple((issue, self._state(position, issue)) for issue in issues)
        found = {state for _, state in states}
        if self.partial and any("*" in issue for issue in position.issues):
            found.add(LineState.UNDECIDED)
        worst = next(
            (one for one in (LineState.CROSSED, LineState.UNDECIDED) if one in found), LineState.MET
        )
        return RedLine(position, worst, states)

    def _state(self, position: Position, issue: str) -> LineState:
        judge = position.rejected.judge
        found = {self.holds(judge, content) for content in self.contents(issue)}
        if len(found) == 1 and None not in found:
            return LineState.CROSSED if found.pop() else LineState.MET
        return LineState.UNDECIDED


def possible_contents(cell: Cell) -> Sequence[Content]:
    """Everything that a plan may say on an issue that it treats so."""
    if cell.provision is not None:
        return cell.provision.contents
    if cell.treatment is Treatment.SILENT and not cell.left_to:
        return _NO_CLAUSE
    return _NOT_KNOWN  # deferred, undisclosed, or moved to another track
