"""Whatever the bytes of a file, it is read or it is refused with its faults; nothing else."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import plancompare
from plancompare import InvalidFileError, Plan, Problem
from plancompare.library.shipped import home

REAL = (home() / "proposals" / "us-28.yaml").read_bytes()
SOME = [
    *(b"\t", b"\0", b"\xff", b"\r", b"\n", b"\n\n", b"&a ", b"*a", b"!!bool x", b"<<: 1", b"? "),
    *(b"[", b"]", b"{", b"}", b'"', b"'", b"#", b": ", b"- ", b"...", b"---\n", b"%", b"|", b">"),
    *(b".nan", b"null", b"true", b"-1", b"1e999", b"\\", b"\xe2\x80\xae", b"kind: amnesty\n"),
]
PIECES = st.sampled_from(SOME) | st.binary(max_size=8) | st.text(max_size=8).map(str.encode)


def read(data: bytes, folder: Path) -> None:
    path = folder / "us-28.yaml"
    path.write_bytes(data)
    plan: Plan | None = None
    problems: tuple[Problem, ...] = ()
    try:
        plan = plancompare.load_plan(path)
    except InvalidFileError as error:
        problems = error.problems
    assert isinstance(plan, Plan) == (problems == ())
    assert problems == tuple(sorted(problems))
    assert all(one.what and one.remedy and str(one).isprintable() for one in problems)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mutations")


@given(st.integers(0, len(REAL)), st.integers(0, 60), st.lists(PIECES, max_size=3))
@example(0, len(REAL), [])
def test_a_real_file_with_a_stretch_of_it_replaced(
    place: Path, start: int, length: int, pieces: list[bytes]
) -> None:
    read(REAL[:start] + b"".join(pieces) + REAL[start + length :], place)


@given(st.integers(0, len(REAL)), st.integers(0, len(REAL)), st.integers(0, 400))
def test_a_real_file_with_a_stretch_of_it_copied_elsewhere(
    place: Path, source: int, target: int, length: int
) -> None:
    read(REAL[:target] + REAL[source : source + length] + REAL[target:], place)


@given(st.binary(max_size=200) | st.lists(PIECES, max_size=40).map(b"".join))
def test_any_bytes(place: Path, data: bytes) -> None:
    read(data, place)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=8,
)
ANYWHERE = sorted({found.span(1) for found in re.finditer(rb": ([^\n]*)\n", REAL)})


@given(st.sampled_from(ANYWHERE), VALUES)
def test_a_real_file_with_any_value_in_place_of_another(
    place: Path, span: tuple[int, int], value: object
) -> None:
    written = json.dumps(value).encode()
    read(REAL[: span[0]] + written + REAL[span[1] :], place)
