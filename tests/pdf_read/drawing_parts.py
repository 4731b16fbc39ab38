"""DrawingML and VML in pieces, as Word and WPS write them."""

from __future__ import annotations

from small_docx import p, paragraphs, source

from docgen.pdf.source import Floating, Shape

_URIS = {
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wpc": "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
EMU = 12700
COLUMN = '<wp:positionH relativeFrom="column"><wp:posOffset>127000</wp:posOffset></wp:positionH>'
PARAGRAPH = '<wp:positionV relativeFrom="paragraph"><wp:posOffset>-12700</wp:posOffset></wp:positionV>'
NO_LINE = "<a:ln><a:noFill/></a:ln>"
RED = '<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill>'


def graphic(kind: str, inner: str) -> str:
    return f'<a:graphic><a:graphicData uri="{_URIS[kind]}">{inner}</a:graphicData></a:graphic>'


def anchor(
    inner: str,
    *,
    size: tuple[float, float] = (200, 20),
    horizontal: str = COLUMN,
    vertical: str = PARAGRAPH,
    wrap: str = "<wp:wrapNone/>",
    attributes: str = "",
    more: str = "",
) -> str:
    """A run with a wp:anchor."""
    extent = f'<wp:extent cx="{size[0] * EMU:.0f}" cy="{size[1] * EMU:.0f}"/>'
    return (
        f'<w:r><w:drawing><wp:anchor {attributes}><wp:simplePos x="0" y="0"/>{horizontal}{vertical}'
        f"{extent}{wrap}{inner}{more}</wp:anchor></w:drawing></w:r>"
    )


def inline(inner: str, size: tuple[float, float] = (100, 50), more: str = "") -> str:
    """A run with a wp:inline."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="{size[0] * EMU:.0f}" cy="{size[1] * EMU:.0f}"/>{more}{inner}'
        "</wp:inline></w:drawing></w:r>"
    )


def shape(
    preset: str = "rect",
    *,
    fill: str = "<a:noFill/>",
    line: str = NO_LINE,
    text: str = "",
    body: str = "",
    body_inner: str = "",
    transform: str = "",
    adjust: str = "",
    style: str = "",
    geometry: str = "",
) -> str:
    """A wps:wsp."""
    own = geometry or f'<a:prstGeom prst="{preset}"><a:avLst>{adjust}</a:avLst></a:prstGeom>'
    box = f"<wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx>" if text else ""
    return (
        f"<wps:wsp><wps:spPr>{transform}{own}{fill}{line}</wps:spPr>{style}{box}"
        f"<wps:bodyPr {body}>{body_inner}</wps:bodyPr></wps:wsp>"
    )


def place(x: float, y: float, width: float, height: float, attributes: str = "") -> str:
    """An a:xfrm in points."""
    return (
        f'<a:xfrm {attributes}><a:off x="{x * EMU:.0f}" y="{y * EMU:.0f}"/>'
        f'<a:ext cx="{width * EMU:.0f}" cy="{height * EMU:.0f}"/></a:xfrm>'
    )


def picture(relation: str = 'r:embed="image1.png"', more: str = "", inside: str = "", look: str = "") -> str:
    """A pic:pic: `inside` the blip, `more` beside it."""
    return (
        f"<pic:pic><pic:blipFill><a:blip {relation}>{inside}</a:blip>{more}</pic:blipFill>"
        f"<pic:spPr>{look}</pic:spPr></pic:pic>"
    )


def pict(inner: str) -> str:
    """A run with a w:pict."""
    return f"<w:r><w:pict>{inner}</w:pict></w:r>"


def floating(run: str, **parts: object) -> Floating:
    """The float that a run comes to."""
    found = paragraphs(source(p(run), **parts))[0].inlines[0]
    assert isinstance(found, Floating)
    return found


def drawn(inner: str, size: tuple[float, float] = (200, 20), **parts: object) -> Shape:
    """The shape of a floating wps:wsp."""
    return floating(anchor(graphic("wps", inner), size=size), **parts).shape


def told(run: str, **parts: object) -> list[str]:
    """The features that reading a run warns of."""
    return [feature for feature, _ in source(p(run), **parts).warnings]
