from __future__ import annotations

from dataclasses import replace

import pytest
from layout_sources import BODY, MARGINS, MM, all_texts, flat, lines_of, page_of, para, right_edge, source, texts

from docgen.pdf.pages import Rule, Turned
from docgen.pdf.source import (
    Anchor,
    Border,
    Borders,
    Break,
    Floating,
    Frame,
    HeaderFooter,
    LineSpacing,
    PageField,
    Shape,
    ShapeText,
    Source,
    Text,
)

BOTTOM = (297 - 35) * MM
IMPRINT = Frame(Anchor("margin"), Anchor("margin", align="bottom"))


def numbered(count: int, **how: object) -> list:
    return [para(f"第{number}段", **how) for number in range(1, count + 1)]


def field(code: str) -> tuple:
    return (para("").__class__(para("").format, (PageField(code, BODY),)),)


def test_22_lines_fill_a_page_and_the_23rd_starts_the_next(laid):
    assert [len(page) for page in all_texts(laid(source(*numbered(23))).pages)] == [22, 1]


def test_lines_of_exact_height_stand_28_95_points_apart_from_the_top_of_the_text_area(laid):
    lines = lines_of(laid(source(*numbered(22))).pages.pages[0])
    assert lines[0].baseline == pytest.approx(37 * MM + 0.8 * 28.95)
    assert lines[21].baseline - lines[0].baseline == pytest.approx(21 * 28.95)


def test_the_larger_of_two_spacings_counts(laid):
    lines = lines_of(laid(source(para("上", after=30.0), para("下", before=10.0))).pages.pages[0])
    assert lines[1].baseline - lines[0].baseline == pytest.approx(28.95 + 30)


def test_contextual_spacing_drops_the_space_between_paragraphs_of_one_style(laid):
    block = para("同", after=30.0, before=20.0, contextual_spacing=True)
    lines = lines_of(laid(source(block, block)).pages.pages[0])
    assert lines[1].baseline - lines[0].baseline == pytest.approx(28.95)


@pytest.mark.parametrize(
    "spacing, pitch, first",
    [
        (LineSpacing("multiple", 1.0), 19.2, 17.28),
        (LineSpacing("multiple", 1.5), 28.8, 17.28),
        (LineSpacing("at_least", 40), 40, 38.08),
    ],
)
def test_other_line_heights_come_from_the_face_as_in_libreoffice(laid, spacing, pitch, first):
    lines = lines_of(laid(source(para("上", line=spacing), para("下", line=spacing))).pages.pages[0])
    assert lines[0].baseline == pytest.approx(37 * MM + first)
    assert lines[1].baseline - lines[0].baseline == pytest.approx(pitch)


def test_the_line_grid_rounds_heights_up_unless_the_paragraph_stays_off_it(laid):
    block = para("上", line=LineSpacing())
    on = lines_of(laid(source(block, block, grid_pitch=30.0)).pages.pages[0])
    off = replace(block, format=replace(block.format, snap_to_grid=False))
    free = lines_of(laid(source(off, off, grid_pitch=30.0)).pages.pages[0])
    assert on[1].baseline - on[0].baseline == pytest.approx(30)
    assert free[1].baseline - free[0].baseline == pytest.approx(19.2)


def test_a_heading_goes_with_its_paragraph(laid):
    pages = all_texts(laid(source(*numbered(21), para("标题", keep_next=True), para("正文"))).pages)
    assert [len(page) for page in pages] == [21, 2]
    assert pages[1] == ["标题", "正文"]


def test_a_chain_longer_than_a_page_is_broken(laid):
    pages = all_texts(laid(source(*numbered(30, keep_next=True))).pages)
    assert [len(page) for page in pages] == [22, 8]


def test_no_single_line_of_a_paragraph_stands_alone(laid):
    three = para("国" * 70)
    assert [len(page) for page in all_texts(laid(source(*numbered(21), three)).pages)] == [21, 3]
    assert [len(page) for page in all_texts(laid(source(*numbered(20), three)).pages)] == [20, 3]
    free = replace(three, format=replace(three.format, widow_control=False))
    assert [len(page) for page in all_texts(laid(source(*numbered(21), free)).pages)] == [22, 2]


