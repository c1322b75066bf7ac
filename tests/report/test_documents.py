"""A report in Word, opened again: the words of the page, real tables, sources, equal bytes."""

import datetime
import sys
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
from click.testing import CliRunner
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from hypothesis import HealthCheck, given, settings

import plancompare
from plancompare import Library, PlancompareError, UnknownIdError
from plancompare.cli.main import cli
from plancompare.diffing.matrix import matrix
from plancompare.errors import MissingLibraryError
from plancompare.library.references import references
from plancompare.model import Plan
from plancompare.report.contents import contents
from plancompare.report.labels import LANGUAGES, labels
from plancompare.report.names import Names
from plancompare.report.word import write_docx
from plancompare.testing.strategies import plans

from .test_hostile_text import HOSTILE, spoiled

IDS = ("us-28", "europe-28")
SPELLING = {"en": "en-GB", "uk": "uk-UA", "ru": "ru-RU"}


def loaded(*ids: str) -> list[Plan]:
    return [plancompare.load(one) for one in ids]


def headings(document: Any) -> list[str]:
    return [one.text for one in document.paragraphs if one.style.name.startswith("Heading")]


def opened(path: Path) -> Any:
    return docx.Document(str(path))


def written(path: Path, *ids: str, **options: Any) -> Any:
    write_docx(loaded(*ids), path / "report.docx", **options)
    return opened(path / "report.docx")


def cells(row: Any) -> list[str]:
    return [one.text for one in row.cells]


def row_of(table: Any, start: str) -> list[str]:
    return next(cells(row) for row in table.rows if row.cells[0].text.startswith(start))


def under(document: Any, heading: str) -> Any:
    """The first table after a heading."""
    parts = iter(document.iter_inner_content())
    next(one for one in parts if isinstance(one, Paragraph) and one.text == heading)
    return next(one for one in parts if isinstance(one, Table))


def paragraphs(document: Any) -> Iterator[Any]:
    """Every paragraph, those of cells too."""
    return (Paragraph(one, document) for one in document.element.body.iter(qn("w:p")))


def whole(document: Any) -> str:
    return "\n".join(one.text for one in paragraphs(document))


def languages(run: Any) -> list[str]:
    return [one.get(qn("w:val")) for one in run._r.iter(qn("w:lang"))]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_issue_has_its_name_and_every_source_its_place(
    lang: str, silent: Library, tmp_path: Path
) -> None:
    document = written(tmp_path, "us-28", "geneva", "europe-28", library=silent, lang=lang)
    names, found = Names(labels(lang), silent), matrix(loaded("us-28", "geneva", "europe-28"))
    table = under(document, labels(lang).ui["matrix"])
    shown = {row.cells[0].paragraphs[0].text for row in table.rows}
    assert {names.issue(row.issue) for row in found} <= shown
    marks = {one.get(qn("w:name")) for one in document.element.body.iter(qn("w:bookmarkStart"))}
    aims = {one.get(qn("w:anchor")) for one in document.element.body.iter(qn("w:hyperlink"))}
    assert aims - {None} <= marks
    listed = under(document, labels(lang).ui["sources"])
    ids = {row.cells[0].text.rpartition("\n")[2] for row in listed.rows}
    cited = {
        source
        for row in found
        for cell in row.cells
        for one in cell.evidence
        for source in one.sources
    }
    assert cited <= ids
    addresses = {one.target_ref for one in document.part.rels.values() if one.is_external}
    assert {url for one in cited for url in silent.sources[one].urls} <= addresses


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_are_those_of_the_language_and_free_text_is_marked(
    lang: str, silent: Library, tmp_path: Path
) -> None:
    document = written(tmp_path, *IDS, library=silent, lang=lang)
    names = Names(labels(lang), silent)
    assert document.core_properties.language == lang
    assert languages_of_style(document) == [SPELLING[lang]]
    ceiling = row_of(
        under(document, labels(lang).ui["matrix"]), names.issue("force-ceiling/ukraine")
    )
    personnel, always = names.term("personnel"), names.value("always")
    assert ceiling[1].startswith(
        f"[6] {personnel}: {names.value(600000)}; {names.term('period')}: {always}"
    )
    changed = row_of(under(document, "us-28 → europe-28"), names.issue("force-ceiling/ukraine"))
    assert changed[3].startswith(f"{personnel}: {labels(lang).word('shifts', 'raised')}")
    title = next(
        run
        for one in paragraphs(document)
        for run in one.runs
        if run.text == loaded("us-28")[0].title
    )
    assert languages(title) == ([] if lang == "en" else ["en-GB"])
    own = next(run for one in paragraphs(document) for run in one.runs if run.text == "us-28")
    assert languages(own) == []


