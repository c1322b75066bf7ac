"""What plans and positions refer to by id: sources, parties, places, treaties, events."""

from __future__ import annotations

from collections.abc import Iterable

from plancompare.library.library import Library
from plancompare.model.identifiers import Register
from plancompare.model.registers import Names
from plancompare.tables.tidy.shape import Column, Shape, TidyTable, joined

__all__ = ["register_tables"]

_NAMES = (
    Column("name_en", "name in English", required=True),
    Column("name_uk", "name in Ukrainian"),
    Column("name_ru", "name in Russian"),
)
_NOTE = Column("note", "remark of the encoder")

SOURCES = Shape(
    "sources",
    "One row for each source.",
    (
        Column("source", "id of the source", required=True),
        Column("title", "title, or a description of it", required=True),
        Column("publisher", "who published it", required=True),
        Column("published", "day, or month where the day is not known"),
        Column("language", "code of the language"),
        Column("kind", "official text, published text, press report or statement", required=True),
        Column("urls", "addresses, with a blank between them"),
        _NOTE,
    ),
    ("source",),
)

PARTIES = Shape(
    "parties",
    "One row for each party.",
    (
        Column("party", "id of the party", required=True),
        Column("kind", "state, organisation, group, body, person, ...", required=True),
        *_NAMES,
        Column("members", "ids of the members of a group"),
        Column("closed", "whether these are all its members", "boolean", required=True),
        _NOTE,
    ),
    ("party",),
)

PLACES = Shape(
    "places",
    "One row for each place; that it is listed asserts no status.",
    (
        Column("place", "id of the place", required=True),
        Column("kind", "region, zone, city, waterway, facility or country", required=True),
        *_NAMES,
        Column("part_of", "id of the place of which it is a part, geographically"),
        _NOTE,
    ),
    ("place",),
)

TREATIES = Shape(
    "treaties",
    "One row for each treaty that a text cites.",
    (Column("treaty", "id of the treaty", required=True), *_NAMES, _NOTE),
    ("treaty",),
)

EVENTS = Shape(
    "events",
    "One row for each kind of event on which clauses depend.",
    (Column("event", "id of the event", required=True), *_NAMES, _NOTE),
    ("event",),
)


def register_tables(library: Library) -> Iterable[TidyTable]:
    """Every register of a library."""
    yield SOURCES.filled(
        (
            one.id,
            one.title,
            one.publisher,
            one.published,
            one.language,
            one.kind,
            " ".join(one.urls) or None,
            one.note,
        )
        for one in library.sources.values()
    )
    yield PARTIES.filled(
        (one.id, one.kind, *_names(one.names), joined(one.members), one.closed, one.note)
        for one in library.parties.values()
    )
    yield PLACES.filled(
        (one.id, one.kind, *_names(one.names), one.part_of, one.note)
        for one in library.places.values()
    )
    named: tuple[tuple[Shape, Register], ...] = ((TREATIES, "treaty"), (EVENTS, "event"))
    for shape, register in named:
        yield shape.filled(
            (one.id, *_names(one.names), one.note) for one in library.entries(register).values()
        )


def _names(names: Names) -> tuple[str, str | None, str | None]:
    return names.en, names.uk, names.ru
