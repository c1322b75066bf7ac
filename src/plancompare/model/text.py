"""Text that people wrote, kept free of characters that could hide or reorder it on a screen."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

from plancompare.model.shared import Shared

__all__ = ["HIDDEN", "Quote", "Text", "hidden_character"]

HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]"
)
"""Control, zero-width and bidirectional characters, which no text may hold."""


def hidden_character(text: str) -> re.Match[str] | None:
    """The first control, zero-width or bidirectional character of a text, if there is one."""
    return HIDDEN.search(text)


def _visible(text: str) -> str:
    if found := HIDDEN.search(text):
        raise PydanticCustomError(
            "hidden_character",
            "holds the control or bidirectional character U+{code}",
            {"code": f"{ord(found[0]):04X}"},
        )
    if not text.strip():
        raise PydanticCustomError("blank_text", "is blank")
    return text


Text = Annotated[str, AfterValidator(_visible), Shared()]
"""Visible text: no control, zero-width or bidirectional characters, not blank."""

Quote = Annotated[str, StringConstraints(max_length=120), AfterValidator(_visible), Shared()]
"""A few quoted words, at most 120 characters."""
