"""Parcels: a document with its files as they are about to be written; made in the formats wanted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.errors import MissingError
from docgen.pdf.wish import PLAIN, PdfWish

if TYPE_CHECKING:
    from docgen.documents.composed import Composed
    from docgen.produce import Document


@dataclass(frozen=True, slots=True)
class Order:
    """How the documents of a run are wanted."""

    folder: Path
    wanted: str = "both"
    template: Path | None = None
    force: bool = False
    as_json: bool = False
    pdf: PdfWish = PLAIN


@dataclass(frozen=True, slots=True)
class Parcel:
    """A document: its kind, title, files by name; `document` is None for a workbook."""

    kind: str
    title: str
    files: Mapping[str, bytes]
    pages: int | None = None
    month: date | None = None
    unit: str = ""
    number: str = ""
    document: Document | None = None


@dataclass(slots=True)
class Maker:
    """Makes documents. `missing` is what kept it from making PDFs where Word files were wanted as well."""

    order: Order
    missing: MissingError | None = field(default=None)

    def parcels(self, composed: Sequence[Composed]) -> Iterator[Parcel]:
        """The documents, in order.

        Where both formats were wanted and this machine can make no PDF, the Word files are made all the same.
        """
        handed_on = False
        try:
            for parcel in self._made(composed, pdf=self.order.wanted != "word" and self.missing is None):
                yield parcel
                handed_on = True
        except MissingError as error:
            # What a machine lacks shows with the first document; a font that is asked for strictly may show later.
            if self.order.wanted != "both" or self.missing is not None or handed_on:
                raise
            self.missing = error
            yield from self._made(composed, pdf=False)

    def _made(self, composed: Sequence[Composed], *, pdf: bool) -> Iterator[Parcel]:
        from docgen import produce

        documents = produce.produce_all(composed, template=self.order.template, pdf=self.order.pdf if pdf else None)
        for item, document in zip(composed, documents, strict=True):
            yield _parcel(item, document, self.order.wanted)


def _parcel(composed: Composed, document: Document, wanted: str) -> Parcel:
    from docgen.output.names import file_name

    stem = composed.stem or document.title
    files = {}
    if wanted != "pdf":
        files[file_name(stem, ".docx")] = document.word
    if document.pdf is not None:
        files[file_name(stem, ".pdf")] = document.pdf
    return Parcel(
        str(composed.name), document.title, files, document.pages,
        composed.month, composed.unit, composed.number, document,
    )  # fmt: skip
