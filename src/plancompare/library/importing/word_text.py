"""The lines of a Word document (.docx), with the numbers that Word puts before paragraphs."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from plancompare.errors import InvalidFileError
from plancompare.library.importing.lines import Lines, lines_of
from plancompare.library.importing.word_lists import Numbering, Styles, whole
from plancompare.library.textfile import refused

__all__ = ["word_lines"]

MOST = 32 * 2**20
"""Bytes that one part of a document may unfold to."""

_BROKEN = (
    BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
_BODY, _NUMBERING, _STYLES = "word/document.xml", "word/numbering.xml", "word/styles.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main "
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_INDENT = "    "


def word_lines(name: str, content: bytes) -> Lines:
    """The text of a document; of changes that Word tracks, what was put in and not what was taken.

    Raises `InvalidFileError` for what is no such document, or unfolds to more than is sensible.
    """
    try:
        with ZipFile(BytesIO(content)) as archive:
            names = set(archive.namelist())
            if _BODY not in names:
                raise refused(name, "is no Word document", "save it as .docx or as plain text")
            parts = {
                part: _part(name, archive, part)
                for part in (_STYLES, _NUMBERING, _BODY)
                if part in names
            }
    except InvalidFileError:
        raise
    except _BROKEN:
        raise refused(name, "is damaged, or no Word document", "save it anew as .docx") from None
    remarks = ["Footnotes and endnotes were not read."] if names & {*_NOTES} else []
    styles, numbering = Styles(), Numbering()
    if _STYLES in parts:
        _parse(name, parts[_STYLES], styles.start, styles.end)
    if _NUMBERING in parts:
        _parse(name, parts[_NUMBERING], numbering.start, numbering.end)
    body = _Body(styles, numbering)
    _parse(name, parts[_BODY], body.start, body.end, body.text)
    return lines_of(body.lines, body.headings, remarks=remarks, wrapped=False)


def _part(name: str, archive: ZipFile, part: str) -> bytes:
    """The content of one part, whatever size the directory of the archive claims for it."""
    about = archive.getinfo(part)
    if about.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise NotImplementedError
    if about.file_size <= MOST:
        with archive.open(part) as stream:
            content = stream.read(MOST + 1)
        if len(content) <= MOST:
            return content
    raise refused(name, f"unfolds to more than {MOST // 2**20} MiB", "save its text as .txt")


Start = Callable[[str, Mapping[str, str]], None]
End = Callable[[str], None]


def _parse(
    name: str, content: bytes, start: Start, end: End, text: Callable[[str], None] | None = None
) -> None:
    """Read XML with short names: those of Word's own namespace bare, all others in full."""

    def short(long: str) -> str:
        return long.removeprefix(_WORD).removeprefix(_STRICT)

    def begin(tag: str, attributes: Mapping[str, str]) -> None:
        start(short(tag), {short(key): value for key, value in attributes.items()})

    def no_entities(*_: object) -> None:
        raise refused(name, "declares a document type", "save it anew as .docx")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = begin
    parser.EndElementHandler = lambda tag: end(short(tag))
    parser.StartDoctypeDeclHandler = no_entities
    if text is not None:
        parser.CharacterDataHandler = text
    try:
        parser.Parse(content, True)  # noqa: FBT003 - expat takes no keyword
    except expat.ExpatError:
        raise refused(name, "is damaged: its XML is broken", "save it anew as .docx") from None


class _Body:
    """Collects the paragraphs of a document."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.lines: list[str] = []
        self.headings: list[int] = []
        self._styles, self._numbering = styles, numbering
        self._parts: list[str] = []
        self._style, self._number, self._level = "", "", 0
        self._in_text = False
        self._skipped = 0

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        if tag == _FALLBACK or self._skipped:
            self._skipped += 1
            return
        match tag:
            case "p":
                self._end_line()  # a text box stands inside a paragraph
            case "t":
                self._in_text = True
            case "tab":
                self._parts.append(" ")
            case "br" | "cr":
                self._parts.append("\n")
            case "noBreakHyphen":
                self._parts.append("-")
            case "pStyle":
                self._style = given.get("val", "")
            case "numId":
                self._number = given.get("val", "")
            case "ilvl":
                self._level = whole(given.get("val"))

    def end(self, tag: str) -> None:
        if self._skipped:
            self._skipped -= 1
        elif tag == "t":
            self._in_text = False
        elif tag == "p":
            self._end_line()

    def text(self, data: str) -> None:
        if self._in_text and not self._skipped:
            self._parts.append(data)

    def _end_line(self) -> None:
        lines = "".join(self._parts).splitlines()
        number, level = self._number, self._level
        if not number:
            number, level = self._styles.numbered(self._style)
        if any(map(str.strip, lines)):
            shown = self._numbering.marker(number, level) if number else ""
            if self._styles.is_heading(self._style):
                self.headings.append(len(self.lines))
            self.lines += [_INDENT * min(level, 8) + shown + lines[0].strip(), *lines[1:]]
            if not shown:
                self.lines.append("")
        self._parts.clear()
        self._style, self._number, self._level = "", "", 0
