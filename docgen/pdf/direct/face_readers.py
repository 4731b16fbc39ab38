"""Face readers: what a PDF needs of a font file (glyphs, widths, heights, a subset), by HarfBuzz or else fontTools."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, Protocol

from docgen.pdf.pages import Face


class Shaped(NamedTuple):
    """A glyph of a cluster: shifted by (dx, dy), standing for some characters. Lengths in thousandths of the size."""

    glyph: int
    dx: float
    dy: float
    text: str


@dataclass(frozen=True, slots=True)
class Subset:
    """A font program of a few glyphs. `numbers`: old number → new number; `is_cff`: a bare CFF table, else TrueType."""

    program: bytes
    numbers: dict[int, int]
    is_cff: bool


@dataclass(frozen=True, slots=True)
class Metrics:
    """What a font descriptor tells, in thousandths of the type size."""

    ascent: float
    descent: float
    cap_height: float
    box: tuple[float, float, float, float]
    italic_angle: float
    fixed_pitch: bool
    weight: int


class FaceReader(Protocol):
    """One face of a font file."""

    name: str
    has_outlines: bool
    metrics: Metrics

    def glyph(self, char: str) -> int:
        """The glyph of a character, 0 when there is none."""

    def advance(self, glyph: int) -> float:
        """The width of a glyph in thousandths of the size."""

    def cluster(self, text: str) -> list[Shaped]:
        """The glyphs of a character with what joins it."""

    def subset(self, glyphs: frozenset[int]) -> Subset:
        """The font program of these glyphs, numbered anew."""


def face_reader(face: Face) -> FaceReader:
    """The reader of a face; a process reads each file once, and again when it changes."""
    status = Path(face.path).stat()
    return _reader(face.path, face.number, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=64)
def _reader(path: str, index: int, modified: int, size: int) -> FaceReader:
    try:
        from docgen.pdf.direct.harfbuzz_reader import HarfBuzzReader
    except ImportError:
        from docgen.pdf.direct.fonttools_reader import FontToolsReader

        return FontToolsReader(path, index)
    return HarfBuzzReader(path, index)


def metrics_of(head: bytes, hhea: bytes, os2: bytes, post: bytes) -> Metrics:
    """The metrics in the tables of a font; a table that it lacks is b""."""
    (upem,) = struct.unpack_from(">H", head, 18)
    unit = 1000 / upem
    box = tuple(value * unit for value in struct.unpack_from(">4h", head, 36))
    ascent, descent = struct.unpack_from(">2h", hhea, 4)
    weight = struct.unpack_from(">H", os2, 4)[0] if len(os2) >= 6 else 400
    has_caps = len(os2) >= 90 and struct.unpack_from(">H", os2)[0] >= 2
    caps = struct.unpack_from(">h", os2, 88)[0] if has_caps else ascent * 0.8
    angle, fixed = struct.unpack_from(">i4xI", post, 4) if len(post) >= 16 else (0, 0)
    return Metrics(
        ascent * unit,
        descent * unit,
        caps * unit,
        (box[0], box[1], box[2], box[3]),
        angle / 65536,
        bool(fixed),
        weight,
    )


def shared_out(text: str, count: int) -> list[str]:
    """The characters of a cluster shared out to its glyphs: one each from the end, the first glyph gets the rest."""
    if count < 2:
        return [text] * count
    tail = list(text[len(text) - count + 1 :]) if len(text) >= count else list(text[1:])
    # More glyphs than characters: what is over stands for no character of its own.
    return [text[: len(text) - len(tail)], *tail, *["\u200b"] * (count - 1 - len(tail))]


def plain_name(name: str, path: str) -> str:
    """A PostScript name of characters that a PDF name may hold."""
    kept = "".join(char for char in name if char.isascii() and (char.isalnum() or char in "-_."))
    return kept or "".join(char if char.isascii() and char.isalnum() else "-" for char in Path(path).stem) or "Font"
