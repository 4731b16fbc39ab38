"""The grammar of template sources, and what is told of a source that breaks it."""

from __future__ import annotations

import pytest

from docgen.errors import TemplateError
from docgen.word.blocks import Cell, Directive, Row, Table, Tag, Text
from docgen.word.source import parse

FRONT = "---\n文件: 通知\n---\n"


def blocks(body: str) -> list[object]:
    return list(parse(FRONT + body, "通知.md").blocks)


def cell(text: str, column: int, span: int = 1) -> Cell:
    return Cell((Text("", text),) if text else (), column, span)


def row(*texts: str) -> Row:
    return Row(tuple(cell(text, column) for column, text in enumerate(texts)))


def refused(text: str) -> tuple[str, str]:
    with pytest.raises(TemplateError) as caught:
        parse(text, "通知.md")
    return caught.value.message, caught.value.remedy


def test_settings_tell_the_parts_that_a_document_may_carry() -> None:
    source = parse('---\n文件: 通知\n版头: 是\n落款: 否\n附件标题: "{{ 件.名称 }}"\n---\n', "通知.md")
    assert source.settings == {"文件": "通知", "版头": "是", "落款": "否", "附件标题": "{{ 件.名称 }}"}
    assert [source.carries(part) for part in ("版头", "落款", "版记")] == [True, False, False]
    assert source.blocks == ()


def test_headings_text_styles_and_tags_are_blocks() -> None:
    body = (
        "# 关于|通知\n\n## 一、题\n### （一）题*正文*\n#### 1. 题\n正文\n{: 正文末段 }末段\n"
        "{% for 甲 in 乙 %}\n{%- endfor -%}\n{% if 丙 %}行内{% endif %}"
    )
    assert blocks(body) == [
        Text("Title", "关于|通知"),
        Text("heading 1", "一、题"),
        Text("heading 2", "（一）题*正文*"),
        Text("heading 3", "1. 题"),
        Text("Body Text", "正文"),
        Text("正文末段", "末段"),
        Tag("for 甲 in 乙"),
        Tag("endfor"),
        Text("Body Text", "{% if 丙 %}行内{% endif %}"),
    ]


def test_a_table_has_heads_widths_alignments_rows_and_row_tags() -> None:
    body = (
        "| 序 | 名 | 数 |\n|:--:|:---|--:|\n{% for 甲 in 乙 %}\n| {{ loop.index | 中文数字 }} | {{ 甲 }} | |\n"
        "{% endfor %}\n| 合计 | < ||\n正文"
    )
    table, after = blocks(body)
    assert table == Table(
        (row("序", "名", "数"),),
        (2, 3, 2),
        ("center", "left", "right"),
        (
            Tag("for 甲 in 乙"),
            row("{{ loop.index | 中文数字 }}", "{{ 甲 }}", ""),
            Tag("endfor"),
            Row((cell("合计", 0, 2), cell("", 2))),
        ),
    )
    assert after == Text("Body Text", "正文")


def test_a_tag_after_the_last_row_belongs_to_the_document() -> None:
    assert blocks("{% if 甲 %}\n| 名 |\n|:--:|\n| 值 |\n{% endif %}")[1:] == [
        Table((row("名"),), (2,), ("center",), (row("值"),)),
        Tag("endif"),
    ]


def test_directives_are_blocks() -> None:
    assert blocks("::: 落款\n::: 另页\n::: 另页\n::: 版记\n:::附件\n::: 横排\n::: 竖排\n::: 竖排") == [
        Directive(name) for name in ("落款", "另页", "另页", "版记", "附件", "横排", "竖排", "竖排")
    ]


KNOWN = "可以写的有：::: 落款、::: 另页、::: 版记、::: 附件、::: 横排、::: 竖排、::: 引入 文件名"
FIRST, AS_MANY = "这张表的第一行有", "每行的格数要一样；并到左边的格写 <"
NOTHING_ABOVE = "上面没有行可以并；表头和正文的格不能并在一起"


