"""Whole documents as offices write them: 通知, 请示, 会议纪要, a form, 简报 in two columns, a contract."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.corpus import drawing_parts as d
from benchmarks.corpus.inline_things import noted, note, separators
from benchmarks.corpus.numbers import CHINESE, definitions, item
from benchmarks.corpus.package import normal, package, style
from benchmarks.corpus.wordml import (
    BODY,
    CENTER,
    TAB,
    cell,
    ended,
    field,
    fonts,
    p,
    ps,
    r,
    row,
    section,
    size,
    table,
)
from benchmarks.corpus.words import SENTENCES, paragraphs, prose

TITLE = fonts("方正小标宋简体") + size(22)
SIGN = '<w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>'
RED = '<w:color w:val="FF0000"/>'
FEET = '<w:footerReference w:type="default" r:id="footer1"/><w:footerReference w:type="even" r:id="footer2"/>'


def _feet() -> dict[str, str]:
    """Page numbers outside, with dashes."""
    rpr = fonts("宋体") + size(14)
    number = r("— ", rpr) + field("PAGE", "1", rpr) + r(" —", rpr)
    return {
        "footer1": p(number, '<w:ind w:rightChars="100" w:right="280"/><w:jc w:val="right"/>'),
        "footer2": p(number, '<w:ind w:leftChars="100" w:left="280"/>'),
    }


def _imprint(who: str) -> str:
    """版记: two rows between rules."""

    def line(text: str, edge: str) -> str:
        borders = f'<w:tcBorders>{edge}<w:left w:val="nil"/><w:right w:val="nil"/></w:tcBorders>'
        return row([cell(p(text, '<w:ind w:left="280" w:right="280"/>', size(14)), borders, 8845)])

    return table(
        (8845,),
        [line("抄送：县委办公室，县人大常委会办公室，县政协办公室。", ""), line(f"{who}        2024年3月5日印发", "")],
    )


def notice() -> bytes:
    """A 通知 with numbered parts, an attachment list and the attachment on a page of its own."""
    styles = normal() + style(
        "一级", based="Normal", ppr='<w:ind w:firstLineChars="200" w:firstLine="640"/>', rpr=fonts("黑体")
    )
    styles += style(
        "二级", based="Normal", ppr='<w:ind w:firstLineChars="200" w:firstLine="640"/>', rpr=fonts("楷体_GB2312")
    )
    body = p("云岭县人民政府办公室", CENTER, TITLE) + p("关于印发《乡村建设项目管理办法》的通知", CENTER, TITLE) + p("")
    body += p("各乡镇人民政府，县直有关部门：") + ps(paragraphs(2), BODY)
    for part, head in enumerate(("一、总体要求", "二、重点任务", "三、工作步骤", "四、保障措施")):
        body += p(head, '<w:pStyle w:val="一级"/>')
        for second in range(3):
            body += p(f"（{'一二三'[second]}）{SENTENCES[part + second][:14]}", '<w:pStyle w:val="二级"/>')
            body += p(prose(part * 3 + second, 3), BODY)
    body += (
        p("")
        + p("附件：1.乡村建设项目管理办法", '<w:ind w:firstLine="640"/>')
        + p("2.示范村名单", '<w:ind w:firstLine="1600"/>')
    )
    body += p("") + p("") + p("云岭县人民政府办公室", SIGN) + p("2024年3月5日", SIGN) + _imprint("云岭县人民政府办公室")
    body += p("附件1", "<w:pageBreakBefore/>", fonts("黑体")) + p("乡村建设项目管理办法", CENTER, TITLE)
    body += "".join(p(r(f"第{n}条　", fonts("黑体")) + r(prose(n, 2)), BODY) for n in range(1, 15))
    return package(
        body, styles=styles, settings="<w:evenAndOddHeaders/>", stories=_feet(), last_section=section(references=FEET)
    )


def request() -> bytes:
    """A 请示 with a red head drawn by text box and line, and the signer's name."""
    mark = p(
        "云岭县乡村建设局文件",
        '<w:spacing w:line="1300" w:lineRule="exact"/>' + CENTER,
        fonts("方正小标宋简体") + RED + size(44),
    )
    box = d.anchored(d.shape(156, 24, text=mark), 156, 24, x=28, y=50, across="page", down="page")
    line = d.anchored(d.shape(156, 0, kind="line", line="FF0000", thick=2), 156, 0, x=0, y=11.5, number=2)
    tabs = '<w:tabs><w:tab w:val="right" w:pos="8525"/></w:tabs><w:ind w:left="320"/>'
    body = (
        p(box)
        + p("") * 4
        + p(line + r("云乡建〔2024〕6号") + TAB + r("签发人：") + r("林　川", fonts("楷体_GB2312")), tabs)
        + p("")
    )
    body += p("关于解决村级道路建设资金缺口的请示", CENTER, TITLE) + p("") + p("县人民政府：")
    body += (
        ps(paragraphs(7, 2), BODY)
        + p("妥否，请批示。", BODY)
        + p("")
        + p("云岭县乡村建设局", SIGN)
        + p("2024年3月5日", SIGN)
    )
    body += p("（联系人：王垚，联系电话：0912-3456789）", '<w:ind w:firstLine="640"/>')
    return package(body, settings="<w:evenAndOddHeaders/>", stories=_feet(), last_section=section(references=FEET))


