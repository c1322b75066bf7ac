"""A page of fifty plans in a real browser: opened, and filtered step by step.

The plans are the shipped ones over and over, for only these name parties by which to filter. A step
is timed to the frame that shows it, there and back; frames do not wait for a clock.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.paging import FEW, MANY, PARTIES
from benchmarks.peers import peer
from benchmarks.race import growth, race
from benchmarks.setting import Measurement, Setting
from plancompare import load
from plancompare.report.contents import contents
from plancompare.report.page import page

__all__ = ["STEPS", "measure"]

PLANS = ("us-28", "geneva", "europe-28")
STEPS = {
    "topic": ("topic", "military"),
    "party": ("party", "ukraine"),
    "change": ("change", "changed"),
    "only what differs": ("differing", True),
    "search": ("search", "ceiling"),
}
"""What each step does to the form: a field, and its value."""

_UNTIMED = ("--disable-frame-rate-limit", "--disable-gpu-vsync")
_WAIT = 120_000
"""Milliseconds; longer than any step takes on a machine that has much else to do."""

_FRAME = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
_STEP = f"""async ([name, value]) => {{
  const form = document.getElementById("filter");
  const rows = () => document.querySelectorAll("#matrix-table tr[data-change]:not([hidden])").length;
  const step = async (field, wanted) => {{
    form[name][field] = wanted;
    form[name].dispatchEvent(new Event("input", {{ bubbles: true }}));
    await ({_FRAME})();
    return rows();
  }};
  const field = value === true ? "checked" : "value";
  return [await step(field, value), await step(field, value === true ? false : "")];
}}"""
_ANEW = f"""async () => {{
  for (const turn of [1, 2]) {{
    document.body.style.display = "none";
    document.body.offsetHeight;
    document.body.style.display = "";
    await ({_FRAME})();
  }}
}}"""


def measure(setting: Setting) -> Iterator[Measurement]:
    """Every case of the row, or that there is no browser to measure it in."""
    door, driver = peer("tests.report.browsing"), peer("playwright.sync_api")
    path = next(filter(None, map(shutil.which, door.NAMES)), None) if door and driver else None
    if path is None:
        cases = [f"filter by {one}" for one in STEPS]
        yield from map(Measurement.absent, [*cases, "opening", "opening, growth"])
        return

    def in_browser() -> list[Measurement]:
        with TemporaryDirectory() as folder, driver.sync_playwright() as started:
            browser = started.chromium.launch(executable_path=path, args=[*door.FLAGS, *_UNTIMED])
            tab = browser.new_page(viewport=door.DESK)
            tab.set_default_timeout(_WAIT)
            found = list(_measured(tab, Path(folder), setting, f"Chromium {browser.version}"))
            browser.close()
            return found

    with ThreadPoolExecutor(1) as own:  # the driver may be at work in this thread already
        yield from own.submit(in_browser).result()


def _measured(tab: Any, folder: Path, setting: Setting, version: str) -> Iterator[Measurement]:
    many = MANY if setting.block else FEW + 1
    few_page, many_page = _page(FEW), _page(many)
    script = many_page[many_page.rindex("<script>") : many_page.rindex("</script>")]
    assert "addEventListener" in script

    def opening(name: str, text: str) -> Callable[[], object]:
        place = folder / f"{name}.html"
        place.write_text(text, encoding="utf-8")

        def opened() -> None:
            tab.goto(place.as_uri())
            tab.evaluate(_FRAME)

        return opened

    opens = {
        "few": opening("few", few_page),
        "many": opening("many", many_page),
        "without": opening("without", many_page.replace(script, "<script>")),
    }
    opens["many"]()
    everything = tab.locator("#matrix-table tr[data-change]").count()
    for step in STEPS.values():
        shown, again = tab.evaluate(_STEP, step)
        assert 0 < shown < again == everything
    calls: dict[str, Callable[[], object]] = {"anew": lambda: tab.evaluate(_ANEW)}
    for name, step in STEPS.items():
        calls[name] = partial(tab.evaluate, _STEP, step)
    times = race(calls, setting.rounds, setting.block)
    for name in STEPS:
        yield Measurement(f"filter by {name}", times.ratio(name, "anew"))
    times = race(opens, setting.rounds, 0.0)
    yield Measurement("opening", times.ratio("many", "without"), version)
    if many == MANY:
        yield Measurement("opening, growth", growth(times.ratio("many", "few"), many / FEW))


def _page(count: int) -> str:
    plans = [
        load(PLANS[place % len(PLANS)]).model_copy(update={"id": f"plan-{place}"})
        for place in range(count)
    ]
    return page(contents(plans, PARTIES, samples=10))
