"""What each row is to reach, as data."""

from __future__ import annotations

from typing import Literal, NamedTuple

from benchmarks.setting import Measurement

__all__ = ["GOALS", "Bound", "Goal", "verdict"]

Bound = Literal["at most", "at least"]
AT_MOST: Bound = "at most"
AT_LEAST: Bound = "at least"


class Goal(NamedTuple):
    """A bound on what is measured in one case, always relative to a reference in the same run."""

    row: str
    case: str
    reference: str
    bound: Bound
    limit: float
    unit: str = "x"

    def met(self, value: float) -> bool:
        return value <= self.limit if self.bound == AT_MOST else value >= self.limit


def verdict(goal: Goal, measurement: Measurement) -> str:
    """Whether a goal is met, or why nobody knows."""
    if measurement.spread is None:
        return measurement.note
    return "met" if goal.met(measurement.spread.median) else "missed"


def _load() -> list[Goal]:
    return [
        *(
            goal
            for size in (28, 280, 2800)
            for goal in (
                Goal(
                    "load", f"YAML, {size} points", "PyYAML with its C loader alone", AT_MOST, 3.5
                ),
                Goal("load", f"shipped, {size} points", "bare validate_json", AT_MOST, 1.3),
            )
        ),
        Goal("load", "YAML, growth", "exponent from 280 to 2,800 points", AT_MOST, 1.1, ""),
        Goal("load", "shipped, growth", "exponent from 280 to 2,800 points", AT_MOST, 1.1, ""),
    ]


def _diff() -> list[Goal]:
    goals = []
    for size in (28, 280):
        for rate in (2, 10):
            case = f"{size} points, {rate} % changed"
            goals += [
                Goal("diff", f"{case}: ordered", "DeepDiff, ordered", AT_LEAST, 15),
                Goal("diff", f"{case}: unordered", "DeepDiff, ignore_order", AT_LEAST, 6),
                Goal(
                    "diff",
                    f"{case}: unordered, no number",
                    "DeepDiff, ignore_order, numbers excluded",
                    AT_LEAST,
                    20,
                ),
                Goal("diff", f"{case}: rs", "deepdiff-rs, ordered", AT_MOST, 1.1),
            ]
    for size in (28, 280, 2800):
        goals += [
            Goal("diff", f"{size} points, equal", "== of the plans", AT_MOST, 1.5),
            Goal("diff", f"{size} points, calls of DeepDiff", "unequal points", AT_MOST, 1),
            Goal("diff", f"{size} points, entries", "true edits", AT_MOST, 1.1),
            Goal("diff", f"{size} points, renumbered", "changes found", AT_MOST, 0, ""),
        ]
    return [
        *goals,
        *(
            Goal("diff", f"2800 points, {rate} % changed: rs", "deepdiff-rs, ordered", AT_MOST, 1.1)
            for rate in (2, 10)
        ),
        Goal("diff", "growth", "exponent from 280 to 2,800 points", AT_MOST, 1.2, ""),
        Goal("diff", "2800 points, peak", "memory of align and diff", AT_MOST, 100, " MB"),
    ]


def _render() -> list[Goal]:
    return [
        Goal("render", f"{form}, {size}", reference, AT_MOST, 1.3)
        for size in ("30 x 5", "1000 x 10")
        for form, reference in (
            ("text", "tabulate, disable_numparse"),
            ("wrapped text", "tabulate, disable_numparse, maxcolwidths"),
            ("markdown", "tabulate, disable_numparse"),
            ("html", "tabulate, disable_numparse"),
        )
    ]