def languages_of_style(document: Any) -> list[str]:
    return [one.get(qn("w:val")) for one in document.styles["Normal"].element.iter(qn("w:lang"))]


def test_no_id_of_an_issue_stands_where_a_name_is_known(tmp_path: Path) -> None:
    document = written(tmp_path, *IDS, samples=50)
    shown = [table for table in document.tables if table.rows[0].cells[0].text != "Source"]
    text = "\n".join(text for table in shown for row in table.rows for text in cells(row))
    kinds = {one.kind for plan in loaded(*IDS) for one in plan.provisions}
    assert not [kind for kind in kinds if "-" in kind and f"{kind}/" in text]
    assert "Security guarantee: Ukraine" in text


def test_each_comparison_is_a_chapter_with_a_real_table(silent: Library, tmp_path: Path) -> None:
    document = written(tmp_path, *IDS, library=silent)
    assert document.paragraphs[0].text == "Peace proposals compared: us-28, europe-28"
    assert headings(document) == [
        "The plans",
        "Issue by issue",
        "What changed, plan by plan",
        "us-28 → europe-28",
        "Verdicts and red lines",
        "Sources",
        "Method and limits",
    ]
    assert "asks the network" not in whole(document)  # that is said of a page
    known, table, diff, sources = document.tables
    assert cells(known.rows[1])[:2] == [
        "us-28\nUnited States 28-point draft\nUnited States",
        "Date: 2025-11-20\nText: published by the press\nDisclosure: full\nPoints: 28\n"
        "Issues stated: 74\nDeferred: 0\nNot public: 0",
    ]
    assert cells(table.rows[0]) == ["Issue", "us-28", "europe-28"]
    assert cells(diff.rows[0]) == ["Issue", "us-28", "europe-28", "Shift"]
    assert row_of(sources, "Reuters 2025-11-23")[0] == "Reuters 2025-11-23\nreuters-2025-11-23"


def test_kinds_of_change_are_told_with_their_meaning_and_what_was_kept_is_counted(
    silent: Library, tmp_path: Path
) -> None:
    document = written(tmp_path, *IDS, library=silent)
    table = under(document, "us-28 → europe-28")
    groups = [row.cells[0].text for row in table.rows if len(row._tr.tc_lst) == 1]
    assert groups[0] == "changed: 13 · stated in both, and a known term differs"
    assert "kept: 40 · no difference is known" in [one.text for one in document.paragraphs]


def test_plans_without_issues_say_that_none_changed(silent: Library, tmp_path: Path) -> None:
    one, other = (plan.model_copy(update={"points": ()}) for plan in loaded(*IDS))
    write_docx([one, other], tmp_path / "report.docx", library=silent)
    text = whole(opened(tmp_path / "report.docx"))
    assert "No issue changed; only wording, evidence or numbering differ." in text


def test_rival_readings_and_what_rests_on_little_are_marked(
    silent: Library, tmp_path: Path
) -> None:
    text = whole(written(tmp_path, "us-28", library=silent))
    readings = [one for clause in plancompare.load("us-28").provisions for one in clause.readings]
    assert readings
    assert all(one.says in text for one in readings)
    assert "rival readings (" in text
    assert "(press report" in whole(written(tmp_path, "geneva", library=silent))


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
    table = document.tables[1]
    assert cells(table.rows[1]) == ["Military"] * 3
    assert len(table.rows[1]._tr.tc_lst) == 1


def test_topics_limit_the_tables_and_leave_out_scores(outspoken: Library, tmp_path: Path) -> None:
    document = written(tmp_path, *IDS, library=outspoken, topics=["economy"])
    table = under(document, "Issue by issue")
    assert [row.cells[0].text for row in table.rows if len(row._tr.tc_lst) == 1] == ["Economy"]
    assert "Force ceiling" not in whole(document)
    assert not any(one.startswith(("Scores", "The rule")) for one in headings(document))
    assert "No rows." in [one.text for one in document.paragraphs]  # of red lines


