"""Ends and corners of drawn lines, what a drawing says about itself, and fonts that hold coloured pictures only."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from layout_sources import para, source
from made_fonts import made_font
from page_records import TRIANGLE, one_page, structured
from pdf_objects import Opened, text_of

from docgen.pdf.direct_writer import written
from docgen.pdf.html.shape_markup import path_markup
from docgen.pdf.pages import Line, Pages, Path, Piece
from docgen.pdf.source import Anchor, Floating, Part, Picture, Shape, ShapeText
from docgen.pdf.typefaces.fonts import Fonts
from docgen.pdf.writing import WriteOptions, writer, writer_names

every_writer = pytest.mark.parametrize("name", writer_names())
OPEN = TRIANGLE[:3]


def content(*items: Path) -> str:
    return Opened(written(one_page(*items)).pdf).contents[0].decode("latin-1")


def test_ends_and_corners_are_said_to_the_pdf():
    plain = Path(OPEN, stroke="#ff0000", width=3)
    found = content(replace(plain, cap="round", join="bevel"), plain, replace(plain, cap="square", join="round"))
    assert re.findall(r"\d [jJ]", found) == ["2 j", "1 J", "0 j", "0 J", "1 j", "2 J"]


def test_ends_and_corners_are_said_to_the_svg():
    found = path_markup(Path(OPEN, stroke="#ff0000", width=3, cap="square", join="round"))
    assert 'stroke-linecap="square" stroke-linejoin="round"' in found
    assert "linecap" not in path_markup(Path(OPEN, stroke="#ff0000", width=3))


def figures(name: str, pages: Pages) -> list[str]:
    opened = Opened(writer(name).written(structured(pages), WriteOptions(tagged=True)).pdf)
    return [text_of(one["Alt"]) for one in opened.all() if one.get("S") == "Figure" and "Alt" in one]


@every_writer
def test_an_outline_that_says_what_it_shows_is_a_figure(name):
    path = Path(TRIANGLE, fill="#ffcc00", alt="组织“结构”图")
    assert figures(name, one_page(path, replace(path, alt=""))) == ["组织“结构”图"]


def test_the_mark_of_a_faint_figure_is_opened_once_and_one_without_an_outline_has_none():
    faint = Path(TRIANGLE, fill="#ffcc00", alpha=0.5, alt="水印")
    pages = structured(one_page(faint, replace(faint, steps=()), replace(faint, fill="")))
    opened = Opened(writer("direct").written(pages, WriteOptions(tagged=True)).pdf)
    assert opened.contents[0].count(b"/Figure <</MCID") == opened.contents[0].count(b"BDC") == 1
    assert opened.contents[0].index(b"q\n") < opened.contents[0].index(b"/Figure")


@every_writer
def test_without_tags_a_described_outline_is_drawn_as_any_other(name):
    path = Path(TRIANGLE, fill="#ffcc00", alt="图")
    assert writer(name).written(one_page(path), WriteOptions()) == writer(name).written(
        one_page(replace(path, alt="")), WriteOptions()
    )


def described(shape: Shape, laid) -> list[str]:
    block = replace(para(""), inlines=(Floating(Anchor("page", 0.0), Anchor("page", 0.0), shape),))
    return [item.alt for item in laid(source(block)).pages.pages[0].items if isinstance(item, Path)]


def test_the_words_of_a_shape_stand_at_its_first_outline(laid):
    outline = Path(TRIANGLE, fill="#ff0000")
    assert described(Shape(10.0, 10.0, (outline, outline), alt="星"), laid) == ["星", ""]
    group = Shape(20.0, 10.0, parts=(Part(0.0, 0.0, Shape(10.0, 10.0, (outline,))),) * 2, alt="流程图")
    assert described(group, laid) == ["流程图", ""]


def test_a_text_or_a_picture_speaks_for_itself(laid):
    outline = (Path(TRIANGLE, fill="#ff0000"),)
    text = ShapeText((para("框"),), (0.0, 0.0, 100.0, 50.0), (0.0, 0.0, 0.0, 0.0))
    assert described(Shape(100.0, 50.0, outline, text=text, alt="文本框 1"), laid) == [""]
    picture = Picture(b"png", "image/png", 10.0, 10.0, alt="印章")
    assert described(Shape(10.0, 10.0, outline, picture=picture, alt="印章"), laid) == [""]


def test_the_characters_of_a_font_without_outlines_are_boxes_and_told(folder):
    font = made_font("Colours", "国家").font
    del font["glyf"], font["loca"]
    font.save(folder / "colours.ttf")
    face = Fonts.of_machine().face("Colours").face
    done = written(one_page(Line(60, 80, (Piece("家国", face, 16.0, 0.0, 32.0),))))
    assert done.notes == ("Colours只有彩色字形，直接写出的 PDF 里这些字画成方框：国家",)
