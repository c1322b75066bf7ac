"""The command that writes a report into a document: report."""

from __future__ import annotations

import datetime
from importlib import import_module
from pathlib import Path

import click

from plancompare.cli.options import (
    dated,
    libraries,
    library_of,
    plans_named,
    sources,
    stakeholders,
    topics,
    write,
)

__all__ = ["REPORTING"]

_MAKERS = {".docx": ("plancompare.report.word", "write_docx")}
"""For each ending of a file the function that writes it."""


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="PLAN...")
@click.option("-o", "--output", required=True, metavar="FILE", help="The document: FILE.docx.")
@stakeholders
@dated
@topics
@sources
@libraries
def report(
    names: tuple[str, ...],
    output: str,
    parties: tuple[str, ...],
    as_of: datetime.date | None,
    topics: tuple[str, ...],
    *,
    sources: bool,
    folders: tuple[str, ...],
) -> None:
    """Write a report on some PLANs: how each treats each issue, what changed, red lines, sources."""
    from plancompare.errors import PlancompareError, listed, shown

    ending = Path(output).suffix.lower()
    if ending not in _MAKERS:
        what = f"{shown(output)}: no report has this ending"
        raise PlancompareError(f"{what}; name a file that ends in {listed(list(_MAKERS))}")
    library = library_of(folders)
    plans = plans_named(names, library)
    module, name = _MAKERS[ending]
    make = getattr(import_module(module), name)
    make(
        plans,
        output,
        stakeholders=parties,
        as_of=as_of,
        topics=topics,
        sources=sources,
        library=library,
    )
    write(f"written to {output}\n")


REPORTING = (report,)
