"""Reading a plan: from YAML as users write it, and from JSON as the wheel carries it."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from ruamel.yaml import YAML

from benchmarks.alone import alone
from benchmarks.drafts import draft
from benchmarks.peers import peer
from benchmarks.race import growth, race
from benchmarks.setting import Measurement, Setting
from plancompare import Library, Plan
from plancompare.library.reading import read_plan
from plancompare.library.writing import plain

__all__ = ["measure"]


def measure(setting: Setting) -> Iterator[Measurement]:
    """Every case of the row."""
    with tempfile.TemporaryDirectory() as folder:
        shipped = Path(folder)
        with patch("plancompare.library.shipped.home", return_value=shipped):
            library = Library(shipped, shipped=False)
            for size in setting.sizes:
                _write(draft(size, setting.seed), shipped)
            for size in setting.sizes:
                yield from _of_size(size, library, setting)
            if len(setting.sizes) > 1:
                yield from _growth(library, setting)
            size = setting.sizes[-1]
            largest = _id(size, setting)
            path = library.path(largest)
            for case, peak in (
                (f"YAML, {size} points, peak", alone(lambda: read_plan(path), setting.cap).peak_mb),
                (
                    f"shipped, {size} points, peak",
                    alone(lambda: library.load(largest), setting.cap).peak_mb,
                ),
            ):
                yield Measurement.single(case, peak, "MB")


def _id(size: int, setting: Setting) -> str:
    return f"draft-{size}-{setting.seed}"


def _write(plan: Plan, folder: Path) -> None:
    """The YAML file of a plan and, beside it, the same data as JSON, as in the wheel."""
    data = plain(plan)
    yaml = YAML(typ="safe", pure=False)
    yaml.default_flow_style = False
    path = folder / f"{plan.id}.yaml"
    with path.open("w", encoding="utf-8") as stream:
        yaml.dump(data, stream)
    path.with_suffix(".json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def _of_size(size: int, library: Library, setting: Setting) -> Iterator[Measurement]:
    name = _id(size, setting)
    path = library.path(name)
    text = path.read_text(encoding="utf-8")
    twin = path.with_suffix(".json").read_bytes()
    assert read_plan(path) == library.load(name) == Plan.model_validate_json(twin)
    assert read_plan(path) == draft(size, setting.seed)
    calls = {
        "yaml": lambda: read_plan(path),
        "shipped": lambda: library.load(name),
        "validate_json": lambda: Plan.model_validate_json(twin),
    }
    yaml = peer("yaml")
    if yaml and hasattr(yaml, "CSafeLoader"):
        assert len(yaml.load(text, yaml.CSafeLoader)["points"]) == size
        calls["pyyaml"] = lambda: yaml.load(text, yaml.CSafeLoader)
    times = race(calls, setting.rounds, setting.block)
    case = f"YAML, {size} points"
    if "pyyaml" in calls:
        yield Measurement(case, times.ratio("yaml", "pyyaml"))
    else:
        yield Measurement.absent(case)
    yield Measurement(f"shipped, {size} points", times.ratio("shipped", "validate_json"))


def _growth(library: Library, setting: Setting) -> Iterator[Measurement]:
    small, large = setting.sizes[-2:]
    one, other = _id(small, setting), _id(large, setting)
    times = race(
        {
            "YAML, small": lambda: read_plan(library.path(one)),
            "YAML, large": lambda: read_plan(library.path(other)),
            "shipped, small": lambda: library.load(one),
            "shipped, large": lambda: library.load(other),
        },
        setting.rounds,
        setting.block,
    )
    for case in ("YAML", "shipped"):
        ratio = times.ratio(f"{case}, large", f"{case}, small")
        yield Measurement(f"{case}, growth", growth(ratio, large / small))
