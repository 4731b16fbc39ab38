"""After rendering: the marks of `图()` become inline pictures (ECMA-376 Part 1, 20.4.2.8)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from xml.sax.saxutils import quoteattr

from lxml import etree

from docgen.standard import Mm
from docgen.word.collecting import Placement
from docgen.word.marks import PICTURE
from docgen.word.media import Media
from docgen.word.ooxml import NAMESPACES, namespaces
from docgen.word.paragraphs import child_of, own_texts, text_node

_W = "{" + NAMESPACES["w"] + "}"
_SPACES = ("w", "wp", "a", "pic", "r")
_MARK = re.compile(f"({PICTURE}\\d*{PICTURE})")
_ALONE = re.compile(
    r"<w:p([^>]*>)(?:<w:pPr>(<w:pStyle [^>]*/>)</w:pPr>)?"
    rf"<w:r([^>]*>(?:<w:rPr>[^<]*(?:<(?!/w:rPr>)[^<]*)*</w:rPr>)?)<w:t[^>]*>{PICTURE}(\d*){PICTURE}</w:t></w:r></w:p>"
)
"""A paragraph of a style and nothing else, that holds a picture and nothing else."""
_ROOM = '<w:spacing w:line="240" w:lineRule="auto"/><w:ind w:firstLine="0" w:firstLineChars="0"/>'


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures that a part shows, by number, and the media that take in their files.

    `declared` are the namespaces that the part declares itself.
    """

    part: str
    placements: Sequence[Placement]
    media: Media
    declared: str = ""

    def drawing(self, number: int) -> str:
        """A picture as the content of a run."""
        placement = self.placements[number]
        picture, width = placement.picture, Mm(placement.width)
        size = f'cx="{width.emu}" cy="{round(width.emu * picture.height_px / picture.width_px)}"'
        relation, drawing = self.media.relation(self.part, picture.png), self.media.next_drawing()
        name = f'id="{drawing}" name="图{drawing}"'
        lacking = namespaces(*(space for space in _SPACES if f"xmlns:{space}=" not in self.declared))
        return (
            f"<w:drawing{' ' if lacking else ''}{lacking}>"
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


def drawn(xml: str, start: int, end: int, pictures: Pictures) -> str | None:
    """A paragraph with its picture as text, "" where there is none; None where it holds more than the picture."""
    match = _ALONE.fullmatch(xml, start, end)
    if match is None:
        return None
    opening, style, run, number = match.groups(default="")
    if not number:
        return ""
    return f"<w:p{opening}<w:pPr>{style}{_ROOM}</w:pPr><w:r{run}{pictures.drawing(int(number))}</w:r></w:p>"


def draw(root: etree._Element, pictures: Pictures) -> None:
    """Put the pictures of a part where its marks stand; a paragraph that turned out without one goes away."""
    for paragraph in list(root.iter(f"{_W}p")):
        texts = [node for node in own_texts(paragraph) if PICTURE in (node.text or "")]
        for node in texts:
            _replace(node, pictures)
        if texts and paragraph.find(f".//{_W}drawing") is not None:
            _make_room(paragraph)
        elif texts and _is_empty(paragraph):
            _remove(paragraph)


def _replace(node: etree._Element, pictures: Pictures) -> None:
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
            made = etree.fromstring(replace(pictures, declared="").drawing(int(number)))
        else:
            continue
        run.insert(at, made)
        at += 1


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
