"""What the WeasyPrint writer paints beyond plain lines, rules and pictures."""

from __future__ import annotations

import io

import pdfplumber
import pytest
from page_records import CURVE, TRIANGLE, one_page, piece, png, printed
from pdf_objects import Opened, text_of, texts

from docgen.pdf.html.page_markup import Markup
from docgen.pdf.pages import Clipped, Fill, Image, Line, Link, Page, Pages, Path, Rule, Target, Turned
from docgen.pdf.weasyprint_writer import written


def chars(pdf: bytes) -> list[tuple[str, float, float]]:
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        page = opened.pages[0]
        return [(one["text"], one["matrix"][4], page.height - one["matrix"][5]) for one in page.chars]


def operators(*items: object) -> list[str]:
    return Opened(printed(one_page(*items))).contents[0].decode("latin-1").split("\n")  # type: ignore[arg-type]


def test_bold_and_hollow_characters_are_text_with_a_stroke(machine_fonts):
    bold = Line(60, 80, (piece(machine_fonts, "合成粗体", 40.0, bold=0.6, spacing=2.0),))
    pdf = printed(one_page(bold))
    found = chars(pdf)
    assert [char for char, *_ in found] == list("合成粗体")
    for place, (_, x, baseline) in enumerate(found):
        assert (x, baseline) == (pytest.approx(100 + 18 * place, abs=0.1), pytest.approx(80, abs=0.1))
    assert b"2 Tr" in Opened(pdf).contents[0]
    assert "1 Tr" in operators(Line(60, 80, (piece(machine_fonts, "空心", outline=True),)))


def test_slanted_characters_lean_around_their_baseline(machine_fonts):
    with pdfplumber.open(
        io.BytesIO(printed(one_page(Line(60, 80, (piece(machine_fonts, "斜", slant=True),)))))
    ) as opened:
        (char,) = opened.pages[0].chars
    a, b, c, d, e, f = char["matrix"]
    assert (b, a) == (0, pytest.approx(d))
    assert c / a == pytest.approx(1 / 3, abs=0.001)
    assert (e, 841.9 - f) == (pytest.approx(60, abs=0.1), pytest.approx(80, abs=0.1))


def test_raised_characters_keep_the_baseline_of_their_line(machine_fonts):
    pieces = (piece(machine_fonts, "标"), piece(machine_fonts, "2", 16, 10, rise=6.0), piece(machine_fonts, "后", 30))
    lines = [Line(60, 80 + 28.95 * row, pieces) for row in range(3)]
    found = chars(printed(one_page(*lines)))
    for row in range(3):
        first, raised, last = found[3 * row : 3 * row + 3]
        assert first[2] == pytest.approx(80 + 28.95 * row, abs=0.1)
        assert raised[2] == pytest.approx(74 + 28.95 * row, abs=0.1)
        assert last[1:] == (pytest.approx(90, abs=0.1), first[2])


def test_pieces_in_boxes_of_their_own_keep_the_order_of_the_line(machine_fonts):
    looks = ({}, {"bold": 0.5}, {}, {"scale": 0.5}, {"slant": True}, {})
    pieces = [piece(machine_fonts, f"第{place}", 40.0 * place, **look) for place, look in enumerate(looks)]
    assert "".join(char for char, *_ in chars(printed(one_page(Line(60, 80, tuple(pieces)))))) == "第0第1第2第3第4第5"


def test_dashed_rules_have_their_pattern_and_plain_ones_stay_boxes():
    pdf = printed(one_page(Rule(60, 280, 500, 280, 1, "#0000ff", (4, 2)), Rule(60, 300, 500, 300, 1)))
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        (line,), (box,) = opened.pages[0].lines, opened.pages[0].rects
    assert b"[4 2] 0 d" in Opened(pdf).contents[0]
    assert (line["x0"], line["x1"], line["top"]) == (
        pytest.approx(60),
        pytest.approx(500),
        pytest.approx(280, abs=0.01),
    )
    assert (box["top"], box["height"]) == (pytest.approx(299.5, abs=0.01), pytest.approx(1, abs=0.01))


