"""What each format would interpret is written so that it does not."""

import csv
import html
import re
from html.parser import HTMLParser
from io import StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from plancompare.tables.escaping import (
    csv_text,
    html_text,
    latex_text,
    markdown_line,
    markdown_text,
)

VISIBLE = st.text(
    st.one_of(
        st.sampled_from("\\`*_{}[]<>#|~!$&%^'\"=+-@/.,:;()0123 \n\tawhtps→–"),
        st.characters(exclude_categories=["C", "Z"]),
    ),
    max_size=60,
)
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
LATEX = {
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    r"\textbackslash{}": "\\",
    r"\textless{}": "<",
    r"\textgreater{}": ">",
    r"\textbar{}": "|",
    r"\textasciigrave{}": "`",
    r"\symbol{34}": '"',
    r"\slash{}": "/",
    r"$\rightarrow$": "→",
    r"\textendash{}": "\N{EN DASH}",
    r"\newline ": "\n",
    "{[}": "[",
    "{]}": "]",
    "{*}": "*",
    "{}": "",
    **{f"\\{mark}": mark for mark in "&%$#_{}"},
}
READ_LATEX = re.compile("|".join(map(re.escape, LATEX)))


def read_markdown(source: str, kind: str) -> str:
    """The text that a Markdown reader sees in the one inline of a source; fails on markup."""
    inlines = [token for token in MARKDOWN.parse(source) if token.type == "inline"]
    assert inlines, source
    said = ""
    for child in inlines[-1].children or []:
        if child.type == "html_inline":
            assert child.content == "<br>"
            said += "\n"
        else:
            assert child.type in ("text", "text_special"), (kind, child)
            said += child.content
    return said


def words(text: str) -> list[str]:
    return text.split()


@given(VISIBLE)
@example("a|b")
@example("\\|")
@example("www.example.org https://example.org")
def test_a_markdown_cell_reads_back_as_its_text(text: str) -> None:
    source = f"| head |\n| --- |\n| x{markdown_text(text)}x |"
    assert len(source.split("\n")) == 3
    assert words(read_markdown(source, "cell")) == words(f"x{text}x".replace("\t", " "))


@given(VISIBLE.filter(str.strip))
@example("- item")
@example("1. one")
@example("1) one")
@example("===")
@example("    code")
@example("+ plus")
def test_a_markdown_line_is_one_paragraph_with_its_text(text: str) -> None:
    source = markdown_line(text)
    assert "\n" not in source
    blocks = [token.type for token in MARKDOWN.parse(source) if token.level == 0]
    assert blocks == ["paragraph_open", "paragraph_close"]
    assert words(read_markdown(source, "line")) == words(text)


@pytest.mark.parametrize("address", ["https://example.org", "www.example.org", "WWW.example.org"])
def test_a_markdown_cell_holds_no_bare_address_to_link(address: str) -> None:
    assert not re.search(r"[a-z]://|www\.", markdown_text(address), re.IGNORECASE)


class Reader(HTMLParser):
    """Text between tags, with a line break for each `<br>`."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        assert tag == "br", tag
        self.said += "\n"

    def handle_data(self, data: str) -> None:
        self.said += data


@given(VISIBLE)
def test_an_html_cell_reads_back_as_its_text(text: str) -> None:
    reader = Reader()
    reader.feed(html_text(text))
    reader.close()
    assert reader.said == text
    assert html.unescape(html_text(text).replace("<br>", "\n")) == text
    assert '"' not in html_text(text)


@given(VISIBLE)
@example("-- --- ''' ,, [x] *")
@example("\\\\")
def test_a_latex_cell_reads_back_as_its_text(text: str) -> None:
    source = latex_text(text)
    assert READ_LATEX.sub(lambda found: LATEX[found[0]], source) == text.strip()
    assert not re.search(r"[\\&%$#_{}~^<>|`\"\[\]*]", READ_LATEX.sub("", source))
    assert not re.search(r"--|''|,,", source)


@given(st.lists(VISIBLE, min_size=2, max_size=4))
def test_a_csv_cell_is_no_formula_and_reads_back_but_for_an_apostrophe(texts: list[str]) -> None:
    stream = StringIO()
    csv.writer(stream, lineterminator="\n").writerow(map(csv_text, texts))
    (row,) = csv.reader(StringIO(stream.getvalue(), newline=""))
    for cell, text in zip(row, texts, strict=True):
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠"))
        assert cell in (text, f"'{text}")


def test_ordinary_words_stay_as_they_are_in_every_format() -> None:
    text = "personnel: 600,000; period: always"
    for escape in (markdown_text, markdown_line, html_text, latex_text, csv_text):
        assert escape(text) == text
