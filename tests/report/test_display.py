"""Values in a notebook and as data frames: nobody below knows how, the report floor does."""

import subprocess
import sys
from typing import Any

import pandas
import pytest

import plancompare
from plancompare import Library, UnknownIdError, diff, matrix, render, score, verdicts
from plancompare.errors import MissingLibraryError
from plancompare.scoring.panel import score_panel, verdict_panel
from plancompare.tables.tidy.values import value_tables

NAMES = ("plan", "diff", "matrix", "verdicts", "verdict panel", "score", "score panel")


@pytest.fixture(scope="module")
def values(outspoken: Library) -> dict[str, Any]:
    """One value of each sort that shows itself."""
    us, europe = outspoken.load("us-28"), outspoken.load("europe-28")
    found = (
        us,
        diff(us, europe),
        matrix([us, europe]),
        verdicts(us, "somebody", library=outspoken),
        verdict_panel([us, europe], library=outspoken),
        score(us, "somebody", library=outspoken),
        score_panel([us, europe], library=outspoken),
    )
    return dict(zip(NAMES, found, strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_shows_the_same_table_as_render(name: str, values: dict[str, Any]) -> None:
    value = values[name]
    assert value._repr_html_() == render(value, "html")
    assert value._repr_markdown_() == render(value, "markdown")


@pytest.mark.parametrize("name", NAMES)
def test_a_data_frame_has_the_rows_of_the_table(name: str, values: dict[str, Any]) -> None:
    value = values[name]
    for table in value_tables(value):
        frame = value.to_dataframe(table.name)
        assert list(frame.columns) == [column.name for column in table.shape.columns]
        assert len(frame) == len(table.rows)
        assert int(frame.notna().sum().sum()) == sum(
            one is not None for row in table.rows for one in row
        )
    first = value_tables(value)[0].name
    pandas.testing.assert_frame_equal(value.to_dataframe(), value.to_dataframe(first))


def test_columns_have_types_that_know_a_missing_value(values: dict[str, Any]) -> None:
    types = values["verdicts"].to_dataframe("red_lines").dtypes
    assert (str(types["inferred"]), str(types["line"])) == ("boolean", "string")
    assert str(types["as_of"]).startswith("datetime64")
    assert str(values["plan"].to_dataframe("terms").dtypes["number"]) == "Float64"
    assert str(values["plan"].to_dataframe("reports").dtypes["points"]) == "Int64"


def test_an_empty_table_is_an_empty_frame(outspoken: Library) -> None:
    us = outspoken.load("us-28")
    assert len(diff(us, us).to_dataframe()) == 0


def test_an_unknown_table_names_those_there_are(values: dict[str, Any]) -> None:
    expected = r"^unknown table 'change'; did you mean changes or term_changes\?$"
    with pytest.raises(UnknownIdError, match=expected):
        values["diff"].to_dataframe("change")


def test_without_pandas_the_extra_is_named(
    values: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingLibraryError) as found:
        values["plan"].to_dataframe()
    assert str(found.value) == (
        "data frames need pandas, which is not installed; "
        "install it with: pip install plancompare[frames]"
    )


def test_a_value_needs_no_other_import_to_show_itself() -> None:
    code = (
        "import sys\n"
        "from plancompare.model import Plan\n"
        "from plancompare.library.library import Library\n"
        "plan = Library().load('geneva')\n"
        "assert not [one for one in sys.modules if one.startswith('plancompare.report')]\n"
        "print(plan._repr_html_()[:9])\n"
        "assert 'pandas' not in sys.modules and 'docx' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("<section>\n", "")


def test_the_value_of_a_plan_is_not_changed_by_showing_it(values: dict[str, Any]) -> None:
    plan = plancompare.load("us-28")
    before = hash(plan)
    plan._repr_html_()
    plan.to_dataframe()
    assert hash(plan) == before
    assert plan == values["plan"]
