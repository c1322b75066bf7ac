"""A text to a plan of points; nothing of it but its spacing is lost."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from plancompare.library.importing.layout import Item, Layout, laid_out
from plancompare.library.importing.lines import Lines, lines_of
from plancompare.model import Plan, Point

__all__ = ["NO_DATE", "draft", "import_text"]

NO_DATE = datetime.date(1900, 1, 1)
"""Stands for a date that nobody has given yet, since a plan cannot be without one."""

_ENDS = tuple(".;:,!?")
_LONGEST_HEADING = 80


def import_text(
    text: str,
    *,
    id: str = "imported",  # noqa: A002 - the field's own name
    title: str | None = None,
    conflict: str = "unnamed",
    date: datetime.date = NO_DATE,
) -> Plan:
    """A numbered text as a plan: its points with their texts, and no provision.

    Any text will do. Points are told by their numbers, in figures or words, as letters or bullets;
    lists inside a point stay in its text. What stands above the first point is the preamble. The
    plan is partly disclosed until somebody says that this is all of it. What is not in the text is
    given by name; `date` has to be set by whoever knows it.

    >>> plan = import_text("A plan\\n\\n1. Fire ceases.\\n2. Forces\\nwithdraw.", id="first")
    >>> [(point.number, point.text) for point in plan.points]
    [('1', 'Fire ceases.'), ('2', 'Forces withdraw.')]
    >>> print(plan.text)
    A plan
    <BLANKLINE>
    1. Fire ceases.
    <BLANKLINE>
    2. Forces withdraw.
    <BLANKLINE>
    """
    lines = lines_of(text.splitlines(), wrapped=True)
    return draft(lines, id=id, title=title, conflict=conflict, date=date)


def draft(
    text: Lines,
    *,
    id: str,  # noqa: A002 - the field's own name
    title: str | None = None,
    conflict: str = "unnamed",
    date: datetime.date = NO_DATE,
) -> Plan:
    """The plan of a text that was read from some format."""
    layout = laid_out(text)
    starts = [item.line if item.section is None else item.section for item in layout.items]
    starts.append(len(text.lines))
    preamble = _joined(text, layout, range(starts[0]))
    numbers = _numbers(layout)
    points = [
        _point(text, layout, item, end, number)
        for item, end, number in zip(layout.items, starts[1:], numbers, strict=True)
    ]
    return Plan(
        id=id,
        title=title or _title(preamble) or "Untitled",
        conflict=conflict,
        date=date,
        text_status="reported",
        disclosure="partial",
        note=" ".join(text.remarks) or None,
        preamble=preamble or None,
        points=tuple(points),
    )


def _title(preamble: str) -> str | None:
    """The first line of a text, if it looks like the title of it."""
    first = preamble.partition("\n")[0].strip()
    return first if len(first) <= _LONGEST_HEADING and not first.endswith(_ENDS) else None


def _point(text: Lines, layout: Layout, item: Item, end: int, number: str | None) -> Point:
    section = "" if item.section is None else _joined(text, layout, range(item.section, item.line))
    rest = text.lines[item.line][item.marker.end :].strip()
    body = _joined(text, layout, range(item.line + 1, end))
    if not rest or (body and _is_heading(text, layout, item.line, rest)):
        heading = rest
    else:
        heading, body = "", _joined(text, layout, range(item.line, end), rest)
    fields = {
        "number": number,
        "printed": None if item.marker.printed == f"{number}." else item.marker.printed,
        "section": section,
        "heading": heading,
        "text": body,
    }
    return Point.model_validate({name: value for name, value in fields.items() if value})


def _numbers(layout: Layout) -> Iterator[str | None]:
    """The number of each point; where one stands twice, with that of its section before it."""
    taken: set[str] = set()
    section = ""
    for item in layout.items:
        if item.section is not None:
            named = layout.markers.get(item.section)
            section = f"{named.readings[0][2]}." if named else ""
        label = f"{section}{item.label}" if item.label in taken else item.label
        yield label if item.label and label not in taken else None
        taken.add(label)


def _is_heading(text: Lines, layout: Layout, place: int, rest: str) -> bool:
    """Whether what follows a number on its line is the heading of the point."""
    if place in text.headings:
        return True
    if len(rest) > _LONGEST_HEADING or rest.endswith(_ENDS) or place + 1 in layout.markers:
        return False
    return not text.lines[place + 1].strip() or _ends_early(text, text.lines[place])


def _ends_early(text: Lines, line: str) -> bool:
    """Whether a line ends although the next word would have had room in it."""
    return len(line.rstrip()) < text.full or not text.full


def _joined(text: Lines, layout: Layout, places: Iterable[int], first: str = "") -> str:
    """Lines as paragraphs: those that were only wrapped are joined; items keep lines of their own.

    `first` is what counts of the first line, where that is not all of it.
    """
    parts: list[str] = []
    before = -2
    for place in places:
        line = (first if first and not parts else text.lines[place]).strip()
        if not line:
            continue
        if not parts:
            pass
        elif place > before + 1:
            parts.append("\n\n")
        elif (
            place in layout.markers
            or place in text.headings
            or _ends_early(text, text.lines[before])
        ):
            parts.append("\n")
        elif not _is_broken(parts[-1], line):
            parts.append(" ")
        parts.append(line)
        before = place
    return "".join(parts)


def _is_broken(line: str, following: str) -> bool:
    """Whether a word goes on from one line to the next after a hyphen."""
    return line[-1] == "-" and line[-2:-1].isalpha() and following[0].islower()
