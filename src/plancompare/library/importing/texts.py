"""Texts from files of several formats: told apart, decoded, bounded."""

from __future__ import annotations

import codecs
import re
import unicodedata
from pathlib import Path, PurePath
from typing import Any, BinaryIO

from plancompare.library.importing.drafting import draft
from plancompare.library.importing.html_text import html_lines
from plancompare.library.importing.lines import Lines, lines_of
from plancompare.library.importing.markdown_text import markdown_lines
from plancompare.library.importing.word_text import word_lines
from plancompare.library.textfile import read_bytes, refused
from plancompare.model import Plan

__all__ = ["MOST_CHARACTERS", "STANDARD_INPUT", "import_file", "read_lines", "slug", "stream_lines"]

MOST_CHARACTERS = 4 * 2**20
"""Of one text; a plan of 28 points has some fifteen thousand."""

STANDARD_INPUT = "standard input"

_FOREIGN = {
    b"%PDF": "a PDF",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"{\\rtf": "rich text",
}
_SPREADSHEETS = (".xlsx", ".xls", ".ods", ".csv")
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?([\w-]{1,40})", re.IGNORECASE
)
_HTML = re.compile(
    r"\s{0,99}(?:<!doctype html|<html|<\?xml[^>]{0,200}>\s{0,99}<(?:!doctype )?html)", re.IGNORECASE
)
_TOO_LONG = f"holds more than {MOST_CHARACTERS:,} characters"


def read_lines(path: Path | str, encoding: str | None = None) -> Lines:
    """The lines of a text in a file: `.docx`, `.html`, `.md`, or plain text for any other name.

    Raises `InvalidFileError` for what is no text, is too large, or is not in its encoding.
    """
    name = str(path)
    return _lines(name, read_bytes(name), encoding)


def import_file(path: Path | str, *, encoding: str | None = None, **fields: Any) -> Plan:
    """A numbered text in a file as a plan; `fields` as for `import_text`.

    `.docx`, `.html` and `.md` are read as such, anything else as plain text. The id is made of the
    name of the file unless it is given. Raises `InvalidFileError` for what is no text, is too large,
    or is not in its encoding.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     name = f"{folder}/Spring draft.txt"
    ...     _ = Path(name).write_text("1. Fire ceases.")
    ...     import_file(name).id
    'spring-draft'
    """
    fields.setdefault("id", slug(PurePath(path).stem))
    return draft(read_lines(path, encoding), **fields)


def stream_lines(stream: BinaryIO, encoding: str | None = None) -> Lines:
    """The lines of a text from an open stream, such as the standard input."""
    content = stream.read(4 * MOST_CHARACTERS + 1)
    if len(content) > 4 * MOST_CHARACTERS:
        raise refused(STANDARD_INPUT, _TOO_LONG, "give a part of it")
    return _lines(STANDARD_INPUT, content, encoding)


def _lines(name: str, content: bytes, encoding: str | None) -> Lines:
    suffix = PurePath(name).suffix.lower()
    if suffix in _SPREADSHEETS:
        raise refused(name, "is a spreadsheet", "read it as a plan with check, diff or convert")
    if content.startswith(b"PK\x03\x04") or suffix == ".docx":
        found = word_lines(name, content)
        _bounded(name, sum(map(len, found.lines)))
        return found
    for start, what in _FOREIGN.items():
        if content.startswith(start):
            raise refused(name, f"is {what}", "save its text as .txt, .html or .docx")
    text = _decoded(name, content, encoding)
    _bounded(name, len(text))
    if suffix in (".html", ".htm", ".xhtml") or _HTML.match(text):
        return html_lines(text)
    if suffix in (".md", ".markdown"):
        return markdown_lines(text)
    return lines_of(text.splitlines(), wrapped=True)


def _bounded(name: str, size: int) -> None:
    if size > MOST_CHARACTERS:
        raise refused(name, _TOO_LONG, "check that it is the right file, or give a part of it")


def _decoded(name: str, content: bytes, encoding: str | None) -> str:
    """The text in the encoding that was given, else that the file declares, else in UTF-8."""
    marked = next((one for mark, one in _MARKS.items() if content.startswith(mark)), None)
    if marked is None and b"\x00" in content and encoding is None:
        raise refused(name, "is not text: it holds null characters", "save its text as UTF-8")
    declared = _DECLARED.search(content[:4096])
    chosen = encoding or marked or (declared[1].decode("ascii", "replace") if declared else "utf-8")
    try:
        return content.decode(chosen)
    except LookupError:
        what = f"an unknown encoding, {chosen!r}, is named for it"
        raise refused(name, what, "name another, such as cp1251, with --encoding") from None
    except (UnicodeError, ValueError):
        what = f"is not text in {chosen}"
        remedy = "save it as UTF-8, or name its encoding, such as cp1251, with --encoding"
        raise refused(name, what, remedy) from None


def slug(name: str) -> str:
    """An id made of the name of a file: Latin letters and digits with hyphens between.

    >>> slug("Veld Valley, draft 2")
    'veld-valley-draft-2'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:80].strip("-") or "imported"
