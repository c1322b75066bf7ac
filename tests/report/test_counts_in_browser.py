"""Counts in a real browser: each leads to the rows that it counts, to all of them and to no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

import plancompare
from plancompare.report.contents import Contents, contents
from plancompare.report.labels import LANGUAGES, labels
from plancompare.report.matrix_view import matrix_view
from plancompare.report.names import Names
from plancompare.report.page import page as report
from plancompare.report.standing_view import StandingView, standing_view
from plancompare.scoring.bench import LineState
from plancompare.scoring.ruling import Verdict

from .browsing import DESK, PHONE, Visit
from .conftest import PLANS
from .test_languages_in_browser import switch

UNDECIDED = (Verdict.OPEN, Verdict.UNADDRESSED)
LINKS = "all => all.map((one) => [one.hash, one.innerText])"
SHOWN = """(row) => [
  [...row.closest("table").querySelectorAll("tbody tr:not(.topic)")]
    .filter((one) => one.checkVisibility()).map((one) => one.id),
  document.querySelector("#counted output").innerText,
]"""


class Count(NamedTuple):
    """Where a count leads, and the rows that it counts, by their ids."""

    place: str
    rows: list[str]


@pytest.fixture(scope="module")
def everything() -> Contents:
    """What a report on all plans shows to all stakeholders."""
    return contents([plancompare.load(one) for one in PLANS], samples=10)


@pytest.fixture(scope="module")
def file(everything: Contents, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("counts") / "report.html"
    path.write_text(report(everything), encoding="utf-8")
    return path


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def visit(request: pytest.FixtureRequest, browser: Browser, file: Path) -> Iterator[Visit]:
    found = Visit(browser, file, request.param)
    yield found
    found.close()


def counts(found: Contents) -> Iterator[Count]:
    """Everything that the page counts, in its order, from what was computed."""
    names = Names(labels("en"), found.library)
    topics = matrix_view(found.matrix, names)
    rows = {row.issue: row.number for topic in topics for row in topic.rows}
    standings = [standing_view(*one, None, rows, names) for one in enumerate(found.scores.rows)]
    for place, topic in enumerate(topics):
        for counted in (topic.rows, topic.differing, topic.unknown):
            yield Count(f"t-{place}", [f"m{row.number}" for row in counted])
    for one in standings:
        yield from lines(one)
    for plan in range(len(found.plans)):
        for treatment in ("stated", "deferred", "undisclosed"):
            treated = [row.issue for row in found.matrix if row.cells[plan].treatment == treatment]
            yield Count("matrix-table", [f"m{rows[issue]}" for issue in treated])
    for one in standings:
        yield from coverage(one, rows)


def lines(one: StandingView) -> Iterator[Count]:
    """The red lines of a stakeholder, by plan and state, declared and inferred ones."""
    for score in one.scores:
        for state in (LineState.CROSSED, LineState.UNDECIDED, LineState.MET):
            for inferred in (False, True):
                found = score.table.in_state(state, inferred=inferred)
                places = map(score.table.lines.index, found)
                yield Count(f"w{one.number}-lines", [f"w{one.number}-l{place}" for place in places])


def coverage(one: StandingView, rows: dict[str, int]) -> Iterator[Count]:
    """What a score rests on: decided, open, unaddressed, and issues without any position."""
    for score in one.scores if one.verdicts else ():
        for wanted in (set(Verdict) - set(UNDECIDED), {Verdict.OPEN}, {Verdict.UNADDRESSED}):
            found = [
                f"w{one.number}-v{place}"
                for place, view in enumerate(one.verdicts)
                if score.table.verdicts.get(view.issue) in wanted
            ]
            yield Count(f"w{one.number}-verdicts", found)
        yield Count("matrix-table", [f"m{rows[issue]}" for issue in score.table.unaddressed])


def test_every_count_leads_to_all_that_it_counts_and_to_nothing_else(
    visit: Visit, everything: Contents
) -> None:
    page = visit.page
    links = page.locator("a[data-counts]")
    expected = [one for one in counts(everything) if one.rows]
    assert len(expected) > 200
    for (place, text), count in zip(links.evaluate_all(LINKS), expected, strict=True):
        assert (place, re.findall(r"\d+", text)) == (f"#{count.place}", [str(len(count.rows))])
    for number, count in enumerate(expected):
        links.nth(number).click()
        shown, told = page.locator(f"#{count.rows[0]}").evaluate(SHOWN)
        assert sorted(shown) == sorted(count.rows)
        assert told.startswith(f"{len(count.rows)} of ")
    page.keyboard.press("Escape")
    assert page.locator("tbody tr[hidden]").count() == 0


def test_counts_of_changes_and_points_lead_to_lists_of_just_these(visit: Visit) -> None:
    page = visit.page
    for links, items in ((".counts a", "tbody th"), ("td a[href$='-points']", "li")):
        for link in page.locator(links).all():
            link.click()
            target = page.locator(str(link.get_attribute("href")))
            expect(target).to_be_in_viewport()
            (number,) = re.findall(r"\d+", link.inner_text())
            shown = target.locator(items).evaluate_all(
                "all => all.filter((one) => one.checkVisibility()).length"
            )
            assert shown == int(number)


def follow(page: Page) -> None:
    """Follow the number of red lines of Ukraine that us-28 crosses."""
    page.locator("tr", has=page.locator("th", has_text="Ukraine")).locator(
        "a[data-counts$='.crossed']"
    ).first.click()
    expect(page.locator("#counted")).to_contain_text("Red lines · Ukraine · us-28 · crossed")


def test_what_is_shown_is_told_and_there_is_a_way_back_to_all(visit: Visit) -> None:
    page = visit.page
    expect(page.locator("#counted button")).not_to_be_visible()
    follow(page)
    target = page.locator(":focus")
    expect(target).to_have_text("Red lines")
    expect(target).to_be_in_viewport()
    assert page.locator("#counted output").evaluate("one => one.role || one.tagName") == "OUTPUT"
    button = page.locator("#counted button")
    expect(button).to_be_in_viewport()
    button.click()
    expect(button).not_to_be_visible()
    expect(page.locator("#counted")).to_contain_text(labels("en").ui["not_counted"])
    expect(target).to_have_text("Red lines")
    assert page.locator("tbody tr[hidden]").count() == 0


def test_the_keyboard_follows_a_count_and_comes_back(visit: Visit) -> None:
    page = visit.page
    link = page.locator("a[data-counts='[data-topic=military] [data-differs]']")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#counted")).to_contain_text("Where the plans differ · Military · Differ")
    expect(page.locator("#shown")).to_have_text(
        re.compile(f"^{link.inner_text()} of .* issues shown")
    )
    page.keyboard.press("Escape")
    expect(page.locator("#counted button")).not_to_be_visible()
    assert page.locator("tbody tr[hidden]").count() == 0


def test_a_count_undoes_the_filter_and_the_filter_narrows_what_is_counted(visit: Visit) -> None:
    page = visit.page
    page.get_by_label("Search").fill("no such words")
    link = page.locator("a[data-counts='td.stated:nth-of-type(1)']")
    number = int(link.inner_text())
    link.click()
    shown = page.locator("#matrix-table tr[data-change]:visible")
    expect(page.get_by_label("Search")).to_have_value("")
    expect(shown).to_have_count(number)
    page.get_by_label("Search").fill("force ceiling")
    assert 0 < shown.count() < number
    page.locator("#filter").get_by_role("button", name="Show all").click()
    expect(page.locator("#counted button")).not_to_be_visible()
    assert page.locator("tbody tr[hidden]").count() == 0


def test_a_link_to_what_a_count_put_aside_shows_all_again(visit: Visit) -> None:
    page = visit.page
    follow(page)
    aside = page.locator("tr[id^=w][hidden]").first
    target = aside.get_attribute("id")
    page.evaluate("target => { location.hash = target }", target)
    expect(page.locator(f"#{target}")).to_be_in_viewport()
    expect(page.locator("#counted button")).not_to_be_visible()


def test_what_is_told_follows_the_language(visit: Visit) -> None:
    page = visit.page
    follow(page)
    hidden = page.locator("tbody tr[hidden]").count()
    for lang, told in (
        ("uk", "Червоні лінії · Україна · us-28 · перейдено"),
        ("ru", "Красные линии · Украина · us-28 · перейдена"),
        ("en", "Red lines · Ukraine · us-28 · crossed"),
    ):
        switch(page, lang)
        expect(page.locator("#counted")).to_contain_text(told)
        assert page.locator("tbody tr[hidden]").count() == hidden
    page.keyboard.press("Escape")
    for lang in reversed(LANGUAGES):
        switch(page, lang)
        expect(page.locator("#counted output")).to_have_text(labels(lang).ui["not_counted"])


@pytest.mark.parametrize(
    ("size", "scheme"), [(PHONE, "light"), (PHONE, "dark"), (DESK, "dark")], ids=str
)
def test_axe_finds_nothing_while_a_count_is_followed(
    browser: Browser, files: Path, size: dict[str, int], scheme: str
) -> None:
    visit = Visit(browser, files / "short.html", size, color_scheme=scheme)
    visit.page.locator("a[href$='-lines']").first.click()
    expect(visit.page.locator("#counted button")).to_be_in_viewport()
    assert visit.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    found = Axe().run(visit.page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    visit.page.close()


def test_without_a_script_a_count_leads_to_where_all_of_them_stand(
    browser: Browser, file: Path, everything: Contents
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(file.as_uri())
    expect(page.locator("#counted button")).not_to_be_visible()
    found = [one.place for one in counts(everything) if one.rows]
    places = {place: number for number, place in enumerate(found)}
    for place, number in places.items():
        page.locator("a[data-counts]").nth(number).click()
        expect(page.locator(f"#{place}")).to_be_in_viewport()
    context.close()
