"""Metafiles and charts in the finished PDF, looked at as pixels and as text, as both writers paint them."""

from __future__ import annotations

import io
import struct
import zipfile
from functools import lru_cache

import pypdfium2
import pytest
from tag_trees import Tagged

from docgen.pdf.convert import Converted, convert
from docgen.pdf.wish import Engine, PdfWish

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_CHART = f"{_DRAWING}/chart"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{_WORD}" xmlns:r="{_OFFICE}" xmlns:a="{_DRAWING}/main" xmlns:pic="{_DRAWING}/picture" '
    f'xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:c="{_CHART}"'
)
RED, WHITE = (255, 0, 0), (255, 255, 255)
LEFT, TOP, WIDE, HIGH = 100, 100, 400, 200  # of the drawing on its page, in points


def file_with(inner: str, name: str, part: bytes, kind: str) -> bytes:
    """A .docx with one drawing at its place."""
    places = "".join(
        f'<wp:position{axis} relativeFrom="page"><wp:posOffset>{value * 12700}</wp:posOffset></wp:position{axis}>'
        for axis, value in (("H", LEFT), ("V", TOP))
    )
    anchor = (
        f'<wp:anchor behindDoc="0" relativeHeight="1"><wp:simplePos x="0" y="0"/>{places}'
        f'<wp:extent cx="{WIDE * 12700}" cy="{HIGH * 12700}"/><wp:wrapNone/><wp:docPr id="1" name="x" descr="进度图"/>'
        f"{inner}</wp:anchor>"
    )
    body = (
        f"<w:document {_SPACES}><w:body><w:p><w:r><w:drawing>{anchor}</w:drawing></w:r></w:p>"
        '<w:sectPr><w:pgSz w:w="12000" w:h="8000"/></w:sectPr></w:body></w:document>'
    )
    relations = f'<Relationships xmlns="{_PACKAGE}/relationships">{{}}</Relationships>'
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        made.writestr("[Content_Types].xml", f'<Types xmlns="{_PACKAGE}/content-types"/>')
        own = f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        made.writestr("_rels/.rels", relations.format(own))
        own = f'<Relationship Id="x" Type="{_OFFICE}/{kind}" Target="{name}"/>'
        made.writestr("word/_rels/document.xml.rels", relations.format(own))
        made.writestr("word/document.xml", body)
        made.writestr(f"word/{name}", part)
    return target.getvalue()


def picture(name: str, data: bytes) -> bytes:
    inner = '<pic:pic><pic:blipFill><a:blip r:embed="x"/></pic:blipFill><pic:spPr/></pic:pic>'
    graphic = f'<a:graphic><a:graphicData uri="{_DRAWING}/picture">{inner}</a:graphicData></a:graphic>'
    return file_with(graphic, name, data, "image")


def clipped_emf() -> bytes:
    """A red area over the whole of 1000 × 500 pixels, shown in (250, 125, 750, 375), and a text cut in its middle."""
    head = (
        struct.pack("<8i4s", 0, 0, 999, 499, 0, 0, 10000, 5000, b" EMF")
        + bytes(28)
        + struct.pack("<4i", 1000, 500, 100, 50)
    )
    looks = struct.pack("<Ii3iI8B", 2, -100, 0, 0, 0, 400, *bytes(8)) + "黑体".encode("utf-16-le").ljust(64, b"\0")
    raw = "投资".encode("utf-16-le")
    text = struct.pack("<4iIff2i3I4iI", 0, 0, 0, 0, 1, 1, 1, 400, 480, 2, 76, 0, 0, 0, 0, 0, 80) + raw
    records = (
        (1, head),
        (33, b""),
        (30, struct.pack("<4i", 250, 125, 750, 375)),
        (39, struct.pack("<4I", 1, 0, 0x0000FF, 0)),
        (37, struct.pack("<I", 1)),
        (43, struct.pack("<4i", 0, 0, 1000, 500)),
        (34, struct.pack("<i", -1)),
        (82, looks),
        (37, struct.pack("<I", 2)),
        (22, struct.pack("<I", 24)),
        (30, struct.pack("<4i", 0, 430, 1000, 500)),
        (84, text + struct.pack("<2i", 100, 100)),
    )
    return b"".join(struct.pack("<II", number, 8 + len(content)) + content for number, content in records)


