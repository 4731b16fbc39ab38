"""Kerning: how much closer two neighbouring characters of a face stand, read from its `kern` feature by HarfBuzz."""

from __future__ import annotations

from typing import Any

from docgen.pdf.pages import Face

_ONLY = {"kern": True, "liga": False, "clig": False, "calt": False, "ccmp": False, "locl": False}
_NONE = {**_ONLY, "kern": False}


class Kerning:
    """The pairs of all faces asked for so far, in thousandths of the type size."""

    def __init__(self) -> None:
        self._fonts: dict[Face, Any] = {}
        self._pairs: dict[tuple[Face, str], float] = {}

    def between(self, face: Face, one: str, two: str) -> float:
        """What is added between two characters: negative where they move together."""
        key = (face, one + two)
        found = self._pairs.get(key)
        if found is None:
            found = self._pairs[key] = self._measured(face, one + two)
        return found

    def _measured(self, face: Face, pair: str) -> float:
        font = self._fonts.get(face)
        if font is None:
            font = self._fonts[face] = _font(face)
        return _advance(font, pair, _ONLY) - _advance(font, pair, _NONE)


def _font(face: Face) -> Any:
    import uharfbuzz

    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(face.path), face.number))
    font.scale = (1000, 1000)
    return font


def _advance(font: Any, text: str, features: dict[str, bool]) -> float:
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer, features)
    return float(sum(position.x_advance for position in buffer.glyph_positions))
