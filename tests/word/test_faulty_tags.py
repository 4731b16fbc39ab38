"""A faulty template is refused when it is compiled, with the paragraph and a suggestion."""

from __future__ import annotations

import pytest
from small_template import docx, faults, lines, p, render, table

from docgen.errors import TemplateError
from docgen.word.lint import lint
from docgen.word.template import compile_template

NESTING = "补上缺的那一个，或去掉多的那一个"
ALONE = "让 {%p … %} 独占一段，一段只写一个"


def test_full_width_braces_are_refused_with_the_half_width_text() -> None:
    assert faults(p("在｛｛ 县名 ｝｝开展")) == [
        "TPL-001 正文 第1段“在｛｛ 县名 ｝｝开展”：写的是“在｛｛ 县名 ｝｝开展” → 改成“在{{ 县名 }}开展”"
    ]


@pytest.mark.parametrize("text", ["｛% if 甲 %｝", "{％ if 甲 ％}", "{{ 甲 ｝｝", "｛｛甲}}", "{｛甲｝}"])
def test_every_mixture_of_full_and_half_width_braces_is_refused(text: str) -> None:
    assert [line.split()[0] for line in faults(p(text), {"甲": 1})] == ["TPL-001"]


@pytest.mark.parametrize(
    ("tag", "better"),
    [
        ("{{ 单位 | 列（“名称”） }}", '{{ 单位 | 列("名称") }}'),
        ("{% if 甲 ＝＝ 1 %}", "{% if 甲 == 1 %}"),
        ("{{ 甲［0］ }}", "{{ 甲[0] }}"),
        ("{{ 甲｜顿号 }}", "{{ 甲|顿号 }}"),
    ],
)
def test_full_width_signs_inside_a_tag_are_refused_with_the_half_width_tag(tag: str, better: str) -> None:
    told = faults(p(tag), {"单位": [], "甲": []})
    assert [line.partition(" → ")[2] for line in told] == [f"改成“{better}”"]
    assert told[0].startswith(f"TPL-001 正文 第1段“{tag}”：标签“{tag}”里有全角符号")


def test_full_width_signs_in_the_text_or_in_quotes_are_fine() -> None:
    assert faults(p("（甲）＝｛乙｝{{ 甲 or '（无）' }}｝"), {"甲": "x"}) == []


@pytest.mark.parametrize("text", ["{{ 甲", "甲 }}", "{% if 甲", "%}", "{{ 甲 }", "{# 注释", "{{ 甲 }} 和 {{ 乙"])
def test_a_tag_that_is_not_finished_is_refused(text: str) -> None:
    told = faults(p(text), {"甲": 1, "乙": 2})
    assert [line.split()[0] for line in told] == ["TPL-002"]
    assert told[0].endswith("里的标签没有写完整 → 在同一段里把标签写完整")


def test_a_tag_that_goes_on_in_the_next_paragraph_is_told_at_both() -> None:
    assert [line.split("：")[0] for line in faults(p("{{ 县") + p("名 }}"))] == [
        "TPL-002 正文 第1段“{{ 县”",
        "TPL-002 正文 第2段“名 }}”",
    ]


def test_text_beside_a_paragraph_tag_is_told_and_not_deleted() -> None:
    told = faults(p("{%p if 甲 %}这句会丢") + p("{%p endif %}"), {"甲": 1})
    place, found = "TPL-003 正文 第1段“{%p if 甲 %}这句会丢”", "“{%p if 甲 %}”旁边还有“这句会丢”"
    assert told == [f"{place}：{found}，{{%p … %}} 会连同所在的段落一起去掉，旁边的文字会丢 → {ALONE}"]


def test_two_paragraph_tags_in_one_paragraph_are_refused() -> None:
    assert [line.split()[0] for line in faults(p("{%p if 甲 %}{%p endif %}"), {"甲": 1})] == ["TPL-003"]


@pytest.mark.parametrize(
    ("inside", "named"),
    [
        ("<w:r><w:drawing/></w:r>", "图"),
        ('<w:r><w:br w:type="page"/></w:r>', "换行或分页符"),
        ("<w:r><w:object/></w:r>", "对象"),
    ],
)
def test_what_is_no_text_beside_a_paragraph_tag_is_told_too(inside: str, named: str) -> None:
    body = f"<w:p>{inside}<w:r><w:t>{{%p if 甲 %}}</w:t></w:r></w:p>" + p("{%p endif %}")
    assert faults(body, {"甲": 1}) == [
        f"TPL-003 正文 第1段“{{%p if 甲 %}}”：“{{%p if 甲 %}}”旁边还有{named}，会跟着丢掉 → {ALONE}"
    ]


def test_a_section_break_in_the_paragraph_of_a_tag_is_told() -> None:
    told = faults(p("{%p if 甲 %}", ppr="<w:sectPr/>") + p("{%p endif %}"), {"甲": 1})
    assert [line.partition("旁边还有")[2].partition("，")[0] for line in told] == ["分节符"]


