"""Text from a file stays text: it forms no element, no attribute, no link and no script."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

import plancompare
from plancompare import Library, Plan, Stakeholder
from plancompare.model import Position, Statement
from plancompare.report.contents import contents
from plancompare.report.page import page
from plancompare.report.sourcing import Sourcing

from .conftest import Element

HOSTILE = [
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "&lt;b&gt; &amp; &#60;i&#62;",
    "{{ 7 * 7 }} {% include 'page.css' %} {# x #}",
    "javascript:alert(1)",
    "' onmouseover='alert(1)",
    "<!-- comment --> ]]> </style>",
    "{who} {0} %s",
    "Привіт, світе \N{RIGHTWARDS ARROW} 和平",
]
TEXTS = {"title", "note", "heading", "summary", "says", "speaker", "locator", "reason", "line"}


def spoiled(data: Any, text: str) -> Any:
    """The same data with a text in place of every free text."""
    if isinstance(data, dict):
        return {
            name: text if name in TEXTS and isinstance(value, str) else spoiled(value, text)
            for name, value in data.items()
        }
    return [spoiled(one, text) for one in data] if isinstance(data, list) else data


def elements(root: Element) -> list[tuple[str, set[str]]]:
    """Every element with its attributes; a longer label of a picture may have more lines."""
    return [(one.tag, set(one.attributes)) for one in root.all if one.tag != "text"]


def hostile_page(text: str) -> str:
    plan = Plan.model_validate_json(
        json.dumps(spoiled(plancompare.load("us-28").model_dump(mode="json"), text))
    )
    party = Library().stakeholder("russia").model_dump(mode="json")
    statements = [
        {**one, **dict.fromkeys(("says", "speaker"), text)} for one in party["statements"]
    ]
    stakeholder = Stakeholder(
        party="russia",
        note=text,
        positions=tuple(Position.model_validate(spoiled(one, text)) for one in party["positions"]),
        statements=tuple(Statement.model_validate(one) for one in statements),
    )
    other = plan.model_copy(update={"id": "other", "points": plan.points[:3]})
    return page(contents([plan, other], [stakeholder], samples=10))


def hostile_file(folder: Path) -> tuple[str, Path]:
    """All of it in each text of a page, and the page as a file."""
    text, path = " ".join(HOSTILE), folder / "hostile.html"
    path.write_text(hostile_page(text), encoding="utf-8")
    return text, path


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_shown_as_it_is_and_makes_no_element(
    text: str, read: Callable[[str], Element]
) -> None:
    root, plain = read(hostile_page(text)), read(hostile_page("plain"))
    assert elements(root) == elements(plain)
    assert root.raw.count(text) >= 100


@pytest.mark.parametrize("character", ["\u202e", "\u200b", "\x1b", "\u2066"])
def test_characters_that_hide_or_reorder_others_reach_no_page(character: str) -> None:
    with pytest.raises(ValidationError, match="control or bidirectional character"):
        plancompare.load("us-28").model_copy(update={"title": f"a{character}b"})


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", 'https://a.org/"><b>'])
def test_what_is_no_address_of_a_web_page_is_no_link(url: str) -> None:
    source = Library().sources["cna-2025-11-23"]
    with pytest.raises(ValidationError, match="should match pattern"):
        source.model_copy(update={"urls": (url,)})


def test_a_source_in_no_register_is_named_by_its_id() -> None:
    found = Sourcing({})
    assert found.cite("unheard-of").name == "unheard-of"
    assert found.cite("unheard-of").source is None
    assert [one.id for one in found.cited] == ["unheard-of"]
