"""The codebook as Markdown pages: one for each kind, and one that lists them."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from plancompare.library.codebook import Codebook, FieldNote, KindNote
from plancompare.library.writing import write_text
from plancompare.tables.codebook_tables import order_text, remarks_text
from plancompare.tables.escaping import markdown_line, markdown_text
from plancompare.tables.text import set_rows

__all__ = ["kind_page", "write_pages"]

_HEAD = ("field", "what it may hold", "from low to high", "up / down", "remarks")


def write_pages(book: Codebook, folder: Path | str) -> int:
    """Write every page into a folder; the number of pages."""
    home = Path(folder)
    home.mkdir(parents=True, exist_ok=True)
    write_text(_index(book), home / "README.md")
    for note in book.kinds:
        write_text(kind_page(note), home / f"{note.kind}.md")
    return len(book.kinds) + 1


def _index(book: Codebook) -> str:
    lines = [
        "# Codebook",
        "",
        "Every kind of provision, generated from the model by `make codebook`. A key says what a "
        "provision is about and is the same across drafts; terms are what it says. A key in round "
        "brackets may be left out.",
    ]
    for topic, notes in groupby(book.kinds, key=lambda one: one.topic):
        head, *body = set_rows(
            ["kind", "what it is for", "key", "terms", "PA-X"], list(map(_line, notes)), "markdown"
        )
        lines += ["", f"## {topic}", "", head, f"|{' --- |' * 5}", *body]
    shared = book.kinds[0].shared if book.kinds else ()
    lines += ["", "## Terms of every kind", "", *_fields(shared)]
    return "\n".join(lines) + "\n"


def _line(note: KindNote) -> list[str]:
    keys = [f"({one.name})" if one.is_optional else one.name for one in note.keys]
    names = [markdown_text(", ".join(some)) for some in (keys, [one.name for one in note.terms])]
    link = f"[{note.kind}]({note.kind}.md)"
    return [link, markdown_text(note.purpose), *names, markdown_text(note.pax or "")]


def kind_page(note: KindNote) -> str:
    """The page of one kind."""
    source = f" (from `{note.example_from}`)" if note.example_from else ", a form to fill in"
    plans = ", ".join(f"`{one}`" for one in note.plans) or "no shipped plan"
    lines = [
        f"# {note.kind}",
        "",
        markdown_line(note.purpose),
        "",
        f"Topic: {note.topic}. Nearest PA-X code: {note.pax or 'none'}. Used by: {plans}.",
        "",
        "## Key",
        "",
        *_fields(note.keys),
        "",
        "## Terms",
        "",
        *(_fields(note.terms) if note.terms else ["None of its own."]),
        "",
        "As every kind, it also has the terms `modality`, `conditions` and `deadline`: see the "
        "[codebook](README.md#terms-of-every-kind).",
        "",
        f"## Example{source}",
        "",
        "```yaml",
        note.example.rstrip(),
        "```",
    ]
    return "\n".join(lines) + "\n"


def _fields(fields: tuple[FieldNote, ...]) -> list[str]:
    rows = [[f"`{one.name}`", *map(markdown_text, _cells(one))] for one in fields]
    head, *body = set_rows(_HEAD, rows, "markdown")
    return [head, f"|{' --- |' * len(_HEAD)}", *body]


def _cells(field: FieldNote) -> tuple[str, str, str, str]:
    *chains, words = order_text(field).split("\n")
    return field.values, "\n".join(chains), words, remarks_text(field)
