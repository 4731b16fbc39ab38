"""TrueType programs without hints, as a PDF holds them: the glyphs of many put into one (ISO/IEC 14496-22, glyf)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

from docgen.batch.merged_fonts.union import Glyphs, NotShared, Width, Widths

_TABLES = frozenset({"glyf", "loca", "head", "hhea", "hmtx", "maxp"})
_WORDS, _SCALE, _MORE, _TWO_SCALES, _MATRIX, _INSTRUCTIONS = 0x1, 0x8, 0x20, 0x40, 0x80, 0x100
"""Flags of a component of a glyph."""
_MAXIMA = struct.Struct(">13H")
"""What `maxp` tells behind the number of glyphs."""


class _Outline(NamedTuple):
    """A glyph: its data, with nothing for the numbers of its components, these themselves, advance and side bearing."""

    data: bytes
    components: tuple[_Outline, ...]
    metrics: tuple[int, int]


class TrueTypeUnion:
    """See `Union`. Glyphs put together from others name them by number, which is another one in the union."""

    def __init__(self) -> None:
        self._glyphs: Glyphs[_Outline] = Glyphs()
        self._first: _Program | None = None
        self._maxima: list[int] = [0] * 13

    def add(self, data: bytes, widths: Widths) -> list[int]:
        """Take in a program; see `Union`."""
        program = _Program(data)
        if self._first and program.likeness != self._first.likeness:
            raise NotShared
        numbers = self._glyphs.numbers([program.outline(number) for number in range(len(program))], widths)
        self._first = self._first or program
        self._maxima = list(map(max, self._maxima, program.maxima))
        return numbers

    def program(self) -> bytes:
        """All glyphs as one program."""
        assert self._first is not None
        outlines = self._glyphs.closed()
        numbers = {outline: number for number, outline in reversed(list(enumerate(outlines)))}
        pieces = [_numbered(outline, numbers) for outline in outlines]
        places = [0]
        for piece in pieces:
            places.append(places[-1] + len(piece))
        count = len(outlines)
        tables = self._first.tables
        return self._first.with_tables(
            {
                "glyf": b"".join(pieces),
                "loca": struct.pack(f">{count + 1}L", *places),
                "hmtx": b"".join(struct.pack(">Hh", *outline.metrics) for outline in outlines),
                "head": tables["head"][:50] + struct.pack(">h", 1) + tables["head"][52:],
                "hhea": tables["hhea"][:34] + struct.pack(">H", count),
                "maxp": tables["maxp"][:4] + struct.pack(">H", count) + _MAXIMA.pack(*self._maxima),
            }
        )

    @property
    def widths(self) -> list[Width]:
        """See `Union`."""
        return self._glyphs.widths


class _Program:
    """A font file of a PDF."""

    def __init__(self, data: bytes) -> None:
        from fontTools.ttLib import TTFont

        font = TTFont(BytesIO(data), lazy=True)
        if set(font.reader.keys()) != _TABLES:
            raise NotShared
        self.tables: dict[str, bytes] = {tag: font.reader[tag] for tag in sorted(_TABLES)}
        head, hhea, maxp = (self.tables[tag] for tag in ("head", "hhea", "maxp"))
        if len(maxp) != 32:
            raise NotShared
        self.likeness = (head[4:8], head[16:36], head[44:50], hhea[4:10])
        self.maxima: tuple[int, ...] = _MAXIMA.unpack_from(maxp, 6)
        self._count: int = struct.unpack_from(">H", maxp, 4)[0]
        self._long: int = struct.unpack_from(">H", hhea, 34)[0]
        wide = struct.unpack_from(">h", head, 50)[0]
        found = struct.unpack_from(f">{self._count + 1}{'L' if wide else 'H'}", self.tables["loca"])
        self._places = found if wide else [2 * place for place in found]
        self._known: dict[int, _Outline] = {}

    def __len__(self) -> int:
        return self._count

    def outline(self, number: int) -> _Outline:
        """A glyph by its number."""
        found = self._known.get(number)
        if found is None:
            data = bytearray(self.tables["glyf"][self._places[number] : self._places[number + 1]])
            components = []
            for place in _components(data):
                components.append(self.outline(struct.unpack_from(">H", data, place)[0]))
                data[place : place + 2] = b"\0\0"
            found = self._known[number] = _Outline(bytes(data), tuple(components), self._metrics(number))
        return found

    def _metrics(self, number: int) -> tuple[int, int]:
        metrics = self.tables["hmtx"]
        (advance,) = struct.unpack_from(">H", metrics, 4 * min(number, self._long - 1))
        place = 4 * number + 2 if number < self._long else 4 * self._long + 2 * (number - self._long)
        return advance, struct.unpack_from(">h", metrics, place)[0]

    def with_tables(self, tables: dict[str, bytes]) -> bytes:
        """The file with other tables."""
        from fontTools.ttLib import TTFont
        from fontTools.ttLib.tables.DefaultTable import DefaultTable

        font: Any = TTFont(recalcTimestamp=False)
        for tag, data in tables.items():
            font[tag] = DefaultTable(tag)
            font[tag].data = data
        target = BytesIO()
        font.save(target, reorderTables=None)
        return target.getvalue()


def _numbered(outline: _Outline, numbers: dict[_Outline, int]) -> bytes:
    """The data of a glyph with the numbers of its components; an even number of bytes."""
    data = bytearray(outline.data)
    for place, component in zip(_components(data), outline.components, strict=True):
        struct.pack_into(">H", data, place, numbers[component])
    return bytes(data) + b"\0" * (-len(data) % 4)


def _components(data: bytes | bytearray) -> Iterator[int]:
    """Where the numbers of its components stand in the data of a glyph; nowhere in one that is drawn itself."""
    if len(data) < 10 or struct.unpack_from(">h", data)[0] >= 0:
        return
    place, more = 10, _MORE
    while more:
        (flags,) = struct.unpack_from(">H", data, place)
        yield place + 2
        more = flags & _MORE
        if flags & _INSTRUCTIONS:
            raise NotShared
        scale = 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0
        place += 4 + (4 if flags & _WORDS else 2) + scale
