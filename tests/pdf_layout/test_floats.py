"""Floating shapes: where they stand on the page, and what lies under and over the text."""

from dataclasses import replace

import pytest
from layout_sources import BODY, MARGINS, MM, lines_of, page_of, para, source, text_of, texts

from docgen.pdf.pages import Clipped, Image, Line, Page, Path, Turned
from docgen.pdf.source import (
    Anchor,
    Cell,
    Floating,
    HeaderFooter,
    PageField,
    Paragraph,
    Part,
    Picture,
    Row,
    Section,
    Shape,
    ShapeText,
    Source,
    Table,
)

TOP, RIGHT, BOTTOM, LEFT = MARGINS
WIDTH, HEIGHT = 210 * MM, 297 * MM
BARE = (0.0, 0.0, 0.0, 0.0)


def square(color: str = "#ff0000", size: float = 10.0) -> Shape:
    outline = (("M", (0.0, 0.0)), ("L", (size, 0.0)), ("L", (size, size)), ("L", (0.0, size)), ("Z", ()))
    return Shape(size, size, (Path(outline, fill=color),))


def box(*blocks: object, width: float = 100.0, height: float = 50.0, **how: object) -> Shape:
    text = ShapeText(blocks, (0.0, 0.0, width, height), BARE, place="第1段", **how)  # type: ignore[arg-type]
    return Shape(width, height, text=text)


def floating(shape: Shape | None = None, **how: object) -> Floating:
    found = Floating(Anchor("page", 0.0), Anchor("page", 0.0), shape or square())
    return replace(found, **how)  # type: ignore[arg-type]


def holding(*floats: Floating, text: str = "") -> Paragraph:
    block = para(text)
    return replace(block, inlines=(*floats, *block.inlines))


def corner(page: Page, kind: type = Path) -> tuple[float, float]:
    """The first point of the only outline."""
    (found,) = [item for item in page.items if isinstance(item, kind)]
    return found.steps[0][1]


def page_with(laid, *floats: Floating, text: str = "", **how: object) -> Page:
    return laid(source(para("前"), holding(*floats, text=text), **how)).pages.pages[0]


@pytest.mark.parametrize(
    "anchor, x",
    [
        (Anchor("page", 30.0), 30.0),
        (Anchor("page", align="right"), WIDTH - 10),
        (Anchor("page", share=0.5), WIDTH / 2),
        (Anchor("margin", 5.0), LEFT + 5),
        (Anchor("margin", align="center"), LEFT + (WIDTH - LEFT - RIGHT - 10) / 2),
        (Anchor("text", -20.0), LEFT - 20),
        (Anchor("left_margin", align="right"), LEFT - 10),
        (Anchor("right_margin", 3.0), WIDTH - RIGHT + 3),
        (Anchor("inside_margin", align="left"), 0.0),
        (Anchor("outside_margin", align="left"), WIDTH - RIGHT),
        (Anchor("margin", align="inside"), LEFT),
        (Anchor("margin", align="outside"), WIDTH - RIGHT - 10),
    ],
)
def test_the_left_edge_of_a_float(laid, anchor, x):
    assert corner(page_with(laid, floating(horizontal=anchor)))[0] == pytest.approx(x)


@pytest.mark.parametrize(
    "anchor, y",
    [
        (Anchor("page", 40.0), 40.0),
        (Anchor("page", align="bottom"), HEIGHT - 10),
        (Anchor("margin", align="top"), TOP),
        (Anchor("margin", share=0.1), TOP + 0.1 * (HEIGHT - TOP - BOTTOM)),
        (Anchor("top_margin", align="bottom"), TOP - 10),
        (Anchor("bottom_margin", 7.0), HEIGHT - BOTTOM + 7),
        (Anchor("text", 4.0), TOP + 28.95 + 4),
        (Anchor("line", 4.0), TOP + 28.95 + 4),
        (Anchor("line", align="bottom"), TOP + 2 * 28.95 - 10),
    ],
)
def test_the_upper_edge_of_a_float(laid, anchor, y):
    assert corner(page_with(laid, floating(vertical=anchor)))[1] == pytest.approx(y)


def test_inside_and_outside_change_sides_on_even_pages(laid):
    outside = floating(horizontal=Anchor("page", align="outside"))
    pages = laid(source(para("一"), replace(holding(outside), format=para("", page_break_before=True).format))).pages
    assert corner(pages.pages[1])[0] == 0.0


