"""A party with much fewer sources than the others is pointed out."""

import json
from pathlib import Path

from plancompare import Library
from plancompare.library.balance import imbalances


def add(folder: Path, party: str, sources: int) -> None:
    """A stakeholder with one position from so many sources."""
    position = {
        "id": party,
        "issues": ["force-ceiling/ukraine"],
        "says": "Said so.",
        "prefers": "absent",
        "salience": {"level": "low", "reason": "said once"},
        "confidence": "high",
        "stated_on": "2025-11-20",
        "speaker": "A speaker",
        "evidence": [
            {
                "sources": [f"source-{number}" for number in range(sources)],
                "basis": "press-report",
                "checked": "one-source",
            }
        ],
    }
    path = folder / "seeds" / "positions" / f"{party}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"party": party, "positions": [position]}), encoding="utf-8")


def test_a_party_with_few_sources_is_named(tmp_path: Path) -> None:
    for party, sources in (("north", 9), ("south", 8), ("west", 2), ("east", 8)):
        add(tmp_path, party, sources)
    assert imbalances(Library(tmp_path, shipped=False)) == [
        "west rests on 2 sources, others on 8; little on record is not neutrality"
    ]


def test_parties_covered_alike_are_not_named(tmp_path: Path) -> None:
    for party, sources in (("north", 4), ("south", 8)):
        add(tmp_path, party, sources)
    assert imbalances(Library(tmp_path, shipped=False)) == []
    assert imbalances(Library(tmp_path / "seeds", shipped=False)) == []
