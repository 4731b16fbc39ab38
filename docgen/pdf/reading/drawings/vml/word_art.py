"""Word art of VML: a v:textpath, text stretched to its shape; the usual watermark (ECMA-376 Part 4, 19.1.2.23)."""

from __future__ import annotations

from docgen.pdf.reading.drawings.fills import shaded
from docgen.pdf.reading.drawings.site import Site
from docgen.pdf.reading.drawings.vml import looks
from docgen.pdf.reading.drawings.vml.kinds import kind_number
from docgen.pdf.reading.drawings.vml.names import V, is_on, style_of
from docgen.pdf.reading.wordml import Element, child
from docgen.pdf.source import Paragraph, ParagraphFormat, RunFormat, Shape, ShapeText, Text

_PLAIN = 136  # textPlainText: stretched, not bent


def word_art(element: Element, kind: Element | None, size: tuple[float, float], turned: float, site: Site) -> Shape:
    """The text as large as its shape. A see-through colour is mixed with the paper's white."""
    path = child(element, "textpath", V)
    path = child(kind, "textpath", V) if path is None else path
    text = "" if path is None else path.get("string", "")
    if not text or path is None:
        return Shape(*size)
    if kind_number(element) not in (0, _PLAIN):
        site.note("艺术字的变形（按平直的字画）")
    style = style_of(path)
    family = style.text("font-family").replace('"', "").replace("'", "").split(",")[0].strip() or "宋体"
    ink = looks.fill(element, kind, site)
    color = "#c0c0c0" if ink is None else shaded(ink, 1 - ink.alpha).hex
    format_ = RunFormat(
        ascii=family,
        east_asia=family,
        size=max(size[1], 1.0),
        bold=style.text("font-weight").lower() in ("bold", "700"),
        italic=style.text("font-style").lower() == "italic",
        color=color,
    )
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    how = ParagraphFormat(alignment="center", snap_to_grid=False, overflow_punct=False, mark=format_)
    blocks = tuple(Paragraph(how, (Text(line, format_),) if line else (), site.place) for line in lines)
    return Shape(
        *size,
        text=ShapeText(
            blocks=blocks,
            area=(0.0, 0.0, *size),
            insets=(0.0, 0.0, 0.0, 0.0),
            vertical="center",
            stretches=is_on(path.get("fitshape"), True),
            wraps=False,
            place=site.place,
        ),
        degrees=turned,
        alt=element.get("alt", "") or text,
    )
