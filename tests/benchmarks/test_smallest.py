"""Every benchmark runs once at its smallest size: for what it finds, not for how long it takes."""

from pathlib import Path

import pytest
from benchmarks.__main__ import ROWS, main
from benchmarks.goals import GOALS
from benchmarks.setting import ABSENT, SMALLEST

KNOWN = {(goal.row, goal.case) for goal in GOALS}
BROWSING = [goal for goal in GOALS if goal.row == "browsing"]


@pytest.mark.parametrize("row", ROWS)
def test_each_row_measures_every_case_or_names_the_missing_peer(row: str) -> None:
    measured = {one.case: one for one in ROWS[row](SMALLEST)}
    expected = {
        case for of, case in KNOWN if of == row and not _is_larger(case) and "growth" not in case
    }
    assert expected <= set(measured)
    for one in measured.values():
        if one.spread is None:
            assert one.note == ABSENT
        else:
            assert 0 <= one.spread.low <= one.spread.median <= one.spread.high


def _is_larger(case: str) -> bool:
    return "280" in case or "1000" in case


def test_goals_are_named_once() -> None:
    assert len(KNOWN) == len(GOALS)


def test_a_missing_peer_is_a_line_of_the_report(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for module in ("load", "diff"):
        monkeypatch.setattr(f"benchmarks.{module}.peer", lambda _: None)
    output = tmp_path / "report.md"
    main(["--smallest", "--rows", "load,diff", "--output", str(output)])
    assert f"seed {SMALLEST.seed}" in capsys.readouterr().out
    text = output.read_text(encoding="utf-8")
    assert text.count(ABSENT) == 1 + 1 + 2 * 4
    assert "| at least 15x | peer not installed |" in text


def test_a_missing_browser_is_a_line_of_the_report(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    main(["--smallest", "--rows", "browsing"])
    assert capsys.readouterr().out.count(ABSENT) == len(BROWSING)


def test_an_unknown_row_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--rows", "speed"])
    assert "no such row: speed" in capsys.readouterr().err
