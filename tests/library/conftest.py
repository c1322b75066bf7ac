"""A small library of its own, and a draft in it that every test spoils in its own way."""

from collections.abc import Callable
from pathlib import Path

import pytest

import plancompare
from plancompare import InvalidFileError, Library

SEEDS = {
    "sources": """\
sources:
  - {id: gazette-2025, title: The gazette, publisher: Gazette, kind: press-report}
  - {id: ministry-2025, title: A statement, publisher: Ministry, kind: statement}
""",
    "parties": """\
parties:
  - {id: north, kind: state, names: {en: North}}
  - {id: south, kind: state, names: {en: South}}
  - {id: league, kind: group, names: {en: League}, members: [north, south]}
""",
    "places": """\
places:
  - {id: valley, kind: region, names: {en: Valley}}
""",
    "treaties": """\
treaties:
  - {id: river-treaty, names: {en: River Treaty}}
""",
    "events": """\
events:
  - {id: signature, names: {en: signature}}
  - {id: ceasefire, names: {en: ceasefire}}
""",
}

DRAFT = """\
id: draft
title: A draft
conflict: north-south
date: 2025-11-20
text_status: official
disclosure: full
evidence:
  - {sources: [gazette-2025], basis: document-text, checked: one-source}
points:
  - number: 1
    heading: Forces
    provisions:
      - kind: force-ceiling
        party: north
        personnel: 600000
        evidence:
          - {sources: [ministry-2025], basis: document-text, checked: one-source}
"""

Faults = Callable[..., list[str]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the small library, in which the test works."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "proposals").mkdir()
    for name, text in SEEDS.items():
        (tmp_path / "seeds" / f"{name}.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def library(folder: Path) -> Library:
    """The small library."""
    return Library(folder, shipped=False)


@pytest.fixture
def draft() -> str:
    """The text of a plan in which nothing is wrong."""
    return DRAFT


@pytest.fixture
def faults(library: Library) -> Faults:
    """What is said of a text as `draft.yaml`: the lines of the error, without the file's name."""

    def said(text: str | bytes, name: str = "draft.yaml") -> list[str]:
        Path(name).write_bytes(text.encode() if isinstance(text, str) else text)
        with pytest.raises(InvalidFileError) as caught:
            plancompare.load_plan(name, library)
        problems = caught.value.problems
        assert all(one.file == name and one.what and one.remedy for one in problems)
        assert all(str(one).isprintable() for one in problems)
        assert list(problems) == plancompare.check(name, library=library)
        return [line.removeprefix(name).removeprefix(":") for line in str(caught.value).split("\n")]

    return said


@pytest.fixture
def spoilt(faults: Faults) -> Faults:
    """What is said of the draft after one replacement in it."""

    def said(old: str, new: str) -> list[str]:
        assert DRAFT.count(old) == 1
        return faults(DRAFT.replace(old, new))

    return said
