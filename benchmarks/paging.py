"""Writing the page of a report, in all its languages, beside jinja2 writing the same bytes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from jinja2 import Environment
from markupsafe import Markup

from benchmarks.drafts import draft
from benchmarks.judging import stakeholders
from benchmarks.race import growth, race
from benchmarks.revisions import revise
from benchmarks.setting import Measurement, Setting
from plancompare.model import Plan
from plancompare.report.contents import Contents, contents
from plancompare.report.page import page

__all__ = ["measure"]

RATE = 0.1
PARTIES = ("russia", "ukraine", "united-states", "european-union")
FEW, MANY = 3, 50
_MARKUP = re.compile(r"<(?:style|script)>.*?</(?:style|script)>|<[^>]*>|&#?\w+;", re.DOTALL)


def measure(setting: Setting) -> Iterator[Measurement]:
    """Every case of the row; all that is shown is computed before anything is timed."""
    base = draft(setting.sizes[0], setting.seed)
    revisions = [base, *(revise(base, seed, RATE)[0] for seed in (1, 2))]
    few, many = (_contents(revisions, count, setting.seed) for count in (FEW, MANY))
    text = page(few)
    again = _by_jinja(text)
    assert again() == text
    times = race(
        {"few": lambda: page(few), "many": lambda: page(many), "jinja2": again},
        setting.rounds,
        setting.block,
    )
    yield Measurement("page, 3 plans", times.ratio("few", "jinja2"))
    ratio = times.ratio("many", "few")
    yield Measurement("page, 50 plans", ratio)
    yield Measurement("page, growth", growth(ratio, MANY / FEW))


def _contents(revisions: list[Plan], count: int, seed: int) -> Contents:
    """So many plans on the same issues, and four stakeholders."""
    plans = [
        revisions[place % len(revisions)].model_copy(update={"id": f"plan-{place}"})
        for place in range(count)
    ]
    parties = [
        one.model_copy(update={"party": party})
        for party, one in zip(PARTIES, stakeholders(plans[0], seed), strict=False)
    ]
    found = contents(plans, parties, samples=10)
    assert len(found.matrix.rows) == len({issue for one in revisions for issue in one.stated})
    assert found.diffs
    assert all(one.alignment.groups for one in found.diffs)
    return found


def _by_jinja(text: str) -> Callable[[], str]:
    """The same page, its markup as it is and its text escaped, from one loop."""
    parts: list[tuple[Markup, str]] = []
    end = 0
    for one in _MARKUP.finditer(text):
        parts.append((Markup(one[0]), ""))
        if end < one.start():
            parts[-1:] = [(Markup(""), text[end : one.start()]), parts[-1]]
        end = one.end()
    parts.append((Markup(""), text[end:]))
    loop = "{% for markup, text in parts %}{{ markup }}{{ text }}{% endfor %}"
    template = Environment(autoescape=True, keep_trailing_newline=True).from_string(loop)
    return lambda: template.render(parts=parts)
