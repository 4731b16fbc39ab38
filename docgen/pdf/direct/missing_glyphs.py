"""Missing glyphs: characters that no face of the machine draws, as boxes that still give their text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from docgen.pdf.direct.font_objects import to_unicode
from docgen.pdf.direct.syntax import stream

_CODES = 255
_BOX = b"1000 0 d0 40 w 80 -60 840 840 re S"


@dataclass(slots=True)
class MissingGlyphs:
    """Gives each character (or cluster) a font of boxes and a code in it."""

    texts: dict[str, int] = field(default_factory=dict)

    def code(self, text: str) -> tuple[int, int]:
        """(number of the font, code) of a character."""
        place = self.texts.setdefault(text, len(self.texts))
        return place // _CODES, place % _CODES + 1

    def embed(self, pdf: Any) -> list[Any]:
        """The fonts, each of up to 255 boxes."""
        texts = list(self.texts)
        return [_font(pdf, texts[start : start + _CODES]) for start in range(0, len(texts), _CODES)]


def _font(pdf: Any, texts: list[str]) -> Any:
    """A font whose glyphs are drawings: the only kind that can hold what no font file has."""
    import pydyf

    box = stream(_BOX)
    pdf.add_object(box)
    codes = dict(enumerate(texts, 1))
    shown = to_unicode(codes, digits=2)
    pdf.add_object(shown)
    names = " ".join(f"/g{code}" for code in codes)
    font = {
        "Type": "/Font",
        "Subtype": "/Type3",
        "FontBBox": pydyf.Array([0, -100, 1000, 900]),
        "FontMatrix": pydyf.Array([0.001, 0, 0, 0.001, 0, 0]),
        "CharProcs": pydyf.Dictionary({f"g{code}": box.reference for code in codes}),
        "Encoding": pydyf.Dictionary({"Type": "/Encoding", "Differences": f"[1 {names}]"}),
        "FirstChar": 1,
        "LastChar": len(texts),
        "Widths": pydyf.Array([1000] * len(texts)),
        "Resources": pydyf.Dictionary(),
        "ToUnicode": shown.reference,
    }
    made = pydyf.Dictionary(font)
    pdf.add_object(made)
    return made