def test_keep_lines_keeps_a_paragraph_whole(laid):
    five = para("国" * 130, keep_lines=True)
    assert [len(page) for page in all_texts(laid(source(*numbered(19), five)).pages)] == [19, 5]


def test_page_breaks_before_and_inside_a_paragraph(laid):
    inside = replace(para(""), inlines=(Text("前", BODY), Break("page", BODY), Text("后", BODY)))
    pages = all_texts(laid(source(para("一"), para("二", page_break_before=True), inside)).pages)
    assert pages == [["一"], ["二", "前"], ["后"]]


def test_a_page_break_at_the_end_of_a_paragraph_leaves_no_empty_line(laid):
    ending = replace(para(""), inlines=(Text("前", BODY), Break("page", BODY)))
    page = laid(source(ending, para("后"))).pages.pages[1]
    assert lines_of(page)[0].baseline == pytest.approx(37 * MM + 0.8 * 28.95)


def test_the_imprint_stands_on_the_lower_edge_of_the_page_that_holds_its_paragraph(laid):
    edge = Borders(top=Border(1.0), bottom=Border(1.0))
    imprint = [para(text, frame=IMPRINT, borders=edge) for text in ("抄送：县委办公室。", "县委办公室印发")]
    pages = laid(source(*numbered(3), *imprint, para("末段"))).pages.pages
    assert texts(pages[0])[-3:] == ["末段", "抄送：县委办公室。", "县委办公室印发"]
    rules = [item for item in flat(pages[0].items) if isinstance(item, Rule)]
    assert len(rules) == 2
    assert rules[-1].y1 == pytest.approx(BOTTOM - 0.5)
    assert (rules[0].x1, rules[0].x2) == (pytest.approx(28 * MM), pytest.approx(184 * MM))


def test_the_imprint_moves_to_the_next_page_with_its_paragraph_when_lines_stand_in_its_place(laid):
    imprint = para("县委办公室印发", frame=IMPRINT)
    fits = all_texts(laid(source(*numbered(20), imprint, para("末段"))).pages)
    assert [len(page) for page in fits] == [22]
    moved = all_texts(laid(source(*numbered(21), imprint, para("末段"))).pages)
    assert [len(page) for page in moved] == [21, 2]


def test_an_imprint_at_the_end_stands_with_the_last_line(laid):
    pages = all_texts(laid(source(*numbered(22), para("县委办公室印发", frame=IMPRINT))).pages)
    assert pages == [[f"第{number}段" for number in range(1, 22)], ["第22段", "县委办公室印发"]]


def test_text_flows_around_a_frame_at_the_top(laid):
    mark = para("标志", frame=Frame(Anchor("margin"), Anchor("margin", align="top")))
    lines = lines_of(laid(source(mark, para("正文"))).pages.pages[0])
    assert [round((line.baseline - 37 * MM) / 28.95, 2) for line in lines] == [1.8, 0.8]


def test_odd_even_and_first_footers_carry_their_page_number(laid):
    footers = HeaderFooter(default=field("PAGE"), even=field("PAGE") * 2, first=())
    body = [para(str(number), page_break_before=True) for number in range(4)]
    section = page_of(*body, footers=footers, title_page=True)
    pages = all_texts(laid(Source((section,), even_and_odd=True)).pages)
    assert pages == [["0"], ["1", "2", "2"], ["2", "3"], ["3", "4", "4"]]


def test_the_footer_ends_footer_distance_above_the_page_edge(laid):
    page = laid(source(para("正文"), footers=HeaderFooter(default=(para("页脚"),)), footer_distance=60.0)).pages.pages[
        0
    ]
    assert lines_of(page)[-1].baseline == pytest.approx(297 * MM - 60 - 28.95 * 0.2)


def test_a_tall_header_pushes_the_body_down(laid):
    header = HeaderFooter(default=tuple(numbered(4)))
    lines = lines_of(laid(source(para("正文"), headers=header, header_distance=40.0)).pages.pages[0])
    assert lines[0].baseline == pytest.approx(40 + 4 * 28.95 + 0.8 * 28.95)


