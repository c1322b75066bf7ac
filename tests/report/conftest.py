"""A report on the shipped plans, read back as elements."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

import plancompare
from plancompare.report.contents import Contents, contents
from plancompare.report.labels import LANGUAGES
from plancompare.report.page import page

from .browsing import FLAGS, NAMES

VOID = {"meta", "input", "br"}
PLANS = ("us-28", "geneva", "europe-28")
PARTIES = ("european-union", "hungary", "russia", "ukraine")
DAY = datetime.date(2025, 11, 30)


@dataclass
class Element:
    """An element with its attributes, what is in it, and where it stands."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None = field(repr=False)
    parts: list[Element | str] = field(default_factory=list, repr=False)

    @property
    def children(self) -> list[Element]:
        return [one for one in self.parts if isinstance(one, Element)]

    @property
    def raw(self) -> str:
        return "".join(one if isinstance(one, str) else one.raw for one in self.parts)

    @property
    def all(self) -> Iterator[Element]:
        yield self
        for child in self.children:
            yield from child.all

    @property
    def text(self) -> str:
        return " ".join(self.raw.split())

    def find(self, tag: str = "", **attributes: str) -> list[Element]:
        return [
            one
            for one in self.all
            if (not tag or one.tag == tag)
            and all(
                value in one.attributes.get(name, "").split() for name, value in attributes.items()
            )
        ]

    def within(self, tag: str) -> bool:
        return self.parent is not None and (self.parent.tag == tag or self.parent.within(tag))


CELLS = {"td", "th"}
ENDED_BY = {"td": CELLS, "th": CELLS, "tr": {*CELLS, "tr"}, "li": {"li"}}
"""Which elements the beginning of another ends, of those whose end tags a page may leave out."""


class Reader(HTMLParser):
    """Elements of a page; every one must be closed in its turn, or by what HTML says implies it."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.here = Element("", {}, None)
        self.feed(source)
        self.close()
        assert self.here is self.root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        while self.here.tag in ENDED_BY.get(tag, ()):
            self.leave()
        one = Element(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.parts.append(one)
        if tag not in VOID:
            self.here = one

    def handle_endtag(self, tag: str) -> None:
        while self.here.tag != tag and self.here.tag in ENDED_BY:
            self.leave()
        assert self.here.tag == tag
        self.leave()

    def leave(self) -> None:
        assert self.here.parent is not None
        self.here = self.here.parent

    def handle_data(self, data: str) -> None:
        self.here.parts.append(data)


@pytest.fixture(scope="session")
def read() -> Callable[[str], Element]:
    """Read a page as elements."""
    return lambda source: Reader(source).root


@pytest.fixture(scope="session")
def found() -> Contents:
    """What a report on the shipped plans shows to four stakeholders."""
    plans = [plancompare.load(one) for one in PLANS]
    return contents(plans, PARTIES, as_of=DAY, samples=200, seed=7)


@pytest.fixture(scope="session", params=["en", "uk", "ru"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def source(found: Contents, lang: str) -> str:
    """The report in each language."""
    return page(found, lang)


@pytest.fixture(scope="session")
def root(source: str) -> Element:
    return Reader(source).root


@pytest.fixture(scope="session")
def english(found: Contents) -> Element:
    return Reader(page(found)).root


@pytest.fixture(scope="session")
def driver() -> Iterator[Playwright]:
    with sync_playwright() as found:
        yield found


@pytest.fixture(scope="session")
def browser(driver: Playwright) -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.fail("these tests need Chromium; install it, as with: apt-get install chromium")
    found = driver.chromium.launch(executable_path=path, args=list(FLAGS))
    yield found
    found.close()


@pytest.fixture(scope="session")
def files(found: Contents, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report in all languages, and a short one."""
    folder = tmp_path_factory.mktemp("reports")
    for lang in LANGUAGES:
        (folder / f"{lang}.html").write_text(page(found, lang), encoding="utf-8")
    plans = [plancompare.load(one) for one in ("geneva", "europe-28")]
    short = contents(plans, ["poland"], as_of=DAY, samples=50)
    (folder / "short.html").write_text(page(short), encoding="utf-8")
    return folder
