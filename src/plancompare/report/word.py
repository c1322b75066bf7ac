"""A report as a Word document (.docx), with real tables. The door to python-docx."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plancompare.errors import MissingLibraryError
from plancompare.library.archive import dateless
from plancompare.library.library import Library
from plancompare.library.writing import write_bytes
from plancompare.model import Plan, Stakeholder
from plancompare.report.chapters import Chapter, chapters
from plancompare.tables.documents import column_shares
from plancompare.tables.table import Table

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["write_docx"]

_WIDTH, _HEIGHT, _MARGIN = 297, 210, 15
"""Millimetres: A4 across."""

_HEAD, _GROUP = "D9D9D9", "F2F2F2"
"""Shades of grey that print well."""


def write_docx(
    plans: Sequence[Plan],
    path: Path | str,
    *,
    stakeholders: Iterable[Stakeholder | str] = (),
    as_of: datetime.date | None = None,
    topics: Iterable[str] = (),
    sources: bool = False,
    library: Library | None = None,
) -> None:
    """Write a report on some plans: the matrix, the diff of each pair, red lines, sources.

    Red lines are those of some stakeholders, or of all in the library. `topics` limits the tables to
    some topics; `sources` adds the evidence to each row. Equal plans give equal bytes.

    Raises `UnknownIdError`, `MissingLibraryError` or `PlancompareError`.

    >>> import plancompare, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_docx([plancompare.load("us-28")], f"{folder}/report.docx", topics=["military"])
    """
    found = chapters(
        plans,
        stakeholders=stakeholders,
        as_of=as_of,
        topics=topics,
        sources=sources,
        library=library,
    )
    document = _empty(f"Comparison of {', '.join(plan.id for plan in plans)}")
    for chapter in found:
        _add(document, chapter)
    stream = BytesIO()
    document.save(stream)
    write_bytes(dateless(stream.getvalue()), path)


def _empty(title: str) -> Document:
    """A document with its title and page numbers, and nothing else yet."""
    try:
        import docx
    except ImportError:
        raise MissingLibraryError("Word documents", "python-docx", "docx") from None
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm, Pt

    document = docx.Document()
    about = document.core_properties
    about.title, about.author, about.comments, about.language = title, "plancompare", "", "en"
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Mm(_WIDTH), Mm(_HEIGHT)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(_MARGIN)
    usual = document.styles["Normal"]
    usual.font.size = Pt(9)
    _field(page.footer.paragraphs[0], "PAGE")
    document.add_heading(title, 0)
    return document


def _field(paragraph: Any, name: str) -> None:
    """A field that Word fills in, such as the number of the page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    paragraph._p.append(field)  # noqa: SLF001 - python-docx offers no fields


def _add(document: Document, chapter: Chapter) -> None:
    document.add_heading(chapter.heading, 1)
    table = chapter.table
    for text in chapter.paragraphs:
        document.add_paragraph(text).paragraph_format.keep_with_next = bool(table.rows)
    if table.rows:
        _fill(document.add_table(1, len(table.columns), "Table Grid"), table)
    else:
        document.add_paragraph("No rows.")
    document.add_paragraph()
    for note in table.notes:
        document.add_paragraph(note)


def _fill(made: Any, table: Table) -> None:
    """Head, rows under the heading of their group, and the width of each column."""
    made.autofit = False
    whole = _WIDTH - 2 * _MARGIN
    widths = [share * whole for share in column_shares(table)]
    _set_row(made.rows[0], table.columns, bold=True, shade=_HEAD)
    _mark(made.rows[0], "w:tblHeader")
    for (group, about), members in groupby(table.rows, key=lambda row: (row.group, row.about)):
        if group:
            head = made.add_row()
            one = head.cells[0].merge(head.cells[-1])
            _write(one, group, bold=True)
            one.paragraphs[0].paragraph_format.keep_with_next = True
            _shade(one, _GROUP)
            if about:
                one.add_paragraph(about)
        for row in members:
            _set_row(made.add_row(), row.cells)
    _set_widths(made, widths)


def _set_row(row: Any, texts: Sequence[str], *, bold: bool = False, shade: str = "") -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        _write(cell, text, bold=bold)
        if shade:
            _shade(cell, shade)
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def _write(cell: Any, text: str, *, bold: bool = False) -> None:
    cell.paragraphs[0].add_run(text).bold = bold or None


def _mark(row: Any, name: str) -> None:
    """Mark a row, as one that is repeated on each page or is not torn apart."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - there is no other way


def _shade(cell: Any, colour: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - there is no other way


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
