"""A source that carries another: an 印发通知 and its plan."""

from __future__ import annotations

from typing import Any

import pytest
from schema_order import W
from small_source import SIGNED, document, properties, styles_of, template, texts

from docgen.errors import TemplateError
from docgen.word.source import parse

PLAN = """---
文件: 方案
版头: 是
主送: 是
落款: 是
版记: 是
附件标题: "云岭县{{ 件.名称 }}"
---
# 方案

## 一、目的
{: 正文末段 }目的。

::: 落款

::: 附件
{% if 件.名称 == "甲表" %}
::: 横排
甲表内容
{% else %}
::: 竖排
乙表内容
{% endif %}
"""
NOTICE = "# 通知\n现印发给你们。\n\n::: 落款\n\n::: 引入 plan\n"
FRONT = ("主送: 是", "落款: 是", "版记: 是")
CONTEXT: dict[str, Any] = {
    **SIGNED,
    "主送": "各乡镇人民政府",
    "附件": [{"名称": "甲表"}, {"名称": "乙表"}],
    "版记": True,
    "版记主送": "",
    "抄送": "",
    "印发机关": "县政府办公室",
    "印发日期": "2024年4月3日",
}


def plan(name: str) -> str | None:
    return PLAN if name == "plan" else None


def test_the_plan_begins_a_page_without_head_and_signature_and_tells_its_attachments_itself() -> None:
    root = document(NOTICE, CONTEXT, *FRONT, load=plan)
    assert texts(root) == [
        "通知",
        "各乡镇人民政府：",
        "现印发给你们。",
        "云岭县人民政府",
        "2024年4月3日",
        "方案",
        "一、目的",
        "目的。",
        "附件：1.\t云岭县甲表",
        "2.\t云岭县乙表",
        "附件1",
        "云岭县甲表",
        "甲表内容",
        "附件2",
        "云岭县乙表",
        "乙表内容",
        "县政府办公室\t2024年4月3日印发",
    ]
    assert properties(root, "方案").find(f"{W}pageBreakBefore") is not None
    assert styles_of(root).count("Title") == 2


def test_a_plan_without_attachments_leaves_those_of_the_notice_where_they_were() -> None:
    bare = PLAN[: PLAN.index("::: 附件")]
    root = document(f"{NOTICE}::: 附件\n::: 竖排\n名单", CONTEXT, *FRONT, load=lambda _: bare)
    assert texts(root)[3:9] == ["附件：1.\t甲表", "2.\t乙表", "云岭县人民政府", "2024年4月3日", "方案", "一、目的"]


def test_the_template_is_the_same_every_time() -> None:
    assert template(NOTICE, *FRONT, load=plan) == template(NOTICE, *FRONT, load=plan)


@pytest.mark.parametrize(
    ("notice", "other", "message", "remedy"),
    [
        (
            "题\n::: 引入 别的",
            "",
            "通知.md 第5行引入的 别的.md 不在同一个文件夹里",
            "改成有的文件名，不写 .md",
        ),
        (
            "::: 引入 plan",
            "---\n文件: 甲\n---\n::: 引入 乙",
            "通知.md 第4行引入的 plan.md 自己又引入了 乙",
            "引入只能一层：直接引入要的那一份",
        ),
        (
            "::: 引入 plan",
            "---\n文件: 甲\n页面: 横\n---\n",
            "通知.md 第4行引入的 plan 页面横竖与这份文件不同",
            "把两份的“页面”写成一样",
        ),
        (
            "::: 引入 plan\n::: 附件\n::: 竖排",
            PLAN,
            "通知.md 第4行引入的 plan 有附件，别处也有附件",
            "一份文件只能有一处 ::: 附件：去掉一处",
        ),
        (
            "::: 引入 plan\n::: 引入 plan",
            PLAN,
            "通知.md 第5行引入的 plan 有附件，别处也有附件",
            "一份文件只能有一处 ::: 附件：去掉一处",
        ),
        (
            "::: 附件\n::: 引入 plan",
            PLAN,
            "通知.md 第5行的“::: 引入 plan”写在附件里",
            "写到“::: 附件”前面",
        ),
        (
            "::: 引入 plan",
            "---\n文件: 甲\n---\n::: 签名",
            "plan.md 第4行的“::: 签名”不认识",
            "可以写的有：::: 落款、::: 另页、::: 版记、::: 附件、::: 横排、::: 竖排、::: 引入 文件名",
        ),
    ],
)
def test_what_cannot_be_included_is_told_at_its_line(notice: str, other: str, message: str, remedy: str) -> None:
    with pytest.raises(TemplateError) as caught:
        parse(f"---\n文件: 通知\n---\n{notice}", "通知.md", lambda name: other if name == "plan" else None)
    assert (caught.value.message, caught.value.remedy) == (message, remedy)
