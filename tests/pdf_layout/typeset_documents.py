"""Documents of every form that a template source can have, from a few lines, for looking at as PDF."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

from PIL import Image

from docgen.model.pictures import Picture
from docgen.word.source import parse
from docgen.word.template import compile_template
from docgen.word.typeset import typeset

SIGNED: dict[str, Any] = {
    "附件": [],
    "署名方式": "盖章",
    "署名": {"机关左空": 200.0, "机关右空": 0.0, "日期左空": 0.0},
    "发文机关": "云岭县督战办公室",
    "成文日期": "2024年4月3日",
    "附注": "联系人：张三，联系电话：0812-1234567",
}


@cache
def picture() -> Picture:
    stream = io.BytesIO()
    Image.new("RGB", (1560, 700), "#1f3864").save(stream, "PNG")
    return Picture(stream.getvalue(), 1560, 700, "图")


def made(body: str, context: dict[str, Any], *front: str) -> bytes:
    """The rendered Word file of a source."""
    text = "\n".join(("---", "文件: 文件", *front, "---", body))
    return compile_template(typeset(parse(text, "文件.md")), "文件.docx").render(context).data


RECORD = """# 约谈记录

|:----:|:------|:----:|:------|
| # 约谈人 | 王某某 | # 职务 | 督战总指挥长 |
| ^ | 李某某 | ^ | 副总指挥长 |
| # 存在问题 | {: 表单段落 }{{ 问题 }} | < | < | {行高=60}
| # 说明 | {: 表单段落 }{{ 说明 }}<p>{: 表单签名 }签名： | < | < | {行高=40}
| # 备注 | | < | < | {行高=50}
| 以上记录阅后无误。 | < | < | < |
"""
RECEIPT = """# 警告通知书

经研究，现予以黄牌警告。

| 乡镇 | 问题 | < | 销号率 |
| ^ | 发现 | 销号 | ^ |
|:--:|--:|--:|:--:|
{% for 行 in 行们 %}
| 红石镇{{ 行 }} | 10 | 3 | 30% |
{% endfor %}

::: 落款

::: 另页
# 送达回执

|:---:|:-------|
| # 受送达单位 | |
| # 签收人 | | {行高=20}
| # 备注 | | {行高=80}
"""
LEDGER = """# 问题台账

| 序号 | 基本情况 | < | < |
| ^ | 乡镇 | 问题 | 时限 |
|:--:|:----:|:----------------|:----:|
{% for 行 in 行们 %}
| 第{{ 行 }} | 红石镇 | 饮水管网破损，冬季断水 | 5月1日 |
{% endfor %}
"""
BULLETIN = """# 云岭县4月份|挂牌督战工作情况

{% for 行 in 行们 %}
各乡镇认真落实督战要求，推进问题整改。
{% endfor %}
"""
MASTHEAD: dict[str, Any] = {
    "密级提示": "内部资料　注意保存",
    "刊名标志": {"文字": "督战工作简报", "字号": 52, "缩放": 100, "行距": 67.8},
    "期号": 4,
    "总期号": 17,
    "编印单位": "云岭县督战办公室",
    "成文日期": "2024年4月30日",
    "报": "市督战办公室",
    "送": "县委办公室，县人大常委会办公室，县政府办公室，县政协办公室，县纪委监委，县委组织部",
    "发": "各乡镇、街道",
    "印数": 60,
}
PICTURED = """# 情况

{% for 行 in 行们 %}
第{{ 行 }}行。
{% endfor %}
{: 图 }{{ 图(图甲, 宽=156) }}
{: 图题 }图1　发现和销号
后文。
"""


def record(paragraphs: int) -> bytes:
    said = [
        f"第{number}段，我们将认真整改落实到位，举一反三，建章立制，确保问题不反弹。" for number in range(paragraphs)
    ]
    return made(RECORD, {"问题": "问题一。\n问题二。", "说明": "\n".join(said)}, "页码: 第x页共y页")


def receipt(rows: int) -> bytes:
    return made(RECEIPT, {**SIGNED, "行们": list(range(1, rows + 1))}, "落款: 是", "附注: 是")


def ledger(rows: int, numbering: str) -> bytes:
    return made(LEDGER, {"行们": list(range(1, rows + 1))}, "页面: 横", f"页码: {numbering}")


def bulletin(paragraphs: int) -> bytes:
    return made(BULLETIN, {**MASTHEAD, "行们": list(range(paragraphs))}, "报头: 是", "报尾: 是")


def pictured(lines: int, **data: Any) -> bytes:
    return made(PICTURED, {"行们": list(range(lines)), "图甲": picture(), **data})
