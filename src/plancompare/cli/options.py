"""Options that commands share, and how a result reaches the screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from plancompare import Library, Plan
    from plancompare.tables.rendering import Result

__all__ = [
    "drop_output",
    "kinds",
    "libraries",
    "library_of",
    "plan_named",
    "print_",
    "shared",
    "sources",
    "topics",
    "write",
]

_NARROWEST = 40
FORMATS = ("terminal", "text", "markdown", "html", "latex", "csv", "json")


def shared(command: Callable[..., Any]) -> Callable[..., Any]:
    """Options of every command that prints a table."""
    for option in (
        click.option(
            "--format",
            "format_",
            type=click.Choice(FORMATS),
            default="terminal",
            help="How to print; on anything but a terminal, terminal means text.",
        ),
        click.option(
            "--width", type=click.IntRange(_NARROWEST), help="Columns; by default the terminal's."
        ),
    ):
        command = option(command)
    return libraries(command)


def libraries(command: Callable[..., Any]) -> Callable[..., Any]:
    """Options of every command that looks into a library; `library_of` heeds them."""
    for option in (
        kinds,
        click.option(
            "--alone",
            is_flag=True,
            expose_value=False,
            callback=_remember,
            help="Leave the shipped library out.",
        ),
        click.option(
            "--library",
            "folders",
            multiple=True,
            metavar="DIR",
            help="Add a folder of plans (proposals/) and registers (seeds/).",
        ),
    ):
        command = option(command)
    return command


def kinds(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the option that runs files which define kinds, before anything is read."""
    return click.option(
        "--kinds",
        multiple=True,
        metavar="FILE",
        expose_value=False,
        callback=_run_kinds,
        help="Run a Python file that defines kinds of your own.",
    )(command)


def _remember(context: click.Context, option: click.Parameter, value: Any) -> None:
    context.meta[f"plancompare.{option.name}"] = value


def _run_kinds(context: click.Context, option: click.Parameter, files: tuple[str, ...]) -> None:
    if files:
        from plancompare.library.own_kinds import load_kinds

        for file in files:
            load_kinds(file)


def topics(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the option that limits rows to some topics."""
    return click.option(
        "--topic", "topics", multiple=True, metavar="TOPIC", help="Only this topic; repeatable."
    )(command)


def sources(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the option that shows the evidence."""
    return click.option(
        "--show-sources", "sources", is_flag=True, help="Add a column with the evidence."
    )(command)


def library_of(folders: tuple[str, ...]) -> Library:
    """The shipped library with some folders added; with `--alone`, these folders only."""
    from plancompare.library.library import Library

    alone = click.get_current_context().meta.get("plancompare.alone", False)
    if alone and not folders:
        raise click.UsageError("--alone leaves no library; name a folder with --library")
    return Library(*folders, shipped=not alone)


def plan_named(name: str, library: Library) -> Plan:
    """A plan by its id, or from a file."""
    if name in library.ids:
        return library.load(name)
    from plancompare.library.opening import is_plan_path

    if is_plan_path(name) or os.sep in name:
        from plancompare.library.doors import load_plan

        return load_plan(name, library)
    return library.load(name)


def print_(result: Result, *, format_: str, width: int | None, **options: Any) -> None:
    """Print a result as the options ask; colour only on a terminal."""
    from plancompare.tables.rendering import render

    if format_ == "terminal" and (os.environ.get("NO_COLOR") or not sys.stdout.isatty()):
        format_ = "text"
    if width is None:
        import shutil

        width = max(shutil.get_terminal_size((80, 24)).columns, _NARROWEST)
    write(render(result, format_, width=width, **options))


def write(text: str) -> None:
    """Write text to standard output, whatever becomes of its reader."""
    try:
        click.echo(text, nl=False)
    except BrokenPipeError:  # the reader closed early, as `head` does; click would make it 1
        drop_output()
        sys.exit(128 + 13)


def drop_output() -> None:
    """Send what the interpreter flushes at its end to nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