def test_a_float_may_stand_where_its_character_stands(laid):
    block = para("一二三四五")
    anchored = floating(horizontal=Anchor("character", 2.0), vertical=Anchor("line", 1.0))
    two = replace(para("甲乙丙" * 12), inlines=(*para("甲乙丙" * 12).inlines, anchored, *block.inlines))
    page = laid(source(two)).pages.pages[0]
    x, y = corner(page)
    line = lines_of(page)[1]
    before = text_of(line).index("一")
    assert x == pytest.approx(LEFT + before * line.pieces[0].width / len(line.pieces[0].text) + 2)
    assert y == pytest.approx(TOP + 28.95 + 1)


def test_a_size_in_percent_is_that_of_this_page(laid):
    page = page_with(laid, floating(scaled_width=("margin", 0.5), scaled_height=("page", 0.1)))
    (path,) = [item for item in page.items if isinstance(item, Path)]
    assert path.steps[2][1] == pytest.approx(((WIDTH - LEFT - RIGHT) / 2, HEIGHT / 10))


def kinds(page: Page) -> list[str]:
    return [
        item.fill if isinstance(item, Path) else text_of(item) for item in page.items if isinstance(item, Path | Line)
    ]


def test_what_is_behind_comes_first_and_the_higher_order_last(laid):
    floats = (
        floating(square("#000003"), order=3),
        floating(square("#000001"), order=1),
        floating(square("#000009"), order=9, behind=True),
        floating(square("#000008"), order=8, behind=True),
    )
    assert kinds(page_with(laid, *floats, text="文")) == ["#000008", "#000009", "前", "文", "#000001", "#000003"]


def test_a_seal_lies_under_the_date_and_takes_no_room(laid):
    seal = Shape(120.0, 120.0, picture=Picture(b"png", "image/png", 120.0, 120.0, alt="印章"))
    pressed = floating(seal, horizontal=Anchor("text", 250.0), vertical=Anchor("text", -70.0), behind=True)
    page = page_with(laid, pressed, text="2024年5月6日")
    assert page.items[0] == Image(LEFT + 250, TOP + 28.95 - 70, 120.0, 120.0, b"png", "image/png", 1.0, "印章")
    plain = laid(source(para("前"), para("2024年5月6日"))).pages.pages[0]
    assert [line.baseline for line in lines_of(page)] == [line.baseline for line in lines_of(plain)]


def test_a_float_in_a_cell_takes_the_cell_for_its_page(laid):
    held = floating(horizontal=Anchor("page", 5.0), vertical=Anchor("page", 6.0), in_cell=True)
    cell = Cell((holding(held),), margins=(0.0, 4.0, 0.0, 4.0))
    page = laid(source(para("前"), Table((100.0, 100.0), (Row((cell, Cell((para("右"),)))),)))).pages.pages[0]
    assert corner(page) == (pytest.approx(LEFT + 4 + 5), pytest.approx(TOP + 28.95 + 6))
    outside = replace(cell, blocks=(holding(replace(held, in_cell=False)),))
    page = laid(source(Table((100.0,), (Row((outside,)),)))).pages.pages[0]
    assert corner(page) == (5.0, 6.0)


def test_the_text_of_a_box_stands_inside_its_insets(laid):
    shape = box(para("框"))
    shape = replace(shape, text=replace(shape.text, insets=(5.0, 6.0, 7.0, 8.0)))
    page = page_with(laid, floating(shape, horizontal=Anchor("page", 50.0), vertical=Anchor("page", 60.0)))
    line = lines_of(page)[-1]
    assert (text_of(line), line.x, line.baseline) == ("框", 58.0, pytest.approx(60 + 5 + 28.95 * 0.8))


@pytest.mark.parametrize("vertical, shift", [("top", 0.0), ("center", 35.525), ("bottom", 71.05)])
def test_the_text_of_a_box_may_stand_in_its_middle_or_at_its_foot(laid, vertical, shift):
    page = page_with(laid, floating(box(para("框"), height=100.0, vertical=vertical)))
    assert lines_of(page)[-1].baseline == pytest.approx(28.95 * 0.8 + shift)


