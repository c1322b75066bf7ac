"""Libraries: folders of plans and registers, added to the shipped ones or alone."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

import plancompare
from plancompare import InvalidFileError, Library, PlancompareError, UnknownIdError
from plancompare.library import doors, shipped

SHIPPED = ("europe-28", "geneva", "us-28")


def test_a_folder_of_ones_own_is_added_to_the_shipped_plans(folder: Path, draft: str) -> None:
    own = draft.replace("party: north", "party: ukraine")
    (folder / "proposals" / "draft.yaml").write_text(own, "utf-8")
    library = Library(folder)
    assert library.ids == ("draft", *SHIPPED)
    assert "valley" in library.places
    assert "crimea" in library.places
    assert plancompare.load("draft", library).title == "A draft"
    assert plancompare.load("us-28", library) == plancompare.load("us-28")
    assert plancompare.load_plan(folder / "proposals" / "draft.yaml", library).id == "draft"


def test_a_folder_of_ones_own_can_stand_alone(library: Library, draft: str) -> None:
    Path("proposals/draft.yaml").write_text(draft, "utf-8")
    assert library.ids == ("draft",)
    assert set(library.parties) == {"north", "south", "league"}
    assert set(library.sources) == {"gazette-2025", "ministry-2025"}
    assert [entry.id for entry in plancompare.catalogue(library)] == ["draft"]


def test_a_folder_may_hold_plans_without_further_folders(tmp_path: Path, draft: str) -> None:
    (tmp_path / "b.yml").write_text(draft.replace("id: draft", "id: b"), "utf-8")
    (tmp_path / "a.yaml").write_text(draft.replace("id: draft", "id: a"), "utf-8")
    (tmp_path / "notes.txt").write_text("no plan", "utf-8")
    library = Library(tmp_path, shipped=False)
    assert [plan.id for plan in library.plans()] == ["a", "b"]
    assert library.sources == {}


def test_the_catalogue_is_in_the_order_of_dates(library: Library, draft: str) -> None:
    for name, date in (("one", "2025-11-22"), ("two", "2025-11-21"), ("three", "2025-11-22")):
        text = draft.replace("id: draft", f"id: {name}").replace("2025-11-20", date)
        Path(f"proposals/{name}.yaml").write_text(text, "utf-8")
    entries = plancompare.catalogue(library)
    assert [(entry.id, entry.date) for entry in entries] == [
        ("two", "2025-11-21"),
        ("one", "2025-11-22"),
        ("three", "2025-11-22"),
    ]
    assert entries[0]._replace(id="", date="") == (
        *("", "A draft", "", "official", "full"),
        *(1, 1),
    )


def test_an_id_is_taken_once(folder: Path, draft: str) -> None:
    for name in ("draft.yaml", "draft.yml"):
        (folder / "proposals" / name).write_text(draft, "utf-8")
    library = Library(folder, shipped=False)
    said = (
        f"{folder}/proposals/draft.yml: the id draft is already taken by "
        f"{folder}/proposals/draft.yaml; rename the file and its id"
    )
    with pytest.raises(InvalidFileError) as caught:
        plancompare.load("draft", library)
    assert str(caught.value) == said
    assert list(map(str, plancompare.check(library=library))) == [said]


def test_a_shipped_id_cannot_be_taken(folder: Path, draft: str) -> None:
    (folder / "proposals" / "us-28.yaml").write_text(draft, "utf-8")
    with pytest.raises(InvalidFileError, match=r"the id us-28 is already taken by .*us-28.yaml"):
        plancompare.load("us-28", Library(folder))


@pytest.mark.parametrize("name", ["no-such-folder", "seeds/events.yaml", "\x1b[31m", "a\0b"])
def test_a_library_needs_a_folder(folder: Path, name: str) -> None:
    with pytest.raises(PlancompareError) as caught:
        Library(name)
    shown = name.encode("unicode_escape").decode()
    assert str(caught.value) == f"{shown}: there is no such folder; check the path"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("us-27", "unknown plan 'us-27'; did you mean us-28?"),
        ("", "unknown plan ''; write one of europe-28, geneva or us-28"),
        ("\x1b[31m", "unknown plan '\\x1b[31m'; write one of europe-28, geneva or us-28"),
        ("a\0b", "unknown plan 'a\\x00b'; write one of europe-28, geneva or us-28"),
        (
            "x" * 10_000,
            f"unknown plan '{'x' * 199}…; write one of europe-28, geneva or us-28",
        ),
    ],
)
def test_an_unknown_id_is_answered_with_near_or_known_ones(name: str, said: str) -> None:
    with pytest.raises(UnknownIdError) as caught:
        plancompare.load(name)
    assert str(caught.value) == said


def test_a_library_without_plans_says_so(library: Library) -> None:
    with pytest.raises(UnknownIdError, match=r"^unknown plan 'us-28'; there are none$"):
        plancompare.load("us-28", library)


def test_a_broken_file_of_a_library_is_refused_with_its_faults(library: Library) -> None:
    Path("proposals/draft.yaml").write_text("title: 7\n", "utf-8")
    with pytest.raises(InvalidFileError, match=r"draft.yaml:1:1: title: 7 is not text"):
        plancompare.load("draft", library)


@pytest.fixture
def twins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home of the shipped files as the wheel has it: each also decoded to JSON."""
    for path in [*shipped.home().glob("proposals/*.yaml"), *shipped.home().glob("seeds/*.yaml")]:
        copy = tmp_path / path.relative_to(shipped.home())
        copy.parent.mkdir(exist_ok=True)
        shutil.copy(path, copy)
        data: Any = YAML(typ="safe", pure=False).load(path.read_text("utf-8"))
        copy.with_suffix(".json").write_text(json.dumps(data, default=str), "utf-8")
    monkeypatch.setattr("plancompare.library.shipped.home", lambda: tmp_path)
    monkeypatch.setattr("plancompare.library.library.home", lambda: tmp_path)
    doors.shipped_library.cache_clear()
    yield tmp_path
    doors.shipped_library.cache_clear()


def test_the_decoded_files_of_the_wheel_give_the_same_plans(twins: Path) -> None:
    own = Library(shipped=False)
    read = {path.stem: plancompare.load_plan(path) for path in twins.glob("proposals/*.yaml")}
    for path in twins.glob("*/*.yaml"):
        path.write_text("[", "utf-8")  # not even looked at
    library = Library()
    assert own.ids == ()
    assert {plan.id: plan for plan in library.plans()} == read
    assert {plan_id: plancompare.load(plan_id) for plan_id in SHIPPED} == read
    assert library.parties["ukraine"].kind == "state"


def test_a_file_of_ones_own_has_no_decoded_twin(library: Library, draft: str) -> None:
    Path("proposals/draft.yaml").write_text(draft, "utf-8")
    Path("proposals/draft.json").write_text("{}", "utf-8")
    assert plancompare.load("draft", library).title == "A draft"
