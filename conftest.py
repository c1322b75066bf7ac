"""Examples in the README, in docs and in docstrings are run; docs/encode.md in a folder of its own."""

import os
import shlex
import subprocess
import sys
import tempfile
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE, OutputChecker
from pathlib import Path
from typing import Any

from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser
from sybil.parsers.rest import DocTestParser

_AT_END = ", at its end"
_EXCLUDED = ["tests/**", "benchmarks/**", "conftest.py", "hatch_build.py"]
_doctests = DocTestParser(optionflags=ELLIPSIS | NORMALIZE_WHITESPACE)


def _write(example: Example) -> None:
    """Write a file, which its first line names, or add to its end."""
    name, _, text = example.parsed.removeprefix("# ").partition("\n")
    path = Path(name.removesuffix(_AT_END))
    if name.endswith(_AT_END):
        path.write_text(path.read_text("utf-8") + text, encoding="utf-8")
    else:
        path.write_text(example.parsed, encoding="utf-8")


def _run(example: Example) -> str | None:
    """Run a command and hold what it prints against what the document says."""
    line, _, expected = example.parsed.removeprefix("$ ").replace("\\\n", "").partition("\n")
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    done = subprocess.run(  # noqa: S603 - the documents of this project
        shlex.split(line),
        env={**os.environ, "PATH": path, "COLUMNS": "100"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if OutputChecker().check_output(expected, done.stdout, ELLIPSIS):
        return None
    return f"{line} printed:\n{done.stdout}"


def _enter(namespace: dict[str, Any]) -> None:
    namespace["home"] = Path.cwd()
    os.chdir(tempfile.mkdtemp())


def _leave(namespace: dict[str, Any]) -> None:
    os.chdir(namespace["home"])


pytest_collect_file = (
    Sybil(
        parsers=[_doctests],
        patterns=["*.py", "*.md"],
        excludes=[*_EXCLUDED, "docs/encode.md"],
    )
    + Sybil(
        parsers=[
            CodeBlockParser("yaml", _write),
            CodeBlockParser("py", _write),
            CodeBlockParser("console", _run),
        ],
        pattern="docs/encode.md",
        setup=_enter,
        teardown=_leave,
    )
).pytest()
