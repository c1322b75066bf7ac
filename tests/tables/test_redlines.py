"""Redlines in every format: what went, what came, and what weighs."""

import csv
import json
from io import StringIO

import plancompare
from plancompare import Plan, PlanDiff

BEFORE = """\
Terms of spring

1. Fire shall cease within 48 hours.
2. No side may move its forces north of the river.
3. The bridge <reopens> | at once.
4. Schools open.
5. Tolls end.
"""
AFTER = """\
Terms of autumn

1. Fire may cease within 72 hours.
2. Each side may move its forces north of the river.
3. Schools open.
4. The bridge <reopens> | next year.
5. Courts hear every claim about land, whoever brings it.
"""


def compared() -> PlanDiff:
    return plancompare.diff(
        plancompare.import_text(BEFORE, id="spring"), plancompare.import_text(AFTER, id="autumn")
    )


def typed(plan: Plan) -> Plan:
    """The plan with a clause in its first point."""
    clause = plancompare.KINDS["ceasefire"].model_validate({"scope": "general"})
    first = plan.points[0].model_copy(update={"provisions": (clause,)})
    return plan.model_copy(update={"points": (first, *plan.points[1:])})


def test_the_screen_shows_the_whole_redline() -> None:
    assert plancompare.render(compared(), width=100) == (
        "spring -> autumn: no typed clause on either side\n"
        "Wording: 3 reworded, 1 only in spring, 1 only in autumn; 1 alike\n"
        "\n"
        "point     spring → autumn                                              weighs\n"
        "--------  -----------------------------------------------------------  "
        "-----------------------\n"
        "preamble  Terms of [-spring-]{+autumn+}\n"
        "\n"
        "1         Fire [-shall-]{+may+} cease within [-48-]{+72+} hours.       "
        "modal verb: shall → may\n"
        "                                                                       figure: 48 → 72\n"
        "\n"
        "2         [-No-]{+Each+} side may move its forces north of the river.  negation: No → –\n"
        "3 → 4     The bridge <reopens> | [-at once-]{+next year+}.\n"
        "5 → –     [-Tolls end.-]\n"
        "– → 5     {+Courts hear every claim about land, whoever brings it.+}\n"
        "\n"
        "Same text under another number: 4 → 3\n"
    )


def test_a_terminal_strikes_what_went_and_underlines_what_came() -> None:
    shown = plancompare.render(compared(), "terminal", width=80)
    assert "\x1b[9;31m[-shall-]\x1b[0m\x1b[4;32m{+may+}\x1b[0m" in shown
    assert "\n          \x1b[4;32mbrings it.+}\x1b[0m\n" in shown


def test_markdown_and_html_have_elements_for_it_and_escape_the_text() -> None:
    for form, bridge in (
        ("markdown", r"The bridge \<reopens\> \| <del>at once</del><ins>next year</ins>."),
        ("html", "The bridge &lt;reopens&gt; | <del>at once</del><ins>next year</ins>."),
    ):
        shown = plancompare.render(compared(), form)
        assert bridge in shown
        assert "<del><strong>shall</strong></del><ins><strong>may</strong></ins> cease" in shown


def test_a_spreadsheet_has_both_texts_in_the_columns_of_the_diff() -> None:
    rows = list(csv.reader(StringIO(plancompare.render(compared(), "csv", sources=True))))
    assert rows[0] == ["topic", "issue", "spring", "autumn", "change", "points", "sources"]
    assert [row[5] for row in rows[1:]] == ["preamble", "1", "2", "3 → 4", "5 → –", "– → 5"]
    assert {row[4] for row in rows[1:]} == {
        "reworded in wording",
        "removed in wording",
        "added in wording",
    }


def test_programs_get_the_segments() -> None:
    wording = json.loads(plancompare.render(compared(), "json"))["wording"]
    assert [one["points"] for one in wording][1:] == [
        {"before": ["1"], "after": ["1"]},
        {"before": ["2"], "after": ["2"]},
        {"before": ["3"], "after": ["4"]},
        {"before": ["5"], "after": []},
        {"before": [], "after": ["5"]},
    ]
    assert wording[1]["redline"][1] == {"change": "removed", "text": "shall", "mark": "modal verb"}


def test_latex_shows_brackets() -> None:
    assert r"Fire {[}-shall-{]}\{+may+\} cease" in plancompare.render(compared(), "latex")


def test_mixed_plans_show_typed_changes_first() -> None:
    found = compared()
    shown = plancompare.render(plancompare.diff(typed(found.before), found.after))
    assert shown.index("ceasefire/general") < shown.index("Wording: 3 reworded")
    assert "no typed clause" not in shown


def test_what_is_asked_for_by_issue_comes_without_wording() -> None:
    found = compared()
    changes = plancompare.diff(typed(found.before), found.after)
    assert "Wording" not in plancompare.render(changes, only=["unknown"])
    assert "Wording" not in plancompare.render(changes, topics=["military"])


def test_plans_of_which_one_has_no_text_show_no_wording() -> None:
    changes = plancompare.diff(plancompare.load("us-28"), compared().after)
    assert changes.wording.rewordings == ()
    assert "Wording" not in plancompare.render(changes)


def test_a_point_whose_counterpart_has_no_text_is_not_held_against_it() -> None:
    found = compared()
    first = found.after.points[0].model_copy(update={"text": None, "replaces": ("1",)})
    bare = found.after.model_copy(
        update={"revises": "spring", "points": (first, *found.after.points[1:])}
    )
    assert "shall" not in plancompare.render(plancompare.diff(found.before, bare))


def test_equal_texts_under_other_dates_have_no_redline() -> None:
    plan = compared().before
    shown = plancompare.render(plancompare.diff(plan, plan.model_copy(update={"title": "Other"})))
    assert "Wording: no point reworded; 5 alike" in shown


def test_space_alone_needs_no_brackets() -> None:
    one = plancompare.import_text("1. Ships pass.\n   a) all\n   b) always", id="one")
    point = one.points[0].model_copy(update={"text": "Ships pass. a) all b) always"})
    other = one.model_copy(update={"id": "other", "points": (point,)})
    shown = plancompare.render(plancompare.diff(one, other))
    assert "1      Ships pass. a) all b) always" in shown
