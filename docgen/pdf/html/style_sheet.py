"""Style sheet: the looks that page markup uses, each once, and the faces that it draws with."""

from __future__ import annotations

from pathlib import Path

from docgen.pdf.decimals import number
from docgen.pdf.pages import Face, Piece

# A line box of this height around a strut of no size puts the baseline in its middle, whatever the faces on the line.
LINE = 400
_STRUT = 0.01

_BASE = (
    "html,body{margin:0}"
    "section{break-before:page;position:relative;height:1pt}"
    "p,u,h1,h2,h3,h4,h5,h6,i,img,svg,a{position:absolute;margin:0}"
    "img{image-orientation:none}"
    f"p,u,h1,h2,h3,h4,h5,h6{{text-decoration:none;white-space:pre;width:9999pt;font-size:{_STRUT}pt;line-height:{LINE}pt;font-weight:normal;"
    "bookmark-level:none}"
    # Advance widths alone decide: no kerning, no ligatures, no composed glyphs such as the two-em dash.
    "span{line-height:0;font-kerning:none;font-variant-ligatures:none;font-feature-settings:'ccmp' 0,'calt' 0,'locl' 0}"
    "b,article{position:absolute;left:0;top:0;font-weight:normal;transform-origin:0 0}"
)


class StyleSheet:
    """Gives equal looks one class, so that the writer resolves each style once."""

    def __init__(self) -> None:
        self._rules: dict[str, str] = {}
        self._spans: dict[tuple[object, ...], str] = {}
        self.faces: dict[Face, str] = {}

    def css(self, sources: dict[Face, str]) -> str:
        """The text of the sheet; `sources` gives the URL of each face."""
        faces = "".join(
            f"@font-face{{font-family:{name};src:url('{sources[face]}');font-weight:normal;font-style:normal}}"
            for face, name in self.faces.items()
        )
        return faces + _BASE + "".join(f"{rule[0]}{name}{rule[1:]}" for rule, name in self._rules.items())

    def class_of(self, body: str) -> str:
        """The class with this style."""
        rule = f".{{{body}}}"
        name = self._rules.get(rule)
        if name is None:
            name = self._rules[rule] = f"c{len(self._rules)}"
        return name

    def section_class(self, width: float, height: float) -> str:
        """The class of a section on paper of this size."""
        body = f"size:{number(width)}pt {number(height)}pt;margin:0"
        rule = f"@{{{body}}}"
        if rule not in self._rules:
            self._rules[rule] = f"page s{len(self._rules)}"
        return self.class_of(f"page:{self._rules[rule].removeprefix('page ')}")

    def span_class(self, piece: Piece, spacing: float) -> str:
        """The class of a piece's characters, `spacing` points between them."""
        key = (piece.face, piece.size, spacing, piece.color, piece.rise)
        known = self._spans.get(key)
        if known is None:
            known = self._spans[key] = self.class_of(self._span_style(piece, spacing))
        return known

    def _span_style(self, piece: Piece, spacing: float) -> str:
        style = f"font-family:{self.family(piece.face)};font-size:{number(piece.size)}pt"
        if spacing:
            style += f";letter-spacing:{number(spacing)}pt"
        if piece.color != "#000000":
            style += f";color:{piece.color}"
        if piece.rise:
            style += f";vertical-align:{number(piece.rise)}pt"
        return style

    def family(self, face: Face) -> str:
        """The family name of a face, which tells, in the PDF, which file was embedded."""
        known = self.faces.get(face)
        if known is not None:
            return known
        stem = "".join(char if char.isalnum() and char.isascii() else "-" for char in Path(face.path).stem)
        name = f"docgen-{stem}-{face.number}" if face.number else f"docgen-{stem}"
        while name in self.faces.values():
            name += "x"
        self.faces[face] = name
        return name
