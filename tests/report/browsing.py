"""The door to a real browser: a page that is open, and what it asked for or complained of."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

from playwright.sync_api import Browser, expect

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-sync",
    "--no-first-run",
)
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1440, "height": 900}
PAPER = {"width": 695, "height": 1024}
"""A4 without the margins of the printed page."""

WAIT = 30_000
"""Milliseconds until what should have happened has not, on a machine that has much else to do."""

expect.set_options(timeout=WAIT)


class Visit:
    """A page that is open, and what it asked for or complained of."""

    def __init__(self, browser: Browser, path: Path, size: dict[str, int], **options: str) -> None:
        self.page = browser.new_page(
            viewport={"width": size["width"], "height": size["height"]},
            **options,  # type: ignore[arg-type]  # colour scheme only
        )
        self.page.set_default_timeout(WAIT)
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda one: self.asked.append(one.url))
        self.page.on("console", lambda one: self.complaints.append(one.text))
        self.page.on("pageerror", lambda one: self.complaints.append(str(one)))
        self.path = path
        self.page.goto(path.as_uri())

    def close(self) -> None:
        """Nothing was fetched but the page, and nothing failed."""
        assert self.asked == [self.path.as_uri()]
        assert self.complaints == []
        self.page.close()


def lines_on_pages(printed: bytes) -> list[int]:
    """How many pieces of text stand on each page of a PDF that Chromium made."""
    objects = re.finditer(
        rb"^(\d+) 0 obj\s*(<<.*?>>)\s*(?:stream\r?\n|endobj)", printed, re.DOTALL | re.MULTILINE
    )
    found = {int(one[1]): (one[2], one.end()) for one in objects}
    counts = []
    for head, _ in found.values():
        if contents := re.search(rb"/Type /Page\b.*/Contents (\d+) 0 R", head, re.DOTALL):
            drawn = zlib.decompressobj().decompress(printed[found[int(contents[1])][1] :])
            counts.append(len(re.findall(rb"[>)\]] ?T[jJ]\b", drawn)))
    return counts
