"""The command that turns a plan from one sort of file into another."""

from __future__ import annotations

import click

from plancompare.cli.options import is_file, libraries, library_of, write

__all__ = ["CONVERTING"]


@click.command()
@click.argument("plan")
@libraries
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    help="FILE.yaml, FILE.xlsx, or a folder for CSV files; without it, YAML to the screen.",
)
def convert(plan: str, folders: tuple[str, ...], output: str | None) -> None:
    """Turn a PLAN into YAML, a workbook or CSV files, without loss.

    What is cited need not be in the library; `check` looks at that.
    """
    from plancompare.library.opening import open_plan, write_plan
    from plancompare.library.reading import read_document
    from plancompare.library.writing import canonical
    from plancompare.model import Plan

    library = library_of(folders)
    if is_file(plan, library):
        document = open_plan(plan)
        document.near = library.folders
        found = read_document(document, Plan)
    else:
        found = library.load(plan)
    if output is None:
        write(canonical(found))
    else:
        write_plan(found, output)
        click.echo(f"written to {output}", err=True)


CONVERTING = (convert,)
