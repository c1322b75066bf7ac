"""The door to rapidfuzz: which texts are alike, and where two of them differ."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

__all__ = ["SIMILAR", "alike", "differing"]

SIMILAR = 60.0
"""From this similarity on, in per cent, two texts are taken for versions of one another."""

ALL_PAIRS = 10_000
"""Up to this many pairs every one is compared; beyond it only those that share a rare word."""

RARE = 24
"""A word is rare if it stands in no more texts than this, both sides taken together."""

ALL_WORDS = 100_000_000
"""Up to this many pairs of words of two texts a longest common subsequence is sought: 12 MB."""


def alike(left: Mapping[int, str], right: Mapping[int, str]) -> Iterator[tuple[float, int, int]]:
    """Similarity in per cent, position left and right, of texts that are alike.

    The measure is the normalised Indel similarity, the same from either side.
    """
    if not left or not right:
        return
    from rapidfuzz import fuzz, process

    few = len(left) * len(right) <= ALL_PAIRS
    sharing = {} if few else _sharing_rare_words(left, right)
    for one, text in left.items():
        choices = right if few else {other: right[other] for other in sharing.get(one, ())}
        for _, score, other in process.extract(
            text, choices, scorer=fuzz.ratio, score_cutoff=SIMILAR, limit=None
        ):
            yield score, one, other


def _sharing_rare_words(left: Mapping[int, str], right: Mapping[int, str]) -> dict[int, set[int]]:
    """For each text on the left those on the right that share a rare word with it."""
    words = [{place: set(text.split()) for place, text in side.items()} for side in (left, right)]
    found = Counter(word for side in words for some in side.values() for word in some)
    homes: dict[str, list[int]] = defaultdict(list)
    for place, some in words[1].items():
        for word in some:
            if found[word] <= RARE:
                homes[word].append(place)
    return {
        place: {other for word in some if word in homes for other in homes[word]}
        for place, some in words[0].items()
    }


def differing(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Where two sequences of words differ, in order: start and end left, start and end right.

    No word may be empty. What lies between belongs to a longest common subsequence; where that would take too much
    memory, to what both begin and end with.
    """
    if len(left) * len(right) > ALL_WORDS:
        start = _common(left, right)
        tail = _common(left[start:][::-1], right[start:][::-1])
        yield start, len(left) - tail, start, len(right) - tail
        return
    from rapidfuzz.distance import Indel

    codes: Any = Indel.opcodes(left, right).as_list()  # tuples, whatever its stubs say
    for name, start, end, other_start, other_end in codes:
        if name != "equal":
            yield start, end, other_start, other_end


def _common(left: Sequence[str], right: Sequence[str]) -> int:
    """How many words both begin with."""
    shorter = min(len(left), len(right))
    return next((place for place in range(shorter) if left[place] != right[place]), shorter)
