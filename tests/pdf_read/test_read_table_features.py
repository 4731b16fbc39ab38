"""Tables: widths that are asked for, old merges, directions, diagonals, spacing, and which border wins."""

import pytest
from small_docx import defaults, p, paragraphs, plain, r, source, style, tables

from docgen.pdf.source import Border, Borders, Row, Tab, Table, Text, Width

MODE = '<w:compat><w:compatSetting w:name="compatibilityMode" w:val="{}"/></w:compat>'


def tc(text: str = "格", tcpr: str = "") -> str:
    return f"<w:tc><w:tcPr>{tcpr}</w:tcPr>{p(r(text))}</w:tc>"


def tr(*cells: str, trpr: str = "") -> str:
    return f"<w:tr><w:trPr>{trpr}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str, tblpr: str = "", grid: tuple[int, ...] = ()) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return f"<w:tbl><w:tblPr>{tblpr}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def made(body: str, **parts: object) -> Table:
    return tables(source(body, **parts))[0]


def edges(*sides: str, val: str = "single", sz: int = 4, color: str = "auto") -> str:
    return "".join(f'<w:{side} w:val="{val}" w:sz="{sz}" w:color="{color}"/>' for side in sides)


@pytest.mark.parametrize(
    "tcw, expected",
    [
        ('<w:tcW w:w="1000" w:type="dxa"/>', Width(50.0)),
        ('<w:tcW w:w="1000"/>', Width(50.0)),
        ('<w:tcW w:w="2500" w:type="pct"/>', Width(share=0.5)),
        ('<w:tcW w:w="25%"/>', Width(share=0.25)),
        ('<w:tcW w:w="0" w:type="auto"/>', Width()),
        ('<w:tcW w:w="-5" w:type="dxa"/>', Width()),
        ('<w:tcW w:w="nonsense" w:type="dxa"/>', Width()),
        ("", Width()),
    ],
)
def test_a_cell_asks_for_points_a_share_or_nothing(tcw, expected):
    assert made(tbl(tr(tc("a", tcw)))).rows[0].cells[0].width == expected


def test_a_table_says_its_width_and_whether_contents_change_it():
    auto = made(tbl(tr(tc()), tblpr='<w:tblW w:w="5000" w:type="pct"/>'))
    assert (auto.width, auto.fixed) == (Width(share=1.0), False)
    assert made(tbl(tr(tc()), tblpr='<w:tblLayout w:type="fixed"/>')).fixed


@pytest.mark.parametrize("mode, beyond", [(15, 0.0), (14, 10.8)])
def test_by_the_older_rules_a_full_width_holds_the_cell_margins_as_well(mode, beyond):
    assert made(tbl(tr(tc())), settings=MODE.format(mode)).beyond == pytest.approx(beyond)


def test_a_table_in_a_cell_stands_at_the_cells_text_by_all_rules():
    body = f"<w:tbl><w:tr><w:tc>{tbl(tr(tc('里')))}{p()}</w:tc></w:tr></w:tbl>"
    outer = made(body, settings=MODE.format(14))
    inner = outer.rows[0].cells[0].blocks[0]
    assert (outer.indent, inner.indent, inner.beyond) == (pytest.approx(-5.4), 0.0, 0.0)


def test_a_floating_table_in_a_cell_stands_in_the_cell_with_a_warning():
    floating = tbl(tr(tc("里")), tblpr='<w:tblpPr w:tblpX="100"/>')
    found = source(f"<w:tbl><w:tr><w:tc>{floating}{p()}</w:tc></w:tr></w:tbl>")
    assert tables(found)[0].rows[0].cells[0].blocks[0].frame is None
    assert found.warnings == (("单元格里的浮动表格（按不浮动排）", "第1个表第1行第1格第1个表"),)


def test_a_row_says_what_it_leaves_empty_at_both_sides():
    trpr = (
        '<w:gridBefore w:val="1"/><w:wBefore w:w="600" w:type="dxa"/>'
        '<w:gridAfter w:val="2"/><w:wAfter w:w="1000" w:type="pct"/>'
    )
    row: Row = made(tbl(tr(tc(), trpr=trpr), grid=(600, 1000, 500, 500))).rows[0]
    assert (row.grid_before, row.before, row.grid_after, row.after) == (1, Width(30.0), 2, Width(share=0.2))


def test_an_old_horizontal_merge_is_one_wide_cell():
    start, go_on = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    wide = '<w:tcW w:w="1000" w:type="dxa"/>'
    found = source(tbl(tr(tc("甲", wide + start), tc("", wide + go_on), tc("乙")), grid=(1000, 1000, 1000)))
    cells = tables(found)[0].rows[0].cells
    assert [(plain(cell), cell.span, cell.width) for cell in cells] == [("甲", 2, Width(100.0)), ("乙", 1, Width())]
    assert found.warnings == ()


def test_text_that_an_old_merge_covers_is_told():
    body = tbl(tr(tc("甲", '<w:hMerge w:val="restart"/>'), tc("乙", "<w:hMerge/>")))
    assert source(body).warnings == (("合并单元格里被盖住的文字", "第1个表第1行"),)


