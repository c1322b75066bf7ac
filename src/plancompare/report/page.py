"""The page: one file that holds everything, and asks the network for nothing."""

from __future__ import annotations

import base64
import datetime
import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from plancompare.diffing.change import ChangeKind
from plancompare.library.library import Library
from plancompare.library.writing import write_text
from plancompare.model import Plan, Rule, Stakeholder
from plancompare.report import grounds
from plancompare.report.changes_view import pair_view
from plancompare.report.contents import Contents, contents
from plancompare.report.heat_view import heat_view
from plancompare.report.labels import LANGUAGES, labels
from plancompare.report.matrix_view import TopicView, matrix_view
from plancompare.report.names import Names
from plancompare.report.palette import css
from plancompare.report.pictured import pictures
from plancompare.report.pictures.svg import SHAPES
from plancompare.report.slimming import unclosed, unquoted
from plancompare.report.sourcing import Sourcing
from plancompare.report.standing_view import StandingView, finding, standing_view
from plancompare.report.switching import packed
from plancompare.report.template import filled, packaged, trusted
from plancompare.scoring.crossings import Crossing
from plancompare.scoring.score import Score
from plancompare.version import __version__

__all__ = ["page", "write_report"]


def write_report(
    plans: Sequence[Plan],
    path: Path | str,
    stakeholders: Iterable[Stakeholder | str] = (),
    *,
    rule: Rule | str = "default",
    as_of: datetime.date | None = None,
    lang: str = "en",
    samples: int = 10_000,
    seed: int = 0,
    library: Library | None = None,
) -> None:
    """Write a report on some plans as one HTML file: matrix, changes, verdicts, scores, sources.

    Its readers can switch the language; `lang` is the one in which the page starts, and in which it
    is read without a script.

    Equal input gives equal bytes: the page names the day that is asked for (`as_of`), never today.
    Raises `UnknownIdError`, `InvalidFileError`, or `PlancompareError` where the file cannot be
    written.

    >>> import tempfile, plancompare
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder) / "report.html"
    ...     plancompare.write_report([plancompare.load("us-28")], path, ["ukraine"])
    ...     path.read_text("utf-8")[:15]
    '<!doctype html>'
    """
    labels(lang)  # an unknown language is refused before anything is computed
    found = contents(
        plans,
        stakeholders,
        rule=rule,
        as_of=as_of,
        samples=samples,
        seed=seed,
        library=library,
    )
    write_text(page(found, lang), path)


def page(found: Contents, lang: str = "en") -> str:
    """A report as HTML that starts in one of the languages and holds all. Raises `UnknownIdError`."""
    labels(lang)
    pages: dict[str, str] = {one: unclosed(_shown(found, one)) for one in LANGUAGES}
    script = packaged("page.js")
    end = filled("scripts.html.j2", packed=trusted(packed(pages, lang)), script=trusted(script))
    return unquoted(pages[lang]) + end


def _shown(found: Contents, lang: str) -> str:
    """All of a page that is read; without its scripts, which are the same in every language."""
    words = labels(lang)
    names = Names(words, found.library)
    topics = matrix_view(found.matrix, names)
    rows = {row.issue: row.number for topic in topics for row in topic.rows}
    standings = [
        standing_view(number, row, found.robustness.get(_party(row)), rows, names)
        for number, row in enumerate(found.scores.rows)
    ]
    views: dict[str, Any] = {
        "topics": topics,
        "parties": _parties(topics, names),
        "kinds": [
            kind
            for kind in ChangeKind
            if any(kind in row.changes for topic in topics for row in topic.rows)
        ],
        "pairs": [pair_view(number, found, rows, names) for number in range(len(found.pairs))],
        "standings": standings,
        "heat": heat_view(standings, words),
        "line_anchor": _line_anchors(standings),
        "pictures": pictures(found, lang),
        "homes": _homes(topics),
        "spoken": _spoken(standings),
    }
    return filled(
        "page.html.j2",
        contents=found,
        plans=found.plans,
        names=names,
        labels=words,
        ui=words.ui,
        word=words.word,
        said=words.said,
        finding=lambda one: finding(one, names),
        sourcing=Sourcing(found.library.sources),
        version=__version__,
        languages=[(one, labels(one).ui["own_name"]) for one in LANGUAGES],
        style=trusted(css(":root") + SHAPES + grounds.style() + packaged("page.css")),
        script_hash=_hash(packaged("page.js")),
        **views,
    )


def _party(row: Sequence[Score]) -> str:
    return row[0].table.stakeholder.party


def _parties(topics: Iterable[TopicView], names: Names) -> list[tuple[str, str]]:
    """The parties that clauses name, by name."""
    found = {party for topic in topics for row in topic.rows for party in row.parties}
    return sorted(((one, names.name(one)) for one in found), key=lambda one: one[1].casefold())


def _homes(topics: Iterable[TopicView]) -> dict[tuple[int, str], int]:
    """The row in which the words of each point of each plan stand; a point without clauses has none."""
    return {
        (place, view.cell.point.name): row.number
        for topic in topics
        for row in topic.rows
        for place, view in enumerate(row.cells)
        if view.cell.provision and view.cell.point and view.home == row.number
    }


def _spoken(standings: Iterable[StandingView]) -> defaultdict[int, list[str]]:
    """Which stakeholders have a position on the issue of each row."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for one in standings:
        for view in one.verdicts:
            if view.row is not None:
                found[view.row].append(f"w{one.number}")
    return found


def _line_anchors(standings: Iterable[StandingView]) -> Callable[[Crossing], str]:
    """Where on the page a red line stands."""
    found = {
        (one.stakeholder.party, line.position.id): f"w{one.number}-l{line.number}"
        for one in standings
        for line in one.lines
    }
    return lambda row: found[row.stakeholder, row.position.id]


def _hash(script: str) -> str:
    """How a policy names the one script that may run."""
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
