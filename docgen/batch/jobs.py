"""Jobs: a document to be made, whole, so that any process on any machine can make it; and what was made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from docgen.errors import DocgenError
from docgen.filling import Template
from docgen.pdf.wish import PdfWish

if TYPE_CHECKING:
    from docgen.documents.composed import Composed
    from docgen.pdf.typefaces.font_report import FontReport

WORD, PDF, EXCEL = ".docx", ".pdf", ".xlsx"


@dataclass(frozen=True, slots=True)
class Job:
    """A document with its template, and the formats it is wanted in: Word (`word`), PDF (unless `pdf` is None).

    `standing` is the digest of the Word file whose PDF stands already, made with the same fonts and engine: where the
    Word file comes out so again, no PDF is made. `machine` is the fingerprint that another machine must have, too.
    """

    composed: Composed
    template: Template
    word: bool = True
    pdf: PdfWish | None = None
    standing: str = ""
    machine: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a job: title, digest of the Word file, the wanted files by ending, what its reader must know.

    `lacking` is why there is no PDF though the Word file is there; `pdf_stands` that the one in the folder still holds,
    with the pages, fonts and warnings that the manifest tells of it.
    """

    title: str
    files: Mapping[str, bytes]
    word: str = ""
    pages: int | None = None
    fonts: FontReport | None = None
    warnings: tuple[str, ...] = ()
    lacking: DocgenError | None = None
    pdf_stands: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """A document of a run: which it is, where it goes, what it is made from.

    `key` tells it from the others of its folder, run after run. `inputs` and `printing` are the digests that its entry
    in the manifest is held against; `inputs` "" for a document that is always made. It is made of what `job` gives when
    its turn comes, or, if it is a workbook, by `book`. `stem` is the name of its files, "" where only the made document
    tells it.
    """

    key: str
    kind: str
    formats: tuple[str, ...]
    inputs: str = ""
    printing: str = ""
    job: Callable[[], Job] | None = None
    book: Callable[[], Made] | None = None
    stem: str = ""
    folder: str = ""
    month: date | None = None
    unit: str = ""
    number: str = ""
    template: str = field(default="")

    @property
    def label(self) -> str:
        """How it is called before it has a title."""
        return self.stem or "，".join(part for part in (self.kind, self.unit) if part)
