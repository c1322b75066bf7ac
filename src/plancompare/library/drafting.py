"""The text of a new draft, to be filled in by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plancompare.errors import InvalidFileError
from plancompare.library.document import Document, dumped
from plancompare.library.reading import examine
from plancompare.library.writing import plain
from plancompare.model import Plan, Point, Provision
from plancompare.model.evidence import TODO

__all__ = ["FIELDS", "drafted"]

FIELDS = {
    "title": "as printed, or what the text is called",
    "conflict": "one name for all drafts on one conflict",
    "date": "of the text, such as 2025-11-20",
    "text_status": "official, signed, published-by-press, leaked, read-out or reported",
    "disclosure": "full: the whole text is public; partial: not all of it",
}
"""What a plan has to say of itself, and how."""

_REVISION = """\
# Begun from {base}: numbers, headings, and kinds, keys and terms of clauses are copied as a start, not as a finding.
# Hold each clause against the new text, correct it or take it out, and cite the source in place of TODO.
# Not copied: summaries, quotations, readings, notes, evidence, and what {base} is known to omit or defer.
"""
_POINTS = """\
# Points as printed; a point without provisions is a start. Kinds, with keys and terms: plancompare schema plan.
# points:
#   - number: 1
#     heading: Forces
#     summary: What the point says, in your own words.
#     provisions:
#       - kind: force-ceiling
#         party: the-id-of-a-party
#         personnel: 600000
#         evidence:
#           - {sources: [the-id-of-a-source], locator: point 1, basis: document-text, checked: one-source}
"""
_LISTINGS = """\
# What the text, or a report of it, leaves out or to somebody:
# omits:
#   - {issues: [amnesty], evidence: TODO}
# defers:
#   - {issues: [territorial-status/the-id-of-a-place], to: [the-id-of-a-party], evidence: TODO}
"""
_LEFT_OUT = {"wording", "readings", "evidence", "note"}


def drafted(plan_id: str, base: Plan | None = None, given: Mapping[str, str] | None = None) -> str:
    """The text of a draft in which TODO stands for everything that only its own text can tell.

    With a `base` that it revises, points and clauses are copied from there as a start; summaries,
    quotations, readings, notes and evidence belong to the other text and are not. Raises
    `InvalidFileError` if the id or something `given` cannot stand in a plan.

    >>> print(drafted("my-draft", given={"title": "My draft"}).split("evidence")[0])
    # A draft in work; `plancompare check` lists every TODO that is left.
    id: my-draft
    title: My draft
    conflict: TODO  # one name for all drafts on one conflict
    date: TODO  # of the text, such as 2025-11-20
    text_status: TODO  # official, signed, published-by-press, leaked, read-out or reported
    disclosure: TODO  # full: the whole text is public; partial: not all of it
    <BLANKLINE>
    """
    known = {"conflict": base.conflict} if base else {}
    known.update(given or {})
    parts = ["# A draft in work; `plancompare check` lists every TODO that is left.\n"]
    if base:
        parts.append(_REVISION.format(base=base.id))
    parts.append(dumped({"id": plan_id}))
    for name, meaning in FIELDS.items():
        written = dumped({name: known[name]}) if name in known else f"{name}: {TODO}  # {meaning}\n"
        parts.append(written)
    if base:
        parts.append(dumped({"revises": base.id}))
    parts.append(f"evidence: {TODO}\n")
    if base:
        parts.append(dumped({"points": [_copied(point) for point in base.points]}, compact=True))
    else:
        parts += [_POINTS, _LISTINGS]
    text = "".join(parts)
    _, problems = examine(Document(f"{plan_id}.yaml", text), Plan)
    if faults := [problem for problem in problems if not problem.todo]:
        raise InvalidFileError(faults)
    return text


def _copied(point: Point) -> dict[str, Any]:
    """The structure of a point, for a draft that revises the one in which it stands."""
    start: dict[str, Any] = {"number": _bare(point.number)} if point.number else {}
    if point.heading:
        start["heading"] = point.heading
    if point.number:
        start["replaces"] = [_bare(point.number)]
    if point.provisions:
        start["provisions"] = [_begun(provision) for provision in point.provisions]
    return start


def _begun(provision: Provision) -> dict[str, Any]:
    data = {name: one for name, one in plain(provision).items() if name not in _LEFT_OUT}
    if provision.at:
        data["at"] = [*map(_bare, provision.at)]
    return {**data, "evidence": TODO}


def _bare(label: str) -> int | str:
    """A label as it is written without quotes."""
    return int(label) if label == label.lstrip("0") and label.isdecimal() else label
