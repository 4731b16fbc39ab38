"""Cases about numbering.xml: formats used in Chinese documents, levels, restarts, indents, styles with numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from benchmarks.corpus.package import normal, package, style
from benchmarks.corpus.wordml import BODY, CENTER, fonts, p, ps
from benchmarks.corpus.words import SENTENCES, prose

Level = tuple[str, str, str]  # number format, text, what else stands in the level
INDENT = '<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'


def definitions(*lists: Sequence[Level], instances: str = "") -> str:
    """word/numbering.xml: an abstract list and an instance for each sequence of levels."""
    abstract, numbers = "", ""
    for number, levels in enumerate(lists):
        inner = "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{_head(more)}'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>{_tail(more)}</w:lvl>'
            for depth, (kind, text, more) in enumerate(levels)
        )
        abstract += (
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{inner}</w:abstractNum>'
        )
        numbers += f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{number}"/></w:num>'
    return abstract + numbers + instances


def _head(more: str) -> str:
    """What stands before w:lvlText: w:suff and the like."""
    return more.split("|")[0] if "|" in more else ""


def _tail(more: str) -> str:
    return more.split("|")[-1]


def item(text: str, number: int = 1, level: int = 0, ppr: str = "") -> str:
    """A numbered paragraph."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>' + ppr)


NOTHING = '<w:suff w:val="nothing"/>|<w:pPr><w:ind w:firstLine="640"/></w:pPr>'
CHINESE = (
    ("chineseCountingThousand", "%1、", NOTHING),
    ("chineseCountingThousand", "（%2）", NOTHING),
    ("decimal", "%3.", NOTHING),
    ("decimal", "（%4）", NOTHING),
    ("decimalEnclosedCircle", "%5", NOTHING),
)


def chinese_levels() -> bytes:
    """一、（一）1.（1）① with levels that start again below each head."""
    body = ""
    for part in range(13):
        body += item(SENTENCES[part][:12], 1, 0)
        for second in range(2):
            body += item(prose(part + second, 1), 1, 1) + item(prose(part, 2), 1, 2) + item(prose(part + 3, 1), 1, 2)
        body += item(prose(part + 4, 2), 1, 3) + item(prose(part + 5, 1), 1, 4)
    return package(body, numbering=definitions(CHINESE))


def _formats(kinds: Sequence[str]) -> bytes:
    """Twelve items of each format."""
    lists = [((kind, "%1、", NOTHING),) for kind in kinds]
    body = "".join(
        item(f"{SENTENCES[step][:14]}", number, 0) for number, _ in enumerate(kinds, 1) for step in range(12)
    )
    return package(body, numbering=definitions(*lists))


def formats() -> bytes:
    """The formats that offices use most."""
    return _formats((
        "decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "chineseCounting",
        "chineseCountingThousand", "chineseLegalSimplified", "ideographZodiac", "decimalEnclosedCircle",
        "decimalFullWidth", "decimalZero",
    ))  # fmt: skip


def rare_formats() -> bytes:
    """Formats that LibreOffice shows otherwise, or not at all."""
    return _formats((
        "ideographTraditional", "ideographDigital", "japaneseCounting", "taiwaneseCountingThousand",
        "decimalEnclosedParen", "decimalEnclosedFullstop", "ordinal", "ideographLegalTraditional",
    ))  # fmt: skip


def restarts() -> bytes:
    """A second instance that starts again, one that starts at 5, and one that goes on."""
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'
    more = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>{override.format(start)}</w:num>'
        for number, start in ((2, 1), (3, 5))
    )
    body = "".join(item(prose(n, 1), number) for number in (1, 2, 3, 1) for n in range(4))
    return package(body, numbering=definitions(CHINESE, instances=more))


