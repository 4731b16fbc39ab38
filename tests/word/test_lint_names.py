"""Lint holds the names of a template against the data: what is not there, what cannot be done with what is there."""

from __future__ import annotations

import pytest
from small_lint import told
from small_template import p, table


def _said(text: str) -> list[str]:
    """`code：found → remedy` of a template of one paragraph."""
    return [f"{line.split()[0]}：{line.partition('”：')[2]}" for line in told(p(text))]


@pytest.mark.parametrize(
    "text",
    [
        "{{ 县名 }}{{ 村数 + 1 }}{{ 署名.左空 }}{{ 条件 | 顿号 }}{{ 条件[0] }}{{ 条件 | length }}",
        "{% for 镇 in 乡镇 %}{{ loop.index }}{{ 镇.名称 }}{% for 村 in 镇.村 %}{{ 村.村名 }}{% endfor %}{% endfor %}",
        "{{ 乡镇 | 列('名称') | 顿号 }}{{ 乡镇 | map(attribute='名称') | join('、') }}{{ (乡镇 | first).名称 }}",
        "{% for 镇 in 乡镇 | sort(attribute='名称') if 镇.联系电话 %}{{ 镇.联系电话 }}{% endfor %}",
        "{% if 复查 %}{{ 复查.日期 }}{% endif %}{% if 村数 %}{% endif %}{% if 条件 %}{% endif %}",
        "{{ 印发 | 日期 }}{{ 印发.year }}{{ 村数 | 中文数字 }}{{ 县名.upper() }}{{ 县名 ~ 村数 }}",
        "{% set 甲 = 乡镇[0] %}{{ 甲.名称 }}{% with 乙 = 署名 %}{{ 乙.左空 }}{% endwith %}",
        "{% for 镇 in 乡镇 %}{% if 镇.传真 is defined %}{{ 镇.传真 }}{% endif %}{% endfor %}",
        "{% for 镇 in 乡镇 %}{{ 镇.邮编 | default('') }}{% endfor %}",
        "{% if 版头 == '红头' %}{% elif 版头 != '套打' %}{% endif %}{{ 版式(左空=3) }}",
        "{# {{ 县铭 }} #}",
        "{% filter 标题分行 %}{{ 县名 }}|方案{% endfilter %}",
        "{{ range(3) | join }}",
    ],
)
def test_what_the_data_has_is_fine(text: str) -> None:
    assert told(p(text)) == []


def test_an_unknown_name_is_told_with_the_closest() -> None:
    assert told(p("前") + p("在{{ 县铭 }}"), header1=p("{{ 版投 }}")) == [
        "TPL-007 正文 第2段“在{{ 县铭 }}”：“县铭”在数据里没有 → 是不是“县名”？",
        "TPL-007 页眉 第1段“{{ 版投 }}”：“版投”在数据里没有 → 是不是“版头”？",
    ]


