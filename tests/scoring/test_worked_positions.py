"""Every worked position gives the verdicts that were found by hand, and its line the right state."""

import datetime
from collections import Counter

import pytest

import plancompare
from plancompare import Library, Stakeholder, verdicts
from plancompare.scoring.bench import LineState

PLANS = ("us-28", "europe-28", "geneva")
STATES = {LineState.CROSSED: "X", LineState.MET: "-", LineState.UNDECIDED: "?"}
TOGETHER = {"ru-recognition": ("ru-recognition", "ru-recognition-withheld")}
"""A statement of which one part rests on inference stands as two positions."""

WORKED = """
ua-recognition | 6 rejected | preferred | 6 open | X-?
ua-forces | rejected | rejected | open | XX?
ua-weapons | preferred | preferred | open | --?
ua-alliances | rejected | contrary | open | X-?
ua-neutral | unaddressed | unaddressed | open | --?
ua-withdrawal | rejected | preferred | open | X-?
ua-truce | contrary | contrary | open |
ua-compensation | contrary | preferred | open |
ua-amnesty | contrary | preferred | preferred |
ua-children | preferred | preferred | preferred |
ua-exchange | preferred | preferred | preferred |
ua-eu | preferred | preferred | open |
ua-referendum | contrary | contrary | open |
ua-constitution | rejected | unaddressed | open | X-?
ua-forces-dec | contrary | acceptable | open |
ua-zone | open | unaddressed | open | ?-?
ua-guarantee | open | open | open |
ua-elections | contrary | acceptable | open |
ru-recognition | open, 3 rejected | 4 rejected | 4 open | XX?
ru-withdrawal | preferred | rejected | open | -X?
ru-troops | open | contrary | open | --?
ru-nato | preferred | contrary | open | --?
ru-forces | preferred | preferred | open |
ru-weapons | contrary | contrary | open |
ru-assets | preferred | contrary | contrary | ---
ru-truce | preferred | preferred | open |
ru-elections | contrary | contrary | open |
ru-law | acceptable | acceptable | open |
ru-guarantors | contrary | contrary | open |
ru-language | contrary | contrary | open |
ru-claims | preferred | contrary | open |
ru-eu | acceptable | acceptable | acceptable |
ru-operator | open | open | open | ???
us-forces | preferred | acceptable | acceptable |
us-ground | unaddressed | unaddressed | open | --?
us-crimea | preferred | contrary | open |
us-fee | preferred | preferred | open |
us-fund | preferred | contrary | contrary |
us-profit | preferred | contrary | contrary |
us-elections | preferred | open | open |
us-truce | preferred | preferred | open |
e3-status | 6 contrary | preferred | 6 open |
e3-forces | contrary | preferred | open |
e3-troops | contrary | preferred | open |
e3-assets | contrary | preferred | contrary |
e3-guarantee | open | preferred | open |
e3-dialogue | contrary | preferred | open |
e3-nato | contrary | preferred | open |
e3-g8 | contrary | contrary | open |
e3-body | contrary | preferred | open |
e3-amnesty | contrary | preferred | preferred |
"""
"""Position, then the verdicts on each plan, then whether its red line is crossed on each."""

LIBRARY = Library()
DRAFTS = [plancompare.load(plan) for plan in PLANS]

CASES = [[part.strip() for part in line.split("|")] for line in WORKED.strip().splitlines()]
PREFIX = {"ua": "ukraine", "ru": "russia", "us": "united-states", "e3": "e3"}


def counted(found: Counter[str]) -> str:
    """The verdicts as the table writes them."""
    rising = sorted(found.items(), key=lambda pair: pair[1])
    if sum(found.values()) == 1:
        return rising[0][0]
    return ", ".join(name if count == 1 else f"{count} {name}" for name, count in rising)


@pytest.mark.parametrize(
    ("name", "us", "europe", "geneva", "line"), CASES, ids=[case[0] for case in CASES]
)
def test_worked_position(name: str, us: str, europe: str, geneva: str, line: str) -> None:
    party = PREFIX[name.split("-", maxsplit=1)[0]]
    wanted = TOGETHER.get(name, (name,))
    whole = LIBRARY.stakeholder(party)
    positions = tuple(one for one in whole.positions if one.id in wanted)
    assert len(positions) == len(wanted)
    alone = Stakeholder(party=party, positions=positions)
    tables = [verdicts(plan, alone) for plan in DRAFTS]
    found = [
        counted(Counter(str(row.verdict) for row in table.rows if row.positions))
        for table in tables
    ]
    assert found == [us, europe, geneva]
    states = ["".join({STATES[one.state] for one in table.lines}) for table in tables]
    if len(wanted) > 1:  # crossed if any part is
        states = [state if len(state) < 2 else "X" if "X" in state else "?" for state in states]
    assert "".join(states) == line


def test_there_are_fifty_one() -> None:
    assert len(CASES) == 51


@pytest.mark.parametrize("day", ["2025-11-15", "2025-11-30"])
def test_what_was_known_by_a_day_gives_the_verdicts_of_that_day(day: str) -> None:
    by_then = datetime.date.fromisoformat(day)
    plan = plancompare.load("us-28")
    for stakeholder in Library().stakeholders.values():
        known = verdicts(plan, stakeholder.known_by(by_then))
        then = verdicts(plan, stakeholder, as_of=by_then)
        assert (known.rows, known.lines, known.statements) == (
            then.rows,
            then.lines,
            then.statements,
        )
