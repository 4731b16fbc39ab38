"""The documents that are made from the code: command reference, glossary, list of errors."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from docgen.cli.main import cli

if TYPE_CHECKING:
    from docgen.model.fields import Record

_NOTE = "<!-- 由 make docs 生成，不要手改 -->\n"


def cli_reference() -> str:
    """docs/cli.md: the help page of every command."""
    parts = [f"# 命令\n\n{_NOTE}"]
    for path, command in _commands(cli, ("docgen",)):
        context: click.Context | None = None
        for name in path:
            owner = cli if context is None else context.command.get_command(context, name)  # type: ignore[attr-defined]
            context = click.Context(
                owner,
                context,
                info_name=name,
                help_option_names=["-h", "--help"],
                max_content_width=100,
                terminal_width=100,
            )
        assert context is not None
        parts.append(f"## {' '.join(path)}\n\n```\n{command.get_help(context).rstrip()}\n```\n")
    return "\n".join(parts)


def _commands(command: click.Command, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            if child is not None:
                yield from _commands(child, (*path, name))


def glossary() -> str:
    """docs/glossary.md: term ↔ attribute ↔ heading ↔ template name, from the model."""
    from docgen.documents.implementation_plan import DERIVED_IN_ROWS
    from docgen.model.campaign import SHEETS
    from docgen.model.fields import column_of
    from docgen.model.guidance import SHEETS as GUIDANCE
    from docgen.model.opinion import QUOTED
    from docgen.model.references import REFERENCES
    from docgen.word.environment import FILTERS, LAYOUT_EXAMPLE
    from docgen.word.filters import LAYOUT_NAMES
    from docgen.word.picture_tags import EXAMPLE as PICTURE_EXAMPLE
    from docgen.wording.lists import enumerate_with_dun

    parts = [
        f"# 术语对照\n\n{_NOTE}",
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
    parts.append("## 模板里的过滤器\n\n" + _table(("过滤器", "做什么", "例"), filters))
    wishes = enumerate_with_dun(LAYOUT_NAMES)
    parts.append(f"`{LAYOUT_EXAMPLE}` 写在段落里任何地方，按数据设这一段的{wishes}（磅；缩放是百分数）。\n")
    parts.append(
        f"`{PICTURE_EXAMPLE}` 独占一段，放数据里的一幅图：宽是毫米数，不写是 156；"
        "说明是图的文字说明，不写就用图自带的；没有图时这一段不出现。\n"
    )
    parts.append(
        "## 长文字里能引用的名称\n\n写在花括号里，如 `每月{报送日}日`。\n\n"
        + _table(("名称", "代表"), REFERENCES.items())
        + "\n指导意见的正文里能引用的：\n\n"
        + _table(("名称", "代表"), QUOTED.items())
    )
    return "\n".join(parts)


def _template_names() -> Iterator[str]:
    """The names that are not the model's: those of every template, then each document's own."""
    from docgen.documents.cards import CARD
    from docgen.documents.citations import PLAN, RULE
    from docgen.documents.figures import FIGURES
    from docgen.documents.form import FORM
    from docgen.documents.ground import GROUND
    from docgen.documents.interview_notice import MATTER
    from docgen.documents.talks import PERSON

    heads = ("名称", "是什么")
    yield "## 模板里另外能用的名称\n"
    yield "### 每种文件都有的\n\n" + _table(heads, (GROUND | FORM).items())
    for module in _document_modules():
        title = f"### {module.KIND}（{module.TEMPLATE}.docx）\n\n"
        yield title + (_table(heads, module.DERIVED.items()) if module.DERIVED else "没有自己的名称，用实施方案的。\n")
    yield "### 引用方案的文件还有的\n\n" + _table(heads, PLAN.items())
    yield "### 一条依据里的\n\n" + _table(heads, RULE.items())
    yield "### 一行数字里的\n\n" + _table(heads, FIGURES.items())
    yield "### 约谈的人里的\n\n" + _table(heads, PERSON.items())
    yield "### 约谈的事由里的\n\n" + _table(heads, MATTER.items())
    yield "### 一张黄牌里的\n\n" + _table(heads, CARD.items())


def _document_modules() -> Iterator[Any]:
    """The modules of the documents, the plan's first."""
    from docgen.issue import DOCUMENTS

    for name in ("implementation_plan", *DOCUMENTS.values(), "issued_opinion"):
        yield importlib.import_module(f"docgen.documents.{name}")


_ELSEWHERE = "不在模板里单独出现：模板里用的见“模板里另外能用的名称”"
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


def errors() -> str:
    """docs/errors.md: exit codes and every code of a diagnostic."""
    from docgen.errors import ExitCode
    from docgen.intake.codes import CODES as DATA
    from docgen.output.register_codes import CODES as REGISTER
    from docgen.rules.codes import CODES as RULES
    from docgen.rules.guidance_codes import CODES as GUIDANCE
    from docgen.word.codes import CODES as TEMPLATES
    from docgen.workbooks.codes import CODES as WORKBOOKS

    parts = [
        f"# 错误和提醒\n\n{_NOTE}",
        "## 退出码\n\n" + _table(("退出码", "意思"), ((str(int(code)), code.meaning) for code in ExitCode)),
    ]
    registries = (
        ("数据（DATA）", DATA),
        ("前后一致（RULE）", RULES),
        ("指导意见（GUIDE）", GUIDANCE),
        ("文号登记（REG）", REGISTER),
        ("模板（TPL）", TEMPLATES),
        ("写出的工作簿（BOOK）", WORKBOOKS),
    )
    for title, codes in registries:
        rows = ((key, code.title, code.meaning, code.remedy) for key, code in sorted(codes.items()))
        parts.append(f"## {title}\n\n" + _table(("代码", "问题", "意思", "改法"), rows))
    return "\n".join(parts)


def _table(heads: tuple[str, ...], rows: object) -> str:
    lines = [f"| {' | '.join(heads)} |", "|" + "---|" * len(heads)]
    lines += [f"| {' | '.join(_cell(cell) for cell in row)} |" for row in rows]  # type: ignore[attr-defined]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("{{", "`{{").replace("}}", "}}`")


PAGES = {"cli.md": cli_reference, "glossary.md": glossary, "errors.md": errors}
"""File in docs/ → what makes it."""