def test_the_number_of_pages_is_known_in_the_body_and_in_the_footer(laid):
    body = replace(para(""), inlines=(Text("共", BODY), PageField("NUMPAGES", BODY)))
    footer = HeaderFooter(default=field("NUMPAGES"))
    pages = all_texts(laid(source(body, para("二", page_break_before=True), footers=footer)).pages)
    assert pages == [["共2", "2"], ["二", "2"]]


def test_sections_have_their_own_paper_and_numbers(laid):
    footer = HeaderFooter(default=field("PAGE"))
    wide = page_of(para("横"), width=297 * MM, height=210 * MM, footers=footer, page_number_start=7)
    pages = laid(Source((page_of(para("竖"), footers=footer), wide))).pages
    assert all_texts(pages) == [["竖", "1"], ["横", "7"]]
    assert [round(page.width / MM) for page in pages.pages] == [210, 297]


def test_a_continuous_section_goes_on_below_and_an_odd_one_skips_a_page(laid):
    joined = laid(Source((page_of(para("上")), page_of(para("下"), start="continuous")))).pages
    assert all_texts(joined) == [["上", "下"]]
    skipped = laid(Source((page_of(para("一")), page_of(para("三"), start="odd")))).pages
    assert all_texts(skipped) == [["一"], [], ["三"]]


def test_a_turned_text_box_is_placed_on_the_page(laid):
    text = ShapeText((para("— 3 —"),), (0.0, 0.0, 20.0, 80.0), (0.0, 0.0, 0.0, 0.0), rotation=90)
    box = Floating(Anchor("page", 30.0), Anchor("page", 100.0), Shape(20.0, 80.0, text=text))
    page = laid(source(replace(para(""), inlines=(box,)))).pages.pages[0]
    turned = next(item for item in page.items if isinstance(item, Turned))
    assert (turned.x, turned.y, turned.degrees) == (50.0, 100.0, 90)
    assert texts(page) == ["— 3 —"]


def test_borders_of_equal_neighbours_are_one_box(laid):
    edge = Borders(top=Border(1.0, space=2.0), bottom=Border(1.0, space=2.0))
    page = laid(source(*numbered(3, borders=edge))).pages.pages[0]
    rules = [item for item in page.items if isinstance(item, Rule)]
    assert len(rules) == 2
    assert rules[1].y1 - rules[0].y1 == pytest.approx(3 * 28.95 + 2 + 2 + 1)


def test_headings_are_marked_for_the_bookmarks(laid):
    page = laid(source(para("一、总体要求", outline_level=0), para("正文"))).pages.pages[0]
    assert [line.heading for line in lines_of(page)] == [(1, "一、总体要求"), None]


def test_what_is_not_drawn_is_told_with_its_place(laid):
    block = replace(para("\u05d0"), place="第1段")
    result = laid(replace(source(block), warnings=(("脚注", "第9段"),)))
    assert result.warnings == (
        ("脚注", "第9段"),
        ("从右到左的文字（按从左到右排）", "第1段"),
    )


def test_margins_do_not_move_with_the_text(laid):
    line = lines_of(laid(source(para("国" * 40))).pages.pages[0])[0]
    assert (line.x, right_edge(line)) == (pytest.approx(MARGINS[3]), pytest.approx(184 * MM, abs=0.01))


def test_a_frame_taller_than_the_page_is_told_because_its_text_leaves_the_paper(laid):
    tall = [para(f"第{number}行", frame=IMPRINT) for number in range(1, 40)]
    done = laid(source(para("正文"), *tall, para("末")))
    told = [place for feature, place in done.warnings if feature == "伸出纸外的文字"]
    assert told
    assert told[0].startswith("第2页“第1行")
    assert laid(source(para("正文"), para("框", frame=IMPRINT), para("末"))).warnings == ()


def test_a_short_line_spread_over_the_whole_width_stays_on_the_paper(laid):
    assert laid(source(para("国民", left=0.0, alignment="distribute"))).warnings == ()
    wide = para("国民", left=0.0, right=-100.0, alignment="distribute")
    assert laid(source(wide)).warnings == (("伸出纸外的文字", "第1页“国民”"),)
