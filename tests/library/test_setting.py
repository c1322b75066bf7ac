"""Setting one term in place: checked before anything is written, and nothing else is touched."""

import difflib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import plancompare
from plancompare import InvalidFileError, Library, PlancompareError
from plancompare.library.reading import read_plan
from plancompare.library.setting import UNSET, parsed, set_term
from plancompare.library.shipped import home

CITED = "          - {sources: [ministry-2025], basis: document-text, checked: one-source}\n"
GAZETTE = {"sources": ["gazette-2025"], "basis": "press-report", "checked": "unverified"}
ISSUE = "force-ceiling/north"

Set = Callable[..., list[str]]


@pytest.fixture
def path(draft: str, library: Library) -> Path:
    """A draft with comments, in which one clause is still to be sourced."""
    (path := Path("draft.yaml")).write_text(
        draft.replace(f"evidence:\n{CITED}", "evidence: TODO   # ask the ministry\n").replace(
            "personnel: 600000\n", "personnel: 600000   # sic\n\n"
        ),
        "utf-8",
    )
    return path


@pytest.fixture
def change(path: Path, library: Library) -> Set:
    """The lines that differ after a term was set."""

    def change(term: str, value: Any, evidence: Any = None, issue: str = ISSUE) -> list[str]:
        before = path.read_text("utf-8").splitlines()
        set_term(path, issue, term, value, evidence, library=library)
        after = path.read_text("utf-8").splitlines()
        lines = difflib.unified_diff(before, after, n=0, lineterm="")
        return [line for line in [*lines][2:] if not line.startswith("@@")]

    return change


def test_a_term_and_its_evidence_are_set_and_nothing_else(change: Set, path: Path) -> None:
    assert change("personnel", 800_000, {**GAZETTE, "locator": "point 6"}) == [
        "-        personnel: 600000   # sic",
        "+        personnel: 800000   # sic",
        "-        evidence: TODO   # ask the ministry",
        "+        evidence:",
        "+          - sources: [gazette-2025]",
        "+            locator: point 6",
        "+            basis: press-report",
        "+            checked: unverified   # ask the ministry",
    ]
    (clause,) = plancompare.load_plan(path, Library(".", shipped=False)).provisions
    assert clause.terms()["personnel"] == 800_000
    assert clause.evidence[0].sources == ("gazette-2025",)


def test_more_evidence_stands_below_what_is_there(change: Set) -> None:
    change("personnel", 800_000, GAZETTE)
    other = {**GAZETTE, "sources": ["ministry-2025"], "checked": "one-source"}
    assert change("period", "peacetime", other) == [
        "+        period: peacetime",
        "+          - sources: [ministry-2025]",
        "+            basis: press-report",
        "+            checked: one-source",
    ]


def test_the_same_evidence_is_not_added_twice(change: Set) -> None:
    change("personnel", 800_000, GAZETTE)
    assert change("personnel", 900_000, GAZETTE) == [
        "-        personnel: 800000   # sic",
        "+        personnel: 900000   # sic",
    ]


def test_a_term_is_taken_out(change: Set) -> None:
    assert change("personnel", UNSET) == ["-        personnel: 600000   # sic"]
    assert change("personnel", UNSET) == []


def test_a_term_that_was_to_do_is_set(change: Set, path: Path) -> None:
    text = path.read_text("utf-8").replace("600000", "TODO").replace("2025-11-20", "TODO")
    path.write_text(f"points_: 3\n{text}", "utf-8")
    assert change("personnel", "unlimited") == [
        "-        personnel: TODO   # sic",
        "+        personnel: unlimited   # sic",
    ]


def test_a_clause_after_one_that_cannot_be_read_is_found(change: Set, path: Path) -> None:
    text = path.read_text("utf-8").replace(
        "    provisions:\n", "    provisions:\n      - kind: TODO\n        evidence: TODO\n"
    )
    path.write_text(text.replace("points:\n", "points:\n  - 7\n"), "utf-8")
    assert change("personnel", 5) == [
        "-        personnel: 600000   # sic",
        "+        personnel: 5   # sic",
    ]


def test_a_clause_in_braces_is_set(change: Set, path: Path) -> None:
    text = path.read_text("utf-8")
    head, _, _ = text.partition("      - kind")
    clause = "      - {kind: force-ceiling, party: north, personnel: 1, evidence: TODO}  # one\n"
    path.write_text(head + clause, "utf-8")
    assert change("personnel", 2, GAZETTE) == [
        f"-{clause}".rstrip(),
        "+      - {kind: force-ceiling, party: north, personnel: 2, evidence: [ {sources: "
        "[gazette-2025], basis: press-report, checked: unverified}]}  # one",
    ]