@pytest.mark.parametrize(
    ("body", "message", "remedy"),
    [
        ("正文\n::: 签名", "通知.md 第5行的“::: 签名”不认识", KNOWN),
        ("::: 落款 盖章", "通知.md 第4行的“::: 落款 盖章”不认识", KNOWN),
        ("::: 引入", "通知.md 第4行的“::: 引入”不认识", KNOWN),
        ("\n::: 横排", "通知.md 第5行的“::: 横排”前面没有“::: 附件”", "先写一行 ::: 附件"),
        ("::: 附件\n::: 附件", "通知.md 第5行又写了一次“::: 附件”", "一份文件只写一次"),
        ("::: 落款\n\n::: 落款", "通知.md 第6行又写了一次“::: 落款”", "一份文件只写一次"),
        ("##### 五级", "通知.md 第4行的标题“##### 五级”读不懂", "写一到四个 #，空一格，再写标题"),
        ("#没空格", "通知.md 第4行的标题“#没空格”读不懂", "写一到四个 #，空一格，再写标题"),
        ("甲\n# ", "通知.md 第5行的标题“#”读不懂", "写一到四个 #，空一格，再写标题"),
        ("| 甲 | 乙 |", "通知.md 第5行应是表格的分隔行", "写 2 格，如 |:---:|:------|"),
        ("| 甲 | 乙 |\n|---|", "通知.md 第5行应是表格的分隔行", "写 2 格，如 |:---:|:------|"),
        ("| 甲 | 乙 |\n|--|==|", "通知.md 第6行应是表格的分隔行", "写 2 格，如 |:---:|:------|"),
        ("| 甲 | 乙 |\n| 丙 |", f"通知.md 第5行有 1 格，{FIRST} 2 格", AS_MANY),
        ("| 甲 | 乙 |\n|--|--|\n| 一 |", f"通知.md 第6行有 1 格，{FIRST} 2 格", AS_MANY),
        ("| 甲 |\n|--|\n| 一 | 二 |", f"通知.md 第6行有 2 格，{FIRST} 1 格", AS_MANY),
        ("|--|--|\n| 一 |", f"通知.md 第5行有 1 格，{FIRST} 2 格", AS_MANY),
        ("| 甲 | 乙 |\n|--|--|\n| < | 二 |", "通知.md 第6行的第一格写的是 <", "第一格左边没有格可以并"),
        ("正文\n|--|--|\n正文", "通知.md 第5行是表格的分隔行，下面没有一行", "在下面写表格的各行"),
        ("| ^ | 乙 |\n|--|--|", "通知.md 第4行的第1格写的是 ^", NOTHING_ABOVE),
        ("| 甲 | 乙 |\n|--|--|\n| 一 | ^ |", "通知.md 第6行的第2格写的是 ^", NOTHING_ABOVE),
        (
            "| 甲 | < |\n| 丙 | ^ |\n|--|--|",
            "通知.md 第5行的第2格并到上面，上面的格不一样宽",
            "上下相并的格左右要对齐，横向并几格就都写几个 <",
        ),
        ("|--|\n| 一 | {行高=高}", "通知.md 第5行的行高写的是“高”", "写毫米数，1 到 225 的整数"),
        ("|--|\n| 一 | {行高=226}", "通知.md 第5行的行高写的是“226”", "写毫米数，1 到 225 的整数"),
    ],
)
def test_a_fault_of_the_body_is_told_with_its_line(body: str, message: str, remedy: str) -> None:
    assert refused(FRONT + body) == (message, remedy)


@pytest.mark.parametrize("line", ["{: 没有的样式 }字", "{: 楷体标题字 }字", "{: 正文末段 字"])
def test_a_style_that_is_no_paragraph_style_is_refused_with_the_known_ones(line: str) -> None:
    message, remedy = refused(FRONT + line)
    name = line[2:].partition("}")[0].strip()
    assert message == f"通知.md 第4行的样式“{name}”不认识"
    assert remedy.startswith("可以写的样式：Normal、Body Text、正文末段、Title、heading 1")
    assert "楷体标题字" not in remedy


@pytest.mark.parametrize("text", ["", "# 题", "---\n文件: 通知\n# 题", "\n---\n---\n"])
def test_a_source_without_front_matter_is_refused(text: str) -> None:
    assert refused(text) == ("通知.md 开头没有用 --- 围起来的设置", "第一行写 ---，写完设置后再写一行 ---")


SETTINGS = "可以写的设置：文件、版头、主送、落款、附注、版记、报头、报尾、页面、页码、附件标题"


