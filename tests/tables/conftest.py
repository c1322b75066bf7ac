"""Plans whose every text tries to be more than text."""

import json
from typing import Any

import pytest

from plancompare import Plan

HOSTILE = [
    "a|b || c",
    "`code` ``more``",
    "<script>alert(1)</script> <b>bold",
    "two\nlines and\ta tab",
    '=cmd("calc")',
    "+1-1",
    "@SUM(A1)",
    r"$\input{/etc/passwd}$ \\ % # & ~ ^ _",
    "[bold red]x[/bold red] [link=https://example.org]y[/link]",
    "![picture](https://example.org/x.png) [text](https://example.org)",
    "- item\n1. one\n# head\n---",
    "1. one",
    "12) twelve",
    "# head",
    "=== ---",
    "    four spaces",
    "&lt;b&gt; &amp; &#60;",
    "''; DROP TABLE plans;--",
    '"quoted", with, commas',
    "www.example.org https://example.org",
    "Привіт, світе",
    "和平計劃",
    "wide" * 30,
    "*a* **b** __c__ ~~d~~",
    "trailing\\",
    "\N{RIGHTWARDS ARROW} \N{EN DASH} \ue000\ue001",
    "{{ jinja }} {% raw %} %s {0}",
]


def plan_with(text: str) -> Plan:
    """A plan that says `text` wherever a plan can say anything."""
    evidence = [
        {
            "sources": ["a-source"],
            "locator": text,
            "basis": "document-text",
            "checked": "one-source",
            "note": text,
        }
    ]
    ceiling: dict[str, Any] = {
        "kind": "force-ceiling",
        "party": "ukraine",
        "personnel": 600000,
        "wording": [text[:120]],
        "note": text,
        "readings": [{"why": "rival-text", "says": text, "terms": {"personnel": 500000}}],
        "evidence": evidence,
    }
    plan = {
        "id": "hostile",
        "title": text,
        "conflict": "a-conflict",
        "date": "2025-11-20",
        "text_status": "reported",
        "disclosure": "partial",
        "note": text,
        "reports": [{"says": text, "speaker": text}],
        "points": [
            {
                "number": "1",
                "heading": text,
                "summary": text,
                "note": text,
                "provisions": [ceiling],
                "evidence": evidence,
            },
            {"number": "2", "text": text, "evidence": evidence},
        ],
        "omits": [{"issues": ["amnesty"], "note": text, "evidence": evidence}],
        "defers": [{"issues": ["claims-waiver"], "note": text, "evidence": evidence}],
        "undisclosed": [
            {
                "issues": ["legal-force"],
                "reported": "modified",
                "note": text,
                "evidence": evidence,
            }
        ],
    }
    return Plan.model_validate_json(json.dumps(plan))


@pytest.fixture(params=HOSTILE)
def hostile_text(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def hostile_plan(hostile_text: str) -> Plan:
    return plan_with(hostile_text)
