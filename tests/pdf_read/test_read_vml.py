"""VML: lines, boxes, shapes by path, groups, watermarks, rules, previews of objects."""

import pytest
from drawing_parts import floating, pict, told
from small_docx import PNG, p, paragraphs, plain, r, source

from docgen.pdf.pages import Path
from docgen.pdf.source import Anchor, Floating, Picture, Shape

ABSOLUTE = "position:absolute;"


def first(run: str, **parts: object):
    return paragraphs(source(p(run), **parts))[0].inlines[0]


def test_the_red_rule_of_a_head_by_its_two_ends():
    run = pict(
        f'<v:line style="{ABSOLUTE}z-index:5;mso-position-horizontal-relative:margin" from="0,8pt" to="442pt,8pt" '
        'strokecolor="red" strokeweight="2.25pt"/>'
    )
    found = floating(run)
    assert (found.horizontal, found.vertical, found.order) == (Anchor("margin"), Anchor("text", 8.0), 5)
    assert found.shape.paths == (Path((("M", (0.0, 0.0)), ("L", (442.0, 0.0))), stroke="#ff0000", width=2.25),)


def test_the_red_rule_as_wps_writes_it():
    run = pict(
        f'<v:line o:spt="20" style="{ABSOLUTE}left:0pt;margin-left:-3pt;margin-top:10pt;height:0pt;width:450pt" '
        'filled="f" stroked="t" coordsize="21600,21600"><v:stroke weight="4.5pt" color="#FF0000" '
        'linestyle="thickThin"/></v:line>'
    )
    found = floating(run)
    assert (found.horizontal, found.vertical) == (Anchor("text", -3.0), Anchor("text", 10.0))
    assert [(path.stroke, path.width) for path in found.shape.paths] == [
        ("#ff0000", pytest.approx(2.7)),
        ("#ff0000", pytest.approx(0.9)),
    ]


def test_a_line_up_the_page():
    steps = floating(pict(f'<v:line style="{ABSOLUTE}" from="0,40pt" to="30pt,0"/>')).shape.paths[0].steps
    assert steps == (("M", (0.0, 40.0)), ("L", (30.0, 0.0)))


BOX = (
    '<v:shape type="#_x0000_t202" style="{style}" filled="f" stroked="f"><v:textbox inset="1pt,2pt,3pt,4pt" '
    'style="{own}"><w:txbxContent>{text}</w:txbxContent></v:textbox></v:shape>'
)


def test_a_text_box_with_its_text():
    style = f"{ABSOLUTE}margin-left:10pt;margin-top:20pt;width:300pt;height:50pt;z-index:-3;v-text-anchor:middle"
    found = floating(pict(BOX.format(style=style, own="mso-fit-shape-to-text:t", text=p(r("某某县人民政府文件")))))
    assert (found.width, found.height, found.behind, found.shape.paths) == (300.0, 50.0, True, ())
    text = found.shape.text
    assert (text.insets, text.vertical, text.grows) == ((2.0, 3.0, 4.0, 1.0), "center", True)
    assert plain(text.blocks) == "某某县人民政府文件"


@pytest.mark.parametrize(
    "own, expected",
    [
        ("layout-flow:vertical", (90, False)),
        ("layout-flow:vertical;mso-layout-flow-alt:bottom-to-top", (270, False)),
        ("layout-flow:vertical-ideographic", (90, True)),
    ],
)
def test_text_that_runs_down_or_up(own, expected):
    text = floating(pict(BOX.format(style=f"{ABSOLUTE}width:30pt;height:90pt", own=own, text=p()))).shape.text
    assert (text.rotation, text.upright) == expected


