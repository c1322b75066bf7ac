"""What a report holds as a document, chapter by chapter, in the words of the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from plancompare.diffing.change import ChangeKind
from plancompare.errors import UnknownIdError
from plancompare.model import KINDS
from plancompare.report.changes_view import ChangeView, PairView, pair_view
from plancompare.report.chapter import Chapter, Grid, GridRow, Line, Run, texts
from plancompare.report.citing import Citing
from plancompare.report.closing_chapters import method_chapters, sources_chapter
from plancompare.report.contents import Contents
from plancompare.report.labels import capitalised, labels
from plancompare.report.matrix_view import CellView, RowView, matrix_view
from plancompare.report.names import Names
from plancompare.report.standing_chapters import crossings_chapter, lines_chapter, scores_chapter
from plancompare.report.standing_view import standing_view

__all__ = ["chapters", "known_topics"]

_COUNTED = ("stated", "deferred", "undisclosed")


def known_topics(topics: Iterable[str]) -> frozenset[str]:
    """Some topics as a set. Raises `UnknownIdError` for one that no kind has."""
    known = {kind.topic for kind in KINDS.values()}
    for topic in topics:
        if topic not in known:
            raise UnknownIdError("topic", topic, known)
    return frozenset(topics)


def chapters(
    found: Contents, lang: str = "en", *, topics: Iterable[str] = (), sources: bool = False
) -> Iterator[Chapter]:
    """The plans, the matrix, what changed, red lines, scores, the sources and the method.

    `topics` limits what is shown to some of them; scores rest on all, and are left out then.
    `sources` adds the place in a source, the basis and the speaker. Raises `UnknownIdError`.

    >>> import plancompare
    >>> from plancompare.report.contents import contents
    >>> found = contents([plancompare.load("us-28"), plancompare.load("geneva")], ["hungary"])
    >>> [one.heading for one in chapters(found)][:4]
    ['The plans', 'Issue by issue', 'What changed, plan by plan', 'us-28 → geneva']
    """
    wanted, names = known_topics(topics), Names(labels(lang), found.library)
    citing, ui = Citing(names, whole=sources), names.labels.ui
    every = matrix_view(found.matrix, names)
    rows = {row.issue: row.number for topic in every for row in topic.rows}
    chosen = [topic for topic in every if not wanted or topic.topic in wanted]
    shown = {row.number: row for topic in chosen for row in topic.rows}
    standings = [
        standing_view(
            number, row, found.robustness.get(row[0].table.stakeholder.party), rows, names
        )
        for number, row in enumerate(found.scores.rows)
    ]
    yield _plans(found, names, citing)
    matrix_rows = tuple(
        _row(row, capitalised(names.labels.word("topics", topic.topic)), names, citing)
        for topic in chosen
        for row in topic.rows
    )
    head = (ui["issue"], *(plan.id for plan in found.plans))
    yield Chapter(1, ui["matrix"], texts(ui["matrix_caption"]), Grid(head, matrix_rows))
    if found.pairs:
        yield Chapter(1, ui["changes"])
    for number in range(len(found.pairs)):
        pair = pair_view(number, found, rows, names)
        yield _changes(pair, shown, names, citing if sources else None)
        if any(one.lines for one in standings):
            yield crossings_chapter(pair, wanted, names)
    if standings:
        yield lines_chapter(standings, found.plans, wanted, names, citing)
        if not wanted:
            yield scores_chapter(standings, found.plans, names)
    else:
        yield Chapter(1, ui["verdicts"], texts(f"{ui['nobody']} {ui['begin_positions']}"))
    yield sources_chapter((*found.plans, *(one.stakeholder for one in standings)), names, citing)
    yield from method_chapters(found, names, scored=bool(standings) and not wanted)


def _plans(found: Contents, names: Names, citing: Citing) -> Chapter:
    """What is known of each document, and how to read the tables that follow."""
    ui, word, number = names.labels.ui, names.labels.word, names.labels.number
    rows = []
    for plan in found.plans:
        who = texts(names.named(plan.proponents)) if plan.proponents else ()
        note: tuple[Line, ...] = ((Run(plan.note, free=True),),) if plan.note else ()
        facts = (
            ("date", str(plan.date)),
            ("text_status", word("text_status", plan.text_status)),
            ("disclosure", word("disclosure", plan.disclosure)),
            ("points", number(len(plan.points))),
            *((one, number(found.treated(plan, one))) for one in _COUNTED),
        )
        name = ((Run(plan.id, bold=True),), (Run(plan.title, free=True),), *who)
        about = (*note, *citing.lines(plan.evidence))
        said = texts(*(f"{ui[key]}: {fact}" for key, fact in facts))
        rows.append(GridRow((name, said, about)))
    head = tuple(ui[one] for one in ("plan", "what", "on_this_plan"))
    lines = texts(*ui["document_note"].split("|"))
    return Chapter(1, ui["plans"], lines, Grid(head, tuple(rows)))


def _row(row: RowView, topic: str, names: Names, citing: Citing) -> GridRow:
    """One issue across the plans; below its name, what became of it."""
    kinds = [names.labels.word("changes", one) for one in row.changes if one is not ChangeKind.KEPT]
    name = (
        (Run(row.name, bold=True),),
        *(((Run(", ".join(kinds), small=True),),) if kinds else ()),
    )
    cells = (tuple(_cell(view, names, citing)) for view in row.cells)
    return GridRow((name, *cells), ((Run(topic, bold=True),),))


def _cell(view: CellView, names: Names, citing: Citing) -> Iterator[Line]:
    """The clause with its points, its rival readings, its notes and what it rests on."""
    cell, ui, word = view.cell, names.labels.ui, names.labels.word
    said = [Run(f"{_at(cell.points)}{view.line}")]
    if view.weak:
        said.append(Run(f" ({word('weak', view.weak)})"))
    yield tuple(said)
    for reading, terms in view.readings:
        why = Run(f"{ui['rival_readings']} ({word('why', reading.why)}): ", small=True)
        rival = (Run(f" {terms}", small=True),) if terms else ()
        yield (why, Run(reading.says, free=True, small=True), *rival)
    if cell.provision or cell.entry:
        yield from citing.lines(cell.evidence)


def _at(points: Iterable[str]) -> str:
    """Points as printed, before what they say."""
    found = ", ".join(points)
    return f"[{found}] " if found else ""


def _changes(
    pair: PairView, shown: Mapping[int, RowView], names: Names, citing: Citing | None
) -> Chapter:
    """What changed between two plans by kind of change; of what was kept, how much it is."""
    ui, word = names.labels.ui, names.labels.word
    lines, rows = [], []
    for kind, every in pair.kinds:
        found = [one for one in every if one.row in shown]
        said = f"{word('changes', kind)}: {len(found)} · {word('change_meaning', kind)}"
        if kind is ChangeKind.KEPT and found:
            lines.append(said)
        elif found:
            group = ((Run(said, bold=True),),)
            rows += [GridRow(_change(one, pair, shown, citing), group) for one in found]
    if not pair.diff.changes:
        lines.append(ui["no_change"])
    before, after = pair.diff.before.id, pair.diff.after.id
    grid = Grid((ui["issue"], before, after, ui["shift"]), tuple(rows)) if rows else None
    return Chapter(2, f"{before} → {after}", texts(*lines), grid)


def _change(
    change: ChangeView, pair: PairView, shown: Mapping[int, RowView], citing: Citing | None
) -> tuple[tuple[Line, ...], ...]:
    """One issue: each term before and after, and the word for its shift."""

    def named(term: str, value: str) -> str:
        return f"{term}: {value}" if term else value

    sides = []
    for place, points in enumerate((change.before, change.after)):
        said = [named(one.term, (one.before, one.after)[place]) for one in change.shifts]
        cell = shown[change.row].cells[pair.sides[place]].cell
        cited = citing.lines(cell.evidence) if citing and (cell.provision or cell.entry) else ()
        sides.append((*texts(f"{_at(points)}{said[0]}", *said[1:]), *cited))
    shifts = [named(one.term, one.shift) for one in change.shifts if one.shift]
    return (((Run(change.name, bold=True),),), *sides, texts(*shifts))
