"""The door to jinja2: packaged templates, autoescape on, nothing undefined passes in silence."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["filled", "packaged", "trusted"]


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("plancompare", "report/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )


def filled(name: str, **values: Any) -> str:
    """A packaged template with its values; text in them stays text."""
    return _environment().get_template(name).render(**values)


def packaged(name: str) -> str:
    """The text of a packaged file that is no template."""
    return (files("plancompare.report") / "templates" / name).read_text("utf-8")


def trusted(markup: str) -> Any:
    """Markup of our own making, which is not escaped again."""
    from markupsafe import Markup

    return Markup(markup)  # noqa: S704 - never called on text from a file
