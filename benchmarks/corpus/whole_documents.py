"""Whole documents as offices write them: 通知, 请示, 会议纪要, a form, 简报 in two columns, a contract."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.corpus import drawing_parts as d
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
HANGS = normal(hangs=True)
RED = '<w:color w:val="FF0000"/>'
FEET = '<w:footerReference w:type="default" r:id="footer1"/><w:footerReference w:type="even" r:id="footer2"/>'


def feet() -> dict[str, str]:
    """Page numbers outside, with dashes."""
    rpr = fonts("宋体") + size(14)
    number = r("— ", rpr) + field("PAGE", "1", rpr) + r(" —", rpr)
    return {
        "footer1": p(number, '<w:ind w:rightChars="100" w:right="280"/><w:jc w:val="right"/>'),
        "footer2": p(number, '<w:ind w:leftChars="100" w:left="280"/>'),
    }


def imprint(who: str) -> str:
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
    styles = HANGS + style(
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
    body += p("") + p("") + p("云岭县人民政府办公室", SIGN) + p("2024年3月5日", SIGN) + imprint("云岭县人民政府办公室")
    body += p("附件1", "<w:pageBreakBefore/>", fonts("黑体")) + p("乡村建设项目管理办法", CENTER, TITLE)
    body += "".join(p(r(f"第{n}条　", fonts("黑体")) + r(prose(n, 2)), BODY) for n in range(1, 15))
    return package(
        body, styles=styles, settings="<w:evenAndOddHeaders/>", stories=feet(), last_section=section(references=FEET)
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
    return package(
        body, styles=HANGS, settings="<w:evenAndOddHeaders/>", stories=feet(), last_section=section(references=FEET)
    )


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
    return package(body, styles=HANGS, stories=feet(), last_section=section(references=FEET))


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
    return package(
        body + imprint("云岭县乡村建设办公室"), styles=HANGS, stories=feet(), last_section=section(kind="continuous")
    )


CASES: dict[str, Callable[[], bytes]] = {
    "公文-通知": notice,
    "公文-请示": request,
    "公文-会议纪要": minutes,
    "公文-双栏简报": newsletter,
}
