"""报头 and 报尾 of a 简报 as template paragraphs. The standard has no layout for them: practice.

Names of the context: 密级提示, 刊名标志, 期号, 总期号, 编印单位, 成文日期; 报, 送, 发, 印数.
"""

from __future__ import annotations

from docgen.word.elements import blank, floating_table, row, row_tag, styled
from docgen.word.ooxml import tag


def bulletin_head() -> str:
    """报头: 密级提示, 刊名 in red, 期号, 编印单位 and date on one line, a red rule as wide as the text."""
    return (
        tag("if 密级提示")
        + styled("密级提示", "{{ 密级提示 }}")
        + tag("else")
        + blank()
        + tag("endif")
        + styled("刊名", "{{ 版式(字号=刊名标志.字号, 缩放=刊名标志.缩放, 行距=刊名标志.行距) }}{{ 刊名标志.文字 }}")
        + blank()
        + styled("期号", "第{{ 期号 }}期{% if 总期号 %}（总第{{ 总期号 }}期）{% endif %}")
        + blank()
        + styled("编印单位和日期", "{{ 编印单位 }}\t{{ 成文日期 }}")
        + styled("红色分隔线")
        + blank()
    )


def bulletin_foot(before: str = "") -> str:
    """报尾: 报, 送, 发 and the number of copies at the lower edge of the last page, as the 版记 stands there.

    What is not filled in is not printed; nothing filled in prints no rule either.
    """
    lines = "".join(
        tag(f"if {name}") + styled("报送发", f"{name}：{{{{ {name} }}}}。") + tag("endif")
        for name in ("报", "送", "发")
    )
    rows = (
        row_tag("if 报 or 送 or 发")
        + row(lines)
        + row_tag("endif")
        + row_tag("if 印数")
        + row(styled("共印份数", "共印{{ 印数 }}份"))
        + row_tag("endif")
    )
    return tag("if 报 or 送 or 发 or 印数") + before + floating_table(rows) + tag("endif")
