"""A PDF opened: its objects as plain Python values, its text, and pictures of its pages."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pypdfium2
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSLiteral


class Opened:
    """The objects of a PDF."""

    def __init__(self, pdf: bytes) -> None:
        self.bytes = pdf
        self.document = PDFDocument(PDFParser(BytesIO(pdf)))
        self.catalog = plain(self.document.catalog, depth=2)
        self.info = {key: text_of(value) for key, value in self.document.info[0].items()}
        self.pages = [plain(page.attrs, depth=3) for page in PDFPage.create_pages(self.document)]
        self.contents = [
            b"\n".join(resolve1(part).get_data() for part in page.contents)
            for page in PDFPage.create_pages(self.document)
        ]

    def all(self) -> Iterator[dict[str, Any]]:
        """Every dictionary of the file, streams with their data under `data`."""
        for xref in self.document.xrefs:
            for number in xref.get_objids():
                found = self.document.getobj(number)
                if isinstance(found, PDFStream):
                    yield {**plain(found.attrs), "data": found}
                elif isinstance(found, dict):
                    yield plain(found)

    def fonts(self) -> list[dict[str, Any]]:
        """The composite fonts, with what describes their glyphs under `below`."""
        found = []
        for one in self.all():
            if one.get("Type") == "Font" and one.get("Subtype") == "Type0":
                below = plain(resolve1(one["DescendantFonts"])[0], depth=2)
                found.append({**one, "below": below})
        return found


def plain(value: Any, depth: int = 1) -> Any:
    """References followed, names as text."""
    value = resolve1(value) if depth else value
    if isinstance(value, PSLiteral):
        return value.name
    if isinstance(value, dict):
        return {key: plain(one, depth - 1) if depth else name_of(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one, depth - 1) if depth else name_of(one) for one in value]
    return value


def name_of(value: Any) -> Any:
    return value.name if isinstance(value, PSLiteral) else value


def text_of(value: Any) -> Any:
    """A text string."""
    value = resolve1(value)
    if not isinstance(value, bytes):
        return name_of(value)
    return value[2:].decode("utf-16-be") if value.startswith(b"\xfe\xff") else value.decode("latin-1")


def texts(pdf: bytes) -> list[str]:
    """The text of each page."""
    opened = pypdfium2.PdfDocument(pdf)
    return [opened[place].get_textpage().get_text_bounded().replace("\r", "") for place in range(len(opened))]


def shares_of_differing_pixels(one: bytes, two: bytes, dpi: int = 100) -> list[float]:
    """For each page the share of its pixels that clearly differ."""
    import numpy

    shares = []
    first, second = pypdfium2.PdfDocument(one), pypdfium2.PdfDocument(two)
    assert len(first) == len(second)
    for place in range(len(first)):
        a, b = (opened[place].render(scale=dpi / 72).to_numpy().astype(int) for opened in (first, second))
        assert a.shape == b.shape
        shares.append(float(numpy.mean(abs(a - b).max(axis=2) > 64)))
    return shares
