"""The command `import`: a text becomes a plan file."""

from __future__ import annotations

import sys
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import click

from plancompare.cli.options import libraries, library_of, write

if TYPE_CHECKING:
    import datetime

    from plancompare.model import Plan

__all__ = ["IMPORTING"]


@click.command("import")
@click.argument("text", metavar="TEXT")
@click.option("-o", "--output", metavar="FILE", help="Write to a file instead of the screen.")
@click.option("--id", "plan_id", metavar="ID", help="By default the name of the file.")
@click.option("--title", metavar="TITLE", help="By default the first line, if it looks like one.")
@click.option("--conflict", default="unnamed", metavar="NAME", help="What the plan is to settle.")
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="The date of the text.")
@click.option("--encoding", metavar="NAME", help="Such as cp1251; by default UTF-8.")
@libraries
@click.option("--force", is_flag=True, help="Replace a file that exists.")
def import_(
    text: str,
    *,
    output: str | None,
    plan_id: str | None,
    title: str | None,
    conflict: str,
    date: datetime.datetime | None,
    encoding: str | None,
    folders: tuple[str, ...],
    force: bool,
) -> None:
    """Make a plan file of a numbered TEXT.

    TEXT is .txt, .md, .html or .docx, or - for the standard input. Its points keep their text. Provisions are only proposed, as comments to accept or delete.
    """
    from plancompare.errors import PlancompareError
    from plancompare.library.importing.annotated import annotated
    from plancompare.library.importing.drafting import NO_DATE, draft
    from plancompare.library.importing.proposing import proposals
    from plancompare.library.importing.texts import read_lines, slug, stream_lines
    from plancompare.library.writing import write_text

    if output and Path(output).exists() and not force:
        raise PlancompareError(f"{output}: exists already; name another file, or add --force")
    library = library_of(folders)
    read = stream_lines(sys.stdin.buffer, encoding) if text == "-" else read_lines(text, encoding)
    plan = draft(
        read,
        id=plan_id or slug(PurePath(output or text).stem),
        title=title,
        conflict=conflict,
        date=date.date() if date else NO_DATE,
    )
    found = proposals(plan, library)
    made = annotated(plan, {place: one.comments for place, one in found.items()})
    if output:
        write_text(made, output)
    else:
        write(made)
    count = sum(len(one.provisions) for one in found.values())
    click.echo(f"{_numbered(plan)}; {count} provisions proposed as comments", err=True)
    if output:
        click.echo(f"written to {output}", err=True)


def _numbered(plan: Plan) -> str:
    """How many points there are, and what is striking about their numbers."""
    said = ["1 point" if len(plan.points) == 1 else f"{len(plan.points)} points"]
    numbers = [int(one.number) for one in plan.points if one.number and one.number.isdecimal()]
    if len(numbers) > 1:
        said.append(f"numbered {numbers[0]} to {numbers[-1]}")
    missing = [str(one) for one in range(min(numbers, default=0), max(numbers, default=0))]
    missing = [one for one in missing if int(one) not in set(numbers)]
    if missing:
        said.append(f"without {', '.join(missing[:10])}{', ...' * (len(missing) > 10)}")
    if unnumbered := sum(one.number is None for one in plan.points):
        said.append(f"{unnumbered} without a number")
    if not plan.points:
        said.append(
            "all of the text is in the preamble, for no line begins with a number"
            if plan.preamble
            else "for the text is empty"
        )
    return ", ".join(said)


IMPORTING = (import_,)
