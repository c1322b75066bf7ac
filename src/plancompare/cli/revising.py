"""Commands for working on revisions: amend, patch, merge, history, trace."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plancompare.cli.options import (
    bears_id,
    libraries,
    library_of,
    plan_named,
    print_,
    shared,
    sources,
    topics,
    write,
)

if TYPE_CHECKING:
    from plancompare import Library, Plan
    from plancompare.diffing.lineage import Lineage
    from plancompare.model.frozen import Frozen

__all__ = ["REVISING"]


@click.command()
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@libraries
@click.option("-o", "--output", metavar="FILE", help="Write to a file instead of the screen.")
def amend(before: str, after: str, folders: tuple[str, ...], output: str | None) -> None:
    """Write what turns plan A into plan B as an amendment.

    `patch` applies it.
    """
    from plancompare.diffing.amendment import Amendment
    from plancompare.diffing.plandiff import diff
    from plancompare.diffing.sealing import SealedAmendment

    library = library_of(folders)
    found = diff(plan_named(before, library), plan_named(after, library))
    _deliver(SealedAmendment.of(Amendment.of(found)), output)


@click.command()
@click.argument("plan")
@click.argument("amendment")
@libraries
@click.option("--invert", "backwards", is_flag=True, help="Undo the amendment.")
@click.option("-o", "--output", metavar="FILE", help="Write to a file instead of the screen.")
def patch(
    plan: str, amendment: str, folders: tuple[str, ...], *, backwards: bool, output: str | None
) -> None:
    """Apply an AMENDMENT (a file) to a PLAN. Where it does not fit, nothing is written."""
    from plancompare.diffing.amendment import invert
    from plancompare.diffing.amendment import patch as apply
    from plancompare.diffing.sealing import SealedAmendment
    from plancompare.library.reading import read

    start = plan_named(plan, library_of(folders))
    change = read(amendment, SealedAmendment).amendment
    made = apply(start, invert(change) if backwards else change)
    if output is not None:
        bears_id(made.id, output)  # another id would be another plan than the amendment makes
    _deliver(made, output)


@click.command()
@click.argument("base")
@click.argument("names", nargs=-1, required=True, metavar="REVISION...")
@shared
@topics
@sources
@click.option("--decisions", metavar="FILE", help="Decisions on conflicts, to be applied.")
@click.option("-o", "--output", metavar="FILE", help="Write the merged plan to a file.")
@click.pass_context
def merge(
    context: click.Context,
    /,
    *,
    base: str,
    names: tuple[str, ...],
    folders: tuple[str, ...],
    decisions: str | None,
    output: str | None,
    **options: Any,
) -> None:
    """Merge REVISIONs of one BASE, and show where they clash.

    It shows what they share and what cannot be known as well.

    Exit status: 0 no conflict, 1 conflicts, 2 trouble.
    """
    from plancompare.diffing.decision import Decisions
    from plancompare.diffing.merge import merge as merged
    from plancompare.library.reading import read

    library = library_of(folders)
    chosen = read(decisions, Decisions).decisions if decisions else ()
    plans = [plan_named(name, library) for name in names]
    found = merged(plan_named(base, library), *plans, decisions=chosen)
    if output:
        _deliver(_named_by(output, found.plan), output)
    print_(found, **options)
    context.exit(1 if found.conflicts else 0)


@click.command()
@click.argument("plan")
@shared
def history(plan: str, folders: tuple[str, ...], **options: Any) -> None:
    """Show the drafts PLAN goes back to, and what became of points."""
    library = library_of(folders)
    print_(_lineage(library).history(library.load(plan).id), **options)


@click.command()
@click.argument("issue")
@shared
def trace(issue: str, folders: tuple[str, ...], **options: Any) -> None:
    """Show what each draft does about one ISSUE.

    Such as force-ceiling/ukraine.
    """
    print_(_lineage(library_of(folders)).trace(issue), **options)


def _lineage(library: Library) -> Lineage:
    from plancompare.diffing.lineage import lineage

    return lineage(library.plans())


def _named_by(output: str, plan: Plan) -> Plan:
    """A merged plan, which has no name of its own yet, with that of its file."""
    from plancompare.library.importing.texts import slug

    named = plan.model_copy(update={"id": slug(Path(output).stem)})
    bears_id(named.id, output)
    return named


def _deliver(value: Frozen, output: str | None) -> None:
    from plancompare.library.writing import canonical, write_text

    text = canonical(value)
    if output is None:
        write(text)
    else:
        write_text(text, Path(output))
        click.echo(f"written to {output}", err=True)


REVISING = (amend, patch, merge, history, trace)
