"""Word files and workbooks, opened through the guard."""

from __future__ import annotations

from docgen.opening.archive import Archive, Limits
from docgen.opening.kinds import CONTENT_TYPES, Kind, office_kind
from docgen.opening.wanted import WORD, WORKBOOK

_WORKBOOK_LIMITS = Limits(members=2_000, total=400_000_000, one=400_000_000, xml=400_000_000)
_WORD_LIMITS = Limits()
_WORD_KINDS = (Kind.DOCX, Kind.DOTX)
"""A package whose content types do not say what it is (ZIP) is judged by its main part."""


def open_workbook(content: bytes, name: str, limits: Limits = _WORKBOOK_LIMITS) -> Archive:
    """A workbook whose members are what they declare to be. Raises FileError.

    Every member but the sheets is inflated once: another program reads them, which believes what a zip declares.
    A sheet is checked when it is read.
    """
    archive = Archive(content, name, WORKBOOK, limits)
    kind = office_kind(archive.read(CONTENT_TYPES), archive)
    if kind not in (Kind.XLSX, Kind.ZIP) or "xl/workbook.xml" not in archive:
        raise WORKBOOK.refuses(Kind.ZIP if kind is Kind.XLSX else kind, name)
    for member in archive:
        if not member.startswith("xl/worksheets/") or member.endswith(".rels"):
            archive.verify(member)
    return archive


def open_word(content: bytes, name: str = "", limits: Limits = _WORD_LIMITS, *, macros: bool = False) -> Archive:
    """A Word file; with `macros` one that has some, which nobody runs. Raises FileError."""
    archive = Archive(content, name, WORD, limits)
    kind = office_kind(archive.read(CONTENT_TYPES), archive)
    if kind not in (*_WORD_KINDS, Kind.ZIP, *((Kind.DOCM,) if macros else ())):
        raise WORD.refuses(kind, name)
    return archive


def has_macros(archive: Archive) -> bool:
    """Whether a Word file brings a program along."""
    kind = office_kind(archive.read(CONTENT_TYPES), archive)
    return kind is Kind.DOCM or any(name.lower().endswith("vbaproject.bin") for name in archive)
