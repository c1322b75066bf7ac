"""Writing: canonical, in one step, and read back as it was."""

import datetime
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import plancompare
from plancompare import Library, Plan, PlancompareError, Point
from plancompare.library.reading import read_plan
from plancompare.library.writing import canonical, write_text

PLANS = [plancompare.load(entry.id) for entry in plancompare.catalogue()]
TEXTS = st.text(
    st.characters(exclude_categories=["C", "Z"]) | st.sampled_from(" \n\t#:-'\"[]{}&*!|>%@`")
)


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
def test_reading_what_was_written_gives_an_equal_plan_and_the_same_bytes(
    plan: Plan, tmp_path: Path
) -> None:
    path = tmp_path / f"{plan.id}.yaml"
    plancompare.save_plan(plan, path)
    first = path.read_bytes()
    read = plancompare.load_plan(path)
    assert read == plan
    plancompare.save_plan(read, path)
    assert path.read_bytes() == first


@given(TEXTS.filter(str.strip))
def test_any_visible_text_survives_writing_and_reading(
    tmp_path_factory: pytest.TempPathFactory, title: str
) -> None:
    point = Point(number="1", heading=title)
    plan = Plan(
        id="text",
        title=title,
        conflict="north-south",
        date=datetime.date(2025, 11, 20),
        text_status="official",
        disclosure="full",
        points=(point,),
    )
    path = tmp_path_factory.getbasetemp() / "text.yaml"
    plancompare.save_plan(plan, path)
    assert read_plan(path) == plan


def test_only_what_is_not_at_its_default_is_written(library: Library, draft: str) -> None:
    Path("draft.yaml").write_text(draft, "utf-8")
    assert (
        canonical(plancompare.load_plan("draft.yaml", library))
        == """\
id: draft
title: A draft
conflict: north-south
date: '2025-11-20'
text_status: official
disclosure: full
evidence:
  - sources:
      - gazette-2025
    basis: document-text
    checked: one-source
points:
  - number: '1'
    heading: Forces
    provisions:
      - kind: force-ceiling
        party: north
        personnel: 600000
        evidence:
          - sources:
              - ministry-2025
            basis: document-text
            checked: one-source
"""
    )


def test_a_new_file_has_the_rights_of_any_new_file_and_an_old_one_keeps_its_own(
    tmp_path: Path,
) -> None:
    path, other = tmp_path / "a.txt", tmp_path / "b.txt"
    other.touch()
    write_text("one", path)
    assert path.stat().st_mode == other.stat().st_mode
    path.chmod(0o640)
    write_text("two", path)
    assert path.stat().st_mode & 0o777 == 0o640
    assert path.read_text("utf-8") == "two"


def test_writing_through_a_link_leaves_the_link(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    write_text("one", tmp_path / "link.txt")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "a.txt").read_text("utf-8") == "one"


@pytest.mark.parametrize("step", ["fsync", "replace", "chmod"])
def test_a_failure_while_writing_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "us-28.yaml"
    path.write_text("old", "utf-8")

    def full(*args: object, **kwargs: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os if step == "fsync" else Path, step, full)
    with pytest.raises(PlancompareError) as caught:
        plancompare.save_plan(PLANS[0], path)
    assert str(caught.value) == (
        f"{path}: cannot be written: No space left on device; make room for it"
    )
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_text("utf-8") == "old"


def test_an_interruption_while_writing_leaves_the_old_file_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "us-28.yaml"
    path.write_text("old", "utf-8")

    def interrupted(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        plancompare.save_plan(PLANS[0], path)
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_text("utf-8") == "old"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("no-folder/a.yaml", "No such file or directory"),
        ("a-folder", "Is a directory"),
        ("a\0b", "embedded null byte"),
        ("x" * 300, "File name too long"),
    ],
)
def test_what_cannot_be_written_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, reason: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a-folder").mkdir()
    with pytest.raises(PlancompareError) as caught:
        plancompare.save_plan(PLANS[0], path)
    shown = path.replace("\0", "\\x00")
    assert str(caught.value) == (
        f"{shown}: cannot be written: {reason}; check the folder and its permissions"
    )
    assert [*tmp_path.iterdir()] == [tmp_path / "a-folder"]
