"""The command that writes results to a file that people look at; its ending says which kind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from plancompare.cli.options import library_of, plan_named
from plancompare.cli.scoring import dated, named_stakeholders, rule_named, sampled

__all__ = ["REPORTING"]


def _page(*arguments: Any, **options: Any) -> None:
    from plancompare.report.page import write_report

    write_report(*arguments, **options)


WRITERS: dict[str, Callable[..., None]] = {".html": _page}
"""What writes a file, by its ending."""


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="PLAN...")
@click.option(
    "-o", "--output", required=True, metavar="FILE", help="The file to write; it ends in .html."
)
@named_stakeholders
@dated
@click.option("--rule", "rule_file", metavar="FILE", help="A rule of your own, or its id.")
@click.option(
    "--lang",
    type=click.Choice(("en", "uk", "ru")),
    default="en",
    show_default=True,
    help="The language of labels; free text stays in its own.",
)
@sampled
@click.option("--library", "folders", multiple=True, metavar="DIR", help="Add a folder.")
def report(
    names: tuple[str, ...],
    output: str,
    parties: tuple[str, ...],
    rule_file: str | None,
    folders: tuple[str, ...],
    **options: Any,
) -> None:
    """Write a report on PLANs as one page: matrix, changes, verdicts, scores, sources."""
    write = WRITERS.get(Path(output).suffix.lower())
    if write is None:
        known = " or ".join(WRITERS)
        raise click.UsageError(f"{output}: unknown kind of file; let its name end in {known}")
    library = library_of(folders)
    write(
        [plan_named(name, library) for name in names],
        output,
        parties,
        rule=rule_named(rule_file, library),
        library=library,
        **options,
    )
    click.echo(f"written to {output}", err=True)


REPORTING = (report,)