def test_the_place_of_a_shape_is_in_its_style():
    style = (
        f"{ABSOLUTE}width:10pt;height:10pt;mso-position-horizontal:center;mso-position-horizontal-relative:page;"
        "margin-top:5pt;mso-position-vertical-relative:bottom-margin-area;mso-wrap-distance-left:9pt"
    )
    found = floating(pict(f'<v:rect style="{style}"><w10:wrap type="square" side="left"/></v:rect>'))
    assert (found.horizontal, found.vertical) == (Anchor("page", align="center"), Anchor("bottom_margin", 5.0))
    assert (found.wrap, found.side, found.distances) == ("square", "left", (0.0, 0.0, 0.0, 9.0))


def test_a_rectangle_is_white_with_a_thin_black_line_unless_it_says_otherwise():
    (path,) = floating(pict(f'<v:rect style="{ABSOLUTE}width:10pt;height:10pt"/>')).shape.paths
    assert (path.fill, path.stroke, path.width) == ("#ffffff", "#000000", 0.75)


def test_fill_and_line_of_a_shape():
    run = pict(
        f'<v:oval style="{ABSOLUTE}width:10pt;height:10pt;rotation:90" fillcolor="#f00 [3204]" strokecolor="blue" '
        'strokeweight="1mm"><v:fill opacity="32768f"/><v:stroke dashstyle="dash"/></v:oval>'
    )
    found = floating(run)
    fill, line = found.shape.paths
    assert (fill.fill, fill.alpha, line.stroke) == ("#ff0000", 0.5, "#0000ff")
    assert line.width == pytest.approx(2.835, abs=0.001)
    assert line.dash == pytest.approx((11.339, 8.504), abs=0.001)
    assert found.shape.degrees == 90.0


def test_ends_and_corners_of_a_line():
    stroke = '<v:stroke endcap="round" joinstyle="bevel"/>'
    (path,) = floating(pict(f'<v:rect style="{ABSOLUTE}width:10pt;height:10pt">{stroke}</v:rect>')).shape.paths
    assert (path.cap, path.join) == ("round", "bevel")


def test_a_turned_shape_is_placed_by_where_it_was_before():
    style = f"{ABSOLUTE}margin-left:0;margin-top:0;width:100pt;height:20pt;rotation:90"
    found = floating(pict(f'<v:rect style="{style}"/>'))
    assert (found.horizontal.offset, found.vertical.offset, found.width) == (40.0, -40.0, 20.0)


PATHS = [
    ("m,l,100r50,l100,e", (("M", (0.0, 0.0)), ("L", (0.0, 100.0)), ("L", (50.0, 100.0)), ("L", (100.0, 0.0)))),
    ("m10,20l30,40,50,60xe", (("M", (10.0, 20.0)), ("L", (30.0, 40.0)), ("L", (50.0, 60.0)), ("Z", ()))),
    ("m0,0c0,50,50,100,100,100e", (("M", (0.0, 0.0)), ("C", (0.0, 50.0, 50.0, 100.0, 100.0, 100.0)))),
    ("m10,10v1,1,2,2,3,3e", (("M", (10.0, 10.0)), ("C", (11.0, 11.0, 12.0, 12.0, 13.0, 13.0)))),
    ("m@0,#0l@1,0e", (("M", (60.0, 30.0)), ("L", (20.0, 0.0)))),
]


@pytest.mark.parametrize("path, steps", PATHS)
def test_the_language_of_paths(path, steps):
    formulas = '<v:formulas><v:f eqn="prod #0 2 1"/><v:f eqn="sum width 0 80"/></v:formulas>'
    run = pict(
        f'<v:shape path="{path}" coordsize="100,100" adj="30" filled="f" style="{ABSOLUTE}width:100pt;height:100pt">'
        f"{formulas}</v:shape>"
    )
    assert floating(run).shape.paths[0].steps == steps


