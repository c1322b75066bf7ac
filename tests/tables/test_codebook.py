"""The codebook: what each kind may hold, read from the model."""

import datetime
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

import pytest
from ruamel.yaml import YAML

import plancompare
from plancompare import KINDS, Key, Obligor, PartyId, Provision, SetOf, Term, UnknownIdError
from plancompare.library.codebook import Codebook, codebook
from plancompare.library.fieldwords import values_in_words
from plancompare.model import Event, PlaceId
from plancompare.model.identifiers import PartyOrPlaceId
from plancompare.model.scales import Scale, chain
from plancompare.tables.codebook_pages import kind_page
from plancompare.testing import forget_kind

BOOK = codebook()


def test_every_kind_has_a_purpose_and_an_example_that_is_valid() -> None:
    for note in BOOK.kinds:
        assert note.purpose.endswith(".")
        (example,) = YAML(typ="safe").load(note.example)
        assert example["kind"] == note.kind
        KINDS[note.kind].model_validate(
            {name: str(one) if name == "deadline" else one for name, one in example.items()}
            if note.example_from is None
            else {name: _typed(one) for name, one in example.items()}
        )
        assert (note.example_from is not None) == bool(note.plans)


def _typed(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime.date) else value


def test_terms_are_explained_with_scale_words_and_roles() -> None:
    fields = {one.name: one for one in BOOK.kind("force-ceiling").fields}
    assert fields["party"].role == "obligor"
    assert (fields["area"].is_key, fields["area"].is_optional) == (True, True)
    assert fields["personnel"].values == "a whole number, or unlimited"
    assert fields["period"].order == (("peacetime", "always"),)
    assert (fields["period"].up, fields["period"].down) == ("widened", "narrowed")
    assert fields["conditions"].none_if_silent


def test_in_documents_an_example_is_code_that_can_be_copied() -> None:
    kind = BOOK.kind("neutral-status")
    markdown = plancompare.render(kind, "markdown")
    assert "\n\n```\n- kind: neutral-status\n  party: a-party\n" in markdown
    assert "<pre>- kind: neutral-status\n  party: a-party\n" in plancompare.render(kind, "html")


def test_an_unknown_kind_is_refused_with_near_names() -> None:
    with pytest.raises(UnknownIdError, match="unknown kind 'force-celing'; did you mean"):
        BOOK.kind("force-celing")


def test_topics_limit_the_list() -> None:
    assert {one.topic for one in BOOK.only(["nuclear"]).kinds} == {"nuclear"}
    text = plancompare.render(BOOK, topics=["nuclear"])
    assert "── nuclear " in text
    assert "── military " not in text


@pytest.mark.parametrize("name", plancompare.FORMATS)
def test_each_format_shows_the_list_and_a_kind(name: str) -> None:
    for result in (BOOK, BOOK.kind("force-ceiling")):
        for width in (40, 80, 140):
            text = plancompare.render(result, name, width=width)
            assert "personnel" in text
            if name == "text":
                assert max(map(len, text.split("\n"))) <= width


def test_json_holds_scales_from_low_to_high() -> None:
    note = json.loads(plancompare.render(BOOK.kind("force-ceiling"), "json"))
    (period,) = (one for one in note["terms"] if one["name"] == "period")
    assert period == {
        "name": "period",
        "optional": True,
        "role": None,
        "values": "peacetime, always",
        "low_to_high": [["peacetime", "always"]],
        "up": "widened",
        "down": "narrowed",
        "none_if_silent": False,
    }
    assert len(json.loads(plancompare.render(BOOK, "json"))) == len(BOOK.kinds)


class Odd(Scale):
    """A scale of somebody's own."""


@pytest.fixture
def own() -> Iterator[type[Provision]]:
    """A kind that uses types of every sort and is in no plan."""

    class Irrigation(Provision):
        """Who opens which canal."""

        kind: Literal["irrigation"] = "irrigation"
        topic: ClassVar[str] = "water"

        canal: Key[Obligor[PartyOrPlaceId]]
        stage: Term[Annotated[Literal["low", "high"], chain("low", "high")]] = None
        by: Term[SetOf[PartyId]] = None
        after: Term[Event] = None
        day: Term[datetime.date] = None
        odd: Term[Annotated[complex, Odd()]] = None
        some: Term[tuple[complex, ...]] = None
        code: Term[Annotated[str, "a mark that means nothing here"]] = None
        short: Term[Literal["x"] | int] = None

    yield Irrigation
    forget_kind(Irrigation)


def test_a_kind_of_ones_own_gets_a_form_to_fill_in(own: type[Provision]) -> None:
    note = codebook().kind("irrigation")
    assert (note.example_from, note.plans, note.pax) == (None, (), None)
    (example,) = YAML(typ="safe").load(note.example)
    assert str(example.pop("day")) == "2025-11-20"
    assert example == {
        "kind": "irrigation",
        "canal": "a-party",
        "stage": "low",
        "by": ["a-party"],
        "after": "an-event",
        "code": "some text",
        "short": "x",
    }
    assert {one.name: one.values for one in (*note.keys, *note.terms)} == {
        "canal": "a party or a place",
        "stage": "low, high",
        "by": "any of: a party",
        "after": "an event, optionally by and against parties",
        "day": "a date, such as 2025-11-20",
        "odd": "complex",
        "some": "any of: complex",
        "code": "text",
        "short": "x, or a whole number",
    }
    assert "no plan of this library" in plancompare.render(note)


def test_a_kind_without_terms_says_so(own: type[Provision]) -> None:
    class WaterTalks(Provision):
        kind: Literal["water-talks"] = "water-talks"
        topic: ClassVar[str] = "water"
        place: Key[PlaceId]

    note = codebook().kind("water-talks")
    forget_kind(WaterTalks)
    assert "\nNone of its own.\n" in kind_page(note)


def test_words_for_a_place() -> None:
    assert values_in_words(PlaceId) == "a place"


def test_a_book_of_nothing_is_an_empty_table(tmp_path: Path) -> None:
    assert plancompare.render(Codebook(())).startswith("0 kinds of provision")
