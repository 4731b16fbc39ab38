"""Text of DrawingML's own: a:txBody → paragraphs (ECMA-376 Part 1, 21.1.2)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.pdf.reading.drawings.colors import Color, color_in
from docgen.pdf.reading.drawings.site import Site
from docgen.pdf.reading.wordml import A, Element, child, children, emu, name_of, number, share
from docgen.pdf.source import Alignment, Block, Break, Inline, LineSpacing, Paragraph, ParagraphFormat, RunFormat, Text

_ALIGNMENTS: dict[str, Alignment] = {"ctr": "center", "r": "end", "just": "both", "dist": "distribute"}
_SIZE = 18.0  # points: text that says no size
_THEMED = {"mj": "major", "mn": "minor"}
_SLOTS = {"lt": "HAnsi", "ea": "EastAsia", "cs": "Bidi"}


def paragraphs(body: Element, site: Site, color: Color) -> tuple[Block, ...]:
    """The paragraphs of an a:txBody; `color` is that of text which says none."""
    return tuple(_paragraph(item, site, color) for item in children(body, "p", A))


def _paragraph(item: Element, site: Site, color: Color) -> Paragraph:
    ppr = child(item, "pPr", A)
    inlines = tuple(_inlines(item, ppr, site, color))
    end = run_look(child(item, "endParaRPr", A), site, color)
    mark = next((one.format for one in inlines if isinstance(one, Text)), end)
    own = "" if ppr is None else ppr.get("algn", "")
    how = ParagraphFormat(
        alignment=_ALIGNMENTS.get(own, "start"),
        left=0.0 if ppr is None else emu(ppr.get("marL")),
        first_line=0.0 if ppr is None else emu(ppr.get("indent")),
        before=_spacing(child(ppr, "spcBef", A), mark.size),
        after=_spacing(child(ppr, "spcAft", A), mark.size),
        line=_line(child(ppr, "lnSpc", A)),
        snap_to_grid=False,
        mark=mark,
    )
    return Paragraph(how, inlines, f"{site.place}的图形")


def _inlines(item: Element, ppr: Element | None, site: Site, color: Color) -> Iterator[Inline]:
    bullet = child(ppr, "buChar", A)
    if any(child(ppr, name, A) is not None for name in ("buAutoNum", "buBlip")):
        site.note("图形里的自动编号和图片项目符号")
    for run in item:
        kind = name_of(run)
        format_ = run_look(child(run, "rPr", A), site, color)
        if kind in ("r", "fld"):
            text = child(run, "t", A)
            if bullet is not None:
                yield Text(bullet.get("char", ""), format_)
                bullet = None
            if text is not None and text.text:
                yield Text(text.text, format_)
        elif kind == "br":
            yield Break("line", format_)


def run_look(rpr: Element | None, site: Site, color: Color, size: float = _SIZE) -> RunFormat:
    """The format of an a:rPr; `color` and `size` are those of text that says none."""
    found = color_in(child(rpr, "solidFill", A), site.colors) or color
    value = {} if rpr is None else {str(key): str(text) for key, text in rpr.attrib.items()}
    underline = {"sng": "single", "dbl": "double"}.get(value.get("u", ""), "")
    return RunFormat(
        ascii=_face(rpr, "latin", site) or "Times New Roman",
        east_asia=_face(rpr, "ea", site) or "宋体",
        size=number(value.get("sz"), size * 100) / 100,
        bold=value.get("b") in ("1", "true"),
        italic=value.get("i") in ("1", "true"),
        color=found.hex,
        underline=underline,
    )


def _face(rpr: Element | None, name: str, site: Site) -> str:
    found = child(rpr, name, A)
    face = "" if found is None else found.get("typeface", "")
    theme = site.scope.facts.theme
    if not face:
        return theme.get("minorEastAsia" if name == "ea" else "minorHAnsi", "")
    if face.startswith("+"):
        group, _, slot = face[1:].partition("-")
        return theme.get(_THEMED.get(group, "minor") + _SLOTS.get(slot, "HAnsi"), "")
    return face


def _spacing(found: Element | None, size: float) -> float:
    part, fixed = child(found, "spcPct", A), child(found, "spcPts", A)
    if part is not None:
        return share(part.get("val")) * size * 1.2
    return 0.0 if fixed is None else number(fixed.get("val")) / 100


def _line(found: Element | None) -> LineSpacing:
    part, fixed = child(found, "spcPct", A), child(found, "spcPts", A)
    if fixed is not None:
        return LineSpacing("exact", number(fixed.get("val")) / 100)
    return LineSpacing() if part is None else LineSpacing("multiple", share(part.get("val")) or 1.0)
