"""Tables: grid, merges, borders, margins and rows."""

import pytest
from small_docx import p, plain, r, source, style, tables

from docgen.pdf.source import Anchor, Border, Cell, Frame, Table

EDGES = '<w:{0} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
GRID = "<w:tblBorders>" + "".join(
    EDGES.format(side) for side in ("top", "left", "bottom", "right", "insideH", "insideV")
) + "</w:tblBorders>"  # fmt: skip
THIN = Border(0.5)


def tc(text: str = "格", tcpr: str = "") -> str:
    return f"<w:tc><w:tcPr>{tcpr}</w:tcPr>{p(r(text))}</w:tc>"


def tr(*cells: str, trpr: str = "", more: str = "") -> str:
    return f"<w:tr>{more}<w:trPr>{trpr}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str, tblpr: str = "", grid: tuple[int, ...] = ()) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return f"<w:tbl><w:tblPr>{tblpr}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def made(body: str, **parts: object) -> Table:
    return tables(source(body, **parts))[0]


def drawn(cell: Cell) -> str:
    names = ("top", "right", "bottom", "left")
    return "".join(name[0] for name in names if getattr(cell.borders, name) is not None)


def test_a_floating_table_stands_in_a_frame():
    place = '<w:tblpPr w:horzAnchor="page" w:vertAnchor="margin" w:tblpX="1587" w:tblpYSpec="bottom"/>'
    found = source(tbl(tr(tc()), tblpr=place, grid=(1000,)))
    assert tables(found)[0].frame == Frame(Anchor("page", 79.35), Anchor("margin", 0.0, "bottom"))
    assert found.warnings == ()


def test_a_table_in_the_text_has_no_frame():
    assert made(tbl(tr(tc()), grid=(1000,))).frame is None


def test_grid_spans_and_places():
    body = tbl(tr(tc("甲", '<w:gridSpan w:val="2"/>'), tc("乙")), tr(tc(), tc(), tc()), grid=(1000, 2000, 3000))
    found = made(p() + body)
    assert found.columns == (50, 100, 150)
    assert [[cell.span for cell in row.cells] for row in found.rows] == [[2, 1], [1, 1, 1]]
    assert found.place == "第1个表"
    assert found.rows[1].cells[2].blocks[0].place == "第1个表第2行第3格"


def test_columns_without_a_width_in_the_grid_are_counted_by_the_cells():
    body = tbl(tr(tc("a"), tc("b")), tr(tc("c", '<w:gridSpan w:val="3"/>')), grid=(1000,))
    assert made(body).columns == (50, 0, 0)


def test_vertical_merges_keep_their_first_cell_only():
    start, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = tbl(
        tr(tc("甲", start), tc()), tr(tc("", go_on), tc()), tr(tc("", go_on), tc()), tr(tc("丁", go_on + ""), tc())
    )
    found = tables(source(body + tbl(tr(tc("孤", go_on)))))
    merges = [row.cells[0].merge for row in found[0].rows]
    assert merges == ["start", "continue", "continue", "continue"]
    assert [row.cells[0].blocks == () for row in found[0].rows] == [False, True, True, True]
    assert (found[1].rows[0].cells[0].merge, plain(found[1])) == ("start", "孤")


def test_text_below_a_merged_cell_is_told():
    body = tbl(tr(tc("甲", '<w:vMerge w:val="restart"/>')), tr(tc("乙", "<w:vMerge/>")))
    assert source(body).warnings == (("合并单元格里被盖住的文字", "第1个表第2行第1格"),)


def test_rows_say_height_head_and_splitting():
    rows = (
        tr(tc(), trpr='<w:tblHeader/><w:cantSplit/><w:trHeight w:val="400" w:hRule="exact"/>'),
        tr(tc(), trpr='<w:trHeight w:val="300"/><w:gridBefore w:val="1"/>'),
        tr(tc(), trpr='<w:tblHeader w:val="0"/><w:trHeight w:val="300" w:hRule="atLeast"/>'),
        tr(tc()),
    )
    found = made(tbl(*rows)).rows
    assert [(row.height, row.height_rule) for row in found] == [
        (20, "exact"),
        (15, "at_least"),
        (15, "at_least"),
        (0, "auto"),
    ]
    assert [row.header for row in found] == [True, False, False, False]
    assert [row.cant_split for row in found] == [True, False, False, False]
    assert [row.grid_before for row in found] == [0, 1, 0, 0]


