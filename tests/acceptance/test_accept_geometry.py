"""Places and sizes of the printed page, measured in the PDF (GB/T 9704-2012), in millimetres from the upper left."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from accept_build import EXAMPLE_YAML, Built, plain
from accept_pages import MM, Line, Sheet, face, ink, sheets

PITCH = 28.95 / MM
LEFT, RIGHT, TOP, BOTTOM = 28.0, 184.0, 37.0, 262.0
ZI = 16 / MM
RED = (1.0, 0.0, 0.0)
BLACK = (0.0, 0.0, 0.0)


@pytest.fixture(params=["xx", "example"])
def demo(request: pytest.FixtureRequest) -> Built:
    return request.getfixturevalue(request.param)


def text_pages(built: Built) -> list[Sheet]:
    """The upright pages before the attachments."""
    upright = []
    for sheet in sheets(built.pdf):
        if any(line.said.startswith("附件") and len(line.said) <= 3 for line in sheet.lines):
            break
        upright.append(sheet)
    return upright


def body_lines(built: Built) -> list[Line]:
    """Lines of 16 pt: body text without title, head and page numbers."""
    return [line for sheet in text_pages(built) for line in sheet.body if line.sizes == (16.0,)]


def test_every_page_is_a4_upright_or_turned(demo: Built) -> None:
    sizes = {(round(sheet.width), round(sheet.height)) for sheet in sheets(demo.pdf)}
    assert sizes <= {(210, 297), (297, 210)}
    assert (210, 297) in sizes


def test_body_text_keeps_inside_the_page_and_begins_at_its_left_edge(demo: Built) -> None:
    lines = body_lines(demo)
    assert min(line.left for line in lines) == pytest.approx(LEFT, abs=0.1)
    assert max(line.right for line in lines) <= RIGHT + 0.3
    assert all(line.baseline - 16 * 0.88 / MM >= TOP for line in lines)
    assert all(line.baseline < BOTTOM for line in lines)


def test_full_pages_hold_twenty_two_lines_at_the_standard_pitch(demo: Built) -> None:
    full = text_pages(demo)[1:-1]
    assert len(full) >= 5
    for number, sheet in enumerate(full, 2):
        gaps = [below.baseline - above.baseline for above, below in pairwise(sheet.body)]
        assert gaps == [pytest.approx(PITCH, abs=0.02)] * (len(sheet.body) - 1), f"page {number}"
        # A page may close early only to keep a heading with its text or two lines of a paragraph together.
        assert 21 <= len(sheet.body) <= 22, f"page {number}"
    assert sum(len(sheet.body) == 22 for sheet in full) >= len(full) / 2


def test_the_first_and_last_line_of_a_full_page_fill_the_type_area(demo: Built) -> None:
    for number, sheet in enumerate(text_pages(demo), 1):
        if number == 1 or len(sheet.body) < 22:
            continue
        first = ink(demo.pdf, number, (LEFT, TOP - 5, RIGHT, TOP + PITCH))
        last = ink(demo.pdf, number, (LEFT, BOTTOM - PITCH, RIGHT, BOTTOM + 5))
        assert first is not None
        assert last is not None
        assert TOP <= first[1] <= TOP + 4.5
        assert BOTTOM - 4.5 <= last[3] <= BOTTOM


def test_a_line_holds_at_most_twenty_eight_characters_and_a_full_line_exactly_as_many(demo: Built) -> None:
    lines = [line for line in body_lines(demo) if abs(line.left - LEFT) < 0.2]
    # 字 in Latin letters and digits is half a cell wide or a little more, and stands off the 汉字 beside it.
    assert max(line.cells for line in lines) <= 28
    chinese = [line for line in lines if line.right > RIGHT - 1 and line.cells == len(line.said)]
    assert len(chinese) >= 20
    full = [line for line in chinese if len(line.said) == 28]
    pushed = [line for line in chinese if len(line.said) != 28]
    assert len(full) > 4 * len(pushed)
    assert {len(line.said) for line in pushed} <= {27}  # 避头尾: one character goes down with a mark


def test_a_paragraph_begins_two_characters_in(demo: Built) -> None:
    indented = [line for line in body_lines(demo) if LEFT + 1 < line.left < LEFT + 15]
    assert len(indented) > 30
    assert all(line.left - LEFT == pytest.approx(2 * ZI, abs=0.3) for line in indented)


def test_title_body_and_levels_are_set_in_their_type(demo: Built) -> None:
    title = [line for line in sheets(demo.pdf)[0].lines if line.sizes == (22.0,)]
    assert "".join(line.said for line in title).endswith("年脱贫攻坚挂牌督战工作实施方案")
    assert {font for line in title for font in line.fonts} == {face("方正小标宋简体")}
    lines = body_lines(demo)
    level_1 = [line for line in lines if re.match(r"[一二三四五六七]、", line.said)]
    level_2 = [line for line in lines if re.match(r"（[一二三四五六七]）", line.said)]
    plain = [line for line in lines if re.match(r"第[一二三四五]阶段（", line.said)]
    assert [line.said[0] for line in level_1] == list("一二三四五六七")
    assert {line.fonts for line in level_1} == {(face("黑体"),)}
    assert [line.said[1] for line in level_2] == list("一二一二三四五六七一二三")
    assert {line.fonts[0] for line in level_2} == {face("楷体_GB2312")}
    assert len(plain) == 5
    assert {line.fonts for line in plain} == {(face("仿宋_GB2312"),)}


def test_the_first_page_shows_body_text(demo: Built) -> None:
    assert sheets(demo.pdf)[0].has("2024年是脱贫攻坚收官之年")


def test_a_title_of_several_lines_breaks_at_words_and_is_centred(example: Built) -> None:
    title = [line for line in sheets(example.pdf)[0].lines if line.sizes == (22.0,)]
    assert [line.said for line in title] == ["云岭县2024年", "脱贫攻坚挂牌督战工作实施方案"]
    for line in title:
        assert (line.left + line.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=0.5)


# 版头


def test_the_mark_is_red_and_its_ink_begins_35_mm_below_the_type_area(example: Built) -> None:
    first = sheets(example.pdf)[0]
    mark = first.line("云岭县精准扶贫工作领导小组文件")
    assert mark.colors == (RED,)
    assert mark.fonts == (face("方正小标宋简体"),)
    assert (mark.left + mark.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=0.5)
    red = ink(example.pdf, 1, (10, 20, 200, mark.baseline + 6), red=True)
    assert red is not None
    assert red[1] == pytest.approx(72, abs=1)
    assert ink(example.pdf, 1, (0, 0, 210, 70)) is None


def test_the_document_number_is_centred_two_blank_lines_below_the_mark(example: Built) -> None:
    first = sheets(example.pdf)[0]
    mark, number = first.line("云岭县精准扶贫工作领导小组文件"), first.line("云扶组")
    assert number.said == "云扶组〔2024〕3号"
    assert (number.left + number.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=0.5)
    # Between the two lines' type: two lines of 28.95 pt and what the third keeps above its characters.
    assert (number.baseline - 16 * 0.88 / MM - mark.baseline) / PITCH == pytest.approx(2.5, abs=0.5)


def test_the_red_rule_stands_4_mm_below_the_number_as_wide_as_the_type_area(example: Built) -> None:
    first = sheets(example.pdf)[0]
    number = first.line("云扶组")
    (rule,) = (bar for bar in first.bars if bar.color == RED)
    box = ink(example.pdf, 1, (LEFT, number.baseline - 8, RIGHT, rule.top - 0.3))
    assert box is not None
    assert rule.top - box[3] == pytest.approx(4, abs=0.7)
    assert rule.length == pytest.approx(156, abs=0.3)
    assert rule.left == pytest.approx(LEFT, abs=0.15)


def test_the_title_stands_two_blank_lines_below_the_rule(example: Built) -> None:
    first = sheets(example.pdf)[0]
    (rule,) = (bar for bar in first.bars if bar.color == RED)
    title = ink(example.pdf, 1, (LEFT, rule.bottom + 0.5, RIGHT, first.line("云岭县2024年").baseline + 2))
    assert title is not None
    assert (title[1] - rule.bottom) / PITCH == pytest.approx(2.1, abs=0.35)


def test_the_addressees_stand_one_blank_line_below_the_title_and_end_with_a_colon(example: Built) -> None:
    first = sheets(example.pdf)[0]
    addressees = first.line("各乡镇人民政府")
    assert addressees.said == "各乡镇人民政府、街道办事处，县直有关单位："
    assert addressees.left == pytest.approx(LEFT, abs=0.1)
    assert addressees.baseline - first.line("脱贫攻坚挂牌督战工作实施方案").baseline == pytest.approx(
        2 * PITCH, abs=0.1
    )


# 页码


def test_page_numbers_run_through_and_stand_7_mm_below_on_the_outer_side(demo: Built) -> None:
    for number, sheet in enumerate(sheets(demo.pdf), 1):
        if sheet.landscape:
            continue
        line = sheet.number
        assert line.text.strip() == f"— {number} —"
        assert line.sizes == (14.0,)
        box = ink(demo.pdf, number, (0, BOTTOM + 2, 210, 297))
        assert box is not None
        assert box[1] == pytest.approx(BOTTOM + 7, abs=1)
        if number % 2:
            assert RIGHT - line.right == pytest.approx(14 / MM, abs=0.6), f"page {number}"
        else:
            assert line.left - LEFT == pytest.approx(14 / MM, abs=0.6), f"page {number}"


def test_on_landscape_pages_the_number_keeps_its_place_on_the_sheet_of_paper(example: Built) -> None:
    wide = [number for number, sheet in enumerate(sheets(example.pdf), 1) if sheet.landscape]
    assert len(wide) >= 4
    for number in wide:
        assert re.sub(r"\s", "", sheets(example.pdf)[number - 1].turned) in (f"—{number}—", f"—{number}—"[::-1])
        # The head of the table lies at the paper's left edge: the paper's foot is the picture's left.
        box = ink(example.pdf, number, (10, 0, 35 - 2, 210))
        assert box is not None
        assert box[2] == pytest.approx(297 - BOTTOM - 7, abs=1)
        if number % 2:
            assert box[3] == pytest.approx(RIGHT - 14 / MM, abs=1.2), f"page {number}"
        else:
            assert box[1] == pytest.approx(LEFT + 14 / MM, abs=1.2), f"page {number}"


# 落款, 附件, 版记


def test_with_room_for_a_seal_the_date_ends_four_characters_in_and_the_organ_is_centred_over_it(example: Built) -> None:
    (sheet,) = (sheet for sheet in sheets(example.pdf) if sheet.has("2024年2月26日") and sheet.has("附件：1."))
    day, organ = sheet.line("2024年2月26日"), sheet.line("云岭县精准扶贫工作领导小组")
    assert RIGHT - day.right == pytest.approx(4 * ZI, abs=0.6)
    assert (organ.left + organ.right) / 2 == pytest.approx((day.left + day.right) / 2, abs=0.6)
    assert day.baseline - organ.baseline == pytest.approx(PITCH, abs=0.05)


def test_the_note_on_attachments_stands_one_blank_line_below_the_body_and_hangs_after_its_number(
    example: Built,
) -> None:
    (sheet,) = (sheet for sheet in sheets(example.pdf) if sheet.has("附件：1."))
    first, second, third = sheet.line("附件：1."), sheet.line("2."), sheet.line("3.")
    above = [line for line in sheet.body if line.baseline < first.baseline][-1]
    assert first.baseline - above.baseline == pytest.approx(2 * PITCH, abs=0.05)
    assert first.left == pytest.approx(LEFT + 2 * ZI, abs=0.2)
    assert second.left == pytest.approx(third.left, abs=0.1) == pytest.approx(LEFT + 5 * ZI, abs=0.4)
    assert [line.said[-1] for line in (first, second, third)] == ["表", "表", "单"]


def test_every_attachment_begins_a_page_with_its_label_on_the_first_line_and_its_title_on_the_third(
    example: Built,
) -> None:
    (noted,) = (sheet for sheet in sheets(example.pdf) if sheet.has("附件：1."))
    names = [noted.line(start).said.removeprefix("附件：")[2:] for start in ("附件：1.", "2.", "3.")]
    begun = [sheet for sheet in sheets(example.pdf) if re.fullmatch(r"附件\d", sheet.body[0].said)]
    assert [sheet.body[0].said for sheet in begun] == ["附件1", "附件2", "附件3"]
    assert [sheet.body[1].said for sheet in begun] == names
    for sheet in begun:
        label, title = sheet.body[0], sheet.body[1]
        assert label.fonts == (face("黑体"),)
        assert label.sizes == (16.0,)
        edge, middle = (35.0, 297 / 2 - 1) if sheet.landscape else (LEFT, (LEFT + RIGHT) / 2)
        assert label.left == pytest.approx(edge, abs=3)
        assert (title.left + title.right) / 2 == pytest.approx(middle, abs=4)
        assert title.baseline - label.baseline == pytest.approx(2 * PITCH, abs=0.6)


def test_the_imprint_ends_on_the_lower_edge_of_the_last_page_with_its_three_rules(example: Built) -> None:
    last = sheets(example.pdf)[-1]
    copies = last.line("抄送：")
    above = [bar for bar in last.bars if bar.bottom < copies.baseline and bar.length > 150][-1]
    middle, lowest = [bar for bar in last.bars if bar.top > copies.baseline and bar.length > 150]
    assert lowest.bottom == pytest.approx(BOTTOM, abs=0.3)
    for bar, thickness in ((above, 0.35), (middle, 0.25), (lowest, 0.35)):
        assert bar.thickness == pytest.approx(thickness, abs=0.02)
        assert bar.length == pytest.approx(156, abs=0.5)
        assert bar.left == pytest.approx(LEFT, abs=0.25)


def test_the_imprint_is_set_in_14_points_one_character_in_on_both_sides(example: Built) -> None:
    last = sheets(example.pdf)[-1]
    copies, printed = last.line("抄送："), last.line("云岭县精准扶贫工作领导小组办公室")
    assert printed.said == "云岭县精准扶贫工作领导小组办公室2024年2月26日印发"
    for line in (copies, printed):
        assert line.sizes == (14.0,)
        assert line.left - LEFT == pytest.approx(14 / MM, abs=0.4)
    assert RIGHT - printed.right == pytest.approx(14 / MM, abs=0.4)
    said = "".join(line.said for line in last.body if copies.baseline <= line.baseline < printed.baseline)
    assert said == "抄送：县委办公室，县人大常委会办公室，县政府办公室，县政协办公室。"
    (turned,) = (line for line in last.body if copies.baseline < line.baseline < printed.baseline)
    assert turned.left - copies.left == pytest.approx(3 * 14 / MM, abs=0.2)


def test_red_ink_stands_nowhere_but_in_the_head(example: Built) -> None:
    for sheet in sheets(example.pdf)[1:]:
        assert {color for line in sheet.lines for color in line.colors} <= {BLACK}
        assert {bar.color for bar in sheet.bars} <= {BLACK}


def test_a_table_repeats_its_head_on_every_page_and_ends_with_the_totals(example: Built) -> None:
    villages = plain(EXAMPLE_YAML)["督战村"]
    begun = next(n for n, sheet in enumerate(sheets(example.pdf)) if sheet.body[0].said == "附件3")
    pages = sheets(example.pdf)[begun:]
    assert len(pages) == 3
    for sheet in pages:
        (head,) = (line for line in sheet.lines if line.said.startswith("序"))
        assert head.said == "序号村挂牌原因第一书记"
    households, people = (sum(int(row[name]) for row in villages) for name in ("未脱贫户数", "未脱贫人数"))
    (total,) = (line for line in pages[-1].lines if line.said.startswith("合计"))
    assert total.said == f"合计{len(villages)}个村{households}{people}"