def test_a_row_tag_with_another_cell_filled_is_refused() -> None:
    body = table((p("{%tr for 镇 in 乡镇 %}"), p("别的")), (p("{{ 镇 }}"), p("")), (p("{%tr endfor %}"), p("")))
    told = faults(body, {"乡镇": []})
    assert [line.partition("，")[0] for line in told] == [
        "TPL-004 正文 第1段“{%tr for 镇 in 乡镇 %}”：“{%tr for 镇 in 乡镇 %}”旁边还有“别的”"
    ]


def test_a_paragraph_tag_alone_in_a_text_box_is_fine() -> None:
    inside = p("{%p if 甲 %}") + p("字") + p("{%p endif %}")
    box = f"<w:p><w:r><w:t>旁</w:t></w:r><w:r><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></w:r></w:p>"
    assert faults(box, {"甲": 1}) == []


@pytest.mark.parametrize(
    ("tag", "why"),
    [
        ("{{ 甲 乙 }}", "“乙”写在这里不对"),
        ("{{ }}", "话没有说完"),
        ("{% %}", "缺少 for、if 这样的词"),
        ("{% 如果 甲 %}", "没有“如果”这种标签"),
        ("{{ 甲 ? 1 }}", "不认识“?”"),
        ("{% for 甲 %}", "话没有说完"),
        ("{{ 甲 | }}", "话没有说完"),
        ("{{ (甲 }}", "“}”写在这里不对"),
    ],
)
def test_why_a_tag_cannot_be_read_is_told_in_chinese(tag: str, why: str) -> None:
    told = faults(p(tag), {"甲": 1, "乙": 1})
    assert told == [f"TPL-005 正文 第1段“{tag}”：标签“{tag}”读不懂（{why}） → 对照“模板里能用的名称”改正"]


def test_unknown_filters_and_tests_are_told_all_at_once_with_the_closest() -> None:
    told = faults(p("{{ 甲 | 顿好 }}{{ 甲 | 列('x') | zzzz }}") + p("{% if 甲 is definedd %}{% endif %}"), {"甲": []})
    assert [line.partition("：")[2] for line in told] == [
        "没有叫“顿好”的过滤器 → 是不是“顿号”？",
        "没有叫“zzzz”的过滤器 → 对照“模板里能用的名称”改正",
        "没有叫“definedd”的判断 → 是不是“defined”？",
    ]


def test_an_opener_without_closer_and_a_closer_without_opener_are_told_at_their_places() -> None:
    assert faults(p("{% if 甲 %}"), {"甲": 1}) == [
        f"TPL-006 正文 第1段“{{% if 甲 %}}”：“{{% if 甲 %}}”后面没有 endif → {NESTING}"
    ]
    assert faults(p("x") + p("{%p endfor %}")) == [
        f"TPL-006 正文 第2段“{{%p endfor %}}”：“{{%p endfor %}}”前面没有与它成对的开头 → {NESTING}"
    ]
    assert faults(p("{% else %}")) == [f"TPL-006 正文 第1段“{{% else %}}”：“{{% else %}}”不在 if 里面 → {NESTING}"]


def test_for_and_if_that_cross_are_refused() -> None:
    told = faults(p("{% for x in 甲 %}") + p("{% if x %}") + p("{% endfor %}") + p("{% endif %}"), {"甲": []})
    assert [line.split("：")[0] for line in told] == [
        "TPL-006 正文 第1段“{% for x in 甲 %}”",
        "TPL-006 正文 第3段“{% endfor %}”",
    ]


def test_a_tag_opened_in_one_part_is_not_closed_by_another() -> None:
    told = faults(p("{% if 甲 %}"), {"甲": 1}, header1=p("{% endif %}"))
    assert [line.split("：")[0] for line in told] == [
        "TPL-006 正文 第1段“{% if 甲 %}”",
        "TPL-006 页眉 第1段“{% endif %}”",
    ]


@pytest.mark.parametrize(
    "tag",
    [
        "{% include 'x' %}",
        "{% extends 'x' %}",
        "{% import 'x' as y %}",
        "{% from 'x' import y %}",
        "{% autoescape true %}",
    ],
)
def test_tags_that_reach_outside_are_refused(tag: str) -> None:
    told = faults(p(tag), {"甲": 1})
    assert [line.split("，")[0] for line in told] == [f"TPL-010 正文 第1段“{tag}”：写的是“{tag}”"]


@pytest.mark.parametrize("opening", ["macro m()", "block b", "set x", "raw", "call m()"])
def test_tags_that_keep_finished_text_in_a_name_are_refused(opening: str) -> None:
    word = opening.split()[0]
    told = faults(p(f"{{% {opening} %}}") + p(f"{{% end{word} %}}"))
    assert [line.split()[0] for line in told] == ["TPL-010", "TPL-010"]


