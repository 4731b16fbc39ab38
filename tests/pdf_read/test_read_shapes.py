"""Shapes: outlines, fills, lines, styles, groups, canvases."""

import pytest
from drawing_parts import NO_LINE, RED, anchor, drawn, floating, graphic, picture, place, shape, told
from small_docx import PNG, p, plain, r

from docgen.pdf.pages import Path
from docgen.pdf.reading.drawings.presets.catalogue import preset

THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme>'
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/>'
    '</a:lt1><a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2>'
    '<a:accent1><a:srgbClr val="C00000"/></a:accent1></a:clrScheme><a:fmtScheme><a:fillStyleLst><a:solidFill>'
    '<a:schemeClr val="phClr"/></a:solidFill></a:fillStyleLst><a:lnStyleLst><a:ln w="6350"><a:solidFill>'
    '<a:schemeClr val="phClr"/></a:solidFill><a:prstDash val="sysDot"/></a:ln></a:lnStyleLst></a:fmtScheme>'
    "</a:themeElements></a:theme>"
)
STYLE = (
    '<wps:style><a:lnRef idx="1"><a:schemeClr val="accent1"><a:shade val="50000"/></a:schemeClr></a:lnRef>'
    '<a:fillRef idx="1"><a:schemeClr val="accent1"/></a:fillRef><a:effectRef idx="0"/>'
    '<a:fontRef idx="minor"><a:schemeClr val="lt1"/></a:fontRef></wps:style>'
)


def line(attributes: str = 'w="25400"', inner: str = RED) -> str:
    return f"<a:ln {attributes}>{inner}</a:ln>"


def test_the_red_rule_of_a_head_is_a_line_across():
    found = drawn(shape("line", line=line('w="28575"')), size=(442, 0))
    assert found.paths == (Path((("M", (0.0, 0.0)), ("L", (442.0, 0.0))), stroke="#ff0000", width=2.25),)


def test_a_connector_may_run_the_other_way():
    flipped = place(0, 0, 100, 50, 'flipV="1"')
    found = drawn(shape("straightConnector1", line=line(), transform=flipped), size=(100, 50))
    assert found.paths[0].steps == (("M", (0.0, 50.0)), ("L", (100.0, 0.0)))


def test_a_line_of_two_is_drawn_as_two_with_the_thick_one_above():
    found = drawn(shape("line", line=line('w="127000" cmpd="thickThin"')), size=(100, 0))
    assert [(path.steps[0][1][1], path.width) for path in found.paths] == [(-2.0, 6.0), (4.0, 2.0)]


def test_the_thin_line_is_above_where_the_file_says_so():
    found = drawn(shape("line", line=line('w="127000" cmpd="thinThick"')), size=(100, 0))
    assert [(path.steps[0][1][1], path.width) for path in found.paths] == [(-4.0, 2.0), (2.0, 6.0)]


def test_dashes_count_the_width_of_the_line():
    found = drawn(shape("line", line=line('w="25400"', RED + '<a:prstDash val="dashDot"/>')), size=(100, 0))
    assert found.paths[0].dash == (8.0, 6.0, 2.0, 6.0)


def test_ends_and_corners_of_a_line():
    found = drawn(shape("rect", line=line('w="25400" cap="rnd"', RED + "<a:bevel/>")))
    assert (found.paths[0].cap, found.paths[0].join) == ("round", "bevel")
    found = drawn(shape("rect", line=line('w="25400" cap="sq"', RED + "<a:round/>")))
    assert (found.paths[0].cap, found.paths[0].join) == ("square", "round")
    found = drawn(shape("rect", line=line('w="25400" cap="flat"', RED + '<a:miter lim="800000"/>')))
    assert (found.paths[0].cap, found.paths[0].join) == ("", "")


def test_a_filled_shape_keeps_the_ends_and_corners_of_its_line():
    (path,) = drawn(shape("rect", fill=RED, line=line('w="25400" cap="rnd"', RED + "<a:round/>"))).paths
    assert (path.fill, path.cap, path.join) == ("#ff0000", "round", "round")


def test_an_arrow_head_is_a_triangle_at_the_end_of_its_line():
    found = drawn(shape("line", line=line('w="25400"', RED + '<a:tailEnd type="triangle"/>')), size=(100, 0))
    stroke, head = found.paths
    assert head == Path((("M", (100.0, 0.0)), ("L", (94.0, 3.0)), ("L", (94.0, -3.0)), ("Z", ())), fill="#ff0000")
    assert stroke.steps[-1] == ("L", (96.4, 0.0))


