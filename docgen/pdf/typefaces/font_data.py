"""Face data: what the layout needs of a face (heights, which characters, how wide), compact and cached."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docgen.pdf.typefaces.cache_folder import cache_folder, read_cached, write_cached_json

_VERSION = 3


@dataclass(slots=True)
class FaceData:
    """Heights and widths in thousandths of the type size.

    `ascent` includes the face's own line gap, as LibreOffice sets lines on Linux. Widths are held as runs of
    neighbouring characters of one width: a CJK face needs a few hundred instead of 40,000.
    """

    ascent: float
    descent: float
    starts: list[int]
    ends: list[int]
    widths: list[float]
    _memo: dict[str, float] = field(default_factory=dict)

    def width(self, char: str) -> float | None:
        """The advance of a character, None when the face has no glyph for it."""
        known = self._memo.get(char)
        if known is None:
            known = self._memo[char] = self._look_up(ord(char))
        return None if known < 0 else known

    def _look_up(self, code: int) -> float:
        place = bisect_right(self.starts, code) - 1
        return self.widths[place] if place >= 0 and code <= self.ends[place] else -1.0


def load_face(path: str, number: int) -> FaceData:
    """The data of a face, from the cache or from the file."""
    status = Path(path).stat()
    key = hashlib.sha256(f"{_VERSION}|{path}|{number}|{status.st_mtime_ns}|{status.st_size}".encode()).hexdigest()
    cache = cache_folder() / f"face-{key[:24]}.json"
    found = _from_cache(read_cached(cache))
    if found is None:
        found = _read(path, number)
        write_cached_json(cache, [found.ascent, found.descent, found.starts, found.ends, found.widths])
    return found


def _from_cache(cached: Any) -> FaceData | None:
    if not isinstance(cached, list) or len(cached) != 5 or not all(isinstance(part, list) for part in cached[2:]):
        return None
    ascent, descent, starts, ends, widths = cached
    if not len(starts) == len(ends) == len(widths):
        return None
    return FaceData(ascent, descent, starts, ends, widths)


def _read(path: str, number: int) -> FaceData:
    from fontTools.ttLib import TTFont

    with TTFont(path, fontNumber=number, lazy=True) as font:
        unit = 1000 / font["head"].unitsPerEm
        ascent, descent = _heights(font)
        starts, ends, widths = _runs(font.getBestCmap() or {}, font["hmtx"].metrics, unit)
    return FaceData(ascent * unit, descent * unit, starts, ends, widths)


def _heights(font: Any) -> tuple[float, float]:
    """Ascent with line gap, and descent, in font units: hhea first, else typo when the font says so, else win."""
    hhea, os2 = font["hhea"], font.get("OS/2")
    if os2 is not None and os2.fsSelection & 128 and (os2.sTypoAscender or os2.sTypoDescender):
        return os2.sTypoAscender + os2.sTypoLineGap, -os2.sTypoDescender
    if hhea.ascent or hhea.descent or os2 is None:
        return hhea.ascent + hhea.lineGap, -hhea.descent
    return os2.usWinAscent, os2.usWinDescent


def _runs(cmap: dict[int, str], metrics: Any, unit: float) -> tuple[list[int], list[int], list[float]]:
    starts: list[int] = []
    ends: list[int] = []
    widths: list[float] = []
    for code in sorted(cmap):
        width = metrics[cmap[code]][0] * unit
        if ends and code == ends[-1] + 1 and width == widths[-1]:
            ends[-1] = code
        else:
            starts.append(code)
            ends.append(code)
            widths.append(width)
    return starts, ends, widths
