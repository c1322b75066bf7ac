"""The example notebooks run from top to bottom, show what they promise, and carry no output."""

import ast
import json
from pathlib import Path
from typing import Any

import pytest

NOTEBOOKS = sorted((Path(__file__).parents[2] / "docs" / "notebooks").glob("*.ipynb"))


def cells(path: Path, kind: str) -> list[dict[str, Any]]:
    book = json.loads(path.read_text(encoding="utf-8"))
    assert (book["nbformat"], book["nbformat_minor"]) == (4, 5)
    return [cell for cell in book["cells"] if cell["cell_type"] == kind]


def run(source: str, names: dict[str, Any]) -> Any:
    """Run a cell as a notebook does; gives the value of its last line, if that has one."""
    body = ast.parse(source).body
    last = body[-1]
    if not isinstance(last, ast.Expr):
        return exec(compile(ast.Module(body, []), "cell", "exec"), names)
    exec(compile(ast.Module(body[:-1], []), "cell", "exec"), names)
    return eval(compile(ast.Expression(last.value), "cell", "eval"), names)


def test_there_are_two() -> None:
    assert [path.stem for path in NOTEBOOKS] == [
        "comparing-two-drafts",
        "positions-verdicts-scores",
    ]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_and_what_it_shows_is_a_table(path: Path) -> None:
    names: dict[str, Any] = {}
    shown = [run("".join(cell["source"]), names) for cell in cells(path, "code")]
    tables = [one._repr_html_() for one in shown if hasattr(one, "_repr_html_")]
    assert len(tables) >= 3
    assert all("<table" in one for one in tables)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_carries_no_output(path: Path) -> None:
    for cell in cells(path, "code"):
        assert (cell["outputs"], cell["execution_count"]) == ([], None)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_table_is_introduced_in_words(path: Path) -> None:
    assert cells(path, "markdown")[0]["source"][0].startswith("# ")
    assert len(cells(path, "markdown")) >= 5
