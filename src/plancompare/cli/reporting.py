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
    """The function that writes a kind of file, and the options it takes beyond the common ones."""

    module: str
    name: str
    options: tuple[str, ...]


_WRITERS = {
    ".html": _Writer(
        "plancompare.report.page", "write_report", ("rule", "lang", "samples", "seed")
    ),
    ".docx": _Writer("plancompare.report.word", "write_docx", ("topics", "sources")),
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
    help="The language in which a page starts; its readers can switch it.",
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
    """Write a report on PLANs: how each treats each issue, what changed, red lines, sources.

    A page (.html) has verdicts, scores and pictures too, and takes --rule, --lang, --samples and
    --seed; a document (.docx) takes --topic and --show-sources.
    """
    writer = _writer(output, click.get_current_context())
    library = library_of(folders)
    given = {name: options[name] for name in writer.options if name in options}
    if "rule" in writer.options:
        given["rule"] = rule_named(rule, library)
    getattr(import_module(writer.module), writer.name)(
        plans_named(names, library),
        output,
        stakeholders=parties,
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
    special = {name for one in _WRITERS.values() for name in one.options}
    for one in context.command.params:
        if (
            one.name in special.difference(found.options)
            and context.get_parameter_source(one.name) is not ParameterSource.DEFAULT
        ):
            raise click.UsageError(f"{one.opts[-1]} has no effect on {ending}; leave it out")
    return found


REPORTING = (report,)