def test_a_continuing_cell_without_a_start_stands_for_itself():
    cells = made(tbl(tr(tc("甲", "<w:hMerge/>"), tc("乙")))).rows[0].cells
    assert [(plain(cell), cell.span) for cell in cells] == [("甲", 1), ("乙", 1)]


def test_cells_merged_both_ways_are_one():
    both = '<w:gridSpan w:val="2"/><w:vMerge{}/>'
    found = made(
        tbl(
            tr(tc("甲", both.format(' w:val="restart"')), tc()), tr(tc("", both.format("")), tc()), grid=(100, 100, 100)
        )
    )
    assert [(row.cells[0].span, row.cells[0].merge) for row in found.rows] == [(2, "start"), (2, "continue")]


@pytest.mark.parametrize(
    "value, rotation, upright",
    [("tbRl", 90, False), ("btLr", 270, False), ("tbRlV", 90, True), ("lrTb", 0, False), ("lrTbV", 0, False)],
)
def test_directions_of_text(value, rotation, upright):
    cell = made(tbl(tr(tc("竖", f'<w:textDirection w:val="{value}"/>')))).rows[0].cells[0]
    assert (cell.rotation, cell.upright) == (rotation, upright)


def test_cells_say_diagonals_justification_fitting_and_wrapping():
    tcpr = (
        '<w:tcBorders><w:tl2br w:val="single" w:sz="6"/><w:tr2bl w:val="dotted" w:sz="8" w:color="FF0000"/>'
        '</w:tcBorders><w:noWrap/><w:tcFitText/><w:vAlign w:val="both"/>'
    )
    found = source(tbl(tr(tc("斜", tcpr))))
    cell = tables(found)[0].rows[0].cells[0]
    assert (cell.falling, cell.rising) == (Border(0.75), Border(1.0, "#ff0000", style="dotted"))
    assert (cell.vertical, cell.fit_text, cell.no_wrap) == ("both", True, True)
    assert found.warnings == ()


def test_cells_that_stand_apart_have_their_own_edges_and_the_table_an_outline():
    borders = (
        "<w:tblBorders>"
        + edges("top", "left", "bottom", "right", sz=12)
        + edges("insideH", "insideV", sz=4)
        + "</w:tblBorders>"
    )
    space = '<w:tblCellSpacing w:w="40" w:type="dxa"/>'
    found = made(tbl(tr(tc(), tc()), tr(tc(), tc()), tblpr=borders + space))
    thin, thick = Border(0.5), Border(1.5)
    assert found.spacing == 2.0
    assert found.outline == Borders(thick, thick, thick, thick)
    assert [cell.borders for row in found.rows for cell in row.cells] == [Borders(thin, thin, thin, thin)] * 4


def test_spacing_may_stand_in_the_rows_alone():
    assert made(tbl(tr(tc(), trpr='<w:tblCellSpacing w:w="30" w:type="dxa"/>'))).spacing == 1.5


@pytest.mark.parametrize(
    "one, other, winner",
    [
        (("single", 24, "auto"), ("double", 4, "auto"), "other"),
        (("dotted", 4, "auto"), ("single", 24, "auto"), "one"),
        (("single", 4, "auto"), ("single", 12, "auto"), "other"),
        (("single", 4, "FF0000"), ("single", 4, "000000"), "other"),
        (("single", 4, "0000FF"), ("single", 4, "FF0000"), "other"),
        (("single", 4, "00FF00"), ("single", 4, "FF0000"), "other"),
        (("thinThickSmallGap", 4, "auto"), ("thickThinSmallGap", 4, "auto"), "other"),
    ],
)
def test_of_two_borders_the_heavier_style_the_wider_the_darker_the_first_is_drawn(one, other, winner):
    def tcpr(side: str, how: tuple[str, int, str]) -> str:
        return f"<w:tcBorders>{edges(side, val=how[0], sz=how[1], color=how[2])}</w:tcBorders>"

    left, right = made(tbl(tr(tc("a", tcpr("right", one)), tc("b", tcpr("left", other))))).rows[0].cells
    style_, size, color = one if winner == "one" else other
    drawn = left.borders.right
    assert drawn == right.borders.left
    expected = "#000000" if color == "auto" else f"#{color.lower()}"
    assert (drawn.style, drawn.width, drawn.color) == (style_, size / 8, expected)


def condition(kind: str, fill: str = "", borders: str = "") -> str:
    shade = f'<w:shd w:val="clear" w:fill="{fill}"/>' if fill else ""
    return f'<w:tblStylePr w:type="{kind}"><w:tcPr>{shade}<w:tcBorders>{borders}</w:tcBorders></w:tcPr></w:tblStylePr>'


