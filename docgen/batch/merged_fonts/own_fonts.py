"""Own fonts: those fonts of a PDF that are built like the ones of the direct writer, so that they can be shared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docgen.batch.merged_fonts.union import USUAL_WIDTH, Widths

if TYPE_CHECKING:
    from pikepdf import Pdf

OF_ITS_OWN = frozenset({"/FontName", "/FontFile2", "/FontFile3"})
"""What the descriptors of two subsets of one face do not have in common."""
_FONT = {"/Type", "/Subtype", "/BaseFont", "/Encoding", "/DescendantFonts", "/ToUnicode"}
_BELOW = {"/Type", "/Subtype", "/BaseFont", "/CIDSystemInfo", "/FontDescriptor", "/DW", "/W", "/CIDToGIDMap"}
_COMMON = {"/Type", "/Flags", "/FontBBox", "/ItalicAngle", "/Ascent", "/Descent", "/CapHeight", "/StemV"}
"""What our fonts say. One that says more (upright text, a list of its characters) is not one of them."""
_PREFIX = len("/ABCDEF+")
_LAST = 0xFFFF  # glyph of any font, whatever a list of widths says


@dataclass(frozen=True, slots=True)
class OwnFont:
    """A font of a PDF, and the dictionary below it; `name` is its face's, `face` what all fonts of a face say alike."""

    font: Any
    below: Any
    name: str
    face: bytes

    @property
    def is_cff(self) -> bool:
        """Whether its program is CFF, else TrueType."""
        return bool(self.below.Subtype == "/CIDFontType0")

    @property
    def program(self) -> bytes:
        """The font program."""
        descriptor = self.below.FontDescriptor
        return bytes((descriptor.FontFile3 if self.is_cff else descriptor.FontFile2).read_bytes())

    @property
    def widths(self) -> Widths:
        """The widths that it lists."""
        from pikepdf import Array

        found: dict[int, Any] = {}
        listed = iter(self.below.get("/W", ()))
        for first in listed:
            second = next(listed)
            if isinstance(second, Array):
                found |= {int(first) + place: width for place, width in enumerate(second)}
            else:
                found |= dict.fromkeys(range(int(first), min(int(second), _LAST) + 1), next(listed))
        return found


def own_fonts(pdf: Pdf) -> Iterator[OwnFont]:
    """The fonts of a PDF that are built as ours are."""
    from pikepdf import Dictionary

    for item in pdf.objects:
        if isinstance(item, Dictionary) and set(item.keys()) == _FONT and item.Encoding == "/Identity-H":
            found = _own_font(item)
            if found is not None:
                yield found


def _own_font(font: Any) -> OwnFont | None:
    from pikepdf import Array, Dictionary

    below = next(iter(font.DescendantFonts), None) if isinstance(font.DescendantFonts, Array) else None
    if not isinstance(below, Dictionary) or not {"/BaseFont", "/FontDescriptor"} <= set(below.keys()) <= _BELOW:
        return None
    prefix, name = str(below.BaseFont)[:_PREFIX], str(below.BaseFont)[_PREFIX:]
    descriptor = below.FontDescriptor
    if not isinstance(descriptor, Dictionary) or not set(descriptor.keys()) <= _COMMON | OF_ITS_OWN:
        return None
    if not prefix.endswith("+") or not _is_plain(below):
        return None
    common = {key: value for key, value in descriptor.items() if key not in OF_ITS_OWN}
    common |= {key: below[key] for key in ("/Subtype", "/CIDSystemInfo")}
    return OwnFont(font, below, name, name.encode() + b" " + Dictionary(common).unparse())


def _is_plain(below: Any) -> bool:
    """Whether code n is glyph n of a program that is there, and as wide as usual where nothing else is said."""
    from pikepdf import Stream

    if below.get("/DW", USUAL_WIDTH) != USUAL_WIDTH or "/CIDSystemInfo" not in below:
        return False
    if below.get("/Subtype") == "/CIDFontType0":
        program = below.FontDescriptor.get("/FontFile3")
        return isinstance(program, Stream) and bool(program.get("/Subtype") == "/CIDFontType0C")
    is_truetype = below.get("/Subtype") == "/CIDFontType2" and below.get("/CIDToGIDMap") == "/Identity"
    return bool(is_truetype) and isinstance(below.FontDescriptor.get("/FontFile2"), Stream)
