"""What a report holds, chapter by chapter, whatever the document."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any, NamedTuple

from plancompare.diffing.matrix import matrix
from plancompare.diffing.plandiff import diff
from plancompare.errors import UnknownIdError
from plancompare.library.doors import shipped_library
from plancompare.library.library import Entry, Library
from plancompare.library.references import references
from plancompare.model import KINDS, Plan, Stakeholder
from plancompare.scoring.crossings import compare_crossings
from plancompare.scoring.panel import verdict_panel
from plancompare.tables.diff_table import diff_table
from plancompare.tables.plan_tables import catalogue_table, matrix_table
from plancompare.tables.table import Row, Table
from plancompare.tables.verdict_tables import crossings_table, lines_table

__all__ = ["HOW_TO_READ", "Chapter", "chapters"]

HOW_TO_READ = (
    "Each row is an issue: the thing negotiated, the same across plans whatever their numbering. "
    "Numbers in square brackets are those of points as printed.",
    "A plan states an issue, leaves it to somebody, has no clause on it, or its content is not "
    "public. What is not public is unknown, and never counted as a change.",
    "Words in round brackets say that a claim rests on little: no source, unverified, a press "
    "report, an inference.",
    "The words for a change describe the scale of a term, never who gains. Nothing here says which "
    "plan is better, or for whom.",
)


class Chapter(NamedTuple):
    """A heading, a few paragraphs, and a table."""

    heading: str
    paragraphs: tuple[str, ...]
    table: Table


def chapters(
    plans: Sequence[Plan],
    *,
    stakeholders: Iterable[Stakeholder | str] = (),
    as_of: datetime.date | None = None,
    topics: Iterable[str] = (),
    sources: bool = False,
    library: Library | None = None,
) -> Iterator[Chapter]:
    """The plans, the matrix, the diff of each pair, red lines where there are any, the sources.

    Raises `UnknownIdError`.

    >>> import plancompare
    >>> [one.heading for one in chapters([plancompare.load("us-28")], library=Library())][:2]
    ['Plans', 'How each plan treats each issue']
    """
    library, topics = library or shipped_library(), tuple(topics)
    _known(topics)
    yield Chapter("Plans", (), catalogue_table(map(Entry.of, plans)))
    table = matrix_table(matrix(plans).only(topics=topics), sources=sources)
    yield Chapter("How each plan treats each issue", (*HOW_TO_READ, table.title), table)
    pairs = list(combinations(plans, 2))
    for one, other in pairs:
        table = diff_table(diff(one, other), topics=topics, sources=sources)
        yield _titled(f"From {one.id} to {other.id}", table)
    who = [
        library.stakeholder(one) if isinstance(one, str) else one
        for one in tuple(stakeholders) or library.stakeholders.values()
    ]
    if any(one.is_red_line for stakeholder in who for one in stakeholder.in_effect(as_of)):
        panel = verdict_panel(plans, who, as_of=as_of, library=library)
        yield _titled("Red lines", lines_table(panel, topics=topics, sources=sources))
        for one, other in pairs:
            crossings = compare_crossings(one, other, who, as_of=as_of, library=library)
            heading = f"Red lines from {one.id} to {other.id}"
            yield _titled(heading, crossings_table(crossings, topics=topics))
    else:
        who = []
    yield Chapter("Sources", (), _sources((*plans, *who), library))


def _known(topics: Iterable[str]) -> None:
    known = {kind.topic for kind in KINDS.values()}
    for topic in topics:
        if topic not in known:
            raise UnknownIdError("topic", topic, known)


def _titled(heading: str, table: Table) -> Chapter:
    return Chapter(heading, (table.title,), table)


def _sources(values: Iterable[Any], library: Library) -> Table:
    """Every source that the plans and stakeholders cite."""
    cited = {one.id for value in values for one in references(value) if "source" in one.registers}
    rows = tuple(
        Row(
            "",
            (
                one.id,
                f"{one.title}. {one.publisher}",
                one.published or "",
                "\n".join(one.urls),
            ),
        )
        for name, one in sorted(library.sources.items())
        if name in cited
    )
    return Table("", ("source", "what it is", "published", "address"), rows)
