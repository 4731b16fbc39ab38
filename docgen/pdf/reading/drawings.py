"""Drawings: inline pictures and floating text boxes (ECMA-376 Part 1, 20.4; wps: [MS-DOCX] 2.9)."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from docgen.pdf.reading.fields import OpenFields, unpaired_marks
from docgen.pdf.reading.scope import Count, Scope
from docgen.pdf.reading.wordml import (
    PIC,
    WP,
    WPS,
    A,
    Element,
    R,
    child,
    descendants,
    emu,
    name_of,
    text_attribute,
    whole,
)
from docgen.pdf.source import Anchor, Picture, TextBox

_MIMES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "webp": "image/webp",
    "svg": "image/svg+xml",
}
_ROTATIONS = {"horz": 0, "": 0, "vert": 90, "vert270": 270}
_WP14 = "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"

Relative = Literal["page", "margin", "text"]
# The areas left of and above the text begin at the page's edge; those on the other side need the page's size.
_AREAS: dict[str, Relative] = {
    "page": "page",
    "leftMargin": "page",
    "topMargin": "page",
    "margin": "margin",
    "column": "margin",
    "paragraph": "text",
    "line": "text",
    "character": "text",
}


def drawing(element: Element, scope: Scope, place: str) -> Picture | TextBox | None:
    """What a w:drawing shows; None, with a warning, for what is not drawn."""
    inline, anchor = child(element, "inline", WP), child(element, "anchor", WP)
    if inline is not None:
        return _inline(inline, scope, place)
    if anchor is None:
        scope.note("图形", place)
        return None
    box = next(descendants(anchor, "txbx", WPS), None)
    story = child(box, "txbxContent")
    if story is None or not _is_single_shape(anchor):
        scope.note(_kind(anchor, floating=True), place)
        return None
    return _text_box(anchor, story, scope, place)


def _is_single_shape(holder: Element) -> bool:
    data = next(descendants(holder, "graphicData", A), None)
    return data is not None and child(data, "wsp", WPS) is not None


def _kind(holder: Element, *, floating: bool) -> str:
    data = next(descendants(holder, "graphicData", A), None)
    address = "" if data is None else data.get("uri", "")
    for word, feature in (
        ("/chart", "图表"),
        ("/diagram", "SmartArt 图形"),
        ("Group", "组合图形"),
        ("Canvas", "绘图画布"),
    ):
        if word in address:
            return feature
    if "/picture" in address:
        return "浮动图片" if floating else "图片"
    return "图形"


def _inline(inline: Element, scope: Scope, place: str) -> Picture | None:
    blip = next(descendants(inline, "blip", A), None)
    if next(descendants(inline, "pic", PIC), None) is None or blip is None:
        # A box with text that stands in the line has no record of its own.
        boxed = next(descendants(inline, "txbx", WPS), None)
        scope.note("嵌入文字行的文本框" if boxed is not None else _kind(inline, floating=False), place)
        return None
    identity = text_attribute(blip, "embed", R)
    relation = scope.part.relations.get(identity)
    if relation is None or relation.external:
        scope.note("链接的图片" if text_attribute(blip, "link", R) or relation else "图片", place)
        return None
    _note_picture_effects(inline, scope, place)
    return _picture(relation.target, child(inline, "extent", WP), scope, place)


def _note_picture_effects(inline: Element, scope: Scope, place: str) -> None:
    crop = next(descendants(inline, "srcRect", A), None)
    if crop is not None and any(whole(str(value)) for value in crop.attrib.values()):
        scope.note("图片裁剪", place)
    if any(whole(item.get("rot")) for item in descendants(inline, "xfrm", A)):
        scope.note("图片旋转", place)


def _picture(target: str, extent: Element | None, scope: Scope, place: str) -> Picture | None:
    data = scope.facts.package.bytes_of(target)
    if data is None:
        scope.note("图片", place)
        return None
    extension = target.rsplit(".", 1)[-1].lower()
    mime = _MIMES.get(extension) or scope.facts.package.mime(target)
    if mime not in _MIMES.values():
        scope.note(f"{extension.upper()} 格式的图片", place)
        return None
    width, height = (0.0, 0.0) if extent is None else (emu(extent.get("cx")), emu(extent.get("cy")))
    return Picture(data, mime, width, height)


def _text_box(anchor: Element, story: Element, scope: Scope, place: str) -> TextBox:
    body = next(descendants(anchor, "bodyPr", WPS), None)
    extent = child(anchor, "extent", WP)
    _note_box_features(anchor, body, scope, place)
    # A box is a story of its own: its fields, paragraphs and tables are counted apart.
    inner = replace(
        scope,
        place=f"{place}的文本框",
        numbered=False,
        fields=OpenFields(unpaired_marks(story)),
        count=Count(),
        table_paragraph={},
        table_run={},
    )
    return TextBox(
        horizontal=_position(anchor, "H", scope, place),
        vertical=_position(anchor, "V", scope, place),
        width=0.0 if extent is None else emu(extent.get("cx")),
        height=0.0 if extent is None else emu(extent.get("cy")),
        rotation=_ROTATIONS.get(_body(body, "vert"), 0),
        insets=_insets(body),
        blocks=scope.blocks(story, inner),
    )


def _body(body: Element | None, name: str) -> str:
    return "" if body is None else body.get(name, "")


def _insets(body: Element | None) -> tuple[float, float, float, float]:
    top, right, bottom, left = (
        emu(_body(body, name), default)
        for name, default in (("tIns", 3.6), ("rIns", 7.2), ("bIns", 3.6), ("lIns", 7.2))
    )
    return top, right, bottom, left


def _position(anchor: Element, axis: Literal["H", "V"], scope: Scope, place: str) -> Anchor:
    simple = child(anchor, "simplePos", WP)
    if anchor.get("simplePos") in ("1", "true") and simple is not None:
        return Anchor("page", emu(simple.get("x" if axis == "H" else "y")))
    # Word writes a place in percent with the same place in EMU as the fallback beside it: the last one.
    position = next(reversed(list(descendants(anchor, f"position{axis}", WP))), None)
    area = "" if position is None else position.get("relativeFrom", "")
    relative = _AREAS.get(area)
    align, offset = child(position, "align", WP), child(position, "posOffset", WP)
    if align is not None and area in ("leftMargin", "topMargin"):
        relative = None
    if relative is None:
        scope.note(f"文本框相对于 {area or '未写明的区域'} 的位置", place)
    if position is not None and any(name_of(item).startswith("pctPos") for item in position.iter(f"{{{_WP14}}}*")):
        scope.note("文本框按百分比的位置", place)
    if align is not None:
        return Anchor(relative or "margin", 0.0, (align.text or "").strip())
    return Anchor(relative or "margin", emu(None if offset is None else offset.text))


def _note_box_features(anchor: Element, body: Element | None, scope: Scope, place: str) -> None:
    shape = next(descendants(anchor, "spPr", WPS), None)
    line = child(shape, "ln", A)
    features = {
        "文字环绕": any(name_of(item).startswith("wrap") and name_of(item) != "wrapNone" for item in anchor),
        "文本框的边框": line is not None and child(line, "noFill", A) is None and len(line) > 0,
        "文本框的底色": any(
            child(shape, fill, A) is not None for fill in ("solidFill", "gradFill", "blipFill", "pattFill")
        ),
        "文本框旋转": any(whole(item.get("rot")) for item in descendants(anchor, "xfrm", A)),
        "文本框内的垂直对齐": _body(body, "anchor") not in ("", "t"),
        "文本框内文字竖排": _body(body, "vert") not in _ROTATIONS,
    }
    for feature, present in features.items():
        if present:
            scope.note(feature, place)