def test_paths_have_their_places_colours_and_alpha():
    pdf = printed(
        one_page(Path(TRIANGLE, "#ffcc00", "#cc0000", 2.0, alpha=0.5), Path(CURVE, stroke="#ff0000", width=3))
    )
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        triangle, curve = opened.pages[0].curves
    assert [triangle[key] for key in ("x0", "top", "x1", "bottom")] == pytest.approx([200, 300, 280, 340], abs=0.01)
    assert (triangle["fill"], triangle["stroke"], curve["fill"], curve["stroke"]) == (True, True, False, True)
    assert curve["linewidth"] == pytest.approx(3, abs=0.01)
    states = Opened(pdf).pages[0]["Resources"]["ExtGState"]
    assert 0.5 in [value for state in states.values() for value in state.values()]


def test_a_path_without_colours_or_steps_is_nothing():
    assert Markup(one_page(Path((), fill="#ff0000"), Path(TRIANGLE))).body.count("svg") == 0


def test_what_lies_outside_of_a_clip_is_not_seen():
    import pypdfium2

    pdf = printed(one_page(Clipped(60, 410, 80, 20, (Fill(40, 400, 200, 100, "#ff0000"),))))
    pixels = pypdfium2.PdfDocument(pdf)[0].render(scale=1).to_numpy()
    red = [(x, y) for y, row in enumerate(pixels) for x, pixel in enumerate(row) if tuple(pixel[:3]) == (0, 0, 255)]
    assert min(red) == (60, 410)
    assert (139, 429) <= max(red) <= (140, 430)


def test_items_turn_by_any_angle(machine_fonts):
    (char,) = chars(printed(one_page(Turned(300, 420, 30, (Line(0, 0, (piece(machine_fonts, "转"),)),)))))
    assert char[1:] == (pytest.approx(300, abs=0.1), pytest.approx(420, abs=0.1))


def test_links_and_their_targets(machine_fonts):
    link, inner = Link(60, 500, 100, 20, "https://example.com/政策?a=1"), Link(200, 500, 40, 10, "#表 一")
    pages = Pages(
        (Page(595.3, 841.9, (link, inner)), Page(841.9, 595.3, (Target(60, 300, "表 一"), Target(0, 0, "表 一"))))
    )
    result = written(pages)
    assert result.notes == ()
    outer, turned = Opened(result.pdf).pages[0]["Annots"]
    assert outer["Rect"] == pytest.approx([60, 341.9, 160, 321.9], abs=0.1)
    assert outer["A"]["URI"] == b"https://example.com/%E6%94%BF%E7%AD%96?a=1"
    assert text_of(turned["Dest"]) == "表 一"


def test_a_link_to_nowhere_is_left_out_and_told():
    result = written(one_page(Link(60, 60, 10, 10, "#没有")))
    assert result.notes == ("链接“#没有”指向的位置不存在或地址不能用，PDF 中没有这个链接",)
    assert "Annots" not in Opened(result.pdf).pages[0]


def test_faint_pictures_and_their_words():
    pages = one_page(Image(60, 350, 60, 45, png(), "image/png", alpha=0.4, alt='“照片”<a>"'))
    states = Opened(printed(pages)).pages[0]["Resources"]["ExtGState"]
    assert 0.4 in [value for state in states.values() for value in state.values()]
    assert 'alt="“照片”&lt;a&gt;&quot;"' in Markup(pages).body


def test_headings_of_one_line_lead_to_the_line_itself(machine_fonts):
    heading = Line(60, 400, (piece(machine_fonts, "一、标题"),), heading=(1, "一、标题"))
    with pdfplumber.open(io.BytesIO(printed(one_page(heading)))) as opened:
        ((_, _, place, *_),) = opened.doc.get_outlines()
    assert 841.9 - place[3] == pytest.approx(384, abs=1)


def test_lines_of_a_table_stay_joined_without_tags_and_apart_with_them(machine_fonts):
    cells = [Line(60 + 100 * place, 80, (piece(machine_fonts, "格"),)) for place in range(3)]
    assert Markup(one_page(*cells)).body.count("<p") == 1
    assert Markup(one_page(*cells), tagged=True).body.count("<p") == 3
    assert texts(printed(one_page(*cells))) == ["格 格 格"]
