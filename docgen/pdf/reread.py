"""Read a written PDF again: how many pages has it, and what does it say?"""

from __future__ import annotations

import re

from docgen.errors import ResultError


def text_of(pdf: bytes) -> str:
    """The text of all pages, in the order it was painted, without white space.

    Raises ResultError when the PDF cannot be opened.
    """
    return re.sub(r"\s", "", "".join(page_texts(pdf)))


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise ResultError("写出的 PDF 复读时打不开", "把这份数据发给维护的人") from error
    try:
        # U+FFFE is how pdfium says a hyphen at a line's end; the hyphen itself is what the page shows.
        return [page.get_textpage().get_text_range().replace("\ufffe", "-") for page in document]
    finally:
        document.close()