@pytest.mark.parametrize(
    ("line", "message", "remedy"),
    [
        ("版面: 是", "通知.md 第3行的设置“版面: 是”不认识", SETTINGS),
        ("版头 是", "通知.md 第3行的设置“版头 是”不认识", SETTINGS),
        ("版头: yes", "通知.md 第3行的“版头”写的是“yes”", "写“是”或“否”"),
        ("页面: 是", "通知.md 第3行的“页面”写的是“是”", "写“竖”或“横”"),
        ("页码: 第1页", "通知.md 第3行的“页码”写的是“第1页”", "写“标准”、“第x页共y页”或“无”"),
        (
            "版头: 是\n报头: 是",
            "通知.md 开头的设置里“版头”和“报头”都写了“是”",
            "一份文件只用一种，另一种写“否”",
        ),
        (
            "版记: 是\n报尾: 是",
            "通知.md 开头的设置里“版记”和“报尾”都写了“是”",
            "一份文件只用一种，另一种写“否”",
        ),
        (
            "报头: 是\n页面: 横",
            "通知.md 开头的设置里页面是横的，又要报头",
            "报头只在竖的页面上：改一个",
        ),
    ],
)
def test_a_fault_of_the_front_matter_is_told_with_its_line(line: str, message: str, remedy: str) -> None:
    assert refused(f"---\n文件: 通知\n{line}\n---\n") == (message, remedy)


def test_the_pages_are_upright_and_numbered_by_the_standard_unless_the_front_matter_says_otherwise() -> None:
    plain = parse("---\n文件: 通知\n---\n", "通知.md")
    turned = parse("---\n文件: 台账\n页面: 横\n页码: 第x页共y页\n---\n", "台账.md")
    assert [(source.landscape, source.numbering) for source in (plain, turned)] == [
        (False, "标准"),
        (True, "第x页共y页"),
    ]


def test_every_row_above_the_rule_is_a_head_and_cells_join_to_the_left_and_upward() -> None:
    (table,) = blocks("| 序 | 问题 | < |\n| ^ | 发现 | 销号 |\n|--|--|--|\n| 一 | 2 | 3 |\n| 二 | ^ | 4 |")
    assert isinstance(table, Table)
    assert not table.is_form
    assert [[(item.column, item.span, item.merge) for item in one.cells] for one in table.heads] == [
        [(0, 1, "start"), (1, 2, "none")],
        [(0, 1, "continue"), (1, 1, "none"), (2, 1, "none")],
    ]
    assert [[item.merge for item in one.cells] for one in table.rows if isinstance(one, Row)] == [
        ["none", "start", "none"],
        ["none", "continue", "none"],
    ]


def test_a_cell_joined_upward_may_be_as_wide_as_several() -> None:
    (table,) = blocks("|--|--|--|\n| 甲 | < | 一 |\n| ^ | < | 二 |")
    assert isinstance(table, Table)
    assert [[(item.span, item.merge) for item in one.cells] for one in table.rows if isinstance(one, Row)] == [
        [(2, "start"), (1, "none")],
        [(2, "continue"), (1, "none")],
    ]


def test_a_table_that_begins_with_its_rule_is_a_form_with_labels_paragraphs_and_heights() -> None:
    (table,) = blocks(
        "|:--:|:---|\n| # 说明 | {: 表单段落 }{{ 说明 }}<p>{% if 签 %}<p>签名：<br>日期：<p>{% endif %} | {行高=60}\n"
        "| {% if 甲 %} | # |"
    )
    assert isinstance(table, Table)
    assert table.is_form
    first, second = table.rows
    assert first == Row(
        (
            Cell((Text("表单标签", "说明"),), 0),
            Cell(
                (Text("表单段落", "{{ 说明 }}"), Tag("if 签"), Text("", "签名：<br>日期："), Tag("endif")),
                1,
            ),
        ),
        60.0,
    )
    assert second == row("{% if 甲 %}", "#")


def test_a_style_in_a_cell_is_checked_like_any_other() -> None:
    assert refused(FRONT + "|--|\n| {: 没有 }字 |")[0] == "通知.md 第5行的样式“没有”不认识"


def test_what_begins_with_a_sign_of_numbers_is_no_label_in_a_table_with_heads() -> None:
    (table,) = blocks("| 甲 |\n|--|\n| # 1 |")
    assert isinstance(table, Table)
    assert table.rows == (row("# 1"),)
