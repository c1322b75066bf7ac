"""Working on revisions from the command line."""

import json
from pathlib import Path

from tests.cli.conftest import Run

import plancompare


def test_an_amendment_is_written_applied_and_undone(run: Run, tmp_path: Path) -> None:
    amendment, made, back = (tmp_path / name for name in ("a.yaml", "europe-28.yaml", "us-28.yaml"))
    assert run("amend", "us-28", "europe-28", "-o", str(amendment))[0] == 0
    assert run("patch", "us-28", str(amendment), "-o", str(made)) == (
        0,
        "",
        f"written to {made}\n",
    )
    assert plancompare.load_plan(made) == plancompare.load("europe-28")
    assert run("patch", str(made), str(amendment), "--invert", "-o", str(back))[0] == 0
    assert plancompare.load_plan(back) == plancompare.load("us-28")


def test_without_a_file_an_amendment_goes_to_the_screen(run: Run) -> None:
    status, text, _ = run("amend", "us-28", "us-28")
    assert (status, text.split(": ")[0]) == (0, "digest")


def test_an_amendment_that_does_not_fit_writes_nothing(run: Run, tmp_path: Path) -> None:
    amendment, out = tmp_path / "a.yaml", tmp_path / "out.yaml"
    run("amend", "us-28", "europe-28", "-o", str(amendment))
    status, text, errors = run("patch", "geneva", str(amendment), "-o", str(out))
    assert (status, text, out.exists()) == (2, "", False)
    assert errors == (
        "the amendment does not fit geneva; merge the two revisions instead:\n"
        "  id: expected us-28, found geneva\n"
    )


def test_an_amendment_cut_short_after_any_line_is_refused(run: Run, tmp_path: Path) -> None:
    whole, cut, out = (tmp_path / name for name in ("a.yaml", "cut.yaml", "out.yaml"))
    run("amend", "us-28", "europe-28", "-o", str(whole))
    lines = whole.read_text(encoding="utf-8").splitlines(keepends=True)
    for end in (0, 1, len(lines) // 2, *range(len(lines) - 6, len(lines))):
        cut.write_text("".join(lines[:end]), encoding="utf-8")
        status, text, errors = run("patch", "us-28", str(cut), "-o", str(out))
        assert (status, text, out.exists()) == (2, "", False), end
        assert errors.startswith(f"{cut}:"), end


def test_an_amendment_edited_on_the_way_is_refused_with_its_place(run: Run, tmp_path: Path) -> None:
    amendment, out = tmp_path / "a.yaml", tmp_path / "out.yaml"
    run("amend", "us-28", "europe-28", "-o", str(amendment))
    text = amendment.read_text(encoding="utf-8")
    amendment.write_text(text.replace("personnel: 800000", "personnel: 900000", 1), "utf-8")
    status, _, errors = run("patch", "us-28", str(amendment), "-o", str(out))
    assert (status, out.exists()) == (2, False)
    assert errors == (
        f"{amendment}:1:1: digest: does not fit the amendment, which was cut short or edited; "
        "restore the amendment as it was made\n"
    )


def test_a_plan_is_written_only_to_a_file_that_bears_its_id(run: Run, tmp_path: Path) -> None:
    amendment, out = tmp_path / "a.yaml", tmp_path / "mine.yaml"
    run("amend", "us-28", "europe-28", "-o", str(amendment))
    status, text, errors = run("patch", "us-28", str(amendment), "-o", str(out))
    assert (status, text, out.exists()) == (2, "", False)
    expected = f"the file of a plan bears its id; write -o {tmp_path / 'europe-28.yaml'}\n"
    assert errors == f"{out}: {expected}"


def test_a_merged_plan_takes_its_id_from_its_file(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "single-text.yaml"
    assert run("merge", "us-28", "europe-28", "-o", str(out))[0] == 0
    assert plancompare.load_plan(out).id == "single-text"
    spaced = tmp_path / "Single text.yaml"
    status, text, errors = run("merge", "us-28", "europe-28", "-o", str(spaced))
    assert (status, text, spaced.exists()) == (2, "", False)
    assert errors.endswith(f"the file of a plan bears its id; write -o {out}\n")


def test_a_merge_shows_what_is_shared_disputed_and_unknown(run: Run) -> None:
    status, text, _ = run("merge", "us-28", "geneva", "europe-28", "--width", "120")
    assert status == 1
    assert text.startswith(
        "europe-28, geneva on us-28: 6 converged, 20 taken, 15 conflict, 32 unknown, 5 unchanged\n"
    )
    for heading in ("Changed alike", "Changed by one side only", "Conflict", "Cannot be known"):
        assert f"── {heading} ─" in text
    assert "5 unchanged by all, not shown" in text


def test_a_merge_with_decisions_and_a_file(run: Run, tmp_path: Path) -> None:
    decisions, out = tmp_path / "d.yaml", tmp_path / "merge.yaml"
    decisions.write_text(
        "decisions:\n"
        "  - issue: dialogue/nato+russia\n"
        "    take: geneva\n"
        "    author: The drafting group\n"
        "    reason: The presidents settle it.\n",
        encoding="utf-8",
    )
    words = ("merge", "us-28", "geneva", "europe-28", "--decisions", str(decisions))
    status, text, _ = run(*words, "-o", str(out), "--format", "json")
    record = json.loads(text)
    assert (status, record["summary"]["decided"], record["summary"]["conflict"]) == (1, 1, 14)
    assert str(plancompare.load_plan(out).treatment("dialogue/nato+russia")) == "deferred"
    rows = {row["issue"]: row for row in record["rows"]}
    assert rows["dialogue/nato+russia"]["result"]["treatment"] == "deferred"
    assert rows["security-guarantee/ukraine"]["conflicts"] == [
        {"term": None, "between": ["europe-28", "geneva"]}
    ]


def test_a_decision_on_nothing_is_an_error(run: Run, tmp_path: Path) -> None:
    decisions = tmp_path / "d.yaml"
    decisions.write_text(
        "decisions:\n  - {issue: amnesty, take: geneva, author: A, reason: B}\n", encoding="utf-8"
    )
    status, _, errors = run("merge", "us-28", "geneva", "europe-28", "--decisions", str(decisions))
    assert status == 2
    assert errors.startswith("no conflict to decide on: amnesty; open conflicts: ")


def test_a_merge_without_conflict_exits_with_0(run: Run) -> None:
    status, text, _ = run("merge", "us-28", "europe-28", "--topic", "military", "--show-sources")
    assert status == 0
    assert "Changed by one side only" in text
    assert "two-sources" in text


def test_a_history_names_the_fate_of_points(run: Run) -> None:
    status, text, _ = run("history", "europe-28", "--width", "160")
    assert status == 0
    assert "\n3 Neighbouring states" in text
    assert "dropped" in text
    status, text, _ = run("history", "us-28")
    assert text.startswith("this plan revises nothing that is known here\n")
    (step,) = json.loads(run("history", "geneva", "--format", "json")[1])
    assert (step["base"], step["target"], len(step["points"])) == ("us-28", "geneva", 28)


def test_a_trace_follows_one_issue(run: Run) -> None:
    status, text, _ = run("trace", "frozen-assets/russia", "--format", "markdown")
    assert status == 0
    assert "until introduced" in text
    record = json.loads(run("trace", "elections/ukraine", "--format", "json")[1])
    assert [(step["plan"], step["change"]) for step in record["steps"]] == [
        ("us-28", None),
        ("europe-28", "changed"),
        ("geneva", "unknown"),
    ]