def hanging() -> bytes:
    """Numbers in a hanging indent with a tab behind, as Word's own lists have them."""
    levels = tuple(
        (kind, text, INDENT.format(left=640 * (depth + 1), hanging=640))
        for depth, (kind, text) in enumerate((("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "%3.")))
    )
    body = "".join(item(prose(n, 2), 1, n % 3 if n % 4 else 0) for n in range(16))
    return package(body, numbering=definitions(levels))


def legal() -> bytes:
    """1.1.1 as technical rules number, and 第一章 第一条 as regulations do."""
    technical = (("decimal", "%1", ""), ("decimal", "%1.%2", ""), ("decimal", "%1.%2.%3", ""))
    technical = tuple(
        (kind, text, '<w:suff w:val="space"/>|' + INDENT.format(left=0, hanging=0)) for kind, text, _ in technical
    )
    rules = (
        ("chineseCountingThousand", "第%1章", '<w:suff w:val="space"/>|<w:pPr><w:ind w:firstLine="0"/></w:pPr>'),
        ("chineseCountingThousand", "第%2条", '<w:suff w:val="space"/>|<w:pPr><w:ind w:firstLine="640"/></w:pPr>'),
    )
    body = "".join(item(prose(n, 1), 1, n % 3) for n in range(9))
    for chapter in range(4):
        body += item("总则", 2, 0, CENTER) + "".join(item(prose(chapter + n, 2), 2, 1) for n in range(4))
    return package(body, numbering=definitions(technical, rules))


def running_on() -> bytes:
    """条 that count on through all 章 (w:lvlRestart 0)."""
    rules = (
        ("chineseCountingThousand", "第%1章", '<w:suff w:val="space"/>|<w:pPr><w:ind w:firstLine="0"/></w:pPr>'),
        (
            "chineseCountingThousand",
            "第%2条",
            '<w:lvlRestart w:val="0"/><w:suff w:val="space"/>|<w:pPr><w:ind w:firstLine="640"/></w:pPr>',
        ),
    )
    body = "".join(
        item("总则", 1, 0, CENTER) + "".join(item(prose(c + n, 2), 1, 1) for n in range(4)) for c in range(5)
    )
    return package(body, numbering=definitions(rules))


def bullets() -> bytes:
    """Bullets: characters of text fonts."""
    lists = (
        (("bullet", "●", INDENT.format(left=640, hanging=420)),),
        (("bullet", "—", INDENT.format(left=960, hanging=480)),),
    )
    body = "".join(item(prose(n, 2), 1 + n % 2) for n in range(10))
    return package(body, numbering=definitions(*lists))


def in_styles() -> bytes:
    """Numbers that come with the styles of headings."""
    styles = normal()
    for depth, font in enumerate(("黑体", "楷体_GB2312", "仿宋_GB2312")):
        number = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>'
        ppr = f'<w:keepNext/>{number}<w:outlineLvl w:val="{depth}"/>'
        styles += style(f"标题{depth + 1}", based="Normal", ppr=ppr, rpr=fonts(font))
    levels = tuple(
        (kind, text, f'<w:pStyle w:val="标题{depth + 1}"/>{more}')
        for depth, (kind, text, more) in enumerate(CHINESE[:3])
    )
    body = ""
    for part in range(4):
        body += p("总体要求", '<w:pStyle w:val="标题1"/>')
        for second in range(3):
            body += p(f"压实责任之{second + 1}", '<w:pStyle w:val="标题2"/>') + p(prose(part + second, 3), BODY)
            body += p("工作措施", '<w:pStyle w:val="标题3"/>') + p(prose(part + second + 2, 2), BODY)
    return package(body, styles=styles, numbering=definitions(levels))


def switched_off() -> bytes:
    """Paragraphs of a numbered style without a number (numId 0), and text between items."""
    body = "".join(item(prose(n, 1)) + ps([prose(n + 1, 2)], BODY) for n in range(6))
    body += item(SENTENCES[1], 0)
    return package(body, numbering=definitions(CHINESE))


CASES: dict[str, Callable[[], bytes]] = {
    "编号-五级公文序号": chinese_levels,
    "编号-各种格式": formats,
    "编号-少见格式": rare_formats,
    "编号-重新开始": restarts,
    "编号-悬挂缩进": hanging,
    "编号-章条与多级": legal,
    "编号-条连续编": running_on,
    "编号-项目符号": bullets,
    "编号-随样式": in_styles,
    "编号-间断": switched_off,
}
