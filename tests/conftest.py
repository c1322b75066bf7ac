"""Hypothesis profiles: `dev` by default, `nightly` for long runs (--hypothesis-profile nightly);
and libraries with and without a stakeholder.
"""

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from plancompare import Library

settings.register_profile("dev", max_examples=60, deadline=None, print_blob=True)
settings.register_profile("nightly", parent=settings.get_profile("dev"), max_examples=2000)
settings.register_profile(
    "mutation", parent=settings.get_profile("dev"), max_examples=5, derandomize=True, database=None
)
settings.load_profile("dev")

ROOT = Path(__file__).parents[1]

SOMEBODY = """\
party: somebody
not_found: [elections/ukraine]
positions:
  - id: forces
    issues: [force-ceiling/ukraine]
    says: No limit on forces.
    prefers: [absent, {personnel: {equals: unlimited}}]
    rejects: {personnel: {below: 700000}}
    strength: ruled-out
    line: less than 700,000 personnel
    on_absence: no clause, no limit
    salience: {level: high, reason: said so}
    confidence: high
    stated_on: 2025-11-20
    speaker: A speaker
    evidence:
      - {sources: [reuters-2025-11-23], basis: press-report, checked: one-source}
statements:
  - id: draft
    plan: us-28
    stance: basis
    says: A basis for talks.
    stated_on: 2025-11
    speaker: A speaker
"""


@pytest.fixture(scope="session")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the shipped plans and registers, in which nobody has said anything."""
    folder = tmp_path_factory.mktemp("alone")
    shutil.copytree(ROOT / "proposals", folder / "proposals")
    shutil.copytree(ROOT / "seeds", folder / "seeds", ignore=lambda *_: ["positions", "rules"])
    return folder


@pytest.fixture(scope="session")
def silent(alone: Path) -> Library:
    """A library without a stakeholder."""
    return Library(alone, shipped=False)


@pytest.fixture(scope="session")
def outspoken(alone: Path, tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library with one stakeholder, whose red line `us-28` crosses and `europe-28` does not."""
    folder = tmp_path_factory.mktemp("outspoken")
    shutil.copytree(ROOT / "seeds" / "rules", folder / "seeds" / "rules")
    (folder / "seeds" / "positions").mkdir()
    (folder / "seeds" / "positions" / "somebody.yaml").write_text(SOMEBODY, encoding="utf-8")
    (folder / "seeds" / "parties.yaml").write_text(
        "parties:\n  - {id: somebody, kind: state, names: {en: Somebody}}\n", encoding="utf-8"
    )
    return Library(alone, folder, shipped=False)
