"""The command that hands the whole library to other programs: export."""

from __future__ import annotations

import datetime

import click

from plancompare.cli.options import (
    dated,
    libraries,
    library_of,
    plans_named,
    rule_named,
    ruled,
    write,
)

__all__ = ["EXPORTING"]

FORMS = ("csv", "xlsx", "parquet", "sqlite", "json")


@click.command()
@click.argument("folder", metavar="DIR")
@click.option(
    "--to",
    type=click.Choice(FORMS),
    default="csv",
    show_default=True,
    help="How to write the tables.",
)
@click.option("--plan", "plans", multiple=True, metavar="PLAN", help="Only this plan; repeatable.")
@dated
@ruled
@click.option("--replace", is_flag=True, help="Replace an earlier export in DIR.")
@libraries
def export(
    folder: str,
    to: str,
    plans: tuple[str, ...],
    as_of: datetime.date | None,
    rule: str | None,
    *,
    replace: bool,
    folders: tuple[str, ...],
) -> None:
    """Write the whole library, or some plans, as tidy tables to DIR.

    Beside them stand their description as a Data Package, and the sources as BibTeX and CSL-JSON.
    """
    from plancompare.exporting.export import export as exported

    library = library_of(folders)
    chosen_rule = rule_named(rule, library)
    chosen = plans_named(plans, library)
    tables = exported(
        folder, to, library=library, plans=chosen, rule=chosen_rule, as_of=as_of, replace=replace
    )
    rows = sum(len(table.rows) for table in tables)
    write(f"{len(tables)} tables with {rows:,} rows written to {folder}\n")


EXPORTING = (export,)