def test_a_box_that_is_too_small_cuts_its_text_and_says_so(laid):
    laid_out = laid(source(holding(floating(box(para("一"), para("二"), para("三"), height=40.0)))))
    (clip,) = [item for item in laid_out.pages.pages[0].items if isinstance(item, Clipped)]
    assert (clip.x, clip.y, clip.width, clip.height) == (0.0, 0.0, 100.0, 40.0)
    assert [text_of(line) for line in clip.items] == ["一", "二", "三"]
    assert laid_out.warnings == (("文本框装不下的文字（照 Word 的样子截去）", "第1段"),)


def test_a_box_that_grows_is_as_high_as_its_text(laid):
    shape = replace(box(para("一"), para("二"), height=10.0, grows=True), paths=square(size=10.0).paths)
    page = page_with(laid, floating(shape, vertical=Anchor("page", align="bottom")))
    assert corner(page)[1] == pytest.approx(HEIGHT - 2 * 28.95)
    assert texts(page) == ["前", "一", "二"]
    assert not [item for item in page.items if isinstance(item, Clipped)]


def test_a_box_that_does_not_wrap_keeps_its_lines_whole(laid):
    text = "一二三四五六七八九十"
    page = page_with(laid, floating(box(para(text, alignment="start"), width=40.0, wraps=False)))
    assert texts(page) == ["前", text]


@pytest.mark.parametrize("align, share", [("center", 0.5), ("right", 1.0), ("outside", 1.0)])
def test_a_box_that_grows_and_does_not_wrap_is_as_wide_as_its_text_at_its_place(laid, align, share):
    shape = box(para("第一页", alignment="start"), width=144.0, height=144.0, grows=True, wraps=False)
    page = page_with(laid, floating(shape, horizontal=Anchor("page", align=align)))
    line = lines_of(page)[-1]
    width = line.pieces[-1].x + line.pieces[-1].width - line.pieces[0].x
    assert 40 < width < 60
    assert line.x + line.pieces[0].x == pytest.approx(share * (page.width - width), abs=0.2)


def test_a_box_that_does_not_wrap_keeps_its_width_around_what_is_no_text(laid):
    table = Table((60.0,), (Row((Cell((para("表中"),)),)),))
    shape = replace(box(table, para(""), width=144.0, grows=True, wraps=False), paths=square(size=144.0).paths)
    page = page_with(laid, floating(shape, horizontal=Anchor("page", align="right")))
    assert corner(page)[0] == pytest.approx(page.width - 144.0)


def test_a_turned_shape_turns_about_its_middle_with_all_that_is_in_it(laid):
    shape = replace(box(para("转"), width=100.0, height=40.0), degrees=30.0)
    page = page_with(laid, floating(shape, horizontal=Anchor("page", 10.0), vertical=Anchor("page", 20.0)))
    (turned,) = [item for item in page.items if isinstance(item, Turned)]
    assert (turned.x, turned.y, turned.degrees) == (60.0, 40.0, 30.0)
    (line,) = turned.items
    assert (line.x, line.baseline) == (-50.0, pytest.approx(-20 + 28.95 * 0.8))


@pytest.mark.parametrize("x, told", [(0.0, True), (200.0, False)])
def test_turned_text_that_leaves_the_paper_is_told(laid, x, told):
    shape = replace(box(para("一二三四五六七八九十"), width=200.0, height=40.0), degrees=315.0)
    place = {"horizontal": Anchor("page", x - 150.0), "vertical": Anchor("page", 200.0)}
    warnings = laid(source(holding(floating(shape, **place), text="前"))).warnings
    assert warnings == ((("伸出纸外的文字", "第1页“一二三四五六七八九十”"),) if told else ())


def test_a_shape_on_its_side_stands_in_the_room_of_a_lying_one(laid):
    shape = replace(box(para("转"), width=100.0, height=40.0), degrees=90.0)
    page = page_with(laid, floating(shape, horizontal=Anchor("page", 10.0), vertical=Anchor("page", 20.0)))
    (turned,) = [item for item in page.items if isinstance(item, Turned)]
    assert (turned.x, turned.y) == (30.0, 70.0)


def test_text_that_runs_down_has_its_characters_upright(laid):
    page = page_with(laid, floating(box(para("竖排"), width=40.0, height=100.0, rotation=90, upright=True)))
    first, second = lines_of(page)[1:]
    assert [text_of(first), text_of(second)] == ["竖", "排"]
    assert (second.x - first.x, second.baseline - first.baseline) == (pytest.approx(0), pytest.approx(15.75))


