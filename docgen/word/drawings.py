"""After rendering: the marks of `图()` become inline pictures (ECMA-376 Part 1, 20.4.2.8)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from lxml import etree

from docgen.standard import Mm
from docgen.word.collecting import Placement
from docgen.word.marks import PICTURE
from docgen.word.media import Media
from docgen.word.ooxml import NAMESPACES, namespaces
from docgen.word.paragraphs import child_of, own_texts, text_node

_W = "{" + NAMESPACES["w"] + "}"
_MARK = re.compile(f"({PICTURE}\\d*{PICTURE})")


def draw(root: etree._Element, part: str, placements: Sequence[Placement], media: Media) -> None:
    """Put the pictures of a part where its marks stand; a paragraph that turned out without one goes away."""
    for paragraph in list(root.iter(f"{_W}p")):
        texts = [node for node in own_texts(paragraph) if PICTURE in (node.text or "")]
        for node in texts:
            _replace(node, part, placements, media)
        if texts and paragraph.find(f".//{_W}drawing") is not None:
            _make_room(paragraph)
        elif texts and _is_empty(paragraph):
            _remove(paragraph)


def _replace(node: etree._Element, part: str, placements: Sequence[Placement], media: Media) -> None:
    """Cut a text node at its marks and put drawings between the pieces."""
    run = node.getparent()
    assert run is not None
    at = run.index(node)
    run.remove(node)
    for piece in filter(None, _MARK.split(node.text or "")):
        number = piece.strip(PICTURE)
        if not piece.startswith(PICTURE):
            made = text_node(piece)
        elif number:
            made = _drawing(part, placements[int(number)], media)
        else:
            continue
        run.insert(at, made)
        at += 1


def _drawing(part: str, placement: Placement, media: Media) -> etree._Element:
    picture = placement.picture
    width = Mm(placement.width)
    size = f'cx="{width.emu}" cy="{round(width.emu * picture.height_px / picture.width_px)}"'
    relation, number = media.relation(part, picture.png), media.next_drawing()
    name = f'id="{number}" name="图{number}"'
    xml = (
        f"<w:drawing {namespaces('w', 'wp', 'a', 'pic', 'r')}>"
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr {name} descr={quoteattr(placement.alt)}/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{NAMESPACES["pic"]}"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    return etree.fromstring(xml)


def _make_room(paragraph: etree._Element) -> None:
    """Single line pitch and no first-line indent, whatever the style says: exact lines cut a picture off."""
    spacing = child_of(paragraph, "spacing")
    spacing.set(f"{_W}line", "240")
    spacing.set(f"{_W}lineRule", "auto")
    indent = child_of(paragraph, "ind")
    for name in ("hanging", "hangingChars"):
        indent.attrib.pop(f"{_W}{name}", "")
    for name in ("firstLine", "firstLineChars"):
        indent.set(f"{_W}{name}", "0")


def _is_empty(paragraph: etree._Element) -> bool:
    """Whether nothing is left that is seen, or that a section needs."""
    shown = (f"{_W}{name}" for name in ("t", "drawing", "pict", "object", "br", "tab", "fldSimple", "sectPr"))
    return next(paragraph.iter(*shown), None) is None


def _remove(paragraph: etree._Element) -> None:
    parent = paragraph.getparent()
    assert parent is not None
    parent.remove(paragraph)
