"""Read a written PDF again: what does it say, and is any of the Word file's text missing?"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from docgen.errors import ResultError

_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011"), "-")
_INKLESS = ("Cc", "Cf", "Mn", "Zl", "Zp", "Zs")


def text_of(pdf: bytes) -> str:
    """The text of all pages, in the order it was painted, without white space.

    Raises ResultError when the PDF cannot be opened.
    """
    return re.sub(r"\s", "", "".join(page_texts(pdf)))


_LINE_END_HYPHENS = str.maketrans("\ufffe\x02", "--")


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise ResultError("写出的 PDF 复读时打不开", "把这份数据发给维护的人") from error
    try:
        # U+FFFE and, in bounded text, U+0002 are how pdfium says a hyphen at a line's end, which the page shows.
        # Bounded: what stands off the paper is not shown to anybody.
        return [page.get_textpage().get_text_bounded().translate(_LINE_END_HYPHENS) for page in document]
    finally:
        document.close()


def first_missing(said: str, pdf: bytes) -> int | None:
    """Index of the first character of `said` that the PDF lacks; None when it shows them all.

    Page numbers and repeated heads come on top. Normally every character follows the one before it. Where that is not
    so (a row that goes on overleaf, writing from right to left) each must be shown as often as it is said.
    """
    shown = _ink(text_of(pdf))
    rest = iter(shown)
    if all(char in rest for char in _ink(said)):
        return None
    left = Counter(shown)
    for index, written in enumerate(said):
        for char in _ink(written):
            if not left[char]:
                return index
            left[char] -= 1
    return None


def _ink(text: str) -> str:
    """What the eye can tell apart: ligatures and composed letters in pieces, marks and invisible characters gone."""
    plain = unicodedata.normalize("NFKD", text.translate(_HYPHENS))
    return "".join(char for char in plain if unicodedata.category(char) not in _INKLESS)
