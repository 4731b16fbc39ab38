"""A name that the data does not have is told with place and the name that was meant; all of them at once."""

from __future__ import annotations

import pytest
from small_template import docx, faults, p, table

from docgen.errors import ExitCode, TemplateError
from docgen.word.template import compile_template

ASK = "改成数据里有的名称；全部名称见 docs/glossary.md"


def test_an_unknown_name_is_told_with_the_closest_known_one() -> None:
    told = faults(p("前文") + p("在{{ 县明 }}开展"), {"县名": "云岭县"})
    assert told == ["TPL-007 正文 第2段“在{{ 县明 }}开展”：“县明”在数据里没有 → 是不是“县名”？"]


def test_a_name_like_no_other_is_answered_with_the_names_that_there_are() -> None:
    told = faults(p("{{ 天气 }}"), {"县名": "x", "年度": 2024})
    assert told == ["TPL-007 正文 第1段“{{ 天气 }}”：“天气”在数据里没有 → 能用的名称：县名、年度"]
    assert faults(p("{{ 天气 }}")) == [f"TPL-007 正文 第1段“{{{{ 天气 }}}}”：“天气”在数据里没有 → {ASK}"]


def test_of_many_known_names_the_first_twelve_are_listed() -> None:
    told = faults(p("{{ 天气 }}"), {f"名{n}": n for n in range(13)})
    assert told[0].endswith("能用的名称：" + "、".join(f"名{n}" for n in range(12)) + "等")


def test_a_sheet_that_lies_open_is_answered_with_the_direct_names() -> None:
    data = {"县名": "x", "年度": 2024}
    told = faults(p("{{ 基本信息.县名 }}") + p("{{ 基本信息['年度'] }}{{ 基本信息.天气 }}"), data)
    assert told == ["TPL-007 正文 第1段“{{ 基本信息.县名 }}”：“基本信息”在数据里没有 → 直接写 {{ 县名 }}、{{ 年度 }}"]


@pytest.mark.parametrize("tag", ["{{ loop.index }}", "{% if loop.last %}甲{% endif %}", "{{ loop.index | 中文数字 }}"])
def test_loop_outside_of_a_loop_is_told_so(tag: str) -> None:
    told = faults(p("{% for x in 表 %}{{ loop.index }}{% endfor %}") + p(tag), {"表": [1]})
    assert [line.partition("：")[2] for line in told] == ["loop 只能写在 for 里面 → 把这个标签移到 for 和 endfor 之间"]
    assert told[0].startswith("TPL-007 正文 第2段")


def test_all_unknown_names_are_told_at_once_in_reading_order() -> None:
    body = p("{{ 乙 }}") + p("文字") + p("{{ 甲 }}") + p("{{ 记录.丙 }}")
    told = faults(body, {"记录": {"丁": 1}}, header1=p("{{ 页眉名 }}"), footer2=p("{{ 页脚名 }}"))
    assert [line.split("：")[0] for line in told] == [
        "TPL-007 正文 第1段“{{ 乙 }}”",
        "TPL-007 正文 第3段“{{ 甲 }}”",
        "TPL-007 正文 第4段“{{ 记录.丙 }}”",
        "TPL-007 页眉 第1段“{{ 页眉名 }}”",
        "TPL-007 页脚 第1段“{{ 页脚名 }}”",
    ]


def test_a_name_unknown_in_many_places_is_told_once_at_the_first() -> None:
    body = p("{{ 县明 }}") + p("{{ 县明 }}") + p("{% if 县明 %}x{% endif %}")
    assert [line.split("：")[0] for line in faults(body, {"县名": "x"})] == ["TPL-007 正文 第1段“{{ 县明 }}”"]


def test_a_name_in_a_branch_that_is_not_taken_must_exist_too() -> None:
    told = faults(p("{% if 否 %}{{ 缺 }}{% endif %}"), {"否": False})
    assert [line.partition("：")[2] for line in told] == ["“缺”在数据里没有 → 能用的名称：否"]


def test_an_unknown_key_of_a_record_names_the_closest_key() -> None:
    told = faults(p("{{ 镇.名 }}"), {"镇": {"名称": "青石镇"}})
    assert told == ["TPL-007 正文 第1段“{{ 镇.名 }}”：“名”在这里的数据里没有 → 是不是“名称”？"]


def test_a_key_is_told_even_when_a_name_of_the_same_spelling_is_unknown_too() -> None:
    told = faults(p("{{ 职务 }}") + p("{{ 镇.职务 }}"), {"镇": {"名称": "x"}})
    assert [line.partition("：")[2].partition(" →")[0] for line in told] == [
        "“职务”在数据里没有",
        "“职务”在这里的数据里没有",
    ]


def test_an_unknown_key_is_told_once_however_many_records_there_are() -> None:
    body = p("{%p for 镇 in 乡镇 %}") + p("{{ 镇.名 }}") + p("{%p endfor %}")
    told = faults(body, {"乡镇": [{"名称": "甲"}, {"名称": "乙"}, {"名称": "丙"}]})
    assert told == ["TPL-007 正文 第2段“{{ 镇.名 }}”：“名”在这里的数据里没有 → 是不是“名称”？"]


def test_an_unknown_loop_source_is_told_with_its_own_paragraph() -> None:
    body = p("{%p for 镇 in 乡镇们 %}") + p("{{ 镇.名称 }}") + p("{%p endfor %}")
    told = faults(body, {"乡镇": []})
    assert told == ["TPL-007 正文 第1段“{%p for 镇 in 乡镇们 %}”：“乡镇们”在数据里没有 → 是不是“乡镇”？"]


