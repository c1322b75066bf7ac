"""Examples in the README, in docs and in docstrings are run."""

from doctest import ELLIPSIS, NORMALIZE_WHITESPACE

from sybil import Sybil
from sybil.parsers.rest import DocTestParser

pytest_collect_file = Sybil(
    parsers=[DocTestParser(optionflags=ELLIPSIS | NORMALIZE_WHITESPACE)],
    patterns=["*.py", "*.md"],
    excludes=["tests/**", "benchmarks/**", "conftest.py", "hatch_build.py"],
).pytest()
