"""Column widths: fixed tables, automatic ones, and what contents ask for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from layout_sources import LOOSE, MM, all_texts, lines_of, para, source

from docgen.pdf.source import Cell, LineSpacing, Row, Table, Width
from docgen.pdf.tables.column_widths import column_widths
from docgen.pdf.text.glyphs import GlyphMaker
from docgen.pdf.text.paragraphs import Setting
from docgen.pdf.warnings_log import WarningLog

TEXT = 400.0
SIDES = 10.8


@pytest.fixture
def widths(machine_fonts):
    """What a table's columns come to in a text area of 400 points."""
    setting = Setting(GlyphMaker(machine_fonts.for_document()), WarningLog())
    return lambda table, whole=TEXT: column_widths(table, whole, setting)


def cell(text: str = "", width: Width = Width(), **how: object) -> Cell:  # noqa: B008
    block = para(text, LOOSE, alignment="start", line=LineSpacing("exact", 20.0))
    return replace(Cell((block,), width=width), **how)  # type: ignore[arg-type]


def row(*cells: Cell, **how: object) -> Row:
    return replace(Row(cells), **how)  # type: ignore[arg-type]


def points(value: float, text: str = "") -> Cell:
    return cell(text, Width(value))


def share(value: float) -> Cell:
    return cell("", Width(share=value))


def auto(*rows: Row, columns: tuple[float, ...], **how: object) -> Table:
    return replace(Table(columns, rows, fixed=False), **how)  # type: ignore[arg-type]


def test_a_fixed_table_takes_what_its_cells_ask_for_not_its_grid(widths):
    assert widths(Table((200.0, 200.0), (row(points(100), points(300)),))) == [100, 300]


def test_a_grid_that_says_the_same_but_for_rounding_counts(widths):
    assert widths(Table((100.4, 299.6), (row(points(100), points(300)),))) == [100.4, 299.6]


def test_where_rows_disagree_the_widest_cell_counts(widths):
    assert widths(Table((0.0, 0.0), (row(points(100), points(50)), row(points(80), points(120))))) == [100, 120]


def test_a_cell_over_several_columns_fills_those_without_a_width_as_the_grid_divides_them(widths):
    wide = cell("", Width(300.0), span=2)
    assert widths(Table((0.0, 100.0, 50.0), (row(points(60), wide),))) == [60, 200, 100]
    assert widths(Table((0.0, 0.0), (row(cell("", Width(300.0), span=2)), row(points(100), cell())))) == [100, 200]


def test_a_cell_over_columns_that_are_too_narrow_widens_the_last(widths):
    rows = (row(points(50), points(60)), row(cell("", Width(200.0), span=2)))
    assert widths(Table((0.0, 0.0), rows)) == [50, 150]


def test_shares_are_taken_of_the_table_or_of_the_text(widths):
    assert widths(Table((0.0, 0.0), (row(share(0.25), share(0.75)),))) == [100, 300]
    half = Table((0.0, 0.0), (row(share(0.25), share(0.75)),), width=Width(share=0.5))
    assert widths(half) == [50, 150]
    assert widths(replace(half, beyond=10.8)) == [pytest.approx(51.35), pytest.approx(154.05)]


def test_what_a_row_leaves_empty_has_a_width_too(widths):
    empty = row(points(100), grid_before=1, before=Width(40.0), grid_after=1, after=Width(60.0))
    assert widths(Table((0.0, 0.0, 0.0), (empty,))) == [40, 100, 60]


def test_columns_without_any_width_share_what_is_left(widths):
    assert widths(Table((0.0, 0.0, 0.0), (row(points(100), cell(), cell()),))) == [100, 150, 150]
    assert widths(Table((0.0, 0.0), (row(cell(), cell()),), width=Width(share=0.5))) == [100, 100]


def test_an_automatic_table_without_widths_is_as_wide_as_its_contents(widths):
    found = widths(auto(row(cell("序号"), cell("单位名称")), row(cell("一"), cell("云岭县")), columns=(0.0, 0.0)))
    assert found == [pytest.approx(2 * 16 + SIDES, abs=0.2), pytest.approx(4 * 16 + SIDES, abs=0.2)]


def test_a_grid_that_contents_do_not_explain_does_not_count(widths):
    found = widths(auto(row(cell("甲"), cell("乙")), columns=(200.0, 200.0)))
    assert found == [pytest.approx(16 + SIDES, abs=0.2)] * 2


