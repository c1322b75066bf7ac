"""Sources for programs that manage references."""

import json
from typing import Any

import pytest

from plancompare import Library, Source
from plancompare.exporting.bibliography import bibtex, csl_json

SOURCE: dict[str, Any] = {
    "id": "a-report",
    "title": "50 % of $x_1$ & {more} \\ #2 ~ ^",
    "publisher": "A & B",
    "published": "2025-11",
    "language": "uk",
    "urls": ["https://example.org/a_b?c=%20&d#e", "https://example.org/second"],
    "kind": "press-report",
}


def test_an_entry_of_bibtex_escapes_what_tex_would_interpret() -> None:
    assert bibtex([Source(**SOURCE)]) == (
        "@misc{a-report,\n"
        "  title = {{50 \\% of \\$x\\_1\\$ \\& \\{more\\} \\textbackslash{} \\#2 "
        "\\textasciitilde{} \\textasciicircum{}}},\n"
        "  publisher = {{A \\& B}},\n"
        "  date = {2025-11},\n"
        "  year = {2025},\n"
        "  month = {11},\n"
        "  langid = {ukrainian},\n"
        "  url = {https://example.org/a\\_b?c=\\%20\\&d\\#e},\n"
        "}\n"
    )


def test_braces_are_balanced_in_every_entry(silent: Library) -> None:
    text = bibtex(silent.sources.values())
    plain = text.replace("\\{", "").replace("\\}", "")
    assert plain.count("{") == plain.count("}")
    assert text.count("@misc{") == len(silent.sources)


def test_an_item_of_csl_has_its_date_in_parts() -> None:
    (item,) = json.loads(csl_json([Source(**SOURCE, note="A remark.")]))
    assert item == {
        "id": "a-report",
        "type": "article-newspaper",
        "title": SOURCE["title"],
        "container-title": "A & B",
        "issued": {"date-parts": [[2025, 11]]},
        "language": "uk",
        "URL": "https://example.org/a_b?c=%20&d#e",
        "note": "A remark.",
    }


@pytest.mark.parametrize(
    ("kind", "type_"),
    [("official-text", "document"), ("published-text", "webpage"), ("statement", "webpage")],
)
def test_what_is_no_press_report_has_a_publisher(kind: str, type_: str) -> None:
    bare = Source.model_validate({"id": "a", "title": "A", "publisher": "B", "kind": kind})
    assert json.loads(csl_json([bare])) == [
        {"id": "a", "type": type_, "title": "A", "publisher": "B"}
    ]
    assert bibtex([bare]) == "@misc{a,\n  title = {{A}},\n  publisher = {{B}},\n}\n"
