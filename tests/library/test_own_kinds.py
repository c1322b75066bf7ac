"""Kinds of one's own in a file, which is run only where it is named."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.library.conftest import DRAFT as FORCES

import plancompare
from plancompare import KINDS, InvalidFileError, Library
from plancompare.testing import forget_kind

KIND = '''\
from typing import ClassVar, Literal

from plancompare import Key, Obligor, PartyId, Provision, Term


class DamRelease(Provision):
    """When water is let through a dam."""

    kind: Literal["dam-release"] = "dam-release"
    topic: ClassVar[str] = "water"
    operator: Key[Obligor[PartyId]]
    season: Term[Literal["dry", "wet"]] = None
'''
DRAFT = (
    FORCES[: FORCES.index("    heading")]
    + """\
    provisions:
      - kind: dam-release
        operator: north
        season: dry
        evidence:
          - {sources: [gazette-2025], basis: document-text, checked: one-source}
"""
)


@pytest.fixture
def mine(folder: Path) -> Iterator[Path]:
    """The small library with a draft and a file of kinds; both are forgotten afterwards."""
    (folder / "kinds.py").write_text(KIND, encoding="utf-8")
    (folder / "proposals" / "draft.yaml").write_text(DRAFT, encoding="utf-8")
    before = set(KINDS)
    yield folder
    for name in set(KINDS) - before:
        forget_kind(KINDS[name])


def test_kinds_are_run_where_they_are_named(mine: Path) -> None:
    library = Library(mine, shipped=False, kinds=["kinds.py"])
    assert plancompare.check(library=library)[0].what == "nothing cites the source 'ministry-2025'"
    plan = library.load("draft")
    assert plan.stated["dam-release/north"].provision.terms()["season"] == "dry"
    assert Library(mine, shipped=False, kinds=["kinds.py"]).load("draft") == plan


def test_of_a_folder_its_kinds_are_run(mine: Path) -> None:
    assert Library(mine, shipped=False, kinds=[mine]).ids == ("draft",)
    assert "dam-release" in KINDS


def test_a_file_that_changed_is_run_again(mine: Path) -> None:
    Library(mine, shipped=False, kinds=["kinds.py"])
    Path("kinds.py").write_text(KIND.replace('"wet"', '"wet", "any"'), encoding="utf-8")
    Library(mine, shipped=False, kinds=["kinds.py"])
    assert "any" in str(KINDS["dam-release"].model_fields["season"].annotation)


def test_without_being_named_they_are_not_run_and_the_error_says_how(mine: Path) -> None:
    library = Library(mine, shipped=False)
    (problem,) = plancompare.check("proposals/draft.yaml", library=library)
    assert str(problem) == (
        "proposals/draft.yaml:12:9: points[0].provisions[0].kind: unknown kind 'dam-release'; "
        f"{mine}/kinds.py names it; have that file run, with --kinds {mine}/kinds.py"
    )
    assert "dam-release" not in KINDS


def test_a_listed_issue_of_such_a_kind_says_the_same(mine: Path) -> None:
    listed = DRAFT.partition("points:")[0] + "omits:\n  - issues: [dam-release/north]\n"
    Path("proposals/draft.yaml").write_text(listed, encoding="utf-8")
    problems = plancompare.check("proposals/draft.yaml", library=Library(mine, shipped=False))
    assert any(f"--kinds {mine}/kinds.py" in problem.remedy for problem in problems)


def test_a_file_of_kinds_that_does_not_name_it_is_not_proposed(mine: Path) -> None:
    draft = DRAFT.replace("dam-release", "force-celing")
    Path("proposals/draft.yaml").write_text(draft, encoding="utf-8")
    Path("kinds.py").write_bytes(b"\xff")
    (problem,) = plancompare.check("proposals/draft.yaml", library=Library(mine, shipped=False))
    assert problem.remedy.startswith("did you mean force-ceiling")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x = (", "kinds.py:1:5: is not Python: '(' was never closed; correct it"),
        (
            "\n1 / 0",
            "kinds.py:2:1: fails with ZeroDivisionError: division by zero; correct it there",
        ),
        (
            "import no_such_module",
            "kinds.py:1:1: fails with ModuleNotFoundError: No module named 'no_such_module'; "
            "install what is missing, or do without it",
        ),
        ("raise SystemExit", "kinds.py:1:1: fails with SystemExit; correct it there"),
        (
            "x = 1",
            "kinds.py: defines no kind of provision; write a subclass of plancompare.Provision "
            'with kind: Literal["..."] = "..."',
        ),
        (
            KIND.replace("dam-release", "amnesty"),
            "kinds.py:6:1: fails with TypeError: kind 'amnesty' is already defined by Amnesty; "
            "correct it there",
        ),
        (
            KIND.replace('Literal["dry", "wet"]', "Season"),
            "kinds.py:12:1: fails with NameError: name 'Season' is not defined; correct it there",
        ),
        ("eval('1 +')", "kinds.py: is not Python: invalid syntax; correct it"),
    ],
)
def test_a_fault_in_a_file_of_kinds_is_named_with_its_line(
    mine: Path, text: str, message: str
) -> None:
    Path("kinds.py").write_text(text, encoding="utf-8")
    with pytest.raises(InvalidFileError) as caught:
        Library(mine, shipped=False, kinds=["kinds.py"])
    assert str(caught.value) == message


def test_a_file_of_kinds_that_is_not_there(mine: Path) -> None:
    with pytest.raises(InvalidFileError) as caught:
        Library(mine, shipped=False, kinds=["no.py"])
    assert str(caught.value) == "no.py: there is no such file; check the path"
