"""Sources for programs that manage references: BibTeX and CSL-JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from plancompare.model import Source

__all__ = ["bibtex", "csl_json"]

_TYPES = {
    "official-text": "document",
    "published-text": "webpage",
    "press-report": "article-newspaper",
    "statement": "webpage",
}
_LANGUAGES = {
    "ar": "arabic",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nl": "dutch",
    "pl": "polish",
    "ru": "russian",
    "sv": "swedish",
    "tr": "turkish",
    "uk": "ukrainian",
}
_TEX = str.maketrans(
    {mark: f"\\{mark}" for mark in "&%$#_{}"}
    | {
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "\\": r"\textbackslash{}",
        "\n": " ",
        "\t": " ",
    }
)
_ADDRESS = str.maketrans({"%": r"\%", "#": r"\#", "&": r"\&", "_": r"\_", "~": r"\string~"})


def bibtex(sources: Iterable[Source]) -> str:
    """An entry for each source, in UTF-8, keyed by its id.

    >>> import plancompare
    >>> print(bibtex([plancompare.Library().sources["reuters-2025-11-23"]]).split("\\n")[0])
    @misc{reuters-2025-11-23,
    """
    return "\n".join(_entry(source) for source in sources)


def _entry(source: Source) -> str:
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _bibtex(source))
    return f"@misc{{{source.id},\n{fields}}}\n"


def _bibtex(source: Source) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{source.title.translate(_TEX)}}}"
    yield "publisher", f"{{{source.publisher.translate(_TEX)}}}"
    if source.published:
        yield "date", source.published
        yield from zip(("year", "month", "day"), source.published.split("-"), strict=False)
    if source.language:
        yield "langid", _LANGUAGES.get(source.language, source.language)
    if source.urls:
        yield "url", source.urls[0].translate(_ADDRESS)


def csl_json(sources: Iterable[Source]) -> str:
    """A list of items as the Citation Style Language has them, for Zotero, Pandoc and others."""
    return json.dumps(list(map(_item, sources)), indent=1, ensure_ascii=False) + "\n"


def _item(source: Source) -> dict[str, Any]:
    kind = _TYPES[source.kind]
    where = "container-title" if kind == "article-newspaper" else "publisher"
    item: dict[str, Any] = {"id": source.id, "type": kind, "title": source.title}
    item[where] = source.publisher
    if source.published:
        item["issued"] = {"date-parts": [list(map(int, source.published.split("-")))]}
    if source.language:
        item["language"] = source.language
    if source.urls:
        item["URL"] = source.urls[0]
    if source.note:
        item["note"] = source.note
    return item
