"""Files that are plans, and files that only look as if they were."""

from collections.abc import Callable
from pathlib import Path

import pytest

import plancompare
from plancompare import InvalidFileError, Library, PlancompareError, UnknownIdError
from plancompare.library.fixing import fix
from plancompare.library.setting import set_term

REMEDY = "only YAML is edited in place; edit the cell itself, or make YAML of it with convert"


def limit(path: Path | str) -> None:
    set_term(path, "force-ceiling/ukraine", "personnel", 1, library=Library())


@pytest.mark.parametrize("edit", [limit, fix])
def test_sheets_are_not_edited_in_place(edit: Callable[..., object], tmp_path: Path) -> None:
    plan = plancompare.load("us-28")
    plancompare.save_plan(plan, tmp_path / "us-28.xlsx")
    plancompare.save_csv(plan, tmp_path / "us-28")
    for path in (tmp_path / "us-28.xlsx", tmp_path / "us-28"):
        with pytest.raises(PlancompareError) as refused:
            edit(path)
        assert str(refused.value) == f"{path}: {REMEDY}"
        assert plancompare.load_plan(path) == plan


@pytest.mark.parametrize("name", ["draft.txt", "draft.md", "draft.html", "Draft.DOCX"])
def test_a_text_is_no_plan_before_it_is_imported(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text("1. Fire ceases.\n", "utf-8")
    with pytest.raises(InvalidFileError) as refused:
        plancompare.load_plan(path)
    assert str(refused.value) == (
        f"{path}: is a text, not a plan; make a plan of it with plancompare import"
    )


def test_a_library_without_a_rule_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnknownIdError) as refused:
        Library(tmp_path, shipped=False).rule()
    assert str(refused.value) == (
        "unknown rule 'default'; the library has none; name the file of one"
    )