def test_a_shape_with_fill_and_line_is_one_path():
    found = drawn(shape(fill=RED, line=line('w="12700"', '<a:solidFill><a:srgbClr val="0000FF"/></a:solidFill>')))
    (path,) = found.paths
    assert (path.fill, path.stroke, path.width, path.alpha) == ("#ff0000", "#0000ff", 1.0, 1.0)
    assert path.steps[:3] == (("M", (0.0, 0.0)), ("L", (200.0, 0.0)), ("L", (200.0, 20.0)))


@pytest.mark.parametrize(
    "color, expected",
    [
        ('<a:srgbClr val="336699"/>', ("#336699", 1.0)),
        ('<a:schemeClr val="accent1"/>', ("#c00000", 1.0)),
        ('<a:schemeClr val="tx1"><a:lumMod val="50000"/><a:lumOff val="50000"/></a:schemeClr>', ("#808080", 1.0)),
        ('<a:schemeClr val="bg1"><a:shade val="50000"/></a:schemeClr>', ("#bcbcbc", 1.0)),
        ('<a:srgbClr val="FF0000"><a:alpha val="40000"/></a:srgbClr>', ("#ff0000", 0.4)),
        ('<a:srgbClr val="000000"><a:tint val="50000"/></a:srgbClr>', ("#bcbcbc", 1.0)),
        ('<a:prstClr val="red"/>', ("#ff0000", 1.0)),
        ('<a:sysClr val="windowText" lastClr="112233"/>', ("#112233", 1.0)),
        ('<a:scrgbClr r="100000" g="0" b="0"/>', ("#ff0000", 1.0)),
        ('<a:hslClr hue="0" sat="100000" lum="50000"/>', ("#ff0000", 1.0)),
    ],
)
def test_colours_with_their_changes(color, expected):
    (path,) = drawn(shape(fill=f"<a:solidFill>{color}</a:solidFill>"), theme=THEME).paths
    assert (path.fill, path.alpha) == expected


def test_a_style_gives_fill_line_and_the_colour_of_the_text():
    found = drawn(shape(line="", fill="", style=STYLE, text=p(r("白"))), theme=THEME)
    (path,) = found.paths
    assert (path.fill, path.stroke, path.width, path.dash) == ("#c00000", "#8c0000", 0.5, (0.5, 0.5))
    assert found.text.blocks[0].inlines[0].format.color == "#ffffff"


def test_what_a_shape_says_itself_overrules_its_style():
    found = drawn(shape(line=line('w="12700"', ""), fill="<a:noFill/>", style=STYLE), theme=THEME)
    (path,) = found.paths
    assert (path.fill, path.stroke, path.width) == ("", "#8c0000", 1.0)


def test_a_gradient_is_its_middle_colour_and_told():
    stops = '<a:gs pos="0"><a:srgbClr val="000000"/></a:gs><a:gs pos="100000"><a:srgbClr val="FFFFFF"/></a:gs>'
    run = anchor(graphic("wps", shape(fill=f"<a:gradFill><a:gsLst>{stops}</a:gsLst></a:gradFill>")))
    assert floating(run).shape.paths[0].fill == "#808080"
    assert told(run) == ["渐变填充（按中间的颜色画）"]


def test_a_pattern_is_the_mixture_of_its_colours_and_told():
    inner = '<a:fgClr><a:srgbClr val="FF0000"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr>'
    run = anchor(graphic("wps", shape(fill=f'<a:pattFill prst="pct50">{inner}</a:pattFill>')))
    assert (floating(run).shape.paths[0].fill, told(run)) == ("#ff8080", ["图案填充（按混合的颜色画）"])


def test_a_rectangle_filled_with_a_picture_shows_it():
    fill = '<a:blipFill><a:blip r:embed="a.png"/><a:stretch/></a:blipFill>'
    found = drawn(shape(fill=fill), media={"a.png": PNG})
    assert (found.picture.data, found.picture.width, found.picture.height) == (PNG, 200.0, 20.0)


def test_effects_that_are_not_drawn_are_told():
    fill = f"{RED}<a:effectLst><a:outerShdw/><a:glow/></a:effectLst>"
    assert told(anchor(graphic("wps", shape(fill=fill, line="")))) == ["形状的阴影", "形状的发光"]


def test_a_turned_shape_says_by_how_much_and_takes_the_room_of_a_lying_one():
    found = drawn(shape(transform=place(0, 0, 200, 20, 'rot="5400000"')))
    assert (found.degrees, found.extent) == (90.0, (20.0, 200.0))
    slightly = drawn(shape(transform=place(0, 0, 200, 20, 'rot="1800000"')))
    assert (slightly.degrees, slightly.extent) == (30.0, (200.0, 20.0))


