"""Commands for what stakeholders said: positions, verdicts, red lines, explanations, scores."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from plancompare.cli.options import (
    library_of,
    plan_named,
    print_,
    shared,
    sources,
    topics,
    write,
)

if TYPE_CHECKING:
    from plancompare import Library, Plan, Rule

__all__ = ["SCORING", "dated", "named_stakeholders", "rule_named", "sampled"]

named_stakeholders = click.option(
    "--stakeholder", "parties", multiple=True, metavar="NAME", help="Only this one; repeatable."
)


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


def _plans(names: tuple[str, ...], library: Library) -> list[Plan]:
    from plancompare.errors import PlancompareError

    found = [plan_named(name, library) for name in names]
    ids = [plan.id for plan in found]
    if len(set(ids)) < len(ids):
        raise PlancompareError(f"a plan is named twice: {', '.join(ids)}; name each plan once")
    return found


@click.command()
@click.argument("name", metavar="STAKEHOLDER")
@shared
@topics
@sources
def positions(name: str, folders: tuple[str, ...], **options: Any) -> None:
    """Show what a STAKEHOLDER said: positions on issues, and statements on plans as a whole."""
    print_(library_of(folders).stakeholder(name), **options)


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="PLAN...")
@named_stakeholders
@dated
@shared
@topics
@sources
def verdicts(
    names: tuple[str, ...],
    parties: tuple[str, ...],
    as_of: datetime.date | None,
    folders: tuple[str, ...],
    **options: Any,
) -> None:
    """Show how each PLAN stands to what stakeholders said.

    For all stakeholders, their red lines; for one, every issue.
    """
    from plancompare.scoring.panel import verdict_panel

    library = library_of(folders)
    print_(verdict_panel(_plans(names, library), parties, as_of=as_of, library=library), **options)


@click.command()
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@named_stakeholders
@dated
@shared
@topics
@sources
def redlines(
    before: str,
    after: str,
    parties: tuple[str, ...],
    as_of: datetime.date | None,
    folders: tuple[str, ...],
    **options: Any,
) -> None:
    """Show which red lines plan B newly crosses, and which no longer, compared with plan A."""
    from plancompare.scoring.crossings import compare_crossings

    library = library_of(folders)
    one, other = plan_named(before, library), plan_named(after, library)
    print_(compare_crossings(one, other, parties, as_of=as_of, library=library), **options)


@click.command()
@click.argument("plan")
@click.argument("stakeholder")
@click.argument("issue")
@dated
@click.option("--library", "folders", multiple=True, metavar="DIR", help="Add a folder.")
def explain(
    plan: str,
    stakeholder: str,
    issue: str,
    as_of: datetime.date | None,
    folders: tuple[str, ...],
) -> None:
    """Say in one paragraph why a PLAN has its verdict for a STAKEHOLDER on an ISSUE."""
    from plancompare.scoring.verdict import verdicts as judged
    from plancompare.tables.verdict_tables import explanation

    library = library_of(folders)
    table = judged(plan_named(plan, library), stakeholder, as_of=as_of, library=library)
    write(explanation(table, issue) + "\n")


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="PLAN...")
@named_stakeholders
@dated
@click.option("--rule", "rule_file", metavar="FILE", help="A rule of your own, or its id.")
@click.option("--robustness", is_flag=True, help="How firm the order is, for two plans or more.")
@sampled
@shared
def score(
    names: tuple[str, ...],
    parties: tuple[str, ...],
    as_of: datetime.date | None,
    rule_file: str | None,
    folders: tuple[str, ...],
    *,
    robustness: bool,
    samples: int,
    seed: int,
    **options: Any,
) -> None:
    """Score each PLAN for each stakeholder by one visible rule, as an interval."""
    from plancompare.scoring.panel import score_panel, with_robustness

    library = library_of(folders)
    panel = score_panel(
        _plans(names, library),
        parties,
        rule=rule_named(rule_file, library),
        as_of=as_of,
        library=library,
    )
    if robustness:
        panel = with_robustness(panel, samples=samples, seed=seed, library=library)
    print_(panel, **options)


def rule_named(named: str | None, library: Library) -> Rule:
    """A rule by its id, or from a file."""
    if named is None or named in library.rule_paths:
        return library.rule(named or "default")
    from plancompare.library.reading import read
    from plancompare.model import Rule as RuleFile

    return read(named, RuleFile)


SCORING = (positions, verdicts, redlines, explain, score)
