"""Files that mean harm: huge, deep, in disguise, or no files at all."""

import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

import plancompare
from plancompare import InvalidFileError, Library, PlancompareError

Faults = Callable[..., list[str]]
DEEP = "is nested more than 100 levels deep; make it flatter"
MEBIBYTE = 2**20


def test_a_file_of_50_megabytes_is_refused_unread(library: Library, folder: Path) -> None:
    with (folder / "draft.yaml").open("wb") as stream:
        stream.truncate(50 * MEBIBYTE)
    with pytest.raises(InvalidFileError):
        plancompare.load_plan("none.yaml", library)  # modules that are only now loaded do not count
    tracemalloc.start()
    with pytest.raises(InvalidFileError) as caught:
        plancompare.load_plan("draft.yaml", library)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert str(caught.value) == (
        "draft.yaml: is larger than 16 MiB; "
        "check that it is the right file; a plan has some fifty kilobytes"
    )
    assert peak < MEBIBYTE


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("x: " + "[" * 200_000, "1:103"),
        ("x: " + "[\n" * 200_000, "100:1"),
        ("{a: " * 50_000, "1:401"),
        ("- " * 50_000, "1:201"),
        ("".join(" " * depth + "-\n" for depth in range(600)), "101:101"),
        ("".join(" " * depth + "a:\n" for depth in range(600)), "101:101"),
    ],
)
def test_deep_nesting_is_refused_where_it_becomes_too_deep(
    faults: Faults, text: str, place: str
) -> None:
    assert faults(text) == [f"{place}: {DEEP}"]


def test_a_hundred_levels_are_not_too_deep(faults: Faults) -> None:
    (said, *_) = faults("x: " + "[" * 99 + "]" * 99)
    assert said == "1:1: the field 'conflict' is missing; add it"


def test_a_billion_laughs_fall_flat(faults: Faults) -> None:
    laughs = "a: &a [ha, ha]\n" + "".join(
        f"{after}: &{after} [{', '.join([f'*{before}'] * 9)}]\n"
        for before, after in zip("abcdefghijklm", "bcdefghijklmn", strict=True)
    )
    said = faults(laughs)
    assert [one for one in said if "unknown field" not in one][:3] == [
        "1:4: an anchor (&name) is not allowed; take it out, or put the value in quotes",
        "2:4: an anchor (&name) is not allowed; take it out, or put the value in quotes",
        "2:8: an alias (*name) is not allowed; write the value out again, or put it in quotes",
    ]


NONSENSE = {
    "names": "".join(f"n{number}: x\n" for number in range(50_000)),
    "aliases": "[" + "*a, " * 50_000,
    "unknown points": "points:\n" + "- {x: 1}\n" * 20_000,
    "unknown sources": "evidence: [{sources: ["
    + ", ".join(f"s{number}" for number in range(20_000))
    + "], basis: inference, checked: unverified}]",
    "one word": "a" * 1_000_000,
    "an open quotation": "'" + "a" * 1_000_000,
}


@pytest.mark.parametrize("text", NONSENSE.values(), ids=NONSENSE)
def test_a_big_file_of_nonsense_gives_an_error_that_can_be_read(
    library: Library, text: str
) -> None:
    Path("draft.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InvalidFileError) as caught:
        plancompare.load_plan("draft.yaml", library)
    assert len(caught.value.problems) <= 201
    assert max(map(len, str(caught.value).split("\n"))) < 5000


def test_too_many_values_are_too_many(faults: Faults, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plancompare.library.composing.MAXIMUM_VALUES", 1000)
    (said,) = faults("[" + "[], " * 4_000_000)
    assert said == "1:1998: holds more than 1,000 values; split the file"


def test_beyond_two_hundred_problems_a_file_has_more(faults: Faults) -> None:
    said = faults("".join(f"n{number}: x\n" for number in range(300)))
    assert len(said) == 201
    assert said[-1] == "195:1: more problems follow; mend the others first"


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ("title: Ä".encode("latin-1"), "1:8"),
        ("Ґ: ґ\nÄä: ".encode() + b"\xff", "2:5"),
        ("title: A".encode("utf-16"), "1:1"),
        (b"\xef\xbb\xbftitle: \xe9", "1:8"),
    ],
)
def test_a_file_in_another_encoding_is_refused_at_the_first_wrong_character(
    faults: Faults, data: bytes, place: str
) -> None:
    assert faults(data) == [f"{place}: is not UTF-8 text; save it as UTF-8"]


