"""What plans refer to by id: sources, parties, places, treaties and events."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from plancompare.model.frozen import Frozen
from plancompare.model.identifiers import PartyId, PlaceId, Slug
from plancompare.model.scales import SetOf
from plancompare.model.text import Text
from plancompare.model.timing import PartialDate

__all__ = [
    "Event_",
    "Events",
    "Names",
    "Parties",
    "Party",
    "Place",
    "Places",
    "Source",
    "Sources",
    "Treaties",
    "Treaty",
]

Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"\x5c^`{|}]+$", max_length=2000)]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]


class Names(Frozen):
    """A name in English and, where known, in Ukrainian and Russian."""

    en: Text
    uk: Text | None = None
    ru: Text | None = None


class Source(Frozen):
    """Something published that a claim can rest on."""

    id: Slug
    title: Text
    publisher: Text
    published: PartialDate | None = None
    language: Language | None = None
    urls: tuple[Url, ...] = ()
    kind: Literal["official-text", "published-text", "press-report", "statement"]
    note: Text | None = None


class Party(Frozen):
    """Somebody who can owe, receive or say something; a group is not its members."""

    id: Slug
    kind: Literal["state", "organisation", "group", "body", "person", "fund", "community", "track"]
    names: Names
    members: SetOf[PartyId] = ()
    closed: bool = False
    note: Text | None = None

    @model_validator(mode="after")
    def _closed_groups_have_members(self) -> Self:
        if self.closed and not self.members:
            raise PydanticCustomError("closed_group", "is a closed group without members")
        return self


class Place(Frozen):
    """A region, zone, city, waterway, facility or country; never said to be 'of' a state."""

    id: Slug
    kind: Literal["region", "zone", "city", "waterway", "facility", "country"]
    names: Names
    part_of: PlaceId | None = None
    note: Text | None = None


class Treaty(Frozen):
    """A treaty, or a name under which a text cites one."""

    id: Slug
    names: Names
    note: Text | None = None


class Event_(Frozen):  # noqa: N801 - the register entry; `Event` is its use in a clause
    """A kind of event that clauses can depend on."""

    id: Slug
    names: Names
    note: Text | None = None


class Sources(Frozen):
    """The file `sources.yaml`."""

    sources: tuple[Source, ...] = Field(default=())


class Parties(Frozen):
    """The file `parties.yaml`."""

    parties: tuple[Party, ...] = Field(default=())


class Places(Frozen):
    """The file `places.yaml`."""

    places: tuple[Place, ...] = Field(default=())


class Treaties(Frozen):
    """The file `treaties.yaml`."""

    treaties: tuple[Treaty, ...] = Field(default=())


class Events(Frozen):
    """The file `events.yaml`."""

    events: tuple[Event_, ...] = Field(default=())
