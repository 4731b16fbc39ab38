"""Convert: .docx bytes → PDF bytes, by reading, layout and writing."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.pdf.font_report import FontReport
from docgen.pdf.fonts import Fonts

if TYPE_CHECKING:
    from docgen.pdf.layout import Laid

log = logging.getLogger("docgen")


@dataclass(frozen=True, slots=True)
class Converted:
    """A PDF with what there is to tell: pages, fonts, and (feature, place) pairs of what is not drawn as Word does.

    `pdf` is None when only the pages were asked for; `notes` are the writer's own sentences.
    """

    pdf: bytes | None
    page_count: int
    fonts: FontReport
    warnings: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


def convert(docx: bytes, fonts: Fonts | None = None) -> Converted:
    """The PDF of a .docx.

    Raises FileError for a file that is no .docx, MissingError when WeasyPrint, Pango or fonts are missing.
    """
    from docgen.pdf.weasyprint_writer import load_weasyprint, written

    load_weasyprint()
    laid, report = _laid(docx, fonts)
    log.info("转 PDF")
    result = written(laid.pages)
    return Converted(result.pdf, len(laid.pages.pages), report, laid.warnings, result.notes)


def paginate(docx: bytes, fonts: Fonts | None = None) -> Converted:
    """The pages that a .docx comes to, without a PDF; needs fonts, but neither WeasyPrint nor Pango."""
    laid, report = _laid(docx, fonts)
    return Converted(None, len(laid.pages.pages), report, laid.warnings)


def _laid(docx: bytes, fonts: Fonts | None) -> tuple[Laid, FontReport]:
    from docgen.pdf.layout import lay_out
    from docgen.pdf.read import read

    own = (fonts or Fonts.of_machine()).for_document()
    laid = lay_out(read(docx), own)
    return laid, own.report()