def test_table_borders_are_outer_and_inner_edges():
    found = made(tbl(tr(tc(), tc()), tr(tc(), tc()), tblpr=GRID))
    assert [[drawn(cell) for cell in row.cells] for row in found.rows] == [["trbl"] * 2] * 2
    assert found.rows[0].cells[0].borders.top == THIN
    only_top = "<w:tblBorders>" + EDGES.format("top") + EDGES.format("insideV") + "</w:tblBorders>"
    found = made(tbl(tr(tc(), tc()), tr(tc(), tc()), tblpr=only_top))
    assert [[drawn(cell) for cell in row.cells] for row in found.rows] == [["tr", "tl"], ["r", "l"]]


def test_a_cells_own_edge_goes_before_the_tables_and_neighbours_agree():
    none = '<w:tcBorders><w:bottom w:val="nil"/><w:right w:val="none"/></w:tcBorders>'
    found = made(tbl(tr(tc("a", none), tc()), tr(tc(), tc()), tblpr=GRID))
    assert [[drawn(cell) for cell in row.cells] for row in found.rows] == [["tl", "trb"], ["rbl", "trbl"]]


def test_of_two_cells_the_wider_edge_is_drawn_on_both_sides():
    thick = '<w:tcBorders><w:right w:val="single" w:sz="12"/></w:tcBorders>'
    thin = '<w:tcBorders><w:left w:val="single" w:sz="4"/></w:tcBorders>'
    left, right = made(tbl(tr(tc("a", thick), tc("b", thin)))).rows[0].cells
    assert left.borders.right == right.borders.left == Border(1.5)


def test_borders_of_the_style_stand_below_those_of_the_table():
    styles = style("Grid", kind="table", more=f"<w:tblPr>{GRID}</w:tblPr>")
    own = '<w:tblStyle w:val="Grid"/><w:tblBorders><w:top w:val="none"/></w:tblBorders>'
    found = made(tbl(tr(tc()), tblpr=own), styles=styles)
    assert drawn(found.rows[0].cells[0]) == "rbl"


def test_no_line_runs_through_a_merged_cell():
    body = tbl(
        tr(tc("a", '<w:vMerge w:val="restart"/>'), tc()), tr(tc("", "<w:vMerge/>"), tc()), tblpr=GRID, grid=(100, 100)
    )
    rows = made(body).rows
    assert [drawn(row.cells[0]) for row in rows] == ["trl", "rbl"]
    assert [drawn(row.cells[1]) for row in rows] == ["trbl", "trbl"]


def test_a_wide_cell_over_cells_of_which_only_one_has_a_line_leaves_the_line_to_it():
    bottom = '<w:tcBorders><w:top w:val="single" w:sz="4"/></w:tcBorders>'
    rows = made(tbl(tr(tc("a", '<w:gridSpan w:val="2"/>')), tr(tc("b", bottom), tc("c")))).rows
    assert [drawn(cell) for row in rows for cell in row.cells] == ["", "t", ""]


def test_style_borders_of_a_first_row_are_laid_on_its_outline():
    condition = (
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
        + EDGES.format("top") + EDGES.format("bottom") + EDGES.format("left") + EDGES.format("right")
        + "</w:tcBorders></w:tcPr></w:tblStylePr>"
    )  # fmt: skip
    styles = style("S", kind="table", more=condition)
    look = '<w:tblStyle w:val="S"/><w:tblLook w:firstRow="1"/>'
    rows = made(tbl(tr(tc(), tc()), tr(tc(), tc()), tblpr=look), styles=styles).rows
    assert [drawn(cell) for row in rows for cell in row.cells] == ["tbl", "trb", "t", "t"]


