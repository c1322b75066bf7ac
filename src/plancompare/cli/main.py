"""The command `plancompare`: what it accepts, and how it fails.

Exit status as diff(1): 0 no difference or no problem, 1 a difference, 2 trouble. Everything heavy
is imported by the command that needs it.
"""

from __future__ import annotations

import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click

from plancompare.cli.codebook import CODEBOOK
from plancompare.cli.converting import CONVERTING
from plancompare.cli.encoding import ENCODING
from plancompare.cli.exporting import EXPORTING
from plancompare.cli.importing import IMPORTING
from plancompare.cli.options import (
    drop_output,
    kinds,
    library_of,
    plan_named,
    print_,
    shared,
    sources,
    topics,
    write,
)
from plancompare.cli.plotting import plot
from plancompare.cli.reporting import REPORTING
from plancompare.cli.revising import REVISING
from plancompare.cli.scoring import SCORING
from plancompare.version import __version__

__all__ = ["cli", "main"]

CHANGES = ("changed", "added", "removed", "reopened", "settled", "unknown", "kept")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="plancompare")
def cli() -> None:
    """Compare peace proposals: what changed, what is unknown, and on what each claim rests.

    A PLAN is the id of a shipped plan (see `plancompare plans`) or a file of your own:
    YAML, a workbook (.xlsx), or a folder of CSV files.
    """


@cli.command()
@shared
def plans(folders: tuple[str, ...], **options: Any) -> None:
    """List the plans there are."""
    print_(library_of(folders).catalogue(), **options)


@cli.command()
@click.argument("plan")
@shared
@topics
@sources
@click.option("--text", "text_only", is_flag=True, help="Print nothing but the text, as imported.")
def show(plan: str, folders: tuple[str, ...], *, text_only: bool, **options: Any) -> None:
    """Show one PLAN, point by point."""
    found = plan_named(plan, library_of(folders))
    if not text_only:
        print_(found, **options)
        return
    from plancompare.errors import PlancompareError

    if not (found.preamble or any(point.text for point in found.points)):
        raise PlancompareError(f"{found.id}: holds no text of its points; leave out --text")
    write(found.text)


@cli.command()
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@shared
@topics
@sources
@click.option("--only", multiple=True, type=click.Choice(CHANGES), help="Only this kind of change.")
@click.pass_context
def diff(
    context: click.Context, /, before: str, after: str, folders: tuple[str, ...], **options: Any
) -> None:
    """Show what changed from plan A to plan B. Exit status: 0 equal, 1 different, 2 trouble."""
    from plancompare.diffing.plandiff import diff as compare

    library = library_of(folders)
    found = compare(plan_named(before, library), plan_named(after, library))
    print_(found, **options)
    context.exit(1 if found else 0)


@cli.command()
@click.argument("names", nargs=-1, required=True, metavar="PLAN...")
@shared
@topics
@sources
@click.option("--contested", is_flag=True, help="Only issues on which two plans differ in terms.")
@click.option("--changed", is_flag=True, help="Only issues that two plans treat differently.")
def matrix(
    names: tuple[str, ...],
    folders: tuple[str, ...],
    *,
    contested: bool,
    changed: bool,
    **options: Any,
) -> None:
    """Show how each PLAN treats each issue."""
    from plancompare.diffing.matrix import matrix as tabulated

    library = library_of(folders)
    table = tabulated([plan_named(name, library) for name in names])
    wanted = table.only(contested=contested, changed=changed)
    print_(wanted, **options)


@cli.command()
@click.argument("name", required=False)
@click.option("-o", "--output", metavar="DIR", help="Write every schema into a folder.")
@kinds
def schema(name: str | None, output: str | None) -> None:
    """Print the JSON Schema of a kind of file, or of a result.

    Such as plan or sources; diff or matrix.
    """
    from plancompare.errors import UnknownIdError
    from plancompare.tables.schemas import SCHEMA_NAMES, schema_text

    if output:
        from plancompare.library.writing import write_text

        folder = Path(output)
        folder.mkdir(parents=True, exist_ok=True)
        for one in SCHEMA_NAMES:
            write_text(schema_text(one), folder / f"{one}.schema.json")
        write(f"{len(SCHEMA_NAMES)} schemas written to {output}\n")
        return
    if name is None:
        raise click.UsageError(f"name a schema ({', '.join(SCHEMA_NAMES)}) or give --output")
    if name not in SCHEMA_NAMES:
        raise UnknownIdError("schema", name, SCHEMA_NAMES)
    write(schema_text(name))


for _command in (
    *ENCODING,
    *IMPORTING,
    *CONVERTING,
    *CODEBOOK,
    *REVISING,
    *SCORING,
    *EXPORTING,
    *REPORTING,
    plot,
):
    cli.add_command(_command)


def main() -> None:
    """Run the command; a fault of the input is a message and exit status 2, never a traceback."""
    if sys.stdout is None:
        click.echo("the standard output is closed", err=True)
        sys.exit(2)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # where an encoding has no arrow
    try:
        sys.exit(_run())
    except OSError as error:
        click.echo(f"{error.filename or 'output'}: {error.strerror or error}", err=True)
        drop_output()
        sys.exit(2)


def _run() -> int:
    """The exit status of the command."""
    from plancompare.errors import PlancompareError

    try:
        return int(cli(prog_name="plancompare", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
    except PlancompareError as error:
        click.echo(str(error), err=True)
    except (click.Abort, KeyboardInterrupt):
        return 128 + 2
    return 2
