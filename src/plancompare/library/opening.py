"""A plan in whatever sort of file it comes: YAML, a workbook, a folder of CSV files."""

from __future__ import annotations

from pathlib import Path

from plancompare.errors import PlancompareError, shown
from plancompare.library.document import Document
from plancompare.library.textfile import refused
from plancompare.library.tree import Tree
from plancompare.library.writing import write
from plancompare.model import Plan

__all__ = ["is_plan_path", "open_plan", "open_yaml", "write_plan"]

_YAML = (".yaml", ".yml")
_FOREIGN = (".xls", ".xlsm", ".xlsb", ".ods", ".csv", ".tsv")
_TEXTS = (".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".pdf")


def is_plan_path(name: str) -> bool:
    """Whether a name is that of a file or folder, rather than the id of a plan."""
    return name.lower().endswith((*_YAML, ".xlsx", *_FOREIGN, *_TEXTS)) or Path(name).is_dir()


def open_plan(path: Path | str) -> Tree:
    """What a file holds, not yet understood. Raises `InvalidFileError`."""
    name = Path(path)
    if name.suffix.lower() == ".xlsx":
        from plancompare.library.sheets.workbook import read_workbook

        return read_workbook(name)
    if name.is_dir() and any(name.glob("*.csv")):
        from plancompare.library.sheets.folder import read_folder

        return read_folder(name)
    if name.suffix.lower() in _FOREIGN and name.is_file():
        remedy = "save it as .xlsx; of CSV files, name the folder that holds them"
        raise refused(str(path), f"{name.suffix} files are not read", remedy)
    if name.suffix.lower() in _TEXTS and name.is_file():
        remedy = f"make one of it with plancompare import {shown(str(path))}"
        raise refused(str(path), "is a text, and not the file of a plan", remedy)
    return Document(path)


def open_yaml(path: Path | str) -> Document:
    """A YAML file, to be edited in place. Raises `PlancompareError` for any other sort."""
    found = open_plan(path)
    if not isinstance(found, Document):
        what = f"{shown(str(path))}: is a spreadsheet, and only YAML files are edited in place"
        raise PlancompareError(f"{what}; change it there, or convert it to YAML first")
    return found


def write_plan(plan: Plan, path: Path | str) -> None:
    """Write a plan as its path says: .yaml, .xlsx, or a folder of CSV files, in one step.

    Raises `PlancompareError`.
    """
    name = Path(path)
    match name.suffix.lower():
        case ".yaml" | ".yml":
            write(plan, path)
        case ".xlsx":
            from plancompare.library.sheets.workbook import write_workbook

            write_workbook(plan, name)
        case "":
            from plancompare.library.sheets.folder import write_folder

            write_folder(plan, name)
        case suffix:
            what = f"{shown(str(path))}: {suffix} is no form of a plan"
            raise PlancompareError(f"{what}; name FILE.yaml, FILE.xlsx or a folder for CSV files")