def test_all_regions_of_a_style_meet_in_their_order():
    kinds = (
        ("wholeTable", "010101"), ("band1Vert", "020202"), ("band2Vert", "030303"), ("band1Horz", "040404"),
        ("firstCol", "050505"), ("lastCol", "060606"), ("firstRow", "070707"), ("lastRow", "080808"),
        ("nwCell", "090909"), ("neCell", "101010"), ("swCell", "111111"), ("seCell", "121212"),
    )  # fmt: skip
    styles = style("S", kind="table", more="".join(condition(kind, fill) for kind, fill in kinds))
    look = (
        '<w:tblStyle w:val="S"/><w:tblLook w:firstRow="1" w:lastRow="1" w:firstColumn="1" w:lastColumn="1"'
        ' w:noHBand="0" w:noVBand="0"/>'
    )
    rows = made(tbl(*[tr(*[tc() for _ in range(4)]) for _ in range(5)], tblpr=look), styles=styles).rows
    assert [[cell.shading[1:3] for cell in row.cells] for row in rows] == [
        ["09", "07", "07", "10"],
        ["05", "04", "04", "06"],
        ["05", "02", "03", "06"],
        ["05", "04", "04", "06"],
        ["11", "08", "08", "12"],
    ]


def test_bands_of_several_rows_have_their_borders_around_the_band():
    size = '<w:tblPr><w:tblStyleRowBandSize w:val="2"/></w:tblPr>'
    band = condition("band1Horz", borders=edges("top", "bottom") + edges("insideH", val="dotted"))
    styles = style("S", kind="table", more=size + band)
    look = '<w:tblStyle w:val="S"/><w:tblLook w:noVBand="1"/>'
    rows = made(tbl(*[tr(tc()) for _ in range(4)], tblpr=look), styles=styles).rows
    tops = [row.cells[0].borders.top for row in rows]
    assert [top and top.style for top in tops] == ["single", "dotted", "single", None]
    assert rows[3].cells[0].borders.bottom is None


def test_the_style_speaks_to_runs_and_paragraphs_of_its_regions():
    head = '<w:tblStylePr w:type="firstRow"><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:tblStylePr>'
    styles = defaults() + style("S", kind="table", more=head)
    look = '<w:tblStyle w:val="S"/><w:tblLook w:firstRow="1"/>'
    rows = made(tbl(tr(tc()), tr(tc()), tblpr=look), styles=styles).rows
    blocks = [row.cells[0].blocks[0] for row in rows]
    assert [(block.format.alignment, block.inlines[0].format.bold) for block in blocks] == [
        ("center", True),
        ("start", False),
    ]


def test_a_floating_table_keeps_its_distances_and_turns_inside_and_outside_into_top_and_bottom():
    place = (
        '<w:tblpPr w:leftFromText="180" w:rightFromText="200" w:topFromText="20" w:bottomFromText="40"'
        ' w:vertAnchor="page" w:tblpYSpec="outside" w:tblpXSpec="inside"/>'
    )
    frame = made(tbl(tr(tc()), tblpr=place)).frame
    assert (frame.h_space, frame.v_space) == (10.0, 2.0)
    assert (frame.vertical.align, frame.horizontal.align) == ("bottom", "inside")


def test_a_bar_beside_a_paragraph_is_read_and_a_shadow_is_told():
    bar = '<w:pBdr><w:bar w:val="single" w:sz="12" w:space="4" w:color="FF0000"/></w:pBdr>'
    found = source(p(r("甲"), bar))
    assert paragraphs(found)[0].format.borders.bar == Border(1.5, "#ff0000", 4.0)
    assert found.warnings == ()
    shadow = '<w:pBdr><w:top w:val="single" w:sz="4" w:shadow="1"/></w:pBdr>'
    assert source(p(r("甲"), shadow)).warnings == (("段落边框的阴影", "正文第1段“甲”"),)


def test_stripes_are_mixed_to_one_colour():
    fill = '<w:shd w:val="thinHorzStripe" w:color="000000" w:fill="FFFFFF"/>'
    assert made(tbl(tr(tc("a", fill)))).rows[0].cells[0].shading == "#bfbfbf"


def test_a_row_without_cells_is_none_and_empty_columns_count():
    found = made(tbl(tr(), tr(tc(), trpr='<w:gridBefore w:val="2"/><w:gridAfter w:val="1"/>'), tr()))
    assert (len(found.rows), found.columns) == (1, (0.0, 0.0, 0.0, 0.0))


STOP = '<w:tabs><w:tab w:val="decimal" w:pos="900"/></w:tabs>'


@pytest.mark.parametrize(
    "ppr, run, tabs",
    [
        (STOP, r("12.5"), 1),
        (STOP + '<w:jc w:val="center"/>', r("12.5"), 0),
        (STOP, "<w:r><w:tab/></w:r>" + r("12.5"), 1),
        (STOP.replace("decimal", "right"), r("12.5"), 0),
        (STOP, "", 0),
    ],
)
def test_a_number_in_a_cell_stands_at_its_decimal_stop_without_a_tab(ppr, run, tabs):
    cell = f"<w:tc>{p(run, ppr)}</w:tc>"
    (block,) = made(tbl(tr(cell))).rows[0].cells[0].blocks
    assert [isinstance(one, Tab) for one in block.inlines].count(True) == tabs
    (outside,) = paragraphs(source(p(r("12.5"), STOP)))
    assert [type(one) for one in outside.inlines] == [Text]
