"""Every word of the interface and of controlled vocabularies is there in all three languages."""

import re
from collections.abc import Iterable
from typing import get_args

import pytest

import plancompare
from plancompare import KINDS, ChangeKind, Shift, Treatment, Verdict
from plancompare.diffing.alignment import Basis as LinkBasis
from plancompare.diffing.lineage import Fate
from plancompare.diffing.redline import Mark
from plancompare.errors import UnknownIdError
from plancompare.model import Plan, Position, Reading, Source, Statement
from plancompare.model.evidence import Basis, Checked
from plancompare.model.term_tests import OPS
from plancompare.model.topics import TOPICS
from plancompare.report.labels import LANGUAGES, Labels, labels
from plancompare.scoring.aggregation import AGGREGATIONS
from plancompare.scoring.bench import LineState
from plancompare.scoring.crossings import Effect
from plancompare.scoring.pairing import Firmness

ENGLISH = labels("en")
SHIPPED = [kind for kind in KINDS.values() if kind.__module__.startswith("plancompare.")]
VOCABULARIES: dict[str, Iterable[str]] = {
    "topics": TOPICS,
    "treatments": Treatment,
    "changes": ChangeKind,
    "change_meaning": ChangeKind,
    "shifts": Shift,
    "verdicts": Verdict,
    "letters": Verdict,
    "verdict_meaning": Verdict,
    "lines": LineState,
    "effects": Effect,
    "basis": get_args(Basis),
    "checked": get_args(Checked),
    "why": get_args(Reading.model_fields["why"].annotation),
    "text_status": get_args(Plan.model_fields["text_status"].annotation),
    "disclosure": get_args(Plan.model_fields["disclosure"].annotation),
    "source_kinds": get_args(Source.model_fields["kind"].annotation),
    "stances": get_args(Statement.model_fields["stance"].annotation),
    "strength": get_args(get_args(Position.model_fields["strength"].annotation)[0]),
    "wishes": ("prefers", "accepts", "rejects"),
    "ops": set(OPS) - {"equals", "one_of"},  # these need no word
    "salience": [name.replace("_", "-") for name, _ in plancompare.Library().rule().weights],
    "methods": AGGREGATIONS,
    "method_meaning": AGGREGATIONS,
    "firmness": Firmness,
    "fates": Fate,
    "links": LinkBasis,
    "marks": Mark,
    "kinds": {kind.model_fields["kind"].default for kind in SHIPPED},
    "terms": {term for kind in SHIPPED for term in kind.spec.terms},
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_languages_have_the_same_keys_and_no_empty_word(lang: str) -> None:
    found = labels(lang).groups
    assert {group: set(words) for group, words in found.items()} == {
        group: set(words) for group, words in ENGLISH.groups.items()
    }
    assert all(word for words in found.values() for word in words.values())


@pytest.mark.parametrize("group", VOCABULARIES)
def test_each_word_of_a_vocabulary_has_a_label_and_no_other(group: str) -> None:
    assert set(ENGLISH.groups[group]) == set(map(str, VOCABULARIES[group]))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_phrases_have_the_same_gaps(lang: str) -> None:
    for key, phrase in ENGLISH.ui.items():
        gaps = set(re.findall(r"{\w+}", phrase))
        assert set(re.findall(r"{\w+}", labels(lang).ui[key])) == gaps, key
        assert labels(lang).ui[key].count("|") == phrase.count("|"), key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_letters_of_verdicts_tell_them_apart(lang: str) -> None:
    letters = labels(lang).groups["letters"].values()
    assert len(set(letters)) == len(Verdict)


def test_slavic_numbers_take_the_form_that_goes_with_them() -> None:
    years = [labels("uk").length(count, "year") for count in (1, 2, 5, 11, 12, 21, 104)]
    assert years == ["1 рік", "2 роки", "5 років", "11 років", "12 років", "21 рік", "104 роки"]
    assert [labels("en").length(count, "day") for count in (1, 2)] == ["1 day", "2 days"]


def test_numbers_follow_the_language() -> None:
    assert labels("en").number(600000) == "600,000"
    assert labels("ru").number(600000) == "600\N{NO-BREAK SPACE}000"
    assert (labels("en").decimal(0.5), labels("uk").decimal(0.5)) == ("0.50", "0,50")


def test_a_share_that_is_not_quite_all_or_none_does_not_look_like_it() -> None:
    percent = labels("en").percent
    assert [percent(share) for share in (0, 0.001, 0.5, 0.999, 1)] == [
        "0%",
        "<\N{NO-BREAK SPACE}1%",
        "50%",
        ">\N{NO-BREAK SPACE}99%",
        "100%",
    ]
    assert [percent(share, 1) for share in (0, 0.0001, 0.9999, 1)] == [
        "0.0%",
        "<\N{NO-BREAK SPACE}0.1%",
        ">\N{NO-BREAK SPACE}99.9%",
        "100.0%",
    ]
    assert labels("uk").percent(0.0001, 1).startswith("<\N{NO-BREAK SPACE}0,1")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_verdict_and_an_inference_have_words_of_their_own(lang: str) -> None:
    inference = labels(lang).word("basis", "inference")
    for key in ("verdicts", "verdicts_note", "heat_caption"):
        assert inference not in labels(lang).ui[key].casefold()


def test_an_unknown_language_is_named_with_those_there_are() -> None:
    with pytest.raises(UnknownIdError, match="unknown language 'de'; write one of en, ru or uk"):
        labels("de")


def test_what_has_no_label_is_humanised() -> None:
    assert Labels("en", {"ui": {}, "kinds": {}}).word("kinds", "mine-clearance") == "mine clearance"