def minutes() -> bytes:
    """A 会议纪要: red title, number of the meeting, topics, list of those present."""
    border = '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="4" w:color="FF0000"/></w:pBdr>'
    body = p(
        "会 议 纪 要",
        '<w:spacing w:line="1000" w:lineRule="exact"/>' + CENTER,
        fonts("方正小标宋简体") + RED + size(42),
    )
    body += p("（第12期）", CENTER) + p("云岭县人民政府办公室                  2024年3月5日", border) + p("")
    body += p("县乡村建设领导小组第三次会议纪要", CENTER, TITLE) + p("") + ps(paragraphs(2), BODY)
    for number in range(5):
        body += p(
            r(f"{'一二三四五'[number]}、会议听取了关于项目推进情况的汇报。", fonts("黑体")) + r(prose(number, 4)), BODY
        )
    for label, names in (
        ("出席：", "林川、何平、王垚、赵敏、孙立、周扬"),
        ("列席：", "吴军、郑洁"),
        ("记录：", "冯涛"),
    ):
        body += p(r(label, fonts("黑体")) + r(names), '<w:ind w:left="1600" w:hanging="960"/>')
    return package(body, stories=_feet(), last_section=section(references=FEET))


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


def newsletter() -> bytes:
    """A 简报: red head, two columns between a line, an imprint below."""
    border = '<w:pBdr><w:bottom w:val="thinThickSmallGap" w:sz="24" w:space="1" w:color="FF0000"/></w:pBdr>'
    body = p(
        "乡村建设简报",
        '<w:spacing w:line="1100" w:lineRule="exact"/>' + CENTER,
        fonts("方正小标宋简体") + RED + size(48),
    )
    body += p("第8期（总第26期）", CENTER) + p(
        r("云岭县乡村建设办公室") + TAB + r("2024年3月5日"),
        border + '<w:tabs><w:tab w:val="right" w:pos="8845"/></w:tabs>',
    )
    body = ended(body, section(kind="continuous", references=FEET))
    small = '<w:spacing w:line="420" w:lineRule="exact"/>'
    articles = ""
    for number, head in enumerate(("项目推进有序", "督导检查到位", "群众评价良好")):
        articles += p(head, small + "<w:keepNext/>" + CENTER, fonts("黑体") + size(14))
        articles += ps(
            paragraphs(4, number * 3),
            small + '<w:ind w:firstLineChars="200" w:firstLine="560"/><w:jc w:val="both"/>',
            size(14),
        )
    body += ended(articles, section('<w:cols w:num="2" w:space="425" w:sep="1"/>', kind="continuous"))
    return package(body + _imprint("云岭县乡村建设办公室"), stories=_feet(), last_section=section(kind="continuous"))


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
            for line in (("期次", "付款条件", "金额（元）"), ("一", "合同签订后7日内", "300,000.00"), ("二", "主体完工", "500,000.00"), ("三", "验收合格", "486,000.00"))]  # fmt: skip
    body += (
        table(widths, rows)
        + p("")
        + p(r("甲方（盖章）：") + TAB + r("乙方（盖章）："), '<w:tabs><w:tab w:val="left" w:pos="4800"/></w:tabs>')
    )
    notes = separators("footnote") + "".join(note("footnote", n, SENTENCES[n]) for n in (1, 3, 5))
    return package(
        body,
        numbering=definitions(levels),
        stories={"footnotes": notes, **_feet()},
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
    return package(body, numbering=definitions(CHINESE), stories=_feet(), last_section=section(references=FEET))


CASES: dict[str, Callable[[], bytes]] = {
    "公文-通知": notice,
    "公文-请示": request,
    "公文-会议纪要": minutes,
    "公文-申报表": form,
    "公文-双栏简报": newsletter,
    "公文-施工合同": contract,
    "公文-办法": rules,
}
