"""Theme colours of borders and grounds where no colour stands beside them: paragraphs, tables, pages."""

from __future__ import annotations

import pytest
from small_docx import p, paragraphs, r, source, style, tables
from theme_parts import THEME

from docgen.pdf.layout import lay_out
from docgen.pdf.pages import Fill, Rule
from docgen.pdf.source import Borders, Table
from docgen.pdf.typefaces.fonts import Fonts

PLAIN, TINTED, SHADED = "#4f81bd", "#95b3d7", "#376092"
KINDS = {
    PLAIN: 'w:color="auto" w:themeColor="accent1"',
    TINTED: 'w:color="auto" w:themeColor="accent1" w:themeTint="99"',
    SHADED: 'w:color="123456" w:themeColor="accent1" w:themeShade="BF"',
    "#c0504d": 'w:themeColor="accent2"',
    "#123456": 'w:color="123456" w:themeColor="accent6"',
}
SIDES = ("top", "left", "bottom", "right")
GROUND = '<w:shd w:val="{}" w:color="auto" w:fill="auto" {}/>'


def edges(group: str, values: str, sides: tuple[str, ...] = SIDES) -> str:
    inner = "".join(f'<w:{side} w:val="single" w:sz="8" {values}/>' for side in sides)
    return f"<w:{group}>{inner}</w:{group}>"


def colors(borders: Borders) -> set[str]:
    return {edge.color for edge in (borders.top, borders.right, borders.bottom, borders.left) if edge is not None}


def table(tblpr: str = "", tcpr: str = "", **parts: object) -> Table:
    row = "<w:tr>" + f"<w:tc><w:tcPr>{tcpr}</w:tcPr>{p(r())}</w:tc>" * 2 + "</w:tr>"
    body = f"<w:tbl><w:tblPr>{tblpr}</w:tblPr>{row * 2}</w:tbl>"
    return tables(source(body, theme=THEME, **parts))[0]


@pytest.mark.parametrize(("expected", "values"), KINDS.items())
def test_the_edges_of_a_paragraph(expected, values):
    (found,) = paragraphs(source(p(r(), edges("pBdr", values)), theme=THEME))
    assert colors(found.format.borders) == {expected}


@pytest.mark.parametrize(("expected", "values"), KINDS.items())
def test_the_edges_of_a_table_of_its_cells_and_of_its_style(expected, values):
    whole = edges("tblBorders", values, (*SIDES, "insideH", "insideV"))
    own = edges("tcBorders", values, (*SIDES, "tl2br", "tr2bl"))
    styled = style("T", kind="table", more=f"<w:tblPr>{whole}</w:tblPr>")
    named = table('<w:tblStyle w:val="T"/>', styles=styled)
    for made in (table(whole), table(tcpr=own), named):
        assert {color for row in made.rows for cell in row.cells for color in colors(cell.borders)} == {expected}
    cell = table(tcpr=own).rows[0].cells[0]
    assert cell.falling is not None
    assert cell.rising is not None
    assert (cell.falling.color, cell.rising.color) == (expected, expected)


def test_the_outline_of_a_table_whose_cells_stand_apart():
    asked = edges("tblBorders", KINDS[TINTED]) + '<w:tblCellSpacing w:w="40" w:type="dxa"/>'
    assert colors(table(asked).outline) == {TINTED}


def test_the_lines_around_a_page():
    asked = f"<w:sectPr>{edges('pgBorders', KINDS[SHADED])}</w:sectPr>"
    (section,) = source(p() + asked, theme=THEME).sections
    assert section.page_borders is not None
    assert colors(section.page_borders.edges) == {SHADED}


@pytest.mark.parametrize(
    ("pattern", "values", "expected"),
    [
        ("clear", 'w:themeFill="accent1"', PLAIN),
        ("clear", 'w:themeFill="accent1" w:themeFillTint="99"', TINTED),
        ("clear", 'w:themeFill="accent1" w:themeFillShade="BF"', SHADED),
        ("solid", 'w:themeColor="accent2"', "#c0504d"),
        ("pct50", 'w:themeColor="text1" w:themeFill="background1"', "#858585"),
    ],
)
def test_the_ground_of_paragraphs_and_cells(pattern, values, expected):
    ground = GROUND.format(pattern, values)
    found = source(p(r(), ground), theme=THEME)
    assert (paragraphs(found)[0].format.shading, found.warnings) == (expected, ())
    styled = source(p(r(), '<w:pStyle w:val="S"/>'), theme=THEME, styles=style("S", ppr=ground))
    assert paragraphs(styled)[0].format.shading == expected
    assert table(tcpr=ground).rows[0].cells[0].shading == expected


def test_the_colours_reach_the_page():
    body = p(r(), edges("pBdr", KINDS[PLAIN]) + GROUND.format("clear", 'w:themeFill="accent1" w:themeFillTint="99"'))
    laid = lay_out(source(body, theme=THEME), Fonts.of_machine())
    items = laid.pages.pages[0].items
    assert {item.color for item in items if isinstance(item, Fill)} == {TINTED}
    assert {item.color for item in items if isinstance(item, Rule)} == {PLAIN}
    assert laid.warnings == ()
