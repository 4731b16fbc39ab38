"""HarfBuzz reader: a face through uharfbuzz, which opens a collection of 65,000 glyphs in a millisecond."""

from __future__ import annotations

import uharfbuzz as hb

from docgen.pdf.direct.face_readers import Shaped, Subset, metrics_of, plain_name, shared_out

_USED = ("glyf", "loca", "head", "hhea", "hmtx", "maxp", "cvt ", "fpgm", "prep", "CFF ", "CFF2", "VORG", "fvar", "gvar")
_STEADY = {"kern": False, "liga": False, "clig": False, "ccmp": False, "calt": False, "locl": False}


class HarfBuzzReader:
    """See `FaceReader`."""

    def __init__(self, path: str, index: int) -> None:
        self._path, self._index = path, index
        self._face = hb.Face(hb.Blob.from_file_path(path), index)
        self._font = hb.Font(self._face)
        self._unit = 1000 / self._face.upem
        tables = set(self._face.table_tags)
        self.has_outlines = bool(tables & {"glyf", "CFF ", "CFF2"})
        self.metrics = metrics_of(*(self._table(tag, tables) for tag in ("head", "hhea", "OS/2", "post")))
        self.name = plain_name(self._face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or "", path)
        self._glyphs: dict[str, int] = {}
        self._advances: dict[int, float] = {}

    def _table(self, tag: str, tables: set[str]) -> bytes:
        return bytes(self._face.reference_table(tag).data) if tag in tables else b""

    def glyph(self, char: str) -> int:
        """The glyph of a character, 0 when there is none."""
        found = self._glyphs.get(char)
        if found is None:
            found = self._glyphs[char] = self._font.get_nominal_glyph(ord(char)) or 0
        return found

    def advance(self, glyph: int) -> float:
        """The width of a glyph in thousandths of the size."""
        found = self._advances.get(glyph)
        if found is None:
            found = self._advances[glyph] = self._font.get_glyph_h_advance(glyph) * self._unit
        return found

    def cluster(self, text: str) -> list[Shaped]:
        """The glyphs of a character with what joins it."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.flags |= hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        hb.shape(self._font, buffer, _STEADY)
        infos, places = buffer.glyph_infos, buffer.glyph_positions
        found, x = [], 0.0
        for info, place, part in zip(infos, places, shared_out(text, len(infos)), strict=True):
            dx, dy = (x + place.x_offset) * self._unit, place.y_offset * self._unit
            found.append(Shaped(info.codepoint, dx, dy, part))
            x += place.x_advance
        return found

    def subset(self, glyphs: frozenset[int]) -> Subset:
        """The font program of these glyphs, numbered anew."""
        wanted = hb.SubsetInput()
        flags = hb.SubsetFlags
        wanted.flags = flags.NO_HINTING | flags.NO_LAYOUT_CLOSURE | flags.DESUBROUTINIZE | flags.CFF_IDENTITY_CHARSET
        if self._face.has_var_data:
            wanted.flags |= flags.DOWNGRADE_CFF2
            wanted.pin_all_axes_to_default(self._face)
        wanted.glyph_set.set(set(glyphs) | {0})
        wanted.drop_table_tag_set.update(_tag(tag) for tag in self._face.table_tags if tag not in _USED)
        try:
            plan = hb.SubsetPlan(self._face, wanted)
            numbers = dict(plan.old_to_new_glyph_mapping.items())
            face = plan.execute()
        except (RuntimeError, MemoryError):
            # A font with faults that HarfBuzz refuses: the other library is more patient.
            from docgen.pdf.direct.fonttools_reader import FontToolsReader

            return FontToolsReader(self._path, self._index).subset(glyphs)
        is_cff = "CFF " in face.table_tags
        program = face.reference_table("CFF ").data if is_cff else face.blob.data
        return Subset(bytes(program), numbers, is_cff)


def _tag(tag: str) -> int:
    return int.from_bytes(tag.encode("ascii").ljust(4), "big")
