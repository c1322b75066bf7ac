"""Commands for encoding a plan: new, check, set."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plancompare.cli.options import bears_id, libraries, library_of, path_named, plan_named, write
from plancompare.errors import PlancompareError, counted, shown

if TYPE_CHECKING:
    from plancompare import Library
    from plancompare.library.audit import Audit

__all__ = ["ENCODING"]

BASES = ("document-text", "official-statement", "press-report", "inference")
CHECKS = ("two-sources", "one-source", "unverified")


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE]...")
@libraries
@click.option("--fix", "fixing", is_flag=True, help="First correct order and spelling, in place.")
@click.pass_context
def check(
    context: click.Context, /, files: tuple[str, ...], folders: tuple[str, ...], *, fixing: bool
) -> None:
    """Check FILEs, or the whole library: form, references, evidence.

    FILEs are plans, positions or rules.

    Every problem, and everything marked TODO, is printed as file:line:column, and how far each plan
    has come. Exit status: 0 no problem, 1 only work still to be done, 2 problems.
    """
    from plancompare.library.doors import audited

    library = library_of(folders)
    if fixing:
        _fix(files or [*map(library.path, library.ids)])
    audit = audited(*files, library=library)
    for problem in audit.problems:
        click.echo(str(problem), err=True)
    _report_progress(audit, each=bool(files))
    if not audit.problems:
        if not files:
            _report_balance(library)
        write("no problems\n")
        return
    todo = sum(problem.todo for problem in audit.problems)
    faults = len(audit.problems) - todo
    said = [counted(faults, "problem")] if faults else []
    said += [f"{todo} to do"] if todo else []
    click.echo(", ".join(said), err=True)
    context.exit(2 if faults else 1)


def _fix(files: Iterable[Path | str]) -> None:
    """Correct what needs no judgement; of a file that cannot be read, the audit tells."""
    from plancompare.errors import InvalidFileError
    from plancompare.library.fixing import fix

    for file in files:
        try:
            fixes = fix(file)
        except InvalidFileError:
            continue
        for one in fixes:
            write(f"fixed: {one}\n")


def _report_progress(audit: Audit, *, each: bool) -> None:
    from plancompare.library.progress import Progress

    if each:
        for file, progress in audit.progress.items():
            write(f"{file}: {progress}\n")
    elif audit.progress:
        together = Progress.together(audit.progress.values())
        write(f"{counted(len(audit.progress), 'plan')}: {together}\n")


def _report_balance(library: Library) -> None:
    from plancompare.library.balance import imbalances

    for warning in imbalances(library):
        click.echo(f"warning: {warning}", err=True)


@click.group()
def new() -> None:
    """Begin a file that is then filled in by hand."""


@new.command("plan")
@click.argument("plan_id", metavar="ID")
@click.option("--revises", metavar="PLAN", help="Start from the points and clauses of this plan.")
@click.option("--title", help="What the text is called.")
@click.option("--conflict", metavar="NAME", help="One name for all drafts on one conflict.")
@click.option("--date", metavar="DATE", help="The day of the text, such as 2025-11-20.")
@click.option("--text-status", metavar="STATUS", help="How the text became known, as in a file.")
@click.option("--disclosure", metavar="WORD", help="full or partial: whether all of it is public.")
@libraries
@click.option("-o", "--output", metavar="FILE", help="Write to a file named ID.yaml.")
@click.option("--force", is_flag=True, help="Replace the file if there is one.")
def new_plan(
    plan_id: str,
    revises: str | None,
    folders: tuple[str, ...],
    output: str | None,
    *,
    force: bool,
    **given: str | None,
) -> None:
    """Begin the plan ID, with TODO where something is to be written.

    With --revises, the points and clauses of that plan are copied as a start, none of its evidence.
    """
    from plancompare.library.drafting import drafted

    library = library_of(folders)
    _is_free(plan_id, output, library)
    base = plan_named(revises, library) if revises else None
    text = drafted(plan_id, base, {name: one for name, one in given.items() if one is not None})
    _deliver(text, output, force)


@new.command("positions")
@click.argument("party", metavar="NAME")
@click.option(
    "--plan", "plans", multiple=True, required=True, metavar="PLAN", help="List its issues."
)
@libraries
@click.option("-o", "--output", metavar="FILE", help="Write to a file named NAME.yaml.")
@click.option("--force", is_flag=True, help="Replace the file if there is one.")
def new_positions(
    party: str,
    plans: tuple[str, ...],
    folders: tuple[str, ...],
    output: str | None,
    *,
    force: bool,
) -> None:
    """Begin the positions of a party: every issue of some plans.

    Of each the file says that no public statement was found.
    """
    from plancompare.library.position_draft import drafted_positions

    library = library_of(folders)
    if output is not None and Path(output).stem != party:
        raise PlancompareError(
            f"{shown(output)}: the file of positions bears the party's id; write -o {party}.yaml"
        )
    _deliver(drafted_positions(party, [plan_named(one, library) for one in plans]), output, force)


def _deliver(text: str, output: str | None, force: bool) -> None:
    """Print a new file, or write it where there is none yet."""
    from plancompare.library.writing import write_text

    if output is None:
        write(text)
        return
    if Path(output).exists() and not force:
        raise PlancompareError(f"{shown(output)}: is there already; give --force to replace it")
    write_text(text, output)
    click.echo(f"written to {output}; plancompare check {output} lists what is to do", err=True)


def _is_free(plan_id: str, output: str | None, library: Library) -> None:
    """Raise where the id is taken, or the file would not bear it."""
    if output is not None:
        bears_id(plan_id, output)
    taken = library.path(plan_id) if plan_id in library.ids else None
    if taken and (output is None or taken.resolve() != Path(output).resolve()):
        raise PlancompareError(f"the id {plan_id} is taken by {taken}; choose another")


@click.command("set")
@click.argument("plan")
@click.argument("issue")
@click.argument("term")
@click.argument("value", required=False)
@click.option("--unset", is_flag=True, help="Take the term out instead.")
@click.option("--source", "cited", multiple=True, metavar="ID", help="What shows it; repeatable.")
@click.option("--locator", metavar="PLACE", help="The place in the source, such as 'point 6'.")
@click.option(
    "--basis",
    type=click.Choice(BASES),
    help="What the claim rests on; by default as elsewhere in the plan, where that is one thing.",
)
@click.option(
    "--checked",
    type=click.Choice(CHECKS),
    default="unverified",
    show_default=True,
    help="How well the claim was checked.",
)
@libraries
def set_(
    *,
    plan: str,
    issue: str,
    term: str,
    value: str | None,
    cited: tuple[str, ...],
    folders: tuple[str, ...],
    locator: str | None,
    basis: str | None,
    checked: str,
    unset: bool,
) -> None:
    """Set one TERM of the clause on an ISSUE, in the file of a PLAN.

    Nothing else in the file changes.

    VALUE is written as in a file: 600000, [a, b], {within: 30 days}. The source is added to the
    evidence of the clause; it may be left out only while the clause cites none.
    """
    from plancompare.library.basis import basis_in
    from plancompare.library.setting import UNSET, Clause, parsed, set_term
    from plancompare.model.spelling import spell

    if unset == (value is not None):
        raise click.UsageError("give a VALUE or --unset, and not both")
    if (basis or locator) and not cited:
        raise click.UsageError("--basis and --locator say more of a --source; name one")
    library = library_of(folders)
    path = path_named(plan, library)
    taken = None
    if cited and basis is None:
        basis = taken = basis_in(Clause.find(path, issue).plan, cited)
    evidence = {"sources": sorted({*cited}), "locator": locator, "basis": basis, "checked": checked}
    before, after = set_term(
        path,
        issue,
        term,
        UNSET if value is None else parsed(value),
        {name: one for name, one in evidence.items() if one is not None} if cited else None,
        library=library,
    )
    old, new = spell(getattr(before, term)), spell(getattr(after, term))
    write(f"{issue}: {term} {old}" + (f" -> {new}\n" if old != new else ", as before\n"))
    if taken:
        write(f"basis: {taken}, as all that the plan has from {', '.join(sorted({*cited}))}\n")


ENCODING = (new, check, set_)