def test_margins_come_from_the_cell_the_table_or_word():
    assert made(tbl(tr(tc()))).rows[0].cells[0].margins == (0.0, 5.4, 0.0, 5.4)
    table = '<w:tblCellMar><w:top w:w="20" w:type="dxa"/><w:start w:w="0" w:type="dxa"/></w:tblCellMar>'
    own = '<w:tcMar><w:right w:w="40" w:type="dxa"/></w:tcMar>'
    assert made(tbl(tr(tc("a", own)), tblpr=table)).rows[0].cells[0].margins == (1.0, 2.0, 0.0, 0.0)
    exception = "<w:tblPrEx><w:tblCellMar><w:left w:w='60' w:type='dxa'/></w:tblCellMar></w:tblPrEx>"
    assert made(tbl(tr(tc(), more=exception), tblpr=table)).rows[0].cells[0].margins == (1.0, 5.4, 0.0, 3.0)


def test_cells_say_shading_vertical_place_and_direction():
    look = '<w:shd w:val="clear" w:fill="EEEEEE"/><w:vAlign w:val="center"/><w:textDirection w:val="{}"/>'
    cells = made(tbl(tr(tc("a", look.format("tbRl")), tc("b", look.format("btLr")), tc("c")))).rows[0].cells
    assert [(cell.shading, cell.vertical, cell.rotation) for cell in cells] == [
        ("#eeeeee", "center", 90),
        ("#eeeeee", "center", 270),
        ("", "top", 0),
    ]


MODE = '<w:compat><w:compatSetting w:name="compatibilityMode" w:val="{}"/></w:compat>'


@pytest.mark.parametrize("mode, expected", [(15, 10.0), (14, 4.6)])
def test_the_tables_edge_or_its_text_stands_at_the_margin_by_the_version_of_the_rules(mode, expected):
    indent = '<w:tblInd w:w="200" w:type="dxa"/>'
    assert made(tbl(tr(tc()), tblpr=indent), settings=MODE.format(mode)).indent == pytest.approx(expected)


def test_a_centred_table_has_no_indent():
    found = made(tbl(tr(tc()), tblpr='<w:jc w:val="center"/><w:tblInd w:w="200"/>'))
    assert (found.alignment, found.indent) == ("center", 0.0)


def test_a_table_in_a_cell_is_a_block_of_the_cell():
    cell = made(f"<w:tbl><w:tr><w:tc>{tbl(tr(tc('里')))}{p()}</w:tc></w:tr></w:tbl>").rows[0].cells[0]
    assert [type(block).__name__ for block in cell.blocks] == ["Table", "Paragraph"]
    assert cell.blocks[0].rows[0].cells[0].blocks[0].place == "第1个表第1行第1格第1个表第1行第1格"


def test_rows_and_cells_in_content_controls_are_shown_and_deleted_rows_are_not():
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    row = control.format(tr(control.format(tc("甲"))))
    found = source(tbl(row, tr(tc("乙"), trpr="<w:del/>")))
    assert (plain(tables(found)), len(tables(found)[0].rows)) == ("甲", 1)
    assert [feature for feature, _ in found.warnings] == ["修订（按接受后的样子画）"]


@pytest.mark.parametrize(
    "tblpr, tcpr, warning",
    [
        ("<w:bidiVisual/>", "", ("从右到左的表格", "第1个表")),
        ("<w:odd/>", "", ("表格属性 odd", "第1个表")),
        ("", '<w:textDirection w:val="lrTbV"/>', ("单元格文字方向 lrTbV（按横排画）", "第1个表第1行第1格")),
        (
            "",
            '<w:textDirection w:val="tbLrV"/>',
            ("单元格文字方向 tbLrV（竖排，各列按从右到左排）", "第1个表第1行第1格"),
        ),
        ("", '<w:shd w:val="horzStripe"/>', ("底纹图案（按平均颜色画）", "第1个表第1行第1格")),
    ],
)
def test_what_a_table_asks_for_in_vain_is_told(tblpr, tcpr, warning):
    assert source(tbl(tr(tc("a", tcpr)), tblpr=tblpr)).warnings == (warning,)