def test_an_unknown_loop_source_of_table_rows_is_told() -> None:
    body = table((p("{%tr for 镇 in 乡镇们 %}"),), (p("{{ 镇.名称 }}"),), (p("{%tr endfor %}"),))
    told = faults(body, {"乡镇": []})
    assert told == ["TPL-007 正文 第1段“{%tr for 镇 in 乡镇们 %}”：“乡镇们”在数据里没有 → 是不是“乡镇”？"]


def test_text_has_no_parts_and_a_table_is_no_record() -> None:
    each = '用 for 逐条写，或用 列("名称") 取各条的这一项'
    told = faults(p("{{ 县名.简称 }}") + p("{{ 乡镇.名称 }}"), {"县名": "云岭县", "乡镇": [{"名称": "x"}]})
    assert told == [
        "TPL-007 正文 第1段“{{ 县名.简称 }}”：“简称”前面是一个值，不是一条记录 → 去掉“简称”，只写它前面的名称",
        f"TPL-007 正文 第2段“{{{{ 乡镇.名称 }}}}”：“名称”是一条记录里的，这里是整张表，这张表有 1 项 → {each}",
    ]


def test_an_item_beyond_the_end_of_a_list_is_told() -> None:
    told = faults(p("{{ 签发人[1] }}"), {"签发人": ["江"]})
    remedy = "先用 if 判断有没有这一项，或用 for 逐条写"
    assert told == [f"TPL-007 正文 第1段“{{{{ 签发人[1] }}}}”：没有第 2 项，这张表有 1 项 → {remedy}"]


def test_the_first_of_an_empty_list_is_told() -> None:
    told = faults(p("{{ 签发人 | first }}"), {"签发人": []})
    assert [line.partition("：")[2].partition(" →")[0] for line in told] == ["取不到值：这张表是空的"]


@pytest.mark.parametrize(
    "tag",
    [
        "{{ 缺 + 1 }}",
        "{{ 缺 * 2 }}",
        "{{ 缺 > 1 }}",
        "{{ 缺 == 1 }}",
        "{{ 缺 | length }}",
        "{{ 缺 ~ '个' }}",
        "{{ 缺 | 顿号 }}",
        "{{ 缺 | 中文数字 }}",
        "{{ 缺 | 日期 }}",
        "{{ 缺.a.b }}",
        "{{ 版式(左空=缺) }}",
        "{{ 缺 | int }}",
        "{{ 缺() }}",
        "{{ -缺 }}",
        "{{ 缺[0] }}",
    ],
)
def test_whatever_is_done_with_an_unknown_name_one_fault_is_told(tag: str) -> None:
    told = faults(p(tag), {"有": 1})
    assert [line.partition("：")[2].partition(" →")[0] for line in told] == ["“缺”在数据里没有"]


def test_what_the_template_itself_asks_about_may_be_missing() -> None:
    assert faults(p("{% if 缺 is defined %}{{ 缺 }}{% endif %}{{ 又缺 | default('无') }}"), {}) == []


def test_the_error_ends_the_run_with_the_exit_code_of_templates() -> None:
    with pytest.raises(TemplateError) as caught:
        compile_template(docx(p("{{ 缺 }}")), "模板.docx").render({})
    assert caught.value.exit_code is ExitCode.INVALID_TEMPLATE
    assert caught.value.remedy == "按下面各条改好模板再试"


def told_at_once(body: str, known: list[str], **parts: str) -> list[str]:
    """Place and finding of what compiling alone tells."""
    with pytest.raises(TemplateError) as caught:
        compile_template(docx(body, **parts), "模板.docx", known=known)
    return [f"{item.code} {item.place.section}{item.place.order[0]} {item.found}" for item in caught.value.diagnostics]


def test_unknown_names_are_told_together_with_faults_of_writing_in_reading_order() -> None:
    body = p("{{ 县明 }}") + p("｛｛ 年度 ｝｝") + p("{{ 年渡 }}{{ 县明 }}") + p("{%p if 县名 %}旁") + p("{%p endif %}")
    assert told_at_once(body, ["县名", "年度"], header1=p("{{ 页眉名 }}")) == [
        "TPL-007 正文1 “县明”在数据里没有",
        "TPL-001 正文2 写的是“｛｛ 年度 ｝｝”",
        "TPL-007 正文3 “年渡”在数据里没有",
        "TPL-003 正文4 “{%p if 县名 %}”旁边还有“旁”",
        "TPL-007 页眉1 “页眉名”在数据里没有",
    ]


def test_what_a_faulty_template_binds_or_asks_about_is_not_told_as_unknown() -> None:
    body = (
        p("{%p for 镇, 村 in 表 %}旁")
        + p("{{ 镇.名称 }}{{ 村 }}{{ loop.index }}{% set 甲 = 1 %}{{ 甲 }}")
        + p("{%p endfor %}")
        + p("｛% with 乙 = 1, 丙 = 2 %｝{{ 乙 }}{{ 丙 }}")
        + p("{{ 乙 }}{{ 丙 }}{% if 丁 is defined %}{{ 丁 }}{% endif %}{{ 版式(左空=1) }}{{ range(2) }}")
    )
    assert [line.split()[0] for line in told_at_once(body, ["表"])] == ["TPL-003", "TPL-001"]


def test_without_known_names_only_the_faults_of_writing_are_told() -> None:
    assert told_at_once(p("{{ 县明 }}") + p("{{ 年度"), []) == ["TPL-002 正文2 “{{ 年度”里的标签没有写完整"]


def test_a_template_without_faults_of_writing_compiles_whatever_is_known() -> None:
    assert compile_template(docx(p("{{ 县明 }}")), "模板.docx", known=["县名"]).names == {"县明"}
