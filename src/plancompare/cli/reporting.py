"""The command that writes results for people to read: report, as a page or a document."""

from __future__ import annotations

import datetime
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import click
from click.core import ParameterSource

from plancompare.cli.options import (
    dated,
    libraries,
    library_of,
    plans_named,
    rule_named,
    ruled,
    sampled,
    sources,
    stakeholders,
    topics,
    write,
)

__all__ = ["REPORTING"]


class _Writer(NamedTuple):
    """The function that writes a kind of file, and the options that it does not take."""

    module: str
    name: str
    without: tuple[str, ...]


_WRITERS = {
    ".html": _Writer("plancompare.report.page", "write_report", ("topics", "sources")),
    ".docx": _Writer("plancompare.report.word", "write_docx", ()),
}
"""What writes a file, by its ending."""


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="PLAN...")
@click.option(
    "-o", "--output", required=True, metavar="FILE", help="A page: FILE.html; or Word: FILE.docx."
)
@stakeholders
@dated
@ruled
@click.option(
    "--lang",
    type=click.Choice(("en", "uk", "ru")),
    default="en",
    show_default=True,
    help="The language of labels; readers of a page can switch it.",
)
@sampled
@topics
@sources
@libraries
def report(
    names: tuple[str, ...],
    output: str,
    parties: tuple[str, ...],
    as_of: datetime.date | None,
    rule: str | None,
    *,
    folders: tuple[str, ...],
    **options: Any,
) -> None:
    """Write a report on PLANs, as a page or a Word document.

    It shows each issue across the plans, what changed, red lines, scores, sources. A page (.html) has verdicts, redlines and pictures too. A document (.docx) takes --topic and
    --show-sources.
    """
    writer = _writer(output, click.get_current_context())
    library = library_of(folders)
    given = {name: value for name, value in options.items() if name not in writer.without}
    getattr(import_module(writer.module), writer.name)(
        plans_named(names, library),
        output,
        stakeholders=parties,
        rule=rule_named(rule, library),
        as_of=as_of,
        library=library,
        **given,
    )
    write(f"written to {output}\n")


def _writer(output: str, context: click.Context) -> _Writer:
    """What writes such a file; refuses an unknown ending, and an option that would do nothing."""
    from plancompare.errors import listed, shown

    ending = Path(output).suffix.lower()
    if ending not in _WRITERS:
        what = f"{shown(output)}: no report has this ending"
        raise click.UsageError(f"{what}; name a file that ends in {listed(list(_WRITERS))}")
    found = _WRITERS[ending]
    for one in context.command.params:
        if (
            one.name in found.without
            and context.get_parameter_source(one.name) is not ParameterSource.DEFAULT
        ):
            raise click.UsageError(f"{one.opts[-1]} has no effect on {ending}; leave it out")
    return found


REPORTING = (report,)
