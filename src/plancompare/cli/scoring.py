"""Commands for what stakeholders said: positions, verdicts, red lines, explanations, scores."""

from __future__ import annotations

import datetime
from typing import Any

import click

from plancompare.cli.options import (
    dated,
    libraries,
    library_of,
    plan_named,
    plans_named,
    print_,
    rule_named,
    ruled,
    sampled,
    shared,
    sources,
    stakeholders,
    topics,
    with_stakeholders,
    write,
)

__all__ = ["SCORING"]


@click.command()
@click.argument("name", metavar="STAKEHOLDER")
@dated
@shared
@topics
@sources
def positions(
    name: str, as_of: datetime.date | None, folders: tuple[str, ...], **options: Any
) -> None:
    """Show what a STAKEHOLDER said on issues, and on whole plans."""
    found = library_of(folders).stakeholder(name)
    print_(found.known_by(as_of) if as_of else found, **options)


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="PLAN...")
@stakeholders
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

    library = with_stakeholders(folders)
    print_(
        verdict_panel(plans_named(names, library), parties, as_of=as_of, library=library), **options
    )


@click.command()
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@stakeholders
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
    """Show which red lines plan B newly crosses, and which no longer.

    Both are compared with plan A.
    """
    from plancompare.scoring.crossings import compare_crossings

    library = with_stakeholders(folders)
    one, other = plan_named(before, library), plan_named(after, library)
    print_(compare_crossings(one, other, parties, as_of=as_of, library=library), **options)


@click.command()
@click.argument("plan")
@click.argument("stakeholder")
@click.argument("issue")
@dated
@libraries
def explain(
    plan: str,
    stakeholder: str,
    issue: str,
    as_of: datetime.date | None,
    folders: tuple[str, ...],
) -> None:
    """Say why a PLAN has its verdict for a STAKEHOLDER on an ISSUE."""
    from plancompare.errors import PlancompareError
    from plancompare.library.rules import faults_of_issue
    from plancompare.scoring.verdict import verdicts as judged
    from plancompare.tables.explanation import explanation

    library = library_of(folders)
    for fault in faults_of_issue(issue, library):
        raise PlancompareError(f"{fault.what}; {fault.remedy}")
    table = judged(plan_named(plan, library), stakeholder, as_of=as_of, library=library)
    write(explanation(table, issue) + "\n")


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="PLAN...")
@stakeholders
@dated
@ruled
@click.option("--robustness", is_flag=True, help="How firm the order is, for two plans or more.")
@sampled
@shared
def score(
    names: tuple[str, ...],
    parties: tuple[str, ...],
    as_of: datetime.date | None,
    rule: str | None,
    folders: tuple[str, ...],
    *,
    robustness: bool,
    samples: int,
    seed: int,
    **options: Any,
) -> None:
    """Score each PLAN for each stakeholder by one visible rule.

    A score is an interval, from the worst to the best that open issues leave possible.
    """
    from plancompare.scoring.panel import score_panel, with_robustness

    library = with_stakeholders(folders)
    panel = score_panel(
        plans_named(names, library),
        parties,
        rule=rule_named(rule, library),
        as_of=as_of,
        library=library,
    )
    if robustness:
        panel = with_robustness(panel, samples=samples, seed=seed, library=library)
    print_(panel, **options)


SCORING = (positions, verdicts, redlines, explain, score)
