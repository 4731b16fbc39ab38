"""Text writer: pieces of a line → the operators that show their glyphs."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from math import fsum

from docgen.pdf.clusters import clusters
from docgen.pdf.decimals import number
from docgen.pdf.direct.missing_glyphs import MissingGlyphs
from docgen.pdf.direct.operators import Operators
from docgen.pdf.direct.syntax import escaped, numbers
from docgen.pdf.direct.used_faces import UsedFace
from docgen.pdf.pages import SLANT, Face, Piece, stroke_width


class TextWriter:
    """Shows pieces with the coded faces of a document."""

    def __init__(self, faces: Mapping[Face, UsedFace], missing: MissingGlyphs) -> None:
        self._faces = faces
        self._names = {face: f"F{place}" for place, face in enumerate(faces)}
        self._missing = missing

    def font_name(self, face: Face, layer: int = 0) -> str:
        """The name of a font among the resources."""
        return f"{self._names[face]}.{layer}" if layer else self._names[face]

    def show(self, piece: Piece, x: float, y: float, out: Operators) -> None:
        """Show a piece that starts at (x, y), y growing upward."""
        used = self._faces[piece.face]
        self._look(piece, out)
        y += piece.rise
        if not used.is_simple(piece.text):
            self._part_by_part(piece, used, x, y, out)
            return
        self._run(piece, piece.text, x, y, out)

    def _run(self, piece: Piece, text: str, x: float, y: float, out: Operators) -> None:
        """Characters that have one code each, side by side."""
        used = self._faces[piece.face]
        self._font(self.font_name(piece.face), piece, out)
        out.set("Tc", f"{number(piece.spacing / piece.scale)} Tc")
        out.set("Tz", f"{number(100 * piece.scale)} Tz")
        out.add(_matrix(piece, x, y))
        out.add(f"({text.translate(used.table)}) Tj")

    def _look(self, piece: Piece, out: Operators) -> None:
        stroked = piece.bold or piece.outline
        out.set("Tr", "1 Tr" if piece.outline else "2 Tr" if stroked else "0 Tr")
        if not piece.outline:
            out.fill_color(piece.color)
        if stroked:
            out.stroke(piece.color, stroke_width(piece), join="round")

    def _font(self, name: str, piece: Piece, out: Operators) -> None:
        out.set("Tf", f"/{name} {number(piece.size)} Tf")

    def _part_by_part(self, piece: Piece, used: UsedFace, x: float, y: float, out: Operators) -> None:
        """Clusters, characters that share a glyph, and characters without one stand each at its own place."""
        parts = [part for _, part in clusters(piece.text)]
        widths = [self._width(piece, used, part) for part in parts]
        lacking = widths.count(None)
        known = fsum(width for width in widths if width is not None) + piece.spacing * len(parts)
        share = (piece.width - known) / lacking if lacking else 0.0
        for simple, group in groupby(zip(parts, widths, strict=True), lambda one: one[0] not in used.special):
            found = list(group)
            if simple:
                self._run(piece, "".join(part for part, _ in found), x, y, out)
            for part, width in found:
                if not simple and width is None:
                    self._box(part, piece, x, y, share, out)
                elif not simple:
                    self._cluster(part, piece, x, y, out)
                x += (share if width is None else width) + piece.spacing

    def _cluster(self, part: str, piece: Piece, x: float, y: float, out: Operators) -> None:
        unit = piece.size / 1000
        out.set("Tz", f"{number(100 * piece.scale)} Tz")
        for spot in self._faces[piece.face].clusters[part]:
            self._font(self.font_name(piece.face, spot.layer), piece, out)
            out.add(_matrix(piece, x + spot.dx * unit * piece.scale, y + spot.dy * unit))
            out.add(f"({escaped(spot.code)}) Tj")

    def _width(self, piece: Piece, used: UsedFace, part: str) -> float | None:
        """The width of a cluster as the layout counts it, by its first character; None without a glyph."""
        if part not in used.clusters:
            return None
        return used.reader.advance(used.reader.glyph(part[0])) * piece.size * piece.scale / 1000

    def _box(self, part: str, piece: Piece, x: float, y: float, width: float, out: Operators) -> None:
        font, code = self._missing.code(part)
        self._font(f"M{font}", piece, out)
        out.set("Tz", f"{number(100 * width / piece.size)} Tz")
        out.add(_matrix(piece, x, y))
        out.add(f"({escaped(code)[1:]}) Tj")


def _matrix(piece: Piece, x: float, y: float) -> str:
    return f"1 0 {number(SLANT) if piece.slant else '0'} 1 {numbers(x, y)} Tm"