def test_whole_evidence_is_there_where_it_is_asked_for(silent: Library, tmp_path: Path) -> None:
    ids = {"brief": False, "whole": True}
    found = {
        name: row_of(
            under(written(tmp_path, *IDS, library=silent, sources=asked), "us-28 → europe-28"),
            "Force ceiling",
        )[1]
        for name, asked in ids.items()
    }
    assert found["brief"] == "[6] personnel: 600,000\nperiod: always"
    assert found["whole"].startswith(found["brief"] + "\n")
    assert "; document text; two sources" in found["whole"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_library_without_stakeholders_says_so_and_how_to_add_one(
    lang: str, silent: Library, tmp_path: Path
) -> None:
    text, ui = whole(written(tmp_path, *IDS, library=silent, lang=lang)), labels(lang).ui
    assert f"{ui['nobody']} plancompare new positions NAME --plan PLAN" in text
    for gone in (*ui["method_verdicts"].split("|"), ui["no_day"]):
        assert gone not in text
    youngest = contents(loaded(*IDS), library=silent).youngest
    assert labels(lang).said("youngest", day=youngest) in text


def test_red_lines_and_scores_are_there_where_a_stakeholder_has_any(
    outspoken: Library, tmp_path: Path
) -> None:
    document = written(tmp_path, *IDS, library=outspoken)
    assert headings(document)[3:] == [
        "us-28 → europe-28",
        "Red lines affected: us-28 → europe-28",
        "Red lines",
        "Scores and how firm they are",
        "Sources",
        "Method and limits",
        "The rule: default",
        "Methods, side by side",
    ]
    crossings = under(document, "Red lines affected: us-28 → europe-28")
    assert cells(crossings.rows[1]) == ["Somebody"] * 4
    assert cells(crossings.rows[2]) == [
        "less than 700,000 personnel",
        "crossed",
        "not crossed",
        "no longer crossed",
    ]
    lines = under(document, "Red lines")
    assert lines.rows[1].cells[0].text == ("Somebody\nus-28: crossed 1\neurope-28: not crossed 1")
    line, crossed, met = cells(lines.rows[2])
    assert line == (
        "less than 700,000 personnel\nA speaker, 2025-11-20\nReuters 2025-11-23; one source"
    )
    assert crossed.startswith(
        "crossed\nForce ceiling: Ukraine: personnel: 600,000; period: always\n"
    )
    assert met.startswith("not crossed\nForce ceiling: Ukraine: personnel: 800,000")


def test_scores_are_intervals_with_coverage_and_firmness(
    outspoken: Library, tmp_path: Path
) -> None:
    table = under(written(tmp_path, *IDS, library=outspoken), "Scores and how firm they are")
    found = contents(loaded(*IDS), library=outspoken)
    group, *_ = (row.cells[0].text for row in table.rows[1:])
    assert group.startswith("Somebody\nfragile: europe-28 is above us-28 in 100%")
    names = [row.cells[0].text for row in table.rows[2:]]
    assert names == [*labels("en").groups["methods"].values(), "Coverage", "Rank acceptability"]
    (scores,) = found.scores.rows
    for row in table.rows[2:7]:
        shown = [str(one.aggregates[row.cells[0].text][0]) for one in scores]
        assert cells(row)[1:] == shown
    assert cells(table.rows[7])[1] == "1 of 74 issues decided; 0 open, 73 without anything to go by"
    assert cells(table.rows[8])[1:] == ["rank 2: 100%", "rank 1: 100%"]


def test_who_has_said_nothing_is_named(outspoken: Library, tmp_path: Path) -> None:
    document = written(
        tmp_path, *IDS, library=outspoken, as_of=datetime.date(2025, 11, 1), lang="uk"
    )
    text = whole(document)
    ui, said = labels("uk").ui, labels("uk").said
    assert said("no_lines", who="Somebody") in text
    assert said("no_positions", who="Somebody") in text
    assert text.count(said("as_of", day="2025-11-01")) == 2
    assert not any(one.startswith(ui["lines_changed"]) for one in headings(document))


def test_equal_plans_give_equal_bytes_without_a_date(outspoken: Library, tmp_path: Path) -> None:
    one, other = tmp_path / "one.docx", tmp_path / "other.docx"
    for path in (one, other):
        write_docx(loaded(*IDS), path, library=outspoken, lang="ru")
    assert one.read_bytes() == other.read_bytes()
    with zipfile.ZipFile(one) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms:" not in archive.read("docProps/core.xml").partition(b">")[2].replace(
            b"xmlns:dcterms", b""
        )