def test_a_shape_of_unknown_name_is_its_rectangle_and_told():
    run = anchor(graphic("wps", shape("cloudCallout", fill=RED)))
    assert (len(floating(run).shape.paths[0].steps), told(run)) == (5, ["形状 cloudCallout（按矩形画）"])


NAMES = [
    *("rect", "roundRect", "ellipse", "triangle", "rtTriangle", "diamond", "parallelogram", "trapezoid", "hexagon"),
    *("octagon", "pentagon", "plus", "star4", "star5", "star6", "star12", "donut", "frame", "can", "cube"),
    *("rightArrow", "leftArrow", "upArrow", "downArrow", "leftRightArrow", "upDownArrow", "homePlate", "chevron"),
    *("bracePair", "bracketPair", "leftBrace", "rightBrace", "leftBracket", "rightBracket", "wedgeRectCallout"),
    *("wedgeRoundRectCallout", "flowChartProcess", "flowChartDecision", "flowChartTerminator"),
    *(
        "flowChartDocument",
        "flowChartInputOutput",
        "flowChartPredefinedProcess",
        "flowChartMultidocument",
        "foldedCorner",
    ),
    *("foldedCorner", "bentConnector3", "curvedConnector3", "line", "pie", "round2SameRect", "snip1Rect"),
]


@pytest.mark.parametrize("name", NAMES)
def test_a_preset_fills_its_box_whatever_its_size(name):
    for width, height in ((90.0, 60.0), (20.0, 300.0)):
        made = preset(name, width, height)
        xs = [n for outline in made.outlines for _, numbers in outline.steps for n in numbers[-2:-1]]
        ys = [n for outline in made.outlines for _, numbers in outline.steps for n in numbers[-1:]]
        # A callout points beyond its box, and a wave ends a little before its edge.
        assert (min(xs), max(xs)) == (pytest.approx(0.0, abs=0.2), pytest.approx(width, rel=0.01))
        assert min(ys) == pytest.approx(0.0, abs=0.2)
        assert max(ys) >= 0.9 * height
        assert made.text[2] >= 0
        assert made.text[3] >= 0


def test_no_shape_is_too_flat_to_be_drawn():
    for name in NAMES:
        assert preset(name, 0.0, 0.0) is not None


def test_adjust_values_change_a_preset():
    adjusted = '<a:gd name="adj" fmla="val 50000"/>'
    found = drawn(shape("roundRect", fill=RED, adjust=adjusted), size=(40, 40))
    assert found.paths[0].steps[0] == ("M", (0.0, 20.0))


def test_the_star_of_a_letterhead_has_its_points_on_all_four_sides():
    steps = drawn(shape("star5", fill=RED), size=(20, 20)).paths[0].steps
    assert steps[0] == ("M", (10.0, 0.0))
    assert [steps[place][1] for place in (2, 8)] == [
        pytest.approx((20.0, 7.639), abs=0.001),
        pytest.approx((0.0, 7.639), abs=0.001),
    ]


FREE = (
    '<a:custGeom><a:avLst><a:gd name="a" fmla="val 25000"/></a:avLst><a:gdLst><a:gd name="x" fmla="*/ w a 100000"/>'
    '<a:gd name="y" fmla="+- b 0 0"/></a:gdLst><a:rect l="x" t="t" r="r" b="b"/>'
    "<a:pathLst>{paths}</a:pathLst></a:custGeom>"
)


def test_a_free_shape_reckons_its_guides():
    paths = '<a:path><a:moveTo><a:pt x="x" y="t"/></a:moveTo><a:lnTo><a:pt x="r" y="y"/></a:lnTo><a:close/></a:path>'
    found = drawn(shape(geometry=FREE.format(paths=paths), fill=RED, text=p()), size=(80, 40))
    assert found.paths[0].steps == (("M", (20.0, 0.0)), ("L", (80.0, 40.0)), ("Z", ()))
    assert found.text.area == (20.0, 0.0, 60.0, 40.0)


