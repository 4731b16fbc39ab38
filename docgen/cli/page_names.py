"""docs/glossary.md: the names of the model and of the templates, made from the code and the example data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from docgen.cli.page_tables import NOTE, table
from docgen.model.campaign import SHEETS

if TYPE_CHECKING:
    from docgen.model.fields import Record
    from docgen.word.fields import Field


def glossary() -> str:
    """docs/glossary.md: term ↔ attribute ↔ heading ↔ template name, from the model."""
    from docgen.documents.implementation_plan import DERIVED_IN_ROWS
    from docgen.model.fields import column_of
    from docgen.model.guidance import SHEETS as GUIDANCE
    from docgen.model.opinion import QUOTED
    from docgen.model.references import REFERENCES
    from docgen.word.environment import FILTERS, LAYOUT_EXAMPLE
    from docgen.word.filters import LAYOUT_NAMES
    from docgen.word.picture_tags import EXAMPLE as PICTURE_EXAMPLE
    from docgen.wording.lists import enumerate_with_dun

    parts = [
        f"# 术语对照\n\n{NOTE}",
        (
            "一个名称只有一个写法：工作簿的列名、YAML 的键、Word 模板里的名称都是“名称”一栏；"
            "程序里的属性是“attribute”一栏。\n"
        ),
    ]
    roots = [("Campaign", item) for item in SHEETS.items()] + [("Guidance", item) for item in GUIDANCE.items()]
    for root, (attribute, record) in roots:
        parts.append(
            f"## {record.sheet} · `{root}.{attribute}` · `{record.__name__}`\n\n"
            f"{record.purpose}。{_in_templates(record)}。\n"
        )
        rows = ["| 名称 | attribute | 内容 | 说明 | 例 |", "|---|---|---|---|---|"]
        for name, field in record.model_fields.items():
            needed = "必填" if field.is_required() else "可不填"
            example = (field.examples or [""])[0]
            content = f"{column_of(field).kind.value}，{needed}"
            rows.append(f"| {field.alias} | `{name}` | {content} | {field.description} | {example} |")
        rows += [
            f"| {name} | | 只在模板里 | {text} | |" for name, text in DERIVED_IN_ROWS.get(record.sheet, {}).items()
        ]
        parts.append("\n".join(rows) + "\n")
    parts += _template_names()
    filters = ((name, item.explanation, item.example) for name, item in FILTERS.items())
    parts.append("## 模板里的过滤器\n\n" + table(("过滤器", "做什么", "例"), filters))
    wishes = enumerate_with_dun(LAYOUT_NAMES)
    parts.append(f"`{LAYOUT_EXAMPLE}` 写在段落里任何地方，按数据设这一段的{wishes}（磅；缩放是百分数）。\n")
    parts.append(
        f"`{PICTURE_EXAMPLE}` 独占一段，放数据里的一幅图：宽是毫米数，不写是 156；"
        "说明是图的文字说明，不写就用图自带的；没有图时这一段不出现。\n"
    )
    parts.append(
        "## 长文字里能引用的名称\n\n写在花括号里，如 `每月{报送日}日`。\n\n"
        + table(("名称", "代表"), REFERENCES.items())
        + "\n指导意见的正文里能引用的：\n\n"
        + table(("名称", "代表"), QUOTED.items())
    )
    return "\n".join(parts)


def _template_names() -> Iterator[str]:
    """The names that are not the model's: those of every template, then each document's own, with examples."""
    from docgen import vocabulary
    from docgen.documents.cards import CARD
    from docgen.documents.citations import RULE
    from docgen.documents.figures import FIGURES, PROBLEM
    from docgen.documents.form import FORM
    from docgen.documents.ground import GROUND
    from docgen.documents.interview_notice import MATTER
    from docgen.documents.talks import PERSON

    heads = ("名称", "是什么")
    common = vocabulary.common_names()
    yield "## 模板里另外能用的名称\n\n例子是示例数据里印出来的样子；`docgen template fields` 也列出这些。\n"
    yield "### 每种文件都有的\n\n" + _named({name: common[name] for name in (*GROUND, *FORM)})
    for kind, module in vocabulary.kinds().items():
        yield f"### {kind}（{module}.docx）\n\n" + _named(vocabulary.own_names(kind))
    for title, told in (
        ("一条依据里的", RULE),
        ("一行数字里的", FIGURES),
        ("一个问题里另外的", PROBLEM),
        ("约谈的人里的", PERSON),
        ("约谈的事由里的", MATTER),
        ("一张黄牌里的", CARD),
    ):
        yield f"### {title}\n\n" + table(heads, told.items())


_LONGEST = 40


def _named(names: Mapping[str, Field]) -> str:
    """Names with what they are and an example, and what stands in those that are lists and records."""
    rows = ((name, item.told, _short(item.example)) for name, item in names.items())
    made = table(("名称", "是什么", "例"), rows)
    within = [line for name, item in names.items() if name not in _SHEETS and (line := _within(name, item))]
    return made + ("\n" + "\n".join(within) + "\n" if within else "")


def _within(name: str, item: Field) -> str:
    inner = (item.items.fields if item.items is not None else item.fields).items()
    listed = "、".join(f"{key}（{_short(each.example)}）" if each.example else key for key, each in inner)
    return f"- `{name}`{'的每一行' if item.items is not None else ''}里有：{listed}" if listed else ""


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}……"


_ELSEWHERE = "不在模板里单独出现：模板里用的见“模板里另外能用的名称”"
_SHEETS = frozenset(record.sheet for record in SHEETS.values())
"""Their columns stand in the sections of the sheets."""
_NOT_ALONE = {
    **dict.fromkeys(
        ("文件设置", "乡镇任务", "简报设置", "督战规则", "问题台账", "督战记录", "月度评估", "约谈", "约谈要求"),
        _ELSEWHERE,
    ),
    **dict.fromkeys(("意见正文", "挂牌县", "挂牌村数量"), _ELSEWHERE),
    "督战方面": (
        "不在模板里单独出现，在督战内容的“方面”里：先 `for 行 in 督战内容`，再 `for 方面 in 行.方面`，"
        "写 `{{ 方面.名称 }}`"
    ),
}
"""Sheets that the context of a template does not have under their own names."""


def _in_templates(record: type[Record]) -> str:
    """How a template gets at the records of a sheet."""
    if record.single:
        return "模板里直接写名称，如 `{{ 县名 }}`"
    return _NOT_ALONE.get(record.sheet, f"模板里先 `for 行 in {record.sheet}`，再写 `{{{{ 行.名称 }}}}`")
