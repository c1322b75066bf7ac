"""The command that draws: one picture of some plans, and what it shows in words."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import click

from plancompare.cli.options import (
    dated,
    libraries,
    library_of,
    plans_named,
    rule_named,
    ruled,
    stakeholders,
    with_stakeholders,
    write,
)

if TYPE_CHECKING:
    from plancompare import Library, Plan
    from plancompare.report.pictures.plotting import Plottable

__all__ = ["plot"]

KINDS = ("points", "territory", "matrix", "verdicts", "scores", "acceptability")


@click.command()
@click.argument("kind", type=click.Choice(KINDS), metavar="KIND")
@click.argument("names", nargs=-1, required=True, metavar="PLAN...")
@click.option(
    "-o", "--output", required=True, metavar="FILE", help="Where to draw: FILE.svg or FILE.png."
)
@click.option(
    "--lang", default="en", metavar="LANGUAGE", help="Language of the picture: en, uk or ru."
)
@ruled
@stakeholders
@dated
@libraries
def plot(
    kind: str,
    names: tuple[str, ...],
    *,
    output: str,
    lang: str,
    rule: str | None,
    parties: tuple[str, ...],
    as_of: datetime.date | None,
    folders: tuple[str, ...],
) -> None:
    """Draw a picture of each PLAN and print what it shows in words.

    KIND is points (of two plans), territory, matrix, verdicts, scores, or acceptability (of two
    plans or more, for one stakeholder). PNG needs the extra plot; SVG needs nothing.
    """
    from plancompare.report.pictures.plotting import plot as draw

    judged = kind in {"verdicts", "scores", "acceptability"}
    library = with_stakeholders(folders) if judged else library_of(folders)
    plans = plans_named(names, library)
    result = _result(kind, plans, parties=parties, as_of=as_of, rule=rule, library=library)
    write(draw(result, output, lang=lang, library=library) + "\n")


def _result(
    kind: str,
    plans: list[Plan],
    *,
    parties: tuple[str, ...],
    as_of: datetime.date | None,
    rule: str | None,
    library: Library,
) -> Plottable:
    match kind:
        case "points":
            if len(plans) != 2:
                raise click.UsageError("points needs two plans, the earlier one first")
            from plancompare.diffing.plandiff import diff

            return diff(*plans)
        case "territory":
            return plans
        case "matrix":
            from plancompare.diffing.matrix import matrix

            return matrix(plans)
        case "verdicts":
            from plancompare.scoring.panel import verdict_panel

            return verdict_panel(plans, parties, as_of=as_of, library=library)
    weighing = rule_named(rule, library)
    if kind == "scores":
        from plancompare.scoring.panel import score_panel

        return score_panel(plans, parties, rule=weighing, as_of=as_of, library=library)
    if len(parties) != 1:
        raise click.UsageError("acceptability needs one --stakeholder")
    from plancompare.scoring.robustness import robustness

    return robustness(plans, parties[0], rule=weighing, as_of=as_of, library=library)
