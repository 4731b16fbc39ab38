"""Pictures and text boxes."""

import pytest
from small_docx import PNG, p, paragraphs, plain, r, source

from docgen.pdf.source import Anchor, Picture, TextBox


def blip(relation: str = 'r:embed="image1.png"', more: str = "") -> str:
    return (
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f"<pic:blipFill><a:blip {relation}/>{more}</pic:blipFill></pic:pic></a:graphicData></a:graphic>"
    )


def inline(graphic: str) -> str:
    return f'<w:r><w:drawing><wp:inline><wp:extent cx="1270000" cy="635000"/>{graphic}</wp:inline></w:drawing></w:r>'


def box(
    content: str,
    *,
    body: str = "",
    horizontal: str = '<wp:positionH relativeFrom="page"><wp:posOffset>127000</wp:posOffset></wp:positionH>',
    vertical: str = '<wp:positionV relativeFrom="paragraph"><wp:posOffset>-12700</wp:posOffset></wp:positionV>',
    shape: str = "<a:noFill/><a:ln><a:noFill/></a:ln>",
    wrap: str = "<wp:wrapNone/>",
) -> str:
    return (
        f'<w:drawing><wp:anchor><wp:simplePos x="0" y="0"/>{horizontal}{vertical}'
        f'<wp:extent cx="2540000" cy="254000"/>{wrap}'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f"<wps:spPr>{shape}</wps:spPr><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr {body}/>"
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def first(body: str, **parts: object):
    found = source(body, **parts)
    return paragraphs(found)[0].inlines[0], found.warnings


def test_an_inline_picture_carries_its_bytes_and_size():
    found, warnings = first(p(inline(blip())), media={"image1.png": PNG})
    assert (found, warnings) == (Picture(PNG, "image/png", 100.0, 50.0), ())


def test_pictures_in_headers_use_the_headers_own_relationships():
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="x" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/h.png"/>'
        "</Relationships>"
    )
    found = source(
        p() + '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>',
        stories={"header1": p(inline(blip('r:embed="x"')))},
        extra={"word/_rels/header1.xml.rels": rels, "word/media/h.png": PNG},
    )
    assert found.sections[0].headers.default[0].inlines == (Picture(PNG, "image/png", 100.0, 50.0),)


@pytest.mark.parametrize(
    "content, feature",
    [
        (inline(blip('r:link="far"')), "链接的图片"),
        (inline(blip('r:embed="far"')), "链接的图片"),
        (inline(blip('r:embed="gone"')), "图片"),
        (inline(blip('r:embed="image2.emf"')), "EMF 格式的图片"),
        (inline('<a:graphic><a:graphicData uri="http://x/2006/chart"/></a:graphic>'), "图表"),
        (inline('<a:graphic><a:graphicData uri="http://x/2006/diagram"/></a:graphic>'), "SmartArt 图形"),
        (f"<w:r><w:drawing><wp:anchor>{blip()}</wp:anchor></w:drawing></w:r>", "浮动图片"),
    ],
)
def test_pictures_that_are_not_drawn_are_told(content, feature):
    found = source(p(r("甲") + content), media={"image1.png": PNG, "image2.emf": b"emf"})
    assert found.warnings == ((feature, "正文第1段“甲”"),)
    assert len(paragraphs(found)[0].inlines) == 1


def test_a_cropped_picture_is_drawn_whole_and_told():
    _, warnings = first(p(inline(blip(more='<a:srcRect l="5000"/>'))), media={"image1.png": PNG})
    assert [feature for feature, _ in warnings] == ["图片裁剪"]


def test_a_text_box_has_place_size_insets_and_blocks():
    found, warnings = first(p(f"<w:r>{box(p(r('〔2024〕1号')))}</w:r>"))
    assert isinstance(found, TextBox)
    assert (found.horizontal, found.vertical) == (Anchor("page", 10.0), Anchor("text", -1.0))
    assert (found.width, found.height, found.rotation) == (200.0, 20.0, 0)
    assert found.insets == (3.6, 7.2, 3.6, 7.2)
    assert (plain(found.blocks), found.blocks[0].place, warnings) == (
        "〔2024〕1号",
        "正文第1段“〔2024〕1号”的文本框",
        (),
    )


def test_a_turned_text_box_with_insets_of_its_own():
    body = 'vert="vert270" lIns="0" tIns="12700" rIns="25400" bIns="0"'
    align = '<wp:positionH relativeFrom="column"><wp:align>right</wp:align></wp:positionH>'
    found, _ = first(p(f"<w:r>{box(p(), body=body, horizontal=align)}</w:r>"))
    assert (found.rotation, found.insets, found.horizontal) == (
        270,
        (1.0, 2.0, 0.0, 0.0),
        Anchor("margin", 0.0, "right"),
    )
    turned = 'vert="vert"'
    assert first(p(f"<w:r>{box(p(), body=turned)}</w:r>"))[0].rotation == 90


def test_the_understood_choice_is_read_and_its_fallback_is_not():
    content = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{box(p(r("新")))}</mc:Choice>'
        f"<mc:Fallback><w:pict>{p(r('旧'))}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    found = source(p(content))
    assert (plain(paragraphs(found)[0].inlines), found.warnings) == ("新", ())


def test_a_choice_that_is_not_understood_gives_way_to_its_fallback():
    content = (
        f'<mc:AlternateContent><mc:Choice Requires="future">{r("新")}</mc:Choice>'
        f"<mc:Fallback>{r('旧')}</mc:Fallback></mc:AlternateContent>"
    )
    assert plain(paragraphs(source(p(content)))) == "旧"


@pytest.mark.parametrize(
    "change, feature",
    [
        ({"wrap": '<wp:wrapSquare wrapText="bothSides"/>'}, "文字环绕"),
        ({"shape": '<a:ln w="9525"><a:solidFill/></a:ln>'}, "文本框的边框"),
        ({"shape": "<a:solidFill/>"}, "文本框的底色"),
        ({"shape": '<a:xfrm rot="5400000"/>'}, "文本框旋转"),
        ({"body": 'anchor="ctr"'}, "文本框内的垂直对齐"),
        ({"body": 'vert="eaVert"'}, "文本框内文字竖排"),
        ({"horizontal": '<wp:positionH relativeFrom="rightMargin"/>'}, "文本框相对于 rightMargin 的位置"),
    ],
)
def test_what_a_text_box_asks_for_in_vain_is_told(change, feature):
    assert [item for item, _ in first(p(f"<w:r>{box(p(), **change)}</w:r>"))[1]] == [feature]


def test_fields_and_tables_in_a_text_box_are_its_own():
    table = f"<w:tbl><w:tr><w:tc>{p(r('格'))}</w:tc></w:tr></w:tbl>"
    page = f'<w:fldSimple w:instr="PAGE">{r("1")}</w:fldSimple>'
    found, _ = first(p(f"<w:r>{box(table + p(page))}</w:r>"))
    assert [type(block).__name__ for block in found.blocks] == ["Table", "Paragraph"]
    assert found.blocks[1].inlines[0].code == "PAGE"
