"""Texts in shapes: the body properties of a text box and its story (ECMA-376 Part 1, 21.1.2.1.1)."""

from __future__ import annotations

from typing import Literal

from docgen.pdf.reading.drawings.colors import color_in
from docgen.pdf.reading.drawings.outlines import Box
from docgen.pdf.reading.drawings.site import Site
from docgen.pdf.reading.wordml import A, Element, child, emu, number
from docgen.pdf.source import Block, ShapeText

_ROTATIONS = {"horz": 0, "": 0, "vert": 90, "vert270": 270, "eaVert": 90, "wordArtVert": 90, "mongolianVert": 90}
_PLAIN_TURNS = ("", "horz", "vert", "vert270", "eaVert")
_ANCHORS: dict[str, Literal["top", "center", "bottom"]] = {"ctr": "center", "b": "bottom"}
_INSETS = (("tIns", 3.6), ("rIns", 7.2), ("bIns", 3.6), ("lIns", 7.2))


def shape_text(site: Site, body: Element | None, blocks: tuple[Block, ...], area: Box) -> ShapeText:
    """The text of a shape with the properties of its a:bodyPr or wps:bodyPr."""
    vertical, shaped = _value(body, "vert"), child(body, "prstTxWarp", A)
    if vertical not in _PLAIN_TURNS:
        site.note("文本框内文字竖排（整行转向画）")
    if shaped is not None and shaped.get("prst", "textNoShape") not in ("textNoShape", "textPlain"):
        site.note("艺术字的变形（按平直的字画）")
    if number(_value(body, "numCol"), 1) > 1:
        site.note("文本框内分栏")
    if _value(body, "rot") and number(_value(body, "rot")):
        site.note("文本框内文字旋转")
    shrunk = child(body, "normAutofit", A)
    if shrunk is not None and number(shrunk.get("fontScale"), 100_000) < 100_000:
        site.note("按形状缩小的文字（按原字号画）")
    return ShapeText(
        blocks=blocks,
        area=area,
        insets=_insets(body),
        rotation=_ROTATIONS.get(vertical, 0),
        vertical=_ANCHORS.get(_value(body, "anchor"), "top"),
        grows=child(body, "spAutoFit", A) is not None,
        wraps=_value(body, "wrap") != "none",
        upright=vertical == "eaVert",
        place=site.place,
    )


def line_width(body: Element | None, area: Box) -> float:
    """The length of the lines in a shape's text box."""
    top, right, bottom, left = _insets(body)
    turned = _ROTATIONS.get(_value(body, "vert"), 0)
    return area[3] - top - bottom if turned else area[2] - left - right


def _insets(body: Element | None) -> tuple[float, float, float, float]:
    top, right, bottom, left = (emu(_value(body, name) or None, default) for name, default in _INSETS)
    return top, right, bottom, left


def style_color(site: Site, style: Element | None) -> str:
    """The colour that a shape's style gives its text; "" for the usual black."""
    found = color_in(child(style, "fontRef", A), site.colors)
    return "" if found is None or found.hex == "#000000" else found.hex


def _value(body: Element | None, name: str) -> str:
    return "" if body is None else body.get(name, "")
