"""What an import proposes: only as comments, and such that taken as they are they can be read."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import plancompare
from plancompare import Library
from plancompare.library.document import Document
from plancompare.library.importing.annotated import annotated
from plancompare.library.importing.finding import Names, finds
from plancompare.library.importing.proposing import proposals
from plancompare.library.reading import read_document
from plancompare.model import Plan

PARTIES = """\
parties:
  - {id: north, kind: state, names: {en: North}}
  - {id: south, kind: state, names: {en: South}}
"""
PLACES = """\
places:
  - {id: valley, kind: region, names: {en: the valley}}
  - {id: sorra, kind: waterway, names: {en: Sorra}}
"""
TEXT = """\
1. A general ceasefire shall begin within 48 hours and last for twelve months.
2. The forces of the North shall be limited to 60,000 personnel.
3. Elections in the South shall be held by 1 October 2031.
4. Navigation on the Sorra shall be free.
5. The North and the South may hold a dialogue.
6. This plan shall be legally binding.
7. The forces of the North shall be limited again.
8. All is well.
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "parties.yaml").write_text(PARTIES, "utf-8")
    (tmp_path / "seeds" / "places.yaml").write_text(PLACES, "utf-8")
    return Library(tmp_path, shipped=False)


def file_of(plan: Plan, library: Library) -> str:
    found = proposals(plan, library)
    return annotated(plan, {place: one.comments for place, one in found.items()})


def accepted(text: str) -> str:
    """The file after somebody took the # out of every proposal."""
    return re.sub(r"^    # (?=provisions:|  )", "    ", text, flags=re.MULTILINE)


def test_a_proposal_is_a_comment_and_changes_nothing(library: Library) -> None:
    plan = plancompare.import_text(TEXT)
    again = read_document(Document("plan.yaml", file_of(plan, library)), Plan)
    assert again == plan
    assert not again.stated


def test_proposals_that_are_accepted_are_clauses(library: Library) -> None:
    plan = plancompare.import_text(TEXT)
    text = accepted(file_of(plan, library))
    stated = read_document(Document("plan.yaml", text), Plan).stated
    assert set(stated) == {
        "ceasefire/general",
        "force-ceiling/north",
        "elections/south",
        "freedom-of-navigation/sorra",
        "dialogue/north+south",
        "legal-force",
    }
    ceasefire = stated["ceasefire/general"].provision
    assert str(ceasefire.deadline) == "within 48 hours"
    assert str(ceasefire.duration) == "12 months"  # type: ignore[attr-defined] # of its kind
    assert stated["force-ceiling/north"].provision.personnel == 60000  # type: ignore[attr-defined] # of its kind
    assert str(stated["elections/south"].provision.deadline) == "on 2031-10-01"


def test_a_point_with_provisions_is_left_alone(library: Library) -> None:
    assert proposals(plancompare.load("us-28"), library) == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("$400 million", [("money", "400000000 USD")]),
        ("1.5 billion euros", [("money", "1500000000 EUR")]),
        ("50 per cent", [("share", "1/2")]),
        ("12.5%", [("share", "1/8")]),
        ("150 percent", []),
        ("two weeks", [("duration", "2 weeks")]),
        ("a 90-day pause", [("duration", "90 days")]),
        ("one year", [("duration", "1 year")]),
        ("some day", []),
        ("October 1, 2031", [("date", "2031-10-01")]),
        ("2031-10-01", [("date", "2031-10-01")]),
        ("31 February 2031", []),
        ("150 km", [("distance", 150)]),
        ("60,000 and 1 200 000 people", [("number", 60000), ("number", 1200000)]),
        ("2 million people", [("number", 2000000)]),
        ("1.25 of it", []),
        ("the North, and Northern winds", [("party", "north")]),
    ],
)
def test_terms_are_found(text: str, found: list[tuple[str, object]], library: Library) -> None:
    assert [(one.sort, one.value) for one in finds(text, Names(library))] == found


@given(
    st.text() | st.from_regex(r"([0-9]{1,3}[.,]? ?(%|days|USD|km|May 2030)?[ \n])*", fullmatch=True)
)
def test_proposing_never_fails(text: str) -> None:
    plan = plancompare.import_text(text)
    made = accepted(file_of(plan, Library()))
    read_document(Document("plan.yaml", made), Plan)
