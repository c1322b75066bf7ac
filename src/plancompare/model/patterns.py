"""Issues as those who speak name them: one, or with `*` every one that fits."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import StringConstraints

__all__ = ["IssuePattern", "pattern_matches"]

IssuePattern = Annotated[
    str,
    StringConstraints(
        pattern=r"^[a-z0-9-]+(/([a-z0-9-]+(\+[a-z0-9-]+)*|\*))*(#[a-z0-9-]+)?$", max_length=400
    ),
]
"""An issue, or with `*` for a key every issue of a plan that fits: `territorial-status/*`."""


def pattern_matches(pattern: str, issue: str) -> bool:
    """Whether an issue is the one named, or fits the pattern.

    >>> pattern_matches("territorial-status/*", "territorial-status/crimea")
    True
    """
    body = re.escape(pattern).replace(r"\*", r"[^/#]+")
    return re.fullmatch(rf"{body}(#.*)?", issue) is not None
