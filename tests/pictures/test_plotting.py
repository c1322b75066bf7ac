"""Pictures as files, from Python and from the command line."""

import json
import struct
import sys
from pathlib import Path
from typing import Any

import pytest

import plancompare
from plancompare import Library, Plan, PlancompareError
from plancompare.cli.main import main
from plancompare.report.pictures import describe, territory_svg
from plancompare.report.pictures.plotting import picture
from plancompare.report.pictures.raster import png
from plancompare.report.pictures.scene import Picture


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    def run(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["plancompare", *words])
        with pytest.raises(SystemExit) as done:
            main()
        captured = capsys.readouterr()
        return int(done.value.code or 0), captured.out, captured.err

    return run


def drafts() -> Any:
    return [plancompare.load(one) for one in ("us-28", "europe-28")]


def test_an_svg_is_written_and_told(tmp_path: Path) -> None:
    path = tmp_path / "territory.SVG"
    assert plancompare.plot(drafts(), path) == describe(drafts())
    assert path.read_text("utf-8") == territory_svg(drafts())


@pytest.mark.parametrize("lang", ["en", "uk"])
def test_a_png_has_the_size_of_the_picture_and_the_same_bytes_each_time(
    tmp_path: Path, lang: str
) -> None:
    changes = plancompare.diff(*drafts())
    one, other = tmp_path / "one.png", tmp_path / "other.png"
    plancompare.plot(changes, one, lang=lang)
    plancompare.plot(changes, other, lang=lang)
    assert one.read_bytes() == other.read_bytes()
    width, height = struct.unpack(">II", one.read_bytes()[16:24])
    drawn = picture(changes, lang)
    assert (width, height) == (int(drawn.width * 2), int(drawn.height * 2))
    for word in (b"Software", b"Creation", b"Date"):
        assert word not in one.read_bytes()


def test_every_look_and_any_text_can_be_a_png() -> None:
    panel = plancompare.score_panel(drafts(), ["ukraine"])
    assert png(picture(panel)).startswith(b"\x89PNG")
    assert png(picture(plancompare.matrix(drafts()))).startswith(b"\x89PNG")
    points = [{"number": "1", "heading": "$\\frac{1}{$ 和平計劃 <b>"}]
    document = {
        "id": "odd",
        "title": "Odd",
        "conflict": "c",
        "date": "2025-01-01",
        "text_status": "leaked",
        "disclosure": "full",
        "points": points,
    }
    odd = Plan.model_validate_json(json.dumps(document))
    assert png(picture(plancompare.diff(odd, odd))).startswith(b"\x89PNG")


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(
        PlancompareError, match=r"is neither SVG nor PNG; end the name in \.svg or \.png"
    ):
        plancompare.plot(drafts(), tmp_path / "picture.jpg")


def test_no_plan_and_one_plan_twice_are_refused() -> None:
    with pytest.raises(PlancompareError, match="nothing to draw; name one plan or more"):
        describe([])
    with pytest.raises(
        PlancompareError, match="two plans have the id 'us-28'; name each plan once"
    ):
        describe([drafts()[0], drafts()[0]])


@pytest.mark.parametrize("panel", [plancompare.verdict_panel, plancompare.score_panel])
def test_a_panel_without_stakeholders_is_refused_for_what_it_lacks(
    panel: Any, silent: Library
) -> None:
    with pytest.raises(
        PlancompareError,
        match="the library has no stakeholders; begin a file of positions with plancompare new",
    ):
        describe(panel(drafts(), library=silent))


def test_a_picture_too_tall_for_png_is_refused() -> None:
    with pytest.raises(PlancompareError, match="too tall for PNG; write SVG, or show fewer plans"):
        png(Picture("Tall", "Tall.", 10, 1e6, "en", ()))


def test_without_matplotlib_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(PlancompareError, match=r"install plancompare\[plot\], or write SVG"):
        png(Picture("Small", "Small.", 10, 10, "en", ()))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ["points", "us-28", "europe-28"],
            "3 Neighbouring states and enlargement of NATO: dropped.",
        ),
        (["territory", "us-28", "--lang", "ru"], "Крым: отнесено к: Россия"),
        (["matrix", "us-28", "geneva"], "geneva, deferred: "),
        (["verdicts", "us-28", "--stakeholder", "ukraine"], "Ukraine, preferred: "),
        (
            ["scores", "us-28", "--stakeholder", "ukraine", "--rule", "default"],
            "Ukraine, us-28: 0.",
        ),
        (["acceptability", "us-28", "europe-28", "--stakeholder", "russia"], "us-28: rank 1: "),
    ],
)
def test_each_kind_is_drawn_from_the_command_line(
    run: Any, tmp_path: Path, words: list[str], told: str
) -> None:
    path = tmp_path / "drawn.svg"
    status, out, err = run("plot", *words, "-o", str(path))
    assert (status, err) == (0, "")
    assert told in out
    assert path.read_text("utf-8").startswith("<svg ")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["points", "us-28"], "points needs two plans, the earlier one first"),
        (["acceptability", "us-28", "europe-28"], "acceptability needs one --stakeholder"),
        (["territory", "us-28", "--lang", "de"], "unknown language 'de'"),
        (["territory", "us-28", "us-28"], "a plan is named twice"),
    ],
)
def test_what_cannot_be_drawn_is_said_and_nothing_written(
    run: Any, tmp_path: Path, words: list[str], said: str
) -> None:
    path = tmp_path / "drawn.svg"
    status, out, err = run("plot", *words, "-o", str(path))
    assert (status, out) == (2, "")
    assert said in err
    assert not path.exists()
