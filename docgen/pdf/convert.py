"""Convert: .docx bytes → PDF bytes, by reading, layout and writing."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.pdf.font_report import FontReport
from docgen.pdf.fonts import Fonts


@dataclass(frozen=True, slots=True)
class Converted:
    """A PDF with what there is to tell: pages, fonts, and (feature, place) pairs of what is not drawn as Word does."""

    pdf: bytes
    page_count: int
    fonts: FontReport
    warnings: tuple[tuple[str, str], ...] = ()


def convert(docx: bytes, fonts: Fonts | None = None) -> Converted:
    """The PDF of a .docx.

    Raises TemplateError for a file that is no .docx, MissingError when WeasyPrint, Pango or fonts are missing.
    """
    from docgen.pdf.layout import lay_out
    from docgen.pdf.read import read
    from docgen.pdf.weasyprint_writer import load_weasyprint, written

    load_weasyprint()
    own = (fonts or Fonts.of_machine()).for_document()
    laid = lay_out(read(docx), own)
    result = written(laid.pages)
    notes = tuple((note, "") for note in result.notes)
    return Converted(result.pdf, len(laid.pages.pages), own.report(), laid.warnings + notes)


def page_count(docx: bytes, fonts: Fonts | None = None) -> int:
    """How many pages a .docx comes to; needs fonts, but neither WeasyPrint nor Pango."""
    from docgen.pdf.layout import lay_out
    from docgen.pdf.read import read

    own = (fonts or Fonts.of_machine()).for_document()
    return len(lay_out(read(docx), own).pages.pages)
