"""Files of several formats, and files that are nothing of the sort: errors are clear and bounded."""

import codecs
import tracemalloc
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

import plancompare
from plancompare import InvalidFileError
from plancompare.library.importing.texts import MOST_CHARACTERS, stream_lines

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Word = Callable[..., Path]


def paragraph(text: str, style: str = "", number: str = "", level: int = 0) -> str:
    about = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number:
        about += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{about}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def xml(name: str, content: str) -> str:
    return f'<?xml version="1.0"?><w:{name} xmlns:w="{WORD}">{content}</w:{name}>'


def level(number: int, form: str, text: str, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


NUMBERING = xml(
    "numbering",
    f'<w:abstractNum w:abstractNumId="7">{level(0, "decimal", "%1.")}'
    f"{level(1, 'lowerLetter', '%2)')}{level(2, 'lowerRoman', '%3.')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="8">{level(0, "upperRoman", "Article %1", 4)}'
    f"{level(1, 'upperLetter', '%1.%2')}{level(2, 'bullet', '')}{level(3, 'none', '')}"
    "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>',
)
STYLES = xml(
    "styles",
    '<w:style w:styleId="H1"><w:name w:val="heading 1"/><w:outlineLvl w:val="0"/></w:style>'
    '<w:style w:styleId="Item"><w:name w:val="List"/><w:pPr><w:numPr><w:ilvl w:val="0"/>'
    '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="Sub"><w:basedOn w:val="Item"/></w:style>'
    '<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>',
)


@pytest.fixture
def word(tmp_path: Path) -> Word:
    """Write a Word document with some paragraphs, and perhaps other parts."""

    def write(body: str, **parts: str) -> Path:
        path = tmp_path / "plan.docx"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("word/document.xml", xml("document", f"<w:body>{body}</w:body>"))
            for name, content in parts.items():
                archive.writestr(f"word/{name}.xml", content)
        return path

    return write


def said(path: Path, **options: str) -> str:
    with pytest.raises(InvalidFileError) as caught:
        plancompare.import_file(path, **options)
    return str(caught.value).removeprefix(str(path))


def test_word_numbers_its_paragraphs_by_itself(word: Word) -> None:
    path = word(
        paragraph("A plan", "H1")
        + paragraph("Fire ceases.", number="1")
        + paragraph("Forces withdraw:", number="1")
        + paragraph("from the valley;", number="1", level=1)
        + paragraph("from the bridge.", number="1", level=1)
        + paragraph("Ships pass.", "Sub"),
        numbering=NUMBERING,
        styles=STYLES,
    )
    plan = plancompare.import_file(path)
    assert plan.preamble == "A plan"
    assert [(point.number, point.text) for point in plan.points] == [
        ("1", "Fire ceases."),
        ("2", "Forces withdraw:\na) from the valley;\nb) from the bridge."),
        ("3", "Ships pass."),
    ]


def test_word_numbers_as_articles_letters_and_bullets(word: Word) -> None:
    path = word(
        paragraph("Fire ceases.", number="2")
        + paragraph("at once", number="2", level=1)
        + paragraph("everywhere", number="2", level=2)
        + paragraph("for good", number="2", level=3)
        + paragraph("no list", number="9")
        + paragraph("a style in a circle.", "Loop")
        + paragraph("Forces withdraw.", number="2"),
        numbering=NUMBERING,
        styles=STYLES,
    )
    first, second = plancompare.import_file(path).points
    assert (first.number, first.printed) == ("IV", "Article IV")
    assert first.text == (
        "Fire ceases.\nIV.A at once\n• everywhere\nfor good\n\nno list\n\na style in a circle."
    )
    assert second.number == "V"


def test_word_text_boxes_breaks_and_tracked_changes(word: Word) -> None:
    path = word(
        "<w:p><w:r><w:t>1. Fire</w:t><w:tab/><w:t>ceases</w:t><w:noBreakHyphen/><w:br/>"
        "<w:t>now.</w:t></w:r><w:ins><w:r><w:t> At once.</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText> Never.</w:delText></w:r></w:del></w:p>"
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        "<mc:Fallback><w:p><w:r><w:t>twice</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>",
        footnotes="<x/>",
    )
    plan = plancompare.import_file(path)
    assert plan.points[0].text == "Fire ceases-\nnow. At once."
    assert plan.note == "Footnotes and endnotes were not read."


def test_a_bomb_in_a_document_is_refused_before_it_unfolds(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (64 * 2**20))
    tracemalloc.start()
    assert said(path) == ": unfolds to more than 32 MiB; save its text as .txt"
    assert tracemalloc.get_traced_memory()[1] < 20 * 2**20
    tracemalloc.stop()


def test_a_bomb_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "liar.docx"
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (64 * 2**20))
    raw = stream.getvalue()
    size = (64 * 2**20).to_bytes(4, "little")
    path.write_bytes(raw.replace(size, (100).to_bytes(4, "little")))
    assert said(path) == ": is damaged, or no Word document; save it anew as .docx"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            b"PK\x03\x04 and nothing else",
            ": is damaged, or no Word document; save it anew as .docx",
        ),
        (b"%PDF-1.7 ...", ": is a PDF; save its text as .txt, .html or .docx"),
        (b"{\\rtf1 x}", ": is rich text; save its text as .txt, .html or .docx"),
        (b"\x00\x01\x02", ": is not text: it holds null characters; save its text as UTF-8"),
        (
            "1. Сили".encode("cp1251"),
            ": is not text in utf-8; save it as UTF-8, or name its encoding, such as cp1251, "
            "with --encoding",
        ),
        (
            b"<html><meta charset='no-such'>",
            ": an unknown encoding, 'no-such', is named for it; name another, such as cp1251, "
            "with --encoding",
        ),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(content)
    assert said(path) == message


def test_a_document_without_text_or_with_entities_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    for content, message in (
        (b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", "declares a document type"),
        (b"<x>", "is damaged: its XML is broken"),
    ):
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("word/document.xml", content)
        assert said(path) == f": {message}; save it anew as .docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "something else")
    assert said(path) == ": is no Word document; save it as .docx or as plain text"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("word/document.xml", b"<x/>")
    assert said(path) == ": is damaged, or no Word document; save it anew as .docx"


def test_a_text_that_is_too_long_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("x" * (MOST_CHARACTERS + 1), "utf-8")
    assert said(path) == (
        ": holds more than 4,194,304 characters; check that it is the right file, or give a part "
        "of it"
    )
    with pytest.raises(InvalidFileError, match="standard input: holds more than 4,194,304"):
        stream_lines(BytesIO(b"x" * (4 * MOST_CHARACTERS + 1)))


@pytest.mark.parametrize(
    ("content", "options"),
    [
        (codecs.BOM_UTF16_LE + "1. Сили".encode("utf-16-le"), {}),
        (codecs.BOM_UTF8 + "1. Сили".encode(), {}),
        ("1. Сили".encode("cp1251"), {"encoding": "cp1251"}),
        ("<html><meta charset=windows-1251>1. Сили".encode("cp1251"), {}),
    ],
)
def test_an_encoding_is_told_or_given(
    tmp_path: Path, content: bytes, options: dict[str, str]
) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(content)
    assert plancompare.import_file(path, **options).points[0].text == "Сили"


@pytest.mark.parametrize(
    "start", ["<", "<!--", "<a ", "<!", "</", "<?", "<a b='", "<script>", "<svg></", "&#", "<ul>"]
)
def test_a_hostile_page_takes_linear_time(tmp_path: Path, start: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(start * (200_000 // len(start)) + ">", "utf-8")
    plancompare.import_file(path)
