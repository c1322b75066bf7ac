"""Words that stayed, went and came, and which of them weigh."""

import pytest

import plancompare
from plancompare.diffing import similarity
from plancompare.diffing.redline import Mark, Redline


def shown(changes: Redline) -> str:
    """The redline on one line."""
    signs = {"kept": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(signs[one.change].format(one.text) for one in changes.segments)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        # one word between single words is an anchor, also further on in a text
        ("a K b", "x K y", "[-a-]{+x+} K [-b-]{+y+}"),
        ("L M a K b N", "L M x K y N", "L M [-a-]{+x+} K [-b-]{+y+} N"),
        # so it is where only one of the two changes is longer than what stayed
        ("a K b c d", "x K y z w", "[-a-]{+x+} K [-b c d-]{+y z w+}"),
        ("a b c K d", "x y z K w", "[-a b c-]{+x y z+} K [-d-]{+w+}"),
        ("L a b c K d", "L x y z K w", "L [-a b c-]{+x y z+} K [-d-]{+w+}"),
        ("L a K b c d N", "L x K y z w N", "L [-a-]{+x+} K [-b c d-]{+y z w+} N"),
        ("K d", "x y z K w", "{+x y z +}K [-d-]{+w+}"),
        # one or two between longer changes are none, whichever side is longer
        ("a b K c d", "x y K z w", "[-a b K c d-]{+x y K z w+}"),
        ("a b c K L d e f", "x y z K L u v w", "[-a b c K L d e f-]{+x y z K L u v w+}"),
        ("a b c K", "x y z K u v w", "[-a b c K-]{+x y z K u v w+}"),
        ("a b c K d e f", "x y z K", "[-a b c K d e f-]{+x y z K+}"),
        # three are, and so is one that weighs
        (
            "a b c d K L M e f g h",
            "s t u v K L M w x y z",
            "[-a b c d-]{+s t u v+} K L M [-e f g h-]{+w x y z+}",
        ),
        ("a b not c d", "x y not z w", "[-a b-]{+x y+} not [-c d-]{+z w+}"),
        # what only went or only came
        ("a K L M b", "K L M c", "[-a -]K L M [-b-]{+c+}"),
        ("K L M b", "a K L M c", "{+a +}K L M [-b-]{+c+}"),
    ],
)
def test_what_stays_between_changes_is_an_anchor_or_not(
    before: str, after: str, expected: str
) -> None:
    assert shown(plancompare.redline(before, after)) == expected


def test_space_that_differs_is_told_from_space_that_stayed() -> None:
    changes = plancompare.redline("end  one", "end two")
    assert (changes.rejected(), changes.accepted()) == ("end  one", "end two")
    assert shown(changes) == "end[-  one-]{+ two+}"
    assert shown(plancompare.redline("end one", "end two")) == "end [-one-]{+two+}"
    assert shown(plancompare.redline("one  two", "one two")) == "one[-  -]{+ +}two"


def test_two_empty_texts_have_no_segments() -> None:
    assert plancompare.redline("", "").segments == ()
    assert [one.change for one in plancompare.redline("same", "same").segments] == ["kept"]


@pytest.mark.parametrize(
    ("word", "mark"),
    [
        ("shall", Mark.MODAL),
        ("Shall", Mark.MODAL),
        ("зобов'язаний", Mark.MODAL),
        ("not", Mark.NEGATION),
        ("don't", Mark.NEGATION),
        ("don\u2019t", Mark.NEGATION),
        ("600,000", Mark.FIGURE),
        ("ten", Mark.FIGURE),
        ("cease-fire", None),
        ("shore", None),
    ],
)
def test_figures_negations_and_modal_verbs_are_marked(word: str, mark: Mark | None) -> None:
    (added,) = [
        one
        for one in plancompare.redline("They go.", f"They {word} go.").segments
        if one.change == "added"
    ]
    assert added.mark is mark


def test_texts_just_short_enough_are_compared_word_by_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(similarity, "ALL_WORDS", 25)
    changes = plancompare.redline("a K b L c", "d K e L f")
    assert shown(changes) == "[-a-]{+d+} K [-b-]{+e+} L [-c-]{+f+}"
