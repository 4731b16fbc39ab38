"""版头, 主送 and 版记 as template paragraphs (GB/T 9704-2012, 7.2 to 7.4).

Which of them a document shows, and in which form, is decided by names of the context: 版头, 主送, 版记.
"""

from __future__ import annotations

from docgen import standard
from docgen.standard import Pt
from docgen.word.grid import cell_margins
from docgen.word.ooxml import element, paragraph, run, tag
from docgen.word.style import border
from docgen.word.styles import NAMES


def styled(style: str, text: str = "", extra: dict[str, str] | None = None) -> str:
    """A paragraph of the style that Word shows as `style`."""
    return paragraph(NAMES[style].identifier, run(text) if text else "", extra)


def blank(style: str = "Normal") -> str:
    """An empty line."""
    return styled(style)


def head() -> str:
    """版头 (7.2). 套打 keeps every place and leaves the mark and the rule to the printed paper.

    Three lines stand above the mark, for 份号, 密级 and 紧急程度 in this order; its size follows its length, and its
    line's height puts its upper edge 35 mm below the 版心's.
    """
    marks = (
        tag("if 份号")
        + styled("份号", "{{ 份号 }}")
        + tag("endif")
        + tag("if 密级")
        + styled("密级和紧急程度", "{{ 密级 }}")
        + tag("endif")
        + tag("if 紧急程度")
        + styled("密级和紧急程度", "{{ 紧急程度 }}")
        + tag("endif")
        + tag("for _ in range(标注空行)")
        + blank()
        + tag("endfor")
    )
    mark = (
        tag("if 版头 == '红头'")
        + styled("发文机关标志", "{{ 版式(字号=标志.字号, 缩放=标志.缩放, 行距=标志.行距) }}{{ 标志.文字 }}")
        + tag("else")
        + styled("发文机关标志", "{{ 版式(行距=标志.行距) }}")
        + tag("endif")
    )
    rule = tag("if 版头 == '红头'") + styled("红色分隔线") + tag("else") + styled("红色分隔线（套打）") + tag("endif")
    return (
        tag("if 版头 != '无版头'")
        + marks
        + mark
        + blank()
        + blank()
        + _number()
        + rule
        + tag("endif")
        + blank()
        + blank()
    )


def _number() -> str:
    """发文字号 centred; in an upward document on the line of the last 签发人, whose name is 楷体 (7.2.5, 7.2.6)."""
    return (
        tag("if 签发人 | length > 1")
        + tag("for 行 in 签发人行")
        + _signers(
            "多位签发人",
            "{% if loop.last %}{{ 发文字号 }}{% endif %}\t{% if loop.first %}签发人：{% else %}　　　　{% endif %}",
            "{{ 行 }}",
        )
        + tag("endfor")
        + tag("elif 签发人")
        + _signers("上行文号和签发人", "{{ 发文字号 }}\t签发人：", "{{ 签发人[0] }}")
        + tag("else")
        + styled("发文字号", "{{ 发文字号 }}")
        + tag("endif")
    )


def _signers(style: str, label: str, names: str) -> str:
    return paragraph(NAMES[style].identifier, run(label) + run(names, NAMES["楷体标题字"].identifier))


def addressee() -> str:
    """A blank line below the title; then 主送机关 (7.3.2), flush left, closed by a colon."""
    return blank() + tag("if 主送") + styled("主送机关", "{{ 主送 }}：") + tag("endif")


def imprint(before: str = "") -> str:
    """版记 (7.4): a table that floats on the lower edge of the last page's 版心, whatever is above it.

    It is placed from the page's left edge and not from the margin's: LibreOffice lets a table as wide as the text float
    only so. It is anchored to the paragraph after it; `before` stands in front of it.
    """
    # 主送机关 too many for page 1 stand above 抄送, with no rule between (7.3.2, 7.4.2).
    both = (
        tag("if 版记主送")
        + styled("抄送", "主送：{{ 版记主送 }}。")
        + tag("endif")
        + tag("if 抄送")
        + styled("抄送", "抄送：{{ 抄送 }}。")
        + tag("endif")
    )
    rows = (
        row_tag("if 版记主送 or 抄送")
        + row(both)
        + row_tag("endif")
        + row(styled("印发", "{{ 印发机关 }}\t{{ 印发日期 }}印发"))
    )
    return tag("if 版记") + before + floating_table(rows) + tag("endif")


def floating_table(rows: str) -> str:
    """A table of ruled rows on the lower edge of the 版心, and the line that it is anchored to."""
    return f"<w:tbl>{_floating_properties()}{rows}</w:tbl>" + blank("分节线")


def row_tag(statement: str) -> str:
    """A row with one row-level tag."""
    return row(tag(statement).replace("{%p ", "{%tr "))


def row(content: str) -> str:
    """A row of one cell as wide as the text."""
    width = element("tcW", {"w": _WIDTH, "type": "dxa"})
    return f"<w:tr><w:trPr>{element('cantSplit')}</w:trPr><w:tc><w:tcPr>{width}</w:tcPr>{content}</w:tc></w:tr>"


def _floating_properties() -> str:
    place = {
        "leftFromText": 0,
        "rightFromText": 0,
        "vertAnchor": "margin",
        "horzAnchor": "page",
        "tblpX": standard.LEFT.length.twips,
        "tblpYSpec": "bottom",
    }
    edges = {"top": standard.IMPRINT_THICK, "bottom": standard.IMPRINT_THICK, "insideH": standard.IMPRINT_THIN}
    borders = "".join(border(side, fact.length) for side, fact in edges.items())
    # No margins at the sides: programs differ in whether they let a table stick out by them. The text indents itself.
    margins = {"top": Pt(2).twips, "left": 0, "bottom": Pt(2).twips, "right": 0}
    return (
        "<w:tblPr>"
        + element("tblpPr", place)
        + element("tblOverlap", {"val": "never"})
        + element("tblW", {"w": _WIDTH, "type": "dxa"})
        + f"<w:tblBorders>{borders}</w:tblBorders>"
        + element("tblLayout", {"type": "fixed"})
        + cell_margins(margins)
        + f"</w:tblPr><w:tblGrid>{element('gridCol', {'w': _WIDTH})}</w:tblGrid>"
    )


_WIDTH = standard.TEXT_WIDTH.length.twips
