"""An imported plan as a file for a person to go on with: folded text, and comments on what to do."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from plancompare.library.document import dumped
from plancompare.library.importing.drafting import NO_DATE
from plancompare.library.writing import plain
from plancompare.model import Plan

__all__ = ["annotated"]

_WIDTH = 100
_SPACE = re.compile(r"(?<=\S) (?=\S)")
_UNSAFE = re.compile(
    r"[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|^[ \t]|[ \t]$", re.MULTILINE
)
_HEAD = """\
# Imported from a numbered text. What stands in comments is not part of the plan.
# Set what the text does not say by itself:{missing}
# Enter the source in seeds/sources.yaml and cite it in place of TODO.
"""


def annotated(plan: Plan, comments: Mapping[int, Sequence[str]] | None = None) -> str:
    """The plan as YAML that reads back as the same plan, with comments under some of its points."""
    comments = comments or {}
    missing = [
        *(["conflict"] if plan.conflict == "unnamed" else []),
        *(["date"] if plan.date == NO_DATE else []),
        "text_status, and disclosure (full once this is known to be all of it)",
    ]
    head = _HEAD.format(missing="".join(f"\n#   {one}" for one in missing))
    return head + "\n".join(_lines(plan, comments)) + "\n"


def _lines(plan: Plan, comments: Mapping[int, Sequence[str]]) -> Iterator[str]:
    fields = plain(plan, todo=True)
    points = fields.pop("points", [])
    for name, value in fields.items():
        yield from _field(name, value, "")
    if points:
        yield "points:"
    for place, point in enumerate(points):
        lines = [line for name, value in point.items() for line in _field(name, value, "    ")]
        yield f"  - {lines[0].lstrip()}"  # an imported point has a number, or what is printed for it
        yield from lines[1:]
        for comment in comments.get(place, ()):
            yield f"    # {comment}".rstrip()


def _field(name: str, value: Any, margin: str) -> list[str]:
    if not isinstance(value, str) or _UNSAFE.search(value):
        return [margin + line for line in dumped({name: value}).splitlines()]
    if name in ("text", "preamble", "note"):
        return [f"{margin}{name}: >-", *_folded(value, margin + "  ")]
    bare = re.fullmatch(r"[A-Za-z][\w-]*( [\w-]+)*", value, re.ASCII)
    known = name in ("id", "conflict", "text_status", "disclosure", "date")
    return [
        f"{margin}{name}: {value if (bare and known) or name == 'date' else json.dumps(value, ensure_ascii=False)}"
    ]


def _folded(text: str, margin: str) -> Iterator[str]:
    """A text as the lines of a folded block: a blank line stands for a line break."""
    for place, paragraph in enumerate(text.split("\n")):
        if place:
            yield ""
        line = ""
        for word in _SPACE.split(paragraph) if paragraph else ():
            if line and len(margin) + len(line) + 1 + len(word) > _WIDTH:
                yield margin + line
                line = word
            else:
                line = f"{line} {word}" if line else word
        if line:
            yield margin + line