@given(plans())
@settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_what_is_put_in_comes_out(silent: Library, tmp_path: Path, plan: Plan) -> None:
    write_docx([plan], tmp_path / "report.docx", library=silent)
    document = opened(tmp_path / "report.docx")
    names = Names(labels("en"), silent)
    assert plan.title in [one.text for one in paragraphs(document)]
    first = [row.cells[0].text.split("\n") for table in document.tables for row in table.rows]
    assert {names.issue(row.issue) for row in matrix([plan])} <= {one[0] for one in first}
    cited = {one.id for one in references(plan) if "source" in one.registers}
    assert cited <= {one[-1] for one in first}


def texts_with(text: str, library: Library, path: Path) -> list[str]:
    """The paragraphs of a document on a plan in which every free text is this one."""
    plan = Plan.model_validate(spoiled(plancompare.load("us-28").model_dump(mode="json"), text))
    write_docx([plan], path / "report.docx", library=library, sources=True)
    return [one.text for one in paragraphs(opened(path / "report.docx"))]


@pytest.mark.parametrize("text", [*HOSTILE, "=1+1\nsecond line\twith a tab", "<w:p/> {PAGE}"])
def test_whatever_a_plan_says_stays_text(text: str, silent: Library, tmp_path: Path) -> None:
    plain = texts_with("PLAIN", silent, tmp_path)
    assert sum("PLAIN" in one for one in plain) > 80
    other = texts_with(text, silent, tmp_path)
    differing = [
        (one, two)
        for one, two in zip(plain, other, strict=True)
        if one.replace("PLAIN", text) != two
    ]
    assert [one.partition(" have the digest ")[0] for one, _ in differing] == [
        f"Made with plancompare {plancompare.__version__}. The data behind it (plans)"
    ]


def test_an_unknown_topic_stakeholder_or_language_is_refused(
    silent: Library, tmp_path: Path
) -> None:
    with pytest.raises(UnknownIdError, match=r"^unknown topic 'militray'; did you mean military\?"):
        written(tmp_path, "us-28", library=silent, topics=["militray"])
    with pytest.raises(UnknownIdError, match=r"^unknown stakeholder 'nobody'; there are none$"):
        written(tmp_path, "us-28", library=silent, stakeholders=["nobody"])
    with pytest.raises(UnknownIdError, match="unknown language 'de'; write one of en, ru or uk"):
        written(tmp_path, "us-28", library=silent, lang="de")
    assert list(tmp_path.iterdir()) == []


def test_a_source_in_no_register_is_listed_as_such(silent: Library, tmp_path: Path) -> None:
    data = plancompare.load("geneva").model_dump(mode="json")
    data["evidence"] = [
        {"sources": ["unheard-of"], "basis": "press-report", "checked": "unverified"}
    ]
    write_docx([Plan.model_validate(data)], tmp_path / "report.docx", library=silent)
    row = row_of(under(opened(tmp_path / "report.docx"), "Sources"), "unheard-of")
    assert row == ["unheard-of", "not in the register of sources", ""]


def test_sources_of_one_publisher_and_day_are_told_apart(silent: Library, tmp_path: Path) -> None:
    text = whole(written(tmp_path, "us-28", "europe-28", "geneva", library=silent))
    names = [line for line in text.split("\n") if line.startswith("Kyiv Independent 2025-11-24")]
    assert all("(kyiv-independent-2025-11-24" in line for line in names)


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


def test_the_command_takes_the_options_of_a_page_and_two_more(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    common = ["report", "us-28", "geneva", "-o", str(path), "--stakeholder", "hungary"]
    more = ["--lang", "ru", "--samples", "10", "--seed", "3", "--rule", "default"]
    found = CliRunner().invoke(cli, [*common, *more, "--show-sources"])
    assert (found.exit_code, found.output) == (0, f"written to {path}\n")
    assert opened(path).core_properties.language == "ru"
