"""The command that prints the codebook."""

from __future__ import annotations

from typing import Any

import click

from plancompare.cli.options import library_of, print_, shared, topics, write

__all__ = ["CODEBOOK"]


@click.command()
@click.argument("kind", required=False)
@shared
@topics
@click.option("-o", "--output", metavar="DIR", help="Write a Markdown page per kind to a folder.")
def kinds(
    kind: str | None,
    folders: tuple[str, ...],
    output: str | None,
    **options: Any,
) -> None:
    """List the kinds of provision, or explain one KIND.

    Its key, its terms with their scales, its roles, and an example.
    """
    from plancompare.library.codebook import codebook
    from plancompare.tables.codebook_pages import write_pages

    book = codebook(library_of(folders))
    if output:
        count = write_pages(book, output)
        write(f"{count} pages written to {output}\n")
    else:
        print_(book.kind(kind) if kind else book, **options)


CODEBOOK = (kinds,)
