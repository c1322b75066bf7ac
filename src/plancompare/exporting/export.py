"""A whole library as a folder of files that other programs take over."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from plancompare.errors import UnknownIdError
from plancompare.exporting.bibliography import bibtex, csl_json
from plancompare.exporting.datapackage import datapackage
from plancompare.exporting.folder import write_folder
from plancompare.exporting.form import Form
from plancompare.library.doors import shipped_library
from plancompare.library.library import Library
from plancompare.library.shipped import home
from plancompare.model import Plan, Rule
from plancompare.tables.tidy.shape import TidyTable
from plancompare.tables.tidy.whole import library_tables

__all__ = ["FORMS", "export"]

_MAKERS = {
    "csv": ("textual", "csv_files"),
    "xlsx": ("workbook", "workbook"),
    "parquet": ("parquet", "parquet_files"),
    "sqlite": ("database", "database"),
    "json": ("textual", "json_files"),
}

FORMS = tuple(_MAKERS)
"""`csv`, `json` and `parquet` write a file for each table, `xlsx` and `sqlite` one for all."""


def export(
    folder: Path | str,
    to: str = "csv",
    *,
    library: Library | None = None,
    plans: Iterable[Plan | str] = (),
    rule: Rule | None = None,
    as_of: datetime.date | None = None,
    replace: bool = False,
) -> tuple[TidyTable, ...]:
    """Write a library, or some of its plans, as tidy tables into a folder; give the tables.

    Beside the tables stand `datapackage.json`, which describes them, and the sources as `sources.bib`
    and `sources.csl.json`. Equal libraries give equal bytes. A folder that is there already is left
    alone, unless it is an earlier export and `replace` says so.

    Raises `UnknownIdError`, `InvalidFileError`, `MissingLibraryError` or `PlancompareError`.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as parent:
    ...     tables = export(f"{parent}/tables")
    ...     print(Path(f"{parent}/tables/terms.csv").read_text(encoding="utf-8").split("\\n")[0])
    plan,issue,term,state,value,number,unit,value_json
    """
    if to not in _MAKERS:
        raise UnknownIdError("form", to, _MAKERS)
    library = library or shipped_library()
    tables = library_tables(library, plans, rule=rule, as_of=as_of)
    written = _form(to)(tables)
    sources = library.sources.values()
    beside = {
        "sources.bib": bibtex(sources).encode(),
        "sources.csl.json": csl_json(sources).encode(),
    }
    described = datapackage(
        tables, written.resources, tuple(beside), shipped=library.folders == (home(),)
    )
    write_folder(
        {**written.files, **beside, "datapackage.json": described}, folder, replace=replace
    )
    return tables


def _form(to: str) -> Form:
    module, name = _MAKERS[to]
    found: Form = getattr(import_module(f"plancompare.exporting.{module}"), name)
    return found