def test_a_grid_near_what_contents_ask_for_is_words_own(widths):
    assert widths(auto(row(cell("序号"), cell("单位名称")), columns=(44.0, 76.0))) == [44, 76]


def test_a_grid_of_the_tables_width_that_holds_its_contents_counts(widths):
    found = widths(auto(row(cell("甲"), cell("乙")), columns=(100.0, 300.0), width=Width(400.0)))
    assert found == [100, 300]


def test_narrow_columns_keep_their_line_and_long_ones_divide_the_page(widths):
    rows = (row(cell("序号"), cell("国" * 60), cell("村" * 30)),)
    first, second, third = widths(auto(*rows, columns=(0.0,) * 3))
    assert first == pytest.approx(2 * 16 + SIDES, abs=0.2)
    assert first + second + third == pytest.approx(TEXT)
    assert second / third == pytest.approx((60 * 16 + SIDES) / (30 * 16 + SIDES), abs=0.01)


def test_a_table_of_its_own_width_stretches_its_columns(widths):
    first, second = widths(auto(row(cell("甲"), cell("国" * 3)), columns=(0.0, 0.0), width=Width(share=1.0)))
    assert first + second == pytest.approx(TEXT)
    assert second / first == pytest.approx((48 + SIDES) / (16 + SIDES), abs=0.01)


def test_cells_that_do_not_come_to_the_tables_width_are_scaled_unless_the_grid_says_the_same(widths):
    rows = (row(points(100), points(100)),)
    assert widths(auto(*rows, columns=(0.0, 0.0), width=Width(300.0))) == [150, 150]
    assert widths(auto(*rows, columns=(100.0, 100.0), width=Width(300.0))) == [100, 100]


def test_a_word_that_a_column_cannot_hold_widens_it_at_the_cost_of_the_others(widths):
    word = "https://example.gov.cn/abc"
    first, second = widths(auto(row(points(60, word), points(340, "国")), columns=(60.0, 340.0)))
    assert first > 60
    assert first + second == pytest.approx(400)
    assert widths(Table((60.0, 340.0), (row(points(60, word), points(340, "国")),))) == [60, 340]


def test_a_word_stays_on_one_line_in_the_column_that_it_widened(laid):
    word = "https://example.gov.cn/abc"
    made = auto(row(points(60, word), points(300, "国")), columns=(60.0, 300.0))
    assert all_texts(laid(source(made)).pages) == [[word, "国"]]


def test_widened_columns_stay_on_the_page_if_they_can(widths):
    word = "W" * 40
    found = widths(auto(row(points(200, word), points(200, "国")), columns=(200.0, 200.0)))
    assert sum(found) == pytest.approx(TEXT)
    assert found[1] == pytest.approx(16 + SIDES, abs=0.2)


def test_a_cell_that_may_not_wrap_is_as_wide_as_its_text(widths):
    kept = cell("国" * 10, Width(60.0), no_wrap=True)
    first, _ = widths(auto(row(kept, points(340)), columns=(60.0, 340.0)))
    assert first == pytest.approx(160 + SIDES, abs=0.2)


def test_text_that_can_be_broken_changes_no_column(widths):
    rows = (row(points(60, "国" * 30), points(340, "2024年4月30日，共12345户")),)
    assert widths(auto(*rows, columns=(60.0, 340.0))) == [60, 340]


def test_a_table_in_a_cell_takes_its_share_of_the_cell(laid):
    inner = Table((0.0, 0.0), (row(share(0.5), share(0.5)),), width=Width(share=1.0))
    inner = replace(inner, rows=(row(cell("左", Width(share=0.5)), cell("右", Width(share=0.5))),))
    outer = Table((200.0,), (row(Cell((inner, para("")))),))
    left, right = lines_of(laid(source(outer)).pages.pages[0])
    assert left.x - 28 * MM == pytest.approx(10.8)
    assert right.x - left.x == pytest.approx((200 - SIDES) / 2)


def test_a_column_holds_the_table_in_it(widths):
    inner = Table((150.0,), (row(points(150, "内")),), width=Width(150.0), fixed=False)
    holder = Cell((inner, para("")), width=Width(60.0))
    first, _ = widths(auto(row(holder, points(300)), columns=(60.0, 300.0)))
    assert first == pytest.approx(150 + SIDES)
