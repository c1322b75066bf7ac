"""What became of a text, word by word: lossless, so that either side can be read back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from operator import itemgetter
from typing import Literal, NamedTuple

from plancompare.diffing.similarity import differing

__all__ = ["Mark", "Redline", "Segment", "Weighty", "redline"]


class Mark(StrEnum):
    """Why a word that came or went weighs more than others."""

    FIGURE = "figure"
    NEGATION = "negation"
    MODAL = "modal verb"


_MODALS = (
    "shall will would should must may might can could ought need needs "
    "повинен повинна повинне повинні має мають може можуть зобов'язаний зобов'язана зобов'язані "
    "должен должна должно должны может могут обязан обязана обязаны"
)
_NEGATIONS = (
    "no not never neither nor none nothing nobody without cannot except unless "
    "не ні жоден жодна жодне без ніколи нет ни никогда никакой"
)
_NUMBERS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred "
    "thousand million billion"
)
_MARKS = {
    word: mark
    for words, mark in (
        (_MODALS, Mark.MODAL),
        (_NEGATIONS, Mark.NEGATION),
        (_NUMBERS, Mark.FIGURE),
    )
    for word in words.split()
}
_TOKENS = re.compile(r"\s*(?:\w+(?:[.,'\u2019\u2010\u2011-]\w+)*|[^\w\s])|\s+")
_BLANK = " "
_SLIGHT = 2
"""So few words that stayed between changes are no anchor for a reader, if none of them weighs."""

ChangeOfText = Literal["kept", "removed", "added"]


class Segment(NamedTuple):
    """A stretch of text that stayed, went or came; a mark where what went or came weighs more."""

    change: ChangeOfText
    text: str
    mark: Mark | None = None


class Weighty(NamedTuple):
    """A marked word, or several, with what stands for it on the other side; empty if nothing."""

    mark: Mark
    removed: str
    added: str


@dataclass(frozen=True, slots=True)
class Redline:
    """Two texts in one, as segments. True where they differ.

    >>> changes = redline("Forces shall withdraw.", "Forces may not withdraw.")
    >>> for segment in changes.segments: print(*segment, sep="|")
    kept|Forces |None
    removed|shall|modal verb
    added|may|modal verb
    added| not|negation
    kept| withdraw.|None
    >>> changes.rejected(), changes.accepted()
    ('Forces shall withdraw.', 'Forces may not withdraw.')
    """

    segments: tuple[Segment, ...]

    def __bool__(self) -> bool:
        return any(segment.change != "kept" for segment in self.segments)

    def rejected(self) -> str:
        """The old text, exactly."""
        return "".join([one.text for one in self.segments if one.change != "added"])

    def accepted(self) -> str:
        """The new text, exactly."""
        return "".join([one.text for one in self.segments if one.change != "removed"])

    @property
    def weighty(self) -> tuple[Weighty, ...]:
        """Figures, negations and modal verbs that came or went, those of one place in pairs."""
        found: list[Weighty] = []
        here: dict[Mark, dict[str, list[str]]] = {}
        for change, text, mark in (*self.segments, Segment("kept", "")):
            if mark is not None:
                here.setdefault(mark, {"removed": [], "added": []})[change].append(text.strip())
            elif change == "kept":
                found += (
                    Weighty(one, " ".join(sides["removed"]), " ".join(sides["added"]))
                    for one, sides in here.items()
                    if sides["removed"] != sides["added"]
                )
                here = {}
        return tuple(found)


def redline(before: str, after: str) -> Redline:
    """What became of a text, for any two texts.

    A word is compared without the space before it. Words of a longest common subsequence stay;
    one or two of them between changes count as changed, unless they weigh.
    """
    if before == after:
        return Redline((Segment("kept", before),) if before else ())
    left, right = _TOKENS.findall(before), _TOKENS.findall(after)
    words, others = _words(left), _words(right)
    segments: list[Segment] = []
    one = other = 0
    for start, end, other_start, other_end in _gathered(differing(words, others), words):
        _keep(segments, left[one:start], right[other:other_start])
        if start < end and other_start < other_end:
            word, other_word = words[start], others[other_start]
            space = _space(left[start], word)
            same = space == _space(right[other_start], other_word)
            if space and same and _BLANK not in (word, other_word):
                _lengthen(segments, space)
                left[start], right[other_start] = word, other_word
        if start < end:
            segments += _changed("removed", left[start:end], words[start:end])
        if other_start < other_end:
            segments += _changed(
                "added", right[other_start:other_end], others[other_start:other_end]
            )
        one, other = end, other_end
    _keep(segments, left[one:], right[other:])
    return Redline(tuple(segments))


def _words(tokens: Sequence[str]) -> list[str]:
    """Tokens without the space before them; for space that ends a text a sign of its own."""
    words = [*map(str.lstrip, tokens)]
    if words and not words[-1]:
        words[-1] = _BLANK
    return words


def _gathered(
    changes: Iterator[tuple[int, int, int, int]], words: Sequence[str]
) -> Iterator[tuple[int, int, int, int]]:
    """Changes, those merged between which next to nothing stayed."""
    start = end = other_start = other_end = 0
    for change in changes:
        stayed = change[0] - end
        if (
            stayed <= _SLIGHT
            and stayed < max(end - start, other_end - other_start)
            and stayed < max(change[1] - change[0], change[3] - change[2])
            and not any(map(_mark, words[end : change[0]]))
        ):
            _, end, _, other_end = change
            continue
        if end > start or other_end > other_start:
            yield start, end, other_start, other_end
        start, end, other_start, other_end = change
    yield start, end, other_start, other_end


def _mark(word: str) -> Mark | None:
    """The mark of a word, without the space before it."""
    known = _MARKS.get(word.lower())
    if known is not None or word.isalpha():
        return known
    if any(one.isnumeric() and not one.isalpha() for one in word):
        return Mark.FIGURE
    return Mark.NEGATION if word.endswith(("n't", "n\u2019t")) else None


def _space(token: str, word: str) -> str:
    """The space before the word of a token."""
    return token[: len(token) - len(word)]


def _changed(change: ChangeOfText, tokens: Sequence[str], words: Sequence[str]) -> list[Segment]:
    """Words that went, or words that came, each with the space before it; alike marks in one."""
    if len(tokens) == 1:
        return [Segment(change, tokens[0], _mark(words[0]))]
    marked = zip(map(_mark, words), tokens, strict=True)
    return [
        Segment(change, "".join([token for _, token in some]), mark)
        for mark, some in groupby(marked, key=itemgetter(0))
    ]


def _keep(segments: list[Segment], left: Sequence[str], right: Sequence[str]) -> None:
    """The same words on both sides; the space before one of them may differ."""
    if left == right:
        if left:
            segments.append(Segment("kept", "".join(left)))
        return
    for one, other in zip(left, right, strict=True):
        if one == other:
            _lengthen(segments, one)
            continue
        word = one.lstrip()
        if gone := _space(one, word):
            _lengthen(segments, gone, "removed")
        if new := _space(other, word):
            _lengthen(segments, new, "added")
        if word:
            _lengthen(segments, word)


def _lengthen(segments: list[Segment], text: str, change: ChangeOfText = "kept") -> None:
    """Add text without a mark, to the last segment if that is of its sort."""
    if segments and segments[-1].change == change and segments[-1].mark is None:
        segments[-1] = Segment(change, segments[-1].text + text)
    else:
        segments.append(Segment(change, text))