def test_a_byte_order_mark_and_foreign_line_ends_are_read(library: Library, draft: str) -> None:
    Path("draft.yaml").write_bytes(b"\xef\xbb\xbf" + draft.replace("\n", "\r\n").encode())
    assert plancompare.load_plan("draft.yaml", library).title == "A draft"


HIDDEN = [
    "\0",
    "\x07",
    "\x1b",
    "\r",
    "\x7f",
    "\x85",
    "\u200b",
    "\u202e",
    "\u2028",
    "\u2066",
    "\ufeff",
]


@pytest.mark.parametrize("character", HIDDEN, ids=ascii)
def test_a_hidden_character_is_shown_by_its_number(spoilt: Faults, character: str) -> None:
    said = f"2:10: holds the control or bidirectional character U+{ord(character):04X}; delete it"
    assert spoilt("title: A draft", f"title: A {character}draft") == [said]


@pytest.mark.parametrize("character", HIDDEN, ids=ascii)
@pytest.mark.parametrize(
    ("written", "place"),
    [('title: "A {}draft"', "2:8"), ('note: ["A {}"]\ntitle: A', "2:8"), ('"ti{}tle": x', "2:1")],
)
def test_a_hidden_character_cannot_come_in_as_an_escape(
    spoilt: Faults, character: str, written: str, place: str
) -> None:
    said = (
        f"{place}: holds the control or bidirectional character U+{ord(character):04X}; delete it"
    )
    found = spoilt("title: A draft", written.format(f"\\u{ord(character):04x}"))
    assert said in found
    assert not any(one in "".join(found) for one in HIDDEN)


def test_a_character_that_yaml_does_not_know_is_refused(spoilt: Faults) -> None:
    said = " holds a character that YAML does not allow; delete it"
    assert spoilt("title: A draft", "title: A \ufffe") == [said]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("no.yaml", "no.yaml: there is no such file; check the path"),
        ("", "'': there is no such file; check the path"),
        ("seeds", "seeds: is a folder, not a file; name a file in it"),
        ("a\0b.yaml", "a\\x00b.yaml: is not a path; take the null character out"),
        ("\x1b[31m.yaml", "\\x1b[31m.yaml: there is no such file; check the path"),
        (
            "seeds/events.yaml/x",
            "seeds/events.yaml/x: cannot be read: Not a directory; "
            "check the path and its permissions",
        ),
        ("pipe", "pipe: is not an ordinary file; save its content to a file first"),
    ],
)
def test_what_is_no_file_is_refused_by_name(library: Library, path: str, said: str) -> None:
    os.mkfifo("pipe")
    with pytest.raises(InvalidFileError) as caught:
        plancompare.load_plan(path, library)
    assert str(caught.value) == said


def test_a_file_that_grows_without_end_is_read_no_further_than_the_limit(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plancompare.library.textfile.MAXIMUM_SIZE", 0)
    with pytest.raises(InvalidFileError, match="is larger than 0 MiB"):
        plancompare.load_plan("/proc/self/status", library)


@pytest.mark.parametrize("path", ["proposals/us-28.yaml", "us-28.yml", "..\\us-28", "/etc/passwd"])
def test_a_path_instead_of_an_id_is_recognised(library: Library, path: str) -> None:
    with pytest.raises(PlancompareError) as caught:
        plancompare.load(path, library)
    said = f"{path!r} is a path, not the id of a plan; read a file with load_plan()"
    assert str(caught.value) == said
