"""Footnotes and endnotes on the page: at whose foot, under which rule, with which number."""

from __future__ import annotations

from dataclasses import replace

import pytest
from layout_sources import BODY, BOTH, LOOSE, MM, all_texts, lines_of, page_of, para, text_of, texts

from docgen.pdf.pages import Rule
from docgen.pdf.source import (
    Anchor,
    Cell,
    Column,
    Frame,
    HeaderFooter,
    Note,
    NoteNumber,
    NoteReference,
    NoteRules,
    NoteSeparators,
    PageField,
    Paragraph,
    Row,
    Separator,
    Source,
    Table,
    Text,
)

LEFT, TOP, BOTTOM = 28 * MM, 37 * MM, (297 - 35) * MM
LINE = 28.95


SEPARATORS = NoteSeparators(
    (replace(para(""), inlines=(Separator(BODY),)),), (replace(para(""), inlines=(Separator(BODY, long=True),)),)
)


def note(number: int, text: str = "", kind: str = "footnote", **how: object) -> Note:
    format_ = replace(BOTH, **how)
    return Note(kind, number, (Paragraph(format_, (NoteNumber(BODY), Text(f"：{text or f'注{number}'}", BODY))),))


def referring(text: str, *notes: Note, custom: bool = False) -> Paragraph:
    return replace(para(""), inlines=(Text(text, BODY), *(NoteReference(one, BODY, custom) for one in notes)))


def numbered(count: int) -> list:
    return [para(f"第{number}段") for number in range(1, count + 1)]


def rules_of(page) -> list[Rule]:
    return [item for item in page.items if isinstance(item, Rule)]


def baseline(page, text: str) -> float:
    return next(line.baseline for line in lines_of(page) if text_of(line) == text)


def test_a_footnote_stands_on_the_lower_edge_below_a_short_rule(laid):
    page = laid(Source((page_of(referring("正文", note(1))),))).pages.pages[0]
    assert texts(page) == ["正文1", "1：注1"]
    assert baseline(page, "1：注1") == pytest.approx(BOTTOM - 0.2 * LINE)
    (rule,) = rules_of(page)
    assert (rule.x1, rule.x2 - rule.x1, rule.y1) == (pytest.approx(LEFT), 144.0, rule.y2)
    assert BOTTOM - 2.5 * LINE < rule.y1 < BOTTOM - LINE


def test_what_stands_in_a_frame_in_a_footnote_is_put_into_its_text_with_a_warning(laid):
    frame = Frame(Anchor("page", 10.0), Anchor("page", 10.0), 50.0)
    own = note(1)
    framed = replace(own, blocks=(*own.blocks, para("框中", frame=frame)))
    result = laid(Source((page_of(referring("甲", framed)),)))
    assert [text_of(line) for line in lines_of(result.pages.pages[0])] == ["甲1", "1：注1", "框中"]
    assert result.warnings == (("脚注里的图文框（按不浮动排）", "脚注1"),)


def test_footnotes_take_their_place_from_the_text(laid):
    separators = NoteSeparators((para(""),))
    source = Source((page_of(referring("正文", note(1), note(2)), *numbered(30)),), footnote_separators=separators)
    pages = all_texts(laid(source).pages)
    assert pages[0] == ["正文12", *(f"第{number}段" for number in range(1, 19)), "1：注1", "2：注2"]
    assert pages[1][0] == "第19段"


def test_a_footnote_stands_on_the_page_of_the_line_that_refers_to_it(laid):
    pages = all_texts(laid(Source((page_of(*numbered(21), referring("末", note(1))),))).pages)
    assert pages == [[f"第{number}段" for number in range(1, 22)], ["末1", "1：注1"]]


def test_a_long_footnote_goes_on_at_the_foot_of_the_next_page_below_a_long_rule(laid):
    long = note(1, "国" * 28 * 6, widow_control=False)
    blocks = [*numbered(17), referring("此处", long), *[para(f"后{number}") for number in range(1, 9)]]
    first, second = laid(Source((page_of(*blocks),), footnote_separators=SEPARATORS)).pages.pages
    assert texts(first)[17:] == ["此处1", "1：" + "国" * 26, "国" * 28, "国" * 28]
    assert texts(second) == [*[f"后{number}" for number in range(1, 9)], "国" * 28, "国" * 28, "国" * 28, "国" * 2]
    assert [rule.x2 - rule.x1 for rule in rules_of(first)] == [144.0]
    assert [rule.x2 - rule.x1 for rule in rules_of(second)] == [pytest.approx(156 * MM)]
    assert lines_of(second)[-1].baseline == pytest.approx(BOTTOM - 0.2 * LINE)


def test_a_footnote_longer_than_the_rest_of_the_document_gets_pages_of_its_own(laid):
    long = note(1, "国" * 28 * 60)
    pages = laid(Source((page_of(referring("正文", long)),))).pages.pages
    assert len(pages) == 3
    assert sum("".join(texts(page)).count("国") for page in pages) == 28 * 60


def test_footnotes_of_table_cells_stand_at_the_foot_of_the_page(laid):
    row = Row((Cell((referring("格", note(1)),), margins=(0, 0, 0, 0)),))
    page = laid(Source((page_of(Table((200.0,), (row,)), para("后")),))).pages.pages[0]
    assert texts(page) == ["格1", "后", "1：注1"]
    assert baseline(page, "1：注1") == pytest.approx(BOTTOM - 0.2 * LINE)


