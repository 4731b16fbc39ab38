"""fontTools reader: the same in Python: slower, for machines where uharfbuzz cannot be installed."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from docgen.pdf.direct.face_readers import Shaped, Subset, metrics_of, plain_name

_USED = ("glyf", "loca", "head", "hhea", "hmtx", "maxp", "cvt ", "fpgm", "prep", "CFF ")


class FontToolsReader:
    """See `FaceReader`. Marks stand where their glyphs put them."""

    def __init__(self, path: str, index: int) -> None:
        self._data, self._index = Path(path).read_bytes(), index
        font = self._open()
        # Without outlines that it can put into a PDF (none, or CFF2) it draws nothing.
        self.has_outlines = "glyf" in font or "CFF " in font
        self.metrics = metrics_of(*(_table(font, tag) for tag in ("head", "hhea", "OS/2", "post")))
        self.name = plain_name(font["name"].getDebugName(6) or "", path)
        self._unit = 1000 / font["head"].unitsPerEm
        self._cmap = font.getBestCmap() or {}
        self._metrics = font["hmtx"].metrics
        self._font = font

    def _open(self) -> Any:
        return TTFont(BytesIO(self._data), fontNumber=self._index, lazy=True, recalcTimestamp=False)

    def glyph(self, char: str) -> int:
        """The glyph of a character, 0 when there is none."""
        name = self._cmap.get(ord(char))
        return 0 if name is None else int(self._font.getGlyphID(name))

    def advance(self, glyph: int) -> float:
        """The width of a glyph in thousandths of the size."""
        return float(self._metrics[self._font.getGlyphName(glyph)][0] * self._unit)

    def cluster(self, text: str) -> list[Shaped]:
        """The glyphs of a character with what joins it, one behind the other."""
        found: list[Shaped] = []
        x = 0.0
        for char in text:
            glyph = self.glyph(char)
            if not glyph and found:
                found[-1] = found[-1]._replace(text=found[-1].text + char)
                continue
            found.append(Shaped(glyph, x, 0.0, char))
            x += self.advance(glyph)
        return found

    def subset(self, glyphs: frozenset[int]) -> Subset:
        """The font program of these glyphs, numbered anew."""
        options = Options(
            hinting=False, desubroutinize=True, notdef_outline=True, layout_features=[], name_IDs=[], legacy_kern=False
        )
        font = self._open()
        options.drop_tables += [tag for tag in set(font.reader.keys()) if tag not in _USED]
        before = font.getGlyphOrder()
        subsetter = Subsetter(options)
        subsetter.populate(gids=sorted({0, *glyphs}))
        subsetter.subset(font)
        kept = {name: place for place, name in enumerate(font.getGlyphOrder())}
        numbers = {old: kept[name] for old, name in enumerate(before) if name in kept}
        if "CFF " in font:
            return Subset(_cff(font), numbers, is_cff=True)
        result = BytesIO()
        font.save(result, reorderTables=None)
        return Subset(result.getvalue(), numbers, is_cff=False)


def _cff(font: Any) -> bytes:
    """The CFF table; the characters of one keyed by number get the numbers of their glyphs."""
    table = font["CFF "]
    top = table.cff.topDictIndex[0]
    if hasattr(top, "ROS"):
        strings = top.CharStrings.charStrings
        fresh = {name: f"cid{place:05d}" for place, name in enumerate(font.getGlyphOrder()) if place}
        top.CharStrings.charStrings = {fresh.get(name, name): index for name, index in strings.items()}
        top.charset = [fresh.get(name, name) for name in top.charset]
        font.setGlyphOrder(top.charset)
    return bytes(table.compile(font))


def _table(font: Any, tag: str) -> bytes:
    return bytes(font.reader[tag]) if tag in font.reader else b""
