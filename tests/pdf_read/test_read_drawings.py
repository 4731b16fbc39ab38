"""Drawings in the text: pictures, text boxes, where they stand."""

import pytest
from drawing_parts import anchor, floating, graphic, inline, picture, shape, told
from small_docx import PNG, p, paragraphs, plain, r, source

from docgen.pdf.source import Anchor, Picture, Shape

BOX = graphic("wps", shape(text=p(r("〔2024〕1号"))))


def horizontal(area: str, inner: str) -> str:
    return f'<wp:positionH relativeFrom="{area}">{inner}</wp:positionH>'


def vertical(area: str, inner: str) -> str:
    return f'<wp:positionV relativeFrom="{area}">{inner}</wp:positionV>'


def first(body: str, **parts: object):
    found = source(body, **parts)
    return paragraphs(found)[0].inlines[0], found.warnings


def test_an_inline_picture_carries_its_bytes_and_size():
    found, warnings = first(p(inline(graphic("pic", picture()))), media={"image1.png": PNG})
    assert (found, warnings) == (Picture(PNG, "image/png", 100.0, 50.0), ())


def test_a_picture_says_what_it_shows():
    about = '<wp:docPr id="1" name="图 1" descr="政府印章"/>'
    found, _ = first(p(inline(graphic("pic", picture()), more=about)), media={"image1.png": PNG})
    assert found.alt == "政府印章"


def test_a_hidden_drawing_is_not_shown():
    about = '<wp:docPr id="1" name="图 1" hidden="1"/>'
    content = p(r("甲") + inline(graphic("pic", picture()), more=about))
    found = source(content, media={"image1.png": PNG})
    assert (len(paragraphs(found)[0].inlines), found.warnings) == (1, ())


def test_pictures_in_headers_use_the_headers_own_relationships():
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="x" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/h.png"/>'
        "</Relationships>"
    )
    found = source(
        p() + '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>',
        stories={"header1": p(inline(graphic("pic", picture('r:embed="x"'))))},
        extra={"word/_rels/header1.xml.rels": rels, "word/media/h.png": PNG},
    )
    assert found.sections[0].headers.default[0].inlines == (Picture(PNG, "image/png", 100.0, 50.0),)


CHART = '<a:graphic><a:graphicData uri="http://x/2006/chart"><c:chart xmlns:c="c"/></a:graphicData></a:graphic>'


@pytest.mark.parametrize(
    "inner, feature",
    [
        (graphic("pic", picture('r:link="far"')), "链接的图片"),
        (graphic("pic", picture('r:embed="far"')), "链接的图片"),
        (graphic("pic", picture('r:embed="gone"')), "图片"),
        (graphic("pic", picture('r:embed="bad.png"')), "损坏的图片"),
        (graphic("pic", picture('r:embed="what.xyz"')), "不认识的格式的图片"),
        (graphic("pic", picture('r:embed="drawn.svg"')), "SVG 格式的图片"),
        (CHART, "图表"),
        ('<a:graphic><a:graphicData uri="http://x/unknown"><x:x xmlns:x="x"/></a:graphicData></a:graphic>', "图形"),
    ],
)
def test_what_cannot_be_shown_is_told_and_keeps_its_place_as_an_empty_frame(inner, feature):
    media = {"bad.png": PNG[:40], "what.xyz": b"\0\1\2", "drawn.svg": b"<svg/>"}
    found = source(p(r("甲") + inline(inner)), media=media)
    assert found.warnings == ((feature, "正文第1段“甲”"),)
    frame = paragraphs(found)[0].inlines[1]
    assert isinstance(frame, Shape)
    assert (frame.width, frame.height, frame.picture) == (100.0, 50.0, None)
    assert [path.stroke for path in frame.paths] == ["#a6a6a6", "#a6a6a6"]


def test_a_text_box_has_place_size_insets_and_blocks():
    found, warnings = first(p(anchor(BOX)))
    assert (found.horizontal, found.vertical) == (Anchor("text", 10.0), Anchor("text", -1.0))
    assert (found.width, found.height, found.wrap, found.behind) == (200.0, 20.0, "none", False)
    text = found.shape.text
    assert (text.area, text.insets, text.rotation) == ((0.0, 0.0, 200.0, 20.0), (3.6, 7.2, 3.6, 7.2), 0)
    assert (plain(text.blocks), text.blocks[0].place, warnings) == (
        "〔2024〕1号",
        "正文第1段“〔2024〕1号”的文本框",
        (),
    )


