"""Text from a file stays text in every format: it forms no markup, no row and no formula."""

import csv
import json
import re
from html.parser import HTMLParser
from io import StringIO
from typing import Any

import pytest
from markdown_it import MarkdownIt
from pydantic import ValidationError

import plancompare
from plancompare import Plan

TAGS = {
    "section",
    "p",
    "strong",
    "div",
    "table",
    "colgroup",
    "col",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "br",
}
INLINE = {"text", "text_special", "html_inline"}


class Page(HTMLParser):
    """Every tag and attribute, and all text."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.open: list[str] = []
        self.attributes: set[str] = set()
        self.said = ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag == "br":
            self.said += "\n"
        elif tag != "col":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said += data


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_html_holds_the_text_and_no_tag_of_it(hostile_plan: Plan, hostile_text: str) -> None:
    page = Page(plancompare.render(hostile_plan, "html", sources=True))
    assert set(page.tags) <= TAGS
    assert page.attributes <= {"style", "role", "tabindex", "aria-label", "scope", "colspan"}
    assert page.open == []
    assert page.said.count(hostile_text) >= 10


def test_markdown_holds_the_text_in_one_line_per_row(hostile_plan: Plan, hostile_text: str) -> None:
    source = plancompare.render(hostile_plan, "markdown", sources=True)
    rows = [line for line in source.split("\n") if line.startswith("|")]
    assert len(rows) == 2 + 5  # head and rule; two points, three lists
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(source)
    assert sum(token.type == "td_open" for token in tokens) == 5 * 5
    blocks = {token.type for token in tokens if token.level == 0}
    assert blocks <= {"paragraph_open", "paragraph_close", "inline", "table_open", "table_close"}
    children = [child for token in tokens for child in token.children or []]
    assert {child.type for child in children} <= INLINE
    assert {child.content for child in children if child.type == "html_inline"} <= {"<br>"}
    said = "".join("" if child.type == "html_inline" else child.content for child in children)
    assert squeezed(said).count(squeezed(hostile_text)) >= 10


def test_csv_holds_the_text_in_one_record_per_row(hostile_plan: Plan, hostile_text: str) -> None:
    source = plancompare.render(hostile_plan, "csv", sources=True)
    head, *rows = csv.reader(StringIO(source, newline=""))
    assert head == ["point", "at", "issue", "terms", "sources"]
    assert len(rows) == 5
    assert {len(row) for row in rows} == {5}
    assert hostile_text in rows[0][0]
    assert hostile_text in rows[0][3]
    assert hostile_text in rows[0][4]
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_latex_leaves_no_command_of_the_text(hostile_plan: Plan) -> None:
    source = plancompare.render(hostile_plan, "latex", sources=True)
    commands = set(re.findall(r"\\(?:[a-zA-Z]+|.)", source.replace("\\\\", "\n")))
    ours = {"noindent", "begin", "end", "raggedright", "arraybackslash", "dimexpr", "linewidth"}
    ours |= {"tabcolsep", "relax", "hline", "endhead", "multicolumn", "textbf", "newline"}
    ours |= {"slash", "symbol", "rightarrow", "textendash", "textbackslash", "textless"}
    ours |= {"textgreater", "textbar", "textasciitilde", "textasciicircum", "textasciigrave"}
    assert commands <= {f"\\{name}" for name in (*ours, *"&%$#_{}")}
    bare = source.replace(r"\{", "").replace(r"\}", "")
    assert bare.count("{") == bare.count("}")


@pytest.mark.parametrize("format_", ["text", "terminal"])
def test_a_screen_shows_the_text_as_it_is(
    hostile_plan: Plan, hostile_text: str, format_: str
) -> None:
    shown = plancompare.render(hostile_plan, format_, width=5000, sources=True)
    shown = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert "\x1b" not in shown
    assert squeezed(shown).count(squeezed(hostile_text)) >= 8


def test_the_terminal_takes_no_style_from_the_text(hostile_plan: Plan) -> None:
    shown = plancompare.render(hostile_plan, "terminal", width=100)
    assert set(re.findall(r"\x1b\[([0-9;]*)m", shown)) <= {"1", "2", "3", "0"}
    assert "\x1b]8" not in shown


def test_json_holds_the_text_unchanged(hostile_plan: Plan, hostile_text: str) -> None:
    found = json.loads(plancompare.render(hostile_plan, "json"))
    assert found["title"] == hostile_text
    assert found["points"][0]["provisions"][0]["note"] == hostile_text


def test_a_diff_and_a_matrix_of_hostile_plans_keep_their_rows(hostile_plan: Plan) -> None:
    other = hostile_plan.model_copy(update={"id": "other", "points": ()})
    changes = plancompare.diff(hostile_plan, other)
    table = plancompare.matrix([hostile_plan, other])
    for result, count in ((changes, 2), (table, 4)):
        source = plancompare.render(result, "markdown", sources=True)
        assert source.count("\n| ") == count + 2
        page = Page(plancompare.render(result, "html", sources=True))
        assert set(page.tags) <= TAGS
        records = csv.reader(StringIO(plancompare.render(result, "csv", sources=True), newline=""))
        assert len(list(records)) == count + 1


@pytest.mark.parametrize("character", ["\x1b", "\x00", "\x07", "\r", "\u202e", "\u200b", "\u2028"])
def test_escape_sequences_and_hidden_characters_never_reach_a_table(character: str) -> None:
    data: dict[str, Any] = json.loads(plancompare.render(plancompare.load("us-28"), "json"))
    data["title"] = f"red{character}[31m"
    with pytest.raises(ValidationError, match="control or bidirectional character"):
        Plan.model_validate_json(json.dumps(data))
