"""The libraries that plancompare races; those not installed are reported, never a failure.

The extra `bench` installs them, but for merge3: its licence, the GPL, keeps it out of every extra.
Whoever installs it by hand has it raced as well.
"""

from __future__ import annotations

import logging
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Any

__all__ = ["peer", "versions"]

_DISTRIBUTIONS = (
    "pydantic",
    "click",
    "deepdiff",
    "deepdiff-rs",
    "hypothesis",
    "jinja2",
    "merge3",
    "PyYAML",
    "tabulate",
)

logging.getLogger("deepdiff").setLevel(logging.CRITICAL)  # it warns of its own cut-offs


def peer(module: str) -> Any:
    """A library, or None where it is not installed."""
    try:
        return import_module(module)
    except ImportError:
        return None


def versions() -> dict[str, str]:
    """Which release of each library took part."""
    found = {}
    for name in _DISTRIBUTIONS:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "not installed"
    return found
