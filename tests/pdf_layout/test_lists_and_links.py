"""Labels of lists, numbers of pages in their formats, links and the places that they lead to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from layout_sources import BODY, BOTH, LOOSE, MARGINS, flat, lines_of, page_of, para, source, text_of, texts

from docgen.pdf.pages import Link, Page, Target
from docgen.pdf.source import (
    Bookmark,
    Break,
    HeaderFooter,
    Label,
    PageField,
    Paragraph,
    RunFormat,
    Source,
    Tab,
    Text,
)

LEFT = MARGINS[3]
LONG = "悬挂缩进的文字第二行与第一行的文字对齐而不与编号对齐这里再写几个字凑满一行"


def listed(label: str, text: str, alignment: str = "left", run: RunFormat = LOOSE, **how: object) -> Paragraph:
    """A paragraph of a list with a tab behind its label."""
    form = replace(BOTH, mark=run, **how)  # type: ignore[arg-type]
    return Paragraph(form, (Text(label, run), Tab(run), Text(text, run)), "", Label(label, alignment))  # type: ignore[arg-type]


def starts(page: Page) -> list[list[float]]:
    """Where the pieces of each line begin, from the left of the text area."""
    return [[round(line.x + piece.x - LEFT, 2) for piece in line.pieces] for line in lines_of(page)]


def test_the_lines_of_a_hanging_item_stand_behind_its_label(laid):
    page = laid(source(listed("一、", LONG, left=64.0, first_line=-40.0))).pages.pages[0]
    first, second = starts(page)
    assert (first[0], first[-1], second[0]) == (24.0, 64.0, 64.0)


@pytest.mark.parametrize("alignment, share", [("left", 0.0), ("center", 0.5), ("right", 1.0)])
def test_a_label_stands_left_of_on_or_right_of_its_place(laid, alignment, share):
    page = laid(source(listed("一二三", "文", alignment, left=100.0, first_line=-30.0))).pages.pages[0]
    (line,) = lines_of(page)
    label, text = line.pieces
    width = 3 * LOOSE.size
    assert label.width == pytest.approx(width)
    assert line.x + label.x - LEFT == pytest.approx(70 - share * width)
    # The text behind the tab stands on the hanging indent, or on the next stop when the label is too long for it.
    assert line.x + text.x - LEFT == pytest.approx(100 if share else 144)


def test_a_heading_carries_its_label_into_the_bookmarks(laid):
    page = laid(source(listed("第一条", "总则", left=0.0, outline_level=0))).pages.pages[0]
    assert lines_of(page)[0].heading == (1, "第一条 总则")


def numbered(*fields: PageField, **how: object) -> Source:
    """Two pages with fields in the footer."""
    inlines = tuple(part for one in fields for part in (one, Text("|", BODY)))
    footer = HeaderFooter(default=(replace(para(""), inlines=inlines),))
    second = replace(para(""), inlines=(Break("page", BODY), Text("次页", BODY)))
    return Source((page_of(para("首页"), second, footers=footer, **how),))


def footers(pages) -> list[str]:
    return [texts(page)[-1].replace(" ", "") for page in pages.pages]


def test_a_page_number_is_written_as_its_section_asks(laid):
    fields = PageField("PAGE", BODY), PageField("NUMPAGES", BODY), PageField("SECTIONPAGES", BODY)
    found = laid(numbered(*fields, page_number_format="numberInDash")).pages
    assert footers(found) == ["-1-|2|2|", "-2-|2|2|"]


def test_a_field_that_names_its_digits_has_its_own(laid):
    fields = PageField("PAGE", BODY, "lowerRoman"), PageField("NUMPAGES", BODY, "chineseCountingThousand")
    found = laid(numbered(*fields, page_number_format="numberInDash", page_number_start=9)).pages
    assert footers(found) == ["ix|二|", "x|二|"]


def test_a_page_number_in_the_text_is_that_of_its_page_in_its_format(laid):
    first = replace(para(""), inlines=(Text("第", BODY), PageField("PAGE", BODY, "chineseCounting"), Text("页", BODY)))
    second = replace(para(""), inlines=(Break("page", BODY), PageField("PAGE", BODY), Text("页", BODY)))
    found = laid(source(first, second, page_number_format="upperRoman")).pages
    assert [texts(page) for page in found.pages] == [["第一页"], ["II页"]]


def targets(page: Page) -> list[tuple[str, float]]:
    return [(item.name, round(item.y, 2)) for item in flat(page.items) if isinstance(item, Target)]


def test_a_bookmark_is_a_place_at_the_top_of_its_line(laid):
    text = Text("字" * 40, LOOSE)
    block = replace(para(""), inlines=(Bookmark("首"), text, Bookmark("次"), Text("尾", LOOSE), Bookmark("末")))
    page = laid(source(block)).pages.pages[0]
    top = MARGINS[0]
    assert targets(page) == [("首", round(top, 2)), ("次", round(top + 28.95, 2)), ("末", round(top + 28.95, 2))]
    assert [text_of(line) for line in lines_of(page)] == ["字" * 27, "字" * 13 + "尾"]


def test_a_bookmark_alone_in_a_paragraph_is_a_place_on_its_page(laid):
    broken = replace(para(""), inlines=(Text("一", BODY), Break("page", BODY)))
    alone = replace(para(""), inlines=(Bookmark("甲"),))
    found = laid(source(broken, alone)).pages
    assert [targets(page) for page in found.pages] == [[], [("甲", round(MARGINS[0], 2))]]


def test_linked_text_has_an_area_on_every_line_that_it_stands_on(laid):
    run = replace(LOOSE, link="#甲")
    block = replace(
        para("", alignment="start"), inlines=(Text("字" * 20, LOOSE), Text("链" * 10, run), Text("后", LOOSE))
    )
    page = laid(source(block)).pages.pages[0]
    areas = [item for item in flat(page.items) if isinstance(item, Link)]
    assert [(one.target, round(one.x - LEFT, 2), round(one.width, 2)) for one in areas] == [
        ("#甲", 320.0, 112.0),
        ("#甲", 0.0, 48.0),
    ]
    first, second = lines_of(page)
    assert areas[0].y < first.baseline < areas[0].y + areas[0].height
    assert areas[1].y < second.baseline < areas[1].y + areas[1].height