@pytest.mark.parametrize(
    "path, end",
    [
        ("m0,50wa0,0,100,100,0,50,100,50e", (100.0, 50.0)),
        ("ar0,0,100,100,100,50,0,50e", (0.0, 50.0)),
        ("al50,50,50,50,0,5898240e", (50.0, 0.0)),
        ("m0,50qy50,100e", (50.0, 100.0)),
    ],
)
def test_the_arcs_of_paths(path, end):
    run = pict(f'<v:shape path="{path}" coordsize="100,100" filled="f" style="{ABSOLUTE}width:100pt;height:100pt"/>')
    last = floating(run).shape.paths[0].steps[-1]
    assert last[0] == "C"
    assert last[1][4:] == pytest.approx(end, abs=0.01)


def test_a_shape_of_a_kind_is_drawn_by_the_path_of_its_kind():
    kind = (
        '<v:shapetype id="_x0000_t99" coordsize="200,200" path="m0,0l@0,200e" adj="50"><v:formulas>'
        '<v:f eqn="val #0"/></v:formulas><v:path textboxrect="20,20,180,180"/></v:shapetype>'
    )
    shape = (
        f'<v:shape type="#_x0000_t99" adj="100" filled="f" style="{ABSOLUTE}width:100pt;height:100pt"><v:textbox>'
        f"<w:txbxContent>{p()}</w:txbxContent></v:textbox></v:shape>"
    )
    found = paragraphs(source(p(pict(kind + shape) + pict(shape))))[0].inlines
    for one in found:
        assert one.shape.paths[0].steps == (("M", (0.0, 0.0)), ("L", (50.0, 100.0)))
        assert one.shape.text.area == (10.0, 10.0, 80.0, 80.0)


def test_a_kind_that_nobody_knows_is_a_rectangle_and_told():
    run = pict(f'<v:shape type="#_x0000_t58" style="{ABSOLUTE}width:10pt;height:10pt"/>')
    assert told(run) == ["旧式图形的形状 58（按矩形画）"]


def test_members_of_a_group_count_in_its_units():
    group = (
        f'<v:group style="{ABSOLUTE}width:100pt;height:50pt" coordorigin="1000,1000" coordsize="2000,1000">'
        '<v:rect style="position:absolute;left:1500;top:1200;width:1000;height:200"/>'
        '<v:line from="1000,1000" to="3000,2000"/></v:group>'
    )
    rect, line = floating(pict(group)).shape.parts
    assert (rect.x, rect.y, rect.shape.width, rect.shape.height) == (25.0, 10.0, 50.0, 10.0)
    assert line.shape.paths[0].steps == (("M", (0.0, 0.0)), ("L", (100.0, 50.0)))


WATERMARK = (
    '<v:shape type="#_x0000_t136" style="position:absolute;width:400pt;height:200pt;rotation:315;z-index:-9;'
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;"
    'mso-position-vertical-relative:margin" fillcolor="silver" stroked="f"><v:fill opacity=".5"/>'
    '<v:textpath style="font-family:&quot;宋体&quot;;font-size:1pt" string="机密"/></v:shape>'
)


def test_a_watermark_is_pale_text_as_large_as_its_shape():
    found = floating(pict(WATERMARK))
    assert (found.behind, found.shape.degrees, found.shape.alt) == (True, 315.0, "机密")
    text = found.shape.text
    run = text.blocks[0].inlines[0]
    assert (run.text, run.format.east_asia, run.format.color) == ("机密", "宋体", "#e0e0e0")
    assert (text.stretches, text.area) == (True, (0.0, 0.0, 400.0, 200.0))


@pytest.mark.parametrize("rotation", ["315", "20643840fd", "20643840f", "-2949120f", "-45"])
def test_a_watermark_is_turned_in_degrees_or_in_parts_of_them(rotation):
    assert floating(pict(WATERMARK.replace("rotation:315", f"rotation:{rotation}"))).shape.degrees == 315


def test_bent_word_art_is_told():
    assert told(pict(WATERMARK.replace("t136", "t144"))) == ["艺术字的变形（按平直的字画）"]