def test_a_name_that_the_rows_of_a_loop_do_not_have_is_told_where_it_stands() -> None:
    body = table((p("{%tr for 镇 in 乡镇 %}"),), (p("{{ 镇.名称 }}"), p("{{ 镇.电话 }}")), (p("{%tr endfor %}"),))
    assert told(body) == ["TPL-007 正文 第3段“{{ 镇.电话 }}”：“电话”在“镇”里没有 → 是不是“联系电话”？"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ 署名.左控 }}", "TPL-007：“左控”在“署名”里没有 → 是不是“左空”？"),
        (
            "{% for 镇 in 乡镇 %}{% for 村 in 镇.村 %}{{ 村.户 }}{% endfor %}{% endfor %}",
            "TPL-007：“户”在“村”里没有 → 是不是“户数”？",
        ),
        ("{{ 乡镇[0].村[0].村明 }}", "TPL-007：“村明”在“乡镇[0].村[0]”里没有 → 是不是“村名”？"),
        ("{{ 乡镇 | 列('名') | 顿号 }}", "TPL-007：“名”在“乡镇的一条”里没有 → 是不是“名称”？"),
        ("{{ 乡镇 | map(attribute='名') | join }}", "TPL-007：“名”在“乡镇的一条”里没有 → 是不是“名称”？"),
        ("{{ 乡镇 | sort(attribute='名') | length }}", "TPL-007：“名”在“乡镇的一条”里没有 → 是不是“名称”？"),
        ("{{ 乡镇 | selectattr('类') | list | length }}", "TPL-007：“类”在“乡镇的一条”里没有 → 是不是“类别”？"),
        ("{{ (乡镇 | last).名 }}", "TPL-007：“名”在“乡镇 | last”里没有 → 是不是“名称”？"),
        ("{% set 甲 = 乡镇[0] %}{{ 甲.名 }}", "TPL-007：“名”在“甲”里没有 → 是不是“名称”？"),
        ("{% with 乙 = 署名 %}{{ 乙.左 }}{% endwith %}", "TPL-007：“左”在“乙”里没有 → 是不是“左空”？"),
        (
            "{{ 乡镇.名称 }}",
            'TPL-007：“乡镇”是整张表，没有“名称” → 用 for 逐条写，或用 列("名称") 取各条的这一项',
        ),
        ("{{ 县名.名称 }}", "TPL-007：“县名”是文字，不是一条记录，没有“名称” → 只写 县名"),
        ("{{ 印发.时 }}", "TPL-007：“印发”是日期，不是一条记录，没有“时” → 只写 印发"),
        (
            "{% for 镇 in 乡镇 %}{{ loop.idx }}{% endfor %}",
            "TPL-007：loop 没有“idx” → 是不是“index”？",
        ),
        (
            "{{ loop.index }}{% for 镇 in 乡镇 %}{% endfor %}",
            "TPL-007：loop 只能写在 for 里面 → 把这个标签移到 for 和 endfor 之间",
        ),
        (
            "{% for 镇 in 乡镇 %}{% endfor %}{{ 镇.名称 }}",
            "TPL-029：“镇”只在它的 for 和 endfor 之间有，这里是外面 → 把标签移到 for 和 endfor 之间",
        ),
    ],
)  # fmt: skip
def test_a_name_that_is_not_there_is_told_with_its_owner_and_the_closest(text: str, said: str) -> None:
    assert _said(text) == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "{{ 乡镇 }}",
            'TPL-008：“乡镇”是一张表，不是一个值 → 用 for 逐条写，或取各条的一项：{{ 乡镇 | 列("名称") | 顿号 }}',
        ),
        ("{{ 条件 }}", "TPL-008：“条件”是一张表，不是一个值 → 写到具体的一项，如 {{ 条件 | 顿号 }}"),
        ("{{ 条件 ~ '等' }}", "TPL-008：“条件”是一张表，不是一个值 → 写到具体的一项，如 {{ 条件 | 顿号 }}"),
        ("{{ 署名 }}", "TPL-008：“署名”是一条记录，不是一个值 → 写到具体的一项，如 {{ 署名.左空 }}"),
        ("{{ 县名 | 日期 }}", "TPL-008：“日期”要用在日期上，“县名”是文字 → 已经写成文字的日期，去掉“日期”"),
        ("{{ 县名 | 中文数字 }}", "TPL-008：“中文数字”要用在数字上，“县名”是文字 → 去掉“中文数字”"),
        ("{{ 县名 | 顿号 }}", "TPL-008：“顿号”要用在一张名单上，“县名”是文字 → 已经是一个值的，直接写它的名称"),
        (
            "{{ 乡镇 | 顿号 }}",
            'TPL-008：“乡镇”的各项是一条记录，不能连成一串 → 先取各条的一项：{{ 乡镇 | 列("名称") | 顿号 }}',
        ),
        (
            "{% for 字 in 县名 %}{{ 字 }}{% endfor %}",
            "TPL-019：“县名”是文字，不是一张表 → 写一张表的名称；只有一个值的直接写 {{ 名称 }}",
        ),
        ("{{ 图(县名) }}", "TPL-013：“图”要的是一幅图，“县名”是文字 → 写数据里一幅图的名称"),
        ("{{ 版式(左控=3) }}", "TPL-005：版式里没有“左控” → 是不是“左空”？"),
    ],
)
def test_what_cannot_be_done_with_a_value_is_told_with_what_can(text: str, said: str) -> None:
    assert _said(text) == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{% if 县名 %}{% endif %}", "“县名”总是填着的，这个 if 永远成立 → 改成真正要问的事，或去掉这个 if"),
        (
            "{% if not 版头 %}{% endif %}",
            '“版头”总是填着的，这个 if 永远成立 → 写明是哪一种，如 {% if 版头 == "红头" %}',
        ),
        ("{% if 村数 and 县名 %}{% endif %}", "“县名”总是填着的，这个 if 永远成立 → 改成真正要问的事，或去掉这个 if"),
        ("{{ '有' if 县名 else '无' }}", "“县名”总是填着的，这个 if 永远成立 → 改成真正要问的事，或去掉这个 if"),
        ("{% if 版头 == '红色' %}{% endif %}", "“版头”不会是“红色” → 能写的有：红头、无版头、套打"),
        ("{% if 村数 == '12' %}{% endif %}", "“村数”是数字，和文字“12”总不相同 → 去掉引号：村数 == 12"),
    ],
)
def test_a_question_with_only_one_answer_is_a_warning(text: str, said: str) -> None:
    assert _said(text) == [f"TPL-020提醒：{said}"]


def test_a_row_tag_outside_of_a_table_is_told() -> None:
    assert told(p("{%tr for 镇 in 乡镇 %}") + p("{%tr endfor %}")) == [
        "TPL-018 正文 第1段“{%tr for 镇 in 乡镇 %}”：“{%tr for 镇 in 乡镇 %}”不在表格里 → 不在表格里的写成 {%p … %}",
        "TPL-018 正文 第2段“{%tr endfor %}”：“{%tr endfor %}”不在表格里 → 不在表格里的写成 {%p … %}",
    ]


def test_faults_of_every_kind_are_told_in_one_go_in_reading_order() -> None:
    body = (
        p("{{ 县名")
        + p("｛｛ 县名 ｝｝")
        + p("{%p if 村数 %}多余的字")
        + p("{%p endif %}")
        + p("{% include 'x' %}")
        + p("{{ 县名 | 顿好 }}")
        + p("{{ 县铭 }}")
    )
    assert [line.split("“")[0] for line in told(body)] == [
        "TPL-002 正文 第1段",
        "TPL-001 正文 第2段",
        "TPL-003 正文 第3段",
        "TPL-010 正文 第5段",
        "TPL-005 正文 第6段",
        "TPL-007 正文 第7段",
    ]


def test_where_tags_cannot_be_paired_the_loops_are_not_guessed_at() -> None:
    assert [line.split()[0] for line in told(p("{% for 镇 in 乡镇 %}{{ 镇.电话 }}"))] == ["TPL-006"]
