"""Sections, headers and footers."""

import pytest
from small_docx import p, plain, r, source

SECTION = "<w:sectPr>{}</w:sectPr>"
A4 = '<w:pgSz w:w="11906" w:h="16838"/>'


def reference(kind: str, identity: str, page: str = "default") -> str:
    return f'<w:{kind}Reference w:type="{page}" r:id="{identity}"/>'


def test_a_section_ends_with_the_paragraph_that_carries_it():
    landscape = '<w:type w:val="oddPage"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    body = p(r("甲")) + p(r("乙"), SECTION.format(A4)) + p(r("丙")) + SECTION.format(landscape)
    first, second = source(body).sections
    assert (plain(first.blocks), plain(second.blocks)) == ("甲乙", "丙")
    assert (first.width, first.height, first.start) == (595.3, 841.9, "next")
    assert (second.width, second.height, second.start) == (841.9, 595.3, "odd")


@pytest.mark.parametrize(
    "value, start",
    [
        ("nextPage", "next"),
        ("continuous", "continuous"),
        ("oddPage", "odd"),
        ("evenPage", "even"),
        ("nextColumn", "column"),
    ],
)
def test_how_a_section_starts(value, start):
    assert source(p() + SECTION.format(f'<w:type w:val="{value}"/>')).sections[0].start == start


def test_margins_with_gutter_and_exact_top():
    sides = 'w:top="-2098" w:right="1474" w:bottom="1984" w:left="1588" w:gutter="20"'
    edges = f'<w:pgMar {sides} w:header="851" w:footer="1400"/>'
    found = source(p() + SECTION.format(edges)).sections[0]
    assert found.margins == pytest.approx((104.9, 73.7, 99.2, 80.4))
    assert (found.header_distance, found.footer_distance) == (42.55, 70.0)


def test_a_body_without_a_section_is_one_on_words_page():
    (found,) = source(p(r("甲"))).sections
    assert (found.width, found.margins, found.grid_pitch) == (595.3, (72.0, 90.0, 72.0, 90.0), 0.0)


@pytest.mark.parametrize("kind, pitch", [("lines", 28.95), ("linesAndChars", 28.95), ("default", 0.0), (None, 0.0)])
def test_only_a_typed_grid_has_a_pitch(kind, pitch):
    type_ = f'w:type="{kind}" ' if kind else ""
    found = source(p() + SECTION.format(f'<w:docGrid {type_}w:linePitch="579"/>'))
    assert found.sections[0].grid_pitch == pytest.approx(pitch)
    assert found.warnings == ()


def test_title_page_and_number_start():
    found = source(p() + SECTION.format('<w:titlePg/><w:pgNumType w:start="5"/>')).sections[0]
    assert (found.title_page, found.page_number_start) == (True, 5)
    assert source(p()).sections[0].page_number_start is None


def test_headers_and_footers_by_kind_are_inherited_kind_by_kind():
    one = (
        reference("header", "header1")
        + reference("header", "header2", "even")
        + reference("footer", "footer1", "first")
    )
    two = reference("header", "header3")
    body = p("", SECTION.format(one)) + p("", SECTION.format("")) + p() + SECTION.format(two)
    stories = {name: p(r(name)) for name in ("header1", "header2", "header3", "footer1")}
    first, second, third = source(body, stories=stories).sections
    assert [plain(first.headers.default), plain(first.headers.even), first.headers.first] == [
        "header1",
        "header2",
        None,
    ]
    assert second.headers == first.headers
    assert (plain(third.headers.default), plain(third.headers.even)) == ("header3", "header2")
    assert plain(third.footers.first) == "footer1"


def test_places_in_headers_and_footers():
    head = p(r("甲", "<w:emboss/>")) + f"<w:tbl><w:tr><w:tc>{p(r('乙'))}</w:tc></w:tr></w:tbl>"
    section = SECTION.format(reference("header", "header1") + reference("footer", "footer1"))
    found = source(p() + section, stories={"header1": head, "footer1": p(r("丙", "<w:imprint/>"))})
    assert found.warnings == (("阳文", "页眉"), ("阴文", "页脚"))
    cell = found.sections[0].headers.default[1].rows[0].cells[0]
    assert cell.blocks[0].place == "页眉第1个表第1行第1格"


def test_a_header_shared_by_sections_is_told_once():
    ask = reference("header", "header1")
    body = p("", SECTION.format(ask)) + p() + SECTION.format(ask)
    found = source(body, stories={"header1": p(r("甲", "<w:emboss/>"))})
    assert found.warnings == (("阳文", "页眉"),)


@pytest.mark.parametrize(
    "content, feature",
    [
        ('<w:pgBorders><w:top w:val="apples"/></w:pgBorders>', "艺术型页面边框"),
        ('<w:pgNumType w:fmt="hebrew1"/>', "页码的数字格式 hebrew1"),
        ('<w:pgNumType w:chapStyle="1"/>', "带章节号的页码"),
        ('<w:textDirection w:val="tbRl"/>', "整页竖排"),
        ("<w:odd/>", "节属性 odd"),
    ],
)
def test_what_a_section_asks_for_in_vain_is_told(content, feature):
    assert source(p() + SECTION.format(content)).warnings == ((feature, "第1节"),)


def test_plain_section_properties_say_nothing():
    content = (
        '<w:cols w:space="425" w:num="1"/><w:vAlign w:val="top"/><w:pgNumType w:fmt="decimal"/><w:formProt w:val="0"/>'
    )
    assert source(p() + SECTION.format(content)).warnings == ()
