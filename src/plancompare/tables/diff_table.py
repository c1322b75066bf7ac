"""A diff as a table: a row per issue, with both sides and what changed between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from plancompare.diffing.cell import Cell
from plancompare.diffing.change import Change, ChangeKind
from plancompare.diffing.plandiff import PlanDiff
from plancompare.model import Treatment
from plancompare.tables.cells import (
    cell_text,
    marked,
    points_text,
    sources_text,
    term_name,
    term_text,
    weakness,
)
from plancompare.tables.table import Row, Table

__all__ = ["diff_table", "shown_changes"]


def shown_changes(
    diff: PlanDiff, topics: Iterable[str] = (), only: Iterable[str] = ()
) -> list[Change]:
    """The changes of some topics and of some kinds; all of them if none is named."""
    wanted, kinds = set(topics), set(only)
    return [
        change
        for change in diff.changes
        if (not wanted or change.topic in wanted) and (not kinds or change.change in kinds)
    ]


def diff_table(
    diff: PlanDiff,
    *,
    topics: Iterable[str] = (),
    only: Iterable[str] = (),
    sources: bool = False,
    brief: bool = False,
) -> Table:
    """A row per issue that did not stay the same, unless `only` names other kinds of change.

    A brief table leaves out what a reader sees anyway, and lists at its end which issues are not
    public instead of giving each a row.
    """
    only = frozenset(only)
    chosen = shown_changes(diff, topics, only)
    hidden = [change for change in chosen if change.change is ChangeKind.KEPT and not only]
    listed = [
        change for change in chosen if brief and change.change is ChangeKind.UNKNOWN and not only
    ]
    left_out = {change.issue for change in (*hidden, *listed)}
    rows = tuple(
        Row(change.topic, _cells(change, sources, brief), tone=change.change)
        for change in chosen
        if change.issue not in left_out
    )
    notes = _not_public(diff, listed)
    if hidden:
        notes.append(f"{len(hidden)} kept, not shown{' (--only kept shows them)' * brief}")
    if diff and not chosen:
        notes.append("no issue fits what is asked for")
    columns = ("issue", diff.before.id, diff.after.id, "change", "points")
    return Table(
        str(diff),
        (*columns, "sources") if sources else columns,
        rows,
        notes=tuple(notes),
        aligned=(1, 2, 3),
        toned=3,
        leading=True,
    )


def _cells(change: Change, sources: bool, brief: bool) -> tuple[str, ...]:
    before, after, shifts = _sides(change)
    if brief:  # on a screen the shift of a term stands beside its name
        words = [word for _, word in shifts] or [str(change.change)]
    else:
        words = [change.change, *(f"{name} {word}" for name, word in shifts)]
    cells = (
        change.issue,
        before,
        after,
        "\n".join(words),
        points_text(change.before, change.after),
    )
    if not sources:
        return cells
    cited = [
        f"{name}: {text}"
        for name, side in (("before", change.before), ("after", change.after))
        if (text := sources_text(side.evidence))
    ]
    return (*cells, "\n".join(cited))


def _sides(change: Change) -> tuple[str, str, list[tuple[str, str]]]:
    """Both sides in words, term by term where there are terms to tell apart, and each shift."""
    left, right = change.before.provision, change.after.provision
    words = [(term_name(term.term), str(term.shift)) for term in change.terms]
    words += [(term_name(name), "unknown") for name in change.unknown_terms]
    if left is None or right is None or not words:
        return cell_text(change.before), cell_text(change.after), words
    sides = [
        marked(
            "\n".join(
                [
                    *(term_text(provision, term.term) for term in change.terms),
                    *(term_text(provision, name, public=False) for name in change.unknown_terms),
                ]
            ),
            cell,
        )
        for provision, cell in ((left, change.before), (right, change.after))
    ]
    return sides[0], sides[1], words


def _not_public(diff: PlanDiff, changes: Sequence[Change]) -> list[str]:
    """Unknown issues as notes: for each plan that keeps them back a list, by topic."""
    names = (diff.before.id, diff.after.id)
    lists: dict[str, list[Change]] = {}
    for change in changes:
        sides = zip(names, _kept_back(change), strict=True)
        lists.setdefault(" and ".join(name for name, secret in sides if secret), []).append(change)
    notes = []
    for where, members in lists.items():
        topics = [
            f"{topic}: {', '.join(map(_unknown_issue, some))}"
            for topic, some in groupby(members, key=lambda change: change.topic)
        ]
        head = f"Not public in {where} ({len(members)}; --only unknown shows them in full)"
        notes.append("\n".join([head, *topics]))
    return notes


def _kept_back(change: Change) -> tuple[bool, bool]:
    """On which sides the issue, or a term of it, is not public."""

    def secret(cell: Cell) -> bool:
        return cell.treatment is Treatment.UNDISCLOSED or any(
            getattr(cell.provision, name) is None for name in change.unknown_terms
        )

    return secret(change.before), secret(change.after)


def _unknown_issue(change: Change) -> str:
    marks = [f"only its {', '.join(map(term_name, change.unknown_terms))}"]
    if not change.unknown_terms:
        marks = [
            f"reported as {cell.reported}{f', {weakness(cell)}' if weakness(cell) else ''}"
            for cell in (change.before, change.after)
            if cell.reported
        ]
    return f"{change.issue} ({'; '.join(marks)})" if marks else change.issue