def test_a_value_may_be_kept_in_a_name() -> None:
    assert faults(p("{% set 和 = 甲 + 1 %}{{ 和 }}"), {"甲": 1}) == []


def test_a_tag_in_a_chart_is_told_because_it_would_not_be_filled() -> None:
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    chart = f'<c xmlns="x" xmlns:a="{drawing}"><a:p><a:r><a:t>{{{{ 县名 }}}}图</a:t></a:r></a:p></c>'
    told = faults(p("x"), {"县名": "云岭县"}, **{"word/charts/chart1.xml": chart})
    assert told == [
        "TPL-011 图表 第1段“{{ 县名 }}图”：写的是“{{ 县名 }}图” → 把这些字移到正文、页眉、页脚、脚注或文本框里"
    ]


def test_all_faults_of_a_template_are_told_at_once() -> None:
    told = faults(p("{{ 甲") + p("｛｛ 乙 ｝｝") + p("{{ 丙 丁 }}"), header1=p("{% nosuch %}"))
    assert [line.split()[0] for line in told] == ["TPL-002", "TPL-001", "TPL-005", "TPL-005"]


def test_a_broken_part_is_refused() -> None:
    with pytest.raises(TemplateError, match=r"^模板\.docx 的页眉已经损坏$"):
        compile_template(docx(p("x"), **{"word/header9.xml": "<w:hdr"}), "模板.docx")


def test_a_pair_of_tags_in_two_cells_is_refused() -> None:
    # It would render to well-formed XML, with a cell less in the row.
    told = faults(table((p("{% if 甲 %}一"), p("二{% endif %}"))), {"甲": True})
    assert told == [
        "TPL-006 正文 第2段“二{% endif %}”：“{% endif %}”和它的开头“{% if 甲 %}”不在同一个单元格里 → " + NESTING
    ]


def test_an_if_that_begins_outside_a_table_and_ends_in_it_is_refused() -> None:
    told = faults(p("{% if 甲 %}一") + table((p("二{% endif %}"),)), {"甲": True})
    assert [line.split()[0] for line in told] == ["TPL-006"]


def test_paragraph_tags_within_one_cell_and_row_tags_over_rows_are_fine() -> None:
    rows = [
        (p("{%tr for 行 in 行们 %}"),),
        (p("{%p if 行 %}") + p("{{ 行 }}") + p("{%p endif %}"),),
        (p("{%tr endfor %}"),),
    ]
    assert lines(render(table(*rows), {"行们": ["甲", "乙"]})) == ["甲", "乙"]


def test_what_is_no_longer_whole_once_filled_in_is_a_fault_of_the_template() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    body = f"<w:p><w:hyperlink>{run.format('{% if 甲 %}一')}</w:hyperlink>{run.format('二{% endif %}')}</w:p>"
    template = compile_template(docx(body), "模板.docx")
    assert template.render({"甲": True}).data
    with pytest.raises(TemplateError) as caught:
        template.render({"甲": False})
    assert caught.value.message == "模板.docx 的正文填入数据后不是完好的 Word 内容"
    assert caught.value.remedy == "检查模板里跨段落、跨单元格的 if 和 for"


@pytest.mark.parametrize(
    "tag",
    [
        "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
        "{{ " + "9" * 5000 + " }}",
        "{{ " + " and ".join(["1"] * 5000) + " }}",
        "{{ " + "[" * 150 + "]" * 150 + " }}",
    ],
)
def test_a_tag_that_python_cannot_take_is_told_with_its_place(tag: str) -> None:
    told = faults(p("前") + p(tag))
    assert [line.split("“")[0] for line in told] == ["TPL-009 正文 第2段"]
    assert told[0].endswith("标签里的括号套得太深，and、or 太多，或数字太长 → 检查这一段的标签")
    assert len(told[0]) < 200
    assert [item.code for item in lint(docx(p("前") + p(tag)), "模板.docx", {})] == ["TPL-009"]


def test_what_is_as_deep_as_a_writer_may_go_is_filled() -> None:
    many = p("{% if " + " and ".join(["甲"] * 60) + " %}有{% endif %}") + p("{{ " + " + ".join(["甲"] * 60) + " }}")
    assert faults(many, {"甲": 1}) == []


def test_of_a_long_tag_the_beginning_is_told() -> None:
    (told,) = faults(p("{{ " + "甲乙" * 5_000 + " 丙 }}"))
    assert told.startswith("TPL-005 正文 第1段")
    assert len(told) < 300


def test_loops_that_python_cannot_nest_are_told_at_the_deepest() -> None:
    body = "".join(p("{% for x in 甲 %}") for _ in range(30)) + "".join(p("{% endfor %}") for _ in range(30))
    told = faults(body, {"甲": []})
    assert told == ["TPL-009 正文 第30段“{% for x in 甲 %}”：循环或括号套得太深 → 检查这一段的标签"]
