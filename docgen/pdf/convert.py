"""Convert: .docx bytes → PDF bytes, by reading, layout and writing; or by an installed LibreOffice."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from docgen.errors import DocgenError, MissingError
from docgen.garbage import uncollected
from docgen.pdf.pages import Pages
from docgen.pdf.typefaces.font_report import FontReport
from docgen.pdf.typefaces.fonts import Fonts
from docgen.pdf.wish import PLAIN, Engine, PdfWish
from docgen.pdf.writing import Attachment, WriteOptions, writer

log = logging.getLogger("docgen")

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Converted:
    """A PDF with what there is to tell: pages, fonts, and (feature, place) pairs of what is not drawn as Word does.

    `pdf` is None when only the pages were asked for; `notes` are the writer's own sentences; `said` is the text that
    the body of the Word file holds, "" where LibreOffice read it (`by_office`).
    """

    pdf: bytes | None
    page_count: int
    fonts: FontReport
    warnings: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    said: str = ""
    by_office: bool = False


@dataclass(frozen=True, slots=True)
class _Laid:
    """A document laid out: its pages, and what `Converted` tells of it."""

    pages: Pages
    fonts: FontReport
    warnings: tuple[tuple[str, str], ...]
    said: str


def convert(docx: bytes, fonts: Fonts | None = None, wish: PdfWish | None = None) -> Converted:
    """The PDF of a .docx.

    Raises FileError for a file that is no .docx, MissingError when a program, a library or fonts are missing.
    """
    wish = wish or PLAIN
    if wish.engine is Engine.LIBREOFFICE:
        (made,) = by_libreoffice([docx], wish)
        if isinstance(made, DocgenError):
            raise made
        return made
    with uncollected():
        return _written(docx, fonts, wish)


def _written(docx: bytes, fonts: Fonts | None, wish: PdfWish) -> Converted:
    chosen = writer(wish.engine)
    chosen.check()
    laid = _laid(docx, fonts or machine_fonts(wish.fonts))
    if wish.strict_fonts:
        _refuse_substitutes(laid.fonts)
    log.info("转 PDF")
    result = chosen.written(laid.pages, _options(docx, laid.pages.title, wish))
    return Converted(result.pdf, len(laid.pages.pages), laid.fonts, laid.warnings, result.notes, laid.said)


def paginate(docx: bytes, fonts: Fonts | None = None) -> Converted:
    """The pages that a .docx comes to, without a PDF; needs fonts, but no writer."""
    with uncollected():
        laid = _laid(docx, fonts or machine_fonts())
    return Converted(None, len(laid.pages.pages), laid.fonts, laid.warnings, said=laid.said)


def by_libreoffice(docx: Sequence[bytes], wish: PdfWish) -> Iterator[Converted | DocgenError]:
    """The PDFs that LibreOffice makes of Word files, in order, or why there is none. It chooses the fonts itself."""
    from docgen.pdf.libreoffice import pdfs_of
    from docgen.pdf.pictures import page_count

    for pdf in pdfs_of(docx, pdfa=wish.pdfa, tagged=wish.tagged, fonts=wish.fonts):
        yield pdf if isinstance(pdf, DocgenError) else Converted(pdf, page_count(pdf), FontReport(), by_office=True)


@lru_cache(maxsize=4)
def machine_fonts(extra: tuple[Path, ...] = ()) -> Fonts:
    """The fonts of this machine behind those of some folders; looked for once a run."""
    return Fonts.of_machine(extra)


def _laid(docx: bytes, fonts: Fonts) -> _Laid:
    from docgen.pdf.layout import lay_out
    from docgen.pdf.read import read
    from docgen.pdf.said import said

    own, source = fonts.for_document(), read(docx)
    laid = lay_out(source, own)
    return _Laid(laid.pages, own.report(), laid.warnings, said(source))


def _options(docx: bytes, title: str, wish: PdfWish) -> WriteOptions:
    attached = (Attachment(f"{title or '原文件'}.docx", _DOCX, docx, "生成这份 PDF 的 Word 文件"),)
    variant = "pdf/a-3u" if wish.attach_source else "pdf/a-2u"
    return WriteOptions(
        pdfa=variant if wish.pdfa else "", tagged=wish.tagged, attachments=attached if wish.attach_source else ()
    )


def _refuse_substitutes(report: FontReport) -> None:
    """Raises MissingError with every face that stands in for another one."""
    lines = [f"{use.asked}（会用{use.family}代替）" for use in report.uses if use.substitute]
    lines += [f"{asked}缺“{chars}”（会用{family}补）" for asked, chars, family in report.replaced]
    if lines:
        raise MissingError(
            f"本机没有文件要的字体：{'、'.join(dict.fromkeys(lines))}",
            "装上这些字体，或用 --fonts 指明放字体的文件夹；允许代用就去掉 --strict-fonts",
        )
