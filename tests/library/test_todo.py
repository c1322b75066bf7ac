"""Drafts in work: what is marked as still to be written is work, and what is forgotten a fault."""

from pathlib import Path

import pytest

import plancompare
from plancompare import InvalidFileError, Library
from plancompare.library.doors import audited
from plancompare.library.progress import Progress
from plancompare.library.writing import canonical

CITED = "          - {sources: [ministry-2025], basis: document-text, checked: one-source}\n"
CITE = "add evidence: with sources, basis and checked"


def in_work(draft: str, old: str, new: str) -> str:
    assert draft.count(old) == 1
    return draft.replace(old, new)


@pytest.fixture
def marked(draft: str) -> str:
    """The draft, with a clause whose evidence is still to be written."""
    return in_work(draft, f"evidence:\n{CITED}", "evidence: TODO\n")


def said(text: str, library: Library) -> list[str]:
    Path("draft.yaml").write_text(text, "utf-8")
    problems = plancompare.check("draft.yaml", library=library)
    assert all(problem.todo for problem in problems)
    return [str(problem).removeprefix("draft.yaml:") for problem in problems]


def test_evidence_to_be_written_is_work_at_its_place(marked: str, library: Library) -> None:
    assert said(marked, library) == [
        f"16:9: points[0].provisions[0].evidence: force-ceiling/north cites no source; {CITE}"
    ]


def test_forgotten_evidence_is_a_fault(draft: str, library: Library) -> None:
    Path("draft.yaml").write_text(in_work(draft, f"        evidence:\n{CITED}", ""), "utf-8")
    (problem,) = plancompare.check("draft.yaml", library=library)
    assert not problem.todo
    with pytest.raises(InvalidFileError):
        plancompare.load_plan("draft.yaml", library)


def test_a_draft_in_work_can_be_compared(marked: str, draft: str, library: Library) -> None:
    for name, text in (("draft.yaml", marked), ("proposals/draft.yaml", draft)):
        Path(name).write_text(text, "utf-8")
    finished = plancompare.load_plan("proposals/draft.yaml", library)
    changes = plancompare.diff(finished, plancompare.load_plan("draft.yaml", library))
    assert changes
    assert [str(one.change) for one in changes.changes] == ["kept"]


def test_the_mark_is_written_again(marked: str, library: Library) -> None:
    Path("draft.yaml").write_text(marked, "utf-8")
    plan = plancompare.load_plan("draft.yaml", library)
    assert canonical(plan).endswith("        evidence: TODO\n")
    plancompare.save_plan(plan, "draft.yaml")
    assert plancompare.load_plan("draft.yaml", library) == plan


def test_every_claim_without_evidence_is_written_with_the_mark(library: Library) -> None:
    plan = plancompare.Plan.model_validate(
        {
            "id": "draft",
            "title": "A draft",
            "conflict": "north-south",
            "date": "2025-11-20",
            "text_status": "official",
            "disclosure": "partial",
            "reports": [{"says": "It is short."}],
            "omits": [{"issues": ["amnesty"]}],
            "points": [{"number": "1", "evidence": "TODO"}],
        }
    )
    plancompare.save_plan(plan, "draft.yaml")
    assert [problem.where for problem in plancompare.check("draft.yaml", library=library)] == [
        "evidence",
        "reports[0].evidence",
        "omits[0].evidence",
    ]


def test_anything_else_may_be_marked_and_is_listed(marked: str, library: Library) -> None:
    text = in_work(marked, "heading: Forces", "heading: TODO")
    text = in_work(text, "evidence: TODO", "wording: [few words, TODO]\n        evidence: TODO")
    assert [one.split(";")[0] for one in said(text, library)] == [
        "11:5: points[0].heading: is still to be written",
        "16:30: points[0].provisions[0].wording[1]: is still to be written",
        "17:9: points[0].provisions[0].evidence: force-ceiling/north cites no source",
    ]
    assert plancompare.load_plan("draft.yaml", library).points[0].heading == "TODO"


@pytest.mark.parametrize(
    ("old", "new", "work"),
    [
        (
            "date: 2025-11-20",
            "date: TODO",
            "4:1: date: is still to be written; write it like 2025-11-20",
        ),
        (
            "disclosure: full",
            "disclosure: TODO",
            "6:1: disclosure: is still to be written; write one of full or partial",
        ),
        (
            "personnel: 600000",
            "personnel: TODO",
            "15:9: points[0].provisions[0].personnel: is still to be written; "
            "write digits only, such as 600000, or unlimited",
        ),
        (
            "party: north",
            "party: TODO",
            "14:9: points[0].provisions[0].party: is still to be written; "
            "write a name in lower case with hyphens, such as united-states",
        ),
    ],
)
def test_what_cannot_be_guessed_is_work_before_a_draft_is_read(
    draft: str, library: Library, old: str, new: str, work: str
) -> None:
    assert said(in_work(draft, old, new), library) == [work]
    with pytest.raises(InvalidFileError, match="is still to be written"):
        plancompare.load_plan("draft.yaml", library)


def test_a_refused_draft_names_what_it_cannot_be_read_without_and_counts_much_else(
    library: Library,
) -> None:
    reports = "reports:\n" + "  - {says: It is short., evidence: TODO}\n" * 4
    head = (
        "id: draft\ntitle: A draft\nconflict: north-south\ndate: 2025-11-20\ntext_status: leaked\n"
    )
    Path("draft.yaml").write_text(f"{head}disclosure: TODO\nevidence: TODO\n{reports}", "utf-8")
    with pytest.raises(InvalidFileError) as refused:
        plancompare.load_plan("draft.yaml", library)
    assert str(refused.value) == (
        "draft.yaml:6:1: disclosure: is still to be written; write one of full or partial\n"
        "draft.yaml:12:26: 5 more places of the draft can wait; `plancompare check` lists all"
    )


def test_a_kind_can_be_left_to_be_written(draft: str, library: Library) -> None:
    (work,) = said(in_work(draft, "kind: force-ceiling", "kind: TODO"), library)
    assert work.startswith("13:9: points[0].provisions[0].kind: is still to be written; ")


def test_progress_counts_points_and_claims(marked: str, library: Library) -> None:
    Path("draft.yaml").write_text(f"{marked}  - number: 2\n", "utf-8")
    Path("faulty.yaml").write_text(in_work(marked, "id: draft", "id: Draft"), "utf-8")
    found = audited("draft.yaml", "faulty.yaml", library=library)
    assert found.progress == {"draft.yaml": Progress(points=2, typed=1, uncited=1)}
    assert str(found.progress["draft.yaml"]) == "1 of 2 points typed, 1 claim without a source"


def test_progress_of_a_library_is_by_plan(marked: str, library: Library) -> None:
    Path("proposals/draft.yaml").write_text(marked, "utf-8")
    assert [*audited(library=library).progress.values()] == [Progress(1, 1, 1)]
    assert not Progress.together([])[0]
