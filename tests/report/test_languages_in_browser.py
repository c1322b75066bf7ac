"""The language switch in a real browser: the page becomes the one made in the other language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from plancompare.report.labels import LANGUAGES, labels

from .browsing import DESK, PHONE, Visit
from .test_hostile_text import hostile_file

SIZES = pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
AS_TEXT = """() => {
  const copy = document.documentElement.cloneNode(true);
  copy.querySelector("#other-languages").remove();
  return copy.outerHTML;
}"""
COUNT = "(text) => document.body.textContent.split(text).length - 1"


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
    for visit in visits.values():
        visit.close()


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def visit(request: pytest.FixtureRequest, browser: Browser, files: Path) -> Iterator[Visit]:
    """The short report, in English at first; nothing is fetched and nothing fails."""
    found = Visit(browser, files / "short.html", request.param)
    yield found
    found.close()


def test_what_the_reader_set_and_opened_stays_so(visit: Visit) -> None:
    page = visit.page
    page.locator("[name=party]").select_option("european-union")
    page.get_by_label("Only what differs").check()
    cell = page.locator("#matrix-table tr[data-change]:visible td:has(details)").first
    cell.locator("summary").click()
    rows = page.locator("#matrix-table tr[data-change]:visible").count()
    row = cell.locator("..").get_attribute("id")
    for lang, shown in (("uk", "показано питань"), ("ru", "показано вопросов")):
        switch(page, lang)
        expect(page.locator("[name=party]")).to_have_value("european-union")
        expect(page.locator("[name=differing]")).to_be_checked()
        expect(page.locator("#shown")).to_have_text(
            labels(lang).said(
                "shown", shown=rows, all=page.locator("#matrix-table tr[data-change]").count()
            )
        )
        expect(page.locator("#shown")).to_contain_text(shown)
        expect(page.locator(f"#{row} details[open]")).to_have_count(1)
        expect(page).to_have_title(re.compile(labels(lang).ui["title"]))


def test_a_search_looks_through_the_words_of_the_language(visit: Visit) -> None:
    page = visit.page
    switch(page, "uk")
    search = page.get_by_label("Пошук")
    search.fill("суверенітет")
    expect(page.locator("#matrix-table tr[data-change]:visible")).to_have_count(1)
    switch(page, "en")
    expect(page.locator("#matrix-table tr[data-change]:visible")).to_have_count(0)
    page.get_by_label("Search").fill("sovereignty")
    assert page.locator("#matrix-table tr[data-change]:visible").count() > 0


def test_place_and_focus_stay(visit: Visit) -> None:
    page = visit.page
    link = page.locator("#changes tbody th a").nth(5)
    link.focus()
    link.evaluate("one => one.scrollIntoView({ block: 'start' })")
    before = link.evaluate("one => one.getBoundingClientRect().top")
    page.evaluate("document.querySelector('#language [value=uk]').click()")
    expect(page.locator("html")).to_have_attribute("lang", "uk")
    expect(link).to_be_focused()
    page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    after = link.evaluate("one => one.getBoundingClientRect().top")
    assert abs(after - before) <= 2


def test_the_keyboard_switches_and_each_language_has_its_own_name(visit: Visit) -> None:
    page = visit.page
    buttons = page.locator("#language button")
    for place, lang in enumerate(LANGUAGES):
        expect(buttons.nth(place)).to_have_text(labels(lang).ui["own_name"])
        expect(buttons.nth(place)).to_have_attribute("lang", lang)
    buttons.first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute("lang", "uk")
    expect(buttons.nth(1)).to_be_focused()
    expect(page.locator("#language [aria-pressed=true]")).to_have_text("Українська")
    page.emulate_media(media="print")
    expect(page.locator("#language")).not_to_be_visible()


def test_all_fits_and_axe_finds_nothing_in_any_language(visit: Visit) -> None:
    page = visit.page
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    for lang in ("uk", "ru"):
        switch(page, lang)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        found = Axe().run(page).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


@SIZES
def test_hostile_text_stays_text_in_every_language(
    browser: Browser, size: dict[str, int], tmp_path: Path
) -> None:
    text, path = hostile_file(tmp_path)
    visit = Visit(browser, path, size)
    page = visit.page
    said = page.evaluate(COUNT, text)
    assert said > 100
    for lang in ("uk", "ru", "en"):
        switch(page, lang)
        assert page.evaluate(COUNT, text) == said
        assert page.locator("script").count() == 2
        assert page.locator("img, iframe, object, [onload], [onerror], [onmouseover]").count() == 0
        assert page.locator("svg svg, svg b, svg script").count() == 0
    visit.close()
