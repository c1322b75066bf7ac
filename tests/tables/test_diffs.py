"""A diff in every format: one row per issue, counts first, unknown apart."""

import csv
import re
from html.parser import HTMLParser
from io import StringIO

import pytest

import plancompare
from plancompare import PlanDiff, UnknownIdError
from plancompare.model import KINDS

SHOWN = ["changed", "added", "removed", "reopened", "settled", "unknown"]
PAIRS = [("us-28", "europe-28"), ("us-28", "geneva"), ("geneva", "europe-28")]


def changes_of(before: str, after: str) -> PlanDiff:
    return plancompare.diff(plancompare.load(before), plancompare.load(after))


def csv_rows(source: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(source, newline="")))


def shown_count(changes: PlanDiff) -> int:
    return sum(changes.summary[kind] for kind in SHOWN)


class Cells(HTMLParser):
    """The cells of each row of a body."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.inside = False
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "tr":
            self.rows.append([])
        if tag == "td":
            self.rows[-1].append("")
            self.inside = True
        if tag == "br" and self.inside:
            self.rows[-1][-1] += "\n"

    def handle_endtag(self, tag: str) -> None:
        if tag == "td":
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.rows[-1][-1] += data


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_every_document_format_has_one_row_per_issue(before: str, after: str) -> None:
    changes = changes_of(before, after)
    count = shown_count(changes)
    markdown = plancompare.render(changes, "markdown")
    assert len(re.findall(r"^\| ", markdown, re.MULTILINE)) == count + 2
    records = csv_rows(plancompare.render(changes, "csv"))
    assert len(records) == count
    rows = [row for row in Cells(plancompare.render(changes, "html")).rows if row]
    assert [row[0] for row in rows] == [record["issue"] for record in records]
    assert [row[3] for row in rows] == [record["change"] for record in records]
    latex = plancompare.render(changes, "latex")
    topics = len({record["topic"] for record in records})
    assert latex.count(r" \\") == 1 + count + topics
    assert latex.count(r"\multicolumn{5}") == topics


@pytest.mark.parametrize(("before", "after"), PAIRS)
@pytest.mark.parametrize("width", [50, 90, 200])
def test_a_screen_names_every_issue_that_did_not_stay_the_same(
    before: str, after: str, width: int
) -> None:
    changes = changes_of(before, after)
    text = "".join(plancompare.render(changes, "text", width=width).split())
    if width == 200:
        text = "".join(plancompare.render(changes, "text", width=600).split())
    for change in changes.changes:
        assert (change.issue in text) == (change.change != "kept")


@pytest.mark.parametrize("format_", ["text", "terminal", "markdown", "html", "latex"])
def test_the_counts_come_first(format_: str) -> None:
    changes = changes_of("us-28", "europe-28")
    first = plancompare.render(changes, format_, width=200)[:200]
    assert "13 changed, 4 added, 21 removed; 40 kept; 0 unknown" in first


def test_the_ceiling_is_one_row_with_both_terms_and_their_shifts() -> None:
    changes = changes_of("us-28", "europe-28")
    rows = csv_rows(plancompare.render(changes, "csv", topics=["military"]))
    (ceiling,) = (row for row in rows if row["issue"] == "force-ceiling/ukraine")
    assert ceiling == {
        "topic": "military",
        "issue": "force-ceiling/ukraine",
        "us-28": "personnel: 600,000\nperiod: always",
        "europe-28": "personnel: 800,000\nperiod: peacetime",
        "change": "changed\npersonnel raised\nperiod narrowed",
        "points": "6 → 6",
    }


def test_a_press_report_and_an_unverified_claim_are_marked() -> None:
    geneva = csv_rows(plancompare.render(changes_of("us-28", "geneva"), "csv"))
    ceiling = next(row for row in geneva if row["issue"] == "force-ceiling/ukraine")
    assert ceiling["geneva"] == "personnel: 800,000\nperiod: peacetime\n(press report)"
    forces = next(row for row in geneva if row["issue"] == "foreign-forces/ukraine/nato")
    assert forces["geneva"] == "not public; reported as modified (press report)"
    europe = csv_rows(plancompare.render(changes_of("us-28", "europe-28"), "csv"))
    treaties = next(row for row in europe if row["issue"] == "arms-control/russia+united-states")
    assert treaties["europe-28"].endswith("(unverified)")
    assert not treaties["us-28"].endswith("(unverified)")


def test_what_is_not_public_closes_the_screen_by_topic() -> None:
    changes = changes_of("us-28", "geneva")
    text = plancompare.render(changes, width=100)
    head = f"Not public in geneva ({changes.summary['unknown']}; --only unknown shows them in full)"
    known, listed = text.split(head)
    assert "not public" not in known
    assert "  governance: elections/ukraine\n" in listed
    assert "foreign-forces/ukraine/nato (reported as modified, press report)" in listed
    kept = changes.summary["kept"]
    assert listed.endswith(f"\n{kept} kept, not shown (--only kept shows them)\n")


def test_both_sides_that_keep_something_back_are_named() -> None:
    geneva = plancompare.load("geneva")
    other = geneva.model_copy(update={"id": "other", "points": ()})
    assert "Not public in other (" in plancompare.render(plancompare.diff(geneva, other))
    assert "Not public in other (" in plancompare.render(plancompare.diff(other, geneva))
    bare = other.model_copy(update={"id": "bare", "undisclosed": ()})
    assert "Not public in other and bare (" in plancompare.render(plancompare.diff(other, bare))


def test_a_term_that_one_side_keeps_back_is_unknown_and_not_changed() -> None:
    geneva = plancompare.load("geneva")
    point = geneva.points[0]
    ceiling = point.provisions[0]
    silent = ceiling.model_copy(update={"period": None, "evidence": ()})
    halved = silent.model_copy(update={"personnel": 300_000})
    for provision, kind in ((silent, "unknown"), (halved, "changed")):
        told = geneva.model_copy(
            update={
                "id": "other",
                "points": (
                    point.model_copy(update={"provisions": (provision,)}),
                    *geneva.points[1:],
                ),
            }
        )
        changes = plancompare.diff(geneva, told)
        assert changes.change("force-ceiling/ukraine").change == kind
        rows = csv_rows(plancompare.render(changes, "csv"))
        (row,) = (row for row in rows if row["issue"] == "force-ceiling/ukraine")
        assert row["other"].endswith("period: not public\n(no source)") or row["other"] == (
            "period: not public (no source)"
        )
        assert row["change"].endswith("period unknown")
        text = plancompare.render(changes)
        if kind == "unknown":
            assert "  military: force-ceiling/ukraine (only its period)\n" in text
        else:
            assert "lowered" in text
            assert "unknown\n" in text


def test_only_unknown_gives_each_issue_its_row() -> None:
    changes = changes_of("us-28", "geneva")
    text = plancompare.render(changes, width=200, only=["unknown"])
    assert "Not public in" not in text
    assert re.search(r"elections/ukraine +deadline: within 100 days +not public +unknown", text)


@pytest.mark.parametrize("kind", [*SHOWN, "kept"])
def test_only_selects_a_kind_of_change(kind: str) -> None:
    changes = changes_of("us-28", "geneva")
    rows = csv_rows(plancompare.render(changes, "csv", only=[kind]))
    assert len(rows) == changes.summary[kind]
    assert {row["change"].split("\n")[0] for row in rows} <= {kind}


def test_topics_select_rows_and_what_is_counted_as_hidden() -> None:
    changes = changes_of("us-28", "europe-28")
    topics = {kind.topic for kind in KINDS.values()}
    rows = {topic: csv_rows(plancompare.render(changes, "csv", topics=[topic])) for topic in topics}
    assert {row["topic"] for found in rows.values() for row in found} <= topics
    assert sum(map(len, rows.values())) == shown_count(changes)
    kept = sum(one.topic == "economy" and one.change == "kept" for one in changes.changes)
    text = plancompare.render(changes, topics=["economy"])
    assert f"{kept} kept, not shown" in text
    assert "── territory" not in text


def test_nothing_to_show_is_said() -> None:
    text = plancompare.render(changes_of("us-28", "europe-28"), only=["reopened"])
    assert text.split("\n\n")[1:] == ["no issue fits what is asked for\n"]


def test_equal_plans_are_said_to_be_equal() -> None:
    assert plancompare.render(changes_of("us-28", "us-28")) == "us-28 and us-28 are equal\n"


@pytest.mark.parametrize("format_", ["text", "markdown", "html", "latex", "csv"])
def test_sources_are_shown_on_demand(format_: str) -> None:
    changes = changes_of("us-28", "europe-28")
    options = {"topics": ["military"], "width": 300}
    without = plancompare.render(changes, format_, **options)  # type: ignore[arg-type] # options of any kind
    shown = plancompare.render(changes, format_, sources=True, **options)  # type: ignore[arg-type] # options of any kind
    assert "bbc-2025-11-21" not in without
    assert "bbc-2025-11-21" in shown
    assert "two-sources" in shown


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"format": "xml"}, "unknown format 'xml'"),
        ({"topics": ["militry"]}, "unknown topic 'militry'; did you mean military"),
        ({"only": ["addd"]}, "unknown kind of change 'addd'; did you mean added"),
    ],
)
def test_an_unknown_choice_is_refused_with_near_ones(options: dict[str, str], message: str) -> None:
    with pytest.raises(UnknownIdError, match=re.escape(message)):
        plancompare.render(changes_of("us-28", "us-28"), **options)  # type: ignore[arg-type] # options of any kind