@pytest.mark.parametrize(
    "body, inner, expected",
    [
        ('vert="vert270"', "", {"rotation": 270}),
        ('vert="vert"', "", {"rotation": 90, "upright": False}),
        ('vert="eaVert"', "", {"rotation": 90, "upright": True}),
        ('anchor="ctr"', "", {"vertical": "center"}),
        ('anchor="b"', "", {"vertical": "bottom"}),
        ('wrap="none"', "", {"wraps": False}),
        ("", "<a:spAutoFit/>", {"grows": True}),
        ('lIns="0" tIns="12700" rIns="25400" bIns="0"', "", {"insets": (1.0, 2.0, 0.0, 0.0)}),
    ],
)
def test_a_text_box_says_how_its_text_stands(body, inner, expected):
    run = anchor(graphic("wps", shape(text=p(), body=body, body_inner=inner)))
    text = floating(run).shape.text
    assert {name: getattr(text, name) for name in expected} == expected
    assert told(run) == []


@pytest.mark.parametrize(
    "area, inner, expected",
    [
        ("page", "<wp:posOffset>127000</wp:posOffset>", Anchor("page", 10.0)),
        ("margin", "<wp:align>center</wp:align>", Anchor("margin", align="center")),
        ("character", "<wp:posOffset>0</wp:posOffset>", Anchor("character")),
        ("rightMargin", "<wp:align>left</wp:align>", Anchor("right_margin", align="left")),
        ("insideMargin", "<wp:posOffset>0</wp:posOffset>", Anchor("inside_margin")),
        ("page", "<wp14:pctPosHOffset>25000</wp14:pctPosHOffset>", Anchor("page", share=0.25)),
    ],
)
def test_the_horizontal_place_of_a_float(area, inner, expected):
    assert floating(anchor(BOX, horizontal=horizontal(area, inner))).horizontal == expected


@pytest.mark.parametrize(
    "area, inner, expected",
    [
        ("topMargin", "<wp:align>bottom</wp:align>", Anchor("top_margin", align="bottom")),
        ("bottomMargin", "<wp:posOffset>127000</wp:posOffset>", Anchor("bottom_margin", 10.0)),
        ("line", "<wp:posOffset>127000</wp:posOffset>", Anchor("line", 10.0)),
        ("margin", "<wp14:pctPosVOffset>50000</wp14:pctPosVOffset>", Anchor("margin", share=0.5)),
    ],
)
def test_the_vertical_place_of_a_float(area, inner, expected):
    assert floating(anchor(BOX, vertical=vertical(area, inner))).vertical == expected


def test_a_place_in_percent_comes_before_its_fallback():
    both = (
        '<mc:AlternateContent><mc:Choice Requires="wp14">'
        + horizontal("page", "<wp14:pctPosHOffset>50000</wp14:pctPosHOffset>")
        + "</mc:Choice><mc:Fallback>"
        + horizontal("page", "<wp:posOffset>1270000</wp:posOffset>")
        + "</mc:Fallback></mc:AlternateContent>"
    )
    assert floating(anchor(BOX, horizontal=both)).horizontal == Anchor("page", share=0.5)


def test_a_simple_place_counts_from_the_page():
    run = anchor(BOX, attributes='simplePos="1"').replace('<wp:simplePos x="0"', '<wp:simplePos x="25400"')
    assert (floating(run).horizontal, floating(run).vertical) == (Anchor("page", 2.0), Anchor("page", 0.0))


def test_an_area_that_nobody_knows_is_told():
    run = anchor(BOX, horizontal=horizontal("moon", "<wp:posOffset>0</wp:posOffset>"))
    assert told(run) == ["浮动图形相对于 moon 的位置"]


def test_a_float_says_how_text_gives_way_and_how_near_the_eye_it_is():
    attributes = 'behindDoc="1" relativeHeight="7" distT="12700" distB="0" distL="25400" distR="0"'
    found = floating(anchor(BOX, attributes=attributes, wrap='<wp:wrapSquare wrapText="left"/>'))
    assert (found.wrap, found.side, found.distances) == ("square", "left", (1.0, 0.0, 0.0, 2.0))
    assert (found.behind, found.order) == (True, 7)


@pytest.mark.parametrize(
    "wrap, expected",
    [
        ("<wp:wrapTopAndBottom/>", "top_bottom"),
        ('<wp:wrapTight wrapText="bothSides"/>', "tight"),
        ('<wp:wrapThrough wrapText="bothSides"/>', "through"),
    ],
)
def test_the_kinds_of_wrapping(wrap, expected):
    assert floating(anchor(BOX, wrap=wrap)).wrap == expected


def test_a_size_in_percent_names_its_area():
    more = '<wp14:sizeRelH relativeFrom="margin"><wp14:pctWidth>100000</wp14:pctWidth></wp14:sizeRelH>'
    more += '<wp14:sizeRelV relativeFrom="page"><wp14:pctHeight>0</wp14:pctHeight></wp14:sizeRelV>'
    found = floating(anchor(BOX, more=more))
    assert (found.scaled_width, found.scaled_height) == (("margin", 1.0), None)


