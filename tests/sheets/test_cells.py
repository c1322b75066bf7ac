"""Whatever data a cell holds, it is read as it was written, and is never a live formula."""

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plancompare import KINDS, Plan, Point
from plancompare.library.sheets.cells import FORMULA_OPENINGS, is_blank, read_cell, write_cell
from plancompare.library.sheets.fields import Fields, field_rows
from plancompare.library.sheets.shapes import ANYTHING, Shape, shape_of_model

SHAPES = [
    ANYTHING,
    Shape(),
    shape_of_model(Plan).below("proponents"),
    shape_of_model(Point).below("replaces"),
    *(shape_of_model(kind).below(name) for kind in KINDS.values() for name in kind.spec.terms),
]
DATA = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)


@given(DATA, st.sampled_from(SHAPES))
@example("=1+1", ANYTHING)
@example("'", ANYTHING)
@example("json:", ANYTHING)
@example("_x0041_", ANYTHING)
@example("\uffff", ANYTHING)
@example(["a", "b,c"], shape_of_model(Plan).below("proponents"))
@example(10**20, shape_of_model(KINDS["force-ceiling"]).below("personnel"))
def test_a_cell_is_read_as_it_was_written(data: Any, shape: Shape) -> None:
    cell = write_cell(data, shape)
    again = read_cell(cell, shape)
    assert (again, type(again)) == (data, type(data))
    assert read_cell(str(cell), shape) == data
    assert not is_blank(cell)
    assert not str(cell).startswith(FORMULA_OPENINGS) or isinstance(cell, int)


@given(st.dictionaries(st.text(min_size=1), DATA), st.sampled_from([*KINDS.values(), Plan]))
@example({"deadline": {"within": "1 day", "after": {"event": "x"}}}, KINDS["force-ceiling"])
@example({"split": {"1": "1/2", "2": "1/2"}}, KINDS["resource-sharing"])
@example({"wording": ["a, b", "c"]}, KINDS["force-ceiling"])
@example({"wording": []}, KINDS["force-ceiling"])
def test_fields_are_read_as_they_were_written(data: dict[str, Any], model: Any) -> None:
    named = {name.replace(".", ""): value for name, value in data.items() if name.strip(".")}
    fields = Fields(shape_of_model(model), None)
    for name, value in field_rows(named, shape_of_model(model)):
        fields.add(name, value, None)
    assert fields.node.data == named


@pytest.mark.parametrize(
    ("cell", "kind", "term", "data"),
    [
        (600000, "force-ceiling", "personnel", 600000),
        (600000.0, "force-ceiling", "personnel", 600000),
        ("600000", "force-ceiling", "personnel", 600000),
        ("unlimited", "force-ceiling", "personnel", "unlimited"),
        (" army ,navy", "force-ceiling", "counts", ["army", "navy"]),
        ("ceasefire, signature", "force-ceiling", "conditions", ["ceasefire", "signature"]),
        ("an end, and a beginning", "force-ceiling", "wording", ["an end, and a beginning"]),
        ("a, b", "force-ceiling", "note", "a, b"),
        (6, "force-ceiling", "at", ["6"]),
        (True, "force-ceiling", "note", "true"),
        (0.5, "force-ceiling", "note", "0.5"),
    ],
)
def test_people_may_write_what_comes_naturally(cell: Any, kind: str, term: str, data: Any) -> None:
    assert read_cell(cell, shape_of_model(KINDS[kind]).below(term)) == data


def test_true_and_false_are_read_where_they_are_meant() -> None:
    indefinite = shape_of_model(KINDS["market-access"]).below("duration").below("indefinite")
    assert [read_cell(one, indefinite) for one in (True, "TRUE", "true")] == [True, True, True]
