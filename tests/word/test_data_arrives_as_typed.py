"""Nothing a writer types is lost, changed or taken for markup."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from small_template import W, codes, docx, faults, lines, p, part, render, table

from docgen.word.reread import body_text
from docgen.word.template import compile_template

ONE = compile_template(docx(p("前{{ 值 }}后") + table((p("{{ 值 }}"),))), "模板.docx")
TITLE = compile_template(docx(p("{% filter 标题分行 %}甲|{{ 值 }}|乙{% endfilter %}")), "模板.docx")


@pytest.mark.parametrize(
    "text",
    [
        "A & B <c>",
        "]]>",
        "<w:p/>",
        "&amp;&lt;",
        "\"引\"'号'",
        "{{ 县名 }}",
        "{% if x %}",
        "{# 注 #}",
        "}}",
        "a|b",
        "零\u200b宽",
        "\ue000造字\ue123",
        "𠀀𬭎㛃",
        "😀👨\u200d👩",
        "  前后空格  ",
        "１２３（甲）①",
    ],
)
def test_special_text_arrives_as_typed(text: str) -> None:
    assert lines(render(p("前{{ 值 }}后"), {"值": text})) == [f"前{text}后"]


@pytest.mark.parametrize("text", ["甲|乙", "零\u200b宽", "A & B <c>", "{{ 名 }}", "\ufe0e\u2060"])
def test_special_text_survives_the_title_filter(text: str) -> None:
    assert lines(render(p("{% filter 标题分行 %}关于|{{ 值 }}|的通知{% endfilter %}"), {"值": text})) == [
        f"关于{text}的通知"
    ]


def test_braces_in_the_data_are_not_taken_for_a_left_over_tag() -> None:
    data = compile_template(docx(p("{{ 值 }}")), "模板.docx").render({"值": "写 {{ 县名 }} 或 {% if %}"}).data
    assert body_text(data, "成品") == "写{{县名}}或{%if%}"


def test_a_title_counts_an_ampersand_as_one_narrow_character() -> None:
    # 20 字 a line hold these 19½ 字; counted as `&amp;` they would be too many and the title would be broken.
    text = "一二三四五六七八九|十一二三四五六七八&"
    assert lines(
        render(p("{% filter 标题分行 %}一二三四五六七八九|{{ 值 }}{% endfilter %}"), {"值": "十一二三四五六七八&"})
    ) == [text.replace("|", "")]


def test_entities_inside_a_tag_are_the_characters_that_word_shows() -> None:
    assert lines(render(p("{{ 'A &amp; B' }}{% if 数 &lt; 3 and 数 &gt; 1 %}两{% endif %}"), {"数": 2})) == ["A & B两"]


def test_escaping_a_value_by_hand_does_not_escape_it_twice() -> None:
    assert lines(render(p("{{ 值 | e }}{{ 值 | safe }}{{ 值 | escape }}"), {"值": "A&B"})) == ["A&BA&BA&B"]


def test_a_newline_begins_a_new_paragraph_of_the_same_style() -> None:
    body = render(p("甲{{ 值 }}乙", ppr='<w:pStyle w:val="正文"/>'), {"值": "一\n二\r\n三\r四\u2029五"})
    assert lines(body) == ["甲一", "二", "三", "四", "五乙"]
    assert [style.get(f"{W}val") for style in body.iter(f"{W}pStyle")] == ["正文"] * 5


def test_two_newlines_leave_an_empty_paragraph() -> None:
    assert lines(render(p("{{ 值 }}"), {"值": "一\n\n二"})) == ["一", "", "二"]


def test_a_newline_in_a_cell_stays_in_the_cell() -> None:
    body = render(table((p("{{ 值 }}"), p("旁"))), {"值": "一\n二"})
    assert [lines(cell) for cell in body.iter(f"{W}tc")] == [["一", "二"], ["旁"]]


def test_a_newline_keeps_the_format_of_its_run() -> None:
    body = render(
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{{ 值 }}</w:t></w:r><w:r><w:t>后</w:t></w:r></w:p>", {"值": "一\n二"}
    )
    assert lines(body) == ["一", "二后"]
    assert [len(paragraph.findall(f"{W}r/{W}rPr/{W}b")) for paragraph in body.iter(f"{W}p")] == [1, 1]


def test_a_newline_in_a_hyperlink_loses_nothing() -> None:
    inside = "<w:r><w:t>前{{ 值 }}</w:t></w:r><w:r><w:t>链</w:t></w:r>"
    link = f'<w:p><w:hyperlink r:id="x">{inside}</w:hyperlink><w:r><w:t>后</w:t></w:r></w:p>'
    assert lines(render(link, {"值": "一\n二"})) == ["前一", "二链后"]


def test_a_section_break_stays_with_the_last_paragraph() -> None:
    body = render(p("{{ 值 }}", ppr='<w:sectPr><w:pgSz w:w="1"/></w:sectPr>') + p("尾"), {"值": "一\n二"})
    assert lines(body) == ["一", "二", "尾"]
    assert [paragraph.find(f"{W}pPr/{W}sectPr") is not None for paragraph in body] == [False, True, False]


def test_only_the_first_of_the_paragraphs_begins_a_page() -> None:
    body = render(p("{{ 值 }}", ppr="<w:pageBreakBefore/>"), {"值": "一\n二\n三"})
    assert [paragraph.find(f"{W}pPr/{W}pageBreakBefore") is not None for paragraph in body] == [True, False, False]


def test_a_line_separator_breaks_the_line_and_a_tab_is_a_tab() -> None:
    body = render(p("{{ 值 }}"), {"值": "一\u2028二\t三"})
    assert [child.tag.removeprefix(W) for child in body[0][0]] == ["t", "br", "t", "tab", "t"]
    assert lines(body) == ["一\u2028二\t三"]


def test_a_newline_in_the_description_of_a_picture_is_a_space() -> None:
    drawing = '<w:p><w:r><w:drawing><wp:docPr id="1" name="图" descr="{{ 值 }}"/></w:drawing></w:r></w:p>'
    body = render(drawing, {"值": '一\n"二"&'})
    assert [item.get("descr") for item in body.iter("{*}docPr")] == ['一 "二"&']


@pytest.mark.parametrize("char", ["\x00", "\x08", "\x0b", "\x1f", "\ufffe", "\ufdd0", "\ud800"])
def test_control_characters_are_refused_and_shown(char: str) -> None:
    told = faults(p("{{ 值 }}"), {"值": f"甲{char}乙"})
    assert [line.partition("：")[2].partition(" →")[0] for line in told] == ["“甲□乙”里有不能写进 Word 的控制字符"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "0"),
        (12, "12"),
        (0.1 + 0.2, "0.3"),
        (4 / 2, "2"),
        (1e15, "1000000000000000"),
        (Decimal("2.30"), "2.30"),
        (Decimal("1E+2"), "100"),
        (True, "是"),
        (False, "否"),
        (date(2024, 2, 6), "2024年2月6日"),
        ("", ""),
    ],
)
def test_plain_values_are_printed_as_an_office_writes_them(value: object, shown: str) -> None:
    assert lines(render(p("{{ 值 }}"), {"值": value})) == [shown]


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (None, "没有值"),
        ([1], "得到的是一整张表或一条记录，不是一个值"),
        ({"a": 1}, "得到的是一整张表或一条记录，不是一个值"),
        (float("nan"), "得到的是一整张表或一条记录，不是一个值"),
    ],
)
@pytest.mark.parametrize(
    "tag", ["{{ 值 }}", "{{ 值 ~ '个' }}", "{{ [值] | 顿号 }}", "{{ [值] | join('，') }}", "{{ 值 | string }}"]
)
def test_what_is_no_single_value_is_a_fault_wherever_it_is_printed(value: object, found: str, tag: str) -> None:
    told = faults(p(tag), {"值": value})
    assert [line.partition("：")[2].partition(" →")[0] for line in told] == [found]


def test_a_text_given_to_a_filter_for_lists_is_a_fault() -> None:
    told = faults(p("{{ 值 | 顿号 }}"), {"值": "教育"})
    assert [line.partition("：")[2].partition(" →")[0] for line in told] == ["连成一串的应是一张名单，得到的是“教育”"]


@pytest.mark.parametrize("tag", ["{{ 值 | 中文数字 }}", "{{ 值 | 日期 }}"])
def test_a_filter_says_what_it_wants(tag: str) -> None:
    told = faults(p(tag), {"值": "三"})
    assert codes(told) == ["TPL-008"]
    assert "得到的是“三”" in told[0]


def test_the_keys_of_a_record_win_over_the_methods_of_a_dictionary() -> None:
    record = {"items": "条目", "keys": "钥匙", "get": "取", "名 称": "有空格"}
    assert lines(render(p("{{ 值.items }}{{ 值['keys'] }}{{ 值.get }}{{ 值['名 称'] }}"), {"值": record})) == [
        "条目钥匙取有空格"
    ]


@pytest.mark.parametrize("tag", ["{{ 值.items }}", "{{ 值['keys'] }}"])
def test_the_methods_of_a_dictionary_are_no_data(tag: str) -> None:
    assert codes(faults(p(tag), {"值": {"a": 1}})) == ["TPL-007"]


WRITABLE = st.text(
    st.one_of(
        st.sampled_from("&<>\"'{}%#|\u200b\t ]／“”（）〇"),
        st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="\u2028\u2029"),
    ),
    max_size=40,
)


@settings(max_examples=150)
@given(WRITABLE)
def test_any_text_arrives_in_body_and_cell_as_typed(text: str) -> None:
    body = part(ONE.render({"值": text}).data)[0]
    assert lines(body) == [f"前{text}后", text]


@settings(max_examples=100)
@given(WRITABLE)
def test_any_text_survives_the_title_filter(text: str) -> None:
    shown = "".join(lines(part(TITLE.render({"值": text}).data)[0]))
    assert shown.replace("\u2028", "") == f"甲{text}乙"


@settings(max_examples=60)
@given(st.lists(WRITABLE, min_size=1, max_size=5))
def test_any_paragraphs_arrive_in_order(texts: list[str]) -> None:
    body = part(ONE.render({"值": "\n".join(texts)}).data)[0]
    cell = body.find(f".//{W}tc")
    assert isinstance(cell, etree._Element)
    assert lines(cell) == texts


def test_text_repeated_in_a_fallback_is_said_once() -> None:
    box = "<wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx>"
    twice = (
        f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">{box.format(p("{{ 值 }}"))}</mc:Choice>'
        f"<mc:Fallback>{box.format(p('{{ 值 }}'))}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    data = compile_template(docx(twice), "模板.docx").render({"值": "框中字"}).data
    assert re.findall("框中字", body_text(data, "成品")) == ["框中字"]
