"""The command `plancompare`: what it accepts, and how it fails.

Exit status as diff(1): 0 no difference or no problem, 1 a difference, 2 trouble. Everything heavy
is imported by the command that needs it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plancompare import __version__

if TYPE_CHECKING:
    from plancompare import Library, Plan
    from plancompare.tables.rendering import Result

__all__ = ["cli", "main"]

_CHANGES = ("changed", "added", "removed", "reopened", "settled", "unknown", "kept")
_NARROWEST = 40
_FORMATS = ("terminal", "text", "markdown", "html", "latex", "csv", "json")


def _shared(command: Callable[..., Any]) -> Callable[..., Any]:
    """Options of every command that prints a table."""
    for option in (
        click.option(
            "--library",
            "folders",
            multiple=True,
            metavar="DIR",
            help="Add a folder of plans (proposals/) and registers (seeds/).",
        ),
        click.option(
            "--format",
            "format_",
            type=click.Choice(_FORMATS),
            default="terminal",
            help="How to print; on anything but a terminal, terminal means text.",
        ),
        click.option(
            "--width", type=click.IntRange(_NARROWEST), help="Columns; by default the terminal's."
        ),
    ):
        command = option(command)
    return command


def _topics(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--topic", "topics", multiple=True, metavar="TOPIC", help="Only this topic; repeatable."
    )(command)


def _sources(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--show-sources", "sources", is_flag=True, help="Add a column with the evidence."
    )(command)


def _library(folders: tuple[str, ...]) -> Library:
    from plancompare.library.library import Library

    return Library(*folders)


def _plan(name: str, library: Library) -> Plan:
    """A plan by its id, or from a file."""
    if name in library.ids:
        return library.load(name)
    if name.endswith((".yaml", ".yml")) or os.sep in name:
        from plancompare.library.doors import load_plan

        return load_plan(name, library)
    return library.load(name)


def _print(result: Result, *, format_: str, width: int | None, **options: Any) -> None:
    from plancompare.tables.rendering import render

    if format_ == "terminal" and (os.environ.get("NO_COLOR") or not sys.stdout.isatty()):
        format_ = "text"
    if width is None:
        import shutil

        width = max(shutil.get_terminal_size((80, 24)).columns, _NARROWEST)
    _write(render(result, format_, width=width, **options))


def _write(text: str) -> None:
    try:
        click.echo(text, nl=False)
    except BrokenPipeError:  # the reader closed early, as `head` does; click would make it 1
        _drop_output()
        sys.exit(128 + 13)


def _drop_output() -> None:
    """Send what the interpreter flushes at its end to nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="plancompare")
def cli() -> None:
    """Compare peace proposals: what changed, what is unknown, and on what each claim rests.

    A PLAN is the id of a shipped plan (see `plancompare plans`) or a YAML file.
    """


@cli.command()
@_shared
def plans(folders: tuple[str, ...], **options: Any) -> None:
    """List the plans there are."""
    _print(_library(folders).catalogue(), **options)


@cli.command()
@click.argument("plan")
@_shared
@_topics
@_sources
def show(plan: str, folders: tuple[str, ...], **options: Any) -> None:
    """Show one PLAN, point by point."""
    _print(_plan(plan, _library(folders)), **options)


@cli.command()
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@_shared
@_topics
@_sources
@click.option(
    "--only", multiple=True, type=click.Choice(_CHANGES), help="Only this kind of change."
)
@click.pass_context
def diff(
    context: click.Context, /, before: str, after: str, folders: tuple[str, ...], **options: Any
) -> None:
    """Show what changed from plan A to plan B. Exit status: 0 equal, 1 different, 2 trouble."""
    from plancompare.diffing.plandiff import diff as compare

    library = _library(folders)
    found = compare(_plan(before, library), _plan(after, library))
    _print(found, **options)
    context.exit(1 if found else 0)


@cli.command()
@click.argument("names", nargs=-1, required=True, metavar="PLAN...")
@_shared
@_topics
@_sources
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

    library = _library(folders)
    table = tabulated([_plan(name, library) for name in names])
    wanted = table.only(contested=contested, changed=changed)
    _print(wanted, **options)


@cli.command()
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("--library", "folders", multiple=True, metavar="DIR", help="Add a folder.")
@click.pass_context
def check(context: click.Context, files: tuple[str, ...], folders: tuple[str, ...]) -> None:
    """Check plan FILEs, or the whole library: form, references, evidence, numbering.

    Every problem is printed as file:line:column. Exit status: 0 none, 2 some.
    """
    from plancompare.library.doors import check as audited

    problems = audited(*files, library=_library(folders))
    for problem in problems:
        click.echo(str(problem), err=True)
    if not problems:
        _write("no problems\n")
        return
    click.echo("1 problem" if len(problems) == 1 else f"{len(problems)} problems", err=True)
    context.exit(2)


@cli.command()
@click.argument("name", required=False)
@click.option("-o", "--output", metavar="DIR", help="Write every schema into a folder.")
def schema(name: str | None, output: str | None) -> None:
    """Print the JSON Schema of a kind of file (plan, sources, ...) or result (diff, matrix)."""
    from plancompare.errors import UnknownIdError
    from plancompare.tables.schemas import SCHEMA_NAMES, schema_text

    if output:
        from plancompare.library.writing import write_text

        folder = Path(output)
        folder.mkdir(parents=True, exist_ok=True)
        for one in SCHEMA_NAMES:
            write_text(schema_text(one), folder / f"{one}.schema.json")
        _write(f"{len(SCHEMA_NAMES)} schemas written to {output}\n")
        return
    if name is None:
        raise click.UsageError(f"name a schema ({', '.join(SCHEMA_NAMES)}) or give --output")
    if name not in SCHEMA_NAMES:
        raise UnknownIdError("schema", name, SCHEMA_NAMES)
    _write(schema_text(name))


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
        _drop_output()
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