def test_a_float_in_a_cell_stands_by_the_cell_unless_it_says_otherwise():
    def in_cell(attributes: str) -> bool:
        table = f"<w:tbl><w:tr><w:tc>{p(anchor(BOX, attributes=attributes))}</w:tc></w:tr></w:tbl>"
        block = source(table).sections[0].blocks[0]
        return block.rows[0].cells[0].blocks[0].inlines[0].in_cell

    assert (in_cell(""), in_cell('layoutInCell="0"')) == (True, False)
    assert floating(anchor(BOX, attributes='layoutInCell="1"')).in_cell is False


def test_the_understood_choice_is_read_and_its_fallback_is_not():
    content = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{anchor(BOX)[5:-6]}</mc:Choice>'
        f"<mc:Fallback><w:pict>{p(r('旧'))}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    found = source(p(content))
    box = paragraphs(found)[0].inlines[0]
    assert (plain(box.shape.text.blocks), found.warnings) == ("〔2024〕1号", ())


def test_ink_gives_way_to_the_picture_of_it():
    ink = '<w:drawing><wp:inline><wp:extent cx="1" cy="1"/></wp:inline></w:drawing>'
    content = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wpi">{ink}</mc:Choice>'
        f"<mc:Fallback>{inline(graphic('pic', picture()))[5:-6]}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    found, warnings = first(p(content), media={"image1.png": PNG})
    assert (found, warnings) == (Picture(PNG, "image/png", 100.0, 50.0), ())


def test_a_choice_that_is_not_understood_gives_way_to_its_fallback():
    content = (
        f'<mc:AlternateContent><mc:Choice Requires="future">{r("新")}</mc:Choice>'
        f"<mc:Fallback>{r('旧')}</mc:Fallback></mc:AlternateContent>"
    )
    assert plain(paragraphs(source(p(content)))) == "旧"


@pytest.mark.parametrize(
    "body, inner, feature",
    [
        ('vert="mongolianVert"', "", "文本框内文字竖排（整行转向画）"),
        ("", '<a:prstTxWarp prst="textArchUp"/>', "艺术字的变形（按平直的字画）"),
        ('numCol="2"', "", "文本框内分栏"),
        ('rot="5400000"', "", "文本框内文字旋转"),
        ("", '<a:normAutofit fontScale="50000"/>', "按形状缩小的文字（按原字号画）"),
    ],
)
def test_what_a_text_box_asks_for_in_vain_is_told(body, inner, feature):
    assert told(anchor(graphic("wps", shape(text=p(), body=body, body_inner=inner)))) == [feature]


def test_a_box_that_goes_on_in_another_is_told():
    linked = '<wps:wsp><wps:spPr/><wps:linkedTxbx id="1" seq="1"/><wps:bodyPr/></wps:wsp>'
    assert told(anchor(graphic("wps", linked))) == ["链接的文本框（文字都画在第一个框里）"]


def test_fields_and_tables_in_a_text_box_are_its_own():
    table = f"<w:tbl><w:tr><w:tc>{p(r('格'))}</w:tc></w:tr></w:tbl>"
    page = f'<w:fldSimple w:instr="PAGE">{r("1")}</w:fldSimple>'
    blocks = floating(anchor(graphic("wps", shape(text=table + p(page))))).shape.text.blocks
    assert [type(block).__name__ for block in blocks] == ["Table", "Paragraph"]
    assert blocks[1].inlines[0].code == "PAGE"


def test_a_shape_that_stands_in_the_line_is_one_of_the_inlines():
    found, _ = first(p(inline(graphic("wps", shape(text=p(r("框")))))))
    assert isinstance(found, Shape)
    assert (found.width, found.height, plain(found.text.blocks)) == (100.0, 50.0, "框")


def test_what_a_drawing_needs_around_itself_counts_in_the_line():
    around = '<wp:effectExtent l="12700" t="25400" r="0" b="38100"/>'
    found, _ = first(p(inline(graphic("wps", shape()), more=around)))
    assert found.effect == (2.0, 0.0, 3.0, 1.0)


EFFECTS = '<wp:effectExtent l="12700" t="0" r="25400" b="38100"/>'


@pytest.mark.parametrize(
    "wrap, expected",
    [
        ("<wp:wrapTopAndBottom/>", (1.0, 2.0, 3.0, 1.0)),
        (
            '<wp:wrapSquare wrapText="bothSides"><wp:effectExtent l="0" t="0" r="0" b="0"/></wp:wrapSquare>',
            (1, 0, 0, 0),
        ),
        ("<wp:wrapTight/>", (1.0, 0.0, 0.0, 0.0)),
    ],
)
def test_text_stays_away_from_the_effects_of_a_shape_as_well(wrap, expected):
    found = floating(anchor(graphic("wps", shape()), wrap=EFFECTS + wrap, attributes='distT="12700"'))
    assert found.distances == expected
