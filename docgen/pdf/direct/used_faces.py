"""Used faces: which characters of a face a document draws, and the codes that they get in the PDF."""

from __future__ import annotations

from dataclasses import dataclass, field

from docgen.pdf.clusters import clusters, has_clusters
from docgen.pdf.direct.face_readers import FaceReader, Shaped, Subset, face_reader
from docgen.pdf.direct.syntax import escaped
from docgen.pdf.pages import Face, Line, Pages, all_items


@dataclass(frozen=True, slots=True)
class Spot:
    """A glyph of a cluster in the PDF: which text layer's font, its code there, its shift in thousandths."""

    layer: int
    code: int
    dx: float = 0.0
    dy: float = 0.0


@dataclass(slots=True)
class UsedFace:
    """The characters that a document draws with one face.

    A glyph that stands for several texts (a space for U+0020 and U+00A0) is drawn with one font per text: layer 0
    has the first, layer 1 the second. `table` turns characters of layer 0 into their escaped codes; whatever it
    lacks (`special`) is set glyph by glyph.
    """

    reader: FaceReader
    texts: set[str] = field(default_factory=set)
    table: dict[int, str] = field(default_factory=dict)
    special: set[str] = field(default_factory=set)
    clusters: dict[str, list[Spot]] = field(default_factory=dict)
    layers: list[dict[int, str]] = field(default_factory=list)
    widths: dict[int, float] = field(default_factory=dict)
    subset: Subset | None = None

    def add(self, text: str) -> None:
        """Note the characters of a piece."""
        self.texts.update((part for _, part in clusters(text)) if has_clusters(text) else text)

    def close(self) -> None:
        """Give every character its code, when all are known."""
        shaped = {text: self._shape(text) for text in sorted(self.texts)}
        drawn = {text: glyphs for text, glyphs in shaped.items() if all(one.glyph for one in glyphs)}
        self.special.update(text for text in shaped if text not in drawn)
        glyphs = frozenset(one.glyph for found in drawn.values() for one in found)
        if not glyphs:
            return
        self.subset = self.reader.subset(glyphs)
        self.widths = {self.subset.numbers[glyph]: self.reader.advance(glyph) for glyph in glyphs}
        for text, found in drawn.items():
            self._place(text, found)

    def _shape(self, text: str) -> list[Shaped]:
        if not self.reader.has_outlines:
            return [Shaped(0, 0.0, 0.0, text)]
        return self.reader.cluster(text) if len(text) > 1 else [Shaped(self.reader.glyph(text), 0.0, 0.0, text)]

    def _place(self, text: str, found: list[Shaped]) -> None:
        assert self.subset is not None
        spots = []
        for one in found:
            code = self.subset.numbers[one.glyph]
            spots.append(Spot(self._layer(code, one.text), code, one.dx, one.dy))
        if len(text) == 1 and not spots[0].layer:
            self.table[ord(text)] = escaped(spots[0].code)
        else:
            self.special.add(text)
        self.clusters[text] = spots

    def _layer(self, code: int, text: str) -> int:
        """The first layer in which the code stands for this text, or for none yet."""
        for place, layer in enumerate(self.layers):
            if layer.setdefault(code, text) == text:
                return place
        self.layers.append({code: text})
        return len(self.layers) - 1

    def is_simple(self, text: str) -> bool:
        """Whether a text is one row of codes of layer 0."""
        return not self.special or (self.special.isdisjoint(text) and not has_clusters(text))


def used_faces(pages: Pages) -> dict[Face, UsedFace]:
    """The faces of a document with their characters coded."""
    found: dict[Face, UsedFace] = {}
    for page in pages.pages:
        for piece in (piece for item in all_items(page.items) if isinstance(item, Line) for piece in item.pieces):
            used = found.get(piece.face)
            if used is None:
                used = found[piece.face] = UsedFace(face_reader(piece.face))
            used.add(piece.text)
    for used in found.values():
        used.close()
    return found
