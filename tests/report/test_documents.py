"""A report in Word, opened again: real tables, the same bytes, with and without red lines."""

import sys
import zipfile
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

import plancompare
from plancompare import Library, PlancompareError, UnknownIdError
from plancompare.errors import MissingLibraryError
from plancompare.model import Plan
from plancompare.report.chapters import chapters
from plancompare.report.word import write_docx

IDS = ("us-28", "europe-28")


def loaded(*ids: str) -> list[Plan]:
    return [plancompare.load(one) for one in ids]


def headings(document: Any) -> list[str]:
    return [one.text for one in document.paragraphs if one.style.name.startswith("Heading")]


def written(path: Path, *ids: str, **options: Any) -> Any:
    write_docx(loaded(*ids), path / "report.docx", **options)
    return docx.Document(str(path / "report.docx"))


def cells(row: Any) -> list[str]:
    return [one.text for one in row.cells]


def test_each_comparison_is_a_chapter_with_a_real_table(silent: Library, tmp_path: Path) -> None:
    document = written(tmp_path, *IDS, library=silent)
    assert document.paragraphs[0].text == "Comparison of us-28, europe-28"
    assert headings(document) == [
        "Plans",
        "How each plan treats each issue",
        "From us-28 to europe-28",
        "Sources",
    ]
    plans, matrix, diff, sources = document.tables
    assert cells(plans.rows[1])[:3] == ["us-28", "United States 28-point draft", "2025-11-20"]
    assert cells(matrix.rows[0]) == ["issue", "us-28", "europe-28"]
    ceiling = next(row for row in matrix.rows if row.cells[0].text == "force-ceiling/ukraine")
    assert cells(ceiling)[1] == "[6] personnel: 600,000; period: always"
    assert cells(diff.rows[0]) == ["issue", "us-28", "europe-28", "change", "points"]
    assert "reuters-2025-11-23" in [row.cells[0].text for row in sources.rows]


def test_the_head_is_repeated_and_no_row_is_torn_apart(silent: Library, tmp_path: Path) -> None:
    document = written(tmp_path, *IDS, library=silent, topics=["military"])
    for table in document.tables:
        marks = [[one.tag for one in row._tr.get_or_add_trPr()] for row in table.rows]
        assert qn("w:tblHeader") in marks[0]
        assert all(qn("w:cantSplit") in one for one in marks)
        assert not any(qn("w:tblHeader") in one for one in marks[1:])


def test_a_table_begins_on_the_page_of_its_heading(silent: Library, tmp_path: Path) -> None:
    document = written(tmp_path, *IDS, library=silent, topics=["military"])
    parts = list(document.iter_inner_content())
    for before, table in pairwise(parts):
        if isinstance(table, Table):
            assert isinstance(before, Paragraph)
            assert before.paragraph_format.keep_with_next or before.text in headings(document)
            assert all(
                cell.paragraphs[0].paragraph_format.keep_with_next for cell in table.rows[0].cells
            )


def test_a_group_spans_its_columns(silent: Library, tmp_path: Path) -> None:
    document = written(tmp_path, *IDS, library=silent, topics=["military"])
    matrix = document.tables[1]
    assert cells(matrix.rows[1]) == ["military"] * 3
    assert len(matrix.rows[1]._tr.tc_lst) == 1


def test_topics_and_sources_are_as_asked_for(silent: Library, tmp_path: Path) -> None:
    document = written(tmp_path, *IDS, library=silent, topics=["military"], sources=True)
    matrix, diff = document.tables[1:3]
    assert "sources" in cells(diff.rows[0])
    ceiling = next(row for row in matrix.rows if row.cells[0].text == "force-ceiling/ukraine")
    assert ": two-sources" in cells(ceiling)[1]
    assert "amnesty" not in [row.cells[0].text for row in matrix.rows]


def test_red_lines_are_there_where_a_stakeholder_has_any(
    outspoken: Library, tmp_path: Path
) -> None:
    document = written(tmp_path, *IDS, library=outspoken)
    assert headings(document)[3:] == ["Red lines", "Red lines from us-28 to europe-28", "Sources"]
    lines, crossings = document.tables[3:5]
    assert cells(lines.rows[2])[1].startswith("crossed\n[6] personnel: 600,000")
    assert cells(crossings.rows[2]) == [
        "less than 700,000 personnel (2025-11-20)",
        "crossed",
        "not crossed",
        "no longer crossed",
    ]
    assert "--stakeholder" not in "".join(one.text for one in document.paragraphs)


@pytest.mark.parametrize("options", [{"stakeholders": ["somebody"]}, {"topics": ["economy"]}])
def test_a_chapter_without_rows_says_so(
    options: dict[str, Any], outspoken: Library, tmp_path: Path
) -> None:
    document = written(tmp_path, "us-28", library=outspoken, **options)
    empty = "No rows." in [one.text for one in document.paragraphs]
    assert empty is ("topics" in options)


def test_what_was_said_later_is_left_out(outspoken: Library, tmp_path: Path) -> None:
    import datetime

    document = written(tmp_path, *IDS, library=outspoken, as_of=datetime.date(2025, 11, 1))
    assert "Red lines" not in headings(document)


def test_equal_plans_give_equal_bytes_without_a_date(outspoken: Library, tmp_path: Path) -> None:
    one, other = tmp_path / "one.docx", tmp_path / "other.docx"
    for path in (one, other):
        write_docx(loaded(*IDS), path, library=outspoken)
    assert one.read_bytes() == other.read_bytes()
    with zipfile.ZipFile(one) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms:" not in archive.read("docProps/core.xml").partition(b">")[2].replace(
            b"xmlns:dcterms", b""
        )


def test_whatever_a_plan_says_stays_text(silent: Library, tmp_path: Path) -> None:
    text = '<w:p/> & "quoted" {PAGE} =1+1\nsecond line\twith a tab'
    plan = plancompare.load("geneva").model_copy(update={"title": text})
    write_docx([plan], tmp_path / "report.docx", library=silent)
    document = docx.Document(str(tmp_path / "report.docx"))
    assert document.tables[0].rows[1].cells[1].text == text


def test_an_unknown_topic_or_stakeholder_is_refused(silent: Library, tmp_path: Path) -> None:
    with pytest.raises(UnknownIdError, match=r"^unknown topic 'militray'; did you mean military\?"):
        written(tmp_path, "us-28", library=silent, topics=["militray"])
    with pytest.raises(UnknownIdError, match=r"^unknown stakeholder 'nobody'; there are none$"):
        written(tmp_path, "us-28", library=silent, stakeholders=["nobody"])
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_is_named(silent: Library, tmp_path: Path) -> None:
    with pytest.raises(PlancompareError, match=r"nowhere/report\.docx: cannot be written: No such"):
        written(tmp_path / "nowhere", "geneva", library=silent)


def test_a_missing_library_is_named_with_its_extra(
    silent: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(MissingLibraryError) as found:
        written(tmp_path, "geneva", library=silent)
    assert str(found.value) == (
        "Word documents need python-docx, which is not installed; "
        "install it with: pip install plancompare[docx]"
    )


def test_every_source_cited_is_listed_once(outspoken: Library) -> None:
    *_, last = chapters(loaded("geneva"), library=outspoken)
    names = [row.cells[0] for row in last.table.rows]
    assert names == sorted(set(names))
    assert "reuters-2025-11-23" in names
