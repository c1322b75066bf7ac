"""Encoding a plan from the command line."""

from pathlib import Path

import pytest
from tests.cli.conftest import Run

import plancompare

GIVEN = (
    *("--title", "A draft", "--date", "2025-12-02"),
    *("--text-status", "reported", "--disclosure", "full"),
)


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A folder of its own for each test."""
    monkeypatch.chdir(tmp_path)


def test_a_new_plan_is_written_and_checked(run: Run) -> None:
    assert run("new", "plan", "draft", "--revises", "us-28", *GIVEN, "-o", "draft.yaml") == (
        0,
        "",
        "written to draft.yaml; plancompare check draft.yaml lists what is to do\n",
    )
    status, out, err = run("check", "draft.yaml")
    assert status == 1
    assert out == "draft.yaml: 28 of 28 points typed, 75 claims without a source\n"
    assert "draft.yaml:12:1: evidence: the plan cites no source; add evidence" in err
    assert err.endswith("\n75 to do\n")


def test_a_draft_in_work_is_compared_with_a_notice(run: Run) -> None:
    run("new", "plan", "draft", "--revises", "us-28", *GIVEN, "-o", "draft.yaml")
    assert run("diff", "us-28", "draft.yaml") == (
        1,
        "us-28 -> draft: no known change; 74 kept; 0 unknown\n\n"
        "74 kept, not shown (--only kept shows them)\n",
        "draft is a draft in work: 28 of 28 points typed, 75 claims without a source\n",
    )


def test_a_draft_without_a_date_cannot_be_compared(run: Run) -> None:
    run("new", "plan", "draft", "--revises", "us-28", "-o", "draft.yaml")
    status, out, err = run("diff", "us-28", "draft.yaml")
    assert (status, out) == (2, "")
    assert "draft.yaml:8:1: date: is still to be written; write it like 2025-11-20\n" in err


def test_without_a_file_a_new_plan_goes_to_the_screen(run: Run) -> None:
    status, out, err = run("new", "plan", "draft")
    assert (status, err) == (0, "")
    assert "\nid: draft\n" in out


def test_a_file_that_is_there_is_replaced_only_by_force(run: Run) -> None:
    path = Path("draft.yaml")
    path.write_text("mine\n", "utf-8")
    assert run("new", "plan", "draft", "-o", "draft.yaml") == (
        2,
        "",
        "draft.yaml: is there already; give --force to replace it\n",
    )
    assert path.read_text("utf-8") == "mine\n"
    assert run("new", "plan", "draft", "-o", "draft.yaml", "--force")[0] == 0
    assert "id: draft" in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("draft", "-o", "other.yaml"),
            "other.yaml: the file of a plan bears its id; write -o draft.yaml\n",
        ),
        (
            ("My draft",),
            "My draft.yaml:2:1: id: 'My draft' does not have the right form; "
            "write a name in lower case with hyphens, such as united-states\n",
        ),
        (("draft", "--revises", "us-29"), "unknown plan 'us-29'; did you mean us-28?\n"),
    ],
)
def test_a_new_plan_that_cannot_be_is_refused(run: Run, words: tuple[str, ...], said: str) -> None:
    assert run("new", "plan", *words) == (2, "", said)
    assert not [*Path().iterdir()]


def test_the_id_of_a_new_plan_is_free(run: Run) -> None:
    status, _, err = run("new", "plan", "us-28")
    assert status == 2
    assert err.startswith("the id us-28 is taken by ")
    assert err.endswith("us-28.yaml; choose another\n")


def test_a_plan_of_a_folder_can_be_begun_again_in_its_place(run: Run) -> None:
    words = ("new", "plan", "draft", "--library", ".", "-o", "draft.yaml", *GIVEN)
    assert run(*words, "--conflict", "north-south")[0] == 0
    assert run(*words, "--conflict", "hills", "--force")[0] == 0
    assert plancompare.load_plan("draft.yaml").conflict == "hills"


def test_a_term_is_set_with_its_source(run: Run) -> None:
    run("new", "plan", "draft", "--revises", "us-28", *GIVEN, "-o", "draft.yaml")
    clause = ("draft.yaml", "force-ceiling/ukraine")
    cited = ("--source", "reuters-2025-11-23", "--basis", "press-report")
    said = "force-ceiling/ukraine: personnel 600,000 -> 800,000\n"
    assert run("set", *clause, "personnel", "800000", *cited) == (0, said, "")
    said = "force-ceiling/ukraine: personnel 800,000, as before\n"
    assert run("set", *clause, "personnel", "800000", *cited, "--locator", "6") == (0, said, "")
    said = "force-ceiling/ukraine: personnel 800,000 -> not stated\n"
    assert run("set", *clause, "personnel", "--unset", *cited) == (0, said, "")
    (provision,) = [
        one for one in plancompare.load_plan("draft.yaml").provisions if one.kind == "force-ceiling"
    ]
    assert [one.locator for one in provision.evidence] == [None, "6"]


def test_a_basis_is_that_of_all_else_from_the_source(run: Run) -> None:
    run("new", "plan", "draft", "--revises", "us-28", *GIVEN, "-o", "draft.yaml")
    clause = ("set", "draft.yaml", "force-ceiling/ukraine")
    source = ("--source", "reuters-2025-11-23")
    status, out, err = run(*clause, "personnel", "800000", *source)
    assert (status, out) == (2, "")
    assert err == (
        "draft does not cite reuters-2025-11-23 yet, so what the claim rests on is not known; say "
        "it with --basis: document-text, official-statement, press-report or inference\n"
    )
    assert run(*clause, "personnel", "800000", *source, "--basis", "press-report")[0] == 0
    other = ("set", "draft.yaml", "amnesty", "modality")
    assert run(*other, "expectation", *source) == (
        0,
        "amnesty: modality commitment -> expectation\n"
        "basis: press-report, as all that the plan has from reuters-2025-11-23\n",
        "",
    )
    assert run(*other, "commitment", *source, "--basis", "inference")[0] == 0
    status, _, err = run(*clause, "personnel", "700000", *source)
    assert status == 2
    assert err == (
        "draft cites reuters-2025-11-23 as press-report and as inference; say it with --basis: "
        "press-report or inference\n"
    )


def test_a_plan_of_a_folder_is_set_by_its_id(run: Run) -> None:
    run("new", "plan", "draft", "--revises", "us-28", *GIVEN, "-o", "draft.yaml")
    words = ("set", "draft", "amnesty", "modality", "expectation")
    assert run(*words, "--library", ".")[:2] == (0, "amnesty: modality commitment -> expectation\n")
    assert run(*words)[2] == "unknown plan 'draft'; write one of europe-28, geneva or us-28\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "give a VALUE or --unset, and not both"),
        (("1", "--unset"), "give a VALUE or --unset, and not both"),
        (("1", "--basis", "inference"), "--basis and --locator say more of a --source; name one"),
        (("1", "--locator", "point 6"), "--basis and --locator say more of a --source; name one"),
    ],
)
def test_what_is_to_be_set_is_said_once(run: Run, words: tuple[str, ...], said: str) -> None:
    status, _, err = run("set", "draft.yaml", "amnesty", "modality", *words)
    assert (status, err.split("Error: ")[1]) == (2, f"{said}\n")


def test_check_fixes_first_what_needs_no_judgement(run: Run) -> None:
    run("new", "plan", "draft", "--revises", "us-28", *GIVEN, "-o", "draft.yaml")
    path = Path("draft.yaml")
    tidy = path.read_text("utf-8")
    path.write_text(tidy.replace("between: russia+ukraine", "between: ukraine+russia"), "utf-8")
    status, out, _ = run("check", "--fix", "draft.yaml")
    assert status == 1
    assert out.split("\n")[0] == (
        "fixed: draft.yaml:28:9: points[1].provisions[0].between: ukraine+russia -> russia+ukraine"
    )
    assert path.read_text("utf-8").count("ukraine+russia") == 0
    assert "fixed" not in run("check", "--fix", "draft.yaml")[1]


def test_check_fixes_the_plans_of_a_folder(run: Run) -> None:
    run("new", "plan", "draft", "--revises", "us-28", *GIVEN, "-o", "draft.yaml")
    path = Path("draft.yaml")
    tidy = path.read_text("utf-8")
    path.write_text(tidy.replace("100e9 USD", "100000e6 USD"), "utf-8")
    status, out, err = run("check", "--fix", "--library", ".")
    assert (status, path.read_text("utf-8")) == (1, tidy)
    assert "100000e6 USD -> 100e9 USD\n4 plans: " in out
    assert err.endswith("75 to do\n")


def test_a_file_that_cannot_be_read_is_not_fixed(run: Run) -> None:
    Path("draft.yaml").write_text("[1\n", "utf-8")
    status, out, err = run("check", "--fix", "draft.yaml")
    assert (status, out) == (2, "")
    assert err.endswith("\n1 problem\n")
