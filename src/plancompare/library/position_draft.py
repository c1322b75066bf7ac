"""The text of a new file of positions, to be filled in by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from plancompare.errors import InvalidFileError
from plancompare.library.document import Document
from plancompare.library.reading import examine
from plancompare.model import KINDS, Plan, Stakeholder, kind_of_issue
from plancompare.model.spelling import spell
from plancompare.model.topics import topic_order

__all__ = ["drafted_positions"]

_HEAD = """\
# Positions of {party} as stated in public. Facts only: what was said, by whom, on which day, from which source.
# Every issue of {plans} stands under not_found: no public statement found. Where there is one, take the issue out there
# and add a position. What was not found is missing, not indifferent.
party: {party}
"""
_POSITIONS = """\
positions: []
# positions:
#   - id: a-name-of-your-own
#     issues: [force-ceiling/the-id-of-a-party]        # of one kind; force-ceiling/* for every one of them
#     says: What was said, in your own words.
#     prefers: [absent, {personnel: {at_least: 800000}}]  # any of these: the aim
#     accepts: {personnel: {at_least: 600000}}           # bearable, though not the aim
#     rejects: {personnel: {below: 600000}}              # refused
#     strength: ruled-out       # or principle, firm-remark; only what was ruled out is a red line
#     line: What was ruled out, in a paraphrase or a few quoted words.
#     salience: {level: high, reason: Named as a principle.}
#     confidence: high
#     stated_on: 2025-11-20
#     speaker: Who said it
#     evidence:
#       - {sources: [the-id-of-a-source], basis: official-statement, checked: one-source}
"""


def drafted_positions(party: str, plans: Sequence[Plan]) -> str:
    """The text of a file of positions in which every issue of some plans is still to be found.

    Raises `InvalidFileError` if the party's id cannot stand in a file.

    >>> import plancompare
    >>> text = drafted_positions("sweden", [plancompare.load("us-28")])
    >>> "  - force-ceiling/ukraine  # us-28: personnel 600,000; period always" in text
    True
    """
    head = _HEAD.format(party=party, plans=" and ".join(plan.id for plan in plans))
    text = head + "\n".join(["not_found:", *_issues(plans)]) + "\n" + _POSITIONS
    _, problems = examine(Document(f"{party}.yaml", text), Stakeholder)
    if problems:
        raise InvalidFileError(problems)
    return text


def _issues(plans: Sequence[Plan]) -> Iterator[str]:
    found = dict.fromkeys(issue for plan in plans for issue in (*plan.stated, *plan.listed))

    def topic(issue: str) -> str:
        return KINDS[kind_of_issue(issue)].topic

    ordered = sorted(found, key=lambda issue: (topic_order(topic(issue)), issue))
    for name, issues in groupby(ordered, key=topic):
        yield f"  # {name}"
        for issue in issues:
            says = [f"{plan.id}: {_says(plan, issue)}" for plan in plans if issue in plan.stated]
            yield f"  - {issue}" + (f"  # {' / '.join(says)}" if says else "")


def _says(plan: Plan, issue: str) -> str:
    clause = plan.stated[issue].provision
    terms = [
        f"{name.replace('_', ' ')} {spell(value)}"
        for name in clause.spec.terms
        if (value := getattr(clause, name)) is not None and name != "modality"
    ]
    return "; ".join(terms) or "stated"