def test_a_repeated_table_head_does_not_show_its_footnote_again(laid):
    head = Row((Cell((referring("头", note(1)),)),), header=True)
    rows = [Row((Cell((para(f"行{number}"),)),)) for number in range(30)]
    pages = all_texts(laid(Source((page_of(Table((200.0,), (head, *rows))),))).pages)
    assert [page.count("1：注1") for page in pages] == [1, 0]
    assert [page[0] for page in pages] == ["头1", "头1"]


def test_footnotes_of_columns_stand_at_the_foot_of_their_column(laid):
    two = (Column(200.0, 20.0),) * 2
    blocks = [referring("甲", note(1)), *numbered(25), referring("乙", note(2))]
    page = laid(Source((page_of(*blocks, columns=two),))).pages.pages[0]
    places = {text_of(line): (round(line.x - LEFT), round(line.baseline, 1)) for line in lines_of(page)}
    assert places["1：注1"] == (0, round(BOTTOM - 0.2 * LINE, 1))
    assert places["2：注2"] == (220, round(BOTTOM - 0.2 * LINE, 1))


def test_footnotes_may_stand_right_below_the_text(laid):
    section = page_of(referring("正文", note(1)), footnotes=NoteRules(place="text"))
    page = laid(Source((section,), footnote_separators=NoteSeparators((para(""),)))).pages.pages[0]
    assert baseline(page, "1：注1") - baseline(page, "正文1") == pytest.approx(2 * LINE)


@pytest.mark.parametrize(
    "rules, signs",
    [
        (NoteRules("decimalEnclosedCircleChinese"), ["①", "②", "③"]),
        (NoteRules("chineseCounting", start=5), ["五", "六", "七"]),
        (NoteRules(restart="page"), ["1", "2", "1"]),
    ],
)
def test_how_footnotes_are_counted(laid, rules, signs):
    blocks = [
        referring("甲", note(1), note(2)),
        replace(referring("乙", note(3)), format=replace(BOTH, page_break_before=True)),
    ]
    pages = laid(Source((page_of(*blocks, footnotes=rules),))).pages.pages
    assert texts(pages[0])[0] == "甲" + signs[0] + signs[1]
    assert texts(pages[1])[0] == "乙" + signs[2]
    assert texts(pages[1])[1] == f"{signs[2]}：注3"


def test_footnotes_may_be_counted_anew_in_every_section(laid):
    rules = NoteRules(restart="section")
    one, two = page_of(referring("甲", note(1)), footnotes=rules), page_of(referring("乙", note(2)), footnotes=rules)
    assert all_texts(laid(Source((one, two))).pages) == [["甲1", "1：注1"], ["乙1", "1：注2"]]


def test_a_footnote_with_a_sign_of_its_own_is_not_counted(laid):
    blocks = [referring("甲", note(1), custom=True), referring("乙", note(2))]
    assert texts(laid(Source((page_of(*blocks),))).pages.pages[0]) == ["甲", "乙1", "：注1", "1：注2"]


def test_endnotes_stand_below_the_end_of_the_document_with_small_roman_numbers(laid):
    one = page_of(referring("甲", note(1, kind="endnote")))
    two = page_of(referring("乙", note(2, kind="endnote")))
    pages = laid(Source((one, two), endnote_separators=NoteSeparators((para(""),)))).pages.pages
    assert [texts(page) for page in pages] == [["甲i"], ["乙ii", "i：注1", "ii：注2"]]
    assert baseline(pages[1], "i：注1") - baseline(pages[1], "乙ii") == pytest.approx(2 * LINE)


def test_endnotes_may_stand_at_the_end_of_their_section(laid):
    rules = NoteRules("decimal", place="section")
    one = page_of(referring("甲", note(1, kind="endnote")), endnotes=rules)
    two = page_of(referring("乙", note(2, kind="endnote")), endnotes=rules)
    assert all_texts(laid(Source((one, two))).pages) == [["甲1", "1：注1"], ["乙2", "2：注2"]]
    waiting = replace(one, shows_endnotes=False)
    assert all_texts(laid(Source((waiting, two))).pages) == [["甲1"], ["乙2", "1：注1", "2：注2"]]


def test_page_numbers_in_the_text_are_those_of_their_page(laid):
    def asking(*codes: str):
        return replace(para(""), inlines=tuple(PageField(code, BODY) for code in codes))

    first = page_of(
        para("一"), *[replace(asking("PAGE", "SECTIONPAGES"), format=replace(BOTH, page_break_before=True))]
    )
    second = page_of(asking("PAGE", "NUMPAGES", "SECTIONPAGES"), page_number_start=9, page_number_format="upperRoman")
    pages = laid(Source((first, second))).pages
    assert all_texts(pages) == [["一"], ["22"], ["IX31"]]


def test_the_page_of_a_section_that_goes_on_below_counts_for_its_numbers(laid):
    footer = HeaderFooter(default=(replace(para(""), inlines=(PageField("PAGE", BODY),)),))
    below = page_of(*numbered(30), start="continuous", page_number_start=5, footers=footer)
    pages = all_texts(laid(Source((page_of(para("上"), footers=footer), below))).pages)
    assert [page[-1] for page in pages] == ["1", "6"]


def test_the_sign_of_a_note_has_no_room_beside_it(laid):
    inlines = (Text("国", LOOSE), NoteReference(note(1), LOOSE), Text("家1", LOOSE))
    line = lines_of(laid(Source((page_of(replace(para(""), inlines=inlines)),))).pages.pages[0])[0]
    before, digit = line.pieces
    assert (before.text, digit.text) == ("国1家", "1")
    assert before.width == pytest.approx(16 + digit.width + 16)
    assert digit.x == pytest.approx(before.width + 0.2 * 16)