IMAGE = '<v:shape type="#_x0000_t75" style="width:60pt;height:30pt"><v:imagedata r:id="a.png"/></v:shape>'


def test_a_picture_in_the_line():
    assert first(pict(IMAGE), media={"a.png": PNG}) == Picture(PNG, "image/png", 60.0, 30.0)


def test_an_object_shows_the_picture_that_stands_for_it():
    run = f'<w:r><w:object>{IMAGE}<o:OLEObject Type="Embed" ProgID="Equation.3"/></w:object></w:r>'
    assert first(run, media={"a.png": PNG}) == Picture(PNG, "image/png", 60.0, 30.0)
    assert told(run, media={"a.png": PNG}) == []


def test_a_picture_that_is_not_there_leaves_a_frame():
    found = first(pict(IMAGE))
    assert isinstance(found, Shape)
    assert [path.stroke for path in found.paths] == ["#a6a6a6", "#a6a6a6"]
    assert told(pict(IMAGE)) == ["图片"]


WPS = '<v:imagedata o:title=""/>'


def test_the_image_data_that_wps_writes_into_every_shape_is_no_picture():
    style = f"{ABSOLUTE}width:300pt;height:50pt"
    box = BOX.format(style=style, own="", text=p(r("工作简报"))).replace("<v:textbox", f"{WPS}<v:textbox")
    found = floating(pict(box))
    assert (plain(found.shape.text.blocks), found.shape.paths, told(pict(box))) == ("工作简报", (), [])
    rule = f'<v:line o:spt="20" style="{style}" strokecolor="red">{WPS}</v:line>'
    assert (floating(pict(rule)).shape.paths[0].stroke, told(pict(rule))) == ("#ff0000", [])


def test_a_picture_frame_that_names_no_picture_is_told():
    assert told(pict(IMAGE.replace(' r:id="a.png"', ""))) == ["图片"]


@pytest.mark.parametrize("percent, width", [("", 415.3), ('o:hrpct="500"', 207.65)])
def test_a_horizontal_rule_is_as_wide_as_the_text(percent, width):
    rule = f'<v:rect style="width:0;height:1.5pt" o:hr="t" {percent} fillcolor="#a0a0a0" stroked="f"/>'
    found = first(pict(rule))
    assert (found.width, found.height) == (pytest.approx(width), 1.5)
    assert found.paths[0].fill == "#a0a0a0"


def test_a_hidden_shape_is_not_shown():
    run = pict(f'<v:rect style="{ABSOLUTE}width:10pt;height:10pt;visibility:hidden"/>')
    found = source(p(run))
    assert (paragraphs(found)[0].inlines, found.warnings) == ((), ())


def test_shadows_are_told():
    run = pict(f'<v:rect style="{ABSOLUTE}width:10pt;height:10pt"><v:shadow on="t"/></v:rect>')
    assert told(run) == ["形状的阴影"]


ODD = [
    '<v:shape style="position:absolute;width:99999999999999999999pt" path="m@99,#9lzz,,,e"/>',
    '<v:line from="" to="x"/>',
    '<v:polyline points="a,b c" style="position:absolute"/>',
    '<v:group coordsize="0,0" style="position:absolute"><v:rect style="left:1;width:-5"/></v:group>',
    '<v:shape type="#" adj=",,," style=";:;x:y;width:" path=""/>',
    '<v:shape path="al0,0,5,5,0,99999999999999e" style="position:absolute;width:1pt;height:1pt"/>',
    '<v:rect style="rotation:nofd" fillcolor="" strokeweight="thick"><v:fill type="frame"/></v:rect>',
    '<v:shape style="position:absolute"><v:textpath string="字"/></v:shape>',
]


@pytest.mark.parametrize("inner", ODD)
def test_odd_vml_is_read_without_a_fault(inner):
    (found,) = paragraphs(source(p(pict(inner))))[0].inlines
    assert isinstance(found, Shape | Floating)
