"""Whole documents with much structure: a form to fill in, a contract, rules with five levels of numbers."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.corpus.inline_things import note, noted, separators
from benchmarks.corpus.numbers import CHINESE, definitions, item
from benchmarks.corpus.package import package
from benchmarks.corpus.whole_documents import FEET, HANGS, TITLE, feet
from benchmarks.corpus.wordml import BODY, CENTER, TAB, cell, fonts, p, r, row, section, size, table
from benchmarks.corpus.words import SENTENCES, prose

PAYMENTS = (
    ("期次", "付款条件", "金额（元）"),
    ("一", "合同签订后7日内", "300,000.00"),
    ("二", "主体完工", "500,000.00"),
    ("三", "验收合格", "486,000.00"),
)


def form() -> bytes:
    """A form with many joined cells, tall rows and boxes to tick."""
    widths = (1200, 1600, 1200, 1600, 1200, 2045)
    tight = '<w:spacing w:line="320" w:lineRule="exact"/>'

    def c(text: str, span: int = 1, more: str = "") -> str:
        spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        align = CENTER if len(text) < 8 else ""
        return cell(p(text, tight + align, size(12)), spanned + more + '<w:vAlign w:val="center"/>')

    tall = '<w:trHeight w:val="{}" w:hRule="atLeast"/>'
    start, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [row([c("姓名"), c("王垚"), c("性别"), c("男"), c("出生年月"), c("1985年6月")], tall.format(560)),
            row([c("单位"), c("云岭县乡村建设局", 3), c("职务"), c("科长")], tall.format(560)),
            row([c("身份证号"), c("510000198506150000", 3), c("电话"), c("0912-3456789")], tall.format(560)),
            row([c("项目情况", 1, start), c("项目名称"), c("村级道路硬化工程", 4)], tall.format(560)),
            row([c("", 1, on), c("投资（万元）"), c("128.6", 2), c("完成比例"), c("72.5%")], tall.format(560)),
            row([c("", 1, on), c("建设内容"), c(prose(2, 2), 4)], tall.format(1600)),
            row([c("类别"), c("☑新建　□改建　□续建　□其他________", 5)], tall.format(560))]  # fmt: skip
    for label in ("乡镇意见", "部门意见", "领导小组意见"):
        opinion = (
            p(prose(5, 1), tight, size(12))
            + p("")
            + p("（盖章）　　　　年　　月　　日", tight + '<w:jc w:val="right"/>', size(12))
        )
        rows.append(
            row([c(label), cell(opinion, '<w:gridSpan w:val="5"/><w:vAlign w:val="bottom"/>')], tall.format(2000))
        )
    body = (
        p("乡村建设项目申报表", CENTER, TITLE)
        + p("编号：YL-2024-018", '<w:jc w:val="right"/>', size(12))
        + table(widths, rows)
    )
    return package(body + p("注：本表一式三份。", "", size(12)))


def contract() -> bytes:
    """A contract: numbered clauses, blanks to fill, footnotes, a table of payments."""
    levels = (
        ("chineseCountingThousand", "第%1条", '<w:suff w:val="space"/>|<w:pPr><w:ind w:firstLine="0"/></w:pPr>'),
        ("decimal", "%1.%2", '<w:suff w:val="space"/>|<w:pPr><w:ind w:left="640" w:hanging="640"/></w:pPr>'),
    )
    levels = (levels[0], ("decimal", "%2.", levels[1][2]))
    body = p("工程施工合同", CENTER, TITLE) + p("合同编号：YL-GC-2024-018", '<w:jc w:val="right"/>', size(12))
    body += p(r("甲方：") + r("                              ", '<w:u w:val="single"/>')) + p(
        r("乙方：") + r("                              ", '<w:u w:val="single"/>')
    )
    for clause, head in enumerate(("工程概况", "合同价款", "工期", "质量标准", "付款方式", "违约责任", "争议解决")):
        body += item(head, 1, 0, "<w:keepNext/>") + "".join(item(prose(clause * 2 + n, 2), 1, 1) for n in range(3))
        if clause % 2:
            body += noted("footnote", clause, prose(clause + 3, 2))
    widths = (1500, 4000, 3345)
    rows = [row([cell(p(text, CENTER, size(12)), "", width) for text, width in zip(line, widths, strict=True)])
            for line in PAYMENTS]  # fmt: skip
    body += (
        table(widths, rows)
        + p("")
        + p(r("甲方（盖章）：") + TAB + r("乙方（盖章）："), '<w:tabs><w:tab w:val="left" w:pos="4800"/></w:tabs>')
    )
    notes = separators("footnote") + "".join(note("footnote", n, SENTENCES[n]) for n in (1, 3, 5))
    return package(
        body,
        styles=HANGS,
        numbering=definitions(levels),
        stories={"footnotes": notes, **feet()},
        last_section=section(references=FEET),
    )


def rules() -> bytes:
    """Rules with five levels of numbers, over many pages."""
    body = p("乡村建设项目管理办法", CENTER, TITLE) + p("（试行）", CENTER, fonts("楷体_GB2312")) + p("")
    for part in range(10):
        body += item(SENTENCES[part][:16], 1, 0, "<w:keepNext/>")
        for second in range(2):
            body += item(SENTENCES[part + second + 1][:14], 1, 1, "<w:keepNext/>") + p(prose(part + second, 4), BODY)
            body += item(prose(part + 2, 2), 1, 2) + item(prose(part + 3, 2), 1, 2)
    return package(
        body, styles=HANGS, numbering=definitions(CHINESE), stories=feet(), last_section=section(references=FEET)
    )


CASES: dict[str, Callable[[], bytes]] = {
    "公文-申报表": form,
    "公文-施工合同": contract,
    "公文-办法": rules,
}
