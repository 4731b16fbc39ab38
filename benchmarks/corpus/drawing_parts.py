"""Drawings as text: DrawingML anchors and shapes, VML shapes, frames, and pictures of several formats."""

from __future__ import annotations

import io
import struct

MM = 36000  # EMU
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def _extent(width: float, height: float) -> str:
    return f'cx="{round(width * MM)}" cy="{round(height * MM)}"'


def run(inner: str) -> str:
    """A run that holds a drawing."""
    return f"<w:r>{inner}</w:r>"


def anchored(
    inner: str, width: float, height: float, *,
    x: float = 0, y: float = 0, across: str = "column", down: str = "paragraph",
    wrap: str = "wrapNone", behind: bool = False, align: str = "", uri: str = _SHAPE, number: int = 1,
    outline: float = 0,
) -> str:  # fmt: skip
    """A floating drawing; places and sizes in mm. `outline`: points; half of it lies outside, as Word notes it."""
    reach = " ".join(f'{edge}="{round(outline / 2 * 12700)}"' for edge in "ltrb")
    horizontal = f"<wp:align>{align}</wp:align>" if align else f"<wp:posOffset>{round(x * MM)}</wp:posOffset>"
    wrapped = f'<wp:{wrap} wrapText="bothSides"/>' if wrap == "wrapSquare" else f"<wp:{wrap}/>"
    return run(
        f'<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{number}"'
        f' behindDoc="{int(behind)}" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="{across}">{horizontal}</wp:positionH>'
        f'<wp:positionV relativeFrom="{down}"><wp:posOffset>{round(y * MM)}</wp:posOffset></wp:positionV>'
        f"<wp:extent {_extent(width, height)}/><wp:effectExtent {reach}/>{wrapped}"
        f'<wp:docPr id="{number}" name="图{number}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{uri}">{inner}'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def shape(
    width: float,
    height: float,
    *,
    kind: str = "rect",
    line: str = "",
    thick: float = 0.75,
    fill: str = "",
    text: str = "",
    body: str = "",
    grows: bool = False,
) -> str:
    """A wps shape; `line` and `fill` are colours, `text` are paragraphs, `body` attributes of its text.

    `grows`: it takes the size of its text.
    """
    painted = f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>' if fill else "<a:noFill/>"
    drawn = (
        f'<a:ln w="{round(thick * 12700)}"><a:solidFill><a:srgbClr val="{line}"/></a:solidFill></a:ln>'
        if line
        else "<a:ln><a:noFill/></a:ln>"
    )
    box = f"<wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx>" if text else ""
    return (
        f'<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {_extent(width, height)}/>'
        f'</a:xfrm><a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>{painted}{drawn}</wps:spPr>{box}'
        f'<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" {body}{"><a:spAutoFit/></wps:bodyPr>" if grows else "/>"}'
        "</wps:wsp>"
    )


def picture(name: str, width: float, height: float) -> str:
    """A picture for a graphicData."""
    return (
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{name}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext {_extent(width, height)}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic>"
    )


def inline_picture(name: str, width: float, height: float, number: int = 1) -> str:
    """A picture that stands in the line."""
    return run(
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {_extent(width, height)}/>'
        f'<wp:docPr id="{number}" name="图{number}"/><a:graphic><a:graphicData uri="{_PICTURE}">'
        f"{picture(name, width, height)}"
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def floating_picture(name: str, width: float, height: float, **place: object) -> str:
    """A picture that floats: see `anchored`."""
    return anchored(picture(name, width, height), width, height, uri=_PICTURE, **place)  # type: ignore[arg-type]


def vml(inner: str) -> str:
    """A run with an old drawing."""
    return run(f"<w:pict>{inner}</w:pict>")


def vml_line(start: str, end: str, color: str, weight: str, style: str = "") -> str:
    """A VML line."""
    return vml(
        f'<v:line id="线" style="position:absolute;z-index:1;{style}" from="{start}" to="{end}" strokecolor="{color}"'
        f' strokeweight="{weight}"/>'
    )


def vml_box(style: str, text: str, attributes: str = 'stroked="f" filled="f"') -> str:
    """A VML text box."""
    return vml(
        '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>'
        f'<v:shape id="框" type="#_x0000_t202" style="position:absolute;z-index:2;{style}" {attributes}>'
        f'<v:textbox inset="0,0,0,0"><w:txbxContent>{text}</w:txbxContent></v:textbox></v:shape>'
    )


def bitmap(kind: str) -> bytes:
    """A picture of bands and a frame: PNG, JPEG, GIF or BMP."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (240, 120), "#FFFFFF")
    draw = ImageDraw.Draw(image)
    for number, color in enumerate(("#C00000", "#FFC000", "#00B050", "#0070C0")):
        draw.rectangle((10 + 56 * number, 10, 56 + 56 * number, 110), fill=color)
    draw.rectangle((0, 0, 239, 119), outline="#000000")
    target = io.BytesIO()
    image.save(target, kind.upper())
    return target.getvalue()


def seal() -> bytes:
    """A round red seal on nothing, as PNG."""
    from PIL import Image, ImageDraw

    image = Image.new("RGBA", (300, 300), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((6, 6, 294, 294), outline=(220, 0, 0, 255), width=10)
    star = (150, 90, 165, 135, 212, 135, 174, 163, 188, 208, 150, 181, 112, 208, 126, 163, 88, 135, 135, 135)
    draw.polygon(star, fill=(220, 0, 0, 255))
    target = io.BytesIO()
    image.save(target, "PNG")
    return target.getvalue()


def metafile() -> bytes:
    """An EMF with a red rectangle."""
    brush = struct.pack("<IIIIII", 39, 24, 1, 0, 0x000000FF, 0)
    select = struct.pack("<III", 37, 12, 1)
    rectangle = struct.pack("<IIiiii", 43, 24, 200, 100, 1800, 900)
    end = struct.pack("<IIIII", 14, 20, 0, 16, 20)
    records = brush + select + rectangle + end
    size = 88 + len(records)
    bounds, frame, device = (0, 0, 2000, 1000), (0, 0, 5000, 2500), (2000, 1000, 500, 250)
    about = (b" EMF", 0x10000, size, 5, 2, 0, 0, 0, 0)
    head = struct.pack("<II4i4i4sIIIHHIII2i2i", 1, 88, *bounds, *frame, *about, *device)
    return head + records
