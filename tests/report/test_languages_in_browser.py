"""The language switch in a real browser: the page becomes the one made in the other language."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from plancompare.report.labels import LANGUAGES, labels

from .browsing import DESK, PHONE, Visit

SIZES = pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
AS_TEXT = """() => {
  const copy = document.documentElement.cloneNode(true);
  copy.querySelector("#other-languages").remove();
  return copy.outerHTML;
}"""


def switch(page: Page, lang: str) -> None:
    """Choose a language, and wait until the page speaks it."""
    page.get_by_role("button", name=labels(lang).ui["own_name"]).click()
    expect(page.locator("html")).to_have_attribute("lang", lang)


@SIZES
def test_a_switched_page_is_the_page_made_in_that_language(
    browser: Browser, files: Path, size: dict[str, int]
) -> None:
    visits = {one: Visit(browser, files / f"{one}.html", size) for one in LANGUAGES}
    made = {one: visit.page.evaluate(AS_TEXT) for one, visit in visits.items()}
    assert len(set(made.values())) == len(LANGUAGES)
    for visit in visits.values():
        for pair in permutations(LANGUAGES, 2):
            for lang in pair:
                switch(visit.page, lang)
                assert visit.page.evaluate(AS_TEXT) == made[lang]
    for lang, visit in visits.items():
        assert visit.asked == [(files / f"{lang}.html").as_uri()]
        assert visit.complaints == []
        visit.page.close()
