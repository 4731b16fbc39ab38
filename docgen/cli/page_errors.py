"""docs/errors.md: what a user can meet, with its remedy, made from the registries of codes and from the source."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.cli.page_tables import NOTE, table
from docgen.cli.raised import raised, told
from docgen.cli.raised_text import OPEN
from docgen.errors import ExitCode


def errors() -> str:
    """docs/errors.md: exit codes, every code of a diagnostic, every message that ends a run."""
    from docgen.intake.codes import CODES as DATA
    from docgen.output.register_codes import CODES as REGISTER
    from docgen.rules.codes import CODES as RULES
    from docgen.rules.guidance_codes import CODES as GUIDANCE
    from docgen.word.codes import CODES as TEMPLATES
    from docgen.workbooks.codes import CODES as WORKBOOKS

    parts = [
        f"# 错误和提醒\n\n{NOTE}",
        "## 退出码\n\n" + table(("退出码", "意思"), ((str(int(code)), code.meaning) for code in ExitCode)),
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
        parts.append(f"## {title}\n\n" + table(("代码", "问题", "意思", "改法"), rows))
    return "\n".join((*parts, *_messages()))


def _messages() -> Iterator[str]:
    """The messages that have no code, by the exit code with which they end a run."""
    yield (
        "## 让运行停下来的消息\n\n这些消息没有代码，前面写着“错误：”，后面写着“改法：”。"
        f"“{OPEN}”是运行时才知道的内容，如文件名；改法有几种的，运行时只说合适的那一种。\n"
    )
    for code in ExitCode:
        if items := [item for item in told(raised()) if item.exit_code == code]:
            yield f"### {code.meaning}（退出码 {int(code)}）\n\n" + table(
                ("消息", "改法"), ((item.message, item.remedy) for item in items)
            )
