"""Cases about paragraphs: indents, spacing, tabs, grids, borders, what stays together, how lines are broken."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.corpus.package import normal, package
from benchmarks.corpus.wordml import BODY, BREAK, CENTER, PAGE_BREAK, TAB, fonts, p, ps, r, section, size
from benchmarks.corpus.words import SENTENCES, paragraphs, prose


def indents_in_characters() -> bytes:
    """First line, left, right and hanging indents in characters, with twips beside them as Word writes them."""
    shapes = (
        'w:firstLineChars="200" w:firstLine="640"',
        'w:leftChars="200" w:left="640" w:rightChars="300" w:right="960"',
        'w:leftChars="300" w:left="1920" w:hangingChars="300" w:hanging="960"',
        'w:leftChars="100" w:left="320" w:firstLineChars="150" w:firstLine="480"',
    )
    return package(
        "".join(ps(paragraphs(2, n), f'<w:ind {shape}/><w:jc w:val="both"/>') for n, shape in enumerate(shapes))
    )


def indents_over_small_normal() -> bytes:
    """三号 text over a 五号 Normal: the sides count characters of the one, the first line those of the other."""
    shapes = (
        'w:firstLineChars="200" w:firstLine="640"',
        'w:leftChars="304" w:left="638" w:rightChars="200" w:right="420"',
        'w:leftChars="304" w:left="1278" w:hangingChars="200" w:hanging="640"',
    )
    body = "".join(
        ps(paragraphs(3, n), f'<w:ind {shape}/><w:jc w:val="both"/>', size(16)) for n, shape in enumerate(shapes)
    )
    return package(body, styles=normal(rpr=size(10.5)))


def indents_in_characters_alone() -> bytes:
    """The same without twips (no LibreOffice reference), in two type sizes."""
    ppr = '<w:ind w:firstLineChars="200"/><w:jc w:val="both"/>'
    return package(ps(paragraphs(4), ppr) + ps(paragraphs(4), ppr, size(12)))


def indents_in_twips() -> bytes:
    """Left, right, hanging and negative indents in twips."""
    shapes = (
        'w:left="567" w:right="850"',
        'w:left="960" w:hanging="960"',
        'w:left="-300" w:firstLine="640"',
        'w:start="400"',
    )
    return package(
        "".join(ps(paragraphs(2, n), f'<w:ind {shape}/><w:jc w:val="both"/>') for n, shape in enumerate(shapes))
    )


def line_spacings() -> bytes:
    """Exact, at least, single, 1.5 lines, 1.2 lines, double."""
    shapes = (
        ("exact", 560),
        ("atLeast", 300),
        ("atLeast", 640),
        ("auto", 240),
        ("auto", 360),
        ("auto", 288),
        ("auto", 480),
    )
    return package("".join(
        ps(paragraphs(2, n), f'<w:spacing w:line="{line}" w:lineRule="{rule}"/>' + BODY)
        for n, (rule, line) in enumerate(shapes)
    ))  # fmt: skip


def spacing_in_lines() -> bytes:
    """Space before and after, in points and in lines."""
    shapes = (
        'w:before="240" w:after="120"',
        'w:beforeLines="50" w:before="120" w:afterLines="50" w:after="120"',
        'w:before="480"',
    )
    return package("".join(
        ps(paragraphs(3, n), f'<w:spacing {shape} w:line="560" w:lineRule="exact"/>' + BODY)
        for n, shape in enumerate(shapes)
    ))  # fmt: skip


def contextual_spacing() -> bytes:
    """No space between paragraphs of one style."""
    ppr = '<w:spacing w:before="240" w:after="240"/><w:contextualSpacing/>' + BODY
    return package(ps(paragraphs(4), ppr) + ps(paragraphs(3, 2), BODY) + ps(paragraphs(4, 4), ppr))


def grid_lines() -> bytes:
    """docGrid of lines: lines of any spacing snap to the pitch."""
    body = (
        ps(paragraphs(5), BODY)
        + ps(paragraphs(2, 1), '<w:ind w:firstLineChars="200" w:firstLine="880"/><w:jc w:val="both"/>', size(22))
        + ps(paragraphs(4, 2), '<w:snapToGrid w:val="0"/>' + BODY)
    )
    return package(body, styles=normal(ppr=""), last_section=section('<w:docGrid w:type="lines" w:linePitch="579"/>'))


def grid_characters() -> bytes:
    """docGrid of lines and characters: 28 characters a line (no LibreOffice reference)."""
    last = section('<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-1037"/>')
    return package(ps(paragraphs(9), BODY), styles=normal(ppr=""), last_section=last)


def tabs_with_leaders() -> bytes:
    """Left, center, right and decimal stops, with dots, lines and hyphens as leaders."""
    stops = "".join(
        f'<w:tab w:val="{kind}" w:leader="{leader}" w:pos="{position}"/>'
        for kind, leader, position in (("left", "none", 1600), ("center", "hyphen", 4200), ("right", "dot", 8800))
    )
    body = p("项目资金安排表", CENTER)
    for number, text in enumerate(("道路硬化", "饮水安全工程", "村级活动场所", "产业路", "电网改造升级")):
        line = r(f"{number + 1}.") + TAB + r(text) + TAB + r("县乡村建设办") + TAB
        body += p(line + r(f"第{number * 7 + 3}页"), f"<w:tabs>{stops}</w:tabs>")
    decimal = '<w:tabs><w:tab w:val="decimal" w:leader="underscore" w:pos="6000"/></w:tabs>'
    body += "".join(
        p(r(text) + TAB + r(value), decimal) for text, value in (("投资", "128.5"), ("自筹", "3.25"), ("其他", "1024"))
    )
    return package(body + ps(paragraphs(2), BODY))


def default_tabs() -> bytes:
    """Tabs without stops of their own, and a hanging indent that serves as one."""
    body = "".join(p(r("甲") + TAB + r("乙乙乙") + TAB + r("丙") + TAB + TAB + r("丁")) for _ in range(3))
    hanging = '<w:ind w:left="1280" w:hanging="1280"/>'
    body += "".join(p(r("附件：") + TAB + r(prose(n, 2)), hanging) for n in range(4))
    return package(body)


def _edges(*names: str, kind: str = "single", width: int = 6, space: int = 4) -> str:
    edges = "".join(f'<w:{name} w:val="{kind}" w:sz="{width}" w:space="{space}" w:color="C00000"/>' for name in names)
    return f"<w:pBdr>{edges}</w:pBdr>"


def borders_and_shading() -> bytes:
    """Paragraph borders on all sides, between, below only; shading behind the text."""
    box = _edges("top", "left", "bottom", "right")
    shaded = '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>'
    body = ps(paragraphs(2), box + BODY) + ps(paragraphs(2, 2), shaded + BODY)
    body += ps(paragraphs(2, 3), _edges("top", "bottom", "between") + BODY)
    body += p(
        "云岭县人民政府办公室",
        _edges("bottom", kind="thickThinSmallGap", width=24, space=1) + CENTER,
        fonts("方正小标宋简体") + size(22),
    )
    return package(body + ps(paragraphs(3, 5), _edges("left", width=24) + shaded + BODY))


def keep_with_next() -> bytes:
    """Headings that stay with the text below, over several pages."""
    heading = '<w:keepNext/><w:ind w:firstLineChars="200" w:firstLine="640"/>'
    body = ""
    for number, text in enumerate(paragraphs(16)):
        body += p(f"第{number + 1}项 具体任务", heading, fonts("黑体")) + p(
            f"（{number + 1}）分工", heading, fonts("楷体_GB2312")
        )
        body += p(text, BODY)
    return package(body)


def keep_lines() -> bytes:
    """Paragraphs whose lines stay together."""
    return package(ps(paragraphs(18, 1, 5), "<w:keepLines/>" + BODY))


def widows() -> bytes:
    """Widow control on, then off: paragraphs of all lengths cross the ends of the pages."""
    on = ps(paragraphs(14, 3), "<w:widowControl/>" + BODY)
    return package(on + ps(paragraphs(14, 4), '<w:widowControl w:val="0"/>' + BODY))


def page_break_before() -> bytes:
    """pageBreakBefore, and page breaks at the end of a paragraph."""
    body = ps(paragraphs(3), BODY) + p("第二部分", "<w:pageBreakBefore/>" + CENTER) + ps(paragraphs(3, 2), BODY)
    return package(body + p(r(prose(2, 2)) + PAGE_BREAK, BODY) + ps(paragraphs(3, 5), BODY))


def page_break_inside() -> bytes:
    """A page break in the middle of a paragraph (no LibreOffice reference)."""
    return package(
        ps(paragraphs(2), BODY) + p(r(prose(2, 3)) + PAGE_BREAK + r(prose(5, 3)), BODY) + ps(paragraphs(2, 5), BODY)
    )


def alignments() -> bytes:
    """Left, centred, right, justified and distributed text, with line breaks inside."""
    body = ""
    for number, kind in enumerate(("left", "center", "right", "both", "distribute")):
        ppr = f'<w:jc w:val="{kind}"/>'
        body += p(prose(2 + number * 4, 3), ppr) + p(r("第一行很短") + BREAK + r("第二行也短，但是比第一行长一些"), ppr)
    return package(body)


def long_empty() -> bytes:
    """Empty paragraphs of several sizes between the text."""
    body = "".join(
        p(text, BODY) + p("", "<w:rPr>" + size(9 + 6 * n) + "</w:rPr>") for n, text in enumerate(paragraphs(7))
    )
    return package(body, styles=normal(ppr=""))


def mixed_sizes() -> bytes:
    """Larger and smaller characters on lines of single spacing."""
    body = "".join(
        p(
            r(SENTENCES[n])
            + r("重要事项", size(26))
            + r(SENTENCES[n + 1])
            + r("（小字说明）", size(9))
            + r(SENTENCES[n + 2]),
            BODY,
        )
        for n in range(12)
    )
    return package(body, styles=normal(ppr=""))


CASES: dict[str, Callable[[], bytes]] = {
    "段落-按字符缩进": indents_in_characters,
    "段落-只按字符缩进": indents_in_characters_alone,
    "段落-小字正文样式": indents_over_small_normal,
    "段落-按长度缩进": indents_in_twips,
    "段落-行距": line_spacings,
    "段落-段前段后": spacing_in_lines,
    "段落-同样式不加间距": contextual_spacing,
    "段落-行网格": grid_lines,
    "段落-字符网格": grid_characters,
    "段落-制表位前导符": tabs_with_leaders,
    "段落-默认制表位": default_tabs,
    "段落-边框底纹": borders_and_shading,
    "段落-与下段同页": keep_with_next,
    "段落-段中不分页": keep_lines,
    "段落-孤行控制": widows,
    "段落-段前分页": page_break_before,
    "段落-段中分页": page_break_inside,
    "段落-对齐方式": alignments,
    "段落-空段": long_empty,
    "段落-大小字混排": mixed_sizes,
}
