"""The command as a user runs it, within the process of the tests."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from plancompare.cli.main import main


class Outcome(NamedTuple):
    """Exit status, standard output, standard error."""

    status: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command, on a screen of 100 columns."""
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("NO_COLOR", raising=False)

    def run(*words: str) -> Outcome:
        monkeypatch.setattr("sys.argv", ["plancompare", *words])
        with pytest.raises(SystemExit) as done:
            main()
        assert isinstance(done.value.code, int)
        return Outcome(done.value.code, *capsys.readouterr())

    return run
