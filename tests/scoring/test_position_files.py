"""What is wrong with a file of positions or a rule is said with file, line, cause and remedy."""

import datetime
from pathlib import Path

import pytest
from pydantic import ValidationError

from plancompare import Library, check
from plancompare.errors import InvalidFileError, UnknownIdError

POSITION = """\
party: ukraine
positions:
  - id: forces
    issues: [force-ceiling/ukraine]
    says: No limit on forces.
    prefers: [absent, {personnel: {equals: unlimited}}]
    rejects: {personnel: {below: unlimited}}
    strength: ruled-out
    line: limits on the forces
    salience: {level: high, reason: said so}
    confidence: high
    stated_on: 2025-11-20
    speaker: A speaker
    evidence:
      - {sources: [reuters-2025-11-23], basis: press-report, checked: one-source}
"""
HERE = "seeds/positions/somebody.yaml"


def problems(folder: Path, text: str, name: str = HERE) -> list[str]:
    """What the audit says of a file added to a library, without the folder's path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace("party: ukraine", f"party: {path.stem}"), encoding="utf-8")
    found = [str(one) for one in check(library=Library(folder, shipped=False))]
    return [one.replace(f"{folder}/", "") for one in found if "nothing cites" not in one]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library with registers and nothing else."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    parties = "\n".join(
        f"  - {{id: {name}, kind: state, names: {{en: {name}}}}}"
        for name in ("somebody", "ukraine")
    )
    (seeds / "parties.yaml").write_text(f"parties:\n{parties}\n", encoding="utf-8")
    source = "id: reuters-2025-11-23, title: T, publisher: P, kind: press-report"
    (seeds / "sources.yaml").write_text(f"sources:\n  - {{{source}}}\n", encoding="utf-8")
    return tmp_path


def test_a_sound_file_has_no_problem(folder: Path) -> None:
    assert problems(folder, POSITION, HERE) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "{personnel: {below: unlimited}}",
            "{soldiers: {below: unlimited}}",
            ":7:15: positions[0].rejects.soldiers: force-ceiling has no term 'soldiers'; "
            "write one of conditions, counts, deadline, modality, period or personnel",
        ),
        (
            "{below: unlimited}",
            "{below: many}",
            ":7:27: positions[0].rejects.personnel.below: 'many' does not fit",
        ),
        (
            "force-ceiling/ukraine]",
            "force-cieling/ukraine]",
            ":4:5: positions[0].issues: unknown kind 'force-cieling'; did you mean force-ceiling?",
        ),
        (
            "force-ceiling/ukraine]",
            "force-ceiling/ukrane]",
            ":4:14: positions[0].issues[0]: unknown party 'ukrane'; did you mean ukraine?",
        ),
        (
            "force-ceiling/ukraine]",
            "force-ceiling/ukraine, elections/ukraine]",
            ":4:5: positions[0].issues: the issues are of 2 kinds: elections, force-ceiling; "
            "make one position for each kind",
        ),
        (
            "    rejects: {personnel: {below: unlimited}}\n",
            "",
            ":7:5: positions[0].strength: a strength without a refusal; "
            "say under rejects what was refused, or take strength out",
        ),
        (
            "strength: ruled-out",
            "note: none",
            ":9:5: positions[0].line: nothing was ruled out; take line out, or grade the refusal",
        ),
        (
            "strength: ruled-out",
            "note: none",
            ":7:5: positions[0].rejects: rejects has no strength; "
            "grade the refusal: strength: ruled-out, principle or firm-remark",
        ),
        (
            "line: limits on the forces",
            "note: none",
            ":8:5: positions[0].strength: a red line does not say what was ruled out; "
            "add line: with a paraphrase or a short quote",
        ),
        (
            "[absent, {personnel: {equals: unlimited}}]",
            "[absent, {conditions: {includes: [{event: signature, by: [upstreem]}]}}]",
            ":6:23: positions[0].prefers[1]: unknown party 'upstreem'; add it to seeds/parties.yaml",
        ),
        (
            "2025-11-20",
            "2999-01",
            ":12:5: positions[0].stated_on: 2999-01 lies in the future; "
            "write the day on which it was said",
        ),
        (
            "2025-11-20",
            "2025-11-31",
            ":12:5: positions[0].stated_on: is no date of the calendar; correct the date",
        ),
        (
            "prefers: [absent, {personnel: {equals: unlimited}}]",
            "note: none",
            ":7:5: positions[0].rejects: it is not said whether a plan without a clause crosses the "
            "line; put absent on a list, or say in on_absence: why silence does not cross it",
        ),
        (
            "[absent, {personnel: {equals: unlimited}}]",
            "[absent, {personnel: {equals: 600000}}]",
            ":6:5: positions[0].prefers: contradicts rejects: personnel equals 600000; "
            "correct one of the two",
        ),
        (
            "[absent, {personnel: {equals: unlimited}}]",
            "[absent, {period: {above: peacetime, at_most: peacetime}}]",
            ":6:5: positions[0].prefers: no clause can meet it: "
            "period above peacetime and period at most peacetime; correct the tests",
        ),
        (
            "[absent, {personnel: {equals: unlimited}}]",
            "[absent, {personnel: {at_least: 5, below: 5}}]",
            ":6:5: positions[0].prefers: no clause can meet it: "
            "personnel at least 5 and personnel below 5; correct the tests",
        ),
        (
            "party: ukraine\n",
            "party: ukraine\nnot_found: [force-ceiling/ukraine]\n",
            ":2:13: not_found[0]: forces is a public statement on it; "
            "take the issue out of not_found",
        ),
        (
            "reuters-2025-11-23",
            "reuters-2025-11-24",
            ":15:20: positions[0].evidence[0].sources[0]: unknown source 'reuters-2025-11-24'; "
            "did you mean reuters-2025-11-23",
        ),
        (
            "    speaker: A speaker",
            "    speaker: A speaker\n    supersedes: [force]",
            ":14:18: positions[0].supersedes[0]: there is no position 'force'; "
            "did you mean forces?",
        ),
    ],
)
def test_a_fault_is_named(folder: Path, old: str, new: str, problem: str) -> None:
    assert old in POSITION
    found = problems(folder, POSITION.replace(old, new), HERE)
    assert any(one.startswith(f"{HERE}{problem}") for one in found), found


def test_a_position_without_evidence_is_refused(folder: Path) -> None:
    text = POSITION[: POSITION.index("    evidence:")]
    assert problems(folder, text, HERE) == [
        f"{HERE}:3:5: positions[0]: forces cites no source; "
        "add evidence: with sources, basis and checked"
    ]


def test_a_position_that_says_nothing_of_the_issue_is_refused(folder: Path) -> None:
    text = "\n".join(
        line
        for line in POSITION.splitlines()
        if not line.strip().startswith(("prefers", "rejects", "strength", "line"))
    )
    (found,) = problems(folder, text, HERE)
    assert "positions[0]: says nothing of the issue; add one of prefers, accepts" in found


def test_ids_are_unique_within_a_file_and_among_stakeholders(folder: Path) -> None:
    twice = POSITION + POSITION[POSITION.index("  - id") :]
    (found,) = problems(folder, twice, HERE)
    message = "the id 'forces' stands twice, first at positions[0]; rename one of the two"
    assert found.endswith(f":16:5: positions[1].id: {message}")
    other = folder / "seeds" / "positions" / "ukraine.yaml"
    other.write_text(POSITION, encoding="utf-8")
    found = "\n".join(problems(folder, POSITION, HERE))
    assert "the id 'forces' is taken in the file of ukraine; rename one of the two" in found


def test_a_position_supersedes_only_earlier_ones(folder: Path) -> None:
    second = POSITION[POSITION.index("  - id") :].replace("id: forces", "id: later")
    earlier = second.replace("2025-11-20", "2025-10-01").replace(
        "    speaker", "    supersedes: [forces]\n    speaker"
    )
    (found,) = problems(folder, POSITION + earlier, HERE)
    assert "forces was not said before later; a position can supersede earlier ones only" in found


def test_of_two_positions_of_one_day_only_the_lower_supersedes(folder: Path) -> None:
    second = POSITION[POSITION.index("  - id") :].replace("id: forces", "id: later")
    second = second.replace("    speaker", "    supersedes: [forces]\n    speaker")
    assert problems(folder, POSITION + second) == []
    both = POSITION.replace("    speaker", "    supersedes: [later]\n    speaker") + second
    (found,) = problems(folder, both)
    assert "later was not said before forces; a position can supersede earlier ones only" in found


def test_the_file_bears_the_name_of_the_party(folder: Path) -> None:
    path = folder / "seeds" / "positions" / "nobody.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(POSITION.replace("party: ukraine", "party: somebody"), encoding="utf-8")
    found = [str(one) for one in check(library=Library(folder, shipped=False))]
    assert any("the party 'somebody' is not the name of the file" in one for one in found)


def test_the_faults_of_several_files_are_all_reported(folder: Path) -> None:
    other = folder / "seeds" / "positions" / "ukraine.yaml"
    other.parent.mkdir(parents=True)
    other.write_text(POSITION.replace("confidence: high", "confidence: much"), encoding="utf-8")
    found = problems(folder, POSITION.replace("says:", "sayes:"), HERE)
    assert {one.partition(":")[0] for one in found} == {HERE, "seeds/positions/ukraine.yaml"}


def test_an_unknown_stakeholder_gets_near_names() -> None:
    with pytest.raises(UnknownIdError, match="unknown stakeholder 'ukrane'; did you mean ukraine"):
        Library().stakeholder("ukrane")


def test_a_position_made_in_python_is_read_and_refused_as_one_in_a_file() -> None:
    position = Library().stakeholder("ukraine").positions[0]
    by_new_year = {"deadline": {"at_most": {"on": datetime.date(2026, 1, 1)}}}
    asked = position.model_copy(update={"accepts": by_new_year})
    assert str(asked.accepted) == "deadline at most on 2026-01-01"
    read = {"prefers": asked.preferred, "accepts": asked.accepted, "rejects": asked.rejected}
    assert asked.predicates == read
    with pytest.raises(ValidationError) as refused:
        position.model_copy(update={"issues": ("force-cieling/ukraine",)})
    (fault,) = refused.value.errors()[0]["ctx"]["faults"]
    assert (fault.place, fault.what) == (("issues",), "unknown kind 'force-cieling'")
    assert fault.remedy == "did you mean force-ceiling?"


RULE = Path(__file__).parents[2] / "seeds" / "rules" / "default.yaml"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "acceptable: {value: 2/3,",
            "acceptable: {value: 1/6,",
            "values.contrary.value: contrary is worth more than acceptable; "
            "values fall in the order of verdicts",
        ),
        (
            "low: {weight: 1,",
            "low: {weight: 5,",
            "weights.low.weight: low salience weighs more than medium; weights fall with salience",
        ),
        (
            "low: 1/3\n",
            "low: 1\n",
            None,
        ),
        (
            "low: 0\n",
            "low: 1/6\n",
            "bounds.open: an open issue may still come out lower or higher; "
            "let the bounds of open take in every other value",
        ),
        (
            "high: {weight: 3,",
            "high: {weight: 0,",
            "weights.high.weight: no issue weighs anything; write at least 1",
        ),
        (
            "acceptable: {value: 2/3,",
            "acceptable: {value: 0.66,",
            "values.acceptable.value: is not an exact fraction; write it as one, such as 2/3",
        ),
        (
            "share: 19/20",
            "share: 1/2",
            "robust_from.share: an order and its opposite may both reach it; write more than 1/2",
        ),
        (
            "rejected: {value: 0,",
            "rejected: {value: 1,",
            "values.rejected.value: rejected is worth more than contrary; "
            "values fall in the order of verdicts",
        ),
    ],
)
def test_a_rule_respects_the_order(tmp_path: Path, old: str, new: str, problem: str | None) -> None:
    text = RULE.read_text(encoding="utf-8")
    assert old in text
    changed = text.replace("id: default", "id: mine").replace(old, new)
    found = problems(tmp_path, changed, "seeds/rules/mine.yaml")
    if problem is None:
        assert found == []
        return
    assert any(problem in one for one in found), found
    with pytest.raises(InvalidFileError):
        Library(tmp_path, shipped=False).rule("mine")


def test_a_rule_in_which_every_verdict_is_worth_the_same_is_refused(tmp_path: Path) -> None:
    text = RULE.read_text(encoding="utf-8").replace("id: default", "id: mine")
    for value in ("2/3", "1/3,", "value: 0"):
        text = text.replace(value, {"2/3": "1", "1/3,": "1,", "value: 0": "value: 1"}[value])
    found = problems(tmp_path, text, "seeds/rules/mine.yaml")
    message = "every verdict is worth the same; let preferred be worth more"
    assert any(one.endswith(f"values.preferred.value: {message}") for one in found), found


def test_bounds_in_the_wrong_order_are_refused(tmp_path: Path) -> None:
    text = RULE.read_text(encoding="utf-8").replace("id: default", "id: mine")
    text = text.replace("low: 1/3\n    high: 1\n", "low: 1\n    high: 1/3\n")
    found = problems(tmp_path, text, "seeds/rules/mine.yaml")
    message = "the lower bound of unaddressed is above the upper one; exchange the two"
    assert any(one.endswith(f"bounds.unaddressed.low: {message}") for one in found), found


def test_an_unknown_rule_gets_near_names() -> None:
    with pytest.raises(UnknownIdError, match="unknown rule 'defualt'; did you mean default"):
        Library().rule("defualt")


def test_two_files_for_one_stakeholder_are_refused(tmp_path: Path) -> None:
    for name in ("one", "other"):
        path = tmp_path / name / "seeds" / "positions" / "ukraine.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(POSITION, encoding="utf-8")
    library = Library(tmp_path / "one", tmp_path / "other", shipped=False)
    with pytest.raises(InvalidFileError, match="positions of ukraine already stand in"):
        library.stakeholder("ukraine")


def test_what_was_said_together_is_stored_once_and_shared(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds" / "positions"
    seeds.mkdir(parents=True)
    joint = POSITION.replace("    speaker", "    joint_with: [russia]\n    speaker")
    (seeds / "ukraine.yaml").write_text(joint, encoding="utf-8")
    (seeds / "russia.yaml").write_text("party: russia\n", encoding="utf-8")
    (seeds / "china.yaml").write_text("party: china\n", encoding="utf-8")
    library = Library(tmp_path, shipped=False)
    assert [one.id for one in library.stakeholder("russia").positions] == ["forces"]
    assert library.stakeholder("china").positions == ()
