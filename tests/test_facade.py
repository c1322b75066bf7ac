"""The names that users import: all there, all documented, and nothing heavy before it is used."""

import subprocess
import sys
from typing import Any

import pytest

import plancompare

HEAVY = (
    "deepdiff",
    "tabulate",
    "rich",
    "ruamel",
    "rapidfuzz",
    "jinja2",
    "numpy",
    "hypothesis",
    "matplotlib",
)


def run(code: Any) -> Any:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout


def test_importing_loads_nothing_heavy() -> None:
    code = f"import sys, plancompare; print([m for m in {HEAVY} if m in sys.modules])"
    assert run(code).strip() == "[]"


def test_the_model_loads_pydantic_and_nothing_heavier() -> None:
    code = (
        "import sys, plancompare; plancompare.Plan; "
        f"print([m for m in ('pydantic', *{HEAVY}) if m in sys.modules])"
    )
    assert run(code).strip() == "['pydantic']"


def test_every_public_name_exists_and_is_documented() -> None:
    assert 40 <= len(plancompare.__all__) <= 70
    for name in plancompare.__all__:
        value = getattr(plancompare, name)
        if isinstance(value, type) or callable(value):
            assert value.__doc__, name
    assert dir(plancompare) == sorted(plancompare.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'no_such_name'"):
        plancompare.no_such_name  # noqa: B018 - asking is the test