def test_a_free_path_in_its_own_units_is_stretched_to_the_shape():
    paths = (
        '<a:path w="10" h="10" fill="none"><a:moveTo><a:pt x="0" y="0"/></a:moveTo>'
        '<a:quadBezTo><a:pt x="3" y="3"/><a:pt x="6" y="0"/></a:quadBezTo></a:path>'
        '<a:path w="10" h="10" stroke="0"><a:moveTo><a:pt x="10" y="5"/></a:moveTo>'
        '<a:arcTo wR="5" hR="5" stAng="0" swAng="5400000"/><a:lnTo><a:pt x="5" y="5"/></a:lnTo></a:path>'
    )
    found = drawn(shape(geometry=FREE.format(paths=paths), fill=RED, line=line()), size=(100, 100))
    stroke, fill = found.paths
    assert (stroke.fill, stroke.stroke, fill.fill, fill.stroke) == ("", "#ff0000", "#ff0000", "")
    assert stroke.steps[1] == ("C", pytest.approx((20.0, 20.0, 40.0, 20.0, 60.0, 0.0)))
    assert fill.steps[1][1][4:] == pytest.approx((50.0, 100.0))


def test_a_formula_that_is_none_counts_as_nothing():
    paths = '<a:path><a:moveTo><a:pt x="z" y="q"/></a:moveTo><a:lnTo><a:pt x="r" y="b"/></a:lnTo></a:path>'
    broken = FREE.format(paths=paths).replace("<a:gdLst>", '<a:gdLst><a:gd name="z" fmla="??? 1"/>')
    assert drawn(shape(geometry=broken, line=line())).paths[0].steps[0] == ("M", (0.0, 0.0))


def group(*members: str, own: str = "") -> str:
    look = f"<wpg:grpSpPr>{own}</wpg:grpSpPr>"
    return graphic("wpg", f"<wpg:wgp><wpg:cNvGrpSpPr/>{look}{''.join(members)}</wpg:wgp>")


def frame(width: float, height: float, attributes: str = "") -> str:
    box = place(0, 0, width, height, attributes)
    return box.replace("</a:xfrm>", '<a:chOff x="127000" y="0"/><a:chExt cx="2540000" cy="1270000"/></a:xfrm>')


def test_members_of_a_group_count_in_its_own_space():
    member = shape(fill=RED, transform=place(110, 50, 20, 10), text=p(r("甲")))
    found = floating(anchor(group(member, own=frame(100, 50)), size=(100, 50))).shape
    (part,) = found.parts
    assert (part.x, part.y, part.shape.width, part.shape.height) == (50.0, 25.0, 10.0, 5.0)
    assert plain(part.shape.text.blocks) == "甲"


def test_a_group_may_hold_pictures_and_groups():
    member = shape(transform=place(10, 0, 5, 5))
    inner = f"<wpg:grpSp><wpg:grpSpPr>{place(10, 0, 200, 100)}</wpg:grpSpPr>{member}</wpg:grpSp>"
    seal = picture('r:embed="a.png"', look=place(110, 0, 20, 20))
    run = anchor(group(inner, seal, own=frame(100, 50)), size=(100, 50))
    first, second = floating(run, media={"a.png": PNG}).shape.parts
    assert (first.shape.parts[0].x, second.x, second.shape.picture.width) == (5.0, 50.0, 10.0)


def test_a_flipped_group_mirrors_its_members_and_their_turns():
    member = shape("rtTriangle", fill=RED, transform=place(10, 0, 20, 10, 'rot="1200000"'))
    own = frame(200, 100, 'flipH="1"')
    (part,) = floating(anchor(group(member, own=own), size=(200, 100))).shape.parts
    assert (part.x, part.y, part.shape.degrees) == (180.0, 0.0, 340.0)
    assert part.shape.paths[0].steps[0] == ("M", (20.0, 10.0))


def test_members_may_take_the_fill_of_their_group():
    member = shape(fill="<a:grpFill/>", transform=place(10, 0, 20, 10))
    own = frame(200, 100) + RED
    assert floating(anchor(group(member, own=own))).shape.parts[0].shape.paths[0].fill == "#ff0000"


def test_what_a_group_holds_in_vain_is_told():
    other = "<wpg:graphicFrame><wpg:xfrm/></wpg:graphicFrame>"
    assert told(anchor(group(other, own=frame(200, 100)))) == ["组合里的图形"]


def test_a_canvas_has_a_ground_an_edge_and_what_is_drawn_on_it():
    canvas = (
        f"<wpc:wpc><wpc:bg>{RED}</wpc:bg><wpc:whole>{line()}</wpc:whole>"
        f"{shape('ellipse', fill=RED, line=NO_LINE, transform=place(10, 20, 30, 40))}</wpc:wpc>"
    )
    found = floating(anchor(graphic("wpc", canvas), size=(200, 100))).shape
    assert (found.paths[0].fill, found.paths[0].stroke, found.paths[0].width) == ("#ff0000", "#ff0000", 2.0)
    (part,) = found.parts
    assert (part.x, part.y, part.shape.width, part.shape.height) == (10.0, 20.0, 30.0, 40.0)