def wmf_of_an_office() -> bytes:
    """A red box from (250, 125) to (750, 375) in a window of 1000 × 500, with a text in the code of the machine."""
    raw = "督战进度".encode("gb18030")
    face = struct.pack("<5h8B", -60, 0, 0, 0, 400, 0, 0, 0, 134, 0, 0, 0, 0) + "黑体".encode("gb18030") + bytes(2)
    records = (
        (0x02FC, struct.pack("<HIH", 0, 0x0000FF, 0)),
        (0x012D, struct.pack("<h", 0)),
        (0x041B, struct.pack("<4h", 375, 750, 125, 250)),
        (0x02FB, face),
        (0x012D, struct.pack("<h", 1)),
        (0x0521, struct.pack("<h", len(raw)) + raw + struct.pack("<2h", 20, 20)),
    )
    body = b"".join(struct.pack("<IH", 3 + len(content) // 2, number) + content for number, content in records)
    placeable = struct.pack("<IH4hHIH", 0x9AC6CDD7, 0, 0, 0, 1000, 500, 1440, 0, 0)
    return placeable + struct.pack("<HHHIHIH", 1, 9, 0x300, 0, 0, 0, 0) + body + struct.pack("<IH", 3, 0)


def radar() -> bytes:
    """A radar chart with Chinese names."""
    names = ("组织领导", "责任落实", "资金投入", "问题整改")

    def stored(kind: str, texts: tuple[object, ...]) -> str:
        points = "".join(f'<c:pt idx="{place}"><c:v>{text}</c:v></c:pt>' for place, text in enumerate(texts))
        return f'<c:{kind}Cache><c:ptCount val="{len(texts)}"/>{points}</c:{kind}Cache>'

    line = '<c:spPr><a:ln w="50800"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:ln></c:spPr>'
    series = (
        f'<c:ser><c:idx val="0"/><c:tx>{stored("str", ("甲镇",))}</c:tx>{line}<c:cat>{stored("str", names)}</c:cat>'
        f"<c:val>{stored('num', (100, 100, 100, 100))}</c:val></c:ser>"
    )
    plot = f'<c:radarChart><c:radarStyle val="standard"/>{series}<c:axId val="1"/><c:axId val="2"/></c:radarChart>'
    axes = '<c:catAx><c:axId val="1"/></c:catAx><c:valAx><c:axId val="2"/><c:majorGridlines/></c:valAx>'
    root = f"<c:chartSpace {_SPACES}><c:chart><c:plotArea>{plot}{axes}</c:plotArea></c:chart></c:chartSpace>"
    inner = f'<a:graphic><a:graphicData uri="{_CHART}"><c:chart r:id="x"/></a:graphicData></a:graphic>'
    return file_with(inner, "chart.xml", root.encode(), "chart")


@pytest.fixture(scope="module", params=[Engine.DIRECT, Engine.WEASYPRINT])
def paint(request, machine_fonts):
    """Turns a .docx into a PDF, with one writer and then the other."""
    return lru_cache(lambda data: convert(data, machine_fonts, PdfWish(engine=request.param)))


def pixels(made: Converted):
    """The page at one pixel a point; a pixel by its share of the drawing's width and height."""
    page = pypdfium2.PdfDocument(made.pdf)[0].render(scale=1).to_pil().convert("RGB")
    return lambda across, down: page.getpixel((round(LEFT + across * WIDE), round(TOP + down * HIGH)))


def text_of(made: Converted) -> str:
    return "".join(pypdfium2.PdfDocument(made.pdf)[0].get_textpage().get_text_bounded().split())


def test_of_a_clipped_area_only_the_rectangle_shows(paint):
    at = pixels(paint(picture("a.emf", clipped_emf())))
    assert {at(*inside) for inside in ((0.27, 0.3), (0.73, 0.3), (0.5, 0.7), (0.27, 0.7))} == {RED}
    assert {at(*outside) for outside in ((0.22, 0.5), (0.78, 0.5), (0.5, 0.2), (0.5, 0.8), (0.02, 0.02))} == {WHITE}


def test_of_a_clipped_text_only_the_lower_half_shows_and_all_of_it_can_be_read(paint):
    made = paint(picture("a.emf", clipped_emf()))
    at = pixels(made)

    def is_inked(top: float, bottom: float) -> bool:
        rows = [top + (bottom - top) * step / 20 for step in range(21)]
        return any(sum(at(0.4 + 0.2 * step / 80, row)) < 300 for row in rows for step in range(81))

    assert (is_inked(0.77, 0.84), is_inked(0.875, 0.96)) == (False, True)
    assert text_of(made) == "投资"


def test_a_clipped_drawing_keeps_its_description(machine_fonts):
    made = convert(picture("a.emf", clipped_emf()), machine_fonts, PdfWish(tagged=True))
    assert any(line.strip() == "Figure Alt=进度图" for line in Tagged(made.pdf).outline())


def test_a_wmf_is_lines_and_text_of_the_pdf(paint):
    made = paint(picture("a.wmf", wmf_of_an_office()))
    at = pixels(made)
    assert {at(*inside) for inside in ((0.27, 0.3), (0.73, 0.7), (0.5, 0.5))} == {RED}
    assert {at(*outside) for outside in ((0.22, 0.5), (0.78, 0.5), (0.5, 0.2), (0.5, 0.8))} == {WHITE}
    assert text_of(made) == "督战进度"


def test_a_radar_chart_is_drawn_with_its_names_as_text(paint):
    made = paint(radar())
    assert all(name in text_of(made) for name in ("组织领导", "责任落实", "资金投入", "问题整改", "100"))
    at = pixels(made)
    reds = [(x, y) for x in range(101) for y in range(101) if at(x / 100, y / 100) == RED]
    # A square on its corner, about the middle of the drawing.
    spots = [(abs(x * WIDE / 100 - WIDE / 2), abs(y * HIGH / 100 - HIGH / 2)) for x, y in reds]
    reach = max(across for across, _ in spots)
    assert reach > 40
    assert all(across + down == pytest.approx(reach, abs=6) for across, down in spots)
    assert {(x > 50, y > 50) for x, y in reds} == {(right, low) for right in (True, False) for low in (True, False)}
