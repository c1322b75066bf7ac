"""What a page becomes in other languages is told by place, so that only the place meant is changed."""

import base64
import json
import zlib
from collections.abc import Callable
from typing import Any

import pytest

from plancompare.report.contents import Contents
from plancompare.report.labels import LANGUAGES
from plancompare.report.page import page
from plancompare.report.slimming import unquoted
from plancompare.report.switching import packed

from .conftest import Element


def told(text: str) -> Any:
    return json.loads(zlib.decompress(base64.b64decode(text)))


def nodes(root: Element) -> list[Element | str]:
    """Elements and texts in document order, a picture being one."""
    found: list[Element | str] = [root]
    for one in root.parts if root.tag != "svg" else ():
        found += [one] if isinstance(one, str) else nodes(one)
    return found


def test_each_change_stands_at_its_place_in_the_page(
    found: Contents, lang: str, root: Element, read: Callable[[str], Element]
) -> None:
    (html,) = root.find("html")
    (data,) = root.find("script", id="other-languages")
    said = told(data.raw)
    others = [one for one in LANGUAGES if one != lang]
    assert list(said["texts"]) == list(said["pictures"]) == others
    for other in others:
        places = nodes(html), nodes(read(page(found, other)).find("html")[0])
        place = 0
        changes = zip(said["gaps"], said["names"], said["words"], strict=True)
        for gap, name, word in changes:
            place += gap
            expected = places[1][place]
            text = said["texts"][other][word]
            if name:
                assert isinstance(expected, Element)
                assert expected.attributes[name] == text
            else:
                assert expected == text
                assert places[0][place] != text or len(others) > 1
        assert len(said["pictures"][other]) == len(root.find("svg"))


def test_a_word_in_a_text_from_a_file_is_left_alone() -> None:
    pages = {
        "en": "<html><b>open</b><i>open</i><b>open</b></html>",
        "uk": "<html><b>відкрите</b><i>open</i><b>відкрито</b></html>",
    }
    said = told(packed(pages, "en"))
    assert said["gaps"] == [2, 4]
    assert said["texts"] == {"uk": ["відкрите", "відкрито"]}


def test_what_is_escaped_in_markup_is_text_in_the_data() -> None:
    pages = {
        "en": '<html><b title="&lt;a&gt; &#34;x&#34;">&amp;lt;</b></html>',
        "uk": '<html><b title="&lt;b&gt; &#34;x&#34;">&amp;gt;</b></html>',
    }
    assert told(packed(pages, "uk"))["texts"] == {"en": ['<a> "x"', "&lt;"]}


def test_pages_with_other_elements_are_no_translations() -> None:
    with pytest.raises(ValueError, match="zip"):
        packed({"en": "<html><b>a</b></html>", "uk": "<html><b></b></html>"}, "en")


@pytest.mark.parametrize(
    "markup",
    [
        '<a class="one two">',
        '<td title="">',
        "<p>a=&#34;b&#34; c</p>",
        '<rect height="2"/>',
        '<a href="https://a.org/?b=c">',
    ],
)
def test_quotes_stay_where_they_are_needed(markup: str) -> None:
    assert unquoted(markup) == markup