def test_text_that_runs_down_stands_upright_where_its_box_cuts_it_off_too(laid):
    narrow = box(para("竖"), para("排"), width=40.0, height=100.0, rotation=90, upright=True)
    page = page_with(laid, floating(narrow, horizontal=Anchor("page", 70.0), vertical=Anchor("page", 90.0)))
    (cut,) = [item for item in page.items if isinstance(item, Clipped)]
    assert (cut.x, cut.y, cut.width, cut.height) == (70.0, 90.0, 40.0, 100.0)
    assert [text_of(line) for line in cut.items if isinstance(line, Line)] == ["竖", "排"]


def test_parts_of_a_group_stand_by_its_corner(laid):
    group = Shape(
        100.0, 100.0, parts=(Part(10.0, 20.0, square()), Part(50.0, 60.0, box(para("乙"), width=40, height=40)))
    )
    page = page_with(laid, floating(group, horizontal=Anchor("page", 100.0), vertical=Anchor("page", 200.0)))
    assert corner(page) == (110.0, 220.0)
    assert lines_of(page)[-1].x == 150.0


def test_a_float_in_a_box_stays_in_the_box(laid):
    inner = floating(square(), horizontal=Anchor("page", 3.0), vertical=Anchor("text", 4.0))
    page = page_with(
        laid, floating(box(holding(inner)), horizontal=Anchor("page", 100.0), vertical=Anchor("page", 200.0))
    )
    assert corner(page) == (103.0, 204.0)


def test_word_art_is_as_large_as_its_shape(laid):
    shape = box(para("机密", replace(BODY, size=1.0)), width=400.0, height=100.0, stretches=True, wraps=False)
    page = page_with(laid, floating(shape))
    (piece,) = lines_of(page)[-1].pieces
    assert (piece.size, piece.width) == (100.0, pytest.approx(400.0, abs=1.0))


def test_a_watermark_of_the_header_lies_under_the_text_of_every_page(laid):
    mark = floating(square("#c0c0c0"), behind=True)
    over = floating(square("#d0d0d0"))
    section = page_of(para("一"), para("二", page_break_before=True))
    section = replace(section, headers=HeaderFooter(default=(holding(mark, over, text="眉"),)))
    pages = laid(Source((section,))).pages.pages
    assert [kinds(page) for page in pages] == [
        ["#c0c0c0", "#d0d0d0", "一", "眉"],
        ["#c0c0c0", "#d0d0d0", "二", "眉"],
    ]
    assert [(page.backdrop, page.furniture) for page in pages] == [(2, 3), (2, 3)]


def test_the_head_of_a_first_page_may_stand_in_its_header(laid):
    mark = box(para("某某县人民政府文件"), width=400.0)
    section = page_of(para("一"), para("二", page_break_before=True), title_page=True)
    section = replace(section, headers=HeaderFooter(first=(holding(floating(mark)),), default=(para("第二页的眉"),)))
    pages = laid(Source((section,))).pages.pages
    assert [texts(page) for page in pages] == [["某某县人民政府文件", "一"], ["二", "第二页的眉"]]


def test_a_page_number_in_a_box_is_that_of_its_page(laid):
    number = Paragraph(para("").format, (PageField("PAGE", BODY), PageField("NUMPAGES", BODY)))
    first = holding(floating(box(number)), text="一")
    second = replace(holding(floating(box(number)), text="二"), format=para("", page_break_before=True).format)
    pages = laid(source(first, second)).pages.pages
    assert [texts(page) for page in pages] == [["一", "12"], ["二", "22"]]


def test_a_shape_in_the_line_stands_on_the_baseline(laid):
    shape = replace(square(size=20.0), effect=(1.0, 2.0, 3.0, 4.0))
    block = replace(para("前后", line=para("").format.line), inlines=(*para("前").inlines, shape, *para("后").inlines))
    section: Section = page_of(block)
    page = laid(Source((section,))).pages.pages[0]
    line = lines_of(page)[0]
    left, top = corner(page)
    assert (left, top) == (pytest.approx(LEFT + 15.75 + 4), pytest.approx(line.baseline - 23))
    assert line.x + line.pieces[1].x == pytest.approx(left + 20 + 2)