def _revise() -> list[Goal]:
    return [
        *(
            goal
            for size in (28, 280, 2800)
            for goal in (
                Goal("revise", f"patch, {size} points", "align and diff", AT_MOST, 0.5),
                Goal("revise", f"merge, {size} points", "align and diff, twice", AT_MOST, 2.5),
            )
        ),
        *(
            goal
            for size in (28, 280)
            for goal in (
                Goal("revise", f"merge, {size} points: lines", "merge3 on YAML", AT_LEAST, 3),
                Goal(
                    "revise",
                    f"merge, {size} points: conflicts",
                    "git merge-file on YAML",
                    AT_MOST,
                    0.5,
                ),
            )
        ),
        Goal("revise", "merge, growth", "exponent from 280 to 2,800 points", AT_MOST, 1.2, ""),
    ]


def _draw() -> list[Goal]:
    return [
        Goal("draw", "edits: structure", "28 points drawn one by one", AT_LEAST, 10),
        Goal("draw", "edits: generator", "28 points from a seed", AT_MOST, 1.5),
        Goal("draw", "plans(), most points", "points", AT_MOST, 5, ""),
    ]


def _text() -> list[Goal]:
    reading = "splitlines and one regular expression"
    return [
        Goal("text", "import, 1 MB", reading, AT_MOST, 20),
        Goal("text", "import, growth", "exponent from 0.1 to 1 MB", AT_MOST, 1.1, ""),
        Goal("text", "redline, 200 characters", "difflib over words", AT_MOST, 1),
    ]


def _report() -> list[Goal]:
    return [
        Goal("report", "page, 3 plans", "jinja2 on the same bytes", AT_MOST, 5),
        Goal("report", "page, 50 plans", "page, 3 plans", AT_MOST, 20),
        Goal("report", "page, growth", "exponent from 3 to 50 plans, by cells", AT_MOST, 1.1, ""),
    ]


def _browsing() -> list[Goal]:
    """A step of the filter hides and shows rows of one table, so it should cost well under what the
    page costs anew, of which a browser lays out only what is near the view; at half of that nobody
    waits for a step who did not wait for the page. The script may add little to what the browser
    needs for the markup alone, and a page may grow no faster than its cells.
    """
    steps = ("topic", "party", "change", "only what differs", "search")
    return [
        *(
            Goal("browsing", f"filter by {one}", "laying out the page anew", AT_MOST, 0.5)
            for one in steps
        ),
        Goal("browsing", "opening", "opening it without its script", AT_MOST, 1.2),
        Goal(
            "browsing", "opening, growth", "exponent from 3 to 50 plans, by cells", AT_MOST, 1.1, ""
        ),
    ]


def _start() -> list[Goal]:
    return [
        Goal("start", "import", "importing pydantic and defining as many models", AT_MOST, 1.5),
        Goal("start", "import with Plan", "the same", AT_MOST, 1.5),
        Goal("start", "--version", "Python with a trivial click group", AT_MOST, 1.5),
        Goal("start", "diff", "importing pydantic and defining one model", AT_MOST, 3),
    ]


def _judge() -> list[Goal]:
    return [
        Goal("judge", "verdicts, 3 plans x 12 x 33", "one diff with its edits", AT_MOST, 1),
        Goal("judge", "scores, 3 plans x 12 x 33", "the verdicts", AT_MOST, 2),
    ]


def _sample() -> list[Goal]:
    return [
        Goal("sample", "free weights", "drawing the numbers", AT_MOST, 2),
        Goal("sample", "peak", "memory at a million draws", AT_MOST, 16, " MB"),
        Goal("sample", "against pymcdm", "WSM in a loop, 200 draws", AT_LEAST, 150),
        Goal("sample", "against crispyn", "VIKOR_SMAA, 200 draws", AT_LEAST, 150),
        Goal("sample", "against pyrepo_mcda", "VIKOR_SMAA, 200 draws", AT_LEAST, 150),
        Goal("sample", "closed form of a pair", "ten thousand draws", AT_MOST, 1),
    ]


GOALS: tuple[Goal, ...] = (
    *_load(),
    *_diff(),
    *_render(),
    *_revise(),
    *_draw(),
    *_judge(),
    *_sample(),
    *_text(),
    *_report(),
    *_browsing(),
    *_start(),
)
