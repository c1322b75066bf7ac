"""The lines of a web page: blocks as lines, lists with the numbers that a browser would show.

The standard library's parser takes quadratic time over tags that are never closed, so that a small
page could keep it busy for hours; here every character is looked at a fixed number of times.
"""

from __future__ import annotations

import html
import re

from plancompare.library.importing.lines import Lines, lines_of

__all__ = ["html_lines"]

_BLOCK_NAMES = (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre "
    "section summary table tbody td tfoot th thead tr ul"
)
_UNREAD_NAMES = "script style template noscript svg head select title"
_BLOCKS, _UNREAD = frozenset(_BLOCK_NAMES.split()), frozenset(_UNREAD_NAMES.split())
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^<>\"']|\"[^\"]*+\"|'[^']*+')*+)>")
_ATTRIBUTE = re.compile(r"\b(start|value|type)\s{0,9}=\s{0,9}[\"']?(\w{1,9})", re.IGNORECASE)
_TIGHT = frozenset(("li", "tr", "td", "th", "dt", "dd", "br", "ol", "ul"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_INDENT, _DEEPEST = "    ", 8


def html_lines(page: str) -> Lines:
    """The text of a page, without scripts and styles.

    >>> html_lines("<h1>Plan</h1><ol start=3><li>Fire ceases.<li>Forces leave.</ol>").lines
    ('Plan', '', '3. Fire ceases.', '4. Forces leave.')
    """
    reader = _Reader()
    last = {end: page.rfind(end) for end in (">", "-->")}
    never_closed: set[str] = set()
    place = 0
    while (opened := page.find("<", place)) >= 0 and opened < last[">"]:
        reader.read(page[place:opened])
        if page.startswith("<!--", opened) and last["-->"] > opened:
            place = page.find("-->", opened) + len("-->")
        elif page.startswith(("<!", "<?"), opened):
            place = page.find(">", opened) + 1
        elif found := _TAG.match(page, opened):
            place = found.end()
            end, name, attributes = found[1], found[2].lower(), found[3]
            if end:
                reader.close(name)
            elif name not in _UNREAD:
                reader.open(name, attributes)
            elif name not in never_closed:
                if close := re.compile(f"</{name}", re.IGNORECASE).search(page, place):
                    place = close.start()
                else:
                    never_closed.add(name)
        else:
            reader.read("<")
            place = opened + 1
    reader.read(page[place:])
    reader.end_line()
    return lines_of(reader.lines, reader.headings, wrapped=False)


class _List:
    """A list that is open: bulleted, or numbered from some number in some way."""

    def __init__(self, tag: str, attributes: str) -> None:
        self.numbered = tag == "ol"
        given = _attributes(attributes)
        self.next = _number(given.get("start"), 1)
        self.type = given.get("type", "1")

    def marker(self, value: str | None) -> str:
        """What a browser shows before the next item."""
        if not self.numbered:
            return "• "
        number = _number(value, self.next)
        self.next = number + 1
        if self.type in ("a", "A") and 1 <= number <= 26:
            return f"{chr(ord(self.type) + number - 1)}. "
        return f"{number}. "


def _attributes(text: str) -> dict[str, str]:
    return {name.lower(): value for name, value in _ATTRIBUTE.findall(text)}


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 5 else otherwise


class _Reader:
    """Collects the lines of a page from its tags and what stands between them."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.headings: list[int] = []
        self._parts: list[str] = []
        self._lists: list[_List] = []
        self._marker = ""
        self._heading = False

    def read(self, text: str) -> None:
        """Take up text."""
        self._parts.append(html.unescape(text))

    def open(self, tag: str, attributes: str) -> None:
        """Take up the beginning of an element."""
        if tag in _BLOCKS or tag == "br":
            self.end_line(blank=tag not in _TIGHT)
        if tag in _HEADINGS:
            self._heading = True
        elif tag in ("ol", "ul"):
            self._lists.append(_List(tag, attributes))
        elif tag == "li":
            depth = min(max(len(self._lists) - 1, 0), _DEEPEST)
            value = _attributes(attributes).get("value")
            shown = self._lists[-1].marker(value) if self._lists else "• "
            self._marker = _INDENT * depth + shown

    def close(self, tag: str) -> None:
        """Take up the end of an element."""
        if tag in _BLOCKS:
            self.end_line(blank=tag not in _TIGHT)
        if tag in ("ol", "ul") and self._lists:
            self._lists.pop()

    def end_line(self, *, blank: bool = False) -> None:
        """End the line that is being read, if it holds anything; a paragraph leaves a blank one."""
        text = " ".join("".join(self._parts).split())
        self._parts.clear()
        if text:
            if self._heading:
                self.headings.append(len(self.lines))
            self.lines.append(self._marker + text)
            self._marker, self._heading = "", False
        if blank and self.lines and self.lines[-1]:
            self.lines.append("")
