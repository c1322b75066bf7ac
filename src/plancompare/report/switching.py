"""What a page becomes in other languages: the texts, attributes and pictures that its script swaps.

Pages in all languages have the same elements. So what differs is told by its place: the number of
elements and texts before it, a picture being one. Text alone would not do: one word may have two
translations, and a word of the interface may stand in a text from a file.
"""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from html import unescape

__all__ = ["packed"]

_NODE = re.compile(r"<svg.*?</svg>|<\w[^>]*>|(?<=>)[^<]+", re.DOTALL)
_ATTRIBUTE = re.compile(r' ([\w-]+)="([^"]*)"')


def packed(pages: Mapping[str, str], lang: str) -> str:
    """What makes the page in one language that in each other, as JSON, deflated, in base 64.

    >>> pages = {"en": "<html lang='en'><p>Peace", "uk": "<html lang='en'><p>Мир"}
    >>> zlib.decompress(base64.b64decode(packed(pages, "en"))).decode()
    '{"gaps":[2],"names":[""],"words":[0],"texts":{"uk":["Мир"]},"pictures":{"uk":[]}}'
    """
    order = (lang, *(one for one in pages if one != lang))
    nodes = [_NODE.findall(pages[one], pages[one].index("<html")) for one in order]
    gaps: list[int] = []
    names: list[str] = []
    words: list[int] = []
    texts: dict[tuple[str, ...], int] = {}
    pictures: list[tuple[str, ...]] = []
    last = 0
    for place, forms in enumerate(zip(*nodes, strict=True)):
        if forms[0].startswith("<svg"):
            pictures.append(forms)
        elif forms.count(forms[0]) < len(forms):
            for name, found in _differing(forms):
                gaps.append(place - last)
                names.append(name)
                words.append(texts.setdefault(found, len(texts)))
                last = place
    told = {
        "gaps": gaps,
        "names": names,
        "words": words,
        "texts": {
            one: [unescape(found[at]) for found in texts] for at, one in enumerate(order) if at
        },
        "pictures": {one: [found[at] for found in pictures] for at, one in enumerate(order) if at},
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(zlib.compress(text.encode())).decode()


def _differing(forms: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The attributes of an element that differ, with their names; a text has no name."""
    if not forms[0].startswith("<"):
        yield "", tuple(forms)
        return
    for found in zip(*map(_ATTRIBUTE.findall, forms), strict=True):
        values = tuple(value for _, value in found)
        if len(set(values)) > 1:
            yield found[0][0], values
