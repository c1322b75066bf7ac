"""The page in a real browser: nothing leaves it, all of it works, by keyboard alone too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

import plancompare
from plancompare.report.contents import Contents, contents
from plancompare.report.labels import LANGUAGES
from plancompare.report.page import page as report

from .browsing import DESK, PAPER, PHONE, Visit, lines_on_pages
from .conftest import DAY
from .test_hostile_text import hostile_file


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def visit(request: pytest.FixtureRequest, browser: Browser, files: Path) -> Iterator[Visit]:
    """The English report at both widths; whatever is done, nothing is fetched and nothing fails."""
    found = Visit(browser, files / "en.html", request.param)
    yield found
    found.close()


def shown(page: Page) -> list[str]:
    """The issues that the matrix shows."""
    rows = page.locator("#matrix-table tr[data-change]:visible th")
    texts: list[str] = rows.evaluate_all("all => all.map(one => one.firstChild.data)")
    return texts


def test_nothing_is_wider_than_the_screen(visit: Visit) -> None:
    wide = visit.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0


def test_the_title_stands_clear_of_the_edge_and_names_each_plan(
    visit: Visit, found: Contents
) -> None:
    title = visit.page.locator("h1").bounding_box()
    assert title
    assert min(title["x"], title["y"]) >= 10
    for plan in found.plans:
        expect(visit.page.locator(".lead")).to_contain_text(f"{plan.id} {plan.title}, {plan.date}")


def test_filters_and_search_leave_the_rows_that_fit(visit: Visit, found: Contents) -> None:
    page = visit.page
    everything = len(found.matrix.rows)
    count = page.locator("#shown")
    expect(count).to_have_text(f"{everything} of {everything} issues shown")
    page.locator("[name=topic]").select_option("military")
    military = [row for row in found.matrix if row.topic == "military"]
    assert len(shown(page)) == len(military)
    expect(count).to_have_text(f"{len(military)} of {everything} issues shown")
    page.get_by_role("button", name="Show all").click()
    expect(count).to_have_text(f"{everything} of {everything} issues shown")
    page.get_by_label("Search").fill("ceiling UKRAINE")
    assert shown(page) == ["Force ceiling: Ukraine"]
    page.get_by_role("button", name="Show all").click()
    page.get_by_label("Only what differs").check()
    assert len(shown(page)) == len(found.matrix.only(changed=True).rows)
    page.locator("[name=change]").select_option("changed")
    assert "Force ceiling: Ukraine" in shown(page)
    page.locator("[name=party]").select_option("iaea")
    assert all("Zaporizhzhia" in one for one in shown(page))


def test_a_cell_opens_to_its_clause_and_leads_to_its_source(visit: Visit) -> None:
    page = visit.page
    page.get_by_label("Search").fill("force ceiling")
    cell = page.locator("#matrix-table tr[data-change]:visible td").first
    expect(cell.locator("details")).not_to_have_attribute("open", "")
    cell.locator("summary").click()
    expect(cell).to_contain_text("point 6")
    link = cell.locator(".cited a").first
    target = link.get_attribute("href")
    link.click()
    expect(page.locator(str(target))).to_be_in_viewport()


def test_a_link_to_a_row_that_is_filtered_away_shows_it_again(visit: Visit) -> None:
    page = visit.page
    page.get_by_label("Search").fill("force ceiling ukraine")
    link = page.locator(".heat th a[href^='#m']").first
    target = page.locator(str(link.get_attribute("href")))
    expect(target).not_to_be_visible()
    link.click()
    expect(target).to_be_in_viewport()
    expect(page.get_by_label("Search")).to_have_value("")


def test_a_verdict_leads_to_its_statement_in_a_closed_part(visit: Visit) -> None:
    page = visit.page
    link = page.locator(".heat td a").first
    target = page.locator(str(link.get_attribute("href")))
    expect(target).not_to_be_visible()
    link.click()
    expect(target).to_be_in_viewport()
    expect(target).to_be_focused()
    target.locator("th small a").first.click()
    expect(page.locator(".said-list li:focus")).to_be_in_viewport()


def test_rows_shown_as_cards_stay_a_table_to_a_screen_reader(browser: Browser, files: Path) -> None:
    wide = Visit(browser, files / "en.html", DESK)
    cell = wide.page.locator("#matrix-table td").first
    expect(cell).not_to_have_attribute("role", "cell")
    wide.page.set_viewport_size({"width": 360, "height": 740})
    expect(cell).to_have_attribute("role", "cell")
    expect(wide.page.locator("#matrix-table")).to_have_attribute("role", "table")
    wide.close()
    phone = Visit(browser, files / "en.html", PHONE)
    expect(phone.page.locator("#matrix-table td").first).to_have_attribute("role", "cell")
    phone.close()


def test_the_keyboard_reaches_summary_filter_and_cell(visit: Visit) -> None:
    page = visit.page
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the summary")
    expect(page.locator(":focus")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#summary")).to_be_focused()
    page.get_by_label("Search").focus()
    page.keyboard.type("force ceiling")
    while page.evaluate("document.activeElement.tagName") != "SUMMARY":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#matrix-table td details[open]")).to_have_count(1)
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_everything_opens_and_closes_at_once(visit: Visit) -> None:
    page = visit.page
    tools = page.locator("#matrix .tools")
    tools.get_by_role("button", name="Open all").click()
    cells = page.locator("#matrix-table details")
    assert page.locator("#matrix-table details[open]").count() == cells.count()
    tools.get_by_role("button", name="Close all").click()
    expect(page.locator("#matrix-table details[open]")).to_have_count(0)


def test_labels_are_in_the_language_asked_for(browser: Browser, files: Path) -> None:
    visit = Visit(browser, files / "uk.html", PHONE)
    assert visit.page.evaluate("document.documentElement.lang") == "uk"
    visit.page.get_by_label("Пошук").fill("гранична чисельність")
    assert shown(visit.page) == ["Гранична чисельність сил: Україна"]
    expect(visit.page.locator("#shown")).to_contain_text("показано питань: 1 з")
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    visit.close()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_hostile_text_does_nothing_but_stand_there(
    browser: Browser, size: dict[str, int], tmp_path: Path
) -> None:
    text, path = hostile_file(tmp_path)
    visit = Visit(browser, path, size)
    page = visit.page
    asked: list[str] = []
    page.on("dialog", lambda one: asked.append(one.message))
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    page.get_by_label("Search").fill("alert(1)")
    expect(page.locator("#matrix-table tr[data-change]:visible").first).to_contain_text(text)
    assert page.locator("script").count() == 2
    assert page.locator("img, iframe, object, [onload], [onerror], [onmouseover]").count() == 0
    links = page.locator("a").evaluate_all("all => [...new Set(all.map(one => one.protocol))]")
    assert set(links) <= {"file:", "https:", "http:"}
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert asked == []
    visit.close()


def test_without_a_script_all_of_it_is_there(browser: Browser, files: Path) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto((files / "short.html").as_uri())
    expect(page.locator("#filter")).not_to_be_visible()
    expect(page.locator("#language")).not_to_be_visible()
    page.locator("#matrix-table summary").first.click()
    expect(page.locator("#matrix-table details[open] .cited").first).to_be_visible()
    page.locator(".standing > summary").click()
    expect(page.locator(".said-list > li").first).to_be_visible()
    context.close()


@pytest.mark.parametrize(
    ("size", "scheme"), [(PHONE, "light"), (DESK, "light"), (DESK, "dark")], ids=str
)
def test_axe_finds_nothing_to_complain_of(
    browser: Browser, files: Path, size: dict[str, int], scheme: str
) -> None:
    visit = Visit(browser, files / "short.html", size, color_scheme=scheme)
    visit.page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    found = Axe().run(visit.page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    visit.page.close()


def test_it_prints_on_a4(browser: Browser, files: Path) -> None:
    visit = Visit(browser, files / "short.html", DESK)
    printed = visit.page.pdf(prefer_css_page_size=True)
    assert printed.startswith(b"%PDF")
    assert b"/MediaBox [0 0 594.95996 841.91998]" in printed or b"/MediaBox [0 0 595" in printed
    visit.page.emulate_media(media="print")
    for gone in ("nav", "#filter", ".tools"):
        expect(visit.page.locator(gone).first).not_to_be_visible()
    assert (
        visit.page.evaluate(
            "getComputedStyle(document.querySelector('#matrix-table thead')).display"
        )
        == "table-header-group"
    )
    visit.page.close()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_printed_page_is_well_filled_and_holds_no_image(
    browser: Browser, files: Path, lang: str
) -> None:
    """What is wider than the paper would shrink all pages; a pattern that is an image weighs much."""
    visit = Visit(browser, files / f"{lang}.html", PAPER)
    visit.page.emulate_media(media="print")
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= PAPER["width"]
    printed = visit.page.pdf(prefer_css_page_size=True, print_background=True)
    assert b"/Subtype /Image" not in printed
    assert len(printed) < 4_000_000
    *whole, _ = lines_on_pages(printed)
    assert len(whole) > 10
    assert min(whole) > 50
    visit.page.close()


def test_a_heading_is_printed_on_the_page_of_its_pictures(browser: Browser, files: Path) -> None:
    visit = Visit(browser, files / "en.html", PAPER)
    visit.page.emulate_media(media="print")
    needed = visit.page.evaluate(
        """() => {
            const chapter = document.getElementById("territory");
            const [head, first] = [chapter.querySelector("h2"), chapter.querySelector(".picture")];
            return parseFloat(getComputedStyle(head).marginTop)
                + first.getBoundingClientRect().bottom - head.getBoundingClientRect().top
                + parseFloat(getComputedStyle(first).marginBottom);
        }"""
    )
    assert needed <= PAPER["height"]
    visit.page.close()


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report on so many plans that only what is near is laid out."""
    drafts = [plancompare.load(one) for one in ("us-28", "europe-28")]
    plans = [
        drafts[place % 2].model_copy(update={"id": f"plan-{place + 1}"}) for place in range(12)
    ]
    path = tmp_path_factory.mktemp("many") / "many.html"
    shown = contents(plans, ["poland"], as_of=DAY, samples=10)
    path.write_text(report(shown), encoding="utf-8")
    return path


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_many_plans_are_filtered_and_found_as_few_are(
    browser: Browser, many: Path, size: dict[str, int]
) -> None:
    visit = Visit(browser, many, size)
    page = visit.page
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    everything = page.locator("#matrix-table tr[data-change]").count()
    expect(page.locator("#shown")).to_have_text(f"{everything} of {everything} issues shown")
    page.get_by_label("Search").fill("force ceiling ukraine")
    assert shown(page) == ["Force ceiling: Ukraine"]
    page.get_by_role("button", name="Show all").click()
    expect(page.locator("#shown")).to_have_text(f"{everything} of {everything} issues shown")
    assert len(shown(page)) == everything
    for target in ("#m70-11", "#w0-v3", "#s9", "#d7-changed"):
        page.evaluate("target => { location.hash = target }", target)
        expect(page.locator(target)).to_be_in_viewport()
    if size == DESK:
        heads, row = page.locator("#matrix-table thead th"), page.locator("#m0 > *")
        for place in (0, 1, 2):
            boxes = [one.nth(place).bounding_box() for one in (heads, row)]
            assert all(boxes)
            assert len({(box["x"], box["width"]) for box in boxes if box}) == 1
    visit.close()
