"""Drawings in the finished PDF: the red head of an office, a seal over the date, a watermark; looked at as pixels."""

from __future__ import annotations

import io
from functools import lru_cache

import docx
import pypdfium2
import pytest
from docx.oxml import parse_xml
from docx.shared import Pt
from PIL import Image, ImageDraw

from docgen.pdf.convert import Converted, convert

_NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
}
_SPACES = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in _NAMES.items())
_RED = '<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill>'
RED, WHITE = (255, 0, 0), (255, 255, 255)


def run(content: str):
    return parse_xml(f"<w:r {_SPACES}>{content}</w:r>")


def anchored(inner: str, x: float, y: float, width: float, height: float, *, behind: int = 0, kind: str = "shape"):
    """A run with a drawing at a place of the page, in points."""
    uri = _NAMES["pic"] if kind == "pic" else _NAMES["wps"]
    places = "".join(
        f'<wp:position{axis} relativeFrom="page"><wp:posOffset>{value * 12700:.0f}</wp:posOffset></wp:position{axis}>'
        for axis, value in (("H", x), ("V", y))
    )
    return run(
        f'<w:drawing><wp:anchor behindDoc="{behind}" relativeHeight="1"><wp:simplePos x="0" y="0"/>{places}'
        f'<wp:extent cx="{width * 12700:.0f}" cy="{height * 12700:.0f}"/><wp:wrapNone/><wp:docPr id="1" name="x"/>'
        f'<a:graphic><a:graphicData uri="{uri}">{inner}</a:graphicData></a:graphic></wp:anchor></w:drawing>'
    )


def shape(preset: str, look: str, text: str = "") -> str:
    box = ""
    if text:
        rpr = '<w:rPr><w:color w:val="FF0000"/><w:sz w:val="60"/></w:rPr>'
        box = f"<wps:txbx><w:txbxContent><w:p><w:r>{rpr}<w:t>{text}</w:t></w:r></w:p></w:txbxContent></wps:txbx>"
    return f'<wps:wsp><wps:spPr><a:prstGeom prst="{preset}"/>{look}</wps:spPr>{box}<wps:bodyPr/></wps:wsp>'


def made(document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def seal() -> bytes:
    image = Image.new("RGBA", (90, 90), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((0, 0, 89, 89), outline=(255, 0, 0, 255), width=9)
    target = io.BytesIO()
    image.save(target, "PNG")
    return target.getvalue()


def red_head() -> bytes:
    """A mark in a text box, a rule of two halves with a star between, a seal under the date."""
    document = docx.Document()
    holder = document.add_paragraph()._p
    holder.append(anchored(shape("rect", "<a:ln><a:noFill/></a:ln>", "某某县人民政府文件"), 100, 100, 400, 60))
    for x in (90, 310):
        holder.append(anchored(shape("line", f'<a:ln w="25400">{_RED}</a:ln>'), x, 200, 200, 0))
    holder.append(anchored(shape("star5", f"{_RED}<a:ln><a:noFill/></a:ln>"), 290, 190, 20, 20))
    relation, _ = document.part.get_or_add_image(io.BytesIO(seal()))
    picture = (
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="x"/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/>'
        "</pic:blipFill><pic:spPr/></pic:pic>"
    )
    date = document.add_paragraph("2024年5月6日")
    date._p.append(anchored(picture, 300, 400, 90, 90, behind=1, kind="pic"))
    return made(document)


WATERMARK = (
    '<w:pict><v:shape type="#_x0000_t136" style="position:absolute;margin-left:100pt;margin-top:300pt;width:300pt;'
    'height:150pt;z-index:-1;mso-position-horizontal-relative:page;mso-position-vertical-relative:page" '
    'fillcolor="silver" stroked="f"><v:textpath string="机密"/></v:shape></w:pict>'
)
RULE = (
    '<w:pict><v:line style="position:absolute;mso-position-horizontal-relative:page;'
    'mso-position-vertical-relative:page" from="90pt,200pt" to="500pt,200pt" strokecolor="red" strokeweight="3pt"/>'
    "</w:pict>"
)


def old_drawings() -> bytes:
    """The red rule in VML, and a watermark in the header of two pages."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0]._p.append(run(WATERMARK))
    document.add_paragraph("第一页")._p.append(run(RULE))
    second = document.add_paragraph("第二页")
    second.paragraph_format.page_break_before = True
    second.paragraph_format.space_before = Pt(0)
    return made(document)


@lru_cache(maxsize=4)
def pictures(pdf: bytes) -> tuple[Image.Image, ...]:
    """The pages at one pixel a point."""
    return tuple(page.render(scale=1).to_pil().convert("RGB") for page in pypdfium2.PdfDocument(pdf))


def text_of(pdf: bytes, page: int = 0) -> str:
    return pypdfium2.PdfDocument(pdf)[page].get_textpage().get_text_bounded()


def shades(picture: Image.Image, area: tuple[int, int, int, int]) -> set[tuple[int, int, int]]:
    return {color for _, color in picture.crop(area).getcolors(100_000)}


@pytest.fixture(scope="module")
def head(machine_fonts) -> Converted:
    return convert(red_head(), machine_fonts)


@pytest.fixture(scope="module")
def old(machine_fonts) -> Converted:
    return convert(old_drawings(), machine_fonts)


def test_nothing_of_a_red_head_is_left_undrawn(head):
    assert (head.warnings, head.notes) == ((), ())


def test_the_mark_in_the_text_box_is_text_of_the_pdf(head):
    assert "".join(text_of(head.pdf).split()) == "2024年5月6日某某县人民政府文件"


def test_the_rule_and_the_star_are_red_and_leave_each_other_room(head):
    (page,) = pictures(head.pdf)
    assert [page.getpixel((x, 200)) for x in (100, 280, 300, 330, 500)] == [RED] * 5
    assert page.getpixel((85, 200)) == page.getpixel((515, 200)) == WHITE
    assert page.getpixel((150, 197)) == page.getpixel((150, 203)) == WHITE


def test_the_seal_stands_where_the_file_puts_it(head):
    (page,) = pictures(head.pdf)
    assert [page.getpixel(at) for at in ((304, 445), (385, 445), (345, 404), (345, 485))] == [RED] * 4
    assert page.getpixel((345, 445)) == page.getpixel((296, 445)) == WHITE


def test_a_rule_in_vml_is_drawn(old):
    page = pictures(old.pdf)[0]
    assert [page.getpixel((x, 200)) for x in (95, 300, 495)] == [RED] * 3
    assert page.getpixel((300, 190)) == WHITE


def test_a_watermark_stands_on_every_page_in_its_box_and_colour(old):
    assert (old.page_count, old.warnings) == (2, ())
    for number, page in enumerate(pictures(old.pdf)):
        assert (192, 192, 192) in shades(page, (110, 310, 240, 440))
        assert (192, 192, 192) in shades(page, (260, 310, 390, 440))
        assert shades(page, (420, 300, 590, 460)) == {WHITE}
        assert "机密" in text_of(old.pdf, number)


def test_the_same_drawings_give_the_same_bytes(machine_fonts, head):
    assert convert(red_head(), machine_fonts).pdf == head.pdf
