"""One look for one meaning, and one meaning for one look: in every picture, and on the page."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

import pytest

import plancompare
from plancompare.diffing.lineage import Fate
from plancompare.report import looks
from plancompare.report.contents import Contents
from plancompare.report.grounds import ground
from plancompare.report.palette import HUES, Look, Pattern, contrast
from plancompare.report.pictures.plotting import picture
from plancompare.report.pictures.scene import Box, Curve, Item, Picture
from plancompare.report.pictures.words import Words
from plancompare.report.template import packaged

from .conftest import DAY, PARTIES, PLANS, Element

RANKS = {f"rank {place}": look for place, look in enumerate(looks.RANKS, 1)}
ATTRIBUTED = {f"party {place}": look for place, look in enumerate(looks.PARTIES, 1)}
MEANINGS: dict[str, Look] = {
    **looks.TREATMENTS,
    **looks.CLAUSES,
    **looks.VERDICTS,
    **looks.LINES,
    **looks.FATES,
    **looks.CHANGES,
    **RANKS,
    **ATTRIBUTED,
    "interval": looks.INTERVAL,
    "differs": looks.DIFFERS,
}
TERRITORY = ("deferred", "undisclosed", "silent")
SHOWN_TOGETHER: dict[str, Mapping[str, Look]] = {
    "matrix": looks.TREATMENTS,
    "territory": {
        **ATTRIBUTED,
        **looks.CLAUSES,
        **{one: looks.TREATMENTS[one] for one in TERRITORY},
    },
    "verdicts": looks.VERDICTS,
    "changes": looks.CHANGES,
    "points": looks.FATES,
    "acceptability": RANKS,
    "topics": {
        "differs": looks.DIFFERS,
        **{one: looks.CHANGES[one] for one in ("unknown", "kept")},
    },
}


@pytest.fixture(scope="module")
def drawn() -> list[Picture]:
    """Every kind of picture of the shipped plans."""
    plans = [plancompare.load(one) for one in PLANS]
    return [
        picture(plans),
        picture(plancompare.matrix(plans)),
        picture(plancompare.verdict_panel(plans, PARTIES, as_of=DAY)),
        picture(plancompare.score_panel(plans, PARTIES, as_of=DAY)),
        picture(plancompare.robustness(plans, "ukraine", as_of=DAY, samples=50)),
        *(picture(plancompare.diff(*pair)) for pair in pairwise(plans)),
    ]


def meaning(item: Item) -> str:
    """What a shape stands for, in the words of `MEANINGS`."""
    match item.kind:
        case "rank":
            return f"rank {item.name.rpartition('/')[2]}"
        case "interval":
            return "interval"
    return "party 1" if item.state == "attributed/russia" else item.state


def rules(style: str) -> Iterator[tuple[str, str]]:
    """What each mark of the page stands for, and its look as the style has it."""
    marks = r"\.[kv]\.([a-z]+)|(?:#matrix-table )?td\.([a-z]+)::after|\.r(\d)|\.bar (i)"
    for found in re.finditer(rf"(?:{marks})\{{background:([^;}}]+;outline:[^}}]+)\}}", style):
        *named, look = found.groups()
        name = next(filter(None, named))
        clear = r"^linear-gradient\(.*?\) 50%/\S+ \S+ no-repeat,"
        named_rank = f"rank {int(name) + 1}" if name.isdigit() else name
        yield "interval" if name == "i" else named_rank, re.sub(clear, "", look)


def test_no_two_meanings_share_a_look() -> None:
    assert len(set(MEANINGS.values())) == len(MEANINGS)
    assert len({(look.hue, look.pattern) for look in MEANINGS.values()}) == len(MEANINGS) - 1
    empty = [name for name, look in MEANINGS.items() if look.pattern is Pattern.EMPTY]
    assert empty == ["silent", "unaddressed", "new"]  # by the outline: whole, dotted, in ink


@pytest.mark.parametrize("shown", SHOWN_TOGETHER)
def test_what_is_shown_together_differs_without_colour(shown: str) -> None:
    together = SHOWN_TOGETHER[shown].values()
    assert len({(look.pattern, look.dash) for look in together}) == len(together)


def test_every_vocabulary_has_a_look_for_each_word() -> None:
    for vocabulary, found in (
        (plancompare.Treatment, looks.TREATMENTS),
        (plancompare.Verdict, looks.VERDICTS),
        (plancompare.ChangeKind, looks.CHANGES),
        (Fate, looks.FATES),
    ):
        assert set(found) == set(vocabulary)
    for shared in looks.FATES.keys() & looks.CHANGES.keys():
        assert looks.FATES[shared] == looks.CHANGES[shared]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_look_stands_out_from_its_ground(theme: str) -> None:
    for look in MEANINGS.values():
        for under in ("surface", "raised"):
            assert contrast(getattr(HUES[look.hue], theme), getattr(HUES[under], theme)) >= 3


def test_pictures_show_each_meaning_in_its_look_and_no_other(drawn: list[Picture]) -> None:
    found: dict[str, set[Look]] = defaultdict(set)
    for one in drawn:
        for shape in one.shapes:
            if isinstance(shape, Box) and shape.item and shape.item.kind != "legend":
                found[meaning(shape.item)].add(shape.look)
            if isinstance(shape, Curve) and shape.item and shape.item.kind == "link":
                assert shape.look.hue == looks.FATES[shape.item.state].hue
    assert found.keys() >= {*looks.TREATMENTS, "rank 1", "interval", "party 1", "preferred"}
    assert found == {name: {MEANINGS[name]} for name in found}


def test_a_legend_gives_a_treatment_the_same_look_in_every_picture(drawn: list[Picture]) -> None:
    words = {Words().treatment(one): look for one, look in looks.TREATMENTS.items()}
    told = [
        (shape.item.name, shape.look)
        for one in drawn
        for shape in one.shapes
        if isinstance(shape, Box) and shape.item and shape.item.kind == "legend"
    ]
    assert {(name, look) for name, look in told if name in words} == set(words.items())
    assert {name for name, look in told if look in words.values()} == words.keys()


def test_the_page_shows_each_meaning_in_the_look_of_the_pictures(root: Element) -> None:
    (style,) = root.find("style")
    found: dict[str, set[str]] = defaultdict(set)
    for name, look in rules(style.raw):
        found[name].add(look.partition(";")[0])
    assert found == {name: {ground(MEANINGS[name])} for name in found}
    page = {*looks.TREATMENTS, *looks.CHANGES, *looks.VERDICTS, *looks.LINES, *RANKS}
    assert found.keys() == page | {"interval", "differs"}


def test_paper_shows_each_pattern_by_a_letter_of_its_own(root: Element) -> None:
    (style,) = root.find("style")
    marks = re.findall(
        r'\.k\.(\w+)::before{content:"(\\?.)?[^"]*";color:var\(--pc-(\w+)\)}', style.raw
    )
    found = {name: (letter, hue) for name, letter, hue in marks}
    hatched = {**looks.TREATMENTS, **looks.CHANGES}
    assert found.keys() == {
        name for name, look in hatched.items() if look.pattern is not Pattern.SOLID
    }
    letters = {MEANINGS[name].pattern: letter for name, (letter, _) in found.items()}
    assert len(set(letters.values())) == len(letters)
    assert all(hue == MEANINGS[name].hue for name, (_, hue) in found.items())


def test_the_style_of_the_page_makes_no_pattern_of_its_own() -> None:
    assert "gradient" not in packaged("page.css")
    assert not re.search(r"\.(k|v|r\d)\b[^{]*\{[^}]*background", packaged("page.css"))


def test_every_mark_on_the_page_has_a_look(root: Element, found: Contents) -> None:
    (style,) = root.find("style")
    known = {name for name, _ in rules(style.raw)}
    for one in (*root.find("i", **{"class": "k"}), *root.find("i", **{"class": "v"})):
        classes = set(one.attributes["class"].split()) - {"k", "v", "r"}
        assert {
            re.sub(r"^r(\d)$", lambda rank: f"rank {int(rank[1]) + 1}", name) for name in classes
        } <= known
    (table,) = root.find("table", id="matrix-table")
    treated = {one.attributes["class"] for one in table.find("td")}
    assert treated == {str(cell.treatment) for row in found.matrix for cell in row.cells}


def test_a_page_tells_treatments_in_words_beside_their_looks(root: Element, lang: str) -> None:
    legend = root.find("section", id="matrix")[0].find("ul", **{"class": "legend"})[0]
    told = {one.find("i")[0].attributes["class"]: one.text for one in legend.find("li")}
    assert told == {f"k {one}": Words(lang).treatment(one) for one in looks.TREATMENTS}