@pytest.mark.parametrize(
    ("term", "value", "evidence", "said"),
    [
        (
            "personnel",
            "many",
            {**GAZETTE, "sources": ["gazete-2025"]},
            [
                "15:9: force-ceiling/north personnel: 'many' is not a whole number; "
                "write digits only, such as 600000, or unlimited",
                "17:9: force-ceiling/north evidence: unknown source 'gazete-2025'; "
                "did you mean gazette-2025?",
            ],
        ),
        (
            "deadline",
            {"within": "30 days", "after": "signatur", "on": "soon"},
            None,
            [
                "13:9: force-ceiling/north deadline.on: 'soon' is not a date; "
                "write it like 2025-11-20",
                "13:9: force-ceiling/north deadline: unknown event 'signatur'; "
                "did you mean signature?",
            ],
        ),
        (
            "counts",
            ["army", "army"],
            None,
            ["13:9: force-ceiling/north counts: names army twice; name it once"],
        ),
    ],
)
def test_all_faults_are_named_and_nothing_is_written(
    path: Path, library: Library, *, term: str, value: Any, evidence: Any, said: list[str]
) -> None:
    before = path.read_bytes()
    with pytest.raises(InvalidFileError) as caught:
        set_term(path, ISSUE, term, value, evidence, library=library)
    assert sorted(str(caught.value).split("\n")) == sorted(f"draft.yaml:{one}" for one in said)
    assert path.read_bytes() == before
    assert not any(problem.todo for problem in caught.value.problems)


@pytest.mark.parametrize(
    ("issue", "term", "value", "said"),
    [
        (
            "force-ceiling/nord",
            "personnel",
            5,
            "draft.yaml: states no issue force-ceiling/nord; did you mean force-ceiling/north?",
        ),
        (
            "amnesty",
            "scope",
            5,
            "draft.yaml: states no issue amnesty; write the clause into its point first",
        ),
        (
            ISSUE,
            "person",
            5,
            "force-ceiling has no term 'person'; did you mean personnel or period?",
        ),
        (
            ISSUE,
            "size",
            5,
            "force-ceiling has no term 'size'; its terms are "
            "modality, conditions, deadline, personnel, period, counts",
        ),
        (
            ISSUE,
            "party",
            "south",
            "party says which issue it is, and is not a term; write another clause into the file",
        ),
        (ISSUE, "modality", UNSET, "modality is always stated; set another value"),
    ],
)
def test_what_cannot_be_set_is_refused(
    path: Path, library: Library, *, issue: str, term: str, value: Any, said: str
) -> None:
    with pytest.raises(PlancompareError) as caught:
        set_term(path, issue, term, value, library=library)
    assert str(caught.value) == said


def test_a_sourced_clause_is_not_changed_without_a_source(path: Path, library: Library) -> None:
    set_term(path, ISSUE, "personnel", 1, GAZETTE, library=library)
    with pytest.raises(PlancompareError) as caught:
        set_term(path, ISSUE, "personnel", 2, library=library)
    assert str(caught.value) == (
        "force-ceiling/north cites sources, which may not show the change; "
        "name one that does with --source"
    )


def test_a_file_that_is_no_plan_is_not_edited(library: Library) -> None:
    (path := Path("draft.yaml")).write_text("[1]\n", "utf-8")
    with pytest.raises(InvalidFileError, match=r"draft.yaml:1:1: a list is not a mapping"):
        set_term(path, ISSUE, "personnel", 1, library=library)


def test_a_value_is_yaml() -> None:
    assert parsed("[a, 'b c']") == ["a", "b c"]
    assert (parsed("no"), parsed("600000"), parsed('"7"')) == ("no", 600_000, "7")
    with pytest.raises(InvalidFileError, match="VALUE:1:1: the bracket here is not closed"):
        parsed("[a")
    with pytest.raises(InvalidFileError, match=r"an anchor \(&name\) is not allowed"):
        parsed("&a b")
    for empty in ("", " ", "~", "null"):
        with pytest.raises(PlancompareError, match="VALUE is empty; give --unset to take"):
            parsed(empty)


TERMS = st.sampled_from(
    [
        ("personnel", 5),
        ("personnel", "unlimited"),
        ("personnel", UNSET),
        ("period", "peacetime"),
        ("counts", ["navy", "army"]),
        ("conditions", [{"event": "ceasefire", "by": ["ukraine", "russia"]}, "signature"]),
        ("deadline", {"within": "3 months", "after": "signature"}),
        ("modality", "expectation"),
    ]
)
SOURCE = {"sources": ["reuters-2025-11-23"], "basis": "inference", "checked": "unverified"}


@settings(max_examples=settings().max_examples // 3)
@given(st.sampled_from(["us-28", "europe-28", "geneva"]), st.lists(TERMS, min_size=1, max_size=4))
def test_what_was_set_is_read_and_all_else_is_kept(
    tmp_path_factory: pytest.TempPathFactory, name: str, terms: list[tuple[str, Any]]
) -> None:
    path = tmp_path_factory.getbasetemp() / f"{name}.yaml"
    path.write_bytes((home() / "proposals" / f"{name}.yaml").read_bytes())
    plan = before = read_plan(path)
    for term, value in terms:
        _, after = set_term(path, "force-ceiling/ukraine", term, value, SOURCE, library=Library())
        plan = read_plan(path)
        assert plan.stated["force-ceiling/ukraine"].provision == after
    for issue, stated in before.stated.items():
        if issue != "force-ceiling/ukraine":
            assert plan.stated[issue].provision == stated.provision
