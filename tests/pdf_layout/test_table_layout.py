from __future__ import annotations

from dataclasses import replace

import pytest
from layout_sources import LOOSE, MM, all_texts, flat, lines_of, page_of, para, source, texts

from docgen.pdf.pages import Fill, Rule, Turned
from docgen.pdf.source import Anchor, Border, Borders, Cell, Frame, LineSpacing, Row, Section, Table

THIN = Border(0.5)
BOX = Borders(THIN, THIN, THIN, THIN)


def cell(text: str, **how: object) -> Cell:
    made = Cell((para(text, LOOSE, alignment="start", line=LineSpacing("exact", 20.0)),), borders=BOX)
    return replace(made, **how)  # type: ignore[arg-type]


def row(*words: str, **how: object) -> Row:
    return replace(Row(tuple(cell(word) for word in words)), **how)  # type: ignore[arg-type]


def table(*rows: Row, columns: tuple[float, ...] = (100.0, 200.0), **how: object) -> Table:
    return replace(Table(columns, rows), **how)  # type: ignore[arg-type]


def rules(page) -> list[Rule]:
    return [item for item in flat(page.items) if isinstance(item, Rule)]


def test_cells_stand_in_their_columns_inside_their_margins(laid):
    page = laid(source(table(row("甲", "乙")))).pages.pages[0]
    assert [line.x - 28 * MM for line in lines_of(page)] == [pytest.approx(5.4), pytest.approx(105.4)]


def test_every_edge_is_drawn_once(laid):
    page = laid(source(table(row("甲", "乙"), row("丙", "丁")))).pages.pages[0]
    flats = [rule for rule in rules(page) if rule.y1 == rule.y2]
    upright = [rule for rule in rules(page) if rule.x1 == rule.x2]
    assert (len(flats), len(upright)) == (3, 3)
    assert [round(rule.x1 - 28 * MM) for rule in upright] == [0, 100, 300]
    assert flats[0].x2 - flats[0].x1 == pytest.approx(300.5)


def test_a_row_is_as_high_as_its_highest_cell_and_its_upper_border(laid):
    page = laid(source(table(row("甲", "国" * 20), row("丙", "丁")))).pages.pages[0]
    lines = {"".join(piece.text for piece in line.pieces): line for line in lines_of(page)}
    assert lines["丙"].baseline - lines["甲"].baseline == pytest.approx(40.5)


def test_row_heights_at_least_and_exact(laid):
    rows = (
        row("甲", "乙", height=50.0, height_rule="at_least"),
        row("丙", "丁", height=30.0, height_rule="exact"),
        row("戊", "己"),
    )
    page = laid(source(table(*rows))).pages.pages[0]
    first = [line.baseline for line in lines_of(page)][::2]
    assert [first[1] - first[0], first[2] - first[1]] == [pytest.approx(50), pytest.approx(30)]


def test_content_is_aligned_in_the_height_of_its_cell(laid):
    made = Row(tuple(cell(name, vertical=name) for name in ("top", "center", "bottom")), 60.0, "exact")
    tops = [line.baseline - 16 for line in lines_of(laid(source(table(made, columns=(100.0,) * 3))).pages.pages[0])]
    assert [top - tops[0] for top in tops] == [0, pytest.approx(19.5), pytest.approx(39.5)]


def test_head_rows_repeat_on_every_page(laid):
    rows = [row("序号", "村名", header=True)] + [row(str(number), "村") for number in range(1, 71)]
    pages = all_texts(laid(source(table(*rows))).pages)
    assert len(pages) == 3
    assert all(page[:2] == ["序号", "村名"] for page in pages)
    numbers = [text for page in pages for text in page if text.isdigit()]
    assert numbers == [str(number) for number in range(1, 71)]


