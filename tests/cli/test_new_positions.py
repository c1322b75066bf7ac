"""A file of positions begins with every issue of some plans, and no public statement found."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from plancompare import Library, check, load
from plancompare.cli.main import cli
from plancompare.errors import PlancompareError
from plancompare.library.reading import read
from plancompare.model import Stakeholder


def test_every_issue_is_listed_and_the_file_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "seeds" / "positions" / "norway.yaml"
    path.parent.mkdir(parents=True)
    (tmp_path / "seeds" / "parties.yaml").write_text(
        "parties:\n  - {id: norway, kind: state, names: {en: Norway}}\n", encoding="utf-8"
    )
    arguments = ["new", "positions", "norway", "--plan", "us-28", "--plan", "europe-28"]
    found = CliRunner().invoke(cli, [*arguments, "-o", str(path)])
    assert found.exit_code == 0, found.output
    issues = {*load("us-28").stated, *load("europe-28").stated, *load("europe-28").listed}
    assert set(read(path, Stakeholder).not_found) == issues
    assert check(path, library=Library(tmp_path)) == []
    again = CliRunner().invoke(cli, [*arguments, "-o", str(path)])
    assert "is there already; give --force to replace it" in str(again.exception)
    assert CliRunner().invoke(cli, [*arguments, "-o", str(path), "--force"]).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["norway", "--plan", "us-28", "-o", "sweden.yaml"], "bears the party's id"),
        (["Norway!", "--plan", "us-28"], "a name in lower case with hyphens"),
        (["norway", "--plan", "us-82"], "did you mean us-28"),
    ],
)
def test_what_is_wrong_is_said(arguments: list[str], message: str) -> None:
    found = CliRunner().invoke(cli, ["new", "positions", *arguments])
    assert isinstance(found.exception, PlancompareError)
    assert message in str(found.exception)
