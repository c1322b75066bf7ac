"""Fresh processes: what it costs to import the library and to run one command."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.race import race
from benchmarks.setting import Measurement, Setting
from benchmarks.wheel import ROOT, unpacked
from plancompare.model.frozen import Frozen

__all__ = ["measure"]

CLICK = """
import click

@click.group()
@click.version_option("0")
def cli():
    pass

@cli.command()
def nothing():
    pass

cli()
"""
ONE_MODEL = """
from pydantic import BaseModel

class Plan(BaseModel):
    id: str
    title: str
"""
TWINS = """
import plancompare, sys
from plancompare.library.shipped import compiled, home
assert plancompare.__file__.startswith(sys.argv[1]), plancompare.__file__
assert bool(compiled(home() / "proposals" / "us-28.yaml")) == (sys.argv[2] == "wheel")
"""
MODELS = "as_many_models"


def measure(setting: Setting) -> Iterator[Measurement]:
    """Every case of the row."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library = unpacked(folder) if setting.wheel else ROOT / "src"
        folder.joinpath(f"{MODELS}.py").write_text(as_many_models(), encoding="utf-8")
        run = _runner(folder, library)
        run("-c", TWINS, str(library), "wheel" if setting.wheel else "checkout")()
        yield from _pairs(run, setting)


def as_many_models() -> str:
    """A module that defines as many models, with as many fields, as the library has."""
    lines = [
        "from pydantic import BaseModel, ConfigDict",
        "class Frozen(BaseModel):",
        "    model_config = ConfigDict(frozen=True, extra='forbid', defer_build=True)",
    ]
    models = [Frozen]
    for model in models:  # grows while it is walked
        models += model.__subclasses__()
        shipped = model.__module__.startswith("plancompare.model")
        if model is Frozen or not shipped:
            continue
        base = model.__bases__[0]
        own = [name for name in model.model_fields if name in model.__annotations__]
        lines.append(f"class {model.__name__}({base.__name__}):")
        lines += [f"    {name}: str | None = None" for name in own] or ["    pass"]
    return "\n".join(lines) + "\n"


def _runner(folder: Path, library: Path) -> Callable[..., Callable[[], str]]:
    """How to start Python with compiled modules kept, and only this copy of the library."""
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(library), str(folder)]),
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
    }

    def run(*arguments: str) -> Callable[[], str]:
        def once() -> str:
            done = subprocess.run(
                [sys.executable, *arguments],
                env=environment,
                cwd=folder,
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode in (0, 1), done.stderr  # 1: the plans differ
            return done.stdout

        return once

    return run


def _pairs(run: Callable[..., Callable[[], str]], setting: Setting) -> Iterator[Measurement]:
    version = run("-m", "plancompare", "--version")
    compared = run("-m", "plancompare", "diff", "us-28", "europe-28")
    assert "plancompare" in version()
    assert "us-28" in compared()
    calls = {
        "import": run("-c", "import plancompare"),
        "import with Plan": run("-c", "import plancompare; plancompare.Plan"),
        "--version": version,
        "diff": compared,
        "models": run("-c", f"import {MODELS}"),
        "click": run("-c", CLICK, "--version"),
        "one model": run("-c", ONE_MODEL),
    }
    references = {
        "import": "models",
        "import with Plan": "models",
        "--version": "click",
        "diff": "one model",
    }
    times = race(calls, setting.rounds, block=0.0)
    for case, reference in references.items():
        yield Measurement(case, times.ratio(case, reference))
