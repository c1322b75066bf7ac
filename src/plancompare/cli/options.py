"""Options that commands share, and how a result reaches the screen."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from plancompare import Library, Plan, Rule
    from plancompare.tables.rendering import Result

__all__ = [
    "bears_id",
    "dated",
    "drop_output",
    "is_file",
    "kinds",
    "libraries",
    "library_of",
    "path_named",
    "plan_named",
    "plans_named",
    "print_",
    "rule_named",
    "ruled",
    "sampled",
    "shared",
    "sources",
    "stakeholders",
    "topics",
    "with_stakeholders",
    "write",
]

_NARROWEST = 40
FORMATS = ("terminal", "text", "markdown", "html", "latex", "csv", "json")


stakeholders = click.option(
    "--stakeholder", "parties", multiple=True, metavar="NAME", help="Only this one; repeatable."
)
"""The option that limits a result to some stakeholders."""


class _Day(click.ParamType[datetime.date]):
    """A day of the calendar."""

    name = "date"

    def convert(self, value: Any, param: Any, ctx: Any) -> datetime.date:
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day; write it like 2025-11-30", param, ctx)


def dated(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the option that leaves out what was said after a day."""
    return click.option(
        "--as-of", type=_Day(), help="Only what had been said by this day; by default everything."
    )(command)


ruled = click.option("--rule", metavar="FILE", help="A rule of your own, or its id.")
"""The option that names the rule of scores."""


def sampled(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say what is drawn."""
    for option in (
        click.option(
            "--seed",
            type=click.IntRange(0),
            default=0,
            show_default=True,
            help="Where drawing starts.",
        ),
        click.option(
            "--samples",
            type=click.IntRange(1, 10**9),
            default=10_000,
            show_default=True,
            help="How many weights and values to draw.",
        ),
    ):
        command = option(command)
    return command


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
        help="Run a Python file that defines kinds of your own, or kinds.py of a folder.",
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


def with_stakeholders(folders: tuple[str, ...]) -> Library:
    """The library, in which somebody's positions are on record. Raises `PlancompareError`."""
    from plancompare.errors import NoStakeholdersError

    library = library_of(folders)
    if not library.position_paths:
        raise NoStakeholdersError
    return library


def plan_named(name: str, library: Library) -> Plan:
    """A plan by its id, or from a file or folder; of a draft in work, a notice says so."""
    if is_file(name, library):
        from plancompare.library.doors import load_plan

        plan = load_plan(name, library)
    else:
        plan = library.load(name)
    if not all(provision.evidence for provision in plan.provisions):
        from plancompare.library.progress import Progress

        click.echo(f"{plan.id} is a draft in work: {Progress.of(plan)}", err=True)
    return plan


def path_named(name: str, library: Library) -> Path:
    """The file of a plan, by its id or as it is."""
    return Path(name) if is_file(name, library) else library.path(name)


def is_file(name: str, library: Library) -> bool:
    """Whether a file or folder is named, and not the id of a plan."""
    from plancompare.library.opening import is_plan_path

    return name not in library.ids and (is_plan_path(name) or os.sep in name)


def bears_id(plan_id: str, output: str) -> None:
    """Raise where a YAML file to be written would not bear the id of its plan."""
    from plancompare.errors import PlancompareError, shown

    if Path(output).stem != plan_id:
        what = f"{shown(output)}: the file of a plan bears its id"
        raise PlancompareError(f"{what}; write -o {Path(output).with_name(plan_id)}.yaml")


def plans_named(names: tuple[str, ...], library: Library) -> list[Plan]:
    """Several plans, each named once."""
    from plancompare.errors import PlancompareError

    found = [plan_named(name, library) for name in names]
    ids = [plan.id for plan in found]
    if len(set(ids)) < len(ids):
        raise PlancompareError(f"a plan is named twice: {', '.join(ids)}; name each plan once")
    return found


def rule_named(named: str | None, library: Library) -> Rule:
    """A rule by its id, or from a file; by default the shipped one."""
    named = "default" if named is None else named
    is_path = "." in named or os.sep in named or Path(named).exists()
    if named in library.rule_paths or not is_path:
        return library.rule(named)
    from plancompare.library.reading import read
    from plancompare.model import Rule as RuleFile

    return read(named, RuleFile)


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
