"""A report as a Word document (.docx), with real tables. The door to python-docx."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any

from plancompare.errors import MissingLibraryError
from plancompare.library.archive import dateless
from plancompare.library.library import Library
from plancompare.library.writing import write_bytes
from plancompare.model import Plan, Rule, Stakeholder
from plancompare.report.chapter import Chapter, Grid, Line, Run, plain
from plancompare.report.chapters import chapters, known_topics
from plancompare.report.contents import contents
from plancompare.report.labels import Labels, labels
from plancompare.tables.documents import column_shares
from plancompare.version import __version__

__all__ = ["write_docx"]

_WIDTH, _HEIGHT, _MARGIN = 297, 210, 15
"""Millimetres: A4 across."""

_SIZE, _SMALL = 9, 7.5
"""Points."""

_HEAD, _GROUP, _LINK = "D9D9D9", "F2F2F2", "0563C1"
"""Shades of grey that print well, and the blue of an address."""

_SPELLING = {"en": "en-GB", "uk": "uk-UA", "ru": "ru-RU"}
"""The languages as a spell checker knows them; free text is in the first, as on the page."""


def write_docx(
    plans: Sequence[Plan],
    path: Path | str,
    stakeholders: Iterable[Stakeholder | str] = (),
    *,
    rule: Rule | str = "default",
    as_of: datetime.date | None = None,
    lang: str = "en",
    samples: int = 10_000,
    seed: int = 0,
    topics: Iterable[str] = (),
    sources: bool = False,
    library: Library | None = None,
) -> None:
    """Write a report on some plans: matrix, changes, red lines, scores, sources, method.

    Red lines and scores are those of some stakeholders, or of all in the library. `topics` limits
    the tables to some topics; `sources` adds the place in a source and what else is known of it.
    Equal input gives equal bytes.

    Raises `UnknownIdError`, `InvalidFileError`, `MissingLibraryError` or `PlancompareError`.

    >>> import plancompare, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_docx([plancompare.load("us-28")], f"{folder}/report.docx", topics=["military"])
    """
    words, topics = labels(lang), known_topics(topics)  # refused before anything is computed
    document = _Document(words)
    found = contents(
        plans,
        stakeholders,
        rule=rule,
        as_of=as_of,
        samples=samples,
        seed=seed,
        library=library,
    )
    ui = words.ui
    document.title(f"{ui['title']}: {', '.join(plan.id for plan in plans)}")
    made = f"plancompare {__version__}."
    if found.stakeholders:
        made = f"{words.said('as_of', day=as_of) if as_of else ui['no_day']} {made}"
    document.line((Run(made),))
    if lang != "en":
        document.line((Run(f"{ui['free_text']}."),))
    for chapter in chapters(found, lang, topics=topics, sources=sources):
        document.chapter(chapter)
    write_bytes(dateless(document.content), path)


class _Document:
    """A document in one language, written from its title to its end."""

    def __init__(self, words: Labels) -> None:
        try:
            import docx
        except ImportError:
            raise MissingLibraryError("Word documents", "python-docx", "docx") from None
        from docx.enum.section import WD_ORIENT
        from docx.shared import Mm, Pt

        self._docx, self._words = docx.Document(), words
        self._bookmarks: dict[str, str] = {}
        page = self._docx.sections[0]
        page.orientation = WD_ORIENT.LANDSCAPE
        page.page_width, page.page_height = Mm(_WIDTH), Mm(_HEIGHT)
        page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(_MARGIN)
        usual = self._docx.styles["Normal"]
        usual.font.size = Pt(_SIZE)
        usual.paragraph_format.space_after = Pt(_SIZE / 3)
        usual.element.get_or_add_rPr().append(_element("w:lang", val=_SPELLING[words.lang]))
        _field(page.footer.paragraphs[0], "PAGE")

    @property
    def content(self) -> bytes:
        """The document as the bytes of its file."""
        stream = BytesIO()
        self._docx.save(stream)
        return stream.getvalue()

    def title(self, text: str) -> None:
        about = self._docx.core_properties
        about.title, about.author, about.comments = text, "plancompare", ""
        about.language = self._words.lang
        self._docx.add_heading(text, 0)

    def line(self, line: Line, *, with_next: bool = False) -> None:
        paragraph = self._docx.add_paragraph()
        self._runs(paragraph, line)
        paragraph.paragraph_format.keep_with_next = with_next or None

    def chapter(self, chapter: Chapter) -> None:
        self._docx.add_heading(chapter.heading, chapter.level)
        grid = chapter.grid
        for line in chapter.lines:
            self.line(line, with_next=bool(grid and grid.rows))
        if grid is None:
            return
        if grid.rows:
            self._grid(grid)
        self._docx.add_paragraph("" if grid.rows else self._words.ui["no_rows"])

    def _grid(self, grid: Grid) -> None:
        """Head, rows under what is said of their group, and the width of each column."""
        made = self._docx.add_table(1, len(grid.head), "Table Grid")
        made.autofit = False
        for cell, text in zip(made.rows[0].cells, grid.head, strict=True):
            self._cell(cell, ((Run(text, bold=True),),), shade=_HEAD)
        _mark(made.rows[0], "w:tblHeader")
        for group, members in groupby(grid.rows, key=lambda row: row.group):
            if group:
                head = made.add_row()
                self._cell(head.cells[0].merge(head.cells[-1]), group, shade=_GROUP)
            for row in members:
                added = made.add_row()
                for cell, lines in zip(added.cells, row.cells, strict=True):
                    self._cell(cell, lines)
                if row.source:
                    self._bookmark(added.cells[0].paragraphs[0], row.source)
        whole = _WIDTH - 2 * _MARGIN
        texts = [list(map(plain, row.cells)) for row in grid.rows]
        _set_widths(made, [share * whole for share in column_shares(grid.head, texts)])

    def _cell(self, cell: Any, lines: tuple[Line, ...], *, shade: str = "") -> None:
        """The lines as paragraphs; a shaded cell stands above others and stays with them."""
        for place, line in enumerate(lines):
            paragraph = cell.add_paragraph() if place else cell.paragraphs[0]
            self._runs(paragraph, line)
            paragraph.paragraph_format.space_after = 0
            if shade:
                paragraph.paragraph_format.keep_with_next = True
        if shade:
            properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - there is no other way
            properties.append(_element("w:shd", val="clear", fill=shade))

    def _runs(self, paragraph: Any, line: Line) -> None:
        from docx.shared import Pt, RGBColor

        for run in line:
            made = paragraph.add_run(run.text)
            made.bold = run.bold or None
            made.font.size = Pt(_SMALL) if run.small else None
            if run.url:
                made.font.color.rgb, made.font.underline = RGBColor.from_string(_LINK), True
            if run.free and self._words.lang != "en":
                language = _element("w:lang", val=_SPELLING["en"])
                made._r.get_or_add_rPr().append(language)  # noqa: SLF001 - there is no other way
            if run.url or run.source:
                _link(paragraph, made, self._target(paragraph, run))

    def _target(self, paragraph: Any, run: Run) -> Any:
        """A link to an address outside, or to a place in the list of sources."""
        from docx.opc.constants import RELATIONSHIP_TYPE

        if run.source:
            return _element("w:hyperlink", anchor=self._name(run.source))
        found = _element("w:hyperlink")
        outside = paragraph.part.relate_to(run.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        found.set(_qualified("r:id"), outside)
        return found

    def _bookmark(self, paragraph: Any, source: str) -> None:
        name = self._name(source)
        number = name.rpartition("_")[2]
        start = _element("w:bookmarkStart", id=number, name=name)
        paragraph._p.insert(paragraph._p.pPr is not None, start)  # noqa: SLF001 - no other way
        paragraph._p.append(_element("w:bookmarkEnd", id=number))  # noqa: SLF001 - no other way

    def _name(self, source: str) -> str:
        """The bookmark of a source; Word allows 40 characters and no hyphen."""
        return self._bookmarks.setdefault(source, f"source_{len(self._bookmarks) + 1}")


def _qualified(name: str) -> str:
    from docx.oxml.ns import qn

    return qn(name)


def _element(tag: str, **attributes: str) -> Any:
    """An element of WordprocessingML that python-docx has no words for."""
    from docx.oxml import OxmlElement

    found = OxmlElement(tag)
    for attribute, value in attributes.items():
        found.set(_qualified(f"w:{attribute}"), value)
    return found


def _field(paragraph: Any, name: str) -> None:
    """A field that Word fills in, such as the number of the page."""
    paragraph._p.append(_element("w:fldSimple", instr=name))  # noqa: SLF001 - python-docx has none


def _link(paragraph: Any, run: Any, link: Any) -> None:
    """Put a run into a link."""
    paragraph._p.replace(run._r, link)  # noqa: SLF001 - python-docx reads links, and makes none
    link.append(run._r)  # noqa: SLF001 - as above


def _mark(row: Any, name: str) -> None:
    """Mark a row, as one that is repeated on each page or is not torn apart."""
    row._tr.get_or_add_trPr().append(_element(name))  # noqa: SLF001 - there is no other way


def _set_widths(made: Any, widths: Sequence[float]) -> None:
    """Widths of the columns; a cell that spans several keeps the width of all."""
    from docx.shared import Mm

    for column, width in zip(made.columns, widths, strict=True):
        column.width = Mm(width)
    for row in made.rows:
        _mark(row, "w:cantSplit")
        cells = row._tr.tc_lst  # noqa: SLF001 - a merged cell counts once here
        for cell, width in zip(cells, widths, strict=False):
            cell.width = Mm(width if len(cells) > 1 else sum(widths))
