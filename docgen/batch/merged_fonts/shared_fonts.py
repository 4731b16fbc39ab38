"""Shared fonts: the fonts of PDFs that are merged keep their codes and texts, and draw from one program per face.

A map of codes says for each of them which glyph of the common program is meant, so that neither the pages change nor
what can be read from them. Fonts that are not built like those of the direct writer stay as they are.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from docgen.batch.merged_fonts.cff_union import CffUnion
from docgen.batch.merged_fonts.code_map import NAME, code_map
from docgen.batch.merged_fonts.own_fonts import OF_ITS_OWN, OwnFont, own_fonts
from docgen.batch.merged_fonts.truetype_union import TrueTypeUnion
from docgen.batch.merged_fonts.union import USUAL_WIDTH, NotShared, Union

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

log = logging.getLogger("docgen")


@dataclass(slots=True)
class SharedFonts:
    """First the fonts of every PDF are gathered, then they are shared in what was made of the PDFs."""

    _unions: dict[bytes, Union] = field(default_factory=dict)
    _programs: dict[bytes, bytes] = field(default_factory=dict)

    def gather(self, pdf: Pdf) -> None:
        """Take in the fonts of a PDF."""
        for font in own_fonts(pdf):
            if font.face not in self._unions:
                self._unions[font.face] = CffUnion() if font.is_cff else TrueTypeUnion()
            self._numbers(font)

    def share(self, pdf: Pdf) -> None:
        """Let the fonts of a PDF draw from the programs of all that were gathered."""
        below: dict[bytes, Object] = {}
        for item in own_fonts(pdf):
            numbers = self._numbers(item)
            if numbers is None:
                continue
            if item.face not in below:
                below[item.face] = self._below(pdf, item)
            item.font.Encoding = _encoding(pdf, numbers)
            item.font.DescendantFonts = [below[item.face]]
            item.font.BaseFont = below[item.face].BaseFont

    def _numbers(self, font: OwnFont) -> list[int] | None:
        """The numbers of its glyphs in the union; None where it is not shared."""
        union = self._unions.get(font.face)
        try:
            return union.add(font.program, font.widths) if union else None
        except NotShared:
            return None
        except Exception as error:  # a program with faults, which its readers may well forgive, stays as it is
            log.debug("%s: %s", font.name, error)
            return None

    def _below(self, pdf: Pdf, like: OwnFont) -> Object:
        """The dictionary below all fonts of a face, with the common program."""
        from pikepdf import Dictionary, Name

        union = self._unions[like.face]
        if like.face not in self._programs:
            self._programs[like.face] = union.program()
        program = self._programs[like.face]
        name = Name(f"/{_prefix(program)}+{like.name}")
        stream = pdf.make_stream(program)
        if like.is_cff:
            stream.Subtype = Name.CIDFontType0C
        else:
            stream.Length1 = len(program)
        descriptor = {key: value for key, value in like.below.FontDescriptor.items() if key not in OF_ITS_OWN}
        descriptor |= {"/FontName": name, "/FontFile3" if like.is_cff else "/FontFile2": stream}
        below = {key: value for key, value in like.below.items() if key not in ("/BaseFont", "/FontDescriptor", "/W")}
        below |= {"/BaseFont": name, "/FontDescriptor": pdf.make_indirect(Dictionary(descriptor))}
        return pdf.make_indirect(Dictionary(below | {"/W": _listed(union.widths)}))


def _listed(widths: Sequence[Any]) -> list[Any]:
    """The widths that are not usual, as a font lists them."""
    found: list[Any] = []
    last = -2
    for number, width in enumerate(widths):
        if width == USUAL_WIDTH:
            continue
        if number != last + 1:
            found += [number, []]
        found[-1].append(width)
        last = number
    return found


def _encoding(pdf: Pdf, numbers: Sequence[int]) -> Object:
    from pikepdf import Dictionary, Name, String

    system = Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0)
    return pdf.make_stream(code_map(numbers), Type=Name.CMap, CMapName=Name(f"/{NAME}"), CIDSystemInfo=system)


def _prefix(program: bytes) -> str:
    """Six capitals that tell this subset from others of the same font."""
    return "".join(chr(65 + byte % 26) for byte in hashlib.sha256(program).digest()[:6])
