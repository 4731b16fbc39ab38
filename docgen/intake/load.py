"""Load: data files → Campaign or Guidance, and diagnostics.

Cross-checks are not made here (see `docgen.rules.consistency` and `docgen.rules.guidance`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docgen.diagnostics import Diagnostic, Severity
from docgen.garbage import uncollected
from docgen.intake.books import CAMPAIGN, Book
from docgen.intake.build import build
from docgen.intake.finding import Files, files_of, find, not_read
from docgen.intake.tables import Tables
from docgen.model.campaign import Campaign
from docgen.model.gaps import Gaps
from docgen.model.guidance import Guidance

__all__ = ["Loaded", "find", "load", "read"]


@dataclass(frozen=True)
class Loaded:
    """What the data says.

    `book` tells by the sheets whether it is a campaign's (CAMPAIGN) or a 指导意见's (GUIDANCE), also of faulty data.
    `campaign` or `guidance` is None as soon as there is one error: no document is made from faulty data. `draft` or
    `guidance_draft` is what could be built all the same, for cross-checks only; `gaps` tells which of its values are
    missing or stand-ins. `path` is the main data file, `files` all that were read, the main one first.
    """

    campaign: Campaign | None
    diagnostics: tuple[Diagnostic, ...]
    path: Path
    draft: Campaign | None
    gaps: Gaps
    files: tuple[Path, ...] = ()
    guidance: Guidance | None = None
    guidance_draft: Guidance | None = None
    book: Book = CAMPAIGN


def load(path: Path, *, issue_date: date | None = None) -> Loaded:
    """Read and build; `issue_date` takes the place of the 成文日期 in the data. Raises FileError.

    `path` is a data file, which counts alone, or a folder: its main data file and those beside it that are named
    after a sheet.
    """
    with uncollected():
        return _load(path, issue_date)


def _load(path: Path, issue_date: date | None) -> Loaded:
    files = files_of(path)
    tables, broken = read(files.main)
    if broken:
        return Loaded(None, tuple(tables.diagnostics), files.main, None, Gaps(), (files.main,))
    files = files.within(tables.book)
    _join(files, tables)
    built = build(tables, issue_date)
    faulty = any(item.severity is Severity.ERROR for item in built.diagnostics)
    every = (files.main, *(item.path for item in files.beside))
    draft = built.draft if isinstance(built.draft, Campaign) else None
    guidance = built.draft if isinstance(built.draft, Guidance) else None
    return Loaded(
        None if faulty else draft,
        built.diagnostics,
        files.main,
        draft,
        built.gaps,
        every,
        None if faulty else guidance,
        guidance,
        tables.book,
    )


def _join(files: Files, tables: Tables) -> None:
    """Add the files beside the main one, in the order of their names, and tell of those that are not read."""
    tables.diagnostics += not_read(files, tables.book)
    if files.beside:
        from docgen.intake.beside import beside_tables

        for number, item in enumerate(files.beside, 1):
            tables.join(beside_tables(item, number, tables.book))


def read(path: Path) -> tuple[Tables, bool]:
    """The tables of a data file; True when its syntax is so broken that there are none."""
    if path.suffix.lower() == ".xlsx":
        from docgen.intake.tabulate import workbook_tables

        return workbook_tables(path), False
    from docgen.intake.text import text_tables

    return text_tables(path)
