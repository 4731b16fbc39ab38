"""The faults of templates, by code."""

from __future__ import annotations

from docgen.diagnostics import Code

CODES: dict[str, Code] = {
    "TPL-001": Code(
        "标签用了全角符号",
        "标签的括号、百分号和里面的括号、等号要用半角，Word 不认全角的",
        "改成半角的 {{ }}、{% %}、( )、=",
    ),
    "TPL-002": Code("标签没有写完", "有 {{ 没有 }}，或有 {% 没有 %}，或写到了下一段", "在同一段里把标签写完整"),
    "TPL-003": Code(
        "段落标签旁边有文字", "{%p … %} 会连同所在的段落一起去掉，旁边的文字会丢", "让 {%p … %} 独占一段，一段只写一个"
    ),
    "TPL-004": Code(
        "表格行标签旁边有文字",
        "{%tr … %} 会连同所在的行一起去掉，旁边的文字会丢",
        "让 {%tr … %} 独占一行表格，一行只写一个",
    ),
    "TPL-005": Code("标签写法不对", "标签里的话读不懂", "对照“模板里能用的名称”改正"),
    "TPL-006": Code("标签没有成对", "for 要有 endfor，if 要有 endif，次序不能交叉", "补上缺的那一个，或去掉多的那一个"),
    "TPL-007": Code("名称不存在", "标签里的名称在数据里没有", "改成数据里有的名称；全部名称见 docs/glossary.md"),
    "TPL-008": Code(
        "不能打印的值", "标签得到的是一整张表或一条记录，或没有值", "写到具体的一项，如 {{ 镇.名称 }}，或用 for 逐条写"
    ),
    "TPL-009": Code("运行模板时出错", "标签里的计算做不下去", "检查这一段的标签"),
    "TPL-010": Code(
        "用了不支持的标签",
        "{%tc %}、{{r }}、{{p }} 和 include、extends、import、macro、block 等写法这里不支持",
        "只用 {{ }}，和 for、if、set、with、filter；段落和表格行写 {%p %}、{%tr %}",
    ),
    "TPL-011": Code(
        "标签写在填不到的地方", "图表和 SmartArt 里的标签不会填", "把这些字移到正文、页眉、页脚、脚注或文本框里"
    ),
}
"""Code → what it means and what to do; docs/errors.md is made from it."""