@pytest.mark.parametrize(("short", "pages"), [(0.0, [3, 1]), (-0.3, [2, 2])])
def test_the_border_below_a_row_may_hang_below_the_page_but_not_the_row(laid, short, pages):
    high = (225 * MM - short) / 3
    rows = [row(word, word, height=high, height_rule="exact") for word in "甲乙丙丁"]
    done = laid(source(table(*rows))).pages.pages
    assert [len(lines_of(page)) // 2 for page in done] == pages


def test_a_row_that_may_not_split_moves_whole_and_another_is_cut_between_lines(laid):
    filler = [row("一", "行") for _ in range(28)]
    long = row("长", "国" * 60)
    cut = all_texts(laid(source(table(*filler, long))).pages)
    assert [sum(text.startswith("国") for text in page) for page in cut] == [3, 3]
    whole = all_texts(laid(source(table(*filler, replace(long, cant_split=True)))).pages)
    assert [sum(text.startswith("国") for text in page) for page in whole] == [0, 6]


def test_a_row_higher_than_the_page_is_cut_with_a_warning(laid):
    result = laid(source(table(row("长", "国" * 500, cant_split=True), place="第1个表")))
    assert [sum(text.startswith("国") for text in page) for page in all_texts(result.pages)] == [31, 15]
    assert result.warnings == (("比一页还高的表格行（拆到两页）", "第1个表"),)


def test_a_vertical_merge_covers_its_rows_and_stretches_the_last(laid):
    first = Row((cell("国" * 24, merge="start"), cell("乙")))
    second = Row((cell("", merge="continue"), cell("丁")))
    page = laid(source(table(first, second), para("后"))).pages.pages[0]
    assert [text for text in texts(page) if text.startswith("国")] == ["国" * 5] * 4 + ["国" * 4]
    across = [rule for rule in rules(page) if rule.y1 == rule.y2]
    assert sorted(round(rule.x2 - rule.x1, 1) for rule in across) == [200.5, 300.5, 300.5]
    bottom = max(rule.y1 for rule in across)
    assert bottom - min(rule.y1 for rule in across) == pytest.approx(100, abs=1.1)


def test_a_vertical_merge_goes_on_on_the_next_page(laid):
    rows = [
        Row((cell("村" * 200 if n == 0 else "", merge="start" if n == 0 else "continue"), cell(str(n))))
        for n in range(60)
    ]
    pages = all_texts(laid(source(table(*rows))).pages)
    assert "".join(text for page in pages for text in page if text.startswith("村")) == "村" * 200
    assert sum(text.startswith("村") for text in pages[0]) == 31


def test_a_page_s_end_closes_a_vertical_merge_and_the_next_page_opens_it(laid):
    lines = [Borders(top=Border(0.5)), *[Borders()] * 58, Borders(bottom=Border(2.0))]
    rows = [
        Row((cell("", merge="continue" if n else "start", borders=borders), cell(str(n), borders=Borders())))
        for n, borders in enumerate(lines)
    ]
    first, second = laid(source(table(*rows))).pages.pages
    for page in (first, second):
        top, bottom = rules(page)
        assert (top.width, bottom.width) == (0.5, 2.0)
        assert bottom.y1 - top.y1 > 100


def test_a_spanning_cell_is_as_wide_as_its_columns(laid):
    made = Row((cell("国" * 18, span=2),))
    assert texts(laid(source(table(made))).pages.pages[0]) == ["国" * 18]


def test_tables_are_aligned_and_indented(laid):
    lefts = [
        lines_of(laid(source(table(row("甲", "乙"), **how))).pages.pages[0])[0].x - 28 * MM - 5.4
        for how in ({"indent": 10.0}, {"alignment": "center"}, {"alignment": "right"})
    ]
    assert lefts == [pytest.approx(10), pytest.approx((156 * MM - 300) / 2), pytest.approx(156 * MM - 300)]


def test_shading_fills_the_cell(laid):
    page = laid(source(table(Row((cell("甲", shading="#eeeeee"), cell("乙")))))).pages.pages[0]
    fills = [item for item in page.items if isinstance(item, Fill)]
    assert [(fill.width, fill.color) for fill in fills] == [(100.0, "#eeeeee")]


def test_a_turned_cell_runs_down_in_the_height_of_its_row(laid):
    made = Row((cell("督战村", rotation=90), cell("乙")), 120.0, "at_least")
    page = laid(source(table(made))).pages.pages[0]
    turned = next(item for item in page.items if isinstance(item, Turned))
    assert turned.degrees == 90
    assert texts(page) == ["督战村", "乙"]


def test_a_table_inside_a_cell_stands_inside_it(laid):
    inner = table(row("内"), columns=(50.0,))
    made = Row((replace(cell("外"), blocks=(inner, para("后", LOOSE))), cell("乙")))
    lines = lines_of(laid(source(table(made))).pages.pages[0])
    assert lines[0].x - 28 * MM == pytest.approx(10.8)


def test_a_floating_table_stands_on_the_lower_edge_of_the_text_area(laid):
    frame = Frame(Anchor("page", 28 * MM), Anchor("margin", align="bottom"))
    page = laid(source(para("正文"), table(row("抄送", "印发"), frame=frame), para("末段"))).pages.pages[0]
    assert texts(page) == ["正文", "末段", "抄送", "印发"]
    assert max(rule.y1 for rule in rules(page)) == pytest.approx((297 - 35) * MM, abs=0.3)


def test_a_wide_table_on_a_landscape_page_keeps_to_that_page(laid):
    section: Section = page_of(table(row("甲", "乙")), width=297 * MM, height=210 * MM)
    assert laid(replace(source(), sections=(section,))).pages.pages[0].width == pytest.approx(297 * MM)


def test_horizontal_borders_alone_are_as_wide_as_the_table(laid):
    ruled = Row((cell("抄送", borders=Borders(top=THIN, bottom=THIN)),))
    drawn = rules(laid(source(table(ruled, columns=(156 * MM,)))).pages.pages[0])
    assert [(rule.x1, rule.x2) for rule in drawn] == [(pytest.approx(28 * MM), pytest.approx(184 * MM))] * 2


def test_the_lower_border_of_a_vertical_merge_is_that_of_its_last_cell(laid):
    top, bottom = Borders(top=THIN), Borders(bottom=Border(2.0))
    merged = (Row((cell("甲", merge="start", borders=top),)), Row((cell("", merge="continue", borders=bottom),)))
    drawn = rules(laid(source(table(*merged, columns=(100.0,)))).pages.pages[0])
    assert [rule.width for rule in drawn] == [0.5, 2.0]
