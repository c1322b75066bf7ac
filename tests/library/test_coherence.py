"""What cannot be true of one plan, although each part of it is well-formed."""

from collections.abc import Callable

import pytest

Faults = Callable[..., list[str]]

CITED = "evidence: [{sources: [ministry-2025], basis: inference, checked: unverified}]"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (
            "  - number: 1\n",
            "18:5: points[1].number: point 1 stands twice; "
            "number it otherwise, or merge it with points[0]",
        ),
        (
            "  - heading: Borders\n",
            "18:5: points[1]: a point of a fully disclosed text has no number; "
            "give it the number that the document prints",
        ),
        (
            f"  - number: 2\n    provisions:\n"
            f"      - {{kind: force-ceiling, party: north, {CITED}}}\n",
            "20:9: points[1].provisions[0]: states the issue force-ceiling/north again, already "
            "stated in point 1; "
            "merge the two clauses, tell them apart by part, or make one a reading",
        ),
        (
            f"omits:\n  - {{issues: [force-ceiling/north, force-ceiling/south], {CITED}}}\n",
            "19:15: omits[0].issues[0]: force-ceiling/north is listed here, but was treated "
            "already in point 1; keep one of the two",
        ),
        (
            f"undisclosed:\n  - {{issues: [amnesty], reported: modified, {CITED}}}\n",
            "19:5: undisclosed[0]: a fully disclosed text leaves nothing undisclosed; "
            "set disclosure: partial, or state the issues",
        ),
        ("revises: draft\n", "1:1: id: the plan revises or answers itself; name the earlier draft"),
    ],
)
def test_an_incoherent_plan_is_refused(faults: Faults, draft: str, more: str, said: str) -> None:
    assert said in faults(draft + more)
