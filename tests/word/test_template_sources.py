"""The grammar of template sources, and what is told of a source that breaks it."""

from __future__ import annotations

import pytest

from docgen.errors import TemplateError
from docgen.word.blocks import Directive, Table, Tag, Text
from docgen.word.source import parse

FRONT = "---\n文件: 通知\n---\n"


def blocks(body: str) -> list[object]:
    return list(parse(FRONT + body, "通知.md").blocks)


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
        ("序", "名", "数"),
        (2, 3, 2),
        ("center", "left", "right"),
        (Tag("for 甲 in 乙"), ("{{ loop.index | 中文数字 }}", "{{ 甲 }}", ""), Tag("endfor"), ("合计", "<", "")),
    )
    assert after == Text("Body Text", "正文")


def test_a_tag_after_the_last_row_belongs_to_the_document() -> None:
    assert blocks("{% if 甲 %}\n| 名 |\n|:--:|\n| 值 |\n{% endif %}")[1:] == [
        Table(("名",), (2,), ("center",), (("值",),)),
        Tag("endif"),
    ]


def test_directives_are_blocks() -> None:
    assert blocks("::: 落款\n:::附件\n::: 横排\n::: 竖排\n::: 竖排") == [
        Directive(name) for name in ("落款", "附件", "横排", "竖排", "竖排")
    ]


@pytest.mark.parametrize(
    ("body", "message", "remedy"),
    [
        ("正文\n::: 签名", "通知.md 第5行的“::: 签名”不认识", "可以写的有：::: 落款、::: 附件、::: 横排、::: 竖排"),
        ("\n::: 横排", "通知.md 第5行的“::: 横排”前面没有“::: 附件”", "先写一行 ::: 附件"),
        ("::: 附件\n::: 附件", "通知.md 第5行又写了一次“::: 附件”", "一份文件只写一次"),
        ("::: 落款\n\n::: 落款", "通知.md 第6行又写了一次“::: 落款”", "一份文件只写一次"),
        ("##### 五级", "通知.md 第4行的标题“##### 五级”读不懂", "写一到四个 #，空一格，再写标题"),
        ("#没空格", "通知.md 第4行的标题“#没空格”读不懂", "写一到四个 #，空一格，再写标题"),
        ("甲\n# ", "通知.md 第5行的标题“#”读不懂", "写一到四个 #，空一格，再写标题"),
        ("| 甲 | 乙 |", "通知.md 第5行应是表格的分隔行", "写 2 格，如 |:---:|:------|"),
        ("| 甲 | 乙 |\n|---|", "通知.md 第5行应是表格的分隔行", "写 2 格，如 |:---:|:------|"),
        ("| 甲 | 乙 |\n|--|==|", "通知.md 第5行应是表格的分隔行", "写 2 格，如 |:---:|:------|"),
        ("| 甲 | 乙 |\n|--|--|\n| 一 |", "通知.md 第6行有 1 格，表头有 2 格", "每行的格数要一样；并到左边的格写 <"),
        ("| 甲 |\n|--|\n| 一 | 二 |", "通知.md 第6行有 2 格，表头有 1 格", "每行的格数要一样；并到左边的格写 <"),
        ("| 甲 | 乙 |\n|--|--|\n| < | 二 |", "通知.md 第6行的第一格写的是 <", "第一格左边没有格可以并"),
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


@pytest.mark.parametrize(
    ("line", "message", "remedy"),
    [
        ("版面: 是", "通知.md 第3行的设置“版面: 是”不认识", "可以写的设置：文件、版头、主送、落款、版记、附件标题"),
        ("版头 是", "通知.md 第3行的设置“版头 是”不认识", "可以写的设置：文件、版头、主送、落款、版记、附件标题"),
        ("版头: yes", "通知.md 第3行的“版头”写的是“yes”", "写“是”或“否”"),
    ],
)
def test_a_fault_of_the_front_matter_is_told_with_its_line(line: str, message: str, remedy: str) -> None:
    assert refused(f"---\n文件: 通知\n{line}\n---\n") == (message, remedy)
