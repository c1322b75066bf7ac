"""Commands for encoding a plan: check."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from plancompare.cli.options import library_of, write

if TYPE_CHECKING:
    from plancompare.library.audit import Audit

__all__ = ["ENCODING"]


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("--library", "folders", multiple=True, metavar="DIR", help="Add a folder.")
@click.pass_context
def check(context: click.Context, files: tuple[str, ...], folders: tuple[str, ...]) -> None:
    """Check plan FILEs, or the whole library: form, references, evidence, numbering.

    Every problem, and everything marked TODO, is printed as file:line:column, and how far each plan
    has come. Exit status: 0 no problem, 1 only work still to be done, 2 problems.
    """
    from plancompare.errors import counted
    from plancompare.library.doors import audited

    audit = audited(*files, library=library_of(folders))
    for problem in audit.problems:
        click.echo(str(problem), err=True)
    _report_progress(audit, each=bool(files))
    if not audit.problems:
        write("no problems\n")
        return
    todo = sum(problem.todo for problem in audit.problems)
    faults = len(audit.problems) - todo
    said = [counted(faults, "problem")] if faults else []
    said += [f"{todo} to do"] if todo else []
    click.echo(", ".join(said), err=True)
    context.exit(2 if faults else 1)


def _report_progress(audit: Audit, *, each: bool) -> None:
    from plancompare.errors import counted
    from plancompare.library.progress import Progress

    if each:
        for file, progress in audit.progress.items():
            write(f"{file}: {progress}\n")
    elif audit.progress:
        together = Progress.together(audit.progress.values())
        write(f"{counted(len(audit.progress), 'plan')}: {together}\n")


ENCODING = (check,)
